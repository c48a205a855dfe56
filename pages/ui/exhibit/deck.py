"""Choropleth maps: the browser fetches shapes once, by address; a rerun sends it digits and words only.

A feature's property `i` is its place in its shape file, and the same place in the strings made here: one
digit says the area's class, another how it is drawn. deck.gl looks both up in expressions (it can index
literals in brackets, and allows no calls). No tile server is asked: the base map is an empty style in the page.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import pydeck as pdk

from geo.choropleth import NO_FIGURE
from geo.palette import MISSING
from lis_data.model import Status
from pages.ui.exhibit.palette import Ink

Rings = Sequence[Sequence[Sequence[float]]]
City = tuple[str, float, float]
"""Name, longitude, latitude."""


@dataclass(frozen=True)
class Points:
    """Points over the areas: the name of their file, whose features have `name` and one same `i`, what they are, how
    many, how their circles look (`#rrggbb`, radius in pixels), and the dataset that they are of.
    """

    file: str
    i: str
    label: str
    count: int
    fill: str
    rim: str
    radius: float
    dataset_id: str


MOST_CLASSES = 9
_MISSING, _PLAIN = "2", "0"
_MARKS = {Status.ESTIMATED: "1", Status.UNRELIABLE: "3"}
PICK = "pick"
_NO_TILES = 'data:application/json,{"version":8,"sources":{},"layers":[]}'
_ENGLAND = pdk.ViewState(longitude=-1.98, latitude=52.98, zoom=5.05, min_zoom=4.5, max_zoom=11)
_VIEW = pdk.View(
    type="MapView",
    controller={"scrollZoom": False, "dragRotate": False, "touchRotate": False, "keyboard": True},
)
_PATTERNS = {
    "missing": {"type": "hatch", "strokeWidth": 1, "gap": 5, "angle": 45},
    "estimated": {"type": "dots", "radius": 0.8, "gap": 5},
    "unreliable": {"type": "dots", "radius": 2, "gap": 9},
}


class Compact(pdk.Deck):
    """A map that travels without pydeck's line breaks and indents, which are a third of its text."""

    def to_json(self) -> str:
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"), ensure_ascii=False)


def choropleth_deck(
    geography_id: str,
    *,
    classes: str,
    palette: Sequence[str],
    texts: Sequence[str],
    ink: Ink,
    statuses: Sequence[str] = (),
    selected: Rings = (),
    outlines: Sequence[str] = (),
    cities: Sequence[City] = (),
    points: Sequence[Points] = (),
) -> pdk.Deck:
    """A map of England's areas, coloured by class; everything is in the order of the shape file.

    `classes` has a digit per area, the place of its colour in `palette` (`#rrggbb`, at most MOST_CLASSES), or
    NO_FIGURE, which is hatched. By their `statuses` estimates are dotted, with larger dots if of low reliability.
    `texts` stand in tooltips, under the area's name.
    The areas of the geographies in `outlines` are drawn as lines; `cities` are named; `points` lie on top.
    """
    marks = _marks(classes, statuses)
    layers = [
        _fill(
            geography_id,
            looks=_looks(marks, classes, palette=palette),
            patterned=set(marks) != {_PLAIN},
        ),
        _lines("coast", data=_address("country.lines"), colour=ink.line, pixels=0.7),
        _lines("edges", data=_address(f"{geography_id}.lines"), colour=_edges(classes, ink=ink), pixels=0.8),
        *(_lines(other, data=_address(f"{other}.lines"), colour=ink.text, pixels=0.9) for other in outlines),
        _selected(selected, ink=ink),
        *([_labels(cities, ink=ink)] if cities else []),
        _pick(geography_id),
        *(_points(item) for item in points),
    ]
    return Compact(
        layers,
        views=[_VIEW],
        initial_view_state=_ENGLAND,
        map_provider=None,
        map_style=_NO_TILES,
        tooltip={"html": _tooltip(texts, points), "style": _tooltip_style(ink)},
    )


def _marks(classes: str, statuses: Sequence[str]) -> str:
    """A digit per area: how it is drawn."""
    marks = [_MARKS.get(Status(status), _PLAIN) for status in statuses] or [_PLAIN] * len(classes)
    return "".join(_MISSING if digit == NO_FIGURE else mark for digit, mark in zip(classes, marks, strict=True))


def _looks(marks: str, classes: str, *, palette: Sequence[str]) -> dict[str, str]:
    """The expressions for an area's ink, background and pattern: tables by mark, then by class."""
    colours, dots = [_rgb(colour) for colour in palette], [_contrast(colour) for colour in palette]
    by_class = f"[('{classes.replace(NO_FIGURE, '0')}')[properties.i]]"
    by_mark = f"[('{marks}')[properties.i]]"
    return {
        "ink": f"({[colours, dots, [_rgb(MISSING)], dots]}){by_mark}{by_class}".replace(" ", ""),
        "background": f"({[colours, colours, [[0, 0, 0, 0]], colours]}){by_mark}{by_class}".replace(" ", ""),
        "pattern": f"(['none','estimated','missing','unreliable']){by_mark}",
    }


