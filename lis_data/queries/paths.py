"""What reaching an R&D target would take: each region's way from the last published year to the target year.

GDP and prices stay those of the last year: nothing here is a forecast.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pandas as pd

from lis_data import measures
from lis_data.errors import UnknownNameError
from lis_data.model import ENGLAND, TOTAL, UNITED_KINGDOM, Status
from lis_data.queries.ask import ask
from lis_data.queries.modelled_rd import modelled_rd

REGIONS = "nuts2-2016"
SHARES = {
    "business_rd_new_method_pct_gdp": "business_rd_new_method_gbp_m",
    "business_rd_pct_gdp": "business_rd_gbp_m",
    "rd_all_sectors_pct_gdp": "rd_all_sectors_gbp_m",
}
"""The R&D shares of GDP that every NUTS 2 region has, each with its amount in £ million."""
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
    """Where paths of an R&D share of GDP start, one row per NUTS 2 region by code: area_code, area_name, region_code
    (of the region around it), period (the last year in which every region has a figure), rd_gbp_m, gdp_gbp_m,
    intensity (% of GDP), status (of the share).

    Raises UnknownNameError unless the indicator is among SHARES.
    """
    starts = _starts(indicator_id)
    return starts[starts["geography_id"] == REGIONS].drop(columns="geography_id").reset_index(drop=True)


def _starts(indicator_id: str) -> pd.DataFrame:
    """The columns of `paths_start` with geography_id, for England and its regions too: each with its own figures."""
    if indicator_id not in SHARES:
        raise UnknownNameError("R&D share of GDP", indicator_id, list(SHARES))
    found = ask(
        """
        with
        figure as (
            select
                geography_id,
                area_code,
                period,
                max(value) filter (where indicator_id = $amount) as rd_gbp_m,
                max(value) filter (where indicator_id = $share) as intensity,
                max(status::varchar) filter (where indicator_id = $share) as status
            from observation
            where geography_id in ('country', 'region', $regions) and industry = $total and area_code <> $uk
                and indicator_id in ($amount, $share)
            group by geography_id, area_code, period
        ),
        complete as (
            select max(period) as period
            from (
                select period
                from figure
                where geography_id = $regions
                group by period
                having count(rd_gbp_m + intensity) = (select count(*) from area where geography_id = $regions)
            )
        )
        select
            geography_id, area_code, area.name as area_name, parent_code as region_code, period, rd_gbp_m, intensity,
            status
        from figure
        join complete using (period)
        join area using (geography_id, area_code)
        order by list_position(['country', 'region', $regions], geography_id), area_code
        """,
        share=indicator_id,
        amount=SHARES[indicator_id],
        regions=REGIONS,
        total=TOTAL,
        uk=UNITED_KINGDOM,
    )
    return found.assign(gdp_gbp_m=100 * found["rd_gbp_m"] / found["intensity"])


def paths(indicator_id: str, *, target: float, year: int, rule: Rule) -> pd.DataFrame:
    """The way to `target` (% of GDP) in a year, a row a year for England, each region and each NUTS 2 region:
    geography_id, area_code, area_name, year, rd_gbp_m, gdp_gbp_m, intensity (% of GDP), extra_gbp_m (more than in the
    first year), status (in the first year that of the share, after it E: modelled); by year, from the largest areas
    down, by code. England and regions have what their NUTS 2 regions have more.

    `alike`: all regions gain the same points of GDP, the same each year. `converge`: those below a common level rise
    to it in equal steps. `follow`: all regions' R&D grows by the same per cent each year. Raises UnknownNameError as
    `paths_start`, and ValueError where the target year is not after the first.
    """
    starts, start = _starts(indicator_id), paths_start(indicator_id)
    first = int(start["period"].iloc[0])
    if year <= first:
        raise ValueError(f"The target year {year} is not after {first}, where the paths start.")
    spent = start["rd_gbp_m"]
    aim = spent + _EXTRA[rule](spent, gdp=start["gdp_gbp_m"], target=target)
    years = [
        starts.assign(year=now, extra_gbp_m=_extra_by_area(start, _STEPS[rule](spent, aim, part=part) - spent, starts))
        for now, part in ((now, (now - first) / (year - first)) for now in range(first, year + 1))
    ]
    return _described(pd.concat(years, ignore_index=True), first)


def _extra_by_area(start: pd.DataFrame, extra: pd.Series, starts: pd.DataFrame) -> pd.Series:
    """What each area of `starts` has more: NUTS 2 regions (those of `start`) their `extra`, wider areas its sums."""
    by_region = extra.groupby(start["region_code"]).sum(min_count=1)
    every = pd.concat([extra.set_axis(start["area_code"]), by_region, pd.Series({ENGLAND: extra.sum(skipna=False)})])
    return starts["area_code"].map(every)


def paths_compared(indicator_id: str, *, target: float, year: int) -> pd.DataFrame:
    """The rules side by side, one row per area of `paths` in its order: geography_id, area_code, area_name, rd_gbp_m,
    gdp_gbp_m, intensity, status (all of the first year); and for each rule `…_intensity` and `…_extra_gbp_m` in the
    target year, and `…_total_gbp_m`, the extra of all years together. Raises as `paths`.
    """
    columns = ["geography_id", "area_code", "area_name", "rd_gbp_m", "gdp_gbp_m", "intensity", "status"]
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


def paths_of_leps(indicator_id: str, *, target: float) -> pd.DataFrame:
    """What the rules ask of each LEP of 2017 for England to reach `target` (% of GDP), of business R&D: area_code,
    area_name, exact (made of whole regions), low, high (% of GDP in the first year, of `modelled_rd`), gdp_gbp_m; and
    for each rule `…_low` and `…_high`, £ million a year more once it is reached. A LEP that is modelled has a range.

    Raises UnknownNameError for R&D other than business's, which is not modelled.
    """
    business = {share: amount for share, amount in SHARES.items() if share.startswith("business")}
    if indicator_id not in business:
        raise UnknownNameError("share of business R&D", indicator_id, list(business))
    start = paths_start(indicator_id)
    spent, gdp = start["rd_gbp_m"], start["gdp_gbp_m"]
    leps = modelled_rd(str(start["period"].iloc[0]))
    points = measures.extra_alike(spent, gdp=gdp, target=target).sum() / gdp.sum()
    level = measures.catching_up_level(spent, gdp=gdp, target=target) / 100
    growth = measures.extra_following(spent, gdp=gdp, target=target).sum() / spent.sum()
    ends = {"low": leps["rd_low"], "high": leps["rd_high"]}
    extra = {
        **{f"alike_{end}": points * leps["gdp"] for end in ends},
        "converge_low": (level * leps["gdp"] - leps["rd_high"]).clip(lower=0),
        "converge_high": (level * leps["gdp"] - leps["rd_low"]).clip(lower=0),
        **{f"follow_{end}": growth * amount for end, amount in ends.items()},
    }
    about = leps[["area_code", "area_name", "exact", "low", "high", "gdp"]].rename(columns={"gdp": "gdp_gbp_m"})
    return about.assign(**extra)


def _described(found: pd.DataFrame, first: int) -> pd.DataFrame:
    found["rd_gbp_m"] = found["rd_gbp_m"] + found["extra_gbp_m"]
    found["intensity"] = measures.share(found["rd_gbp_m"], total=found["gdp_gbp_m"])
    found["status"] = found["status"].where(found["year"] == first, Status.ESTIMATED.value)
    amounts = ["rd_gbp_m", "gdp_gbp_m", "intensity", "extra_gbp_m"]
    return found[["geography_id", "area_code", "area_name", "year", *amounts, "status"]]
