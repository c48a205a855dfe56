"""The three tests of a "super strength": is an industry specialised, productive and growing here? And can we know?

The words and the idea are of Cheshire and Warrington's plan: high productivity, specialised, high-value jobs.
"""

from __future__ import annotations

import pandas as pd

from lis_data import measures, sic
from lis_data.errors import UnknownNameError
from lis_data.model import ENGLAND, TOTAL
from lis_data.queries.ask import ask
from lis_data.queries.sectors import sector_strengths

_KEY = ["area_code", "industry"]

DETAILS = ("leaf", "broad")
"""Which industries are tested: the finest ones, or the top layer that does not overlap."""

_OF_MONEY = ("gva", "gva_detailed")
_NOT_BY_JOB = frozenset({"01", "02", "03", "68", "97", "98", "99"})
"""Divisions whose GVA no count of jobs belongs to: the count leaves out most farms and all households, and property
earns rent rather than pay."""


def strength_tests(
    geography_id: str,
    *,
    period: str,
    base: str,
    indicator_id: str = "gva",
    least_quotient: float = 1.25,
    least_productivity_lead: float = 0.0,
    least_growth_lead: float = 0.0,
    least_value: float = 0.0,
    detail: str = "leaf",
) -> pd.DataFrame:
    """The three tests for every area and industry of at least `least_value`, those with most passes first.

    area_code, area_name, industry, title, parent, sort, value, share; location_quotient, specialised;
    jobs, productivity and benchmark_productivity (£ thousand of GVA a job), productivity_lead (% above England's),
    productivity_period, productive; growth, benchmark_growth (% a year), growth_lead (points), growing; tests_made,
    tests_passed (0 to 3). A test is passed at or above its threshold and missing where it cannot be made.

    Productivity is GVA of the industry divided by jobs in the SIC divisions that it covers, in the last year up to
    `period` that has both. Raises UnknownNameError as `sector_strengths`, and for a detail that is not in DETAILS.
    """
    if detail not in DETAILS:
        raise UnknownNameError("detail", detail, list(DETAILS))
    found = sector_strengths(indicator_id, geography_id, period=period, base=base)
    found = found[found[detail] & ~found["imputed"] & (found["value"] >= least_value)]
    found = found.merge(_productivity(indicator_id, geography_id, period=period), how="left", on=_KEY)
    tested = found.assign(
        specialised=measures.passes(found["location_quotient"], least=least_quotient),
        productive=measures.passes(found["productivity_lead"], least=least_productivity_lead),
        growing=measures.passes(found["growth_lead"], least=least_growth_lead),
    )
    verdicts = tested[["specialised", "productive", "growing"]]
    tested = tested.assign(tests_made=verdicts.notna().sum(axis=1), tests_passed=verdicts.sum(axis=1).astype(int))
    order = ["tests_passed", "location_quotient"]
    return tested[_COLUMNS].sort_values(order, ascending=False, ignore_index=True)


_COLUMNS = [
    *["area_code", "area_name", "industry", "title", "parent", "sort", "value", "share"],
    *["location_quotient", "specialised"],
    *["jobs", "productivity", "benchmark_productivity", "productivity_lead", "productivity_period", "productive"],
    *["growth", "benchmark_growth", "growth_lead", "growing", "tests_made", "tests_passed"],
]


def possible_tests(geography_id: str, *, period: str, base: str, indicator_id: str = "gva") -> pd.DataFrame:
    """Which tests can be made in a geography, one row per test (specialised, productive, growing, well_paid): test,
    possible (yes, some areas, no), areas (that can be tested in some industry), of_areas, period, why.
    """
    tested = strength_tests(geography_id, period=period, base=base, indicator_id=indicator_id)
    of_areas = len(ask("select area_code from area where geography_id = $geography", geography=geography_id))
    years = tested["productivity_period"].dropna()
    rows = [
        ("specialised", _areas(tested, "specialised"), period, _WHY["specialised"]),
        (
            "productive",
            _areas(tested, "productive"),
            years.max() if len(years) else None,
            _why_productive(indicator_id),
        ),
        ("growing", _areas(tested, "growing"), f"{base} to {period}", _WHY[f"growing {_kind(indicator_id)}"]),
        ("well_paid", 0, None, _WHY["well_paid"]),
    ]
    table = pd.DataFrame(rows, columns=["test", "areas", "period", "why"])
    possible = ["no" if areas == 0 else "yes" if areas == of_areas else "some areas" for areas in table["areas"]]
    return table.assign(possible=possible, of_areas=of_areas)[
        ["test", "possible", "areas", "of_areas", "period", "why"]
    ]


