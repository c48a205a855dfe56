"""Business R&D of the LEPs of 2017, which is published for NUTS 2 regions alone: shared out by three keys.

Each region's R&D is shared among its districts by population, by GVA, and by the GVA of R&D-intensive industries; each
region's GDP by the districts' own GDP (GDP per head times population). Of each key the latest year up to that of the
R&D is taken. A LEP's estimate is the R&D of its districts in
% of their GDP. The range over the keys is not a confidence interval: all of them believe that R&D follows the key
inside a region. A LEP of whole regions needs no key and has its published figure.

R&D-intensive industries are those of high and medium-high intensity in F. Galindo-Rueda and F. Verger, *OECD Taxonomy
of Economic Activities Based on R&D Intensity* (OECD Science, Technology and Industry Working Papers 2016/04). Districts
have GVA by group of industries only, so each group counts with the part that such industries make up of it in the
region (`judgement/rd_intensive_industries.csv`).
"""

from __future__ import annotations

import pandas as pd

from geo.membership import nuts2_lep_weights
from lis_data import judgement, measures
from lis_data.model import Status
from lis_data.queries.ask import ask
from lis_data.queries.figures import figures

KEYS = ("population", "gva", "industries")
"""What R&D is taken to follow inside a region; `industries` is the GVA of R&D-intensive ones."""

_LEPS, _REGIONS, _DISTRICTS = "lep-2017", "nuts2-2016", "lad-2023"
_SINCE_2022 = ("business_rd_new_method_pct_gdp", "business_rd_new_method_gbp_m")
_TO_2018 = ("business_rd_pct_gdp", "business_rd_gbp_m")


def business_series(period: str) -> tuple[str, str]:
    """The indicators of business R&D in % of GDP and in £ million by the method of that year."""
    return _SINCE_2022 if period >= "2022" else _TO_2018


def modelled_rd(period: str) -> pd.DataFrame:
    """Business R&D in % of GDP by the method of that year, one row per LEP of 2017: area_code, area_name; population,
    gva, industries (the estimate by each key), low, middle, high (of the three), exact (a union of whole regions),
    status (of its published figure where exact, E where modelled, M where a region around it has no figure), derivation
    (ratio or modelled), regions (names with commas), rd_low, rd_high, gdp (all in £ million).

    Raises UnknownNameError for a year without figures.
    """
    share, spent = business_series(period)
    districts = _shared_out(period)
    leps = _leps(districts)
    weights = nuts2_lep_weights()
    leps["exact"] = leps["area_code"].isin(weights.loc[weights["exact_union"], "lep_code"])
    of_gdp, amount = (_published(name, period=period).reindex(leps["area_code"]) for name in (share, spent))
    for key in KEYS:
        modelled = leps[f"rd_{key}"]
        leps[key] = measures.share(modelled, total=leps["gdp"]).where(~leps["exact"], of_gdp["value"].array)
        leps[f"rd_{key}"] = modelled.where(~leps["exact"], amount["value"].array)
    by_key, money = leps[list(KEYS)], leps[[f"rd_{key}" for key in KEYS]]
    leps["low"], leps["high"] = by_key.min(axis=1, skipna=False), by_key.max(axis=1, skipna=False)
    leps["middle"] = by_key.median(axis=1, skipna=False)
    leps["rd_low"], leps["rd_high"] = money.min(axis=1, skipna=False), money.max(axis=1, skipna=False)
    leps["status"] = of_gdp["status"].where(leps["exact"].array, Status.ESTIMATED.value).array
    leps.loc[leps["low"].isna(), "status"] = Status.MISSING.value
    leps["derivation"] = leps["exact"].map({True: "ratio", False: "modelled"})
    columns = ["area_code", "area_name", *KEYS, "low", "middle", "high", "exact", "status", "derivation", "regions"]
    return leps[[*columns, "rd_low", "rd_high", "gdp"]]


def _published(indicator_id: str, *, period: str) -> pd.DataFrame:
    return figures(indicator_id, _LEPS, period=period).set_index("area_code")


def _shared_out(period: str) -> pd.DataFrame:
    """Each district's estimate of its region's R&D by each key (rd_population, …) and of its GDP: area_code, …"""
    districts = _districts(period)
    regions = districts[["area_code", "region_code"]]
    districts = districts.merge(_intensive_gva(regions, period=period), on="area_code")
    for key in KEYS:
        districts[f"rd_{key}"] = measures.apportion(
            districts["region_rd"], key=districts[key], within=districts["region_code"]
        )
    gdp = measures.apportion(districts["region_gdp"], key=districts["own_gdp"], within=districts["region_code"])
    return districts.assign(gdp=gdp)


