"""Growth in volume beside growth in current prices: where it is published, and what is said where it is not.

Volumes are chained, so they are never added up, over districts or over industries: a place has growth in volume only
where the publisher gives volumes of it.
"""

from __future__ import annotations

import pandas as pd

from lis_data import queries
from lis_data.model import Series
from pages.ui.exhibit.table import Column
from pages.ui.state.cache import answer
from pages.ui.views.sectors.choice import Choice

_OF, _VOLUME = "gva", "gva_cvm"
_DISTRICTS = "lad-2023"
"""The districts whose volumes are published in all the groups of GVA, not by section alone."""
_NARROW = "Narrower industries have none: choose “Sections of the economy” under “Years, detail, size”."
_JOINED = "Farming with mining, and energy with water, are joined here, and two volumes cannot be added up."


def series(choice: Choice) -> tuple[Series, ...]:
    """Whose figures growth in volume rests on; empty where there is none."""
    return (Series(_VOLUME, choice.geography.geography_id),) if _published(choice)["real_growth"].notna().any() else ()


def prices(choice: Choice) -> str:
    """Which prices growth is in; empty where there is no growth of money."""
    if choice.base is None or choice.unit != "£ million":
        return ""
    volume = "growth in volume stands in the table" if series(choice) else "compare it with England’s"
    return f"Growth is in current prices: it includes inflation; {volume}."


def columns(choice: Choice) -> tuple[Column, ...]:
    """The table's columns of growth in volume; none where no place has it."""
    if not series(choice):
        return ()
    return (
        Column("real_growth", "Growth in volume (% a year)", "%+.1f"),
        Column("benchmark_real_growth", "England in volume (% a year)", "%+.1f"),
    )


def sentence(choice: Choice) -> str:
    """`In volume, at 2022 prices, the whole economy grew by 1.0% a year (England 1.0%) …`, or that it is not published;
    empty for a measure without prices and where nothing is earlier.
    """
    if choice.base is None or choice.indicator_id != _OF:
        return ""
    totals = _published(choice)
    known = totals[totals["real_growth"].notna()]
    if not choice.area_code:
        return (
            f"Growth in volume is published for {len(known)} of {len(totals)} {choice.geography.plural}; chained "
            f"volumes of districts cannot be added up to the others. {_by_section(choice)}"
        )
    if known.empty:
        return "Growth in volume is not published for this place: chained volumes of its districts cannot be added up."
    row = known.iloc[0]
    return (
        f"In volume, at 2022 prices, the whole economy grew by {row['real_growth']:.1f}% a year (England "
        f"{row['benchmark_real_growth']:.1f}%); in current prices by {row['growth']:.1f}% (England "
        f"{row['benchmark_growth']:.1f}%). {_by_section(choice)}"
    )


def _published(choice: Choice) -> pd.DataFrame:
    """The row of all industries of the chosen place, or of every place, as in `queries.sector_strengths`."""
    found = answer(queries.sector_strengths, *choice.series, period=choice.period, base=choice.base)
    totals = found[found["level"] == "total"]
    return totals[totals["area_code"] == choice.area_code] if choice.area_code else totals


def _by_section(choice: Choice) -> str:
    """What the table lacks where volumes are published by section alone."""
    if choice.geography.geography_id == _DISTRICTS:
        return ""
    return _NARROW if choice.detail == "leaf" else _JOINED
