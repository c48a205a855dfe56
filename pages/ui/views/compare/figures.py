"""The figures of the chosen places, arranged and put into words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lis_data import queries, statuses, wording
from lis_data.model import Status
from lis_data.period import label
from lis_data.uploads import upload_of
from pages.ui.rows import each_row
from pages.ui.state import cache, pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.compare.choice import MAIN, Choice
from pages.ui.views.methods.text import REASONS

_LONG = 32
"""Letters of a name from which its LEP's own short name is used where room is short."""
_LATER = "lep-2021"
_ABOUT = ("indicator_id", "title", "unit", "decimals", "polarity")


@cached
def rows(choice: Choice) -> pd.DataFrame:
    """One row per indicator and place, in the order chosen: the columns of `queries.compared_places`; indicator_id,
    title, unit, decimals, polarity, foundation; and in words short (name), figure, brief (the figure where room is
    short), standing, against, interval, why and missing (why there is no figure, in short and in full, or empty).
    """
    parts = [of_indicator(choice, indicator) for indicator in choice.indicators]
    return pd.concat(parts, ignore_index=True)


@cached
def of_indicator(choice: Choice, indicator_id: str) -> pd.DataFrame:
    """The rows of one indicator, one per place."""
    about = cache.indicator(indicator_id)
    found = answer(
        queries.compared_places, indicator_id, choice.geography.geography_id, choice.areas, until=choice.until
    )
    named = found.assign(**{key: getattr(about, key) for key in _ABOUT})
    said = [_in_words(row, choice) for row in each_row(named)]
    worded = pd.DataFrame(
        said, index=named.index, columns=["short", "figure", "brief", "standing", "against", "interval"]
    )
    why = [_why(row, choice) if pd.isna(row.value) else ("", "") for row in each_row(named)]
    reasons = {"why": [short for short, _ in why], "missing": [full for _, full in why]}
    return named.assign(foundation=about.foundation, **worded, **reasons)


def _in_words(row: Any, choice: Choice) -> tuple[str, ...]:
    name = short(row.area_code, row.area_name, choice.geography.geography_id)
    printed = wording.scale(row).number(row.value)
    figure, brief = printed + marked(row.status, row.derivation), printed + _brief_mark(row.status)
    if pd.isna(row.value):
        return name, figure, brief, "", "", ""
    standing = wording.place(int(row.rank), of=int(row.of_areas), tied=bool(row.tied))
    interval = ""
    if not pd.isna(row.lower):
        low, high = (wording.scale(row).number(end) for end in (row.lower, row.upper))
        interval = f"95% interval {low} to {high}"
    return name, figure, brief, standing, _against(row), interval


def _against(row: Any) -> str:
    """`+1.5 points on England, better`; with the sign first, so that nothing hangs on a colour. Better, worse or maybe
    chance is said where the intervals say it.
    """
    if pd.isna(row.england):
        return "England has no figure to compare with"
    gap = round(row.against_england, int(row.decimals))
    if not gap:
        return "level with England"
    side = {"higher": gap > 0, "lower": gap < 0}.get(row.polarity)
    verdict = ""
    if not pd.isna(row.significant):
        better = ", beyond the margin of error" if side is None else ", better" if side else ", worse"
        verdict = better if row.significant else ", within the margin of error"
    return f"{wording.scale(row).difference(row.against_england)} on England{verdict}"


def marked(status: str, derivation: str) -> str:
    """What a figure's status adds to it: nothing where nothing has to be said against it."""
    if status in (Status.NORMAL, Status.MISSING):
        return ""
    uploaded = derivation in statuses.UPLOADED
    return f" ({statuses.status(status, derivation=derivation) if uploaded else Status(status).label})"


def _brief_mark(status: str) -> str:
    return f" {statuses.MARKS[Status(status)][1]}" if status in statuses.MARKS else ""


def short(area_code: str, name: str, geography_id: str) -> str:
    """A LEP's short name where its own is long, else the name."""
    if geography_id != MAIN or len(name) < _LONG:
        return name
    return str(answer(queries.strategies).set_index("area_code")["short_name"][area_code])


def _why(row: Any, choice: Choice) -> tuple[str, str]:
    """Why a place has no figure, in a few words; and in full: for which parts of it, and whether the LEP of 2021 of the
    same code has one.
    """
    if upload_of(row.indicator_id):
        status = statuses.status(row.status, derivation="uploaded")
        why = "Not in the upload" if row.status == Status.MISSING else status.capitalize()
        return why, why
    gaps = answer(queries.gaps, row.indicator_id)
    own = gaps[(gaps["geography_id"] == choice.geography.geography_id) & (gaps["area_code"] == row.area_code)]
    at = f" for {label(row.period)}" if isinstance(row.period, str) else ""
    why = REASONS[own["reason"].iloc[0]] if len(own) else f"No figure{at}"
    parts = f": {own['parts'].iloc[0]}" if len(own) and own["parts"].iloc[0] else ""
    return why, f"{why}{parts}{_later(row, choice)}"


def _later(row: Any, choice: Choice) -> str:
    if choice.geography.geography_id != MAIN or row.area_code not in pickers.names(_LATER):
        return ""
    found = answer(queries.compared_places, row.indicator_id, _LATER, (row.area_code,), until=choice.until).iloc[0]
    if pd.isna(found["value"]):
        return ""
    figure = wording.scale(row).number(found["value"])
    return f". As LEP of April 2021 it has {figure} ({label(found['period'])})"


@cached
def everywhere(choice: Choice, indicator_id: str) -> pd.DataFrame:
    """The rows of `queries.figures` of all areas of the geography with a figure in the period compared."""
    period = of_indicator(choice, indicator_id)["period"].iloc[0]
    found = answer(queries.figures, indicator_id, choice.geography.geography_id)
    return found[(found["period"] == period) & found["value"].notna()]


def weak(choice: Choice, indicator_id: str) -> str:
    """`Of 33 figures: 29 estimated, 4 low reliability.`; empty where none is either."""
    found = everywhere(choice, indicator_id)["status"]
    counts = {status: int((found == status).sum()) for status in statuses.MARKS}
    marks = [f"{many} {statuses.marked(status, indicator_id=indicator_id)}" for status, many in counts.items() if many]
    return f"Of {len(found)} figures: {', '.join(marks)}." if marks else ""


def england(one: pd.DataFrame) -> str:
    """England's figure in words, of the rows of one indicator."""
    first = one.iloc[0]
    return wording.scale(first).number(first["england"])


def when(one: pd.DataFrame) -> str:
    """The period of one indicator's rows as a reader sees it; empty where there is none."""
    period = one["period"].iloc[0]
    return label(period) if isinstance(period, str) else ""
