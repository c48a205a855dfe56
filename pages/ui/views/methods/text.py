"""How the catalogue is put into words."""

from __future__ import annotations

from urllib.parse import urlsplit

import pandas as pd

from lis_data.model import FOUNDATIONS, StoredIndicator
from lis_data.period import label, parse
from lis_data.wording import count
from pages.ui.shell.markup import link, plain, web_address

LEPS, NEARLY = 38, 36
"""The LEPs of 2017, and as many as are nearly all of them."""
_FEW = 3
_BETTER = {"higher": "Higher", "lower": "Lower", "neither": "Neither end"}
_MADE = {
    "sum": "Sums of member districts or regions, counted once; of a divided one, its share of small areas.",
    "ratio": "Ratios of sums: {numerator} ÷ {denominator}.",
    "weighted-mean": "Means of member areas, weighted by {weight}; marked as estimates.",
    "none": "None are made.",
}
REASONS = {
    "suppressed": "Suppressed by the publisher",
    "not available": "The publisher gives none",
    "not in the table": "Not in the publisher’s table",
    "part suppressed": "Suppressed for a part of it",
    "part missing": "No figure for a part of it",
    "part inside": "An unknown part of a district lies inside",
    "not whole": "Not made of whole areas with figures",
    "no twin": "Published for other areas; none is the same ground",
}
"""Why an area has no figure, by `reason` of `queries.gaps`."""
STATUSES = {
    "accredited official statistics": "Accredited official statistics: the regulator has found that they keep to the "
    "Code of Practice for Statistics.",
    "official statistics": "Official statistics: made by a public body under the Code of Practice for Statistics; "
    "not accredited.",
    "official statistics in development": "Official statistics in development: their method or their quality is still "
    "being worked on.",
    "not official statistics": "Not official statistics of the United Kingdom.",
}
"""How far a dataset is an official statistic, by `official_status`."""
DERIVATIONS = {
    "published": "published",
    "sum": "sums",
    "ratio": "ratios",
    "converted": "conversions",
    "rate": "rates of survey counts",
    "apportioned": "shared out",
    "weighted-mean": "weighted means",
    "same-area": "identical areas",
    "definition": "so by definition",
}


def years(first: str, last: str) -> str:
    """`1998 to 2023`, `2021`; nothing where nothing is held."""
    if not first:
        return ""
    return label(first) if first == last else f"{label(first)} to {label(last)}"


def span(first: str, last: str) -> str:
    """The same in years alone, for a narrow column: `1998–2023`."""
    if not first:
        return ""
    start, end = parse(first).year, parse(last).year
    return str(start) if start == end else f"{start}–{end}"


def quality(text: str) -> str:
    """What is said of a dataset's quality, as Markdown; an address that ends it becomes a link."""
    said, _, address = text.rpartition(": ")
    if not web_address(address):
        return plain(text)
    return f"{plain(said)}: {link(urlsplit(address).netloc, address)}."


def facts(indicator: StoredIndicator) -> dict[str, str]:
    """What an indicator is, item by item."""
    return {
        "Unit": indicator.unit,
        "Better": _BETTER[indicator.polarity],
        "Foundation": FOUNDATIONS[indicator.foundation],
        "Parts add up": "Yes" if indicator.additive else "No",
        "Reach": f"{indicator.leps} of {LEPS} LEPs",
        "Years": years(indicator.first_period, indicator.last_period),
        "Figures": f"{indicator.figures:,}",
    }


def made(indicator: StoredIndicator, titles: dict[str, str]) -> str:
    """How figures are made for areas without a published one; `titles` names other indicators."""
    named = {part: titles.get(getattr(indicator, part), "") for part in ("numerator", "denominator", "weight")}
    return _MADE[indicator.aggregate].format(**named)


def finding(found: pd.DataFrame, *, kind: str) -> str:
    """How many indicators there are, from how many tables, and how many of them reach the LEPs."""
    if found.empty:
        return "No indicator is found"
    tables = found["dataset_ids"].explode().nunique()
    everywhere, nearly = int((found["leps"] == LEPS).sum()), int((found["leps"] >= NEARLY).sum())
    noun = f"{kind} indicator" if kind else "indicator"
    return (
        f"{count(len(found), noun)} from {count(tables, 'published table')}; "
        f"{everywhere} reach every LEP, {nearly} at least {NEARLY} of {LEPS}"
    )


def missing(gaps: pd.DataFrame) -> str:
    """How many geographies have areas without a figure in their latest period."""
    if gaps.empty:
        return "Every area of every geography has a figure"
    counted = gaps.drop_duplicates("geography_id")
    return f"{count(len(gaps), 'area')} without a figure, in {count(len(counted), 'list')} of areas"


def missing_by_name(gaps: pd.DataFrame) -> str:
    """The areas without a figure by geography and reason, as a list in Markdown."""
    lines = []
    for (geography, period, of_areas), group in gaps.groupby(["geography", "period", "of_areas"], sort=False):
        lines.append(f"- **{plain(str(geography))}**, {label(str(period))}: {len(group)} of {of_areas}")
        for reason, areas in group.groupby("reason"):
            lines.append(f"    - {REASONS[str(reason)]}: {plain(', '.join(_named(areas)), most=20_000)}")
    return "\n".join(lines)


def _named(areas: pd.DataFrame) -> list[str]:
    """Names of areas, each with the parts that it lacks: its first ones if they are many."""
    pairs = zip(areas["name"], areas["parts"], strict=True)
    return [f"{name} ({_few(parts.split('; '))})" if parts else name for name, parts in pairs]


def _few(parts: list[str]) -> str:
    more = len(parts) - _FEW
    return "; ".join(parts if more <= 0 else [*parts[:_FEW], f"{more} more"])
