"""What would it take? Each region's way to the target, the money it takes, and the rules side by side."""

from __future__ import annotations

import dataclasses
import functools

import pandas as pd
import streamlit as st

from lis_data import wording
from lis_data.model import ENGLAND, Series
from lis_data.queries.paths import REGIONS, SHARES
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import targets as charts
from pages.ui.exhibit.charts.base import Mark, Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import row_at
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, plain
from pages.ui.state.cache import cached
from pages.ui.state.clicks import Click
from pages.ui.views.target_line import choices, figures, rules, text
from pages.ui.views.target_line.choices import PLACES, RULES, Choice

KINDS = {"country": "country", **PLACES}
_RELIABILITY = {"E": "estimated", "U": "low", "P": "provisional"}
ON_ROW = Click("area", charts.PICK)
"""A click on a region chooses it; one on England means all places."""


def show() -> None:
    """The view: pickers, what it takes, ways and money, table, files, the other rules, years, what was before."""
    choice = choices.choose()
    rows = figures.compared(choice)
    one = _chosen(rows, choice)
    lep = figures.of_lep(choice) if choice.of_lep else None
    items = _facts(one, choice) if lep is None else _facts_of_lep(lep, choice)
    way = _way(rows, choice, text.of_way(one, choice) if lep is None else text.of_lep_way(lep, choice), items)
    headline = page.finding(way)
    headline.caption(plain(f"{text.assumptions(choice)} {choice.target.why}"))
    st.html(facts(items))
    left, right = st.columns([11, 9], gap="large")
    with left:
        frame.section(f"From {choice.first} to {choice.year}, % of GDP")
        page.picture(way)
    with right:
        page.show(_money(way, choice))
    frame.section(f"More a year in {choice.year}, in {choice.first} prices")
    page.table(way)
    others = functools.partial(rules.show, way, one, lep, choice)
    frame.fold("By the other rules, and why they differ", others, key="rules", icon=":material/call_split:")
    _folded(f"{one['area_name']} year by year", rules.by_year(way, one, choice), icon=":material/table:")
    _folded("Business R&D in England by either measure", rules.before(), icon=":material/history:")


def _folded(title: str, exhibit: Exhibit, *, icon: str) -> None:
    """An exhibit that is a table, folded away under its title."""
    frame.fold(title, functools.partial(rules.show_table, exhibit), key=exhibit.key, icon=icon)


def _chosen(rows: pd.DataFrame, choice: Choice) -> pd.Series:
    """The row of the chosen place; England's where none is chosen, or a LEP, which is no row of its own."""
    code = ENGLAND if choice.of_lep else choice.area_code or ENGLAND
    return row_at(rows.set_index("area_code", drop=False), code)


def _facts(row: pd.Series, choice: Choice) -> dict[str, str]:
    rule = choice.rule
    now = f"{text.share(row['intensity'])} of GDP, {text.money(row['rd_gbp_m'])}"
    return {
        f"{row['area_name']} in {choice.first}": now,
        f"To reach in {choice.year}": f"{text.share(row[f'{rule}_intensity'])} of GDP",
        f"More a year in {choice.year}, in {choice.first} prices": text.money(row[f"{rule}_extra_gbp_m"]),
    }


def _facts_of_lep(lep: pd.Series, choice: Choice) -> dict[str, str]:
    how = "known: made of whole regions" if lep["exact"] else "modelled by three keys"
    now = wording.NONE if pd.isna(lep["low"]) else f"{text.spread(lep)} of GDP ({how})"
    return {
        f"{lep['area_name']} in {choice.first}": now,
        f"More a year in {choice.year}, in {choice.first} prices": text.span(lep, choice.rule),
    }


