"""An exhibit's picture as SVG and PNG, drawn on the server: finding, picture, caption, sources. Made when asked for."""

from __future__ import annotations

import textwrap

import vl_convert

from pages.ui.exhibit import attribution
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import LIGHT

WIDTH, _COLUMNS, _TITLE = 640, 92, 62
_LINE = 14
_OWN_LEGENDS = ("color", "fill", "stroke", "size", "opacity", "shape")
"""What a picture's legend may be of: it stands with the picture, not under the notes."""


def svg(exhibit: Exhibit) -> bytes:
    """The picture as SVG."""
    return vl_convert.vegalite_to_svg(framed(exhibit)).encode()


def png(exhibit: Exhibit) -> bytes:
    """The picture as PNG, at twice the size of the SVG."""
    return vl_convert.vegalite_to_png(framed(exhibit), scale=2)


def framed(exhibit: Exhibit) -> Spec:
    """The specification of the picture between its finding as the title and its caption and sources."""
    if exhibit.picture is None:
        raise ValueError(f"{exhibit.name} has no picture")
    drawn = exhibit.picture.draw(LIGHT)
    config, inner = drawn.pop("config", {}), drawn
    title = {"fontSize": 20, "subtitleFontSize": 13, "color": LIGHT.text, "subtitleColor": LIGHT.text}
    looks = {"font": "Source Sans Pro, Arial, sans-serif", "view": {"stroke": None}, "title": title}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": LIGHT.paper,
        "padding": 20,
        "title": {
            "text": textwrap.wrap(exhibit.finding, _TITLE),
            "subtitle": textwrap.wrap(exhibit.subtitle, _COLUMNS),
            "anchor": "start",
            "offset": 18,
        },
        "vconcat": [{"width": WIDTH, **inner}, _notes(exhibit)],
        "resolve": {"legend": dict.fromkeys(_OWN_LEGENDS, "independent")},
        "config": {**config, **looks},
    }


def _notes(exhibit: Exhibit) -> Spec:
    """The caption, and where the figures and the shapes come from, under the picture."""
    said = [exhibit.caption, *attribution.lines(exhibit.sources, shapes=exhibit.has_shapes)]
    lines = [line for text in said for line in textwrap.wrap(text, _COLUMNS)]
    return {
        "width": WIDTH,
        "height": _LINE * len(lines),
        "data": {"values": [{"line": line, "at": index} for index, line in enumerate(lines)]},
        "mark": {"type": "text", "align": "left", "x": 0, "fontSize": 11, "color": LIGHT.text},
        "encoding": {
            "y": {"field": "at", "type": "ordinal", "axis": None},
            "text": {"field": "line", "type": "nominal"},
        },
    }
