"""The stated figures with every reading of them: our figures of each period, and how near the readings come."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from lis_data import measures
from lis_data.queries.ask import ask
from lis_data.statements.checks import Check, Reading, checks
from lis_data.statements.operations import recompute
from lis_data.statements.text import decimals_of

_NO_PROGRESS = dict.fromkeys(("base", "at_base", "first", "expected", "way", "time"), np.nan)

_STATEMENTS = """
    with linked as (
        select statement_id, min(document_source.url) as url
        from statement, unnest(source_ids) as named (source_id)
        join document_source using (source_id)
        group by statement_id
    )
    select
        statement_id, statement.geography_id, statement.area_code, area.name as area_name,
        kind, measure, value as number, baseline_text as baseline,
        target_date_text as due, year(target_date)::double as due_year,
        array_to_string(sources, '; ') as source, linked.url, confidence
    from statement
    join area using (geography_id, area_code)
    left join linked using (statement_id)
    order by statement_id
"""


def checked_statements() -> pd.DataFrame:
    """The table of targets with what the checks say of each row, its source and address."""
    rows = ask(_STATEMENTS)
    addresses = ask("select document_id, url from document").set_index("document_id")["url"]
    tested = [checks()[statement_id] for statement_id in rows["statement_id"]]
    own = [addresses.get(check.document) for check in tested]
    numbers = [
        number if check.stated is None else check.stated for number, check in zip(rows["number"], tested, strict=True)
    ]
    return rows.assign(
        says=[check.says for check in tested],
        figure=[check.figure for check in tested],
        stated=numbers,
        note=[check.note for check in tested],
        source_url=pd.Series(own, dtype="object").fillna(rows["url"]),
    ).drop(columns=["number", "url"])


def readings() -> pd.DataFrame:
    """One row per claim and reading that has a figure: statement_id, number, reading, unit, bound, stated,
    indicator_id, geography_id; periods (that count), fit (the best of measures.FITS among them), fitting (the periods
    that have it); value and period (the nearest to the stated figure of those that count), first_year and last_year (of
    those that count), last and last_period (the last that counts), latest and latest_period (of all); of an aim base,
    at_base (our figure then, or on its date), first (what it starts from), expected (where it should stand), progress,
    way (% of the way from first to the aim that is done) and time (% of the time that has gone by); ratio (value /
    stated).
    """
    found = figures()
    due = checked_statements().set_index("statement_id")["due_year"].to_dict()
    rows = [
        _summary(one, checks()[str(statement_id)], due=due[statement_id])
        for (statement_id, _), one in found.groupby(["statement_id", "number"])
    ]
    return pd.DataFrame(rows)


@cache
def figures() -> pd.DataFrame:
    """One row per claim, reading and period from the first that it could refer to: statement_id, number, reading,
    period, value, unit, status, derivation, stated, baseline, counts (whether the text could refer to it), fit (one of
    measures.FITS), bound, indicator_id, geography_id.
    """
    targets = dict(zip(checked_statements()["statement_id"], checked_statements().to_dict("records"), strict=True))
    parts = [
        _figures(statement_id, number, _filled(reading, check, targets[statement_id]), check)
        for statement_id, check in checks().items()
        for number, reading in enumerate(check.readings, start=1)
    ]
    return pd.concat(parts, ignore_index=True)


def _filled(reading: Reading, check: Check, target: dict[Hashable, Any]) -> Reading:
    """The reading with what it leaves to the claim."""
    return replace(
        reading,
        geography=reading.geography or target["geography_id"],
        areas=reading.areas or (target["area_code"],),
        stated=target["stated"] if reading.stated is None else reading.stated,
        unit=reading.unit or check.unit,
        base=check.base,
    )


def _figures(statement_id: str, number: int, reading: Reading, check: Check) -> pd.DataFrame:
    rows = recompute(reading)
    first, last = _window(check)
    since_start = rows[rows["period"] >= first] if not reading.dates else rows
    counts = since_start["period"].str[:4].le(last) | bool(reading.dates)
    return since_start.assign(
        statement_id=statement_id,
        number=number,
        reading=reading.name,
        unit=reading.unit,
        stated=reading.stated,
        baseline=reading.baseline,
        counts=counts,
        fit=_fit(since_start["value"], stated=float(reading.stated or 0), compare=check.compare),
        bound=reading.bound,
        indicator_id=reading.indicator,
        geography_id=reading.geography if reading.indicator else "",
    )


def _window(check: Check) -> tuple[str, str]:
    """First year shown, and last that counts; of an aim without years every year from its base counts."""
    first, last = check.years or (check.base or 0, 9999)
    return f"{first:04d}", f"{last:04d}"


def _fit(values: pd.Series, *, stated: float, compare: str) -> pd.Series:
    if compare == "about":
        return measures.fit(values, stated=stated, decimals=decimals_of(stated))
    holds = values == stated if compare == "same" else values > stated
    return holds.map({True: "agrees", False: "off"})


def _summary(rows: pd.DataFrame, check: Check, *, due: float) -> dict[str, object]:
    counted = rows[rows["counts"]]
    nearest = _nearest(counted, compare=check.compare)
    latest, last = rows.iloc[-1], counted.iloc[-1]
    stated = float(nearest["stated"])
    best = min(counted["fit"], key=measures.FITS.index)
    fixed = ("statement_id", "number", "reading", "unit", "bound", "stated", "indicator_id", "geography_id")
    return {
        **{name: nearest[name] for name in fixed},
        "periods": len(counted),
        "first_year": counted["period"].iloc[0][:4],
        "last_year": last["period"][:4],
        "fit": best,
        "fitting": tuple(counted.loc[counted["fit"] == best, "period"]),
        "value": nearest["value"],
        "period": nearest["period"],
        "last": last["value"],
        "last_period": last["period"],
        "latest": latest["value"],
        "latest_period": latest["period"],
        "ratio": nearest["value"] / stated if stated else np.nan,
        **_progress(rows, check, due=due),
    }


def _nearest(counted: pd.DataFrame, *, compare: str) -> pd.Series:
    """The period that comes nearest to the stated figure; of 'more than' and of what has no number the last."""
    distances = (counted["value"] - counted["stated"]).abs()
    last_one = compare == "more" or distances.isna().any()
    return counted.iloc[-1] if last_one else counted.iloc[int(distances.argmin())]


def _progress(rows: pd.DataFrame, check: Check, *, due: float) -> dict[str, object]:
    """How an aim stands: on the day of its date, or against an even course from its base to its date."""
    aim, latest, start = rows["stated"].iloc[0], rows.iloc[-1], rows.iloc[0]
    if check.base is None:
        dated = start["period"].count("-") == 2
        progress = ("reached" if start["value"] >= aim else "missed") if dated else "unknown"
        return {**_NO_PROGRESS, "at_base": start["value"] if dated else np.nan, "progress": progress}
    at_base = rows.loc[rows["period"].str[:4] == str(check.base), "value"].iloc[0]
    first = at_base if pd.isna(start["baseline"]) else start["baseline"]
    part = (int(latest["period"][:4]) - check.base) / (due - check.base)
    expected = measures.even_steps(pd.Series([first]), pd.Series([aim]), part=part).iloc[0]
    progress = _standing(latest["value"], expected=expected, aim=aim, first=first)
    way = measures.share(pd.Series([latest["value"] - first]), total=aim - first).iloc[0]
    known = {"base": check.base, "at_base": at_base, "first": first, "expected": expected}
    return {**known, "progress": progress, "way": way, "time": 100 * part}


def _standing(value: float, *, expected: float, aim: float, first: float) -> str:
    """Aims may fall as well as rise."""
    upwards = 1 if aim > first else -1
    if upwards * (value - aim) >= 0:
        return "reached"
    return "on course" if upwards * (value - expected) >= 0 else "behind"
