"""The badge on industries that counts of businesses see only in part, and the numbers behind it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from lis_data import queries, sic
from lis_data.model import ENGLAND, TOTAL, Series
from lis_data.period import label, parse
from lis_data.queries.blind_spot import ENTERPRISES_PERIOD, survey_year
from lis_data.queries.sectors import CLASSES_YEAR
from pages.ui.exhibit import page
from pages.ui.rows import each_row, records
from pages.ui.shell.markup import plain
from pages.ui.state.cache import answer, cached
from pages.ui.views.sectors.choice import Choice

COVERED = 10.0
"""A group has the badge if at least so many % of its jobs in England are in creative industries."""
_ABOUT = (
    "Most creative firms are very small or one person working freelance, whom counts of businesses and of jobs see "
    "badly: an industry with this badge may be larger here than its figures say. Whatever year the page shows, "
    f"enterprises are those of {label(ENTERPRISES_PERIOD)}, and jobs by narrow activity those of {CLASSES_YEAR}."
)


def badges(rows: pd.DataFrame, choice: Choice) -> pd.Series:
    """For each industry what part of it is hard to see, in words; empty where it has no badge."""
    words = _words(choice)
    return rows["industry"].map(
        lambda industry: next((text for inside, text in words if _inside(industry, inside)), "")
    )


@cached
def _words(choice: Choice) -> list[tuple[frozenset[str], str]]:
    """The divisions of every group with the badge, and what it says."""
    groups = _groups(choice)
    affected = groups[groups["creative_coverage"] >= COVERED]
    return [
        (sic.divisions(row.industry), f"◐ {_micro(row):.0f}% micro firms, {parse(ENTERPRISES_PERIOD).year}")
        for row in each_row(affected)
    ]


def show(choice: Choice) -> None:
    """The numbers behind the badge."""
    groups = _groups(choice)
    affected = groups[groups["creative_coverage"] >= COVERED].sort_values("creative_coverage", ascending=False)
    sentences = [_of_group(row) for row in records(affected)]
    place = _place(choice)
    page.cite(Series("enterprises", place), Series("enterprises_micro", place), Series("jobs_sic4", "country"))
    with st.expander("Blind spot ◐: creative firms that these counts see badly", icon=":material/visibility_off:"):
        st.markdown("\n\n".join([_ABOUT, *sentences, *_self_employed(groups.iloc[0]), *_exactly(choice)]))


@cached
def _groups(choice: Choice) -> pd.DataFrame:
    """The chosen place's groups of industries, or England's, the total first."""
    place = _place(choice)
    found = answer(queries.blind_spot, place)
    return found[found["area_code"] == (choice.area_code if place != "country" else ENGLAND)]


def _place(choice: Choice) -> str:
    """The geography of the numbers: the chosen one, if a place is chosen and its firms are counted."""
    counted = _geographies_with("enterprises")
    return choice.geography.geography_id if choice.area_code and choice.geography.geography_id in counted else "country"


def _geographies_with(indicator_id: str) -> list[str]:
    coverage = answer(queries.sector_coverage)
    return coverage.loc[coverage["indicator_id"] == indicator_id, "geography_id"].tolist()


def _inside(industry: str, group: frozenset[str]) -> bool:
    """Whether an industry, a four-digit class too, lies within a group's divisions."""
    own = sic.divisions(industry[:2] if industry[:4].isdigit() else industry)
    return bool(own) and own <= group


def _micro(row: Any) -> float:
    """The part of its firms with under ten people, here or, where that is not published, in England."""
    here = float(row.micro_share)
    return here if here == here else float(row.benchmark_micro_share)


def _of_group(row: dict[str, Any]) -> str:
    here = row["micro_share"]
    micro = (
        f"{here:.0f}% of its {row['enterprises']:,.0f} enterprises here have under ten people (England "
        f"{row['benchmark_micro_share']:.0f}%)"
        if pd.notna(here)
        else f"{row['benchmark_micro_share']:.0f}% of its enterprises in England have under ten people; by industry "
        "that is not published for this place"
    )
    return (
        f"◐ **{plain(str(row['title']))}**: {micro}. In England {row['creative_coverage']:.0f}% of the group’s jobs "
        f"are in creative industries, which is {row['creative_part']:.0f}% of all creative jobs."
    )


def _self_employed(total: pd.Series) -> list[str]:
    """How many work for themselves, in the whole economy; nothing where the survey has no figure."""
    if total["industry"] != TOTAL or pd.isna(total["self_employment"]):
        return []
    england = f" (England {total['benchmark_self_employment']:.1f}%)"
    year = label(survey_year(str(parse(ENTERPRISES_PERIOD).year)))
    return [
        f"**{total['self_employment']:.1f}%** of people in work are self-employed{england}, all industries, {year}."
    ]


def _exactly(choice: Choice) -> list[str]:
    """Creative jobs counted by narrow activity, where they can be."""
    counted = _geographies_with("jobs_sic4")
    if choice.geography.geography_id not in counted or not choice.area_code:
        return []
    found = answer(queries.creative_industries, choice.geography.geography_id)
    return [
        f"Counted exactly, by four-digit class, creative industries had {row.value:,.0f} jobs in {CLASSES_YEAR}: "
        f"{row.share:.1f}% of all jobs, {row.location_quotient:.2f} times England’s share."
        for row in each_row(found[found["area_code"] == choice.area_code].dropna(subset="value"))
    ]
