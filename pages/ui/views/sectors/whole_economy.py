"""How specialised and how diverse each whole economy is."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import queries
from pages.ui.exhibit import files, pictures, provenance
from pages.ui.exhibit.charts import places
from pages.ui.exhibit.charts.base import Mark, Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.state.cache import answer
from pages.ui.views.sectors import choice as choices
from pages.ui.views.sectors import missing, tables, text
from pages.ui.views.sectors.choice import Choice

KRUGMAN = (
    "**Krugman index of specialisation**: the part of the economy that would have to change industry to look like "
    "England’s. With $s_i$ an industry’s share here and $e_i$ its share in England, in %:\n\n"
    "$$K = \\tfrac{1}{2} \\sum_i |s_i - e_i|$$"
)
DIVERSITY = (
    "**Effective number of industries**: over how many industries of equal size the economy might as well be spread. "
    "It comes from Shannon entropy, with $s_i$ as a part of 1:\n\n"
    "$$N = e^{H}, \\quad H = -\\sum_i s_i \\ln s_i$$"
)


def show(headline: DeltaGenerator) -> None:
    """The view: pickers, two rankings with their formulae, table, files."""
    choice = choices.choose(with_growth=False, with_parts=False)
    found = answer(queries.economic_structure, *choice.shown, period=choice.period)
    england = answer(queries.benchmark_structure, choice.shown[0], period=choice.period).iloc[0]
    held = found.dropna(subset="krugman").sort_values("krugman_rank")
    if held.empty or (choice.area_code and choice.area_code not in set(held["area_code"])):
        return missing.explain(choice, headline)
    finding = text.of_structure(held, choice)
    about = text.about_structure(choice, int(england["industries"]))
    with headline:
        without = missing.note(choice, set(held["area_code"]))
        frame.headline(finding, f"{about} {without and text.WHOLE} {without}")
    unlike, spread = st.columns(2, gap="large")
    draw = functools.partial(_bars, held, "krugman", choice, None)
    with unlike:
        frame.section("Unlike England: specialisation")
        st.markdown(KRUGMAN)
        st.vega_lite_chart(draw(ink()), alt=text.ranked(held, "krugman"))
    with spread:
        frame.section("Spread over many industries: diversity")
        st.markdown(DIVERSITY)
        measure = "effective_industries"
        bars = _bars(held, measure, choice, float(england[measure]), ink())
        st.vega_lite_chart(bars, alt=text.ranked(held, measure))
    _figures(held, choice, finding, draw)


def _bars(held: pd.DataFrame, measure: str, choice: Choice, england: float | None, ink_: Ink) -> Spec:
    bars = held[["area_code", "area_name"]].assign(value=held[measure]).sort_values("value", ascending=False)
    bars = bars.assign(short=bars["value"].map("{:.1f}".format))
    marks = [] if england is None else [Mark("England", england, ink_.benchmark)]
    shown = tables.kept(bars.assign(label=bars["short"]), choice.area_code)
    return places.ranked_bars(
        shown, selected=choice.area_code, beyond=england, polarity="higher", marks=marks, ink=ink_
    )


def _figures(held: pd.DataFrame, choice: Choice, finding: str, draw: functools.partial[Spec]) -> None:
    frame.section("The figures")
    named = {
        "area_name": "Place",
        "krugman_rank": "Rank by specialisation",
        "krugman": "Krugman index (%)",
        "entropy": "Entropy (0–100)",
        "entropy_rank": "Rank by diversity",
        "effective_industries": "Industries of equal size it is like",
        "strongest_title": "Strongest industry",
        "strongest_quotient": "Its location quotient",
    }
    shown = held[list(named)].rename(columns=named)
    decimals = {named[key]: 1 for key in ("krugman", "entropy", "effective_industries")}
    columns = {name: st.column_config.NumberColumn(format=f"%.{places_}f") for name, places_ in decimals.items()}
    columns[named["strongest_quotient"]] = st.column_config.NumberColumn(format="%.2f")
    alt = f"Specialisation and diversity of {len(shown)} places"
    st.dataframe(shown, hide_index=True, column_config=columns, placeholder="–", alt=alt)
    extract = files.Extract(
        name=f"economic_structure_{choice.name}",
        finding=finding,
        subtitle=text.about_structure(choice, int(held["industries"].iloc[0])),
        rows=held.assign(indicator=choice.shown[0], geography=choice.shown[1], period=choice.period),
        sources=answer(provenance.sources_of, choice.shown),
        facts={"Krugman index": "half the sum of |share − England’s share| over industries, in %"}
        | {"Entropy (0–100)": "−100 · Σ s ln s / ln n over the n industries with shares s"}
        | {"Effective number of industries": "exp(−Σ s ln s)"},
    )
    with st.container(horizontal=True):
        files.offer(extract)
        pictures.offer_chart(extract, draw)
    frame.sources(choice.shown)
