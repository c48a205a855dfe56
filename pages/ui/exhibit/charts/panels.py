"""Several charts as one picture, for a file: each under its own heading, two side by side."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink

COLUMNS, WIDTH = 2, 430
"""Panels side by side, and the width of one in pixels."""
_TITLE, _NOTE = 58, 74
"""Letters in a line of a panel's heading, and of what stands under that."""
_OWN = {"scale": {"fill": "independent"}, "legend": {"fill": "independent"}}
"""Each map has its own classes."""


class Panel(NamedTuple):
    """A chart with its heading, what a reader of it has to know, and its text alternative."""

    heading: str
    spec: Callable[[Ink], Spec]
    note: str = ""
    alt: str = ""


def together(panels: Sequence[Panel], ink: Ink) -> Spec:
    """The panels in one specification."""
    drawn = [(panel, panel.spec(ink)) for panel in panels]
    config: Spec = next((spec["config"] for _, spec in drawn), {})
    parts = [{"title": _title(panel, ink), "width": WIDTH, **_inner(spec)} for panel, spec in drawn]
    return {"concat": parts, "columns": COLUMNS, "spacing": 40, "resolve": _OWN, "config": config}


def alone(spec: Spec, *, width: int) -> Spec:
    """One chart for a file, its legend next to it and not under the notes."""
    return {"concat": [{"width": width, **_inner(spec)}], "resolve": _OWN, "config": spec["config"]}


def _inner(spec: Spec) -> Spec:
    """A chart without what only the top of a specification may have."""
    return {name: part for name, part in spec.items() if name not in ("background", "autosize", "config")}


def _title(panel: Panel, ink: Ink) -> Spec:
    return {
        "text": textwrap.wrap(panel.heading, _TITLE),
        "subtitle": textwrap.wrap(panel.note, _NOTE),
        "anchor": "start",
        "fontSize": 14,
        "subtitleFontSize": 11,
        "color": ink.text,
        "subtitleColor": ink.text,
        "offset": 26,
    }
