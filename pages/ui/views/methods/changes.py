"""What changed in the evidence, and when."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import handbook, queries, store
from lis_data.period import label
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, plain
from pages.ui.state.cache import answer, cached
from pages.ui.views.methods import extracts


def show(headline: DeltaGenerator) -> None:
    """The view: the changes, newest first, and the fingerprint of what is here now."""
    held = answer(handbook.changes)
    newest = held.iloc[0]
    finding = (
        f"The evidence last changed in {label(newest['date'])}: {newest['datasets']} datasets are held now, one of "
        "them the programme’s own facts"
    )
    subtitle = "Every change of a figure has a line here; two copies with one fingerprint hold the same."
    with headline:
        frame.headline(finding, subtitle)
    for change in held.to_dict("records"):
        _told(change)
    extracts.offer(extracts.of("changes", held, finding=finding, subtitle=subtitle))
    frame.section("When the tables in it were published")
    published = _published()
    st.dataframe(published, hide_index=True, placeholder="–", alt="Datasets by the year in which they were published")
    extracts.offer(extracts.of("published", published, finding="Datasets by year of publication", subtitle=subtitle))
    st.caption(f"This store: evidence {answer(store.ensure).evidence_hash}.")


def _told(change: dict[str, object]) -> None:
    frame.section(f"{label(str(change['date']))}: {change['title']}")
    st.markdown(plain(str(change["text"])))
    counted = {name: f"{change[name]:,}" for name in ("datasets", "indicators", "published_figures")}
    named = dict(zip(("Datasets", "Indicators", "Figures read"), counted.values(), strict=True))
    st.html(facts({**named, "Fingerprint": str(change["evidence"])[:16]}))


@cached
def _published() -> pd.DataFrame:
    """Datasets by year of publication, newest first: Published, Datasets, Which."""
    held = answer(queries.datasets)
    years = held["published"].str[:4].replace("", "not stated")
    grouped = held.groupby(years)["title"].agg(["size", "; ".join]).sort_index(ascending=False)
    return grouped.set_axis(["Datasets", "Which"], axis=1).rename_axis("Published").reset_index()
