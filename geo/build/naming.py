"""The rows of aliases.csv: what else people call an area, from the list of LEPs and a list by hand."""

import re
from pathlib import Path

import pandas as pd

from geo.search import normalised

# what the list of LEPs remarks on rather than names
_NOT_A_NAME = re.compile(r"misspelt|includes former|its 2018 SEP|its strategy|^the-lep$|^871candwep$")
_OTHER_AREA = re.compile(r"\((?:also used|successor)")
_ALSO_ANOTHER_AREA = {
    "Lincolnshire",
    "North Yorkshire",
    "York and North Yorkshire",
    "CPCA",
    "WECA",
    "Cambridgeshire & Peterborough",
}
_CODE_IN_2021 = {
    "E37000014": "E37000060",
    "E37000047": "E37000059",
    "E37000049": "E37000061",
    "E37000050": "E37000062",
}
"""LEPs of April 2020 whose code changed in April 2021."""


def aliases(lis: Path, areas: pd.DataFrame) -> pd.DataFrame:
    """One row per alias and area: alias, geography_id, area_code, ambiguous. What `normalised` makes equal to
    the area's name is left out, and one spelling stands for those that it makes equal to each other.
    """
    rows = pd.concat([_from_list(lis), _by_hand(areas, lis), _itl_codes(areas)])
    rows = rows.merge(areas[["geography_id", "area_code", "name"]], on=["geography_id", "area_code"])
    rows["plain"] = rows["alias"].map(normalised)
    rows = rows[rows["plain"] != rows["name"].map(normalised)]
    rows = rows.drop_duplicates(["geography_id", "area_code", "plain"])
    meanings = rows.groupby(["geography_id", "plain"])["area_code"].transform("nunique")
    rows["ambiguous"] = (rows["ambiguous"] | (meanings > 1)).map({True: "true", False: "false"})
    key = ["geography_id", "area_code", "alias"]
    return rows.sort_values(key)[["alias", "geography_id", "area_code", "ambiguous"]]


def _from_list(lis: Path) -> pd.DataFrame:
    """Aliases of the LEPs in all three vintages, and of the strategy areas that are one LEP."""
    leps = pd.read_csv(lis / "leps.csv", dtype=str)
    texts = (leps["common_name"] + "; " + leps["aliases"]).str.split(r"\s*;\s*", regex=True)
    rows = pd.DataFrame({"lep-2017": leps["lep_code"], "text": texts}).explode("text")
    rows = rows[~rows["text"].str.contains(_NOT_A_NAME)]
    rows["ambiguous"] = rows["text"].str.contains(_OTHER_AREA)
    rows["alias"] = rows["text"].str.replace(r"\s*\(.*\)$| LEP$", "", regex=True)
    rows["alias"] = rows["alias"].str.replace(r" LEP$", "", regex=True)
    rows["ambiguous"] |= rows["alias"].isin(_ALSO_ANOTHER_AREA)
    return _in_lep_vintages(rows, leps)


def _in_lep_vintages(rows: pd.DataFrame, leps: pd.DataFrame) -> pd.DataFrame:
    codes = leps[["lep_code", "lep_code_2020"]].set_axis(["lep-2017", "lep-2020"], axis=1)
    codes["lep-2021"] = codes["lep-2020"].replace(_CODE_IN_2021)
    codes["lis-area"] = codes["lep-2017"]
    long = codes.assign(key=codes["lep-2017"]).melt("key", var_name="geography_id", value_name="area_code")
    return rows.rename(columns={"lep-2017": "key"}).merge(long, on="key")[
        ["alias", "geography_id", "area_code", "ambiguous"]
    ]


def _by_hand(areas: pd.DataFrame, lis: Path) -> pd.DataFrame:
    """The list in aliases.csv; a level means every vintage that has the code, LEPs all three."""
    rows = pd.read_csv(Path(__file__).with_name("aliases.csv"), dtype=str)
    rows["ambiguous"] = rows["ambiguous"] == "true"
    leps = rows[rows["level"] == "lep"].rename(columns={"area_code": "lep-2017"})
    level = areas["geography_id"].str.replace(r"-\d{4}$", "", regex=True)
    others = rows[rows["level"] != "lep"].merge(areas.assign(level=level), on=["level", "area_code"])
    listed = pd.read_csv(lis / "leps.csv", dtype=str)
    return pd.concat([_in_lep_vintages(leps, listed), others[["alias", "geography_id", "area_code", "ambiguous"]]])


def _itl_codes(areas: pd.DataFrame) -> pd.DataFrame:
    """The codes of 2021 for the same English regions: TLC1 is UKC1."""
    rows = areas.query("geography_id == 'nuts2-2016'")
    return rows.assign(alias="TL" + rows["area_code"].str[2:], ambiguous=False)[
        ["alias", "geography_id", "area_code", "ambiguous"]
    ]