def _fill(geography_id: str, *, looks: dict[str, str], patterned: bool) -> pdk.Layer:
    """The coloured areas, with patterns only if one is hatched or dotted: a browser takes longer to start with them.

    The colour is given to the sub-layer: on the layer itself Streamlit would fade what is not selected, and
    drop the trigger that tells deck.gl to look again.
    """
    pattern = {
        "extensions": [{"@@type": "FillStyleExtension", "proceduralPattern": True}],
        "fill_pattern_mapping": _PATTERNS,
        "fill_pattern_size_units": pdk.types.String("pixels"),
        "get_fill_pattern": looks["pattern"],
        "get_fill_pattern_background_color": looks["background"],
    }
    colour = {"getFillColor": f"@@={looks['ink']}", "updateTriggers": _again(looks)}
    return pdk.Layer(
        "GeoJsonLayer",
        id="patterned-areas" if patterned else "areas",
        data=_address(geography_id),
        pickable=False,
        stroked=False,
        _subLayerProps={"polygons-fill": colour},
        **(pattern if patterned else {}),
    )


def _edges(classes: str, *, ink: Ink) -> str:
    """Light borders between colours; darker ones where a hatched area would have none at all."""
    return ink.line if NO_FIGURE in classes else ink.paper


def _lines(layer_id: str, *, data: str, colour: str, pixels: float) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        id=layer_id,
        data=data,
        pickable=False,
        filled=False,
        get_line_color=_rgb(colour),
        line_width_units=pdk.types.String("pixels"),
        get_line_width=pixels,
    )


def _selected(rings: Rings, *, ink: Ink) -> pdk.Layer:
    """A thick line round one area.

    Its coordinates go as an address of their own: as data, pydeck would spread them over five times the room.
    """
    paths = json.dumps([{"path": ring} for ring in rings], separators=(",", ":"))
    return pdk.Layer(
        "PathLayer",
        id="selected",
        data=f"data:application/json,{paths}",
        pickable=False,
        get_path="path",
        get_color=_rgb(ink.benchmark),
        width_units=pdk.types.String("pixels"),
        get_width=3,
        joint_rounded=True,
    )


def _labels(cities: Sequence[City], *, ink: Ink) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        id="cities",
        data=[{"n": name, "p": [round(lon, 2), round(lat, 2)]} for name, lon, lat in cities],
        pickable=False,
        get_text="n",
        get_position="p",
        get_size=12,
        get_color=_rgb(ink.text),
        font_family=pdk.types.String("Source Sans, sans-serif"),
        font_settings={"sdf": True, "fontSize": 64, "buffer": 12, "radius": 24, "smoothing": 0.12},
        font_weight=600,
        outline_width=6,
        outline_color=_rgb(ink.paper),
    )


def _pick(geography_id: str) -> pdk.Layer:
    """Invisible areas that take the pointer; without lines, which make picking slow where there is no GPU."""
    return pdk.Layer(
        "GeoJsonLayer",
        id=PICK,
        data=_address(geography_id),
        pickable=True,
        stroked=False,
        _subLayerProps={"polygons-fill": {"getFillColor": [0, 0, 0, 0]}},
    )


def _points(points: Points) -> pdk.Layer:
    """Circles that take the pointer before the areas under them; coloured as `_fill` is, so that a click fades none."""
    looks = {"getFillColor": _rgb(points.fill), "getLineColor": _rgb(points.rim)}
    return pdk.Layer(
        "GeoJsonLayer",
        id=points.file,
        data=_address(points.file),
        pickable=True,
        point_radius_units=pdk.types.String("pixels"),
        get_point_radius=points.radius,
        line_width_units=pdk.types.String("pixels"),
        get_line_width=1.5,
        _subLayerProps={"points-circle": looks},
    )


def _tooltip(texts: Sequence[str], points: Sequence[Points]) -> str:
    """A template that Streamlit fills with the feature's `name` and `i`; `i` chooses one of the texts."""
    numbered = [*enumerate(texts), *((item.i, item.label) for item in points)]
    variables = ";".join(f"--t{index}:'{_css(text)}'" for index, text in numbered)
    text = '<div class="area-text" style="--text:var(--t{i})"></div>'
    return f'<div style="{variables}"><b>{{name}}</b>{text}</div>'


def _tooltip_style(ink: Ink) -> dict[str, str]:
    return {
        "background": ink.paper,
        "color": ink.text,
        "border": f"1px solid {ink.line}",
        "maxWidth": "13rem",
        "translate": "-50% 1rem",
        "fontSize": "0.875rem",
        "zIndex": "10",
    }


def _css(text: str) -> str:
    """Text for a CSS string in an HTML attribute: what could end either, or be a field, goes by number."""
    return "".join(c if c.isalnum() or c in " .,%£+−–·:()/" else f"\\{ord(c):x} " for c in text)


def _again(looks: dict[str, str]) -> dict[str, int]:
    """deck.gl evaluates its expressions again when this changes."""
    return {"all": crc32("".join(looks.values()).encode())}


def _contrast(colour: str) -> list[int]:
    """Black or white, whichever is seen better on the colour (WCAG 2.2's relative luminance, gamma 2.2)."""
    red, green, blue = ((part / 255) ** 2.2 for part in _rgb(colour))
    return [0, 0, 0, 170] if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 else [255, 255, 255, 200]


def _rgb(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def _address(name: str) -> str:
    return f"/app/static/geo/{name}.geojson"
