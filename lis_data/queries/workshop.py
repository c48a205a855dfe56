"""What a workshop on a strategy asks about each foundation, as the reflections on the workshops of 2019 list it."""

from __future__ import annotations

import pandas as pd

from lis_data.queries.ask import ask


def workshop_questions() -> pd.DataFrame:
    """The four questions of each of four foundations, and the one line on Places, which is an overlay and no session of
    its own: foundation (as the id), number (1 to 4; 0 for the overlay), question, notes (what further notes the source
    tells of, or empty), sources.
    """
    return ask(
        """
        with note as (
            select element as foundation, criterion as notes from criterion where section = 'Workshop note'
        ),
        asked as (
            select
                trim(regexp_extract(element, '^[^/(]+')) as foundation,
                coalesce(try_cast(regexp_extract(element, 'Q([0-9])', 1) as int), 0) as number,
                criterion as question,
                array_to_string(sources, '; ') as sources
            from criterion
            where section = 'Workshop question'
        )
        select
            replace(lower(foundation), ' ', '-') as foundation,
            number,
            question,
            coalesce(notes, '') as notes,
            sources
        from asked
        left join note using (foundation)
        order by foundation, number
        """
    )
