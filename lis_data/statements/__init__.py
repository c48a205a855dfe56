"""The figures that documents of the programme state, recomputed with ours: checks, readings, verdicts and their text.

`judgement/stated_figures.toml` says how each statement is tested; `python -m lis_data claims` lists what came of it.
"""

from lis_data.statements.judging import verdicts
from lis_data.statements.recomputed import figures, readings

__all__ = ["figures", "readings", "verdicts"]
