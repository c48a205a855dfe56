"""A map as a Vega-Lite specification, for a file: it marks what the page marks, and has the same legend."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import NamedTuple

import geopandas as gpd
import pandas as pd

from geo import boundaries, institutions
from geo.boundaries import BRITISH_GRID
from geo.hatch import dots, hatch
from geo.palette import MISSING
from lis_data.model import Status
from lis_data.statuses import MARKS
from lis_data.wording import NONE
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.deck import Points
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import records
from pages.ui.state.cache import answer

WIDTH, HEIGHT = 640, 720
_DOTS = {Status.ESTIMATED: (12, 1.2), Status.UNRELIABLE: (15, 3.0)}
"""How far apart the dots on areas of a status are, in kilometres, and their radius in pixels."""


@dataclass(frozen=True)
class Areas:
    """What a map shows: the label of each area's class in the order of the shapes (None is hatched), the colour of
    each label in the legend's order, the legend's title, statuses in the same order, and what is marked besides.
    """

    geography_id: str
    classes: list[str | None]
    colours: dict[str, str]
    title: str = ""
    statuses: pd.Series = field(default_factory=lambda: pd.Series(dtype=str))
    selected: str | None = None
    outlines: tuple[str, ...] = ()
    points: tuple[Points, ...] = ()


class _Circles(NamedTuple):
    """Circles of one look: their label in the legend, where they are, their colour and radius in pixels."""

    label: str
    at: gpd.GeoSeries
    fill: str
    radius: float


def spec(areas: Areas, *, ink: Ink) -> Spec:
    """The layers of the map: areas, hatching, outlines, the selected area, dots and points."""
    shapes = _shapes(areas.geography_id)
    missing = f"{NONE} ({areas.classes.count(None)})"
    shapes["class"] = [missing if label is None else label for label in areas.classes]
    bare = shapes[shapes["class"] == missing]
    layers = [
        _layer(shapes[["class", "geometry"]], stroke=ink.paper, width=0.6, fill=_fill(areas, missing, len(bare), ink)),
        *([_layer(_hatched(bare), stroke=MISSING, width=0.6)] if len(bare) else []),
        *(_layer(_shapes(other)[["geometry"]], stroke=ink.text, width=0.7) for other in areas.outlines),
        *_selected(shapes, areas.selected, ink),
    ]
    circles = [*_dotted(shapes, areas.statuses, ink), *_institutions(areas.points)]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "projection": {"type": "identity", "reflectY": True},
        "layer": [*layers, *_circles(circles, ink)],
    }


def _shapes(geography_id: str) -> gpd.GeoDataFrame:
    return answer(boundaries.read, geography_id).to_crs(BRITISH_GRID)


def _fill(areas: Areas, missing: str, bare: int, ink: Ink) -> Spec:
    """The colours of the classes with their legend, areas without a figure last."""
    domain, colours = [*areas.colours], [*areas.colours.values()]
    if bare:
        domain, colours = [*domain, missing], [*colours, ink.paper]
    return {
        "field": "properties.class",
        "type": "nominal",
        "scale": {"domain": domain, "range": colours},
        "legend": {"title": areas.title or None, **_legend(ink)},
    }


def _legend(ink: Ink) -> Spec:
    return {"orient": "right", "symbolType": "square", "symbolStrokeColor": ink.line, "labelLimit": 240}


def _hatched(bare: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(geometry=hatch(bare.geometry, spacing_km=6), crs=bare.crs)


def _selected(shapes: gpd.GeoDataFrame, area_code: str | None, ink: Ink) -> list[Spec]:
    """A strong outline round the chosen area."""
    chosen = shapes.loc[shapes["area_code"] == area_code, ["geometry"]]
    return [_layer(chosen, stroke=ink.benchmark, width=2.5)] if len(chosen) else []


def _dotted(shapes: gpd.GeoDataFrame, statuses: pd.Series, ink: Ink) -> list[_Circles]:
    """The dots on the areas whose status has them, named as in the legend on the page."""
    found = []
    for status, (apart, radius) in _DOTS.items():
        marked = shapes.geometry[shapes["area_code"].map(statuses) == status]
        if len(marked):
            label = f"{MARKS[status][0]} ({len(marked)})"
            found.append(_Circles(label, dots(marked, spacing_km=apart), ink.paper, radius))
    return found


def _institutions(points: tuple[Points, ...]) -> list[_Circles]:
    every = answer(institutions.institutions)
    placed = gpd.GeoSeries.from_xy(every["lon"], every["lat"], crs=4326).to_crs(BRITISH_GRID)
    return [
        _Circles(f"{item.label} ({item.count})", placed[every["kind"] == item.i], item.fill, item.radius)
        for item in points
    ]


def _circles(groups: list[_Circles], ink: Ink) -> list[Spec]:
    """Circles of each kind, with a legend of their own, or nothing."""
    if not groups:
        return []
    rows = [pd.DataFrame({"x": group.at.x.round(), "y": group.at.y.round(), "kind": group.label}) for group in groups]
    labels = [group.label for group in groups]
    scale = {"domain": labels, "range": [group.fill for group in groups]}
    sizes = {"domain": labels, "range": [4 * group.radius**2 for group in groups]}
    legend = {"title": None, **_legend(ink), "symbolType": "circle"}
    encoding = {
        "longitude": {"field": "x", "type": "quantitative"},
        "latitude": {"field": "y", "type": "quantitative"},
        "color": {"field": "kind", "type": "nominal", "scale": scale, "legend": legend},
        "size": {"field": "kind", "type": "nominal", "scale": sizes, "legend": legend},
    }
    mark = {"type": "circle", "stroke": ink.text, "strokeWidth": 0.8, "opacity": 1}
    return [{"data": {"values": records(pd.concat(rows))}, "mark": mark, "encoding": encoding}]


def _layer(shapes: gpd.GeoDataFrame, *, stroke: str, width: float, fill: Spec | None = None) -> Spec:
    """Shapes drawn as lines, or filled by their class."""
    features = json.loads(shapes.to_json(drop_id=True, show_bbox=False))["features"]
    mark = {"type": "geoshape", "stroke": stroke, "strokeWidth": width, "filled": fill is not None}
    return {"data": {"values": features}, "mark": mark, "encoding": {"fill": fill} if fill else {}}
