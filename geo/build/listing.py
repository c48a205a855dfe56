"""The rows of areas.csv: every area of every geography with its name, parent and what to know about it."""

from pathlib import Path

import pandas as pd

from geo.build.belonging import (
    CAMBRIDGESHIRE_PETERBOROUGH,
    LEP_VINTAGES,
    PARTNERSHIPS,
    UTLA_VINTAGES,
    WEST_MIDLANDS,
    combined_authorities_2025,
)
from geo.build.districts import code_history, live_entries

CLEAR_MAJORITY = 0.6
"""A region is an area's parent when it holds at least this share of the area's small areas."""

_DISTRICT_DAYS = {
    "lad-2017": "2018-12-31",
    "lad-2019": "2019-04-01",
    "lad-2020": "2020-04-01",
    "lad-2021": "2021-04-01",
    "lad-2023": "2023-04-01",
}
# county names: ONS names and codes list of counties, April 2021
_COUNTIES = {
    "E10000003": "Cambridgeshire",
    "E10000006": "Cumbria",
    "E10000007": "Derbyshire",
    "E10000008": "Devon",
    "E10000011": "East Sussex",
    "E10000012": "Essex",
    "E10000013": "Gloucestershire",
    "E10000014": "Hampshire",
    "E10000015": "Hertfordshire",
    "E10000016": "Kent",
    "E10000017": "Lancashire",
    "E10000018": "Leicestershire",
    "E10000019": "Lincolnshire",
    "E10000020": "Norfolk",
    "E10000023": "North Yorkshire",
    "E10000024": "Nottinghamshire",
    "E10000025": "Oxfordshire",
    "E10000027": "Somerset",
    "E10000028": "Staffordshire",
    "E10000029": "Suffolk",
    "E10000030": "Surrey",
    "E10000031": "Warwickshire",
    "E10000032": "West Sussex",
    "E10000034": "Worcestershire",
}
_STRATEGIES = {WEST_MIDLANDS: "West Midlands", CAMBRIDGESHIRE_PETERBOROUGH: "Cambridgeshire and Peterborough"}


def areas(source: Path, members: pd.DataFrame, districts: pd.DataFrame) -> pd.DataFrame:
    """One row per area, sorted: geography_id, area_code, name, parent_code, approximate, note."""
    named = pd.concat([_named(source), _district_names(source), _upper_tier_names(source, members)])
    parents = _region_shares(members, districts, named)
    rows = named.merge(parents, on=["geography_id", "area_code"], how="left").fillna("")
    by_hand = pd.read_csv(Path(__file__).with_name("notes.csv"), dtype=str, keep_default_na=False)
    rows = rows.merge(by_hand, on=["geography_id", "area_code"], how="left").fillna(
        {"note": "", "approximate": "false"}
    )
    _check_notes_used(rows, by_hand)
    rows["note"] = (rows["note"] + " " + rows["spans"]).str.strip()
    columns = ["geography_id", "area_code", "name", "parent_code", "approximate", "note"]
    return rows[columns].sort_values(columns[:2], ignore_index=True)


def _check_notes_used(rows: pd.DataFrame, by_hand: pd.DataFrame) -> None:
    unused = by_hand.merge(rows[["geography_id", "area_code"]], how="left", indicator=True).query("_merge != 'both'")
    if len(unused):
        raise ValueError(f"notes.csv speaks of unknown areas:\n{unused[['geography_id', 'area_code']]}")


