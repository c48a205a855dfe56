"""The map as a picture (SVG, PNG), drawn on the server: title, shapes, legend, source. Made when asked for."""

from __future__ import annotations

import functools
import json
import textwrap
from typing import Any

import geopandas as gpd
import vl_convert

from geo.boundaries import BRITISH_GRID
from geo.choropleth import Choropleth
from geo.hatch import hatch
from pages.ui import cache
from pages.ui.downloads import OGL, OS, View, button, provenance
from pages.ui.palette import LIGHT

_WIDTH, _HEIGHT, _COLUMNS = 640, 720, 92
_NO_DATA = "no figure"


def svg(view: View, colouring: Choropleth, *, outlines: tuple[str, ...]) -> bytes:
    """The map as SVG."""
    return vl_convert.vegalite_to_svg(_spec(view, colouring, outlines=outlines)).encode()


def png(view: View, colouring: Choropleth, *, outlines: tuple[str, ...]) -> bytes:
    """The map as PNG, at twice the size of the SVG."""
    return vl_convert.vegalite_to_png(_spec(view, colouring, outlines=outlines), scale=2)


def offer(view: View, colouring: Choropleth, *, outlines: tuple[str, ...]) -> None:
    """Buttons for the picture: PNG, SVG."""
    for label, draw, mime in (("PNG", png, "image/png"), ("SVG", svg, "image/svg+xml")):
        make = functools.partial(draw, colouring=colouring, outlines=outlines)
        button(label, make=make, view=view, mime=mime, ending=label.lower())


def _spec(view: View, colouring: Choropleth, *, outlines: tuple[str, ...]) -> dict[str, Any]:
    shapes = cache.shapes(colouring["geography_id"]).to_crs(BRITISH_GRID)
    labels = [f"{row['label']} ({row['count']})" for row in colouring["legend"]]
    missing = f"{_NO_DATA} ({colouring['n_areas'] - colouring['n_with_data']})"
    shapes["class"] = [missing if digit == "-" else labels[int(digit)] for digit in colouring["classes"]]
    bare = shapes[shapes["class"] == missing]
    domain = [*labels, *([missing] if len(bare) else [])]
    fill = {
        "field": "properties.class",
        "type": "nominal",
        "scale": {"domain": domain, "range": [*colouring["palette"], "#FFFFFF"][: len(domain)]},
        "legend": {
            "title": view.unit,
            "orient": "right",
            "symbolType": "square",
            "symbolStrokeColor": LIGHT.line,
            "labelLimit": 240,
        },
    }
    layers = [_layer(shapes[["class", "geometry"]], {"stroke": "#FFFFFF", "strokeWidth": 0.6}, fill=fill)]
    if len(bare):
        lines = gpd.GeoDataFrame(geometry=hatch(bare.geometry, spacing_km=6), crs=shapes.crs)
        layers.append(_layer(lines, {"stroke": LIGHT.line, "strokeWidth": 0.6, "filled": False}))
    for other in outlines:
        edges = cache.shapes(other)[["geometry"]].to_crs(BRITISH_GRID)
        layers.append(_layer(edges, {"stroke": LIGHT.text, "strokeWidth": 0.7, "filled": False}))
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": "#FFFFFF",
        "padding": 20,
        "title": {"text": textwrap.wrap(view.finding, 62), "subtitle": [view.subtitle], "anchor": "start"},
        "vconcat": [
            {
                "width": _WIDTH,
                "height": _HEIGHT,
                "projection": {"type": "identity", "reflectY": True},
                "layer": layers,
            },
            _notes(view),
        ],
        "config": {
            "font": "Source Sans Pro, Arial, sans-serif",
            "view": {"stroke": None},
            "title": {
                "fontSize": 20,
                "subtitleFontSize": 13,
                "color": LIGHT.text,
                "subtitleColor": LIGHT.text,
            },
        },
    }


def _layer(shapes: gpd.GeoDataFrame, mark: dict[str, Any], **encoding: dict[str, Any]) -> dict[str, Any]:
    features = json.loads(shapes.to_json(drop_id=True, show_bbox=False))["features"]
    return {"data": {"values": features}, "mark": {"type": "geoshape", **mark}, "encoding": encoding}


def _notes(view: View) -> dict[str, Any]:
    """Where the figures and the shapes come from, under the map."""
    sources = [
        f"Source: {source['publisher']}, {source['source_table']}. Licence: {source['licence']}."
        for source in provenance(view.indicator_id, view.geography_id).to_dict("records")
    ]
    lines = [line for text in [*sources, f"{OGL}.", f"{OS}."] for line in textwrap.wrap(text, _COLUMNS)]
    return {
        "width": _WIDTH,
        "height": 14 * len(lines),
        "data": {"values": [{"line": line, "at": place} for place, line in enumerate(lines)]},
        "mark": {"type": "text", "align": "left", "x": 0, "fontSize": 11, "color": LIGHT.text},
        "encoding": {
            "y": {"field": "at", "type": "ordinal", "axis": None},
            "text": {"field": "line", "type": "nominal"},
        },
    }
