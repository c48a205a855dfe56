"""The slides of a comparison: which there are, in which order, and what stands on each."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from lis_data import wording
from lis_data.model import FOUNDATIONS, Series
from lis_data.uploads import upload_of
from pages.ui.exhibit import extracts, provenance
from pages.ui.state import address, cache
from pages.ui.state.cache import answer, cached
from pages.ui.views.compare import figures, questions
from pages.ui.views.compare import text as words
from pages.ui.views.compare.choice import Choice

TITLE, SOURCES, QUESTIONS = "title", "sources", "questions"
PICTURES = {"dots": "figures", "change": "change over time", "map": "map"}
_LONG = 90
_LINES, _BETWEEN = 15, 0.4
"""How many lines a column of a slide has, and how many the room between two texts takes."""


@dataclass(frozen=True)
class Slide:
    """What stands on a slide: the finding, a line under it, then a picture (indicator and kind) or one or two columns
    of points, the first of which may be numbered; and where it is from.
    """

    title: str
    subtitle: str
    source: str
    picture: tuple[str, str] | None = None
    alt: str = ""
    points: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    numbered: bool = False

    @property
    def long(self) -> bool:
        """Whether the title has to be set smaller."""
        return len(self.title) > _LONG


def on_offer(choice: Choice) -> dict[str, str]:
    """Every slide there can be, with what it is called in the list."""
    titles = {indicator: cache.indicator(indicator).title for indicator in choice.indicators}
    pictures = {
        f"{indicator}.{kind}": f"{title}: {name}"
        for indicator, title in titles.items()
        for kind, name in PICTURES.items()
    }
    asked = {f"{key}.{QUESTIONS}": f"{FOUNDATIONS[key]}: workshop questions" for key in choice.foundations}
    return {TITLE: "Title", **pictures, **asked, SOURCES: "Sources"}


def preset(choice: Choice) -> list[str]:
    """Title, a picture of each indicator, the questions after each foundation, sources."""
    of = {key: cache.indicator(key).foundation for key in choice.indicators}
    listed = [TITLE, *(f"{key}.dots" for key in choice.indicators if not of[key])]
    for foundation in choice.foundations:
        listed += [*(f"{key}.dots" for key in choice.indicators if of[key] == foundation), f"{foundation}.{QUESTIONS}"]
    return [*listed, SOURCES]


def chosen(choice: Choice) -> list[str]:
    """The slides in their order, as the address or the facilitator has them. The preset follows the choice of places
    and indicators until it is edited.
    """
    default = preset(choice)
    address.restore_several("slides", list(on_offer(choice)), default=default)
    listed: list[str] = st.session_state["slides"]
    address.keep("slides", ",".join(listed), default=",".join(default))
    if listed == default:
        del st.session_state["slides"]
    return listed or default


@cached
def made(choice: Choice, slide_id: str) -> Slide:
    """A slide of `on_offer`."""
    about, _, kind = slide_id.partition(".")
    if slide_id == TITLE:
        return _title(choice)
    if slide_id == SOURCES:
        return _sources(choice)
    if kind == QUESTIONS:
        return _questions(choice, about)
    return _picture(choice, about, kind)


def _title(choice: Choice) -> Slide:
    rows = figures.rows(choice)
    parts = [figures.of_indicator(choice, indicator) for indicator in choice.indicators]
    return Slide(
        title=words.finding(rows),
        subtitle=words.of_places(rows, choice),
        beside=tuple(words.tally(rows)),
        points=tuple(f"{one['title'].iloc[0]} ({figures.when(one) or 'no figure'})" for one in parts),
        source=_source(choice, choice.indicators),
    )


def _picture(choice: Choice, indicator_id: str, kind: str) -> Slide:
    one = figures.of_indicator(choice, indicator_id)
    finding = {"dots": words.of_indicator, "change": words.of_change}.get(kind)
    end = {"higher": "Higher is better.", "lower": "Lower is better."}.get(one["polarity"].iloc[0], "")
    return Slide(
        title=finding(one) if finding else words.of_map(one, choice),
        subtitle=" ".join(f"{_under(choice, one, kind)} {end}".split()),
        picture=(indicator_id, kind),
        alt=words.courses(one) if kind == "change" else words.alternative(one),
        source=_source(choice, (indicator_id,)),
    )


def _under(choice: Choice, one: pd.DataFrame, kind: str) -> str:
    """What a reader of a picture has to know."""
    if kind == "change":
        return f"{words.dashed(one)}{words.hollow(one)}"
    england = " and England" if one["england"].notna().any() else ""
    told = f"{figures.when(one)}, {choice.geography.plural}{england}."
    if kind == "dots":
        return told + words.hollow(one)
    reasons = [why.lower() for why in one["why"].unique() if why]
    bare = f"No figure: {wording.listed(reasons)}." if reasons else ""
    return f"{told} {figures.weak(choice, one['indicator_id'].iloc[0])} {bare}"


def _questions(choice: Choice, foundation: str) -> Slide:
    rows = figures.rows(choice)
    mine = rows[rows["foundation"] == foundation]
    asked, instead, source = questions.of_foundation(foundation)
    keys = tuple(mine["indicator_id"].unique())
    return Slide(
        title=f"{FOUNDATIONS[foundation]}: what should we ask?" if asked else FOUNDATIONS[foundation],
        subtitle=f"{words.finding(mine)}.",
        points=tuple(asked) or (instead,),
        beside=_fitting([words.of_indicator(figures.of_indicator(choice, key)) for key in keys], letters=52),
        numbered=bool(asked),
        source=f"Questions: {source}. {_source(choice, keys)}",
    )


def _sources(choice: Choice) -> Slide:
    held = answer(provenance.sources_of, *choice.shown)
    tables = [f"{row['publisher']}: {row['source_table']}" for row in held.to_dict("records")]
    uploaded = any(map(upload_of, choice.indicators))
    whose = wording.count(len(_names(held)), "source" if uploaded else "publisher")
    return Slide(
        title=f"Every figure is from {wording.count(len(tables), 'table')} of {whose}",
        subtitle="Method, caveats and every figure: the page this presentation was made from.",
        points=_fitting(tables, letters=110),
        source=_told(extracts.attributions(held)),
    )


def _fitting(told: list[str], *, letters: int) -> tuple[str, ...]:
    """As many of the texts as a slide's column has room for, whose lines have so many letters; then how many more."""
    ends = itertools.accumulate(math.ceil(len(text) / letters) + _BETWEEN for text in told)
    fitting = sum(end <= _LINES for end in ends)
    more = len(told) - fitting
    return (*told[:fitting], *([f"… and {more} more"] if more else []))


def _source(choice: Choice, indicators: tuple[str, ...]) -> str:
    """The publishers, and what their licences ask to be said."""
    held = answer(provenance.sources_of, *(Series(key, choice.geography.geography_id) for key in indicators))
    return _told([f"Source: {wording.listed(_names(held))}", *extracts.attributions(held)])


def _told(sentences: list[str]) -> str:
    return " ".join(f"{sentence}." for sentence in sentences)


def _names(held: pd.DataFrame) -> list[str]:
    """Every publisher once; through whom its figures came is left to the slide of sources."""
    return held["publisher"].str.partition(" (")[0].unique().tolist()
