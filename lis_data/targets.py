"""How R&D is measured, and the line of the R&D target to hold figures against.

The target of 2.4% of GDP by 2027 was set in 2017 for all R&D in the UK, by the measure of that time. Figures since 2022
are of another measure, to which no line belongs. Business R&D to 2018 is held against business's own part of the
target: its share of the R&D of all four sectors in England in 2017.
"""

from __future__ import annotations

from dataclasses import dataclass

from lis_data import measures, queries


@dataclass(frozen=True)
class Measure:
    """A way in which R&D is measured: its name on the screen, and the indicators that are measured so."""

    name: str
    indicators: tuple[str, ...]


MEASURES = {
    "since-2022": Measure(
        "As measured since 2022",
        (
            "business_rd_new_method_pct_gdp",
            "business_rd_new_method_per_head",
            "business_rd_new_method_gbp_m",
        ),
    ),
    "to-2018": Measure(
        "As measured to 2018",
        (
            "business_rd_pct_gdp",
            "business_rd_per_head",
            "business_rd_gbp_m",
            "rd_all_sectors_pct_gdp",
            "rd_all_sectors_gbp_m",
            "gross_rd_pct_gdp",
            "gross_rd_gbp_m",
            "government_rd_gbp_m",
            "higher_education_rd_gbp_m",
            "business_rd_fte",
            "business_rd_headcount",
        ),
    ),
}
"""The measures by id, today's first; what has a counterpart in the other stands at the same place in both."""
NOT_COMPARABLE = (
    "Figures since 2022 cannot be compared with those to 2018: the new method counts far more of what small firms do, "
    "and is quoted to put the UK’s R&D of 2018 at about 2.7% of GDP instead of 1.72%. The 2.4% target was set in 2017 "
    "by the older measure."
)
TODAY = (
    "By the measure since 2022 all R&D in the UK is quoted at 2.77% of GDP for 2022, about 71% of it by business. "
    "Regional GDP ends in 2023, so shares of 2024 are estimates."
)
"""What is known of the whole by today's measure, and how sound its last year is; sources: datasets gerd-uk-quoted-2025
(£70.7bn, of which business £49.9bn in the release of 2024) and ons-berd-gdp-2025.
"""
_SHARED = "2017"
"""The last year with the R&D of all four sectors by region."""


@dataclass(frozen=True)
class Line:
    """A value in an indicator's own unit to hold its figures against.

    `name` fits on a chart, `phrase` into a sentence after "above" or "below", `why` is a note.
    """

    value: float
    name: str
    phrase: str
    why: str


def measure_of(indicator_id: str) -> str | None:
    """The id of the measure that an indicator of R&D is of; None for any other indicator."""
    return next((key for key, measure in MEASURES.items() if indicator_id in measure.indicators), None)


def counterpart(indicator_id: str, *, measure: str) -> str:
    """The indicator that says the same by another measure; its first one where there is none."""
    others = MEASURES[measure].indicators
    indicators = MEASURES[measure_of(indicator_id) or measure].indicators
    position = indicators.index(indicator_id) if indicator_id in indicators else 0
    return others[position] if position < len(others) and position < 3 else others[0]


def line(indicator_id: str) -> Line | None:
    """The line of the R&D target for an indicator; None where the target says nothing about it."""
    target = f"The target is of all R&D in the UK: {measures.RD_TARGET}% of GDP by 2027, set in 2017."
    texts = {
        "gross_rd_pct_gdp": target,
        "rd_all_sectors_pct_gdp": f"{target} These figures leave charities out, about 2% of all R&D.",
    }
    if indicator_id in texts:
        return Line(measures.RD_TARGET, "2.4% target", "the 2.4% target", texts[indicator_id])
    return _business_line() if indicator_id == "business_rd_pct_gdp" else None


def _business_line() -> Line:
    business, everything = (
        queries.benchmark(key).set_index("period")["value"][_SHARED] for key in ("business_rd_gbp_m", "gross_rd_gbp_m")
    )
    part = 100 * business / everything
    value = measures.RD_TARGET * part / 100
    why = (
        f"The 2.4% target is of all R&D in the UK. Business carried out {part:.0f}% of all R&D in England in "
        f"{_SHARED}, so its part of the target is {value:.2f}% of GDP."
    )
    phrase = f"business’s part of the 2.4% target ({value:.2f}%)"
    return Line(value, f"{value:.2f}% line", phrase, why)
