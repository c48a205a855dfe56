"""Maps and charts as pictures (SVG, PNG), drawn on the server: title, picture, legend, source. Made when asked for."""

from __future__ import annotations

import dataclasses
import functools
import json
import textwrap
from collections.abc import Callable
from typing import Any

import geopandas as gpd
import pandas as pd
import streamlit as st
import vl_convert

from geo import boundaries, institutions
from geo.boundaries import BRITISH_GRID
from geo.choropleth import Choropleth
from geo.hatch import dots, hatch
from geo.palette import MISSING
from lis_data.model import Status
from lis_data.statuses import MARKS
from lis_data.wording import NONE
from pages.ui.exhibit import extracts, provenance
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.deck import NO_FIGURE, Points
from pages.ui.exhibit.extracts import Extract, button
from pages.ui.exhibit.palette import LIGHT, Ink
from pages.ui.state.cache import answer

_WIDTH, _HEIGHT, _COLUMNS = 640, 720, 92
_LEGEND = {"orient": "right", "symbolType": "square", "symbolStrokeColor": LIGHT.line, "labelLimit": 240}

_DOTS = {
    Status.ESTIMATED: ({"spacing_km": 12}, LIGHT.paper, 1.2),
    Status.UNRELIABLE: ({"spacing_km": 15}, LIGHT.paper, 3.0),
}
"""How far apart the dots on areas of a status are, their colour and radius."""


@dataclasses.dataclass(frozen=True)
class _Circles:
    """Circles of one look: their label in the legend, where they are, their colour and radius in pixels."""

    label: str
    at: gpd.GeoSeries
    fill: str
    radius: float


def offer_map(
    extract: Extract,
    colouring: Choropleth,
    *,
    statuses: pd.Series,
    outlines: tuple[str, ...],
    points: tuple[Points, ...] = (),
) -> None:
    """Buttons for the map as a picture: PNG, SVG. `statuses` are by area code."""
    with_credits = credited(extract, points)
    marks = {"statuses": statuses, "outlines": outlines, "points": points}
    _offer(with_credits, functools.partial(_map, with_credits, colouring, **marks))


def credited(extract: Extract, points: tuple[Points, ...]) -> Extract:
    """The extract with the sources of what is marked on its map."""
    marked = answer(provenance.dataset_sources, *{item.dataset_id for item in points})
    return dataclasses.replace(extract, sources=pd.concat([extract.sources, marked]))


def offer_chart(extract: Extract, draw: Callable[[Ink], Spec]) -> None:
    """Buttons for a chart as a picture, drawn again on white: PNG, SVG."""
    _offer(extract, lambda: _chart(extract, draw(LIGHT)))


def offer_files(extract: Extract, draw: Callable[[Ink], Spec]) -> None:
    """A row of buttons for a chart's table and picture: CSV, XLSX, PNG, SVG."""
    with st.container(horizontal=True):
        extracts.offer(extract)
        offer_chart(extract, draw)


def _offer(extract: Extract, spec: Callable[[], Spec]) -> None:
    button("PNG", lambda: png(spec()), name=extract.name, mime="image/png")
    button("SVG", lambda: svg(spec()), name=extract.name, mime="image/svg+xml")


def svg(spec: Spec) -> bytes:
    """A specification as SVG."""
    return vl_convert.vegalite_to_svg(spec).encode()


def png(spec: Spec) -> bytes:
    """A specification as PNG, at twice the size of the SVG."""
    return vl_convert.vegalite_to_png(spec, scale=2)


def _chart(extract: Extract, chart: Spec) -> Spec:
    inner = {name: part for name, part in chart.items() if name != "config"}
    return _framed(extract, {"width": _WIDTH, **inner}, config=chart.get("config", {}))


def _framed(extract: Extract, picture: Spec, *, config: Spec) -> Spec:
    """A picture between its finding as the title and its sources."""
    title = {"fontSize": 20, "subtitleFontSize": 13, "color": LIGHT.text, "subtitleColor": LIGHT.text}
    shared = {"font": "Source Sans Pro, Arial, sans-serif", "view": {"stroke": None}, "title": title}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": LIGHT.paper,
        "padding": 20,
        "title": {
            "text": textwrap.wrap(extract.finding, 62),
            "subtitle": textwrap.wrap(extract.subtitle, _COLUMNS),
            "anchor": "start",
            "offset": 18,
        },
        "vconcat": [picture, _notes(extract)],
        "config": {**config, **shared},
    }


