"""Where official counts of businesses see little: very small firms, the self-employed, the creative industries.

Creative industries are the 31 classes of DCMS, *DCMS Sectors Economic Estimates: Methodology* (the definition of 2015,
kept since), in `judgement/creative_industries.csv`. Only jobs by four-digit class can represent them exactly; the
groups of the other counts hold them among others, and `creative_coverage` says how much of a group they are.
"""

from __future__ import annotations

import pandas as pd

from lis_data import judgement, measures, sic
from lis_data.model import ENGLAND, TOTAL
from lis_data.period import parse
from lis_data.queries.ask import ask
from lis_data.queries.figures import figures
from lis_data.queries.sectors import CLASSES_YEAR, sector_strengths

ENTERPRISES_PERIOD = "2022-03"
"""The last count of enterprises by industry and size."""


def blind_spot(geography_id: str, *, period: str = ENTERPRISES_PERIOD) -> pd.DataFrame:
    """What counts of businesses may miss, one row per area and group of industries (the total among them).

    area_code, area_name, industry, title, sort; enterprises, micro (with 0 to 9 people), micro_share in %,
    benchmark_micro_share (England, same industry), all_micro_share (here, all industries); creative_coverage (% of
    England's jobs in the group that are in creative industries, 2018), creative_part (% of England's creative jobs
    that are in the group); seen_group (the wider group of the survey that holds it), seen_share (jobs in business
    counts per 100 people who say that they work in it, England); self_employment (% of the people in work here, all
    industries, the survey year that holds the period) and benchmark_self_employment.

    Micro enterprises by industry are published for LEPs of 2021 alone, which some other LEPs equal; elsewhere only the
    total has them. Raises UnknownNameError for a geography or period without enterprises.
    """
    found = _enterprises(geography_id, period=period)
    england = _enterprises("country", period=period).set_index("industry")
    totals = found[found["industry"] == TOTAL].set_index("area_code")
    found["micro_share"] = measures.share(found["micro"], total=found["enterprises"])
    in_england = measures.share(england["micro"], total=england["enterprises"])
    found["benchmark_micro_share"] = found["industry"].map(in_england)
    here = measures.share(totals["micro"], total=totals["enterprises"])
    found["all_micro_share"] = found["area_code"].map(here)
    industries = england.index.tolist()
    found = found.merge(_creative_parts(industries), how="left", on="industry")
    found = found.merge(_seen(industries, year=parse(period).year), how="left", on="industry")
    return found.merge(_self_employment(geography_id, period=period), how="left", on="area_code")


def creative_industries(geography_id: str, *, period: str = CLASSES_YEAR) -> pd.DataFrame:
    """Jobs in the creative industries, counted by four-digit class, one row per area: area_code, area_name, value,
    share, benchmark_share (both in % of all jobs), location_quotient. Raises UnknownNameError as `sector_strengths`.
    """
    classes = tuple(judgement.creative_industries()["industry"])
    found = sector_strengths("jobs_sic4", geography_id, period=period)
    found = found[found["industry"].isin(classes)]
    sums = found.groupby(["area_code", "area_name"])[["value", "share", "benchmark_share"]].sum(min_count=len(classes))
    quotient = measures.location_quotient(sums["share"], benchmark=sums["benchmark_share"])
    return sums.assign(location_quotient=quotient).reset_index()


def unseen_work(*, period: str) -> pd.DataFrame:
    """In England, people who say that they work in an industry beside the jobs that businesses report: industry, title,
    residents (survey, October before to September of `period`), jobs (count of that September), seen_share (jobs per
    100 residents). Above 100 where people hold several jobs. Raises UnknownNameError for a year without either.
    """
    survey = figures("residents_employed", "country", period=survey_year(period), industry=None)
    count = figures("jobs", "country", period=period, industry=None)
    people = survey[survey["area_code"] == ENGLAND].set_index("industry")["value"]
    jobs = count[count["area_code"] == ENGLAND].set_index("industry")["value"]
    table = ask("select industry, title from industry where scheme = 'aps-9' order by sort")
    table["residents"] = table["industry"].map(people)
    table["jobs"] = [
        jobs[TOTAL] if industry == TOTAL else jobs.reindex(sorted(sic.divisions(industry))).sum()
        for industry in table["industry"]
    ]
    return table.assign(seen_share=measures.share(table["jobs"], total=table["residents"]))


def _enterprises(geography_id: str, *, period: str) -> pd.DataFrame:
    figures("enterprises", geography_id, period=period)
    return ask(
        """
        select
            area_code,
            area.name as area_name,
            industry,
            industry.title,
            industry.sort,
            max(value) filter (where indicator_id = 'enterprises') as enterprises,
            max(value) filter (where indicator_id = 'enterprises_micro') as micro
        from observation
        join area using (geography_id, area_code)
        join industry using (industry)
        where scheme = 'business-counts-18' and indicator_id in ('enterprises', 'enterprises_micro')
            and geography_id = $geography and period = $period
        group by all
        order by area_code, sort
        """,
        geography=geography_id,
        period=period,
    )


def _creative_parts(industries: list[str]) -> pd.DataFrame:
    """By industry, in England: creative_coverage (% of its jobs), creative_part (% of creative jobs); total without."""
    jobs = figures("jobs_sic4", "country", period=CLASSES_YEAR, industry=None)
    jobs = jobs[(jobs["area_code"] == ENGLAND) & (jobs["industry"].str.fullmatch(r"\d{4}"))]
    is_creative = jobs["industry"].isin(judgement.creative_industries()["industry"])
    rows = []
    for industry in industries:
        inside = jobs["industry"].str[:2].isin(sic.divisions(industry)) | (industry == TOTAL)
        both = jobs.loc[inside & is_creative, "value"].sum()
        rows.append((industry, jobs.loc[inside, "value"].sum(), both, jobs.loc[is_creative, "value"].sum()))
    table = pd.DataFrame(rows, columns=["industry", "jobs", "both", "creative"])
    table["creative_coverage"] = measures.share(table["both"], total=table["jobs"])
    table["creative_part"] = measures.share(table["both"], total=table["creative"])
    return table[["industry", "creative_coverage", "creative_part"]]


def _seen(industries: list[str], *, year: int) -> pd.DataFrame:
    """By industry: the survey's group that holds it whole, and how much of its work business counts see."""
    last = ask("select max(period) as period from observation where indicator_id = 'jobs'")["period"].iloc[0]
    table = unseen_work(period=min(str(year), last)).set_index("industry")
    holding = {
        industry: next((group for group in table.index if _holds(group, industry)), None) for industry in industries
    }
    seen = pd.DataFrame({"industry": list(holding), "seen_group": list(holding.values())})
    return seen.assign(seen_share=seen["seen_group"].map(table["seen_share"]))


def _holds(group: str, industry: str) -> bool:
    return group == industry or (bool(sic.divisions(industry)) and sic.divisions(industry) <= sic.divisions(group))


def _self_employment(geography_id: str, *, period: str) -> pd.DataFrame:
    found = ask(
        """
        select here.area_code, here.value as self_employment, england.value as benchmark_self_employment
        from observation as here
        join observation as england using (indicator_id, period)
        where indicator_id = 'self_employment_pct' and period = $period
            and here.geography_id = $geography
            and england.geography_id = 'country' and england.area_code = $england
        """,
        geography=geography_id,
        period=survey_year(str(parse(period).year)),
        england=ENGLAND,
    )
    return found


def survey_year(year: str) -> str:
    """The year of the labour force survey that ends in September of a year."""
    return f"{int(year) - 1}-10/P1Y"
