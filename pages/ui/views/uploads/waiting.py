"""How far a check is, and a way to cancel it, where it takes long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

_LONG = 0.7
"""Seconds after which a check takes long enough to show how far it is."""


@contextmanager
def progress(key: str, cancel: Callable[[], None]) -> Iterator[Callable[[float, str], None]]:
    """What a check tells its progress to. A click on Cancel ends the script at the next thing told, and the check."""
    place, start = st.empty(), monotonic()
    bars: list[DeltaGenerator] = []

    def show(share: float, step: str) -> None:
        if not bars and monotonic() - start > _LONG:
            row = place.container()
            bars.append(row.progress(0.0))
            row.button("Cancel", key=key, icon=":material/cancel:", on_click=cancel)
        for bar in bars:
            bar.progress(share, f"{step} …")

    yield show
    place.empty()
