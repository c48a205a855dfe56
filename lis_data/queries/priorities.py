"""What places claim: their priorities, who else claims the same, whether the figures bear a claimed strength out."""

from __future__ import annotations

import pandas as pd

from lis_data.queries.ask import ask
from lis_data.queries.claimed_strengths import claimed_strengths
from lis_data.queries.programme import strategies

VERDICTS = ("borne out", "partly borne out", "not borne out", "cannot be tested")
LEAST_QUOTIENT = 1.2
"""The location quotient from which a claimed strength counts as borne out, where nobody sets another."""

_STAGES = """
    case
        when document_stage in ('published LIS', 'local LIS') then 'published'
        when document_stage like 'draft%' then 'draft'
        when document_stage in ('SEP', 'SEP (Gatwick 360)', 'SEP-based, 2018-12', 'economic strategy statement',
            'asks of the national strategy', 'related strategy', 'successor strategy') then 'other'
        else 'preparation'
    end
"""
"""How far the document was in which a priority stands; `other` is another strategy than a Local Industrial Strategy."""

_TAGS = """
    select priority_id, area_code, 'foundation' as dimension, foundation as tag from priority
    where foundation is not null
    union all
    select priority_id, area_code, 'challenge' as dimension, unnest(grand_challenges) as tag from priority
"""


def priorities() -> pd.DataFrame:
    """Every priority by LEP: priority_id, area_code, area_name, strategy (whose it is), wave, priority, kind,
    foundation, grand_challenges (list), tags_basis (stated or inferred), stage (published, draft, preparation,
    other), document_stage (in words), sources, confidence.
    """
    found = ask(
        f"""
        select
            priority_id, area_code, name as area_name, wave, priority, kind, foundation, grand_challenges, tags_basis,
            {_STAGES} as stage, document_stage,
            array_to_string(priority.sources, '; ') as sources, priority.confidence
        from priority
        join lep_strategy using (area_code)
        order by name, priority_id
        """
    ).astype({"wave": "str"})
    return found.merge(strategies()[["area_code", "strategy"]], on="area_code", validate="many_to_one")


def tags() -> pd.DataFrame:
    """How many LEPs have a priority of each foundation and each Grand Challenge, most first: dimension (foundation,
    challenge), tag, leps, priorities, of_which_inferred (priorities that the compiler and not the text tagged so).
    """
    return ask(
        f"""
        with tagged as ({_TAGS})
        select
            dimension, tag,
            count(distinct tagged.area_code) as leps,
            count(*) as priorities,
            count(*) filter (tags_basis = 'inferred') as of_which_inferred
        from tagged
        join priority using (priority_id)
        group by dimension, tag
        order by dimension, leps desc, tag
        """
    )


def tested_claims(*, least_quotient: float = LEAST_QUOTIENT, period: str = "2018") -> pd.DataFrame:
    """Every claimed sector strength with the columns of `claims`, and strategy, wave, stage, document_stage, sources,
    confidence; strategies_claiming (that claim the sector), distinctiveness; tests_made, tests_passed, verdict.

    Distinctiveness is 1 / strategies claiming the sector: 1 for a claim that nobody else makes. There are up to two
    tests: the location quotient of GVA in the LEP, and that of jobs in the LEP or in a region that is mostly the same.
    A test is passed from `least_quotient` on. A claim is borne out that passes every test made, partly if it passes
    one of two, and cannot be tested where no industries stand for its sector or the LEP has no figures.
    """
    known = priorities()[["priority_id", "strategy", "wave", "stage", "document_stage", "sources", "confidence"]]
    found = claimed_strengths(period=period).merge(known, on="priority_id", how="left", validate="many_to_one")
    found["strategies_claiming"] = found.groupby("sector")["strategy"].transform("nunique").astype("Int64")
    found["distinctiveness"] = 1 / found["strategies_claiming"]
    quotients = found[["location_quotient", "jobs_location_quotient"]]
    found["tests_made"] = quotients.notna().sum(axis=1)
    found["tests_passed"] = quotients.ge(least_quotient).sum(axis=1)
    found["verdict"] = [_verdict(*tests) for tests in zip(found["tests_made"], found["tests_passed"], strict=True)]
    return found


def _verdict(made: int, passed: int) -> str:
    if not made:
        return VERDICTS[3]
    if not passed:
        return VERDICTS[2]
    return VERDICTS[0] if passed == made else VERDICTS[1]


def tested_sectors(*, least_quotient: float = LEAST_QUOTIENT, period: str = "2018") -> pd.DataFrame:
    """The claimed sectors, most claimed first: sector, title, fit, jobs_fit, leps_claiming, strategies_claiming,
    distinctiveness, a column for each of VERDICTS (number of LEPs), and who (names of the LEPs).
    """
    found = tested_claims(least_quotient=least_quotient, period=period).dropna(subset="sector")
    each = found.drop_duplicates(["sector", "area_code"])
    verdicts = pd.crosstab(each["sector"], each["verdict"]).reindex(columns=list(VERDICTS), fill_value=0)
    about = each.drop_duplicates("sector").set_index("sector").rename(columns={"sector_title": "title"})
    about_sector = about[["title", "fit", "jobs_fit", "leps_claiming", "strategies_claiming", "distinctiveness"]]
    who = each.sort_values("area_name").groupby("sector")["area_name"].agg(", ".join).rename("who")
    table = about_sector.join([verdicts, who]).reset_index()
    return table.sort_values(["leps_claiming", "title"], ascending=[False, True], ignore_index=True)
