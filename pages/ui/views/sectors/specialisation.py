"""What one place is distinctively good at, or who is most specialised in what; and where else an industry is strong."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui.exhibit import files, pictures, provenance
from pages.ui.exhibit.charts import cells, places, sectors, strips
from pages.ui.exhibit.charts.base import Mark, Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.sectors import blind_spot, missing, nearby, tables, text, volumes
from pages.ui.views.sectors import choice as choices
from pages.ui.views.sectors.choice import Choice

_CHART = "bubbles"


def show(headline: DeltaGenerator) -> None:
    """The view: pickers, picture, where else, table, files."""
    choice = choices.choose()
    rows = tables.large(choice)
    if rows.empty:
        return missing.explain(choice, headline)
    finding = text.of_place(rows, choice) if choice.area_code else text.of_all(rows, choice)
    with headline:
        frame.headline(finding, f"{text.subtitle(choice)} {volumes.prices(choice)} {missing.note(choice)}")
    picture, elsewhere = st.columns([7, 5], gap="large")
    with elsewhere:
        industry = _industry(rows, choice)
        _where_else(choice, industry)
        nearby.offer_closer_look(choice)
    draw = functools.partial(_draw, choice, industry)
    with picture:
        _picture(rows, choice, draw)
        if in_volume := volumes.sentence(choice):
            st.caption(in_volume)
        blind_spot.show(choice)
    _figures(rows, choice, finding, draw)


def _industry(rows: pd.DataFrame, choice: Choice) -> str:
    """The industry looked at more closely: what a click on a bubble chooses too."""
    titles = rows.drop_duplicates("industry").set_index("industry")["title"]
    where = "here" if choice.area_code else "anywhere"
    first = {"": f"The most specialised {where}: {titles.iloc[0]}"}
    return pickers.one_of("Industry", {**first, **titles.to_dict()}, key="industry", default="") or titles.index[0]


def _where_else(choice: Choice, industry: str) -> None:
    bars = tables.across(choice, industry)
    title = bars["title"].iloc[0]
    frame.section(text.where_else(bars, title, choice))
    shown = tables.kept(bars, choice.area_code)
    england = [Mark("England", 1.0, ink().benchmark)]
    looks = {"selected": choice.area_code, "beyond": 1.0, "polarity": "higher", "marks": england, "ink": ink()}
    st.vega_lite_chart(places.ranked_bars(shown, **looks), alt=text.bars(shown, title))
    if len(shown) < len(bars):
        st.caption(f"The first {tables.MOST_BARS} of {len(bars)} places.")


@cached
def _drawn(choice: Choice, industry: str, ink_: Ink) -> Spec:
    """The picture of the view in any ink; the same for all readers, so never written to."""
    if not choice.area_code:
        leaders = tables.leaders(choice)
        shown = {code for codes in leaders["codes"] for code in codes}
        names = {code: name for code, name in pickers.names(choice.geography.geography_id).items() if code in shown}
        return strips.leaders(leaders, names=names, ink=ink_)
    if choice.base is None:
        grid = tables.grid(tables.large(choice), tables.large(choice), [choice.area_code])
        return cells.heatmap(grid, columns=list(grid["column"].unique()), ink=ink_)
    named = tables.notable(tables.labelled(tables.large(choice), choice))
    return sectors.bubbles(named, selected=industry, growth=tables.whole_growth(choice), ink=ink_)


def _draw(choice: Choice, industry: str, ink_: Ink) -> Spec:
    return dict(_drawn(choice, industry, ink_))


def _picture(rows: pd.DataFrame, choice: Choice, draw: functools.partial[Spec]) -> None:
    if choice.area_code and choice.base is None:
        frame.section("Times England’s share")
        st.vega_lite_chart(draw(ink()), alt=text.grid(rows))
        st.caption(f"There is no earlier year to measure growth from. {text.QUOTIENT}")
    elif choice.area_code:
        frame.section("How specialised, and how fast it grows")
        st.vega_lite_chart(
            draw(ink()),
            key=_CHART,
            on_select=_take_click,
            selection_mode=sectors.PICK,
            alt=text.bubbles(rows),
        )
        st.caption(f"A bubble is as large as its industry; a click shows where else it is strong. {text.QUOTIENT}")
    else:
        frame.section("Who leads in what")
        st.vega_lite_chart(draw(ink()), alt=text.leaders(tables.leaders(choice)))
        st.caption(f"A tick for each place, the leader’s in colour. {text.QUOTIENT}")


def _take_click() -> None:
    """A click on a bubble chooses its industry; on nothing, the most specialised one again."""
    picked = st.session_state[_CHART].selection[sectors.PICK]
    st.session_state["industry"] = picked[0]["c"] if picked else ""


def _figures(rows: pd.DataFrame, choice: Choice, finding: str, draw: functools.partial[Spec]) -> None:
    frame.section("The figures")
    listed = rows if choice.area_code else tables.first_of_each(rows)
    tables.show(listed, choice, badges=blind_spot.badges(listed, choice))
    if not choice.area_code:
        st.caption("The strongest place of each industry; the files have every place.")
    extract = files.Extract(
        name=f"sectors_{choice.name}_{choice.area_code or 'all'}",
        finding=finding,
        subtitle=text.subtitle(choice),
        rows=tables.to_take_away(choice),
        sources=answer(provenance.sources_of, choice.shown, *volumes.shown(choice)),
        facts={"Location quotient": text.QUOTIENT},
    )
    with st.container(horizontal=True):
        files.offer(extract)
        pictures.offer_chart(extract, draw)
    frame.sources(choice.shown, *volumes.shown(choice), *blind_spot.shown(choice))
