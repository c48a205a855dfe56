"""The scorecard of places: each headline indicator with its standing, England’s, change and certainty."""

from __future__ import annotations

import pandas as pd

from lis_data import judgement, measures
from lis_data.model import ENGLAND, Status
from lis_data.period import parse
from lis_data.queries.ask import ask, known
from lis_data.queries.figures import BREAKS
from lis_data.queries.intervals import significantly_different
from lis_data.queries.latest import full_periods

YEARS = 5
"""The change is over the longest span up to this many years."""


OUTER_FIFTH = 80.0
"""A strength stands at least this high among the places (0 to 100), a weakness as far down."""
FEWEST_PLACES = 8
"""Among fewer places with a figure nothing is called a strength or a weakness."""

_FIGURES = """
    with wanted as (
        select unnest($indicators::varchar[]) as indicator_id
    )
    select
        indicator_id,
        observation.geography_id = 'country' as is_england,
        area_code,
        period,
        value,
        lower,
        upper,
        status::varchar as status,
        derivation
    from observation
    semi join wanted using (indicator_id)
    where industry = '_T'
        and (geography_id = $geography or (geography_id = 'country' and area_code = $england))
    order by indicator_id, period, area_code
"""
_ABOUT = f"""
    select foundation, indicator_id, title, unit, decimals, polarity, {BREAKS} as breaks
    from indicator
    where list_contains($indicators::varchar[], indicator_id)
"""
_COLUMNS = [
    *["foundation", "indicator_id", "title", "unit", "decimals", "polarity", "area_code", "area_name", "period"],
    *["value", "lower", "upper", "status", "derivation", "areas", "of_areas", "rank", "tied", "percentile", "standing"],
    *["median", "england", "england_lower", "england_upper", "england_derivation"],
    *["england_percentile", "england_standing"],
    *["gap", "better", "significant", "verdict"],
    *["base", "earlier", "change", "england_earlier", "england_change"],
]


def scorecard(geography_id: str, area_code: str) -> pd.DataFrame:
    """One area's rows of `scorecards`, one per headline indicator in the order of scorecard.csv.

    Raises UnknownNameError for a geography or an area that is not known.
    """
    known("geography", geography_id, "select geography_id from geography")
    within = "select area_code from area where geography_id = $geography"
    known("area", area_code, within, geography=geography_id)
    found = scorecards(geography_id)
    return found[found["area_code"] == area_code].reset_index(drop=True)


def scorecards(geography_id: str) -> pd.DataFrame:
    """Every area's headline indicators (scorecard.csv), one row per indicator and area, in the order of that file.

    foundation, indicator_id, title, unit, decimals, polarity; area_code, area_name, period; value, lower, upper (95%),
    status, derivation; areas (with a figure), of_areas; rank (1 = best, or highest), tied, percentile (0 = lowest,
    100 = highest), standing (the same with 100 = best; missing where neither end is better), median; england with its
    bounds, derivation, percentile and standing among the areas; gap (value − England), better (on the better side of
    England's figure; missing where the intervals say that it could be chance, and of low reliability), significant (see
    `intervals`), verdict (strength: in the outer fifth of the places on the better side, among FEWEST_PLACES or more,
    not worse than England, not of low reliability, and where figures have intervals or are made of survey counts
    significantly better; weakness, the other way round; else empty); base (the earliest comparable period with the
    area's figure within five years), earlier and change since; England's own.

    The period is the latest in which nearly as many areas have a figure as ever, and England if it ever has.
    An indicator without any figure at the geography is left out.
    """
    return standings(tuple(judgement.scorecard()["indicator_id"]), geography_id)


def standings(indicator_ids: tuple[str, ...], geography_id: str) -> pd.DataFrame:
    """The same for any indicators, in their order: a row of `scorecards` for each of them and each area."""
    asked = f"[{','.join(indicator_ids)}]"
    rows = ask(_FIGURES, indicators=asked, geography=geography_id, england=ENGLAND)
    names = ask("select area_code, name as area_name from area where geography_id = $geography", geography=geography_id)
    about = ask(_ABOUT, indicators=asked, geography=geography_id).set_index("indicator_id")
    present = set(rows.loc[~rows["is_england"] & rows["value"].notna(), "indicator_id"])
    tables = [
        _one(figures, names, polarity=about["polarity"][key], breaks=tuple(about["breaks"][key]))
        for key, figures in rows.groupby("indicator_id")
        if key in present
    ]
    if not tables:
        return pd.DataFrame(columns=_COLUMNS)
    listed = pd.DataFrame({"indicator_id": indicator_ids})
    named = listed.merge(about.reset_index(), on="indicator_id")
    return _judged(named.merge(pd.concat(tables), on="indicator_id"))[_COLUMNS]


