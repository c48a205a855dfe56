"""A page hangs exhibits: the finding of one is its heading, others stand under it, and it closes with the sources and
the attribution of everything that was on it.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.areas import GEOGRAPHIES
from lis_data.model import Series
from pages.ui.exhibit import attribution, files, provenance
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state.cache import answer

_KEY = "on-the-page"
_NO_SOURCES = pd.DataFrame(columns=["dataset_id", "publisher", "licence"])


@dataclass
class _OnPage:
    """What one run of a page has put on it: the room of its heading, exhibits, and what stands in text besides."""

    heading: DeltaGenerator
    exhibits: list[Exhibit] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)
    datasets: list[str] = field(default_factory=list)
    cited_documents: list[pd.DataFrame] = field(default_factory=list)
    geography_ids: list[str] = field(default_factory=list)
    has_shapes: bool = False

    @property
    def all_series(self) -> tuple[Series, ...]:
        """The series of the exhibits and of the text, each once."""
        return tuple(dict.fromkeys([*(one for exhibit in self.exhibits for one in exhibit.series), *self.series]))

    @property
    def all_datasets(self) -> tuple[str, ...]:
        """The datasets without an indicator, each once."""
        marked = (key for exhibit in self.exhibits for key in exhibit.all_datasets)
        return tuple(dict.fromkeys([*marked, *self.datasets]))

    @property
    def documents(self) -> list[pd.DataFrame]:
        """The documents that exhibits and text rest on."""
        of_exhibits = [exhibit.documents for exhibit in self.exhibits if len(exhibit.documents)]
        return [*of_exhibits, *self.cited_documents]

    @property
    def sources(self) -> pd.DataFrame:
        """Every source once."""
        parts = [
            *([answer(provenance.sources_of, *self.all_series)] if self.all_series else []),
            *([answer(provenance.dataset_sources, *self.all_datasets)] if self.all_datasets else []),
            *self.documents,
        ]
        return pd.concat(parts, ignore_index=True).drop_duplicates() if parts else _NO_SOURCES


def start() -> None:
    """Make room for the page's heading; before its pickers are drawn."""
    st.session_state[_KEY] = _OnPage(st.container())


def exhibits() -> Sequence[Exhibit]:
    """What this run has put on the page so far."""
    return _now().exhibits


def headline(finding: str, subtitle: str) -> DeltaGenerator:
    """A heading without an exhibit, where there is nothing to show; the room under it."""
    room = _now().heading
    with room:
        frame.headline(finding, subtitle)
    return room


def finding(exhibit: Exhibit) -> DeltaGenerator:
    """The exhibit's finding as the page's heading; its picture and its table follow where the page has room for them.
    Returns the room under the heading.
    """
    _hang(exhibit)
    return headline(exhibit.finding, exhibit.subtitle)


def picture(exhibit: Exhibit) -> None:
    """The picture with its caption."""
    _hang(exhibit)
    if exhibit.picture:
        exhibit.picture.show(exhibit.key)
    if exhibit.caption:
        st.caption(plain(exhibit.caption))


def table(exhibit: Exhibit) -> None:
    """The table with its files."""
    _hang(exhibit)
    exhibit.table.show(exhibit.key)
    if exhibit.table.note:
        st.caption(plain(exhibit.table.note))
    files.offer(exhibit)


def show(exhibit: Exhibit) -> None:
    """An exhibit under its own heading: the picture, with its table and files folded away (they travel when the fold
    is opened); the table in the open where there is no picture.
    """
    frame.section(exhibit.finding)
    picture(exhibit)
    if exhibit.picture is None:
        table(exhibit)
    else:
        fold_table(exhibit)


def fold_table(exhibit: Exhibit) -> None:
    """The table with its files, folded away; they travel when the fold is opened."""
    _hang(exhibit)
    more = functools.partial(table, exhibit)
    frame.fold("Table and files", more, key=f"{exhibit.key}-table", icon=":material/table:")


def offer(exhibit: Exhibit) -> None:
    """The files alone, where the page says in text what the table has: in cards, or in a list."""
    _hang(exhibit)
    files.offer(exhibit)


def fold(exhibit: Exhibit, *, icon: str) -> None:
    """A table without a picture, folded away under its finding: it travels when the fold is opened."""
    _hang(exhibit)
    frame.fold(exhibit.finding, functools.partial(table, exhibit), key=f"{exhibit.key}-table", icon=icon)


def cite(*series: Series, datasets: Sequence[str] = (), documents: Sequence[pd.DataFrame] = ()) -> None:
    """Figures or facts of these stand in text: the page's sources name them too; documents as an exhibit has them."""
    _now().series.extend(series)
    _now().datasets.extend(datasets)
    _now().cited_documents.extend(documents)


def credit(*geography_ids: str) -> None:
    """Areas of these geographies are shown or named: the page says what the licence of their membership asks."""
    _now().geography_ids.extend(geography_ids)


def cite_shapes() -> None:
    """Shapes of areas are drawn outside an exhibit: the page says whose they are."""
    _now().has_shapes = True


def close(method: str = "") -> None:
    """The fold of sources, with what is said of the page's `method` (Markdown), and the attribution that follows from
    all that was shown.
    """
    here = _now()
    sources = here.sources
    if method or len(sources):
        frame.fold_sources(lambda: st.markdown("\n\n".join(filter(None, [method, *_described(here)]))))
    shapes = here.has_shapes or any(exhibit.has_shapes for exhibit in here.exhibits)
    named = {st.query_params.get("geography", ""), *here.geography_ids}
    areas = [geography.attribution for key, geography in GEOGRAPHIES.items() if key in named and geography.attribution]
    said = dict.fromkeys([*(attribution.of(sources, shapes=shapes) or [attribution.OGL]), *areas])
    st.divider()
    st.caption(f"{'. '.join(said)}.")


def _hang(exhibit: Exhibit) -> None:
    """Count an exhibit among those on the page, once."""
    if exhibit.key not in {other.key for other in _now().exhibits}:
        _now().exhibits.append(exhibit)


def _now() -> _OnPage:
    found = st.session_state[_KEY]
    if not isinstance(found, _OnPage):
        raise TypeError("a page starts with page.start()")
    return found


def _described(here: _OnPage) -> list[str]:
    """What each series on the page is and where it was published, then the datasets and the documents; Markdown."""
    return [
        answer(provenance.described, *here.all_series) if here.all_series else "",
        answer(provenance.described_datasets, *here.all_datasets) if here.all_datasets else "",
        provenance.described_documents(pd.concat(here.documents)) if here.documents else "",
    ]