def _way(rows: pd.DataFrame, choice: Choice, finding: str, items: dict[str, str]) -> Exhibit:
    """Every place's share today and to be reached, with the money that it takes."""
    rule = f"{RULES[choice.rule]}: {text.rule(figures.drawn(choice), choice.rule)}"
    sound = text.ESTIMATED_TODAY if (rows["status"] != "A").any() else ""
    alt = f"Each region’s R&D in {choice.first} and what to reach in {choice.year}; the table below has the figures."
    return Exhibit(
        key="ways",
        name=f"way-to-{choice.target.value:.2f}-{choice.rule}-{choice.year}",
        finding=finding,
        subtitle=text.about_way(choice),
        table=_table(rows, choice),
        series=_series(choice),
        picture=Chart(functools.partial(_ways, choice), alt, click=ON_ROW),
        caption=f"Filled: {choice.first}. Hollow and dashed: modelled. {rule} {sound}".strip(),
        facts={
            **items,
            "Target": f"{choice.target.name}. {choice.target.why}",
            "Assumptions": text.assumptions(choice),
            **{name: text.MEANS[rule] for rule, name in RULES.items()},
            "Status": "Of the share of GDP in the first year, calculated here; what a rule gives is modelled.",
        },
    )


def _money(way: Exhibit, choice: Choice) -> Exhibit:
    """The money alone, region by region."""
    return dataclasses.replace(
        way,
        key="money",
        name=f"{way.name}-money",
        finding=f"More a year in {choice.year}, £ million",
        subtitle=f"More R&D in {choice.year} than in {choice.first}, £ million a year, NUTS 2 regions: modelled.",
        picture=Chart(functools.partial(_bars, choice), "The extra money of each region; the table has it.", ON_ROW),
        caption="Hollow and dashed: modelled.",
    )


def _series(choice: Choice) -> tuple[Series, ...]:
    """The share of GDP and its amount, of England and both kinds of regions; for a LEP what it is modelled by too."""
    target = choice.target.indicator_id
    kinds = ("country", "region", REGIONS)
    published = [Series(indicator_id, kind) for indicator_id in (target, SHARES[target]) for kind in kinds]
    return (*published, *(figures.MODEL if choice.of_lep else ()))


def _table(rows: pd.DataFrame, choice: Choice) -> Table:
    rule, rest = choice.rule, [name for name in RULES if name != choice.rule]
    named = rows.assign(
        kind=rows["geography_id"].map(KINDS),
        reliability=rows["status"].map(_RELIABILITY).fillna("normal"),
        first_year=choice.first,
        target_year=choice.year,
        target=choice.target.value,
    )
    columns = (
        Column("geography_id"),
        Column("area_code"),
        Column("area_name", "Place"),
        Column("kind", "Kind"),
        Column("rd_gbp_m", f"R&D {choice.first}, £m", "localized"),
        Column("gdp_gbp_m"),
        Column("intensity", f"{choice.first}, %", "%.2f"),
        Column("status"),
        Column("reliability", "Reliability"),
        Column(f"{rule}_intensity", f"{choice.year}, %", "%.2f"),
        Column(f"{rule}_extra_gbp_m", "More a year, £m", "localized"),
        Column(f"{rule}_total_gbp_m"),
        *(Column(f"{name}_{what}") for name in rest for what in ("intensity", "extra_gbp_m", "total_gbp_m")),
        *map(Column, ("first_year", "target_year", "target")),
    )
    alt = f"The way of England, its regions and NUTS 2 regions to the target: {len(rows)} places"
    return Table(named, columns, alt, read=named.round({"rd_gbp_m": 0, f"{rule}_extra_gbp_m": 0}))


@cached
def _ways(choice: Choice, ink: Ink) -> Spec:
    mark = Mark(f"{choice.target.value:.3g}%", choice.target.value, ink.benchmark)
    return charts.ways(figures.ways(choice), country=ENGLAND, selected=choice.drawn, mark=mark, ink=ink)


@cached
def _bars(choice: Choice, ink: Ink) -> Spec:
    return charts.hollow_bars(figures.money(choice), selected=choice.drawn, ink=ink)
