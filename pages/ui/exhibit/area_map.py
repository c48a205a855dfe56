"""Maps of an exhibit: areas coloured by class or by category, with their legend under them, and the same for a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from geo import boundaries
from geo.areas import GEOGRAPHIES
from geo.choropleth import Choropleth
from lis_data.model import Status
from lis_data.wording import NONE
from pages.ui.exhibit import legend, saved_map
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.deck import NO_FIGURE, PICK, Points, choropleth_deck
from pages.ui.exhibit.palette import Ink, fills, ink
from pages.ui.exhibit.saved_map import Areas
from pages.ui.state import cache, clicks
from pages.ui.state.cache import answer
from pages.ui.state.clicks import Click

HEIGHT = 500
_ON_AREA = Click("area", "area_code")
"""A click on an area chooses it."""
_PAGE_STYLE = """<style>
.deck-events-root, .deck-events-root * { touch-action: pan-y !important }
.area-text::after { content: var(--text); white-space: pre-line }
</style>"""


@dataclass(frozen=True)
class ClassMap:
    """Areas by the class of their figure. `figures` has area_code, status and tip; the area that is `selected` has a
    stronger outline, the geographies in `outlines` are drawn as lines, and `points` lie on top.
    """

    colouring: Choropleth
    figures: pd.DataFrame
    unit: str
    selected: str | None = None
    outlines: tuple[str, ...] = ()
    points: tuple[Points, ...] = ()
    click: Click | None = _ON_AREA

    @property
    def geography_id(self) -> str:
        """Whose areas it shows."""
        return self.colouring["geography_id"]

    @property
    def dataset_ids(self) -> tuple[str, ...]:
        """The datasets of the points."""
        return tuple(dict.fromkeys(item.dataset_id for item in self.points))

    @property
    def alt(self) -> str:
        """How many areas have a figure, and what is marked."""
        known, areas = self.colouring["n_with_data"], self.colouring["n_areas"]
        marked = "".join(f" {item.label}: {item.count} points, in a table below too." for item in self.points)
        return f"Map of {known} of {areas} areas; the table below has the figures.{marked}"

    def show(self, key: str) -> None:
        """Draw the map with its legend."""
        rows = self._rows()
        colouring = self.colouring
        deck = choropleth_deck(
            self.geography_id,
            classes=colouring["classes"],
            palette=fills(colouring),
            texts=rows["tip"].fillna(NONE).tolist(),
            ink=ink(),
            statuses=rows["status"].tolist(),
            selected=_outline(self.geography_id, self.selected),
            outlines=self.outlines,
            cities=cache.cities(),
            points=self.points,
        )
        _show(deck, key=key, click=self.click, alt=self.alt)
        if NO_FIGURE in colouring["classes"] and GEOGRAPHIES[self.geography_id].level == "lep":
            st.caption("LEPs overlap: where hatching lies over a colour, one LEP there has a figure and one has none.")
        legend.show(colouring, unit=self.unit, statuses=rows["status"], outlines=self.outlines, points=self.points)

    def draw(self, ink: Ink) -> Spec:
        """The same for a file, with the same legend."""
        labels = [f"{row['label']} ({row['count']})" for row in self.colouring["legend"]]
        classes = [None if digit == NO_FIGURE else labels[int(digit)] for digit in self.colouring["classes"]]
        areas = Areas(
            self.geography_id,
            classes=classes,
            colours=dict(zip(labels, self.colouring["palette"], strict=False)),
            title=self.unit,
            statuses=self._rows()["status"],
            selected=self.selected,
            outlines=self.outlines,
            points=self.points,
        )
        return saved_map.spec(areas, ink=ink)

    def _rows(self) -> pd.DataFrame:
        """The figures in the order of the shapes; what is not among them is missing."""
        rows = self.figures.set_index("area_code").reindex(_codes(self.geography_id))
        return rows.assign(status=rows["status"].fillna(Status.MISSING.value))


@dataclass(frozen=True)
class CategoryMap:
    """Areas by category, with a legend that counts them; `categories` and `texts` (of the tooltips) are by area code,
    `names` by category in the legend's order, `colours` (`#rrggbb`, by category) in an ink. An area without a
    category is hatched.
    """

    geography_id: str
    categories: pd.Series
    names: Mapping[str, str]
    colours: Callable[[Ink], Mapping[str, str]]
    texts: pd.Series
    alt: str
    selected: str | None = None
    click: Click | None = _ON_AREA
    dataset_ids: tuple[str, ...] = ()

    def show(self, key: str) -> None:
        """Draw the map with its legend."""
        codes, order, colours = _codes(self.geography_id), list(self.names), self.colours(ink())
        by_area = self.categories.reindex(codes)
        deck = choropleth_deck(
            self.geography_id,
            classes="".join(NO_FIGURE if pd.isna(item) else str(order.index(item)) for item in by_area),
            palette=[colours[item] for item in order],
            texts=self.texts.reindex(codes).fillna("").tolist(),
            ink=ink(),
            selected=_outline(self.geography_id, self.selected),
            cities=cache.cities(),
        )
        _show(deck, key=key, click=self.click, alt=self.alt)
        counts = by_area.value_counts()
        legend.show_categories([(self.names[item], colours[item], int(counts.get(item, 0))) for item in order])

    def draw(self, ink: Ink) -> Spec:
        """The same for a file, with the same legend."""
        by_area = self.categories.reindex(_codes(self.geography_id))
        counts, colours = by_area.value_counts(), self.colours(ink)
        labels = {item: f"{name} ({counts.get(item, 0)})" for item, name in self.names.items()}
        areas = Areas(
            self.geography_id,
            classes=[None if pd.isna(item) else labels[item] for item in by_area],
            colours={label: colours[item] for item, label in labels.items()},
            selected=self.selected,
        )
        return saved_map.spec(areas, ink=ink)


def _show(deck: object, *, key: str, click: Click | None, alt: str) -> None:
    st.html(_PAGE_STYLE)
    if click:
        clicks.deck(deck, layer=PICK, key=key, click=click, alt=alt, height=HEIGHT)
    else:
        st.pydeck_chart(deck, height=HEIGHT, key=key, alt=alt)


def _codes(geography_id: str) -> list[str]:
    """The codes of a geography's areas in the order of its shapes."""
    return answer(boundaries.read, geography_id)["area_code"].tolist()


def _outline(geography_id: str, area_code: str | None) -> Sequence[Sequence[Sequence[float]]]:
    return answer(boundaries.outline, geography_id, area_code) if area_code else ()
