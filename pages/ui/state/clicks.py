"""A click on a chart, a map or a table chooses what it stands on, as a picker would."""

from __future__ import annotations

from typing import NamedTuple

import pydeck as pdk
import streamlit as st


class Click(NamedTuple):
    """A click puts the code of what it meets under a `key` of the session, where a picker keeps its choice. `of` is
    where the code is found: the name of a chart's selection (which holds it as `c`), or a field of a table's or of a
    map's rows. A code that the picker does not offer chooses its default.
    """

    key: str
    of: str


def chart(spec: dict[str, object], *, key: str, click: Click, alt: str) -> None:
    """Draw a chart that takes a click. The widget gets a new name after each one, which clears the browser's own
    selection: it would come back with every rerun otherwise.
    """
    widget = f"{key}-{_count(key)}"

    def take() -> None:
        picked = st.session_state[widget].selection.get(click.of)
        if picked:
            _choose(key, click, picked[0]["c"])

    st.vega_lite_chart(spec, alt=alt, key=widget, on_select=take)


def deck(drawn: pdk.Deck, *, layer: str, key: str, click: Click, alt: str, height: int) -> None:
    """Draw a map that takes a click on its `layer`, which is renamed after each one for the same reason: a second
    click on the same area would be nothing.
    """
    next(item for item in drawn.layers if item.id == layer).id = f"{layer}-{_count(key)}"

    def take() -> None:
        picked = [item for layer in st.session_state[key].selection.objects.values() for item in layer]
        codes = [item["properties"][click.of] for item in picked if click.of in item["properties"]]
        if codes:
            _choose(key, click, codes[0])

    st.pydeck_chart(drawn, height=height, key=key, on_select=take, alt=alt)


def _count(key: str) -> int:
    """How many clicks a picture has taken."""
    return int(st.session_state.get(f"{key}-clicks", 0))


def _choose(key: str, click: Click, code: str) -> None:
    st.session_state[f"{key}-clicks"] = _count(key) + 1
    st.session_state[click.key] = code
