"""A few chosen places beside each other and beside England, in one indicator."""

from __future__ import annotations

import pandas as pd

from lis_data import measures
from lis_data.errors import UnknownNameError
from lis_data.model import ENGLAND
from lis_data.queries.ask import ask, known
from lis_data.queries.figures import BREAKS
from lis_data.queries.intervals import FIGURE, significantly_different

_PLACES = f"""
    with about as (select polarity, decimals, {BREAKS} as breaks from indicator where indicator_id = $indicator),
    chosen as (
        select code as area_code, sort
        from (select string_split($areas, ',') as codes), unnest(codes) with ordinality as listed(code, sort)
    ),
    figure as (  -- every figure of the geography, and England's
        select geography_id, area_code, period, value, lower, upper, status::varchar as status, derivation
        from observation
        where indicator_id = $indicator and industry = '_T' and value is not null
            and (geography_id = $geography or geography_id = 'country' and area_code = $england)
    ),
    covered as (  -- how many of the chosen places have a figure in each period, and whether England has
        select
            period,
            count(*) filter (area_code in (select area_code from chosen) and geography_id = $geography) as places,
            count(*) filter (geography_id = 'country') as england
        from figure
        group by period
        having count(*) filter (geography_id = $geography) > 0
    ),
    latest as (
        select period, places, england from covered
        where left(period, 4) <= coalesce($until, '9999')
        order by places desc, period desc
        limit 1
    ),
    earliest as (  -- of the comparable periods, with as many of the places, and with England if it has a figure now
        select min(covered.period) as period
        from covered, latest, about
        where covered.period < latest.period and covered.places >= latest.places and covered.england >= latest.england
            and substr(covered.period, 5) = substr(latest.period, 5)  -- a year with years, an October with Octobers
            and not list_contains(list_transform(breaks, mark -> covered.period < mark and mark <= latest.period), true)
    )
    select
        area.area_code, area.name as area_name, chosen.sort, latest.period,
        now.value, now.lower, now.upper, coalesce(now.status, 'M') as status,
        coalesce(now.derivation, '') as derivation,
        england.value as england, england.lower as england_lower, england.upper as england_upper,
        england.derivation as england_derivation,
        earliest.period as first_period, before.value as first_value, england_before.value as england_first,
        about.polarity, about.decimals
    from area
    cross join about
    left join chosen using (area_code)
    left join latest on true
    left join earliest on true
    left join figure as now
        on now.area_code = area.area_code and now.period = latest.period and now.geography_id = $geography
    left join figure as before
        on before.area_code = area.area_code and before.period = earliest.period
        and before.geography_id = $geography
    left join figure as england on england.geography_id = 'country' and england.period = latest.period
    left join figure as england_before
        on england_before.geography_id = 'country' and england_before.period = earliest.period
    where area.geography_id = $geography
    order by chosen.sort, area.area_code
"""


def compared_places(
    indicator_id: str, geography_id: str, area_codes: tuple[str, ...], *, until: str | None = None
) -> pd.DataFrame:
    """One row per chosen place, in the order chosen, none left out: area_code, area_name, period, value, lower, upper,
    status, derivation, rank and of_areas (among all areas of the geography with a figure), tied, best (has the best
    figure of the chosen ones at the decimals that the indicator is printed with; missing where neither end is better or
    fewer than two have a figure), leads (has the best figure, and the intervals of all chosen ones say so; missing
    where one of them has none, or one of another making), england (its figure of the period) with england_lower,
    england_upper and england_derivation, against_england (value − england), significant (see `intervals`),
    first_period, first_value, change (value − first_value), england_first.

    The period is the latest, not after the year `until`, in which the most of the chosen places have a figure; the
    first period is the earliest comparable one (of the same length and season, since the series last broke) that has
    as many. Without any figure `period` is missing. Raises UnknownNameError for an unknown indicator, geography or
    area.
    """
    known("indicator", indicator_id, "select indicator_id from indicator")
    _check_areas(geography_id, area_codes)
    asked = {"indicator": indicator_id, "geography": geography_id, "areas": ",".join(area_codes)}
    everywhere = ask(_PLACES, **asked, until=until, england=ENGLAND)
    return _stood(everywhere).drop(columns=["sort", "polarity", "decimals"])


def _check_areas(geography_id: str, area_codes: tuple[str, ...]) -> None:
    codes = ask("select area_code from area where geography_id = $geography", geography=geography_id)["area_code"]
    if codes.empty:
        known("geography", geography_id, "select geography_id from geography")
    for code in area_codes:
        if code not in set(codes):
            raise UnknownNameError(f"area of {geography_id}", code, codes.tolist())


def _stood(everywhere: pd.DataFrame) -> pd.DataFrame:
    """The chosen places with where they stand among everywhere, each other, England and their own first figure."""
    ranked = everywhere.assign(
        rank=measures.rank(everywhere["value"], polarity=everywhere["polarity"].iloc[0]),
        of_areas=int(everywhere["value"].notna().sum()),
        tied=measures.tied(everywhere["value"]),
        against_england=everywhere["value"] - everywhere["england"],
        change=everywhere["value"] - everywhere["first_value"],
    )
    chosen = ranked.dropna(subset="sort").reset_index(drop=True)
    judged = chosen.assign(best=_best(chosen), significant=significantly_different(chosen))
    return judged.assign(leads=_leads(judged))


def _leads(chosen: pd.DataFrame) -> pd.Series:
    """Whether the place with the best figure differs from every other one; missing where one cannot be judged."""
    first = chosen[chosen["best"].fillna(False)].head(1)
    others = chosen[chosen["value"].notna()].drop(index=first.index)
    if first.empty:
        return chosen["best"]
    figure = first.iloc[0]
    of_first = {f"first{end}": figure[name] for end, name in FIGURE.items()}
    apart = significantly_different(others.assign(**of_first), than="first")
    certain = pd.NA if apart.isna().any() else bool(apart.all())
    return chosen["best"].map({True: certain, False: False}).astype("boolean")


def _best(chosen: pd.DataFrame) -> pd.Series:
    """Which places have the best figure; several where their printed figures are the same."""
    printed, polarity = chosen["value"].round(int(chosen["decimals"].iloc[0])), chosen["polarity"].iloc[0]
    if polarity == "neither" or printed.count() < 2:
        return pd.Series(pd.NA, index=chosen.index, dtype="boolean")
    best = printed.min() if polarity == "lower" else printed.max()
    return printed.eq(best).astype("boolean").mask(printed.isna())


def comparable_indicators(geography_id: str) -> pd.DataFrame:
    """Indicators that places of different size may be compared in (not totals) of which at least two areas of the
    geography have figures: indicator_id, title, foundation, unit, polarity, areas, last_year; by foundation and title.
    """
    return ask(
        """
        select
            indicator_id, title, foundation, unit, polarity,
            count(distinct area_code) as areas,
            max(left(period, 4)) as last_year
        from observation
        join indicator using (indicator_id)
        where geography_id = $geography and industry = '_T' and value is not null and not additive
        group by all
        having areas > 1
        order by foundation, title
        """,
        geography=geography_id,
    )