def _one(figures: pd.DataFrame, names: pd.DataFrame, *, polarity: str, breaks: tuple[str, ...]) -> pd.DataFrame:
    """The rows of one indicator, of which `figures` are those of the areas and of England in all periods."""
    england = figures[figures["is_england"]].dropna(subset="value").set_index("period")
    here = figures[~figures["is_england"]].drop(columns=["is_england", "indicator_id"])
    period = _period(here, england.index)
    now = names.merge(here[here["period"] == period], how="left", on="area_code")
    now = now.assign(indicator_id=figures["indicator_id"].iloc[0], period=period, status=now["status"].fillna("M"))
    now["derivation"] = now["derivation"].fillna("")
    earlier_periods = _comparable(here["period"], period, breaks=breaks, of_england=england.index)
    before = here[here["period"].isin(earlier_periods)].dropna(subset="value")
    earlier = before.drop_duplicates("area_code").set_index("area_code")
    now["base"] = now["area_code"].map(earlier["period"]).where(now["value"].notna())
    now["earlier"] = now["area_code"].map(earlier["value"])
    now["england_earlier"] = now["base"].map(england["value"])
    return _standing(now, england, period=period, polarity=polarity)


def _period(here: pd.DataFrame, of_england: pd.Index) -> str:
    """The latest period with enough areas, and with England's figure if any of those has it."""
    counts = here.groupby("period")["value"].count()
    enough = full_periods(counts)
    with_england = [period for period in enough if period in of_england]
    return (with_england or enough)[-1]


def _comparable(periods: pd.Series, period: str, *, breaks: tuple[str, ...], of_england: pd.Index) -> list[str]:
    """Earlier periods of the same length and season, within five years and since the series last broke; those with
    England's figure if any has it.
    """
    last = parse(period)
    since = max((text for text in breaks if text <= period), default="")
    found = [
        text
        for text in periods.unique()
        if (then := parse(text)) < last
        and (then.months, then.month, then.day) == (last.months, last.month, last.day)
        and last.year - then.year <= YEARS
        and text >= since
    ]
    return [text for text in found if text in of_england] or found


def _standing(now: pd.DataFrame, england: pd.DataFrame, *, period: str, polarity: str) -> pd.DataFrame:
    """Each area's place among the areas, and England's beside it."""
    values = now["value"]
    benchmark = england.reindex([period]).iloc[0]
    percentile = measures.percentile(values)
    england_percentile = measures.percentile_among(float(benchmark["value"]), values)
    return now.assign(
        areas=values.count(),
        of_areas=len(now),
        rank=measures.rank(values, polarity=polarity),
        tied=measures.tied(values),
        percentile=percentile,
        standing=_oriented(percentile, polarity),
        median=values.median(),
        england=float(benchmark["value"]),
        england_lower=float(benchmark["lower"]),
        england_upper=float(benchmark["upper"]),
        england_derivation=benchmark["derivation"],
        england_percentile=england_percentile,
        england_standing=_oriented(pd.Series(england_percentile, index=now.index), polarity),
    )


def _oriented(percentile: pd.Series, polarity: str) -> pd.Series:
    """100 is best; missing where neither end is."""
    if polarity == "neither":
        return percentile * float("nan")
    return 100 - percentile if polarity == "lower" else percentile


def _judged(rows: pd.DataFrame) -> pd.DataFrame:
    """Against England and against earlier: gap, better, significant, change, england_change."""
    gap = rows["value"] - rows["england"]
    better = gap.gt(0).mask(rows["polarity"] == "lower", gap.lt(0)).astype("boolean")
    significant = significantly_different(rows)
    unsure = ~significant.fillna(True) | rows["status"].eq(Status.UNRELIABLE)
    judged = rows.assign(
        gap=gap,
        better=better.mask(gap.isna() | (rows["polarity"] == "neither") | unsure),
        significant=significant,
        change=rows["value"] - rows["earlier"],
        england_change=rows["england"] - rows["england_earlier"],
    )
    return judged.assign(verdict=_verdict(judged))


def _verdict(rows: pd.DataFrame) -> pd.Series:
    judged = (rows["areas"] >= FEWEST_PLACES) & rows["status"].ne(Status.UNRELIABLE)
    certain = judged & rows["significant"].fillna(~_with_intervals(rows))
    strong = certain & (rows["standing"] >= OUTER_FIFTH) & rows["better"].fillna(True)
    weak = certain & (rows["standing"] <= 100 - OUTER_FIFTH) & ~rows["better"].fillna(False)
    return pd.Series("", index=rows.index).mask(strong, "strength").mask(weak, "weakness")


def _with_intervals(rows: pd.DataFrame) -> pd.Series:
    """Whether an indicator is judged by intervals: some figure of it has one, or was made of survey counts."""
    signs = rows[["lower", "england_lower"]].notna().any(axis=1) | rows["derivation"].eq("rate")
    return signs.groupby(rows["indicator_id"]).transform("any")
