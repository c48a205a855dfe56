"""The exhibits of the comparison: one of a picture of one indicator, and one of all that is compared."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import pandas as pd

from lis_data import wording
from lis_data.model import Series
from lis_data.period import label
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import panels
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.panels import Panel
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.state.cache import cached
from pages.ui.views.compare import figures, pictures, text
from pages.ui.views.compare.choice import Choice
from pages.ui.views.compare.pictures import CHANGE, DOTS, MAP

_FILE_WIDTH = 640
_COLUMNS = (
    Column("indicator_id"),
    Column("title", "Indicator"),
    Column("unit", "Unit"),
    Column("area_code"),
    Column("area_name", "Place"),
    Column("period"),
    Column("when", "Period"),
    Column("value", "Figure", "%.2f"),
    *map(Column, ("status", "derivation")),
    Column("rank", "Rank"),
    Column("of_areas", "Of"),
    Column("england", "England", "%.2f"),
    Column("against_england", "Against England", "%+.2f"),
    *map(Column, ("significant", "best", "leads")),
    Column("lower", "95% from", "%.2f"),
    Column("upper", "95% to", "%.2f"),
    Column("first_period"),
    Column("since", "Since"),
    Column("first_value"),
    Column("change", "Change", "%+.2f"),
    Column("england_first"),
    Column("missing"),
    Column("why_missing", "No figure because"),
)
_LEFT_OUT = ("lower", "upper", "why_missing")
"""Fields that are read only where one of them is known."""


@cached
def of_all(choice: Choice, view: str, kinds: tuple[str, ...] = ()) -> Exhibit:
    """Every figure of the comparison; in a file, the pictures of these `kinds` as panels."""
    finding, subtitle = text.headline(choice)
    return Exhibit(
        key="compared",
        name=f"{choice.name}_{view}",
        finding=finding,
        subtitle=subtitle,
        table=_table(figures.rows(choice), wording.count(len(choice.indicators), "indicator"), choice),
        series=choice.series,
        picture=_together(choice, kinds),
        facts={"Leads": text.LEADING, "Margin of error": text.INTERVAL},
    )


def _together(choice: Choice, kinds: Sequence[str]) -> Chart | None:
    """The pictures of every indicator as panels of one."""
    pairs = [(indicator_id, kind) for indicator_id in choice.indicators for kind in kinds]
    drawn = [(exhibit, pair) for pair in pairs if (exhibit := of_indicator(choice, *pair)).picture]
    if not drawn:
        return None
    in_a_file = functools.partial(pictures.in_a_file, width=panels.WIDTH, height=pictures.MAP_HEIGHT)
    parts = [
        Panel(exhibit.finding, functools.partial(in_a_file, choice, *pair), exhibit.caption) for exhibit, pair in drawn
    ]
    alt = " ".join(exhibit.picture.alt for exhibit, _ in drawn if exhibit.picture)
    return Chart(functools.partial(panels.together, parts), alt, geography_id=_shapes(choice, kinds))


@cached
def of_indicator(choice: Choice, indicator_id: str, kind: str) -> Exhibit:
    """One picture of one indicator: `dots` around England's line, `change` since the first comparable period, a `map`;
    without a picture where there is none to draw.
    """
    one = figures.of_indicator(choice, indicator_id)
    finding, alt, caption = {DOTS: _dots, CHANGE: _change, MAP: _map}[kind](choice, one)
    return Exhibit(
        key=f"{kind}-{indicator_id}",
        name=f"compare_{indicator_id}_{'_'.join(choice.areas)}_{kind}",
        finding=finding,
        subtitle=text.subtitle(one, choice),
        table=_table(one, one["title"].iloc[0], choice),
        series=(Series(indicator_id, choice.geography.geography_id),),
        picture=_picture(choice, indicator_id, kind, alt) if alt else None,
        caption=caption,
        facts={"Margin of error": text.INTERVAL},
    )


def _picture(choice: Choice, indicator_id: str, kind: str, alt: str) -> Chart:
    return Chart(
        functools.partial(_in_a_file, choice, indicator_id, kind),
        alt,
        geography_id=_shapes(choice, [kind]),
        on_page=functools.partial(pictures.on_the_page, choice, indicator_id, kind),
    )


def _in_a_file(choice: Choice, indicator_id: str, kind: str, ink: Ink) -> Spec:
    size = {"width": _FILE_WIDTH, "height": _FILE_WIDTH}
    return panels.alone(pictures.in_a_file(choice, indicator_id, kind, ink, **size), width=_FILE_WIDTH)


def _shapes(choice: Choice, kinds: Sequence[str]) -> str:
    """The geography whose shapes are drawn, if any."""
    return choice.geography.geography_id if MAP in kinds else ""


def _dots(choice: Choice, one: pd.DataFrame) -> tuple[str, str, str]:
    """Finding, text alternative and caption of the dots."""
    caption = f"{one['title'].iloc[0]}, {figures.when(one)}, {choice.geography.plural}.{text.hollow(one)}"
    return text.of_indicator(one), f"Dots around England’s line. {text.alternative(one)}", caption


def _change(_: Choice, one: pd.DataFrame) -> tuple[str, str, str]:
    """The same of the slopes; without an alternative where only one period may be compared."""
    bare = one.loc[one["change"].isna(), "short"].tolist()
    alt = f"Lines from the first to the last figure. {text.ends(one)}" if len(bare) < len(one) else ""
    left_out = f" No change to show for {wording.listed(bare)}." if bare else ""
    compared = "Only periods of the same length and season since the series last broke are compared."
    return text.of_change(one), alt, f"{text.dashed(one)}{compared}{left_out}{text.hollow(one)}"


def _map(choice: Choice, one: pd.DataFrame) -> tuple[str, str, str]:
    """The same of the map; without an alternative where no area has a figure."""
    indicator_id = one["indicator_id"].iloc[0]
    alt = "" if figures.everywhere(choice, indicator_id).empty else f"Map. {text.alternative(one)}"
    about = f"{one['title'].iloc[0]} ({one['unit'].iloc[0]}), {figures.when(one)}."
    return text.of_map(one, choice), alt, f"{about} {figures.weak(choice, indicator_id)}".strip()


def _table(rows: pd.DataFrame, what: str, choice: Choice) -> Table:
    """The figures as numbers, a row for each indicator and place."""
    since = [label(period) if isinstance(period, str) else None for period in rows["first_period"]]
    read = rows.assign(
        when=[figures.when(rows.loc[[index]]) for index in rows.index],
        since=pd.Series(since, index=rows.index),
        why_missing=rows["missing"].replace("", None),
    )
    empty = {field for field in _LEFT_OUT if read[field].isna().all()}
    columns = tuple(Column(column.field) if column.field in empty else column for column in _COLUMNS)
    return Table(rows, columns, alt=f"{what} in {len(choice.areas)} places", read=read)
