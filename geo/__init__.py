"""English areas: their codes, their members, their shapes, and how to colour them.

Nothing in here knows about indicators, the store or the screen. The tables and the one topology file in
`geo/data/` are written by `python -m geo.build`; everything else only reads them.
"""
