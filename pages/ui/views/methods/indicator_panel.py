"""All about one indicator: what it is, how it is made, where and when it has figures, who has none, whose they are."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from geo.areas import GEOGRAPHIES
from lis_data import queries
from lis_data.model import Series, StoredIndicator
from lis_data.period import label
from pages.ui.exhibit import extracts as files
from pages.ui.exhibit import pictures, provenance
from pages.ui.exhibit.charts import coverage as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.extracts import Extract
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, link, plain
from pages.ui.state import links, pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.methods import extracts
from pages.ui.views.methods import text as words

_ORDER = list(GEOGRAPHIES)
"""Geographies, most wanted first."""


def show(indicator: StoredIndicator) -> None:
    """What it is and how it is made."""
    frame.section(indicator.title)
    st.markdown(plain(indicator.description))
    st.html(facts(words.facts(indicator)))
    if pickers.mapped(indicator.indicator_id):
        links.show_one(links.on_the_map(indicator.indicator_id, "See it on the map"))
    titles = answer(queries.catalogue).set_index("indicator_id")["title"].to_dict()
    told = {
        "Method": indicator.method,
        "Areas without a published figure": words.made(indicator, titles),
        "Caveats": indicator.caveat,
        "Breaks": _breaks(indicator),
    }
    st.markdown("\n\n".join(f"**{name}.** {plain(text)}" for name, text in told.items() if text))


def _breaks(indicator: StoredIndicator) -> str:
    told = [f"not comparable before {label(period)}" for period in indicator.breaks]
    below = [f"below regions not comparable before {label(period)}" for period in indicator.breaks_below_regions]
    return ", ".join([*told, *below])


def show_coverage(indicator: StoredIndicator) -> None:
    """Where and when it has figures: the picture, the table, the downloads."""
    indicator_id = indicator.indicator_id
    held = answer(queries.coverage, indicator_id)
    finding = _reach(held)
    frame.section(finding)
    frame.credit(*held["geography_id"].unique())
    drawn = cells(indicator_id)
    st.vega_lite_chart(charts.coverage(drawn, ink=ink()), alt=f"Periods with figures by geography. {finding}.")
    # a plain table: two grids on a page would share the ids of their cells
    alt = "Geographies with their years, areas and gaps"
    st.table(geographies(indicator_id), border="horizontal", hide_index=True, alt=alt)
    pairs = tuple(Series(indicator_id, geography_id) for geography_id in dict.fromkeys(held["geography_id"]))
    extract = Extract(
        f"{indicator_id}_coverage",
        finding,
        f"{indicator.title}: areas with a figure",
        held.rename(columns={"geography_id": "geography", "title": "geography_title"}),
        answer(provenance.sources_of, *pairs),
    )
    with st.container(horizontal=True):
        files.offer(extract)
        pictures.offer_chart(extract, functools.partial(_picture, indicator_id))


def _picture(indicator_id: str, paper: Ink) -> Spec:
    return charts.coverage(cells(indicator_id), ink=paper)


def _reach(held: pd.DataFrame) -> str:
    periods, places = held["period"].nunique(), held["geography_id"].nunique()
    return f"Figures for {periods} period{'s' * (periods != 1)} and {places} geograph{'y' if places == 1 else 'ies'}"


@cached
def cells(indicator_id: str) -> pd.DataFrame:
    """One row a geography and period, as `charts.coverage` wants it: geography, period, order, areas, of_areas."""
    held = _wanted_first(answer(queries.coverage, indicator_id))
    named = held.rename(columns={"title": "geography", "period": "order"})
    return named.assign(period=named["order"].map(label))


@cached
def geographies(indicator_id: str) -> pd.DataFrame:
    """A row a geography, as it is shown."""
    told = answer(queries.describe, indicator_id).groupby("geography_id")
    held = _wanted_first(answer(queries.coverage, indicator_id)).groupby("geography_id", sort=False)
    first, latest = held["period"].min(), held.last()
    return pd.DataFrame(
        {
            "Geography": latest["title"],
            "Years": [words.span(*pair) for pair in zip(first, latest["period"], strict=True)],
            "Areas, latest": latest["areas"].astype(str) + " of " + latest["of_areas"].astype(str),
            "Missing": told["missing"].sum().reindex(latest.index),
            "Suppressed": told["suppressed"].sum().reindex(latest.index),
            "Figures are": told["derivations"].agg(_ways).reindex(latest.index),
        }
    )


def _wanted_first(held: pd.DataFrame) -> pd.DataFrame:
    return held.sort_values("geography_id", key=lambda ids: ids.map(_ORDER.index), kind="stable")


def _ways(derivations: pd.Series) -> str:
    return ", ".join(words.DERIVATIONS[way] for way in sorted({way for ways in derivations for way in ways}))


def show_gaps(indicator_id: str) -> None:
    """Which areas have no figure in the latest period, and why."""
    found = answer(queries.gaps, indicator_id)
    finding = words.missing(found)
    frame.section(finding)
    if found.empty:
        return
    listed = _wanted_first(found)
    st.markdown(words.missing_by_name(listed))
    rows = listed.assign(why=listed["reason"].map(words.REASONS)).drop(columns="reason")
    extracts.offer(extracts.of(f"{indicator_id}_missing", rows, finding=finding, subtitle="In the latest period"))


def show_sources(indicator_id: str) -> None:
    """The tables that its figures were published in."""
    frame.section("Where it was published")
    held = answer(queries.describe, indicator_id).drop_duplicates("dataset_id")
    told = [f"**{plain(row['dataset_title'])}**  \n{about(row)}" for row in held.to_dict("records")]
    st.markdown("\n\n".join(told))


def about(dataset: dict[str, str]) -> str:
    """Whose a published table is, which, where, when, how far to trust it, and what to know, as Markdown."""
    there = f" · {link('open it there', dataset['url'])}" if dataset["url"] else ""
    told = [
        f"{plain(dataset['publisher'])}{there}",
        f"**Table.** {plain(dataset['table'])}",
        f"**Published** {label(dataset['published'])}, **read** {label(dataset['retrieved'])}",
        f"**Status.** {words.STATUSES[dataset['official_status']]}",
        f"**Quality.** {words.quality(dataset['quality'])}",
        f"**Revisions.** {plain(dataset['revisions'])}",
        f"**Whom to ask.** {plain(dataset['contact'] or 'No address was found; the publisher’s page is above.')}",
        f"**Licence.** {plain(dataset['licence'])}",
        f"**Copy that was read.** {plain(dataset['found_at'])}",
        f"**Note.** {plain(dataset['note'])}",
        f"**Id.** `{dataset['dataset_id']}`",
    ]
    return "  \n".join(told)
