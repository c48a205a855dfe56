"""What the check of a stated figure says in words: figures, and the sentence that gives the reason of a verdict.

The page on claims, its files and the command line say the same.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from lis_data.period import label
from lis_data.wording import listed, number, ordinal

_DECIMALS = {"%": 1, "times": 2, "£ billion": 1, "tonnes": 2}
"""Of recomputed figures by their unit; of others none."""
VERDICTS = {
    "supported": "Supported",
    "close": "Close, not the same",
    "depends": "Depends on the reading",
    "revised": "Revised since",
    "contradicted": "Contradicted",
    "aim": "An aim",
    "untestable": "Cannot be tested",
}
"""The verdict on a statement -> in words: everywhere the same ones."""
PROGRESS = {
    "reached": "reached",
    "missed": "missed",
    "on course": "on course",
    "behind": "behind",
    "mixed": "on course in one reading, behind in another",
    "unknown": "course not known",
    "no figure": "no figure held",
}
"""How an aim stands -> in words."""


def figure(value: float, unit: str) -> str:
    """A recomputed figure as a reader expects it: `23.0%`, `2.46 times`, `£101.3bn`, `4th`, `8 LEPs`, `1 LEP`."""
    return _written(value, unit, decimals=_DECIMALS.get(unit, 0))


def as_stated(value: float, unit: str) -> str:
    """A stated figure with as many decimals as it has: `23%`, `£16.4bn`."""
    return _written(value, unit, decimals=decimals_of(value))


def _written(value: float, unit: str, *, decimals: int) -> str:
    """As everywhere, but for places, single ones, and billions, which stand with their decimals."""
    if unit == "place":
        return ordinal(round(value))
    if unit == "£ billion":
        return f"{number(value, unit='£', decimals=decimals)}bn"
    one = unit not in _DECIMALS and round(value) == 1
    return number(value, unit=unit.removesuffix("s") if one else unit, decimals=decimals)


def decimals_of(stated: float) -> int:
    """With how many decimals a figure is stated: 1 of 16.4."""
    return len(f"{stated:g}".partition(".")[2])


def dated(value: float, unit: str, period: str) -> str:
    """`23.0% (2015)`."""
    return f"{figure(value, unit)} ({label(period)})"


def of_each(readings: pd.DataFrame, value: str, period: str) -> str:
    """`23.0% (2015); 8.9% (2017)`: a figure of each reading."""
    parts = zip(readings[value], readings["unit"], readings[period], strict=True)
    return "; ".join(dated(*part) for part in parts)


def each_year(figures: pd.DataFrame) -> pd.Series:
    """By claim: each_year, every figure that counts: `Share of GVA: 20.3% (2010), 20.8% (2011)`."""
    counted = figures[figures["counts"]]
    parts = zip(counted["value"], counted["unit"], counted["period"], strict=True)
    written = counted.assign(figures=[dated(*part) for part in parts])
    lines = written.groupby(["statement_id", "number", "reading"])["figures"].agg(", ".join).reset_index()
    named = lines["reading"] + ": " + lines["figures"]
    return named.groupby(lines["statement_id"]).agg("; ".join).rename("each_year")


def of_readings(readings: pd.DataFrame, *, compare: str) -> str:
    """A sentence on all readings: in which years each agrees or is close, or what is nearest where it is off."""
    return "; ".join(_of_reading(row, compare=compare) for _, row in readings.iterrows()) + "."


def of_revision(readings: pd.DataFrame, published: str) -> str:
    """`ONS published it in 2017; today's figures give London's … 35.0% in 2015, not 31%.`"""
    given = [f"{_today(row)}, stated {as_stated(row['stated'], row['unit'])}" for _, row in readings.iterrows()]
    return f"{published}; by today's figures it is {'; '.join(given)}."


def _today(row: pd.Series) -> str:
    return f"{figure(row['value'], row['unit'])} in {label(row['period'])} ({row['reading'].partition(', stated')[0]})"


def of_context(reading: pd.Series) -> str:
    """`Leeds City Region LEP of 2021: £69.7bn.`: a figure that is context, and tests nothing."""
    return f"{reading['reading']}: {figure(reading['value'], reading['unit'])}."


def of_aim(readings: pd.DataFrame, *, due: object) -> str:
    """A sentence for each reading of an aim, on where it stands and where even steps would be."""
    return " ".join(f"{_of_aim(row, due=due)}." for _, row in readings.iterrows())


def _of_reading(row: pd.Series, *, compare: str) -> str:
    """`Share of GVA: agrees in 2013 and 2015 (23.0% in 2015)`, or that it does not and what is nearest."""
    name = row["reading"].partition(", stated")[0]
    nearest = f"{figure(row['value'], row['unit'])} in {label(row['period'])}"
    if row["fit"] == "off":
        span = (
            label(row["period"]) if row["periods"] == 1 else f"any year from {row['first_year']} to {row['last_year']}"
        )
        return f"{name}: {_STANDS[compare]['off']} in {span} (nearest is {nearest})"
    return f"{name}: {_STANDS[compare][row['fit']]} in {_listed(row['fitting'])} ({nearest})"


def _of_aim(row: pd.Series, *, due: object) -> str:
    """`GVA: £41.6bn in 2023: on course, for even steps from £31.3bn in 2017 to £50.0bn in 2040 would be at £36.2bn`."""
    unit = row["unit"]
    latest = f"{figure(row['latest'], unit)} in {label(row['latest_period'])}"
    if pd.isna(row["expected"]):
        return f"{row['reading']}: {_on_its_day(row) or latest}"
    first, aim = figure(row["first"], unit), figure(row["stated"], unit)
    steps = (
        f"even steps from {first} in {row['base']:.0f} to {aim} in {due} would be at {figure(row['expected'], unit)}"
    )
    return f"{row['reading']}: {latest}, {PROGRESS[row['progress']]}; {steps}{_baseline(row)}"


def _on_its_day(row: pd.Series) -> str:
    """`0 LEPs when it was due, 8 LEPs by 31 March 2021`: of an aim that was counted on its day."""
    if pd.isna(row["at_base"]):
        return ""
    then, now = (figure(row[name], row["unit"]) for name in ("at_base", "latest"))
    return f"{then} when it was due, {now} by {label(row['latest_period'])}"


def _baseline(row: pd.Series) -> str:
    """Our figure for the base year where the text starts from another."""
    ours = figure(row["at_base"], row["unit"])
    return "" if ours == figure(row["first"], row["unit"]) else f" (our figure for {row['base']:.0f} is {ours})"


def of_bounds(rows: pd.DataFrame, *, between: Sequence[str]) -> str:
    """`It was £66.5bn to £81.0bn in 2018; the stated figure lies within the bounds in 2013 to 2018.`"""
    least, most = (rows[rows["bound"] == bound].iloc[0] for bound in ("least", "most"))
    low, high = figure(least["last"], least["unit"]), figure(most["last"], most["unit"])
    lies = f"lies within the bounds in {_listed(between)}" if between else "lies outside the bounds in every year"
    return f"It was {low} to {high} in {label(least['last_period'])}; the stated figure {lies}."


_STANDS = {
    "about": {"agrees": "agrees", "close": "close", "off": "not close"},
    "same": {"agrees": "the same", "off": "not the same"},
    "more": {"agrees": "above it", "off": "not above it"},
}
"""How a reading is compared -> how it stands."""


def _listed(periods: Sequence[str]) -> str:
    """`2012 to 2015`, `2012 and 2016`."""
    years = [int(period) for period in periods if period.isdigit()]
    if len(years) == len(periods) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]} to {years[-1]}"
    return listed([label(period) for period in periods])
