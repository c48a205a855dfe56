"""Makes everything in `geo/data/` from the source tables and the ONS boundaries of 2011 small areas (LSOAs).

Run it with `python -m geo.build --from FOLDER --lis FOLDER`; the same input gives the same bytes. Nothing
outside this package needs it, or the source files, to run.
"""
