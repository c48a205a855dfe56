"""What the view of partners says: its finding, its rule, its table."""

from __future__ import annotations

import pandas as pd

from lis_data import queries
from lis_data.period import label
from lis_data.queries.partners import KINDS
from lis_data.wording import count, inside, listed
from pages.ui.exhibit.table import Column
from pages.ui.rows import each_row
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.collaboration.choice import FIGURES, WHERE, Choice
from pages.ui.views.programme.sources import COMPILED

REASONS = (
    "Five things can be a reason to work together: both are strong in the same industry; both name the same priority; "
    "they share a border; districts belong to both; they are in one partnership or have one strategy. "
    "The grid shows which of the five hold, and how many industries, priorities and districts there are."
)
ORDER = (
    "First come those with most of the five reasons; among equals, those with more industries that both are strong in, "
    "then with rarer priorities in common, then with the stronger shared industry. No reason counts more than another. "
    "A pair with districts in both always has a border too."
)
RULES = (*COMPILED, f"{REASONS} {ORDER}")
OF_REASONS = f"Reasons (of {len(KINDS)})"
_WEAKER = "In the industry in which it is highest: the lower of the two location quotients"
_RARITY = "Σ 1 ÷ strategies with the same priority: 0.5 for one that only two have, 0.1 for one that ten have"
_MOST = 4
"""Industries named."""
_IN_FILES = (
    *("area_code", "area_name", "other_code", "other_name", "district_names", "partnership", "strategy"),
    *("geography", "specialisms_period", "reasons"),
)


def finding(rows: pd.DataFrame, choice: Choice) -> str:
    """`Greater Manchester has most reasons to work with Liverpool City Region: 5 shared priorities, a shared border
    and the same partnership`.
    """
    if rows.empty:
        return f"{pickers.names(WHERE)[str(choice.area_code)]}: nothing is shared with any other LEP"
    first = rows.iloc[0]
    what = listed(_parts(first))
    if choice.area_code:
        return f"{first['area_name']} has most reasons to work with {first['other_name']}: {what}"
    return f"{first['area_name']} and {first['other_name']} have most reasons to work together: {what}"


def subtitle(choice: Choice) -> str:
    """What is compared, and who is left out of which part of it."""
    compared = (
        f"Pairs of LEPs of April 2017. Strong: at least {choice.least_quotient:g} times England’s share of GVA in "
        f"{label(choice.period)}, and £{choice.least_value:,.0f} million, in both. Priorities: sectors and Grand "
        "Challenges that strategies and plans name."
    )
    notes = [compared, _without_figures(choice), _strengths(choice)]
    return " ".join(note for note in notes if note)


def above_grid(rows: pd.DataFrame, choice: Choice) -> str:
    """`3 LEPs have at least three of five reasons to work with Humber`."""
    number = int((rows["kinds"] >= 3).sum())
    what = count(number, "LEP has", "LEPs have") if choice.area_code else count(number, "pair has", "pairs have")
    whom = f" to work with {pickers.names(WHERE)[choice.area_code]}" if choice.area_code else " to work together"
    return f"{what} at least three of five reasons{whom}"


def alt(rows: pd.DataFrame, choice: Choice) -> str:
    """A text alternative of the grid."""
    first = [f"{row.pair} {row.kinds}" for row in each_row(rows.head(5))]
    who = "partners" if choice.area_code else "pairs"
    return f"Grid of {who} by reason; how many of the five: {', '.join(first)}. The table below has all."


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as they are read: a strategy before a partnership, and borders in words."""
    agreed = [
        f"one strategy: {strategy}" if isinstance(strategy, str) else partnership
        for strategy, partnership in zip(rows["strategy"], rows["partnership"], strict=True)
    ]
    return rows.rename(columns={"kinds": "kinds_of_reason"}).assign(
        agreed=agreed, border=rows["border"].map({True: "yes", False: "no"})
    )


def columns(choice: Choice) -> tuple[Column, ...]:
    """The columns of the table, and those of the files alone."""
    return (
        Column("rank", "Rank"),
        Column("pair", "Partner" if choice.area_code else "Pair"),
        Column("kinds_of_reason", OF_REASONS),
        Column("specialisms", "Industries both are strong in"),
        Column("best_quotient", "Best quotient (×)", "%.1f", help=_WEAKER),
        Column("priorities", "Shared priorities"),
        Column("rarity", "Rarity", "%.2f", help=_RARITY),
        Column("border", "Share a border"),
        Column("districts", "Districts in both"),
        Column("agreed", "Partnership or strategy"),
        Column("which", "Which industries and priorities", width=400),
        *map(Column, _IN_FILES),
    )


def _parts(row: pd.Series) -> list[str]:
    """What a pair shares, counted."""
    parts = []
    if row["specialisms"]:
        parts.append(count(row["specialisms"], "industry both are strong in", "industries both are strong in"))
    if row["priorities"]:
        parts.append(count(row["priorities"], "shared priority", "shared priorities"))
    if row["districts"]:
        parts.append(count(row["districts"], "district in both", "districts in both"))
    elif row["border"]:
        parts.append("a shared border")
    if isinstance(row["strategy"], str):
        parts.append("one strategy")
    elif isinstance(row["partnership"], str):
        parts.append("the same partnership")
    return parts


def _without_figures(choice: Choice) -> str:
    missing = set(pickers.names(WHERE)) - _measured(choice.period)
    if not missing:
        return ""
    names = listed(sorted(pickers.names(WHERE)[code] for code in missing))
    who = f"{names} have" if len(missing) > 1 else f"{names} has"
    return f"{who} no figures by industry for this year, because a district inside has none, and so never that reason."


def _strengths(choice: Choice) -> str:
    """What a place is strong in, whoever shares it; said too where no industry is, which is no gap in the figures."""
    if not choice.area_code or choice.area_code not in _measured(choice.period):
        return ""
    name, strong = pickers.names(WHERE)[choice.area_code], answer(queries.specialisms, **choice.rule)
    own = strong[strong["area_code"] == choice.area_code].sort_values("quotient", ascending=False)
    if own.empty:
        return f"No industry of {name} is that strong: its economy is a broad one. Choose a lower limit to see more."
    industries = [f"{inside(row.title)} ({row.quotient:.1f})" for row in each_row(own.head(_MOST))]
    rest = f"; and {len(own) - _MOST} more" if len(own) > _MOST else ""
    return f"{name} is strong in {'; '.join(industries)}{rest}."


@cached
def _measured(period: str) -> frozenset[str]:
    """The LEPs with figures by industry."""
    found = answer(queries.sector_strengths, *FIGURES, period=period, base=None)
    return frozenset(found.loc[found["location_quotient"].notna(), "area_code"])
