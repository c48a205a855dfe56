"""A small map of one indicator: areas in the colours of their classes, a few of them outlined and named.

The areas travel as short outlines in kilometres and not as shapes to be projected, so that a page may show several.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.choropleth import Choropleth
from pages.ui.charts.base import Spec, drawn, table
from pages.ui.charts.comparison import Size
from pages.ui.charts.slopes import spread
from pages.ui.deck import NO_FIGURE
from pages.ui.palette import Ink
from pages.ui.wording import NONE

_HIGH = 680
"""Kilometres from the south to the north of England, with a margin."""
CENTRE = (368, 333)
"""The middle of England in kilometres east and north on the British grid."""
_LETTER = 0.6
"""Width of a letter as a part of its size."""


@dataclass(frozen=True)
class Named:
    """A place that is outlined and named: its code, the lines of its name, and a point in it in kilometres."""

    area_code: str
    lines: tuple[str, ...]
    east: float
    north: float


def small_map(
    outlines: Mapping[str, str],
    colouring: Choropleth,
    *,
    fills: Sequence[str],
    named: Sequence[Named],
    legend: str,
    width: int | None,
    height: int,
    size: Size,
    ink: Ink,
) -> Spec:
    """Areas in the colour of their class, `fills` from the lowest; those without a figure are bare.

    `outlines` are SVG paths by area code, in kilometres from CENTRE (south is positive), in the order of the
    colouring's classes. Without a `width` the map is as wide as there is room.
    """
    chosen = {place.area_code for place in named}
    rows = [
        {"k": digit, "o": int(code in chosen), "d": path}
        for (code, path), digit in zip(outlines.items(), colouring["classes"], strict=True)
    ]
    rows.sort(key=lambda row: row["o"])  # the outlined ones lie over their neighbours
    wide = "width" if width is None else str(width)
    scale = height / _HIGH
    digits = [str(place) for place in range(len(fills))]
    fill = {
        "field": "k",
        "type": "nominal",
        "scale": {"domain": [*digits, NO_FIGURE], "range": [*fills, ink.paper]},
        "legend": _legend(colouring, orient=legend, size=size, ink=ink),
    }
    stroke = {"condition": [{"test": "datum.o === '1'", "value": ink.benchmark}], "value": ink.line}
    line = {"condition": [{"test": "datum.o === '1'", "value": 1.5 * size.line}], "value": 0.3 * size.line}
    areas = {
        "data": table(rows, numbers=()),
        "mark": {"type": "point", "opacity": 1, "size": (2 * scale) ** 2, "strokeJoin": "round"},
        "encoding": {
            **_at(f"{wide} / 2", height / 2),
            "shape": {"field": "d", "type": "nominal", "scale": None},
            "fill": fill,
            "stroke": stroke,
            "strokeWidth": line,
        },
    }
    layers = [areas, *_names(named, scale, (wide, height), size=size, ink=ink)]
    room = {"type": "fit-x", "contains": "padding"}  # the legend stands under the map and takes nothing from it
    return drawn(layers, ink=ink, height=height, view={"stroke": None}, background=None, autosize=room)


def _at(x: str, y: float) -> dict[str, Spec]:
    return {"x": {"value": {"expr": x}}, "y": {"value": round(y, 1)}}


def _legend(colouring: Choropleth, *, orient: str, size: Size, ink: Ink) -> Spec:
    """The bounds of the classes under the map, or beside it."""
    labels = {str(place): row["label"] for place, row in enumerate(colouring["legend"])} | {NO_FIGURE: NONE}
    shown = list(labels) if colouring["n_with_data"] < colouring["n_areas"] else list(labels)[:-1]
    text = {"labelColor": ink.text, "labelFontSize": 0.85 * size.text, "labelLimit": 0}
    text["labelExpr"] = f"{json.dumps(labels)}[datum.label]"
    symbols = {"symbolType": "square", "symbolStrokeColor": ink.line, "symbolStrokeWidth": 1, "values": shown}
    columns = 2 if orient == "bottom" else 1
    return {
        "orient": orient,
        "title": None,
        "columns": columns,
        "offset": size.text,
        "symbolSize": size.text**2,
        **text,
        **symbols,
    }


def _names(named: Sequence[Named], scale: float, page: tuple[str, int], *, size: Size, ink: Ink) -> list[Spec]:
    """Names at the left and right edges, level with their places as far as they keep apart, with a line to each."""
    layers: list[Spec] = []
    for side in ("left", "right"):
        beside = [place for place in named if (place.east < CENTRE[0]) == (side == "left")]
        lines = max((len(place.lines) for place in beside), default=1)
        levels = [page[1] / 2 + scale * (CENTRE[1] - place.north) for place in beside]
        apart = spread(levels, gap=1.3 * size.text * lines)
        beyond = max([0.0, *(level + 0.7 * size.text * lines - page[1] for level in apart)])
        for place, y, level in zip(beside, levels, apart, strict=True):
            x = f"{page[0]} / 2 + {scale * (place.east - CENTRE[0]):.1f}"
            layers += _name(place, _at(x, y), (side, page[0], level - beyond), size=size, ink=ink)
    return layers


def _name(place: Named, here: dict[str, Spec], edge: tuple[str, str, float], *, size: Size, ink: Ink) -> list[Spec]:
    """A dot `here`, the name at the `edge` (its side, the page's width, the height), and a line between them."""
    side, width, level = edge
    out = "0" if side == "left" else width
    long = (1 if side == "left" else -1) * _LETTER * size.text * max(map(len, place.lines))
    text = {"type": "text", "text": list(place.lines), "align": side, "baseline": "middle", "fontSize": size.text}
    text |= {"lineHeight": 1.2 * size.text, "fontWeight": "bold", "color": ink.text}
    text["dy"] = -0.6 * size.text * (len(place.lines) - 1)
    halo = {"stroke": ink.paper, "strokeWidth": size.text / 3, "strokeJoin": "round"}
    dot = {"type": "circle", "size": (0.5 * size.dot) ** 2, "color": ink.benchmark, "opacity": 1}
    one: Spec = {"values": [{}]}
    line = {**_at(f"{out} + {long:.1f}", level), "x2": here["x"], "y2": here["y"]}
    name = _at(out, level)
    return [
        {"data": one, "mark": {"type": "rule", "color": ink.text, "strokeWidth": 0.7 * size.line}, "encoding": line},
        {"data": one, "mark": dot, "encoding": here},
        *({"data": one, "mark": {**text, **look}, "encoding": name} for look in (halo, {})),
    ]
