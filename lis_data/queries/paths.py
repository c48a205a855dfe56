"""What reaching an R&D target would take: each region's way from the last published year to the target year.

England is the sum of its NUTS 2 regions. GDP and prices stay those of the last year: nothing here is a forecast.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pandas as pd

from lis_data import measures
from lis_data.model import ENGLAND, TOTAL, Status
from lis_data.queries.ask import ask, known

REGIONS = "nuts2-2016"
Rule = Literal["alike", "converge", "follow"]
RULES: tuple[Rule, ...] = ("alike", "converge", "follow")
_EXTRA: dict[Rule, Callable[..., pd.Series]] = {
    "alike": measures.extra_alike,
    "converge": measures.extra_catching_up,
    "follow": measures.extra_following,
}
_STEPS: dict[Rule, Callable[..., pd.Series]] = {
    "alike": measures.even_steps,
    "converge": measures.even_steps,
    "follow": measures.even_growth,
}


def paths_start(indicator_id: str) -> pd.DataFrame:
    """Where paths of an R&D share of GDP start, one row per NUTS 2 region by code: area_code, area_name, period (the
    last year in which every region has a figure), rd_gbp_m, gdp_gbp_m, intensity (% of GDP).

    Raises UnknownNameError unless the indicator is a share of GDP.
    """
    shares = "select indicator_id from indicator where denominator = 'gdp_gbp_m'"
    known("indicator that is a share of GDP", indicator_id, shares)
    found = ask(
        """
        with
        about as (
            select numerator, denominator from indicator where indicator_id = $indicator
        ),
        held as (
            select
                area_code,
                period,
                max(value) filter (where indicator_id = numerator) as rd_gbp_m,
                max(value) filter (where indicator_id = denominator) as gdp_gbp_m
            from observation, about
            where geography_id = $regions and industry = $total and indicator_id in (numerator, denominator)
            group by area_code, period
        ),
        complete as (
            select max(period) as period
            from (
                select period
                from held
                group by period
                having count(rd_gbp_m + gdp_gbp_m) = (select count(*) from area where geography_id = $regions)
            )
        )
        select area_code, area.name as area_name, period, rd_gbp_m, gdp_gbp_m
        from held
        join complete using (period)
        join area using (area_code)
        where geography_id = $regions
        order by area_code
        """,
        indicator=indicator_id,
        regions=REGIONS,
        total=TOTAL,
    )
    return found.assign(intensity=measures.share(found["rd_gbp_m"], total=found["gdp_gbp_m"]))


def paths(indicator_id: str, *, target: float, year: int, rule: Rule) -> pd.DataFrame:
    """The way to `target` (% of GDP) in a year, one row per region and year and one for England: area_code, area_name,
    year, rd_gbp_m, gdp_gbp_m, intensity (% of GDP), extra_gbp_m (more than in the first year), status (A in the first
    year, after it E: modelled); by year and code, England first.

    `alike`: all regions gain the same points of GDP, the same each year. `converge`: those below a common level rise
    to it in equal steps. `follow`: all regions' R&D grows by the same per cent each year. Raises UnknownNameError as
    `paths_start`, and ValueError where the target year is not after the first.
    """
    start = paths_start(indicator_id)
    first = int(start["period"].iloc[0])
    if year <= first:
        raise ValueError(f"The target year {year} is not after {first}, where the paths start.")
    spent = start["rd_gbp_m"]
    aim = spent + _EXTRA[rule](spent, gdp=start["gdp_gbp_m"], target=target)
    years = [
        start.assign(year=now, rd_gbp_m=_STEPS[rule](spent, aim, part=(now - first) / (year - first)))
        for now in range(first, year + 1)
    ]
    regions = pd.concat(years, ignore_index=True)
    england = regions.groupby("year", as_index=False)[["rd_gbp_m", "gdp_gbp_m"]].sum()
    found = pd.concat([england.assign(area_code=ENGLAND, area_name="England"), regions], ignore_index=True)
    return _described(found.sort_values("year", kind="stable", ignore_index=True), first)


def paths_compared(indicator_id: str, *, target: float, year: int) -> pd.DataFrame:
    """The rules side by side, one row per region and one for England, which is first: area_code, area_name, rd_gbp_m,
    gdp_gbp_m, intensity (all of the first year); and for each rule `…_intensity` and `…_extra_gbp_m` in the target
    year, and `…_total_gbp_m`, the extra of all years together. Raises as `paths`.
    """
    columns = ["area_code", "area_name", "rd_gbp_m", "gdp_gbp_m", "intensity"]
    rules = {rule: paths(indicator_id, target=target, year=year, rule=rule) for rule in RULES}
    first = rules["alike"]
    compared = first.loc[first["year"] == first["year"].min(), columns].reset_index(drop=True)
    for rule, rows in rules.items():
        last = rows[rows["year"] == year].set_index("area_code")
        total = rows.groupby("area_code")["extra_gbp_m"].sum()
        for name, values in (
            ("intensity", last["intensity"]),
            ("extra_gbp_m", last["extra_gbp_m"]),
            ("total_gbp_m", total),
        ):
            compared[f"{rule}_{name}"] = compared["area_code"].map(values)
    return compared


def _described(found: pd.DataFrame, first: int) -> pd.DataFrame:
    before = found[found["year"] == first].set_index("area_code")["rd_gbp_m"]
    found["intensity"] = measures.share(found["rd_gbp_m"], total=found["gdp_gbp_m"])
    found["extra_gbp_m"] = found["rd_gbp_m"] - found["area_code"].map(before)
    found["status"] = Status.ESTIMATED.value
    found.loc[found["year"] == first, "status"] = Status.NORMAL.value
    columns = ["area_code", "area_name", "year", "rd_gbp_m", "gdp_gbp_m", "intensity", "extra_gbp_m", "status"]
    return found[columns]
