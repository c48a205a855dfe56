"""Bars of who claims what, on which a click chooses what a bar stands for, as its picker would."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import pandas as pd

from pages.ui.exhibit import legend
from pages.ui.exhibit.charts import programme as charts
from pages.ui.exhibit.palette import ink
from pages.ui.state import clicks


def show(rows: pd.DataFrame, *, parts: Mapping[str, str], key: str, selected: str, alt: str) -> None:
    """The bars of `rows` (code, name, short and a column for each of `parts`); a click puts a code into `key`."""
    spec = charts.counts(rows, parts=parts, selected=selected, ink=ink())
    clicks.show(spec, key=f"bars-{key}", of="bar", take=functools.partial(clicks.choose, key), alt=alt)
    if len(parts) > 1:
        legend.show_categories([(name.capitalize(), colour, int(rows[name].sum())) for name, colour in parts.items()])
