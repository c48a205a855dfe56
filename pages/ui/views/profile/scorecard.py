"""The scorecard: a strip for each indicator by foundation, the same figures as a table, and files of it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from lis_data import measures, queries, statuses
from lis_data.model import FOUNDATIONS, Series
from lis_data.queries.profile import YEARS
from pages.ui.exhibit import files, page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import panels
from pages.ui.exhibit.charts import standing as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.charts.panels import Panel
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Table
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state.cache import answer, cached
from pages.ui.views.profile import figures, text
from pages.ui.views.profile.choice import Place

_PRODUCTIVITY = ("gva_per_hour", "gva_per_job", "gdhi_per_head")
_NO_SCORE = (
    "No score is made of a foundation: its indicators differ in kind, age and coverage, and a mean of percentiles "
    "would hide which of them is meant."
)
READING = (
    "A dot shows where the place stands among all: worst at the left, best at the right, the outer fifths shaded. The "
    "orange mark is where England would stand. Hollow: an estimate, or of low reliability. Grey: neither end is "
    "better, highest right."
)


@dataclass(frozen=True)
class _Foundations:
    """The strips of a place, a panel for each foundation."""

    place: Place
    click: None = None
    geography_id: str = ""
    dataset_ids: tuple[str, ...] = ()

    @property
    def alt(self) -> str:
        """Every indicator with its standing."""
        return alternative(of(self.place.geography_id, self.place.area_code))

    def draw(self, ink: Ink) -> Spec:
        """The panels as one picture."""
        return panels.together(self._panels(), ink)

    def show(self, key: str) -> None:
        """The panels in two columns."""
        found = self._panels()
        for first in range(0, len(found), panels.COLUMNS):
            columns = st.columns(panels.COLUMNS, gap="large")
            for column, panel in zip(columns, found[first:], strict=False):
                with column:
                    st.subheader(plain(panel.heading), anchor=False)
                    Chart(panel.spec, panel.alt).show(key)

    def _panels(self) -> list[Panel]:
        geography_id, area_code = self.place.geography_id, self.place.area_code
        rows = of(geography_id, area_code)
        return [
            Panel(
                text.foundation(rows[rows["foundation"] == key], key),
                functools.partial(_strips, geography_id, area_code, key),
                alt=alternative(rows[rows["foundation"] == key]),
            )
            for key in FOUNDATIONS
            if (rows["foundation"] == key).any()
        ]


@cached
def of(geography_id: str, area_code: str) -> pd.DataFrame:
    """The place's rows of `queries.scorecards`."""
    everything = answer(queries.scorecards, geography_id)
    return everything[everything["area_code"] == area_code].reset_index(drop=True)


def series(rows: pd.DataFrame, place: Place) -> tuple[Series, ...]:
    """Whose figures these are."""
    return tuple(Series(indicator_id, place.geography_id) for indicator_id in rows["indicator_id"])


def exhibit(rows: pd.DataFrame, place: Place, *, finding: str, subtitle: str) -> Exhibit:
    """The place's indicators with their standing."""
    return Exhibit(
        key="scorecard",
        name=f"profile_{place.geography_id}_{place.area_code}",
        finding=finding,
        subtitle=subtitle,
        table=Table(
            rows,
            figures.COLUMNS,
            alt=f"{len(rows)} indicators",
            read=figures.in_words(place.geography_id, place.area_code),
        ),
        series=series(rows, place),
        picture=_Foundations(place),
        caption=f"{READING} {_NO_SCORE}",
        facts={
            "Strengths and weaknesses": text.RULE.format(plural=place.geography.plural),
            "Change": f"Since the earliest comparable period with a figure within {YEARS} years.",
        },
    )


def show_productivity(rows: pd.DataFrame) -> None:
    """The main lens of the programme first: output an hour, output a job, and what households have."""
    leading = rows[rows["indicator_id"].isin(_PRODUCTIVITY) & rows["value"].notna()]
    grown = leading.assign(
        grown=measures.lead(leading["value"], benchmark=leading["earlier"]),
        england_grown=measures.lead(leading["england"], benchmark=leading["england_earlier"]),
    )
    items = "".join(_lead(row) for _, row in grown.iterrows())
    if items:
        st.html(f'<dl class="lis-facts lis-lead">{items}</dl>')
        st.caption("Money in the prices of each year, so growth contains inflation.")


def _lead(row: pd.Series) -> str:
    """A figure with what it is compared with: HTML."""
    compared = f"{text.rank(row)} · England {text.figure(row, 'england')}<br>{text.growth(row)}"
    title = f"{escape(row['title'])}, {text.when(row)}"
    return f"<div><dt>{title}</dt><dd>{text.figure(row)}<br><small>{compared}</small></dd></div>"


def show(card: Exhibit) -> None:
    """The strips in two columns, the table, the files."""
    frame.section("The five foundations")
    page.picture(card)
    with st.container(key="figures"):
        table = functools.partial(card.table.show, card.key)
        frame.fold("The scorecard in figures", table, key=f"{card.key}-table", icon=":material/table:")
        files.offer(card)


@cached
def _strips(geography_id: str, area_code: str, foundation_id: str, ink: Ink) -> Spec:
    """The strips of a foundation; the same for all readers, so never written to."""
    rows = of(geography_id, area_code)
    return charts.standings(drawn(rows[rows["foundation"] == foundation_id]), ink=ink)


def drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """What the strips draw: see `charts.standings`."""
    judged = rows["polarity"] != "neither"
    return pd.DataFrame(
        {
            "indicator_id": rows["indicator_id"],
            "title": rows["title"],
            "figures": [f"{text.standing(row)} · {text.when(row)}" for _, row in rows.iterrows()],
            "at": rows["standing"].where(judged, rows["percentile"]),
            "england_at": rows["england_standing"].where(judged, rows["england_percentile"]),
            "judged": judged,
            "hollow": rows["status"].isin(statuses.MARKS),
        }
    )


def alternative(rows: pd.DataFrame) -> str:
    """The strips as a text."""
    return ". ".join(f"{row['title']}: {text.standing(row)}" for _, row in rows.iterrows()) + "."
