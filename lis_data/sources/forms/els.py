"""Files of the ONS service Explore Local Statistics, which gathers many publishers' series in one form.

A row per area, indicator and period, with a 95% interval where there is one and a letter where there is no
figure or an unreliable one. What is taken from which file stands in the modules that read them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from lis_data.model import UNITED_KINGDOM, Status
from lis_data.sources.forms.places import COMBINED_AUTHORITIES_AS_ITL2, placed, recoded
from lis_data.sources.forms.tidy import tidy

WITHOUT_VALUE = {"c": Status.SUPPRESSED.value, "u": Status.SUPPRESSED.value, "x": Status.MISSING.value}
"""Why a cell is empty: `c` confidential, `u` withheld as too unreliable, `x` not available."""
_NEVER = "9999"


def iso_period(published: str) -> str:
    """The service's period as ours: `2011-01-01/P3Y` is `2011/P3Y`, a single day is its month."""
    start, _, length = published.partition("/")
    start = re.sub(r"^(\d{4}-\d\d)-\d\d$", r"\1", start)
    if not length:
        return start
    start = start.removesuffix("-01")
    return start if length == "P1Y" and "-" not in start else f"{start}/{length}"


@dataclass(frozen=True)
class Table:
    """One file, the geographies it is read for, and our id for each of its indicators.

    `united_kingdom` is the code under which the file has the United Kingdom. Where the file has each year on the
    boundaries of its own time, `boundaries` gives the geographies from a first year to the next: "2019" -> lad-2020.
    """

    path: str
    geographies: tuple[str, ...]
    indicators: Mapping[str, str]
    period: Callable[[str], str] = iso_period
    united_kingdom: str = UNITED_KINGDOM
    boundaries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read(folder: Path, *, table: Table) -> pd.DataFrame:
    """The observations of one file under the data folder; its other indicators and areas are left out."""
    raw = pd.read_csv(folder / table.path, dtype=str, keep_default_na=False)
    raw = raw.assign(
        indicator_id=raw["indicator"].map(table.indicators),
        period=raw["period"].map(table.period),
        area_code=recoded(raw["areacd"]).replace(table.united_kingdom, UNITED_KINGDOM),
    ).dropna(subset="indicator_id")
    found = _placed(_with_figures(_with_itl2_codes(raw)), table=table)
    return tidy(found).drop_duplicates(ignore_index=True)


def _placed(rows: pd.DataFrame, *, table: Table) -> pd.DataFrame:
    """`rows` in the geographies of the table, each period in those that are of its time."""
    parts = [placed(rows, geographies=table.geographies)]
    for first, after in itertools.pairwise([*sorted(table.boundaries), _NEVER]):
        of_time = rows[rows["period"].ge(first) & rows["period"].lt(after)]
        parts.append(placed(of_time, geographies=table.boundaries[first]))
    return pd.concat(parts, ignore_index=True)


def _with_itl2_codes(raw: pd.DataFrame) -> pd.DataFrame:
    """`raw`, and the ITL 2 areas that stand under a combined authority's code once more under their own."""
    if "geography" not in raw:
        return raw
    itl2 = raw[raw["geography"].eq("ITL Level 2")]
    own = itl2["area_code"].map(COMBINED_AUTHORITIES_AS_ITL2)
    return pd.concat([raw, itl2.assign(area_code=own).dropna(subset="area_code")])


def _with_figures(raw: pd.DataFrame) -> pd.DataFrame:
    """`raw` with value, lower, upper as numbers, and the status of each."""
    blank = pd.Series("", index=raw.index)
    marks = raw.get("status", blank)
    value, lower, upper = (pd.to_numeric(raw.get(column, blank)) for column in ("observation", "lci_95", "uci_95"))
    status = marks.map({"u": Status.UNRELIABLE.value}).fillna(Status.NORMAL.value)
    status = status.mask(value.isna(), marks.map(WITHOUT_VALUE).fillna(Status.MISSING.value))
    return raw.assign(value=value, lower=lower, upper=upper, status=status)
