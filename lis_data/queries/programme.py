"""How the programme went: each LEP's wave, leader, status and lateness, the milestones, and where documents disagree.

Sources come as one text with semicolons between them. What is inferred instead of stated by a source has a
`confidence` of its own.
"""

from __future__ import annotations

import pandas as pd

from lis_data.queries.ask import ask

LONDON = "E37000023"
PROGRAMME = ("2017-11-01", "2021-03-31")
"""First and last day: wave 1 was named in November 2017, the Industrial Strategy dropped in March 2021 (milestones)."""

_LAST_DAY = """
    case {precision}
        when 'day' then {date}
        when 'month' then last_day({date})
        when 'early-year' then make_date(year({date}), 3, 31)
        else make_date(year({date}), 12, 31)
    end
"""
"""The last day that a stated date may mean; `early 2020` runs to 31 March, as the documents' own dates do (wave 2)."""
_STRATEGIES = f"""
    with dated as (
        select
            lep_strategy.* replace (area.name as name),
            count(*) over (partition by lead_body) as strategy_leps,
            {_LAST_DAY.format(precision="planned_date_precision", date="planned_date")} as planned_until,
            {_LAST_DAY.format(precision="strategy_date_precision", date="strategy_date")} as text_until
        from lep_strategy
        join area using (area_code)
        where geography_id = 'lep-2017'
    ),
    done as (
        select *, status = 'agreed' or (status = 'local' and planned_for = 'publication') as is_done
        from dated
    ),
    document_count as (select area_code, count(*) as documents from document group by area_code),
    priority_count as (select area_code, count(*) as priorities from priority group by area_code)
    select
        area_code, name, short_name, other_names, wave, wave_name,
        announced_date_text as announced_text,
        case when area_code = $london then 'gla' else lower(led_by) end as lead,
        lead_body, combined_authority_note, named_in_documents, pan_regional_partnership as partnership,
        case when strategy_leps > 1 then wave_area else name end as strategy, strategy_leps,
        status, status_note, status_url, note,
        succession.successor, succession.state as successor_state, succession.date_text as successor_date_text,
        array_to_string(succession.sources, '; ') as successor_sources, succession.url as successor_url,
        planned_date_text as planned_text, planned_until, planned_for,
        strategy_date as text_date, text_until, strategy_date_text as text_date_text,
        strategy_date_reason as text_date_reason,
        case when is_done then date_diff('day', planned_until, strategy_date) end as days_late_least,
        case when is_done then date_diff('day', planned_until, text_until) end as days_late_most,
        coalesce(documents, 0) as documents,
        coalesce(priorities, 0) as priorities,
        array_to_string(done.sources, '; ') as sources,
        array_to_string(status_sources, '; ') as status_sources,
        array_to_string(pan_regional_sources, '; ') as partnership_sources,
        confidence, status_confidence, pan_regional_confidence as partnership_confidence, code_confidence
    from done
    left join document_count using (area_code)
    left join priority_count using (area_code)
    left join succession using (area_code)
    order by wave, name
"""


def strategies() -> pd.DataFrame:
    """The 38 LEPs of 2017 by wave and name: area_code, name, short_name, other_names, wave, wave_name, announced_text,
    lead (mca, lep, gla), lead_body, combined_authority_note, named_in_documents, partnership, strategy (whose it is),
    strategy_leps (how many share it), status (the furthest stage found: agreed, local, completed, draft, priorities,
    evidence), status_note, status_url, note, successor (who followed the LEP after April 2024; missing where no source
    was found) with successor_state (confirmed, decided, planned), successor_date_text, successor_sources and
    successor_url, planned_text, planned_until (its last possible day), planned_for, text_date, text_until,
    text_date_text, text_date_reason (why there is none), days_late_least, days_late_most, documents, priorities (both
    counts), sources, status_sources, partnership_sources, and confidence, status_confidence, partnership_confidence,
    code_confidence.

    Lateness is counted in days from the last day of the planned time; negative is early. A text dated to a month only
    gives a least and a most. It is missing unless what was planned is known to have come about: agreement, or
    publication. LEPs with the same lead body share one strategy.
    """
    found = ask(_STRATEGIES, london=LONDON)
    integers = dict.fromkeys(("days_late_least", "days_late_most", "documents", "priorities"), "Int64")
    return found.astype({**integers, "wave": "str"})


def milestones() -> pd.DataFrame:
    """The programme's dated events, oldest first: milestone_id, date, until (the last day it may mean), date_text,
    era (before, programme, after), kind, event, sources, confidence.
    """
    return ask(
        f"""
        select
            milestone_id, date,
            {_LAST_DAY.format(precision="date_precision", date="date")} as until,
            date_text,
            case when date < $first::date then 'before' when date <= $last::date then 'programme' else 'after' end
                as era,
            kind, event, array_to_string(sources, '; ') as sources, confidence
        from milestone
        order by date, until, milestone_id
        """,
        first=PROGRAMME[0],
        last=PROGRAMME[1],
    )


def documents(area_code: str) -> pd.DataFrame:
    """The documents found on one LEP, oldest first and undated last: document_id, type (by its title), title,
    description, date_text, date_reason (why there is none), url (missing where no address is shown), sources,
    confidence.
    """
    return ask(
        """
        select
            document_id,
            case
                when title ilike '%call for%' then 'Call for evidence'
                when regexp_matches(description, '^(Agreed strategy|Strategy text|Strategy dated)') then 'Strategy'
                when title ilike '%minutes%' then 'Board papers'
                when regexp_matches(lower(title), 'page|information|news|launch|\\bview\\b')
                    or description ilike '%page%' then 'Web page'
                when title ilike '%progress%' then 'Progress statement'
                when title ilike '%prospectus%' then 'Prospectus'
                when regexp_matches(lower(title), 'evidence|review') then 'Evidence base'
                when concat(title, description) ilike '%draft%' then 'Draft strategy'
                when regexp_matches(title || description, 'Strategic Economic Plan|Plan the LIS')
                    then 'Strategic Economic Plan'
                else 'Other'
            end as type,
            title, description, date_text, date_reason, url, array_to_string(sources, '; ') as sources, confidence
        from document
        where area_code = $area
        order by date nulls last, document_id
        """,
        area=area_code,
    )


def statements_of(area_code: str) -> pd.DataFrame:
    """What one LEP's documents aim at or claim in numbers: statement_id, kind, measure, value_text, unit, comparator,
    baseline_text, target_date_text, how_to_check, sources, confidence.
    """
    return ask(
        """
        select
            statement_id, kind, measure, value_text, unit, comparator, baseline_text, target_date_text, how_to_check,
            array_to_string(sources, '; ') as sources, confidence
        from statement
        where area_code = $area
        order by statement_id
        """,
        area=area_code,
    )


def disagreements(area_code: str = "") -> pd.DataFrame:
    """Two claims that differ and what was decided, of all or of those about one LEP: disagreement_id, topic, claim_a,
    sources_a, claim_b, sources_b, resolution, state (open, resolved), confidence.
    """
    return ask(
        """
        select
            disagreement_id, topic,
            claim_a, array_to_string(sources_a, '; ') as sources_a,
            claim_b, array_to_string(sources_b, '; ') as sources_b,
            resolution, state, confidence
        from disagreement
        where $area = '' or list_contains(area_codes, $area)
        order by disagreement_id
        """,
        area=area_code,
    )


def document_sources() -> pd.DataFrame:
    """The five documents that the programme's facts start from: source_id, publisher, title, date_note, url."""
    return ask("select source_id, publisher, title, date_note, url from document_source order by date, source_id")
