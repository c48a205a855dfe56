"""The two pictures of the overview: who was asked for a strategy when, and how far R&D is from its target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from pages.ui.exhibit.charts.base import Spec, axis_of, drawn, table
from pages.ui.exhibit.palette import Ink

_MAP_HEIGHT, _TARGET_HEIGHT = 340, 300


@dataclass(frozen=True)
class Wave:
    """A wave's colour, its name on the map in two lines, where that stands and what it points at (both in kilometres
    of the British grid), and on which side of the line to it the text is.
    """

    colour: str
    lines: tuple[str, str]
    at: tuple[float, float]
    points_at: tuple[float, float]
    align: str


@dataclass(frozen=True)
class Shares:
    """Shares of GDP by year and the target for them, where there is one: what both are called, and their colour."""

    name: str
    by_year: Mapping[int, float]
    target: float | None
    target_name: str
    colour: str


def waves_map(features: Sequence[Spec], areas: pd.DataFrame, waves: Mapping[str, Wave], *, ink: Ink) -> Spec:
    """Areas in the colour of their wave, which is named on the map itself.

    `features` are GeoJSON in kilometres of the British grid, with an `area_code`; `areas` has area_code, name and wave.
    Where areas overlap the earlier wave lies on top.
    """
    known = areas.set_index("area_code")[["name", "wave"]]
    rows = [{**feature, "properties": known.loc[feature["properties"]["area_code"]].to_dict()} for feature in features]
    group = {
        "data": {"values": rows},
        "layer": [_wave(name, waves[name].colour, ink=ink) for name in sorted(waves, reverse=True)],
    }
    names = [layer for wave in waves.values() for layer in _name_on_map(wave, ink=ink)]
    plane = {"type": "identity", "reflectY": True}
    return drawn([group, *names], ink=ink, height=_MAP_HEIGHT, projection=plane, view={"stroke": None})


def _wave(name: str, colour: str, *, ink: Ink) -> Spec:
    tooltip = [
        {"field": f"properties.{field}", "type": "nominal", "title": title}
        for field, title in (("name", "LEP"), ("wave", "Wave"))
    ]
    return {
        "transform": [{"filter": f"datum.properties.wave === '{name}'"}],
        "mark": {"type": "geoshape", "fill": colour, "stroke": ink.paper, "strokeWidth": 0.6},
        "encoding": {"tooltip": tooltip},
    }


def _name_on_map(wave: Wave, *, ink: Ink) -> tuple[Spec, Spec]:
    """A line from an area of the wave to where its name stands, and the name."""
    (x, y), (to_x, to_y) = wave.at, wave.points_at
    one = {"values": [{"x": x, "y": y, "x2": to_x, "y2": to_y}]}
    start = {"longitude": {"field": "x", "type": "quantitative"}, "latitude": {"field": "y", "type": "quantitative"}}
    end = {"longitude2": {"field": "x2"}, "latitude2": {"field": "y2"}}
    text = {"type": "text", "align": wave.align, "baseline": "middle", "lineHeight": 15, "fontSize": 12}
    place = {"dx": 5 if wave.align == "left" else -5, "dy": -7}
    return (
        {"data": one, "mark": {"type": "rule", "color": ink.text}, "encoding": {**start, **end}},
        {"data": one, "mark": {**text, **place, "text": list(wave.lines), "color": ink.text}, "encoding": start},
    )


def over_time(series: Sequence[Shares], *, until: int, ink: Ink) -> Spec:
    """Shares of GDP year by year; a target is a dashed line to the year `until` which it should be met."""
    highest = max(max(shares.target or 0, *shares.by_year.values()) for shares in series)
    first = min(min(shares.by_year) for shares in series)
    years = {**axis_of("t", ticks=5), "scale": {"domain": [first, until], "nice": False}}
    years["axis"] |= {"format": "d", "values": [*range(first, until, 4), until]}
    share = {**axis_of("v", ticks=3, grid=True), "scale": {"domain": [0, highest * 1.12]}}
    share["axis"] |= {"labelExpr": "datum.label + '%'", "gridColor": ink.quiet, "gridOpacity": 0.5}
    targets = [_target(shares, (first, until)) for shares in series if shares.target is not None]
    layers = [*map(_line, series), *targets]
    return drawn(layers, ink=ink, height=_TARGET_HEIGHT, encoding={"x": years, "y": share}, view={"stroke": None})


def _line(shares: Shares) -> Spec:
    """The line with its points, and at its end the name with the last figure."""
    years = range(min(shares.by_year), max(shares.by_year) + 1)
    rows = [{"t": year, "v": shares.by_year.get(year, "")} for year in years]
    last = max(shares.by_year)
    name = {"type": "text", "align": "left", "dy": -14, "fontWeight": "bold", "color": shares.colour}
    tooltip = [{"field": "t", "title": "Year"}, {"field": "v", "title": "% of GDP", "format": ".2f"}]
    return {
        "data": table(rows, numbers=("t", "v")),
        "layer": [
            {"mark": {"type": "line", "strokeWidth": 3, "color": shares.colour}},
            {
                "transform": [{"filter": "isValid(datum.v)"}],
                "mark": {"type": "point", "filled": True, "size": 45, "opacity": 1, "color": shares.colour},
                "encoding": {"tooltip": tooltip},
            },
            {"transform": [{"filter": f"datum.t === {last}"}], "mark": {**name, "text": shares.name}},
        ],
    }


def _target(shares: Shares, years: tuple[int, int]) -> Spec:
    """A dashed line over the years, named above its end."""
    name = {"type": "text", "align": "right", "baseline": "bottom", "dy": -4, "fontSize": 11, "fontWeight": "bold"}
    rows = [{"t": year, "v": shares.target} for year in years]
    return {
        "data": table(rows, numbers=("t", "v")),
        "layer": [
            {"mark": {"type": "line", "strokeDash": [4, 3], "strokeWidth": 1.5, "color": shares.colour}},
            {
                "transform": [{"filter": f"datum.t === {years[1]}"}],
                "mark": {**name, "color": shares.colour, "text": shares.target_name},
            },
        ],
    }