def _map(
    extract: Extract,
    colouring: Choropleth,
    *,
    statuses: pd.Series,
    outlines: tuple[str, ...],
    points: tuple[Points, ...] = (),
) -> Spec:
    shapes = answer(boundaries.read, colouring["geography_id"]).to_crs(BRITISH_GRID)
    labels = [f"{row['label']} ({row['count']})" for row in colouring["legend"]]
    missing = f"{NONE} ({colouring['n_areas'] - colouring['n_with_data']})"
    shapes["class"] = [missing if digit == NO_FIGURE else labels[int(digit)] for digit in colouring["classes"]]
    bare = shapes[shapes["class"] == missing]
    domain = [*labels, *([missing] if len(bare) else [])]
    fill = {
        "field": "properties.class",
        "type": "nominal",
        "scale": {"domain": domain, "range": [*colouring["palette"], LIGHT.paper][: len(domain)]},
        "legend": {"title": extract.facts["Unit"], **_LEGEND},
    }
    layers = [_layer(shapes[["class", "geometry"]], {"stroke": LIGHT.paper, "strokeWidth": 0.6}, fill=fill)]
    if len(bare):
        lines = gpd.GeoDataFrame(geometry=hatch(bare.geometry, spacing_km=6), crs=shapes.crs)
        layers.append(_layer(lines, {"stroke": MISSING, "strokeWidth": 0.6, "filled": False}))
    for other in outlines:
        edges = answer(boundaries.read, other)[["geometry"]].to_crs(BRITISH_GRID)
        layers.append(_layer(edges, {"stroke": LIGHT.text, "strokeWidth": 0.7, "filled": False}))
    circles = [*_dotted(shapes, statuses), *_institutions(points)]
    return _framed(extract, _drawn([*layers, *_circles(circles)]), config={})


def _dotted(shapes: gpd.GeoDataFrame, statuses: pd.Series) -> list[_Circles]:
    """The dots on the areas whose status has them, named as in the legend on the page."""
    of_areas = shapes["area_code"].map(statuses)
    return [
        _Circles(
            f"{MARKS[status][0]} ({of_areas.eq(status).sum()})",
            dots(shapes.geometry[of_areas == status], **apart),
            *look,
        )
        for status, (apart, *look) in _DOTS.items()
        if of_areas.eq(status).any()
    ]


def _institutions(points: tuple[Points, ...]) -> list[_Circles]:
    every = answer(institutions.institutions)
    placed = gpd.GeoSeries.from_xy(every["lon"], every["lat"], crs=4326).to_crs(BRITISH_GRID)
    return [
        _Circles(f"{item.label} ({item.count})", placed[every["kind"] == item.i], item.fill, item.radius)
        for item in points
    ]


def _circles(groups: list[_Circles]) -> list[Spec]:
    """Circles of each kind, with a legend of their own, or nothing."""
    rows = [pd.DataFrame({"x": group.at.x.round(), "y": group.at.y.round(), "kind": group.label}) for group in groups]
    labels = [group.label for group in groups]
    scale = {"domain": labels, "range": [group.fill for group in groups]}
    sizes = {"domain": labels, "range": [4 * group.radius**2 for group in groups]}
    legend = {"title": None, **_LEGEND, "symbolType": "circle"}
    encoding = {
        "longitude": {"field": "x", "type": "quantitative"},
        "latitude": {"field": "y", "type": "quantitative"},
        "color": {"field": "kind", "type": "nominal", "scale": scale, "legend": legend},
        "size": {"field": "kind", "type": "nominal", "scale": sizes, "legend": legend},
    }
    mark = {"type": "circle", "stroke": LIGHT.text, "strokeWidth": 0.8, "opacity": 1}
    if not rows:
        return []
    return [{"data": {"values": pd.concat(rows).to_dict("records")}, "mark": mark, "encoding": encoding}]


def _drawn(layers: list[Spec]) -> Spec:
    return {
        "width": _WIDTH,
        "height": _HEIGHT,
        "projection": {"type": "identity", "reflectY": True},
        "layer": layers,
    }


def _layer(shapes: gpd.GeoDataFrame, mark: dict[str, Any], **encoding: dict[str, Any]) -> dict[str, Any]:
    features = json.loads(shapes.to_json(drop_id=True, show_bbox=False))["features"]
    return {"data": {"values": features}, "mark": {"type": "geoshape", **mark}, "encoding": encoding}


def _notes(extract: Extract) -> Spec:
    """Where the figures and the shapes come from, under the picture."""
    lines = [line for text in extract.credits for line in textwrap.wrap(text, _COLUMNS)]
    return {
        "width": _WIDTH,
        "height": 14 * len(lines),
        "data": {"values": [{"line": line, "at": index} for index, line in enumerate(lines)]},
        "mark": {"type": "text", "align": "left", "x": 0, "fontSize": 11, "color": LIGHT.text},
        "encoding": {
            "y": {"field": "at", "type": "ordinal", "axis": None},
            "text": {"field": "line", "type": "nominal"},
        },
    }
