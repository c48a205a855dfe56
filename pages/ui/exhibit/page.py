"""A page hangs exhibits: the finding of one is its heading, others stand under it, and it closes with the sources and
the attribution of everything that was on it.
"""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.areas import GEOGRAPHIES
from pages.ui.exhibit import credits, files, provenance
from pages.ui.exhibit.exhibit import Column, Exhibit, Series, Table
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state.cache import answer

EXHIBITS = "exhibits"
"""The key of the session under which the exhibits of this run are, for what closes the page (and for tests)."""
_HEADLINE, _CITED, _AREAS = "headline", "cited", "areas-credited"


def start() -> None:
    """Make room for the page's heading; before its pickers are drawn."""
    st.session_state[EXHIBITS], st.session_state[_CITED], st.session_state[_AREAS] = [], ([], []), []
    st.session_state[_HEADLINE] = st.container()


def headline(finding: str, subtitle: str) -> DeltaGenerator:
    """A heading without an exhibit, where there is nothing to show; the room under it."""
    with st.session_state[_HEADLINE] as room:
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
    if exhibit.picture:
        exhibit.picture.show(exhibit.key)
    if exhibit.caption:
        st.caption(plain(exhibit.caption))


def table(exhibit: Exhibit) -> None:
    """The table with its files."""
    _draw(exhibit.table, key=exhibit.key)
    if exhibit.table.note:
        st.caption(plain(exhibit.table.note))
    files.offer(exhibit)


def show(exhibit: Exhibit) -> None:
    """An exhibit under its own heading: the picture, with its table and files folded away (they travel when the fold
    is opened); the table in the open where there is no picture.
    """
    _hang(exhibit)
    frame.section(exhibit.finding)
    if exhibit.picture is None:
        return table(exhibit)
    picture(exhibit)
    more = functools.partial(table, exhibit)
    frame.fold("Table and files", more, key=f"{exhibit.key}-table", icon=":material/table:")


def cite(*series: Series | tuple[str, str], datasets: tuple[str, ...] = ()) -> None:
    """Figures of these stand in text: the page's sources name them too."""
    cited, named = st.session_state[_CITED]
    cited += series
    named += datasets


def credit(*geography_ids: str) -> None:
    """Areas of these geographies are shown or named: the page says what the licence of their membership asks."""
    st.session_state[_AREAS] += geography_ids


def close(method: str = "") -> None:
    """The fold of sources, with what is said of the page's `method` (Markdown), and the attribution that follows from
    all that was shown.
    """
    sources = _sources()
    frame.fold_sources(lambda: st.markdown("\n\n".join(filter(None, [method, *_told()]))))
    shapes = any(exhibit.has_shapes for exhibit in _exhibits())
    named = {st.query_params.get("geography", ""), *st.session_state[_AREAS]}
    areas = [geography.attribution for key, geography in GEOGRAPHIES.items() if key in named and geography.attribution]
    said = dict.fromkeys([*credits.attributions(sources, shapes=shapes), *areas])
    st.divider()
    st.caption(f"{'. '.join(said)}.")


def _hang(exhibit: Exhibit) -> None:
    st.session_state[EXHIBITS].append(exhibit)


def _exhibits() -> list[Exhibit]:
    return st.session_state[EXHIBITS]


def _sources() -> pd.DataFrame:
    """Every source of the page once."""
    cited, named = st.session_state[_CITED]
    parts = [exhibit.sources for exhibit in _exhibits()]
    parts += [answer(provenance.sources_of, *cited)] if cited else []
    parts += [answer(provenance.dataset_sources, *named)] if named else []
    return pd.concat(parts, ignore_index=True).drop_duplicates() if parts else files.NO_SOURCES


def _told() -> list[str]:
    """What each series on the page is and where it was published, then the datasets and the documents; Markdown."""
    exhibits, (cited, named) = _exhibits(), st.session_state[_CITED]
    series = dict.fromkeys([*(tuple(item) for exhibit in exhibits for item in exhibit.series), *map(tuple, cited)])
    datasets = dict.fromkeys([*(key for exhibit in exhibits for key in exhibit.all_datasets), *named])
    documents = pd.concat([exhibit.documents for exhibit in exhibits]).drop_duplicates() if exhibits else None
    return [
        answer(provenance.told, *series) if series else "",
        answer(provenance.told_of_datasets, *datasets) if datasets else "",
        "" if documents is None else provenance.told_of_documents(documents),
    ]


def _draw(shown: Table, *, key: str) -> None:
    """The table as it is read: its columns under their headings."""
    read = [column for column in shown.columns if column.heading]
    rows = shown.rows if shown.read is None else shown.read
    headings = {column.field: column.heading for column in read}
    options = {"height": shown.height} if shown.height else {}
    st.dataframe(
        rows[list(headings)].rename(columns=headings),
        hide_index=True,
        column_config={column.heading: _config(column) for column in read if column.format or column.width},
        placeholder="–",
        alt=shown.alt,
        **options,
        **_clicked(shown, rows, key=f"{key}-rows"),
    )


def _config(column: Column) -> object:
    if column.format:
        return st.column_config.NumberColumn(column.heading, format=column.format, width=column.width)
    return st.column_config.TextColumn(column.heading, width=column.width)


def _clicked(shown: Table, rows: pd.DataFrame, *, key: str) -> dict[str, object]:
    """A click on a row, where one chooses something."""
    if shown.click is None:
        return {}
    codes, target = rows[shown.click.of].tolist(), shown.click.key

    def take() -> None:
        picked = st.session_state[key]["selection"]["rows"]
        if picked:
            st.session_state[target] = codes[picked[0]]

    return {"key": key, "on_select": take, "selection_mode": "single-row"}
