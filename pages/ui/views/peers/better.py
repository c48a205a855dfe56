"""Places like this one that do better on an indicator: whom to learn from."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import queries, statuses, wording
from lis_data.model import FOUNDATIONS, Series, StoredIndicator
from lis_data.period import label
from pages.ui.exhibit import files, findings, pictures, provenance
from pages.ui.exhibit.charts import peers as charts
from pages.ui.exhibit.charts.base import Mark, Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.shell.markup import facts
from pages.ui.state import cache, links, pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.peers import choice as choices
from pages.ui.views.peers import method, text
from pages.ui.views.peers.choice import Choice

_FIRST = "gva_per_hour"
_LEAST = "A better figure does not say why: a peer is where to ask, not proof of what works."


def show(headline: DeltaGenerator) -> None:
    """The view: pickers, bars, facts, table, files."""
    choice = choices.choose(key="near", default=10)
    indicator = cache.indicator(_indicator(choice.geography.geography_id))
    period = _period(indicator.indicator_id, choice.geography.geography_id)
    found = _rows(choice, indicator.indicator_id, period)
    better_end = text.end(indicator)
    finding = text.better(choice, found, indicator)
    subtitle = f"{indicator.title} in {label(period)}; {better_end} is better. {choice.geography.title}."
    with headline:
        frame.headline(finding, subtitle)
    if len(found) < 2:
        return method.explain_none(choice)
    draw = functools.partial(_draw, choice, indicator.indicator_id, period)
    picture, told = st.columns([7, 4], gap="large")
    with picture:
        st.vega_lite_chart(draw(ink()), alt=findings.ranking(found, indicator=indicator))
        if found["status"].isin(statuses.MARKS).any():
            st.caption("Hollow bars are estimates or of low reliability, as the table says.")
    with told:
        _facts(choice, found, indicator)
    frame.section("The figures")
    _table(found, indicator)
    pictures.offer_files(_extract(choice, indicator, period, finding=finding, subtitle=subtitle), draw)
    method.show(choice, Series(indicator.indicator_id, choice.geography.geography_id))


def _extract(choice: Choice, indicator: StoredIndicator, period: str, *, finding: str, subtitle: str) -> files.Extract:
    indicator_id, geography_id = indicator.indicator_id, choice.geography.geography_id
    rows = _rows(choice, indicator_id, period).drop(columns=["label", "short"])
    return files.Extract(
        name=f"peers_{indicator_id}_{geography_id}_{choice.area_code}",
        finding=finding,
        subtitle=subtitle,
        rows=rows.assign(period=period, unit=indicator.unit),
        sources=answer(provenance.sources_of, *choice.shown, Series(indicator_id, geography_id)),
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
    held = answer(queries.indicators)
    held = held[~held["additive"] & (held["polarity"] != "neither")]
    held = held[[geography_id in names for names in held["geographies"]]]
    order = held.sort_values("foundation", key=lambda names: names.map(list(FOUNDATIONS).index), kind="stable")
    return {row.indicator_id: f"{FOUNDATIONS[row.foundation]}: {row.title}" for row in order.itertuples()}


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
def _draw(choice: Choice, indicator_id: str, period: str, paper: Ink) -> Spec:
    found = _rows(choice, indicator_id, period)
    england = answer(queries.benchmark, indicator_id).set_index("period")["value"].get(period)
    held = (("England", england, paper.text), ("Median of its peers", found["median"].iloc[0], paper.benchmark))
    marks = [Mark(name, value, colour) for name, value, colour in held if pd.notna(value)]
    return charts.better(found, own=choice.area_code, marks=marks, ink=paper)


def _facts(choice: Choice, found: pd.DataFrame, indicator: StoredIndicator) -> None:
    own = found[found["area_code"] == choice.area_code].iloc[0]
    best = found.iloc[0]
    scale = wording.scale(indicator)
    told = {
        choice.area_name: own["label"],
        "Median of its peers": scale.number(own["median"]),
        "To the median": scale.difference(own["median"] - own["value"]),
        "Best": f"{best['label']}, {best['area_name']}",
        "To the best": scale.difference(best["value"] - own["value"]),
    }
    st.html(facts(told))
    st.caption(_LEAST)
    ahead = found.loc[found["better"].fillna(False), "area_code"].head(3).tolist()
    if ahead:
        links.show([links.compare(choice.area, ahead)])


def _better(found: pd.DataFrame) -> pd.Series:
    """Whether each has the better figure; not said of a difference that by the intervals could be chance."""
    told = found["better"].map({True: "yes", False: "no"})
    return told.mask(~found["significant"].fillna(True), "within the margin of error")


def _table(found: pd.DataFrame, indicator: StoredIndicator) -> None:
    decimals, unit = indicator.decimals, indicator.unit
    shown = pd.DataFrame(
        {
            "Place": found["area_name"],
            "Figure": found["value"],
            "Gap": found["gap"],
            text.end(indicator).capitalize(): _better(found),
            "Likeness": found["rank"],
            "Distance": found["distance"],
            "Status": statuses.each(found),
        }
    )
    columns = {
        "Figure": st.column_config.NumberColumn(f"Figure ({unit})", format=f"%.{decimals}f"),
        "Gap": st.column_config.NumberColumn("Gap to the place", format=f"%+.{decimals}f"),
        "Likeness": st.column_config.NumberColumn("Rank of likeness", format="%d"),
        "Distance": st.column_config.NumberColumn("Distance", format="%.2f"),
    }
    alt = f"{indicator.title} of {len(found)} places"
    st.dataframe(shown, hide_index=True, column_config=columns, placeholder="–", alt=alt)
