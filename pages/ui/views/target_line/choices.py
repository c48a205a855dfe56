"""What is chosen on the way to the target: which target, until when, and who does more."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from lis_data import measures, queries, targets
from lis_data.model import UNITED_KINGDOM
from lis_data.queries.paths import REGIONS, Rule
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached

TODAY = "business_rd_new_method_pct_gdp"
BUSINESS, EVERYTHING = "business_rd_pct_gdp", "rd_all_sectors_pct_gdp"
LEPS = "lep-2017"
PLACES = {"region": "region", REGIONS: "NUTS 2 region", LEPS: "LEP"}
"""The geographies whose areas can be chosen, the most wanted first, and what is said after a name of each."""
RULES: dict[Rule, str] = {
    "alike": "Every region gains alike",
    "converge": "Lagging regions catch up",
    "follow": "Money follows today’s R&D",
}
SHORT: dict[Rule, str] = {"alike": "Alike", "converge": "Catching up", "follow": "Following"}
"""The rules where there is little room."""
DUE, EXAMPLE = 2027, 2030
"""When the target of 2.4% was to be met, and the year that is shown where no year is set."""
_LATEST = 2040
_LEVEL, _LEAST, _MOST = 2.5, 2.1, 6.0
"""A level of today's measure in % of GDP, as an example, and the limits of a reader's own."""
_LONGER = "T002"
"""The longer-term aim among the stated targets."""


@dataclass(frozen=True)
class Target:
    """A share of GDP to reach, and the indicator it concerns; `aim` fits after "Raising", `by` is a year on offer."""

    indicator_id: str
    value: float
    name: str
    aim: str
    why: str
    by: int = DUE


@dataclass(frozen=True)
class Choice:
    """What is chosen; `first` is the last published year, where all paths start. No area means England."""

    target: Target
    first: int
    year: int
    rule: Rule
    area_code: str | None

    @property
    def of_lep(self) -> bool:
        """Whether the chosen area is a LEP, which may have a range instead of a figure."""
        return self.area_code in pickers.names(LEPS)

    @property
    def drawn(self) -> str | None:
        """The chosen area where the pictures have it: they are of England and its NUTS 2 regions."""
        return self.area_code if self.area_code in pickers.names(REGIONS) else None


def choose() -> Choice:
    """The pickers in a row."""
    what, how, when, where = st.columns([5, 4, 2, 4])
    lines = target_lines()
    with what:
        names = {key: target.name for key, target in lines.items()}
        target = lines[pickers.one_of("Target", names, key="target", default=next(iter(names)))]
        if target.indicator_id == TODAY:
            target = _to_level(target)
    rules = {str(rule): name for rule, name in RULES.items()}
    with how:
        rule: Rule = pickers.one_of("Who does more", rules, key="rule", default="alike")  # type: ignore[assignment]
    first = int(answer(queries.paths_start, target.indicator_id)["period"].iloc[0])
    with when:
        years = {str(year): str(year) for year in range(first + 1, _LATEST + 1)}
        year = int(pickers.one_of("By", years, key="year", default=str(target.by)))
    with where:
        area_code = pickers.one_of("Place", places(target.indicator_id), key="area", default="") or None
    return Choice(target, first, year, rule, area_code)


def _to_level(target: Target) -> Target:
    """The target at the level that a reader chooses."""
    level = pickers.number("Level, % of GDP", key="level", default=_LEVEL, least=_LEAST, most=_MOST, step=0.1)
    return replace(target, value=level, aim=f"England’s business R&D to {level:.1f}% of GDP")


@cached
def places(indicator_id: str) -> dict[str, str]:
    """The places on offer by code: England, regions, NUTS 2 regions, and LEPs where they can be modelled. A name that
    stands for several places says of which kind each is.
    """
    kinds = [kind for kind in PLACES if kind != LEPS or indicator_id != EVERYTHING]
    named = [(code, name, kind) for kind in kinds for code, name in pickers.names(kind).items()]
    names = [name for _, name, _ in named]
    named_once = {
        code: f"{name} ({PLACES[kind]})" if kind == LEPS or names.count(name) > 1 else name
        for code, name, kind in named
    }
    return {"": "England", **named_once}


@cached
def target_lines() -> dict[str, Target]:
    """The targets on offer, today's first, then those by the measure of the time."""
    everything, business = answer(targets.line, EVERYTHING), answer(targets.line, BUSINESS)
    if everything is None or business is None:
        raise LookupError("The R&D target has no line for all R&D or for business R&D.")
    stated = answer(queries.statements_of, UNITED_KINGDOM).set_index("statement_id")
    longer, part = float(stated["value_text"][_LONGER]), business.value
    now = measures.RD_TARGET
    return {
        "today": Target(
            TODAY,
            _LEVEL,
            "Business R&D today, to a level of your own",
            "",
            f"No target is set by the measure since 2022. The level is yours, {_LEVEL:.1f}% by {EXAMPLE} an example.",
            EXAMPLE,
        ),
        "all": Target(
            EVERYTHING,
            now,
            f"History: all R&D to {now:.1f}% of GDP",
            f"England’s R&D to {now:.1f}% of GDP",
            everything.why,
        ),
        "longer": Target(
            EVERYTHING,
            longer,
            f"History: all R&D to {longer:.1f}% of GDP, the longer-term aim",
            f"England’s R&D to {longer:.1f}% of GDP",
            f"The UK’s longer-term aim is {longer:.1f}% of GDP, for which no year was set. {everything.why}",
        ),
        "business": Target(
            BUSINESS,
            part,
            f"History: business R&D to {part:.2f}% of GDP, its part of the {now:.1f}%",
            f"England’s business R&D to {part:.2f}% of GDP",
            business.why,
        ),
    }
