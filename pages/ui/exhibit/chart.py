"""A chart of an exhibit: drawn on the page in the reader's ink, and in a file on white."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.state import clicks
from pages.ui.state.clicks import Click


@dataclass(frozen=True)
class Chart:
    """A Vega-Lite chart that `spec` draws in an ink; `geography_id` names the areas of a chart that draws shapes. What
    the page draws in another way than a file does (narrower, in other proportions) is `on_page`.
    """

    spec: Callable[[Ink], Spec]
    alt: str
    click: Click | None = None
    geography_id: str = ""
    dataset_ids: tuple[str, ...] = ()
    on_page: Callable[[Ink], Spec] | None = None

    def draw(self, ink: Ink) -> Spec:
        """A specification of the caller's own: what is cached is never written to."""
        return dict(self.spec(ink))

    def show(self, key: str) -> None:
        """Draw it on the page."""
        drawn = dict((self.on_page or self.spec)(ink()))
        if self.click:
            clicks.chart(drawn, key=key, click=self.click, alt=self.alt)
        else:
            st.vega_lite_chart(drawn, alt=self.alt)