def _leps(districts: pd.DataFrame) -> pd.DataFrame:
    """The sums over the districts of each LEP; a district in two LEPs counts in both, a part by its share."""
    members = _members().merge(districts, left_on="member_code", right_on="area_code", suffixes=("", "_of_member"))
    amounts = [*(f"rd_{key}" for key in KEYS), "gdp"]
    members[amounts] = members[amounts].mul(members["weight"], axis="index")
    groups = members.groupby(["area_code", "area_name"])
    sums = groups[amounts].sum(skipna=False)
    names = groups["region_name"].agg(lambda regions: ", ".join(sorted(set(regions))))
    return sums.join(names.rename("regions")).reset_index()


def _districts(period: str) -> pd.DataFrame:
    """Districts with what is known of them and of their region: area_code, region_code, region_name, region_rd,
    region_gdp, population, gva, own_gdp (£ million).
    """
    share, spent = business_series(period)
    figures(spent, _REGIONS, period=period)
    return ask(
        """
        with
        latest as (
            select indicator_id, max(period) as period
            from observation
            where period <= $period and industry = '_T' and geography_id = $districts
                and indicator_id in ('population', 'gva', 'gdp_per_head')
            group by indicator_id
            union all
            select unnest([$share, $spent]), $period
        ),
        figure as (
            select
                geography_id,
                area_code,
                max(value) filter (where indicator_id = 'population') as population,
                max(value) filter (where indicator_id = 'gva') as gva,
                max(value) filter (where indicator_id = 'gdp_per_head') as gdp_per_head,
                max(value) filter (where indicator_id = $spent) as rd,
                100 * max(value) filter (where indicator_id = $spent)
                    / max(value) filter (where indicator_id = $share) as gdp
            from observation
            join latest using (indicator_id, period)
            where industry = '_T' and geography_id in ($districts, $regions)
            group by geography_id, area_code
        )
        select
            district.area_code,
            region.area_code as region_code,
            area.name as region_name,
            region.rd as region_rd,
            region.gdp as region_gdp,
            district.population,
            district.gva,
            district.gdp_per_head * district.population / 1e6 as own_gdp
        from figure as district
        join membership on member_geography_id = $districts and member_code = district.area_code
        join figure as region on membership.area_code = region.area_code and membership.geography_id = $regions
        join area on area.geography_id = $regions and area.area_code = region.area_code
        where district.geography_id = $districts and region.geography_id = $regions
        order by district.area_code
        """,
        period=period,
        share=share,
        spent=spent,
        districts=_DISTRICTS,
        regions=_REGIONS,
    )


def _members() -> pd.DataFrame:
    """Which districts belong to which LEP: area_code, area_name, member_code, weight (the share inside, 0 to 1)."""
    return ask(
        """
        select
            membership.area_code,
            lep.name as area_name,
            member_code,
            weight
        from membership
        join area as lep on lep.geography_id = membership.geography_id and lep.area_code = membership.area_code
        where membership.geography_id = $leps and member_geography_id = $districts
        order by membership.area_code, member_code
        """,
        leps=_LEPS,
        districts=_DISTRICTS,
    )


def _intensive_gva(regions: pd.DataFrame, *, period: str) -> pd.DataFrame:
    """Districts' GVA of R&D-intensive industries in £ million: area_code, industries; missing where a group's is.

    `regions` has area_code and region_code.
    """
    groups = _latest("gva", _DISTRICTS, period=period).rename(columns={"industry": "group"})
    both = groups.merge(regions, on="area_code").merge(_intensive_parts(period), on=["region_code", "group"])
    both["industries"] = both["value"] * both["part"]
    return both.groupby("area_code")[["industries"]].sum(skipna=False).reset_index()


def _intensive_parts(period: str) -> pd.DataFrame:
    """Of each group of industries, the part of its GVA (0 to 1) that is R&D-intensive: region_code, group, part."""
    detail = _latest("gva_detailed", _REGIONS, period=period)
    judged = judgement.rd_intensive_industries()
    judged = judged[judged["group"].isin(judged.loc[judged["counted"], "group"])]
    rows = detail.merge(judged, on="industry")
    rows["inside"] = rows["value"].where(rows["counted"], 0)
    sums = rows.groupby(["area_code", "group"], as_index=False)[["inside", "value"]].sum(skipna=False)
    sums["part"] = measures.ratio(sums["inside"], per=sums["value"])
    return sums.rename(columns={"area_code": "region_code"})[["region_code", "group", "part"]]


def _latest(indicator_id: str, geography_id: str, *, period: str) -> pd.DataFrame:
    """The figures by industry of the latest year up to `period`."""
    rows = figures(indicator_id, geography_id, industry=None)
    return rows[rows["period"] == rows.loc[rows["period"] <= period, "period"].max()]
