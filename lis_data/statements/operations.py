"""Stated figures made again from the store: a few operations, each with what the file of checks names.

An operation takes a reading with its geography and areas filled in, and gives one row a period, in order: period,
value, status (E where a part of it is estimated).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pandas as pd

from lis_data import measures
from lis_data.model import TOTAL
from lis_data.queries.ask import ask
from lis_data.queries.programme import strategies
from lis_data.queries.strengths import strength_tests
from lis_data.statements.checks import Reading

_GROWTH_SINCE = 10
"""Years that the test of strengths looks back for growth, which plays no part here."""


def recompute(reading: Reading) -> pd.DataFrame:
    """The reading's figure in every period: period, value, status, derivation."""
    found = _HOW[reading.how](reading).reset_index()
    if reading.how not in _AS_FOUND:
        found = found.assign(derivation="calculated")
    return found[["period", "value", "status", "derivation"]].dropna(subset="value", ignore_index=True)


def _history(reading: Reading, *, indicator: str = "", industry: str = "") -> pd.DataFrame:
    """An indicator over time, by period: value, status, derivation. Of several areas their sum, missing where a part
    is.
    """
    found = ask(
        """
        select
            period, sum(value) as value, min(status)::varchar as status,
            if(count(*) = 1, any_value(derivation), 'sum') as derivation
        from observation
        where indicator_id = $indicator and geography_id = $geography and industry = $industry
            and list_contains(string_split($areas, ','), area_code)
        group by period
        having count(value) = len(string_split($areas, ','))
        order by period
        """,
        indicator=indicator or reading.indicator,
        geography=reading.geography,
        industry=industry or reading.industry,
        areas=",".join(reading.areas),
    ).set_index("period")
    return found.replace({"status": {"A": "E"}}) if _is_ours(reading) else found


def _is_ours(reading: Reading) -> bool:
    """Whether a sum is our estimate: chained volumes of areas do not strictly add up."""
    return reading.indicator == "gva_cvm" and len(reading.areas) > 1


def _benchmark(reading: Reading, *, indicator: str = "", industry: str = "") -> pd.Series:
    """The same of the country that it is compared with, by period."""
    found = ask(
        """
        select period, value
        from observation
        where indicator_id = $indicator and geography_id = 'country' and area_code = $area and industry = $industry
        """,
        indicator=indicator or reading.indicator,
        area=reading.benchmark,
        industry=industry or reading.industry,
    )
    return found.set_index("period")["value"]


def _billions(reading: Reading) -> pd.DataFrame:
    found = _history(reading)
    return found.assign(value=found["value"] / 1000)


def _share(reading: Reading) -> pd.DataFrame:
    part, total = _history(reading), _history(reading, industry=TOTAL)
    return part.assign(value=measures.share(part["value"], total=total["value"]))


def _part(reading: Reading) -> pd.DataFrame:
    part, total = _history(reading), _history(reading, indicator=reading.out_of)
    return part.assign(value=measures.share(part["value"], total=total["value"]))


def _quotient(reading: Reading) -> pd.DataFrame:
    here = _share(reading)
    there = measures.share(_benchmark(reading), total=_benchmark(reading, industry=TOTAL))
    return here.assign(value=measures.location_quotient(here["value"], benchmark=there.reindex(here.index)))


def _lead(reading: Reading) -> pd.DataFrame:
    found = _history(reading)
    return found.assign(value=measures.lead(found["value"], benchmark=_benchmark(reading).reindex(found.index)))


def _shortfall(reading: Reading) -> pd.DataFrame:
    """In £ billion; what it is counted per (people, hours) may be our estimate."""
    found, bases = _history(reading), _history(reading, indicator=reading.per)
    rate = _benchmark(reading, indicator=reading.rate) if reading.rate else _rate(reading)
    lacking = measures.shortfall(found["value"], bases=bases["value"], benchmark=rate.reindex(found.index))
    status = bases["status"].reindex(found.index).where(lambda part: part == "E", found["status"])
    return found.assign(value=lacking / 1000, status=status)


def _rate(reading: Reading) -> pd.Series:
    """The benchmark's amount for each unit of what it is counted per."""
    amounts = _benchmark(reading)
    return measures.ratio(amounts, per=_benchmark(reading, indicator=reading.per).reindex(amounts.index))


