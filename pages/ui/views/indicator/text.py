"""What the view of one indicator says."""

from __future__ import annotations

import pandas as pd

from geo.choropleth import Choropleth
from lis_data import queries, wording
from lis_data.period import label
from pages.ui.exhibit import findings, tables
from pages.ui.rows import row_at
from pages.ui.state.cache import answer, cached
from pages.ui.views.indicator.choice import Chosen
from pages.ui.views.indicator.reference import Reference

_FEW = 4
"""As many places without a figure are named."""

SPREAD = (
    "Grey: the median of the places of each period, and the figures above and below which a tenth of them lie; "
    "these are not the same places throughout."
)


@cached
def finding(chosen: Chosen, against: Reference) -> str:
    """The sentence that the picture proves."""
    return findings.finding(
        chosen.figures,
        chosen.area_code or None,
        indicator=chosen.indicator,
        line=against.line,
        england=against.england,
        geography=chosen.geography,
    )


def under(chosen: Chosen, colouring: Choropleth) -> str:
    """What is shown, how many places have a figure, and why others have none."""
    known = f"{colouring['n_with_data']} of {colouring['n_areas']} areas have data."
    coverage = answer(queries.coverage, chosen.indicator_id)
    why = findings.why_missing(chosen.figures, coverage, chosen.geography)
    provisional = _provisional(chosen) if (chosen.figures["status"] == "P").any() else ""
    return " ".join(part for part in (f"{chosen.subtitle}.", known, provisional, why or _without(chosen)) if part)


def _provisional(chosen: Chosen) -> str:
    if tables.england(*chosen.asked) is None and chosen.period in set(tables.compared(chosen.indicator_id)["period"]):
        return "First release, revised since: not compared with England or with later years."
    return "Provisional figures."


def _without(chosen: Chosen) -> str:
    """`No figure for Black Country and Humber.` where they are few."""
    figures = chosen.figures
    bare = figures.loc[figures["value"].isna(), "area_name"].tolist()
    return f"{wording.NONE.capitalize()} for {wording.listed(bare)}." if 0 < len(bare) <= _FEW else ""


def ends(chosen: Chosen, *, highest: int, lowest: int) -> str:
    """Which bars are drawn where there are too many places for all."""
    known = int(chosen.figures["value"].notna().sum())
    place = " and the chosen place" if chosen.area_code else ""
    return f"The {highest} highest and the {lowest} lowest of {known}{place}; the table has all."


def ranked(chosen: Chosen) -> str:
    """`Highest in East Anglia (5.68% est.), lowest in Devon (0.20%)`: the heading over the ranked bars."""
    known = chosen.figures.dropna(subset="value")
    if known["label"].nunique() < 2:
        return findings.extremes(chosen.figures, indicator=chosen.indicator)
    high, low = (row_at(known, index) for index in (known["value"].idxmax(), known["value"].idxmin()))
    return f"Highest in {high['area_name']} ({high['short']}), lowest in {low['area_name']} ({low['short']})"


@cached
def trend(chosen: Chosen, against: Reference) -> str:
    """The heading over the lines: England against the line, else how the chosen place and England went."""
    england = tables.compared(chosen.indicator_id)
    if against.line:
        return findings.gap_over_time(england, against.line)
    history = tables.comparable(chosen.indicator_id, chosen.geography_id, chosen.period)
    since, indicator = history["period"].min(), chosen.indicator
    own = history[history["area_code"] == chosen.area_code].dropna(subset="value")
    theirs = england[(england["period"] >= since) & (england["period"] <= chosen.period)]
    sentences = [
        findings.change(name, rows, indicator)
        for name, rows in ((_name(own), own), ("England", theirs))
        if rows["period"].nunique() > 1
    ]
    return "; ".join(sentences) or "Over time"


def _name(rows: pd.DataFrame) -> str:
    return str(rows["area_name"].iloc[0]) if len(rows) else ""


def broken(chosen: Chosen) -> str:
    """Where lines break, and where what is measured changed."""
    sentence = findings.broken_lines(answer(queries.benchmark, chosen.indicator_id))
    breaks = answer(queries.breaks, chosen.indicator_id, chosen.geography_id)
    of_all = set(answer(queries.breaks, chosen.indicator_id, "country"))
    whose = "Figures" if of_all.issuperset(breaks) else f"Figures of {chosen.geography.plural}"
    named = wording.listed([label(period) for period in breaks])
    return f"{sentence} {whose} before {named} do not compare with later ones." if breaks else sentence
