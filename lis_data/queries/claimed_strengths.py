"""What strategies claim to be strong in, and what the figures say.

Two tables carry the judgement, for anyone to read and to correct: `judgement/sector_claims.csv` gives each claim its
sectors, `judgement/sector_industries.csv` each sector the industries that can test it, how well they fit and why.
Close: mostly this sector. Broad: a quarter or more of what is counted is this sector, or only a part of it is counted.
None: less than that, so that a figure would tell of something else; the claim cannot be tested.
"""

from __future__ import annotations

import pandas as pd

from lis_data import judgement, measures
from lis_data.queries.ask import ask
from lis_data.queries.sectors import CLASSES_YEAR, sector_strengths

MOST_OF_LEP = 70.0
"""% of a LEP's workplaces that lie in a region from which the region can stand for it, if also …"""

MOST_OF_REGION = 50.0
"""… this % of the region's workplaces lie in the LEP."""

_WHERE = "lep-2017"
_REGION = "nuts2-2016"
_BY_JOBS = ["jobs_value", "jobs_share", "jobs_benchmark_share", "jobs_location_quotient"]
_UNMATCHED = "The claim has not been matched to a sector"

_PLACES = """
    with
    workplace as (
        select area_code as member_code, value as workplaces
        from observation
        where indicator_id = 'workplace_population' and geography_id = 'lad-2017' and industry = '_T'
    ),
    inside as (
        select geography_id, area_code, member_code, workplaces * weight as people
        from membership
        join workplace using (member_code)
        where member_geography_id = 'lad-2017' and geography_id in ($leps, $regions)
    ),
    size as (
        select geography_id, area_code, sum(people) as people from inside group by geography_id, area_code
    ),
    shared as (
        select lep.area_code, region.area_code as region_code, sum(lep.people) as people
        from inside as lep
        join inside as region using (member_code)
        where lep.geography_id = $leps and region.geography_id = $regions
        group by lep.area_code, region.area_code
    ),
    counted as (
        select distinct area_code from observation where indicator_id = 'jobs' and geography_id = $leps
    ),
    most as (
        select
            area_code,
            arg_max(region_code, people) as region_code,
            max(people) as people,
            bool_or(counted.area_code is not null) as itself
        from shared
        left join counted using (area_code)
        group by area_code
    )
    select
        area_code,
        itself,
        if(itself, area_code, region_code) as jobs_area_code,
        if(itself, lep.name, region.name) as jobs_area_name,
        if(itself, 100, 100 * most.people / lep_size.people) as jobs_area_share,
        if(itself, 100, 100 * most.people / region_size.people) as jobs_area_part
    from most
    join area as lep using (area_code)
    join size as lep_size using (area_code)
    join area as region on region.area_code = region_code
    join size as region_size on region_size.area_code = region_code
    where lep.geography_id = $leps and lep_size.geography_id = $leps
        and region.geography_id = $regions and region_size.geography_id = $regions
"""


