"""The R&D target as a line to hold figures against, and which figures it concerns.

The target is of all R&D: business, government, universities and charities together. Business R&D is held against
business's own part of it, which is England's in the latest year for which every part was published.
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
        why = "The target: by 2027, R&D of all sectors in the UK is to be 2.4% of GDP."
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
        f"The 2.4% target is of all R&D. Business carried out {part:.0f}% of England's R&D in {period}, the latest "
        f"year with every sector published, so its part of the target is {value:.2f}% of GDP."
    )
    phrase = f"business’s part of the 2.4% target ({value:.2f}%)"
    return Line(value, f"{value:.2f}% line", phrase, why)