def _multiple(reading: Reading) -> pd.DataFrame:
    found = _history(reading)
    return found.assign(value=measures.index(found["value"], base=float(found["value"][str(reading.base)])) / 100)


def _change(reading: Reading) -> pd.DataFrame:
    found = _history(reading)
    return found.assign(value=found["value"] - found["value"][str(reading.base)])


def _rank(reading: Reading) -> pd.DataFrame:
    """Place of the area among those of its geography, of a partnership's LEPs, or of a list of codes."""
    found = ask(
        """
        select period, area_code, value, status::varchar as status
        from observation
        where indicator_id = $indicator and geography_id = $geography and industry = $industry and (
            $among = ''
            or list_contains(string_split($among, ' '), area_code)
            or area_code in (
                select member_code
                from membership
                where area_code = $among and geography_id = 'pan-region' and member_geography_id = $geography
            )
        )
        order by period
        """,
        indicator=reading.indicator,
        geography=reading.geography,
        industry=reading.industry,
        among=reading.among,
    )
    ranked = found.assign(value=found.groupby("period")["value"].transform(measures.rank))
    own = ranked[ranked["area_code"] == reading.areas[0]]
    return own.astype({"value": "Float64"}).astype({"value": "float"}).set_index("period")


def _strengths(reading: Reading) -> pd.DataFrame:
    """How many of the named industries are specialised and more productive than in England."""
    counts = {str(year): _strong(reading, year) for year in _years(reading)}
    return _counted(counts)


def _strong(reading: Reading, year: int) -> int:
    tests = strength_tests(
        reading.geography, period=str(year), base=str(year - _GROWTH_SINCE), indicator_id=reading.indicator
    )
    own = tests[(tests["area_code"] == reading.areas[0]) & tests["industry"].isin(reading.industries)]
    return int((own["specialised"] & own["productive"]).sum())


def _years(reading: Reading) -> range:
    if reading.span is None:
        raise ValueError(f"The reading “{reading.name}” needs its own years (span).")
    return range(reading.span[0], reading.span[1] + 1)


@cache
def _programme() -> pd.DataFrame:
    return strategies()


def _leps(reading: Reading) -> pd.DataFrame:
    """LEPs of a wave."""
    return _counted(dict.fromkeys(reading.dates, int((_programme()["wave"] == reading.wave).sum())))


def _strategies(reading: Reading) -> pd.DataFrame:
    """LEPs of a wave with a strategy agreed or published by each date."""
    leps = _programme()
    ready = leps[(leps["wave"] == reading.wave) & leps["status"].isin(["agreed", "local"])]
    return _counted({date: int((ready["text_until"] <= date).sum()) for date in reading.dates})


def _agreed_share(reading: Reading) -> pd.DataFrame:
    """LEPs with a strategy agreed with government by each date, in % of all."""
    leps = _programme()
    dated = leps.loc[leps["status"] == "agreed", "text_until"]
    return _counted({date: 100 * float((dated <= date).sum()) / len(leps) for date in reading.dates})


def _priorities(reading: Reading) -> pd.DataFrame:
    """Priorities of a kind that our table lists for the place."""
    found = ask(
        "select count(*) as priorities from priority where area_code = $area and kind = $kind",
        area=reading.areas[0],
        kind=reading.kind,
    )
    return _counted(dict.fromkeys(reading.dates, int(found["priorities"].iloc[0])))


def _counted(values: dict[str, int] | dict[str, float]) -> pd.DataFrame:
    index = pd.Index(list(values), name="period")
    return pd.DataFrame({"value": [float(value) for value in values.values()], "status": "A"}, index=index)


_AS_FOUND = ("value", "billions")
"""Readings that are a figure of the store, or the sum of several, in whatever unit."""
_HOW: dict[str, Callable[[Reading], pd.DataFrame]] = {
    "value": _history,
    "billions": _billions,
    "share": _share,
    "part": _part,
    "quotient": _quotient,
    "lead": _lead,
    "shortfall": _shortfall,
    "multiple": _multiple,
    "change": _change,
    "rank": _rank,
    "strengths": _strengths,
    "leps": _leps,
    "strategies": _strategies,
    "agreed_share": _agreed_share,
    "priorities": _priorities,
}
