"""The pictures of the comparison, one indicator each: dots, slopes, map; on a desk's screen and on a slide.

Cached ones are the same for all readers, so they are never written to.
"""

from __future__ import annotations

import textwrap

import pandas as pd
import vl_convert

from geo import boundaries
from geo import sketch as sketches
from geo.boundaries import BRITISH_GRID
from geo.choropleth import Choropleth
from lis_data import statuses, wording
from lis_data.period import label
from pages.ui.exhibit import palette, tables
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.comparison import DESK, Size, dots, room
from pages.ui.exhibit.charts.slopes import slopes
from pages.ui.exhibit.charts.small_maps import CENTRE, Named, small_map
from pages.ui.exhibit.deck import NO_FIGURE
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row
from pages.ui.state import cache, pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.compare import figures, text
from pages.ui.views.compare.choice import Choice

DOTS, CHANGE, MAP = "dots", "change", "map"
ROOM_WIDTH, ROOM_HEIGHT, ROOM_MAP_WIDTH = 1720, 640, 1250
_COARSE, _MAP_KM = 3.2, 680
"""Pixels to which the areas of a map are simplified, and how many kilometres its height stands for."""
_HATCH_KM = 20
_LINE = 16
"""Letters in a line of a name on a map."""
MAP_HEIGHT, SLOPE_HEIGHT, SLOPE_WIDTH = 380, 260, 370
_ROOM_MAP = Size(text=34, row=0, dot=24, line=3)
_ROOM_SLOPE = Size(text=36, row=0, dot=26, line=4)


@cached
def dots_of(choice: Choice, indicator_id: str, size: Size, ink: Ink) -> Spec:
    """The places and all areas around England's line."""
    one = figures.of_indicator(choice, indicator_id)
    crowd = figures.everywhere(choice, indicator_id)["value"].tolist()
    every = f"All {len(crowd)} {choice.geography.plural} with a figure"
    return dots(one, crowd=crowd, england=figures.england(one), every=every, size=size, ink=ink)


@cached
def slopes_of(choice: Choice, indicator_id: str, size: Size, ink: Ink, *, height: int, width: int) -> Spec | None:
    """From the first comparable period to the last; None where there is only one."""
    one = figures.of_indicator(choice, indicator_id)
    changed = one.dropna(subset="change")
    if changed.empty:
        return None
    first, last = label(changed["first_period"].iloc[0]), label(changed["period"].iloc[0])
    stressed = text.most_changed(changed)["short"].tolist()
    return slopes(
        _ends(changed), first=first, last=last, stressed=stressed, height=height, width=width, size=size, ink=ink
    )


def _ends(changed: pd.DataFrame) -> pd.DataFrame:
    """The places and England: the columns that `charts.slopes.slopes` draws."""
    hollow = changed["status"].isin(statuses.MARKS)
    rows = changed.rename(columns={"short": "name"}).assign(england=False, hollow=hollow)
    about, england = changed.iloc[0], changed[["england", "england_first"]].iloc[0]
    if england.notna().all():
        trend = {"name": "England", "first_value": england["england_first"], "value": england["england"]}
        rows = pd.concat([rows, pd.DataFrame([{**trend, "england": True, "hollow": False}])], ignore_index=True)
    scale = wording.scale(about)
    written = {"first_figure": "first_value", "figure": "value"}
    return rows.assign(**{to: [scale.number(value) for value in rows[of]] for to, of in written.items()})


