"""Where stated and recomputed figures come from: on the page and in its files."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from lis_data import statements
from lis_data.model import Series
from pages.ui.exhibit import extracts, pictures, provenance
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.extracts import Extract
from pages.ui.exhibit.palette import Ink
from pages.ui.shell import frame
from pages.ui.shell.markup import link, plain
from pages.ui.state.cache import answer
from pages.ui.views.statements import text as words

_LICENCE = "the documents’ own; facts are told in our words"
_PLAIN = [rule.replace("**", "") for rule in words.RULES]


def extract(name: str, *, finding: str, subtitle: str, rows: pd.DataFrame, of: pd.DataFrame) -> Extract:
    """A table to take away with the sources of the recomputed figures and of the documents of the claims `of`."""
    facts = {f"Note {place}": text for place, text in enumerate(_PLAIN, start=1)}
    return Extract(name, finding, subtitle, rows, _listed(of), facts)


def offer(extract: Extract, draw: Callable[[Ink], Spec] | None) -> None:
    """A row of buttons for a table and, where there is one, its picture."""
    if draw:
        pictures.offer_files(extract, draw)
    else:
        with st.container(horizontal=True):
            extracts.offer(extract)


def _listed(rows: pd.DataFrame) -> pd.DataFrame:
    documents = rows.drop_duplicates("source")[["source", "source_url"]].fillna("no address")
    named = documents.rename(columns={"source": "source_table", "source_url": "url"})
    stated = named.assign(publisher="Documents of the strategies", licence=_LICENCE)
    shown = pairs(rows)
    held = [answer(provenance.sources_of, *shown).drop(columns="dataset_id")] if shown else []
    return pd.concat([*held, stated], ignore_index=True)


def pairs(rows: pd.DataFrame) -> tuple[Series, ...]:
    """The series of every figure that the stated figures are recomputed with."""
    readings = answer(statements.readings)
    used = readings[readings["statement_id"].isin(rows["statement_id"]) & (readings["indicator_id"] != "")]
    return tuple(map(Series._make, used[["indicator_id", "geography_id"]].drop_duplicates().to_numpy().tolist()))


def show(rows: pd.DataFrame) -> None:
    """The expander with the rules and, a line each, the published tables behind the recomputed figures."""
    frame.fold_sources(lambda: st.markdown(_told(pairs(rows))))


def _told(shown: tuple[Series, ...]) -> str:
    listed = answer(provenance.sources_of, *shown).to_dict("records") if shown else []
    tables = [f"- {plain(row['publisher'])}, {link(row['source_table'], row['url'])}" for row in listed]
    return "\n\n".join(words.RULES) + "\n\n" + "\n".join(tables)
