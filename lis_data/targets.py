"""The R&D target as a line to hold figures against, and which figures it concerns.

The target is of all R&D in the UK. What is held by region is R&D by business, government and universities; charities,
about 2% of it, are not in. Business R&D is held against business's own part of the target: its share of those three
sectors in England, in the latest year for which all three are published.
"""

from __future__ import annotations

from dataclasses import dataclass

from lis_data import measures, queries


@dataclass(frozen=True)
class Line:
    """A value in an indicator's own unit to hold its figures against.

    `name` fits on a chart, `phrase` into a sentence after "above" or "below", `why` is a note.
    """

    value: float
    name: str
    phrase: str
    why: str


def line(indicator_id: str) -> Line | None:
    """The line of the R&D target for an indicator; None where the target says nothing about it."""
    if indicator_id == "rd_all_sectors_pct_gdp":
        why = (
            "The target is of all R&D in the UK: 2.4% of GDP by 2027. These figures are of business, government and "
            "universities; charities, about 2% of all R&D, are not published by region."
        )
        return Line(measures.RD_TARGET, "2.4% target", "the 2.4% target", why)
    if indicator_id == "business_rd_pct_gdp":
        return _business_line()
    return None


def _business_line() -> Line:
    business = queries.benchmark("business_rd_gbp_m").set_index("period")["value"]
    everything = queries.benchmark("rd_all_sectors_gbp_m").set_index("period")["value"]
    shares = measures.share(business.reindex(everything.index), total=everything).dropna()
    period, part = shares.index[-1], float(shares.iloc[-1])
    value = measures.RD_TARGET * part / 100
    why = (
        f"The 2.4% target is of all R&D in the UK. Of the R&D in England by business, government and universities, "
        f"business carried out {part:.0f}% in {period}, the latest year with all three published, so its part of the "
        f"target is {value:.2f}% of GDP. Charities, about 2% of all R&D, are not published by region."
    )
    phrase = f"business’s part of the 2.4% target ({value:.2f}%)"
    return Line(value, f"{value:.2f}% line", phrase, why)