def claimed_strengths(*, period: str = "2018") -> pd.DataFrame:
    """Every sector strength that a strategy claims, one row per claim and sector; none left out.

    priority_id, area_code, area_name (LEPs of 2017), priority (the document's words), sector, sector_title,
    leps_claiming (LEPs with a claim of that sector);
    by GVA in `period`: industries, fit, reason, value (£ million), share, benchmark_share (%), location_quotient;
    by jobs in 2018, of the LEP itself or of the NUTS 2 region that holds most of it: jobs_industries, jobs_fit,
    jobs_reason, jobs_area_name, jobs_area_share (% of the LEP's workplaces in the region), jobs_area_part (% of the
    region's in the LEP), jobs_area_fit (same; mostly: at least MOST_OF_LEP and MOST_OF_REGION; wider), jobs_value,
    jobs_share, jobs_benchmark_share, jobs_location_quotient; for a region that is wider they are missing and its
    quotient is jobs_wider_quotient, which tells of the surroundings and does not test the claim.

    Where the fit is none there are no figures: such a claim cannot be tested. Raises UnknownNameError for a period
    without GVA.
    """
    gva, jobs = _tests(of_jobs=False), _tests(of_jobs=True)
    table = _claimed().merge(gva.drop(columns="indicator_id"), how="left", on="sector")
    table = table.merge(_quotients(gva, _WHERE, period=period), how="left", on=["area_code", "sector"])
    by_jobs = pd.concat(
        [_quotients(jobs, place, period=CLASSES_YEAR) for place in (_WHERE, _REGION)], ignore_index=True
    )
    table = table.merge(_renamed(jobs).drop(columns="jobs_indicator_id"), how="left", on="sector")
    table = table.merge(_places_with_jobs(), how="left", on="area_code")
    table = table.merge(_renamed(by_jobs), how="left", on=["jobs_area_code", "sector"])
    wider = table["jobs_area_fit"] == "wider"
    table["jobs_wider_quotient"] = table["jobs_location_quotient"].where(wider)
    table[_BY_JOBS] = table[_BY_JOBS].mask(wider)
    unmatched = {"fit": "none", "jobs_fit": "none", "reason": _UNMATCHED, "jobs_reason": _UNMATCHED}
    return table.drop(columns="jobs_area_code").fillna({**unmatched, "industries": "", "jobs_industries": ""})


def _claimed() -> pd.DataFrame:
    stated = ask(
        """
        select priority_id, area_code, area.name as area_name, priority
        from priority
        left join (from area where geography_id = $geography) as area using (area_code)
        where kind = 'sector strength'
        order by priority_id
        """,
        geography=_WHERE,
    )
    titles = (
        judgement.sector_industries()[["sector", "title"]].drop_duplicates().rename(columns={"title": "sector_title"})
    )
    table = stated.merge(judgement.sector_claims(), how="left", on="priority_id").merge(titles, how="left", on="sector")
    table["leps_claiming"] = table.groupby("sector")["area_code"].transform("nunique").astype("Int64")
    return table


def _tests(*, of_jobs: bool) -> pd.DataFrame:
    """By sector, of GVA or of jobs: sector, indicator_id, industries, fit, reason."""
    table = judgement.sector_industries()
    return table[table["indicator_id"].str.startswith("jobs") == of_jobs].drop(columns="title")


def _renamed(table: pd.DataFrame) -> pd.DataFrame:
    """The columns of a table about jobs, so named."""
    return table.rename(columns=lambda name: name if name == "sector" else f"jobs_{name}")


def _quotients(tests: pd.DataFrame, geography_id: str, *, period: str) -> pd.DataFrame:
    """By area and sector: area_code, sector, value, share, benchmark_share, location_quotient of its industries
    together; missing where one of them is.
    """
    listed = tests.assign(industry=tests["industries"].str.split()).explode("industry").dropna(subset="industry")
    found = pd.concat(
        sector_strengths(indicator_id, geography_id, period=period).merge(
            listed.loc[listed["indicator_id"] == indicator_id, ["sector", "industry"]], on="industry"
        )
        for indicator_id in listed["indicator_id"].unique()
    )
    summed = found.groupby(["area_code", "sector"])[["value", "share", "benchmark_share"]].agg(_sum)
    quotient = measures.location_quotient(summed["share"], benchmark=summed["benchmark_share"])
    return summed.assign(location_quotient=quotient).reset_index()


def _sum(values: pd.Series) -> float:
    return float(values.sum(skipna=False))


def _places_with_jobs() -> pd.DataFrame:
    """By LEP, where jobs by industry are counted for it: area_code, jobs_area_code, jobs_area_name, jobs_area_share,
    jobs_area_part, jobs_area_fit. A LEP that is a union of NUTS 2 regions itself; else the region with most of its
    workplaces (census of 2011; of a divided district the LEP’s share of small areas).
    """
    found = ask(_PLACES, leps=_WHERE, regions=_REGION)
    mostly = (found["jobs_area_share"] >= MOST_OF_LEP) & (found["jobs_area_part"] >= MOST_OF_REGION)
    fit = mostly.map({True: "mostly", False: "wider"}).mask(found["itself"], "same")
    return found.assign(jobs_area_fit=fit).drop(columns="itself")
