"""A small map of one indicator: areas in the colours of their classes, a few of them outlined and named.

The areas travel as short outlines in kilometres and not as shapes to be projected, so that a page may show several.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from geo.choropleth import Choropleth
from geo.palette import MISSING
from lis_data.wording import NONE
from pages.ui.exhibit.charts.base import Spec, drawn, table
from pages.ui.exhibit.charts.comparison import Size
from pages.ui.exhibit.charts.slopes import spread
from pages.ui.exhibit.deck import NO_FIGURE
from pages.ui.exhibit.palette import Ink

_HIGH = 680
"""Kilometres from the south to the north of England, with a margin."""
CENTRE = (368, 333)
"""The middle of England in kilometres east and north on the British grid."""
_LETTER = 0.6
"""Width of a letter as a part of its size."""
_HATCHED = f"{NONE} (hatched)"


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
    hatching: str,
    named: Sequence[Named],
    legend: str,
    width: int | None,
    height: int,
    size: Size,
    ink: Ink,
) -> Spec:
    """Areas in the colour of their class, `fills` from the lowest; those without a figure are hatched.

    `outlines` are SVG paths by area code, in kilometres from CENTRE (south is positive), in the order of the
    colouring's classes; `hatching` is one path of the lines across the areas without a figure. Without a `width` the
    map is as wide as there is room.
    """
    wide, scale = "width" if width is None else str(width), height / _HIGH
    chosen = {place.area_code for place in named}
    areas = {
        "data": table(_areas(outlines, colouring["classes"], hatching=hatching, chosen=chosen), numbers=()),
        "mark": {"type": "point", "opacity": 1, "size": round((2 * scale) ** 2, 3), "strokeJoin": "round"},
        "encoding": {
            "x": {"value": {"expr": f"{wide} / 2"}},
            "y": {"value": height / 2},
            "shape": {"field": "d", "type": "nominal", "scale": None},
            "fill": _fill(fills, ink) | {"legend": _legend(colouring, orient=legend, size=size, ink=ink)},
            **_edges(size, ink),
        },
    }
    names = _names(_at_edges(named, height=height, size=size), wide, size=size, ink=ink)
    room = {"type": "fit-x", "contains": "padding"}  # the legend stands under the map and takes nothing from it
    return drawn([areas, names], ink=ink, height=height, view={"stroke": None}, background=None, autosize=room)


def _areas(outlines: Mapping[str, str], classes: str, *, hatching: str, chosen: Collection[str]) -> list[Spec]:
    """A row an area, the outlined ones over their neighbours, and the hatching over all."""
    rows: list[Spec] = [
        {"k": digit, "o": int(code in chosen), "d": path}
        for (code, path), digit in zip(outlines.items(), classes, strict=True)
    ]
    lines = [{"k": NO_FIGURE, "o": 0, "d": hatching}] if hatching else []
    return [*sorted(rows, key=lambda row: row["o"]), *lines]


def _fill(fills: Sequence[str], ink: Ink) -> Spec:
    digits = [str(index) for index in range(len(fills))]
    return {"field": "k", "type": "nominal", "scale": {"domain": [*digits, NO_FIGURE], "range": [*fills, ink.paper]}}


def _edges(size: Size, ink: Ink) -> Spec:
    """A strong line round the outlined areas, a thin one round the others."""
    outlined = "datum.o === '1'"
    return {
        "stroke": {
            "condition": [
                {"test": outlined, "value": ink.benchmark},
                {"test": f"datum.k === '{NO_FIGURE}'", "value": MISSING},
            ],
            "value": ink.line,
        },
        "strokeWidth": {
            "condition": [{"test": outlined, "value": 1.5 * size.line}],
            "value": round(0.3 * size.line, 2),
        },
    }


def _legend(colouring: Choropleth, *, orient: str, size: Size, ink: Ink) -> Spec:
    """The bounds of the classes under the map, or beside it."""
    labels = {str(index): row["label"] for index, row in enumerate(colouring["legend"])} | {NO_FIGURE: _HATCHED}
    classes = list(labels) if colouring["n_with_data"] < colouring["n_areas"] else list(labels)[:-1]
    text = {"labelColor": ink.text, "labelFontSize": round(0.85 * size.text), "labelLimit": 0}
    text["labelExpr"] = f"{json.dumps(labels)}[datum.label]"
    symbols = {"symbolType": "square", "symbolStrokeColor": ink.line, "symbolStrokeWidth": 1, "values": classes}
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


def _at_edges(named: Sequence[Named], *, height: int, size: Size) -> list[Spec]:
    """A row a name: its side, its lines, the width and level of it, and where its place is from the map's middle.

    Names stand at the left and right edges, level with their places as far as they keep apart.
    """
    scale, rows = height / _HIGH, []
    for side in ("left", "right"):
        on_side = [place for place in named if (place.east < CENTRE[0]) == (side == "left")]
        lines = max((len(place.lines) for place in on_side), default=1)
        levels = [height / 2 + scale * (CENTRE[1] - place.north) for place in on_side]
        apart = spread(levels, gap=1.3 * size.text * lines)
        beyond = max([0.0, *(level + 0.7 * size.text * lines - height for level in apart)])
        rows += [
            {"s": side, "t": "|".join(place.lines), "w": round(_LETTER * size.text * max(map(len, place.lines)))}
            | {"l": round(level - beyond, 1), "h": round(scale * (place.east - CENTRE[0]), 1), "y": round(y, 1)}
            for place, y, level in zip(on_side, levels, apart, strict=True)
        ]
    return rows


def _names(rows: list[Spec], wide: str, *, size: Size, ink: Ink) -> Spec:
    """A dot in each place, its name at the edge, and a line between them."""
    calculate = {
        "n": "split(datum.t, '|')",
        "x": f"{wide} / 2 + datum.h",
        "e": f"datum.s === 'left' ? 0 : {wide}",
        "f": "datum.e + (datum.s === 'left' ? datum.w : -datum.w)",
    }
    text = {"type": "text", "align": {"expr": "datum.s"}, "baseline": "middle", "fontSize": size.text}
    text |= {"lineHeight": 1.2 * size.text, "fontWeight": "bold", "color": ink.text}
    text["dy"] = {"expr": f"{-0.6 * size.text:g} * (length(datum.n) - 1)"}
    halo = {"stroke": ink.paper, "strokeWidth": round(size.text / 3), "strokeJoin": "round"}
    name = {"x": _pixel("e"), "y": _pixel("l"), "text": {"field": "n"}}
    here = {"x": _pixel("x"), "y": _pixel("y")}
    line = {"x": _pixel("f"), "y": _pixel("l"), "x2": {"field": "x"}, "y2": {"field": "y"}}
    return {
        "data": table(rows, numbers=("w", "l", "h", "y")),
        "transform": [{"calculate": text, "as": field} for field, text in calculate.items()],
        "layer": [
            {"mark": {"type": "rule", "color": ink.text, "strokeWidth": round(0.7 * size.line, 2)}, "encoding": line},
            {"mark": {"type": "circle", "size": (0.5 * size.dot) ** 2, "color": ink.benchmark, "opacity": 1}}
            | {"encoding": here},
            {"encoding": name, "layer": [{"mark": {**text, **halo}}, {"mark": text}]},
        ],
    }


def _pixel(field: str) -> Spec:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}
