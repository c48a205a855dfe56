"""What the government's own slides on research and place left open."""

from __future__ import annotations

import pandas as pd

from lis_data.queries.ask import ask


def open_questions() -> pd.DataFrame:
    """The standing questions in their order: question_id (D1, D2, …), question, sources."""
    return ask(
        """
        select element as question_id, criterion as question, array_to_string(sources, '; ') as sources
        from criterion
        where section = 'Open question'
        order by element
        """
    )
