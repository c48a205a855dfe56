"""The scorecard: a strip for each indicator by foundation, the same figures as a table, and files of it."""

from __future__ import annotations

import functools
from html import escape

import pandas as pd
import streamlit as st

from lis_data import measures, queries, statuses
from lis_data.model import FOUNDATIONS, Series
from lis_data.period import label
from lis_data.queries.profile import YEARS
from pages.ui.exhibit import extracts, pictures, provenance
from pages.ui.exhibit.charts import standing as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state.cache import answer, cached
from pages.ui.views.profile import text
from pages.ui.views.profile.choice import Place

_PRODUCTIVITY = ("gva_per_hour", "gva_per_job", "gdhi_per_head")
_NO_SCORE = (
    "No score is made of a foundation: its indicators differ in kind, age and coverage, and a mean of percentiles "
    "would hide which of them is meant."
)
_IN_WORDS = ("Figure", "95% interval", "England", "Median", "Change", "England’s change")
"""Figures that each have a unit of their own, so they are written with it."""
READING = (
    "A dot shows where the place stands among all: worst at the left, best at the right, the outer fifths shaded. The "
    "orange mark is where England would stand. Hollow: an estimate, or of low reliability. Grey: neither end is "
    "better, highest right."
)


@cached
def of(geography_id: str, area_code: str) -> pd.DataFrame:
    """The place's rows of `queries.scorecards`."""
    everything = answer(queries.scorecards, geography_id)
    return everything[everything["area_code"] == area_code].reset_index(drop=True)


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
    """A figure with what it is held against: HTML."""
    beside = f"{text.rank(row)} · England {text.figure(row, 'england')}<br>{text.growth(row)}"
    title = f"{escape(row['title'])}, {text.when(row)}"
    return f"<div><dt>{title}</dt><dd>{text.figure(row)}<br><small>{beside}</small></dd></div>"


def show(rows: pd.DataFrame, place: Place, *, finding: str, subtitle: str) -> None:
    """The strips in two columns, the table, the files."""
    frame.section("The five foundations")
    st.caption(READING)
    foundations = _by_foundation(rows)
    for first in range(0, len(foundations), 2):
        for column, (foundation_id, mine) in zip(st.columns(2, gap="large"), foundations[first:], strict=False):
            with column:
                st.subheader(plain(text.foundation(mine, foundation_id)), anchor=False)
                spec = _strips(place.geography_id, place.area_code, foundation_id, ink())
                st.vega_lite_chart(dict(spec), alt=told(mine))
    st.caption(_NO_SCORE)
    with st.container(key="figures"):
        show = functools.partial(_table, place.geography_id, place.area_code)
        frame.fold("The scorecard in figures", show, key="scorecard", icon=":material/table:")
        _files(rows, place, finding=finding, subtitle=subtitle)


def _by_foundation(rows: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    return [(key, rows[rows["foundation"] == key]) for key in FOUNDATIONS if (rows["foundation"] == key).any()]


@cached
def _strips(geography_id: str, area_code: str, foundation_id: str, ink_: Ink) -> Spec:
    """The strips of a foundation, or of all where it is empty; the same for all readers, so never written to."""
    rows = of(geography_id, area_code)
    mine = rows[rows["foundation"] == foundation_id] if foundation_id else rows
    return charts.standings(drawn(mine), ink=ink_)


def drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """What the strips draw: see `charts.standings`."""
    judged = rows["polarity"] != "neither"
    return pd.DataFrame(
        {
            "indicator_id": rows["indicator_id"],
            "title": rows["title"],
            "told": [f"{text.standing(row)} · {text.when(row)}" for _, row in rows.iterrows()],
            "at": rows["standing"].where(judged, rows["percentile"]),
            "england_at": rows["england_standing"].where(judged, rows["england_percentile"]),
            "judged": judged,
            "hollow": rows["status"].isin(statuses.MARKS),
        }
    )


def told(rows: pd.DataFrame) -> str:
    """The strips as a text."""
    return ". ".join(f"{row['title']}: {text.standing(row)}" for _, row in rows.iterrows()) + "."


def _table(geography_id: str, area_code: str) -> None:
    table = _figures(geography_id, area_code)
    config = {name: st.column_config.TextColumn(alignment="right") for name in _IN_WORDS}
    config |= {
        "Rank": st.column_config.NumberColumn(help="1 is the best, or the highest where neither end is better."),
        "Percentile": st.column_config.NumberColumn("Percentile (100 = best)", format="%.0f"),
    }
    st.dataframe(table, hide_index=True, column_config=config, placeholder="–", alt=f"{len(table)} indicators")


@cached
def _figures(geography_id: str, area_code: str) -> pd.DataFrame:
    """The table beside the strips; figures with their own units, so as text, right after each other."""
    rows = of(geography_id, area_code)
    each = [row for _, row in rows.iterrows()]
    return pd.DataFrame(
        {
            "Foundation": rows["foundation"].map(FOUNDATIONS),
            "Indicator": rows["title"],
            "Period": [text.when(row) for row in each],
            "Figure": [text.figure(row) for row in each],
            "England": [text.figure(row, "england") for row in each],
            "Rank": rows["rank"],
            "Of": rows["areas"],
            "Percentile": rows["standing"],
            "95% interval": [_interval(row) for row in each],
            "Significant": [_significant(row) for row in each],
            "Median": [text.figure(row, "median") for row in each],
            "Change": [_changed(row, "change") for row in each],
            "England’s change": [_changed(row, "england_change") for row in each],
            "Since": [label(row["base"]) if pd.notna(row["change"]) else "" for row in each],
            "Status": statuses.each(rows),
        }
    )


def _changed(row: pd.Series, column: str) -> str:
    return text.change(row, column) if pd.notna(row[column]) else ""


def _interval(row: pd.Series) -> str:
    if pd.isna(row["lower"]):
        return ""
    return f"{text.figure(row, 'lower')} to {text.figure(row, 'upper')}"


def _significant(row: pd.Series) -> str:
    if pd.isna(row["significant"]):
        return ""
    return "yes" if row["significant"] else "no"


def _files(rows: pd.DataFrame, place: Place, *, finding: str, subtitle: str) -> None:
    shown = tuple(Series(indicator_id, place.geography_id) for indicator_id in rows["indicator_id"])
    extract = extracts.Extract(
        name=f"profile_{place.geography_id}_{place.area_code}",
        finding=finding,
        subtitle=subtitle,
        rows=rows,
        sources=answer(provenance.sources_of, *shown),
        facts={
            "Strengths and weaknesses": text.RULE.format(plural=place.geography.plural),
            "Change": f"Since the earliest comparable period with a figure within {YEARS} years.",
            "Strips": READING,
        },
    )
    pictures.offer_files(extract, functools.partial(_all_strips, place.geography_id, place.area_code))


def _all_strips(geography_id: str, area_code: str, paper: Ink) -> Spec:
    return dict(_strips(geography_id, area_code, "", paper))
