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
from pages.ui.exhibit import attribution, provenance
from pages.ui.rows import records
from pages.ui.state import address, cache
from pages.ui.state.cache import answer, cached
from pages.ui.views.compare import exhibits, figures, questions, text
from pages.ui.views.compare.choice import Choice
from pages.ui.views.compare.pictures import CHANGE, DOTS

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
    second: tuple[str, ...] = ()
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
        title=text.finding(rows),
        subtitle=text.of_places(rows, choice),
        second=tuple(text.tally(rows)),
        points=tuple(f"{one['title'].iloc[0]} ({figures.when(one) or 'no figure'})" for one in parts),
        source=_source(_sources_of(choice, choice.indicators)),
    )


def _picture(choice: Choice, indicator_id: str, kind: str) -> Slide:
    exhibit = exhibits.of_indicator(choice, indicator_id, kind)
    one = figures.of_indicator(choice, indicator_id)
    end = {"higher": "Higher is better.", "lower": "Lower is better."}.get(one["polarity"].iloc[0], "")
    return Slide(
        title=exhibit.finding,
        subtitle=" ".join(f"{_under(choice, one, kind)} {end}".split()),
        picture=(indicator_id, kind),
        alt=exhibit.picture.alt if exhibit.picture else "",
        source=_source(exhibit.sources, shapes=exhibit.has_shapes),
    )


def _under(choice: Choice, one: pd.DataFrame, kind: str) -> str:
    """What a reader of a picture has to know."""
    if kind == CHANGE:
        return f"{text.dashed(one)}{text.hollow(one)}"
    england = " and England" if one["england"].notna().any() else ""
    about = f"{figures.when(one)}, {choice.geography.plural}{england}."
    if kind == DOTS:
        return about + text.hollow(one)
    reasons = [why.lower() for why in one["why"].unique() if why]
    bare = f"No figure: {wording.listed(reasons)}." if reasons else ""
    return f"{about} {figures.weak(choice, one['indicator_id'].iloc[0])} {bare}"


def _questions(choice: Choice, foundation: str) -> Slide:
    rows = figures.rows(choice)
    own = rows[rows["foundation"] == foundation]
    asked, instead, source = questions.of_foundation(foundation)
    keys = tuple(own["indicator_id"].unique())
    return Slide(
        title=f"{FOUNDATIONS[foundation]}: what should we ask?" if asked else FOUNDATIONS[foundation],
        subtitle=f"{text.finding(own)}.",
        points=tuple(asked) or (instead,),
        second=_fitting([text.of_indicator(figures.of_indicator(choice, key)) for key in keys], letters=52),
        numbered=bool(asked),
        source=f"Questions: {source}. {_source(_sources_of(choice, keys))}",
    )


def _sources(choice: Choice) -> Slide:
    found = _sources_of(choice, choice.indicators)
    tables = [f"{row['publisher']}: {row['source_table']}" for row in records(found)]
    uploaded = any(map(upload_of, choice.indicators))
    whose = wording.count(len(_names(found)), "source" if uploaded else "publisher")
    return Slide(
        title=f"Every figure is from {wording.count(len(tables), 'table')} of {whose}",
        subtitle="Method, caveats and every figure: the page this presentation was made from.",
        points=_fitting(tables, letters=110),
        source=_sentences(attribution.of(found, shapes=True)),
    )


def _fitting(texts: list[str], *, letters: int) -> tuple[str, ...]:
    """As many of the texts as a slide's column has room for, whose lines have so many letters; then how many more."""
    ends = itertools.accumulate(math.ceil(len(one) / letters) + _BETWEEN for one in texts)
    fitting = sum(end <= _LINES for end in ends)
    more = len(texts) - fitting
    return (*texts[:fitting], *([f"… and {more} more"] if more else []))


def _sources_of(choice: Choice, indicators: tuple[str, ...]) -> pd.DataFrame:
    return answer(provenance.sources_of, *(Series(key, choice.geography.geography_id) for key in indicators))


def _source(found: pd.DataFrame, *, shapes: bool = False) -> str:
    """The publishers, and what their licences ask to be said."""
    return _sentences([f"Source: {wording.listed(_names(found))}", *attribution.of(found, shapes=shapes)])


def _sentences(texts: list[str]) -> str:
    return " ".join(f"{one}." for one in texts)


def _names(found: pd.DataFrame) -> list[str]:
    """Every publisher once; through whom its figures came is left to the slide of sources."""
    return found["publisher"].str.partition(" (")[0].unique().tolist()
