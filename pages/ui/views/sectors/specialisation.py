"""What one place is distinctively good at, or who is most specialised in what; and where else an industry is strong."""

from __future__ import annotations

import functools

import streamlit as st

from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import cells, places, sectors, strips
from pages.ui.exhibit.charts.base import Mark, Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import by_label
from pages.ui.shell import frame
from pages.ui.state import pickers
from pages.ui.state.cache import cached
from pages.ui.state.clicks import Click
from pages.ui.views.sectors import blind_spot, missing, nearby, tables, text, volumes
from pages.ui.views.sectors import choice as choices
from pages.ui.views.sectors.choice import Choice

_NO_GROWTH = f"There is no earlier year to measure growth from. {text.QUOTIENT}"
_BUBBLES = f"A bubble is as large as its industry; a click shows where else it is strong. {text.QUOTIENT}"
_TICKS = f"A tick for each place, the leader’s in colour. {text.QUOTIENT}"


def show() -> None:
    """The view: pickers, picture, where else, table, files."""
    choice = choices.choose()
    if tables.large(choice).empty:
        return missing.explain(choice)
    picture, elsewhere = st.columns([7, 5], gap="large")
    with elsewhere:
        industry = _industry(choice)
        page.show(_where_else(choice, industry))
        nearby.offer_closer_look(choice)
    industries = _industries(choice, industry)
    page.finding(industries)
    with picture:
        frame.section(_above(choice))
        page.picture(industries)
        if in_volume := volumes.sentence(choice):
            st.caption(in_volume)
        blind_spot.show(choice)
    frame.section("The figures")
    page.table(industries)


def _industry(choice: Choice) -> str:
    """The industry looked at more closely: what a click on a bubble chooses too."""
    titles = tables.large(choice).drop_duplicates("industry").set_index("industry")["title"]
    where = "here" if choice.area_code else "anywhere"
    first = {"": f"The most specialised {where}: {titles.iloc[0]}"}
    return pickers.one_of("Industry", {**first, **by_label(titles)}, key="industry", default="") or titles.index[0]


def _industries(choice: Choice, industry: str) -> Exhibit:
    """The industries of the place; of all places, the leaders in each."""
    rows, everything = tables.large(choice), tables.with_columns(choice)
    finding = text.of_place(rows, choice) if choice.area_code else text.of_all(rows, choice)
    alt, caption = _said(choice)
    return Exhibit(
        key="industries",
        name=f"sectors_{choice.name}_{choice.area_code or 'all'}",
        finding=finding,
        subtitle=f"{text.subtitle(choice)} {volumes.prices(choice)} {missing.note(choice)}",
        table=Table(
            everything,
            tables.columns(choice),
            alt=f"{choice.title} by industry: size, share and location quotient",
            read=None if choice.area_code else tables.first_of_each(everything),
            note="" if choice.area_code else "The strongest place of each industry; the files have every place.",
        ),
        series=(choice.series, *volumes.series(choice)),
        picture=Chart(functools.partial(_draw, choice, industry), alt, click=_click(choice)),
        caption=caption,
        facts={"Location quotient": text.QUOTIENT},
    )


@cached
def _draw(choice: Choice, industry: str, ink: Ink) -> Spec:
    """The picture of the view in any ink; the same for all readers, so never written to."""
    rows = tables.large(choice)
    if not choice.area_code:
        leaders = tables.leaders(choice)
        leading = {code for codes in leaders["codes"] for code in codes}
        names = {code: name for code, name in pickers.names(choice.geography.geography_id).items() if code in leading}
        return strips.leaders(leaders, names=names, ink=ink)
    if choice.base is None:
        grid = tables.grid(rows, rows, [choice.area_code])
        return cells.heatmap(grid, columns=list(grid["column"].unique()), ink=ink)
    named = tables.notable(tables.labelled(rows, choice))
    return sectors.bubbles(named, selected=industry, growth=tables.economy_growth(choice), ink=ink)


def _above(choice: Choice) -> str:
    if not choice.area_code:
        return "Who leads in what"
    return "Times England’s share" if choice.base is None else "How specialised, and how fast it grows"


def _said(choice: Choice) -> tuple[str, str]:
    """The picture's text alternative, and its caption."""
    if not choice.area_code:
        return text.leaders(tables.leaders(choice)), _TICKS
    rows = tables.large(choice)
    return (text.grid(rows), _NO_GROWTH) if choice.base is None else (text.bubbles(rows), _BUBBLES)


def _click(choice: Choice) -> Click | None:
    """A click on a bubble chooses its industry."""
    return Click("industry", sectors.PICK) if choice.area_code and choice.base else None


def _where_else(choice: Choice, industry: str) -> Exhibit:
    """One industry's location quotient in every place."""
    bars = tables.across(choice, industry)
    title, first = bars["title"].iloc[0], tables.first_bars(bars, choice.area_code)
    return Exhibit(
        key="where-else",
        name=f"sector_{industry}_{choice.name}",
        finding=text.where_else(bars, title, choice),
        subtitle=text.subtitle(choice),
        table=Table(
            bars,
            (
                Column("area_name", "Place"),
                Column("area_code"),
                Column("title", "Industry"),
                Column("value", "Location quotient", "%.2f"),
            ),
            alt=f"Location quotients of {len(bars)} places in {title}",
        ),
        series=(choice.series,),
        picture=Chart(functools.partial(_bars, choice, industry), text.bars(first, title)),
        caption=f"The first {tables.MOST_BARS} of {len(bars)} places." if len(first) < len(bars) else "",
        facts={"Location quotient": text.QUOTIENT},
    )


def _bars(choice: Choice, industry: str, ink: Ink) -> Spec:
    first = tables.first_bars(tables.across(choice, industry), choice.area_code)
    england = [Mark("England", 1.0, ink.benchmark)]
    return places.ranked_bars(first, selected=choice.area_code, beyond=1.0, polarity="higher", marks=england, ink=ink)
