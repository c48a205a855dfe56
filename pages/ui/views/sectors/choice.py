"""What the page on sector strengths shows: the view, the measure, where, when, in how much detail."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from geo.areas import GEOGRAPHIES, Geography
from lis_data import queries, wording
from lis_data.model import Series
from lis_data.period import label
from pages.ui.rows import row_at
from pages.ui.state import address, pickers
from pages.ui.state.cache import answer

VIEWS = {
    "specialisation": "Specialisation",
    "places": "Compare places",
    "strengths": "Super strengths",
    "economy": "Whole economy",
}
NAMES = {
    "gva": "GVA, {} industry groups",
    "gva_detailed": "GVA, {} narrower industries",
    "jobs": "Jobs, {} divisions",
    "jobs_sic4": "Jobs, {} narrow activities",
    "jobs_sic5": "Jobs, {} narrowest activities",
    "enterprises": "Enterprises, {} groups",
}
"""The measures on offer, with room for their number of industries."""
DETAILS = {"leaf": "As narrow as published", "broad": "Sections of the economy"}
LEAST = {"gva": 50.0, "gva_detailed": 50.0, "jobs": 500.0, "jobs_sic4": 200.0, "jobs_sic5": 200.0, "enterprises": 50.0}
"""The smallest industry shown where nothing else is asked for, in the unit of the measure."""
MAIN, REGIONS = "lep-2017", "nuts2-2016"
ENOUGH = 0.9
_YEARS = 5


@dataclass(frozen=True)
class Choice:
    """What is chosen. `title`, `unit` and `decimals` are the measure's, `covered` is the part of the geography's areas
    that have it; `base` is None where no year is earlier.
    """

    indicator_id: str
    title: str
    unit: str
    decimals: int
    covered: float
    geography: Geography
    period: str
    base: str | None
    detail: str
    least: float
    area_code: str | None

    @property
    def series(self) -> Series:
        """Whose figures are shown."""
        return Series(self.indicator_id, self.geography.geography_id)

    @property
    def name(self) -> str:
        """The beginning of a file's name."""
        return f"{self.indicator_id}_{self.geography.geography_id}_{self.period.replace('/', '-')}"

    def number(self, value: float) -> str:
        """A figure of the measure in words."""
        return wording.scale(self).number(value)


def view() -> str:
    """The chosen part of the page; only that one is drawn."""
    return pickers.view(VIEWS)


def choose(*, with_area: bool = True, with_growth: bool = True, with_parts: bool = True) -> Choice:
    """The pickers that a view has use for, in a row; the rarer ones fold away. Without growth there is no year to
    compare with, and without parts no detail and no smallest size of them.
    """
    what, where, who, more = st.columns([4, 4, 4, 3], vertical_alignment="bottom")
    with what:
        coverage = _measure()
    with where:
        geography_id = pickers.geography(coverage, default=_widest(coverage))
    measure = row_at(coverage.set_index("geography_id"), geography_id)
    area_code = None
    if with_area:
        with who:
            area_code = pickers.area(geography_id)
    with more, st.popover("Years, detail, size" if with_parts else "Year", icon=":material/tune:", width="stretch"):
        period = _period(measure)
        base = _base(measure, period) if with_growth else None
        detail, least = _parts(measure) if with_parts else ("leaf", 0.0)
    return Choice(
        measure["indicator_id"],
        measure["title"],
        measure["unit"],
        int(measure["decimals"]),
        measure["areas"] / measure["of_areas"],
        GEOGRAPHIES[geography_id],
        period,
        base,
        detail,
        least,
        area_code,
    )


def _measure() -> pd.DataFrame:
    """The rows of the chosen measure in `queries.sector_coverage`, one for each geography."""
    coverage = answer(queries.sector_coverage)
    leaves = coverage.drop_duplicates("indicator_id").set_index("indicator_id")["leaves"]
    names = {key: text.format(leaves[key]) for key, text in NAMES.items() if key in leaves.index}
    chosen = pickers.one_of("Measure", names, key="indicator", default="gva", on_change=_forget)
    return coverage[coverage["indicator_id"] == chosen]


def _forget() -> None:
    """Another measure opens at its own years and size."""
    for key in ("period", "base", "least"):
        address.forget(key)


def _widest(coverage: pd.DataFrame) -> str:
    """LEPs where nearly all of them have figures, else NUTS 2 regions."""
    covered = (coverage["areas"] / coverage["of_areas"]).set_axis(coverage["geography_id"])
    return MAIN if covered.get(MAIN, 0.0) >= ENOUGH else REGIONS


def _period(measure: pd.Series) -> str:
    periods = _labels(measure)
    return pickers.one_of("Period", periods, key="period", default=next(iter(periods)))


def _base(measure: pd.Series, period: str) -> str | None:
    """The earlier year to compare with, if there is any."""
    earlier = {key: text for key, text in _labels(measure).items() if key < period}
    if not earlier:
        return None
    default = list(earlier)[min(_YEARS, len(earlier)) - 1]
    return pickers.one_of("Compared with", earlier, key="base", default=default)


def _labels(measure: pd.Series) -> dict[str, str]:
    """The periods of a measure, the latest first."""
    return {period: label(period) for period in reversed(measure["periods"])}


def _parts(measure: pd.Series) -> tuple[str, float]:
    """How narrow the industries are, and the smallest that is shown."""
    detail = pickers.one_of("Detail", DETAILS, key="detail", default="leaf")
    usual = LEAST[measure["indicator_id"]]
    words = f"Smallest industry shown ({measure['unit']})"
    return detail, pickers.number(words, key="least", default=usual, least=0.0, most=100_000.0, step=usual)
