"""What reaching an R&D target would take: each region's way from the last published year to the target year.

England is the sum of its NUTS 2 regions. GDP and prices stay those of the last year: nothing here is a forecast.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pandas as pd

from lis_data import measures
from lis_data.errors import UnknownNameError
from lis_data.model import ENGLAND, TOTAL, Status
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
    intensity (% of GDP).

    Raises UnknownNameError unless the indicator is among SHARES.
    """
    if indicator_id not in SHARES:
        raise UnknownNameError("R&D share of GDP", indicator_id, list(SHARES))
    found = ask(
        """
        with
        held as (
            select
                area_code,
                period,
                max(value) filter (where indicator_id = $amount) as rd_gbp_m,
                max(value) filter (where indicator_id = $share) as intensity
            from observation
            where geography_id = $regions and industry = $total and indicator_id in ($amount, $share)
            group by area_code, period
        ),
        complete as (
            select max(period) as period
            from (
                select period
                from held
                group by period
                having count(rd_gbp_m + intensity) = (select count(*) from area where geography_id = $regions)
            )
        )
        select area_code, area.name as area_name, parent_code as region_code, period, rd_gbp_m, intensity
        from held
        join complete using (period)
        join area using (area_code)
        where geography_id = $regions
        order by area_code
        """,
        share=indicator_id,
        amount=SHARES[indicator_id],
        regions=REGIONS,
        total=TOTAL,
    )
    return found.assign(gdp_gbp_m=100 * found["rd_gbp_m"] / found["intensity"])


def paths(indicator_id: str, *, target: float, year: int, rule: Rule) -> pd.DataFrame:
    """The way to `target` (% of GDP) in a year, a row a year for England, each region and each NUTS 2 region:
    geography_id, area_code, area_name, year, rd_gbp_m, gdp_gbp_m, intensity (% of GDP), extra_gbp_m (more than in the
    first year), status (A in the first year, after it E: modelled); by year, from the largest areas down, by code.

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
    regions = pd.concat(years, ignore_index=True).assign(geography_id=REGIONS)
    found = pd.concat([_england(regions), _wider(regions), regions], ignore_index=True)
    return _described(found.sort_values("year", kind="stable", ignore_index=True), first)


def paths_compared(indicator_id: str, *, target: float, year: int) -> pd.DataFrame:
    """The rules side by side, one row per area of `paths` in its order: geography_id, area_code, area_name, rd_gbp_m,
    gdp_gbp_m, intensity (all of the first year); and for each rule `…_intensity` and `…_extra_gbp_m` in the target
    year, and `…_total_gbp_m`, the extra of all years together. Raises as `paths`.
    """
    columns = ["geography_id", "area_code", "area_name", "rd_gbp_m", "gdp_gbp_m", "intensity"]
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


def _england(regions: pd.DataFrame) -> pd.DataFrame:
    sums = regions.groupby("year", as_index=False)[["rd_gbp_m", "gdp_gbp_m"]].sum()
    return sums.assign(geography_id="country", area_code=ENGLAND, area_name="England")


def _wider(regions: pd.DataFrame) -> pd.DataFrame:
    """The sums by region of England, which are unions of NUTS 2 regions."""
    sums = regions.groupby(["year", "region_code"], as_index=False)[["rd_gbp_m", "gdp_gbp_m"]].sum()
    names = ask("select area_code, name from area where geography_id = 'region'").set_index("area_code")["name"]
    coded = sums.rename(columns={"region_code": "area_code"})
    return coded.assign(geography_id="region", area_name=coded["area_code"].map(names))


def _described(found: pd.DataFrame, first: int) -> pd.DataFrame:
    before = found[found["year"] == first].set_index("area_code")["rd_gbp_m"]
    found["intensity"] = measures.share(found["rd_gbp_m"], total=found["gdp_gbp_m"])
    found["extra_gbp_m"] = found["rd_gbp_m"] - found["area_code"].map(before)
    found["status"] = Status.ESTIMATED.value
    found.loc[found["year"] == first, "status"] = Status.NORMAL.value
    amounts = ["rd_gbp_m", "gdp_gbp_m", "intensity", "extra_gbp_m"]
    return found[["geography_id", "area_code", "area_name", "year", *amounts, "status"]]
