"""What stands folded under the way to the target: the other rules, the years, and what was measured before."""

from __future__ import annotations

import dataclasses
import functools

import pandas as pd
import streamlit as st

from lis_data import measures
from lis_data.model import Series
from lis_data.targets import NOT_COMPARABLE
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import targets as charts
from pages.ui.exhibit.charts.base import Mark, Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell.markup import plain
from pages.ui.state.cache import cached
from pages.ui.views.target_line import figures, text
from pages.ui.views.target_line.choices import RULES, Choice


def show(way: Exhibit, one: pd.Series, lep: pd.Series | None, choice: Choice) -> None:
    """What each rule takes of England, of the chosen region (`one`), or of the chosen LEP."""
    if lep is not None:
        st.markdown(text.WHY_RULES_DIFFER)
        page.show(_of_lep(way, lep, choice))
        return
    st.markdown(f"{plain(text.of_rules(one))}. {text.WHY_RULES_DIFFER} {plain(_by_itself(one, choice))}")
    exhibit = _of_place(way, one, choice)
    left, right = st.columns([11, 9], gap="large")
    with left:
        page.picture(exhibit)
    with right:
        page.table(exhibit)
    rows = figures.drawn(choice)
    sentences = [
        f"- **{plain(name)}.** {plain(text.rule(rows, rule))} {plain(text.who_by_rule(rows, rule))}"
        for rule, name in RULES.items()
    ]
    st.markdown("\n".join(sentences))


def _by_itself(row: pd.Series, choice: Choice) -> str:
    """What reaching the target would take of a region that no rule brings there; empty for England and above it."""
    if choice.area_code is None or row["intensity"] >= choice.target.value:
        return ""
    now, gdp = pd.Series([row["intensity"]]), pd.Series([row["gdp_gbp_m"]])
    wanted = measures.money_to_target(now, target=choice.target.value, base=gdp).iloc[0]
    return (
        f"To reach {text.share(choice.target.value)} itself, which no rule asks of it, {row['area_name']} would spend "
        f"{text.money(wanted)} more a year."
    )


def _of_place(way: Exhibit, one: pd.Series, choice: Choice) -> Exhibit:
    """The paths of the place by each rule, with what they take."""
    finding = text.of_rules(one)
    alt = f"{finding}. Its path by each rule from {choice.first} to {choice.year}."
    return dataclasses.replace(
        way,
        key="by-rule",
        name=f"{way.name}-{one['area_code']}-rules",
        finding=finding,
        table=_table(one, choice),
        picture=Chart(functools.partial(_paths, choice), alt),
        caption="",
    )


def _table(one: pd.Series, choice: Choice) -> Table:
    """A row a rule to read, and in the files a row a year by each."""
    taken = pd.DataFrame(
        {
            "name": list(RULES.values()),
            "intensity": [one[f"{rule}_intensity"] for rule in RULES],
            "extra_gbp_m": [round(one[f"{rule}_extra_gbp_m"]) for rule in RULES],
            "total_gbp_m": [round(one[f"{rule}_total_gbp_m"]) for rule in RULES],
        }
    )
    columns = (
        *map(Column, ("geography_id", "area_code", "area_name", "rule")),
        Column("name", "Rule"),
        Column("year"),
        Column("rd_gbp_m"),
        Column("intensity", f"{choice.year}, %", "%.2f"),
        Column("extra_gbp_m", "£m a year", "localized"),
        Column("total_gbp_m", "£m in all", "localized"),
        Column("status"),
    )
    note = f"£m a year: more in {choice.year} than in {choice.first}. £m in all: of all the years together."
    return Table(figures.by_rule(choice), columns, "What the rules take", read=taken, note=note)


@cached
def _paths(choice: Choice, ink: Ink) -> Spec:
    mark = Mark(f"{choice.target.value:.3g}%", choice.target.value, ink.benchmark)
    return charts.by_rule(figures.by_rule(choice), chosen=choice.rule, mark=mark, ink=ink)


def _of_lep(way: Exhibit, lep: pd.Series, choice: Choice) -> Exhibit:
    """What each rule takes of a LEP: a range by each, as its R&D is one."""
    rows = pd.DataFrame(
        {
            "area_code": lep["area_code"],
            "area_name": lep["area_name"],
            "rule": list(RULES.values()),
            "more": [text.span(lep, rule) for rule in RULES],
            "low_gbp_m": [lep[f"{rule}_low"] for rule in RULES],
            "high_gbp_m": [lep[f"{rule}_high"] for rule in RULES],
        }
    )
    finding = f"What the rules take of {lep['area_name']} in {choice.year}"
    headings = {"rule": "Rule", "more": "More a year"}
    columns = tuple(Column(name, headings.get(name, "")) for name in rows.columns)
    name = f"{way.name}-{lep['area_code']}-rules"
    return dataclasses.replace(
        way, key="by-rule", name=name, finding=finding, table=Table(rows, columns, finding), picture=None, caption=""
    )


def by_year(way: Exhibit, one: pd.Series, choice: Choice) -> Exhibit:
    """The chosen place year by year to read, and every region's years to take away."""
    amounts = {"rd_gbp_m": 0, "extra_gbp_m": 0}
    columns = (
        *map(Column, ("geography_id", "area_code", "area_name")),
        Column("year", "Year", "%d"),
        Column("intensity", "Of GDP, %", "%.2f"),
        Column("gdp_gbp_m"),
        Column("rd_gbp_m", "R&D, £m", "localized"),
        Column("extra_gbp_m", f"More than in {choice.first}, £m", "localized"),
        Column("status"),
    )
    return dataclasses.replace(
        way,
        key="years",
        name=f"{way.name}-by-year",
        finding=f"Every region year by year: {RULES[choice.rule]}",
        table=Table(
            figures.years(choice, choice.rule),
            columns,
            f"{one['area_name']} year by year",
            read=figures.of_place(choice, choice.rule).round(amounts),
            note="The files have every region.",
        ),
        picture=None,
        caption="",
    )


def before() -> Exhibit:
    """What was measured before, which the paths do not go on from."""
    read = figures.two_measures()
    amounts = {name: 0 for name in read.columns if name.endswith("£m")}
    columns = (
        Column("year", "Year"),
        *(Column(name, name, "localized" if name in amounts else "%.2f") for name in read.columns[1:]),
        *map(Column, ("measure", "indicator", "geography_id", "area_code", "area_name", "period", "value", "status")),
        *map(Column, ("derivation", "dataset_id")),
    )
    return Exhibit(
        key="before",
        name="business-rd-by-either-measure",
        finding="Business R&D in England by either measure",
        subtitle="£ million and % of GDP, England",
        table=Table(
            figures.of_two_measures(), columns, "Business R&D in England by two measures", read=read.round(amounts)
        ),
        series=tuple(Series(key, "country") for pair in figures.BOTH.values() for key in pair),
        caption=NOT_COMPARABLE,
        facts={"Measures": NOT_COMPARABLE},
    )


def show_table(exhibit: Exhibit) -> None:
    """The table of an exhibit without a picture, below what its caption says; its heading is that of the fold."""
    page.picture(exhibit)
    page.table(exhibit)