def _rows(geography_id: str, names: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame({"geography_id": geography_id, "area_code": list(names), "name": list(names.values())})


def _named(source: Path) -> pd.DataFrame:
    """Everything but districts and upper tiers, named as in the table that defines its members."""
    nuts = _english_nuts(source)
    regions = pd.read_csv(source / "lep_region_best_fit.csv", dtype=str)
    mcas = pd.read_csv(source / "mca_membership_2018_19.csv", dtype=str)
    successors = combined_authorities_2025(source)
    leps = {geography_id: _lep_names(source, vintage) for geography_id, (vintage, _) in LEP_VINTAGES.items()}
    joint = ["E37000001", "E37000006", "E37000012", "E37000042"]
    alone = {code: name for code, name in leps["lep-2017"].items() if code not in joint}
    return pd.concat(
        [
            _rows("country", {"E92000001": "England", "K02000001": "United Kingdom"}),
            _rows("region", _region_names(regions)),
            _rows("nuts2-2016", dict(zip(nuts["nuts2_code"], nuts["nuts2_name"], strict=True))),
            _rows("mca-2018", dict(zip(mcas["mca_code"], mcas["mca_name"], strict=True))),
            _rows("mca-2025", dict(zip(successors["mca_code"], successors["mca_name"], strict=True))),
            *(_rows(geography_id, names) for geography_id, names in leps.items()),
            _rows("lis-area", alone | _STRATEGIES),
            _rows("pan-region", {code: name for name, code in PARTNERSHIPS.items()}),
        ]
    )


def _english_nuts(source: Path) -> pd.DataFrame:
    rows = pd.read_csv(source / "lad18_nuts2016_lookup.csv", dtype=str)
    return rows[rows["lad18_code"].str.startswith("E")]


def _region_names(best_fit: pd.DataFrame) -> dict[str, str]:
    names = best_fit["nuts1_name"].str.replace(" (England)", "")
    return dict(zip(best_fit["region_code"], names, strict=True))


def _lep_names(source: Path, vintage: str) -> dict[str, str]:
    every = pd.read_csv(source / "lep_membership.csv", dtype=str)
    rows = every[every["vintage"] == vintage]
    return dict(zip(rows["lep_code"], rows["lep_name"], strict=True))


def _district_names(source: Path) -> pd.DataFrame:
    history = code_history(source)
    return pd.concat(
        [
            _rows(geography_id, {code: entry["nm"] for code, entry in live_entries(history, day).items()})
            for geography_id, day in _DISTRICT_DAYS.items()
        ]
    )


def _upper_tier_names(source: Path, members: pd.DataFrame) -> pd.DataFrame:
    history = code_history(source)
    found = []
    for geography_id, (_, day) in UTLA_VINTAGES.items():
        names = {code: entry["nm"] for code, entry in live_entries(history, day).items()} | _COUNTIES
        codes = members.query("geography_id == @geography_id")["area_code"].unique()
        found.append(_rows(geography_id, {code: names[code] for code in codes}))
    return pd.concat(found)


def _region_shares(members: pd.DataFrame, districts: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
    """Parents: geography_id, area_code, parent_code, and in words how an area spans several regions."""
    regions = members.query("geography_id == 'region'").set_index("member_code")["area_code"]
    names = named.query("geography_id == 'region'").set_index("area_code")["name"]
    rows = _districts_inside(members, districts)
    rows["lsoas"] = rows["member_code"].map(districts.set_index("lad-2017")["lsoas"]) * rows["weight"].astype(float)
    rows["region"] = rows["member_code"].map(regions)
    shares = rows.groupby(["geography_id", "area_code", "region"])["lsoas"].sum()
    shares = shares / shares.groupby(level=[0, 1]).transform("sum")
    found = [_parent(group, names) for _, group in shares.groupby(level=[0, 1])]
    country = {"geography_id": "region", "parent_code": "E92000001", "spans": ""}
    return pd.DataFrame([*found, *({**country, "area_code": code} for code in names.index)])


def _parent(shares: pd.Series, names: pd.Series) -> dict[str, str]:
    """The parent of one area from its shares by (geography, area, region)."""
    ordered = shares.sort_values(ascending=False).reset_index()
    first = ordered.iloc[0]
    words = ", ".join(
        f"{names[region]} ({share:.0%})" for region, share in zip(ordered["region"], ordered["lsoas"], strict=True)
    )
    return {
        "geography_id": first["geography_id"],
        "area_code": first["area_code"],
        "parent_code": first["region"] if first["lsoas"] >= CLEAR_MAJORITY else "",
        "spans": f"Spans {words} by its small areas." if len(shares) > 1 else "",
    }


def _districts_inside(members: pd.DataFrame, districts: pd.DataFrame) -> pd.DataFrame:
    """Districts of 2017 inside each area below the regions, with the share of each (`weight`); districts of any
    vintage are areas too.
    """
    below = members.query("member_geography_id == 'lad-2017' and geography_id not in ['country', 'region']")
    codes = districts[[*_DISTRICT_DAYS]].assign(member_code=districts["lad-2017"])
    own = codes.melt("member_code", var_name="geography_id", value_name="area_code").assign(weight="1")
    return pd.concat([below, own])[["geography_id", "area_code", "member_code", "weight"]]