@cached
def map_of(
    choice: Choice,
    indicator_id: str,
    size: Size,
    ink: Ink,
    *,
    height: int,
    width: int | None = None,
    legend: str = "bottom",
) -> Spec:
    """The map of one indicator with the chosen places outlined and named, and its `legend` at that side."""
    colouring, geography_id = classes(choice, indicator_id), choice.geography.geography_id
    outlines = answer(sketches.svg_paths, geography_id, centre=CENTRE, coarse=_COARSE * _MAP_KM / height)
    bare = [code for code, digit in zip(outlines, colouring["classes"], strict=True) if digit == NO_FIGURE]
    return small_map(
        outlines,
        colouring,
        fills=palette.steps(len(colouring["palette"]), ink)[::-1],
        hatching="".join(
            map(answer(sketches.svg_hatching, geography_id, centre=CENTRE, spacing_km=_HATCH_KM).__getitem__, bare)
        ),
        named=_named(choice, indicator_id),
        legend=legend,
        width=width,
        height=height,
        size=size,
        ink=ink,
    )


@cached
def classes(choice: Choice, indicator_id: str) -> Choropleth:
    """The five classes of all areas in the period compared."""
    period = figures.of_indicator(choice, indicator_id)["period"].iloc[0]
    decimals = cache.indicator(indicator_id).decimals
    return tables.colouring(
        indicator_id,
        choice.geography.geography_id,
        period,
        scheme=pickers.DEFAULT_SCHEME,
        k=pickers.DEFAULT_K,
        bounds=(),
        benchmark=None,
        decimals=decimals,
    )


@cached
def _middles(geography_id: str) -> dict[str, tuple[float, float]]:
    """A point inside each area, in kilometres east and north."""
    points = (
        answer(boundaries.read, geography_id)
        .set_index("area_code")
        .geometry.to_crs(BRITISH_GRID)
        .representative_point()
    )
    return {code: (point.x / 1000, point.y / 1000) for code, point in points.items()}


def _named(choice: Choice, indicator_id: str) -> list[Named]:
    at = _middles(choice.geography.geography_id)
    return [
        Named(row.area_code, (*textwrap.wrap(row.short, _LINE), row.brief), *at[row.area_code])
        for row in each_row(figures.of_indicator(choice, indicator_id))
    ]


def on_the_page(choice: Choice, indicator_id: str, kind: str, ink: Ink) -> Spec:
    """A picture (`dots`, `change` or `map`) in one of two columns of the page."""
    if kind == MAP:
        return map_of(choice, indicator_id, DESK, ink, height=MAP_HEIGHT)
    return in_a_file(choice, indicator_id, kind, ink, width=SLOPE_WIDTH, height=MAP_HEIGHT)


def in_a_file(choice: Choice, indicator_id: str, kind: str, ink: Ink, *, width: int, height: int) -> Spec:
    """The same in a file, where its width is known; `height` is a map's."""
    if kind == MAP:
        return map_of(choice, indicator_id, DESK, ink, height=height, width=width)
    if kind == CHANGE:
        return slopes_of(choice, indicator_id, DESK, ink, height=SLOPE_HEIGHT, width=width) or {}
    return dots_of(choice, indicator_id, DESK, ink)


def on_a_slide(choice: Choice, indicator_id: str, kind: str, ink: Ink) -> Spec | None:
    """A picture (`dots`, `change` or `map`) as large as a projector needs it; None where there is none to draw."""
    if kind == MAP:
        spec = map_of(choice, indicator_id, _ROOM_MAP, ink, height=ROOM_HEIGHT, width=ROOM_MAP_WIDTH, legend="right")
        return {**{name: part for name, part in spec.items() if name != "autosize"}, "width": ROOM_MAP_WIDTH}
    if kind == CHANGE:
        slope = slopes_of(choice, indicator_id, _ROOM_SLOPE, ink, height=ROOM_HEIGHT - 60, width=ROOM_WIDTH)
        return slope and {**slope, "width": ROOM_WIDTH}
    return {**dots_of(choice, indicator_id, room(len(choice.areas) + 1), ink), "width": ROOM_WIDTH}


def png(spec: Spec) -> bytes:
    """A picture of a slide as PNG, at twice its size."""
    return vl_convert.vegalite_to_png(spec, scale=2)


def svg(spec: Spec) -> bytes:
    """A picture of a slide as SVG."""
    return vl_convert.vegalite_to_svg(spec).encode()
