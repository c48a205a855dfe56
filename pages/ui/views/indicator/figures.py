"""The table of an indicator's figures, and what a reader of its files has to know."""

from __future__ import annotations

from lis_data import measures, wording
from lis_data.model import Series
from lis_data.period import label
from pages.ui.exhibit import tables
from pages.ui.exhibit.table import Column, Table
from pages.ui.views.indicator.choice import Chosen
from pages.ui.views.indicator.reference import Reference

NAMES = tuple(map(Column, ("indicator", "title", "unit", "geography")))
"""What each row of a file is of; the page says it once."""
_SOURCE = ("derivation", "dataset", "publisher", "source_table", "url", "official_status", "licence")


def table(chosen: Chosen, against: Reference) -> Table:
    """Rank, place, figure, change, status and distance to the line; best first, those without a figure last."""
    rows = tables.rows(*chosen.asked)
    if against.line:
        rows = rows.assign(gap=measures.gap_to_target(rows["value"], target=against.line.value))
    alt = f"{chosen.indicator.title} of {len(rows)} places"
    return Table(rows, _columns(chosen, against, rows["change_since"].iloc[0]), alt)


def _columns(chosen: Chosen, against: Reference, since: str) -> tuple[Column, ...]:
    """The columns; bounds and the change are read where there are any."""
    figure, change = number(chosen), number(chosen, sign="+")
    bounded = chosen.figures["lower"].notna().any()
    line = against.line
    return (
        *NAMES,
        Column("period"),
        Column("rank", "Rank"),
        Column("area_name", "Place"),
        Column("area_code", "Code"),
        Column("value", heading(chosen), figure),
        Column("change", f"Change since {label(since)}" if since else "", change),
        Column("change_since"),
        Column("lower", "Lower bound" if bounded else "", figure),
        Column("upper", "Upper bound" if bounded else "", figure),
        Column("status"),
        Column("status_meaning", "Status"),
        *((Column("gap", f"Above (+) or below (−) {line.value:.2f}%", change),) if line else ()),
        *map(Column, ("approximate", "industry", *_SOURCE)),
    )


def heading(chosen: Chosen) -> str:
    """`Figure (%)`."""
    unit = chosen.indicator.unit
    return f"Figure ({unit})" if unit else "Figure"


def number(chosen: Chosen, *, sign: str = "") -> str:
    """How a number of the indicator is written in a table (printf)."""
    return f"%{sign}.{chosen.indicator.decimals}f"


def series(chosen: Chosen) -> tuple[Series, ...]:
    """Whose figures they are, and England's, which they are compared with."""
    with_england = not tables.compared(chosen.indicator_id).empty
    return (chosen.series, *([Series(chosen.indicator_id, "country")] if with_england else []))


def facts(chosen: Chosen, against: Reference) -> dict[str, str]:
    """What the indicator is, and what its figures are compared with."""
    about = chosen.indicator
    compared = {"England": against.england, "Median of the places": against.median}
    return {
        "Indicator": about.title,
        **{item.capitalize(): getattr(about, item) for item in ("description", "unit", "method", "caveat")},
        **{name: wording.scale(about).number(value) for name, value in compared.items() if value is not None},
        **({"Line": against.line.why} if against.line else {}),
    }