_WHY = {
    "specialised": "The industry’s share of the economy here against its share in England.",
    "productive": (
        "GVA of the industry divided by the jobs in it. Jobs by industry are published for NUTS 2 regions from 2015 "
        "to 2021, so only places that are made of whole NUTS 2 regions can be tested. Farming, property and "
        "households cannot: the count of jobs leaves them out or they earn rent."
    ),
    "not productive": "Needs GVA by industry and jobs by industry; the figures chosen here are not of GVA.",
    "growing money": (
        "Growth a year against England’s growth in the same industry, both in current prices. Prices of the same "
        "industry mostly rise alike, but not where a group mixes unlike ones, such as telecoms and software."
    ),
    "growing count": "Growth a year against England’s growth in the same industry.",
    "well_paid": "Pay is held for places, not for the industries in them.",
}


def _why_productive(indicator_id: str) -> str:
    return _WHY["productive" if indicator_id in _OF_MONEY else "not productive"]


def _kind(indicator_id: str) -> str:
    return "money" if indicator_id in _OF_MONEY else "count"


def _areas(tested: pd.DataFrame, test: str) -> int:
    return int(tested.loc[tested[test].notna(), "area_code"].nunique())


def _productivity(indicator_id: str, geography_id: str, *, period: str) -> pd.DataFrame:
    """By area and industry: jobs, productivity, benchmark_productivity, productivity_lead, productivity_period; empty
    for an indicator that is not of GVA and before the first jobs.
    """
    columns = ["area_code", "industry", "jobs", "productivity", "benchmark_productivity", "productivity_lead"]
    year = _year_of_both(indicator_id, period)
    if year is None:
        return pd.DataFrame(columns=[*columns, "productivity_period"]).astype(dict.fromkeys(columns[2:], float))
    both = _gva_and_jobs(indicator_id, geography_id, period=year)
    both["productivity"] = measures.ratio(1000 * both["gva"], per=both["jobs"])
    england = both[both["area_code"] == ENGLAND].set_index("industry")["productivity"]
    both["benchmark_productivity"] = both["industry"].map(england)
    both["productivity_lead"] = measures.lead(both["productivity"], benchmark=both["benchmark_productivity"])
    return both[columns].assign(productivity_period=year)


def _year_of_both(indicator_id: str, period: str) -> str | None:
    """The last year up to the period that has GVA by this indicator and jobs."""
    if indicator_id not in _OF_MONEY:
        return None
    found = ask(
        """
        select max(period) as period
        from observation
        where indicator_id = 'jobs' and geography_id = 'country' and period <= $period
        """,
        period=period,
    )
    year: str | None = found["period"].iloc[0]
    return year


def _gva_and_jobs(indicator_id: str, geography_id: str, *, period: str) -> pd.DataFrame:
    """By area (England among them) and industry of the indicator: area_code, industry, gva (£ million), jobs."""
    return ask(
        """
        with
        covered as (
            select unnest($industries::varchar[]) as industry, unnest($divisions::varchar[]) as division
        ),
        job as (
            select area_code, covered.industry, sum(value) as jobs
            from observation
            join covered on observation.industry = covered.division
            where indicator_id = 'jobs' and geography_id in ($geography, 'country') and period = $period
            group by area_code, covered.industry
        )
        select area_code, industry, value as gva, jobs
        from observation
        join job using (area_code, industry)
        where indicator_id = $indicator and geography_id in ($geography, 'country') and period = $period
        """,
        indicator=indicator_id,
        geography=geography_id,
        period=period,
        **_covered(indicator_id),
    )


def _covered(indicator_id: str) -> dict[str, str]:
    """Which divisions each industry of the indicator covers, as two lists of equal length for the question."""
    listed = ask(
        "select industry from industry join indicator using (scheme) where indicator_id = $indicator",
        indicator=indicator_id,
    )["industry"]
    pairs = [
        (industry, division)
        for industry in listed
        if industry != TOTAL and not sic.divisions(industry) & _NOT_BY_JOB
        for division in sorted(sic.divisions(industry))
    ]
    return {
        "industries": f"[{','.join(industry for industry, _ in pairs)}]",
        "divisions": f"[{','.join(division for _, division in pairs)}]",
    }
