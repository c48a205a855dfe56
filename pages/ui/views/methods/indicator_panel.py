"""All about one indicator: what it is, how it is made, where and when it has figures, who has none, whose they are."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from geo.areas import GEOGRAPHIES
from lis_data import queries
from lis_data.model import Series, StoredIndicator
from lis_data.period import label
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import coverage as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import by_label, records
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, link, plain
from pages.ui.state import links, pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.methods import lists, text

_ORDER = list(GEOGRAPHIES)
"""Geographies, most wanted first."""
_COVERAGE = (
    Column("geography_title", "Geography"),
    Column("years", "Years"),
    Column("latest", "Areas, latest"),
    Column("missing", "Missing"),
    Column("suppressed", "Suppressed"),
    Column("made", "Figures are"),
    *map(Column, ("geography", "period", "areas", "of_areas")),
)
_GAPS = (
    Column("geography", "Geography"),
    Column("period", "Period"),
    Column("name", "Area"),
    Column("why", "Why"),
    Column("parts", "Parts"),
    *map(Column, ("geography_id", "of_areas", "area_code")),
)


def show(indicator: StoredIndicator) -> None:
    """What it is and how it is made."""
    frame.section(indicator.title)
    st.markdown(plain(indicator.description))
    st.html(facts(text.facts(indicator)))
    if pickers.mapped(indicator.indicator_id):
        links.show_one(links.on_the_map(indicator.indicator_id, "See it on the map"))
    titles = by_label(answer(queries.catalogue).set_index("indicator_id")["title"])
    said = {
        "Method": indicator.method,
        "Areas without a published figure": text.made(indicator, titles),
        "Caveats": indicator.caveat,
        "Breaks": _breaks(indicator),
    }
    st.markdown("\n\n".join(f"**{name}.** {plain(line)}" for name, line in said.items() if line))


def _breaks(indicator: StoredIndicator) -> str:
    breaks = [f"not comparable before {label(period)}" for period in indicator.breaks]
    below = [f"below regions not comparable before {label(period)}" for period in indicator.breaks_below_regions]
    return ", ".join([*breaks, *below])


def show_coverage(indicator: StoredIndicator) -> None:
    """Where and when it has figures: the picture, the table, the files."""
    coverage = _coverage(indicator)
    page.credit(*(geography_id for _, geography_id in coverage.series))
    frame.section(coverage.finding)
    page.picture(coverage)
    page.table(coverage)


def _coverage(indicator: StoredIndicator) -> Exhibit:
    """Its figures by geography and period: in the files each pair, on the page a row a geography."""
    indicator_id = indicator.indicator_id
    rows = answer(queries.coverage, indicator_id)
    finding = _reach(rows)
    return Exhibit(
        key="coverage",
        name=f"{indicator_id}_coverage",
        finding=finding,
        subtitle=f"{indicator.title}: areas with a figure",
        table=Table(
            rows.rename(columns={"geography_id": "geography", "title": "geography_title"}),
            _COVERAGE,
            alt="Geographies with their years, areas and gaps",
            read=geographies(indicator_id),
            wraps=True,
        ),
        series=tuple(Series(indicator_id, geography_id) for geography_id in dict.fromkeys(rows["geography_id"])),
        picture=Chart(functools.partial(_cells, indicator_id), f"Periods with figures by geography. {finding}."),
        caption="The stronger a cell, the more of the areas have a figure.",
    )


def _cells(indicator_id: str, ink: Ink) -> Spec:
    return charts.coverage(cells(indicator_id), ink=ink)


def _reach(coverage: pd.DataFrame) -> str:
    periods, places = coverage["period"].nunique(), coverage["geography_id"].nunique()
    return f"Figures for {periods} period{'s' * (periods != 1)} and {places} geograph{'y' if places == 1 else 'ies'}"


@cached
def cells(indicator_id: str) -> pd.DataFrame:
    """One row a geography and period, as `charts.coverage` wants it: geography, period, order, areas, of_areas."""
    rows = _wanted_first(answer(queries.coverage, indicator_id))
    named = rows.rename(columns={"title": "geography", "period": "order"})
    return named.assign(period=named["order"].map(label))


@cached
def geographies(indicator_id: str) -> pd.DataFrame:
    """A row a geography: geography_title, years, latest (areas of how many), missing, suppressed, made."""
    described = answer(queries.describe, indicator_id).groupby("geography_id")
    coverage = _wanted_first(answer(queries.coverage, indicator_id)).groupby("geography_id", sort=False)
    first, latest = coverage["period"].min(), coverage.last()
    return pd.DataFrame(
        {
            "geography_title": latest["title"],
            "years": [text.span(*pair) for pair in zip(first, latest["period"], strict=True)],
            "latest": latest["areas"].astype(str) + " of " + latest["of_areas"].astype(str),
            "missing": described["missing"].sum().reindex(latest.index),
            "suppressed": described["suppressed"].sum().reindex(latest.index),
            "made": described["derivations"].agg(_ways).reindex(latest.index),
        }
    )


def _wanted_first(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values("geography_id", key=lambda ids: ids.map(_ORDER.index), kind="stable")


def _ways(derivations: pd.Series) -> str:
    return ", ".join(text.DERIVATIONS[way] for way in sorted({way for ways in derivations for way in ways}))


def show_gaps(indicator_id: str) -> None:
    """Which areas have no figure in the latest period, and why."""
    found = answer(queries.gaps, indicator_id)
    frame.section(text.missing(found))
    if len(found):
        rows = _wanted_first(found)
        st.markdown(text.missing_by_name(rows))
        page.fold_table(_gaps(indicator_id, rows))


def _gaps(indicator_id: str, rows: pd.DataFrame) -> Exhibit:
    named = rows.assign(why=rows["reason"].map(text.REASONS))
    return Exhibit(
        key="gaps",
        name=f"{indicator_id}_missing",
        finding=text.missing(rows),
        subtitle="In the latest period",
        table=Table(named, _GAPS, alt=f"{len(rows)} areas without a figure, and why"),
        documents=lists.OURS,
    )


def show_sources(indicator_id: str) -> None:
    """The tables that its figures were published in."""
    frame.section("Where it was published")
    datasets = answer(queries.describe, indicator_id).drop_duplicates("dataset_id")
    described = [f"**{plain(row['dataset_title'])}**  \n{about(row)}" for row in records(datasets)]
    st.markdown("\n\n".join(described))


def about(dataset: dict[str, str]) -> str:
    """Whose a published table is, which, where, when, how far to trust it, and what to know, as Markdown."""
    there = f" · {link('open it there', dataset['url'])}" if dataset["url"] else ""
    lines = [
        f"{plain(dataset['publisher'])}{there}",
        f"**Table.** {plain(dataset['table'])}",
        f"**Published** {label(dataset['published'])}, **read** {label(dataset['retrieved'])}",
        f"**Status.** {text.STATUSES[dataset['official_status']]}",
        f"**Quality.** {text.quality(dataset['quality'])}",
        f"**Revisions.** {plain(dataset['revisions'])}",
        f"**Whom to ask.** {plain(dataset['contact'] or 'No address was found; the publisher’s page is above.')}",
        f"**Licence.** {plain(dataset['licence'])}",
        f"**Copy that was read.** {plain(dataset['found_at'])}",
        f"**Note.** {plain(dataset['note'])}",
        f"**Id.** `{dataset['dataset_id']}`",
    ]
    return "  \n".join(lines)
