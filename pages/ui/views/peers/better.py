"""Places like this one that do better on an indicator: whom to learn from."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import queries, statuses, wording
from lis_data.model import FOUNDATIONS, Series, StoredIndicator
from lis_data.period import label
from pages.ui.exhibit import findings, page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import peers as charts
from pages.ui.exhibit.charts.base import Mark, Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import each_row
from pages.ui.shell import frame
from pages.ui.shell.markup import facts
from pages.ui.state import cache, links, pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.peers import choice as choices
from pages.ui.views.peers import method, text
from pages.ui.views.peers.choice import Choice

_FIRST = "gva_per_hour"
_LEAST = "A better figure does not say why: a peer is where to ask, not proof of what works."
_HOLLOW = "Hollow bars are estimates or of low reliability, as the table says."
_IN_FILES = ("area_code", "lower", "upper", "status", "derivation", "significant", "better", "median", "period", "unit")


def show() -> None:
    """The view: pickers, bars, facts, table, files."""
    choice = choices.choose(key="near", default=10)
    indicator = cache.indicator(_indicator(choice.geography.geography_id))
    period = _period(indicator.indicator_id, choice.geography.geography_id)
    found = _rows(choice, indicator.indicator_id, period)
    ranking = _ranking(choice, indicator, period, found)
    if len(found) < 2:
        page.headline(ranking.finding, ranking.subtitle)
        return method.explain_none(choice)
    page.finding(ranking)
    picture, summary = st.columns([7, 4], gap="large")
    with picture:
        page.picture(ranking)
    with summary:
        _facts(choice, found, indicator)
    frame.section("The figures")
    page.table(ranking)
    method.show(choice)


def _ranking(choice: Choice, indicator: StoredIndicator, period: str, found: pd.DataFrame) -> Exhibit:
    """The place among its peers by an indicator, the best first."""
    indicator_id, geography_id = indicator.indicator_id, choice.geography.geography_id
    rows = found.drop(columns=["label", "short"]).assign(period=period, unit=indicator.unit)
    hollow = found["status"].isin(statuses.MARKS).any()
    better_end = text.end(indicator)
    return Exhibit(
        key="better",
        name=f"peers_{indicator_id}_{choice.name}",
        finding=text.better(choice, found, indicator),
        subtitle=f"{indicator.title} in {label(period)}; {better_end} is better. {choice.geography.title}.",
        table=Table(
            rows,
            _columns(indicator),
            alt=f"{indicator.title} of {len(found)} places",
            read=rows.assign(verdict=_verdicts(found), how_sure=statuses.each(found)),
        ),
        series=(Series(indicator_id, geography_id), *choice.series),
        picture=Chart(
            functools.partial(_draw, choice, indicator_id, period), findings.ranking(found, indicator=indicator)
        ),
        caption=_HOLLOW if hollow else "",
        facts=method.facts(choice),
    )


def _indicator(geography_id: str) -> str:
    titles = _titles(geography_id)
    return pickers.one_of(
        "Indicator", titles, key="indicator", default=_FIRST if _FIRST in titles else next(iter(titles))
    )


@cached
def _titles(geography_id: str) -> dict[str, str]:
    """The indicators by which places of any size can be better or worse, by foundation."""
    rows = answer(queries.indicators)
    rows = rows[~rows["additive"] & (rows["polarity"] != "neither")]
    rows = rows[[geography_id in names for names in rows["geographies"]]]
    order = rows.sort_values("foundation", key=lambda names: names.map(list(FOUNDATIONS).index), kind="stable")
    return {row.indicator_id: f"{FOUNDATIONS[row.foundation]}: {row.title}" for row in each_row(order)}


def _period(indicator_id: str, geography_id: str) -> str:
    coverage = answer(queries.coverage, indicator_id)
    covered = coverage[coverage["geography_id"] == geography_id]
    return queries.latest_period(covered)


@cached
def _rows(choice: Choice, indicator_id: str, period: str) -> pd.DataFrame:
    """`queries.better_peers` with each figure in words (label) and without its unit's (short)."""
    found = answer(queries.better_peers, choice.area_code, indicator_id, period=period, k=choice.k, **choice.asked)
    indicator = cache.indicator(indicator_id)
    scale = wording.scale(indicator)
    texts = [scale.number(value) for value in found["value"]]
    marks = found["status"].map({status: f" {brief}" for status, (_, brief) in statuses.MARKS.items()}).fillna("")
    short = pd.Series(texts, index=found.index).str.replace(f" {indicator.unit}", "", regex=False)
    return found.assign(label=texts, short=short + marks)


@cached
def _draw(choice: Choice, indicator_id: str, period: str, ink: Ink) -> Spec:
    found = _rows(choice, indicator_id, period)
    england = answer(queries.benchmark, indicator_id).set_index("period")["value"].get(period)
    lines = (("England", england, ink.text), ("Median of its peers", found["median"].iloc[0], ink.benchmark))
    marks = [Mark(name, value, colour) for name, value, colour in lines if pd.notna(value)]
    return charts.better(found, own=choice.area_code, marks=marks, ink=ink)


def _facts(choice: Choice, found: pd.DataFrame, indicator: StoredIndicator) -> None:
    own = found[found["area_code"] == choice.area_code].iloc[0]
    best = found.iloc[0]
    scale = wording.scale(indicator)
    figures = {
        choice.area_name: own["label"],
        "Median of its peers": scale.number(own["median"]),
        "To the median": scale.difference(own["median"] - own["value"]),
        "Best": f"{best['label']}, {best['area_name']}",
        "To the best": scale.difference(best["value"] - own["value"]),
    }
    st.html(facts(figures))
    st.caption(_LEAST)
    ahead = found.loc[found["better"].fillna(False), "area_code"].head(3).tolist()
    if ahead:
        links.show([links.compare(choice.area, ahead)])


def _verdicts(found: pd.DataFrame) -> pd.Series:
    """Whether each has the better figure; not said of a difference that by the intervals could be chance."""
    verdicts = found["better"].map({True: "yes", False: "no"})
    return verdicts.mask(~found["significant"].fillna(True), "within the margin of error")


def _columns(indicator: StoredIndicator) -> tuple[Column, ...]:
    decimals, unit = indicator.decimals, indicator.unit
    return (
        Column("area_name", "Place"),
        Column("value", f"Figure ({unit})", f"%.{decimals}f"),
        Column("gap", "Gap to the place", f"%+.{decimals}f"),
        Column("verdict", text.end(indicator).capitalize()),
        Column("rank", "Rank of likeness", "%d"),
        Column("distance", "Distance", "%.2f"),
        Column("how_sure", "Status"),
        *map(Column, _IN_FILES),
    )
