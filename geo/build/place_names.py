"""The rows of place_names.csv: towns, villages, parishes and neighbourhoods, each with its district."""

from pathlib import Path

import pandas as pd

from geo.search import normalised

FILE = "2026-12/gazetteer_places.csv"
_KINDS = ["settlement", "parish", "neighbourhood"]
"""Which one stands for places of one name in one district, the first that there is; a row has its first letter."""
_COLUMNS = ["name", "kind", "area_code", "population"]


def place_names(
    source: Path, *, districts: pd.DataFrame, members: pd.DataFrame, areas: pd.DataFrame, aliases: pd.DataFrame
) -> pd.DataFrame:
    """One row per name and district: name, kind (s, p or n), area_code, population (residents; empty where not known).

    `area_code` is the district of 2017, or of 2023 for a parish whose district was merged since: parishes come with a
    code of 2025 and no point. A name that an area around the place has itself, or as an alias, is left out: the area
    is found by it.
    """
    rows = pd.read_csv(source / FILE, dtype=str, keep_default_na=False)
    rows["area_code"] = rows["lad17_code"].where(rows["lad17_code"] != "", rows["lad_code"].map(_oldest(districts)))
    rows["label"] = rows["name"].map(normalised)
    rows["population"] = pd.to_numeric(rows["population"]).astype("Int64")
    rows["kind"] = pd.Categorical(rows["kind"], _KINDS, ordered=True)
    official = pd.concat([areas, aliases.rename(columns={"alias": "name"})])[["geography_id", "area_code", "name"]]
    rows = _without(rows, _taken(districts, members, official))
    rows = rows.sort_values(["kind", "population"], ascending=[True, False], kind="stable")
    rows = _without_repeats(rows.drop_duplicates(["label", "area_code"]), districts)
    found = rows.assign(kind=rows["kind"].astype(str).str[0])[_COLUMNS]
    return found.sort_values(["name", "area_code"], ignore_index=True)


def _oldest(districts: pd.DataFrame) -> dict[str, str]:
    """District codes of 2025 -> the code of 2017 for the same boundary, or else that of 2023."""
    alone = ~districts["lad-2025"].duplicated(keep=False)
    return dict(zip(districts["lad-2025"], districts["lad-2017"].where(alone, districts["lad-2023"]), strict=True))


def _without(rows: pd.DataFrame, taken: pd.DataFrame) -> pd.DataFrame:
    marked = rows.merge(taken, on=["label", "area_code"], how="left", indicator=True)
    return marked[marked["_merge"] == "left_only"]


def _without_repeats(rows: pd.DataFrame, districts: pd.DataFrame) -> pd.DataFrame:
    """Without the parishes of a merged district in which a settlement, known to its part, has the same name."""
    now = dict(zip(districts["lad-2017"], districts["lad-2023"], strict=True))
    later = rows["area_code"].map(now).fillna(rows["area_code"])
    repeated = rows.assign(now=later).duplicated(["label", "now"])
    return rows[~(repeated & ~rows["area_code"].isin(list(now)))]


def _taken(districts: pd.DataFrame, members: pd.DataFrame, official: pd.DataFrame) -> pd.DataFrame:
    """Names of areas with the districts (of 2017 and 2023) that lie in them or are they: label, area_code."""
    vintages = [column for column in districts.columns if column.startswith("lad-")]
    own = [districts[[vintage, "lad-2017"]].set_axis(["area_code", "member_code"], axis=1) for vintage in vintages]
    around = members.query("member_geography_id == 'lad-2017' and coverage == 'whole'")
    inside = pd.concat([around, *(rows.assign(geography_id=key) for key, rows in zip(vintages, own, strict=True))])
    rows = official.merge(inside[["geography_id", "area_code", "member_code"]], on=["geography_id", "area_code"])
    later = rows["member_code"].map(districts.set_index("lad-2017")["lad-2023"])
    labels = pd.DataFrame({"label": rows["name"].map(normalised), "member": rows["member_code"], "later": later})
    pairs = labels.melt("label", value_name="area_code")[["label", "area_code"]]
    return pairs.drop_duplicates()
