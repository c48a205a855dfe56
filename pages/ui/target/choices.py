"""What is chosen on the way to the target: which target, until when, and who does more."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lis_data import measures
from lis_data.model import UNITED_KINGDOM
from lis_data.queries.paths import REGIONS, Rule
from pages.ui import cache, controls

BUSINESS, EVERYTHING = "business_rd_pct_gdp", "rd_all_sectors_pct_gdp"
RULES: dict[Rule, str] = {
    "alike": "All regions gain alike",
    "converge": "The laggards catch up",
    "follow": "Money follows today’s R&D",
}
SHORT: dict[Rule, str] = {"alike": "Alike", "converge": "Catching up", "follow": "Following"}
"""The rules where there is little room."""
DUE = 2027
"""When the target of 2.4% is to be met."""
_LATEST = 2040
_LONGER = "T002"
"""The longer-term aim among the stated targets."""


@dataclass(frozen=True)
class Target:
    """A share of GDP to reach, and the indicator it concerns; `aim` fits after "Reaching"."""

    indicator_id: str
    value: float
    name: str
    aim: str
    why: str


@dataclass(frozen=True)
class Choice:
    """What is chosen; `first` is the last published year, where all paths start. No area means England."""

    target: Target
    first: int
    year: int
    rule: Rule
    area_code: str | None


def choose() -> Choice:
    """The pickers in a row."""
    what, how, when, where = st.columns([5, 4, 2, 4])
    held = targets()
    with what:
        names = {target_id: target.name for target_id, target in held.items()}
        target = held[controls.one_of("Target", names, key="target", default="all")]
    with how:
        rule: Rule = controls.one_of("Who does more", dict(RULES), key="rule", default="alike")  # type: ignore[assignment]
    first = int(cache.paths_start(target.indicator_id)["period"].iloc[0])
    with when:
        years = {str(year): str(year) for year in range(first + 1, _LATEST + 1)}
        year = int(controls.one_of("By", years, key="year", default=str(DUE)))
    with where:
        area_code = controls.area(REGIONS)
    return Choice(target, first, year, rule, area_code)


@cache.kept
def targets() -> dict[str, Target]:
    """The targets on offer."""
    everything, business = cache.line(EVERYTHING), cache.line(BUSINESS)
    if everything is None or business is None:
        raise LookupError("The R&D target has no line for all R&D or for business R&D.")
    stated = cache.stated_targets(UNITED_KINGDOM).set_index("target_id")
    longer, part = float(stated["value_text"][_LONGER]), business.value
    now = measures.RD_TARGET
    return {
        "all": Target(EVERYTHING, now, f"All R&D: {now:.1f}% of GDP", f"{now:.1f}%", everything.why),
        "longer": Target(
            EVERYTHING,
            longer,
            f"All R&D: {longer:.1f}% of GDP, the longer-term aim",
            f"{longer:.1f}%",
            f"The UK’s longer-term aim is {longer:.1f}% of GDP, for which no year was set. {everything.why}",
        ),
        "business": Target(
            BUSINESS,
            part,
            f"Business R&D: {part:.2f}% of GDP, its part of the {now:.1f}%",
            f"business’s part of the target, {part:.2f}%,",
            business.why,
        ),
    }
