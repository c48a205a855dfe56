"""Which districts of 2017 belong to which area: the rows of membership.csv and nuts2_lep_weights.csv."""

from pathlib import Path

import pandas as pd

from geo.build.districts import code_history, live_entries
from geo.build.divided import shares

WEST_MIDLANDS = "LIS-WM"
CAMBRIDGESHIRE_PETERBOROUGH = "LIS-CP"
CAMBRIDGESHIRE_MCA = "E47000008"
GREATER_CAMBRIDGE_LEP = "E37000042"

AUTHORITIES_2025 = Path("2026-12", "combined_authorities_2025.csv")

LEP_VINTAGES = {
    "lep-2017": ("2017", "lad-2017"),
    "lep-2020": ("2020-04", "lad-2020"),
    "lep-2021": ("2021-04", "lad-2021"),
}
UTLA_VINTAGES = {"utla-2021": ("lad-2021", "2021-04-01"), "utla-2023": ("lad-2023", "2023-04-01")}
PARTNERSHIPS = {
    "Northern Powerhouse": "PAN-NP",
    "Midlands Engine": "PAN-ME",
    "Oxford-Cambridge Arc": "PAN-OCA",
}

_COLUMNS = ["geography_id", "area_code", "member_geography_id", "member_code", "coverage", "weight", "note"]


def membership(source: Path, lis: Path, districts: pd.DataFrame) -> pd.DataFrame:
    """One row per member: districts of 2017, and LEPs of 2017 where an area is made of LEPs."""
    leps = pd.concat([_lep(source, districts, geography_id) for geography_id in LEP_VINTAGES])
    combined = _combined_authorities(source, districts)
    successors = _combined_authorities_2025(source, districts)
    strategies = _strategy_leps(lis)
    partnerships = _partnership_leps(source)
    made_of_leps = pd.concat([strategies, partnerships])
    by_lep = _with_lep_weights(made_of_leps, leps, combined, districts)
    rows = pd.concat(
        [
            _country_region_nuts2(source),
            leps,
            combined,
            successors,
            by_lep,
            _through_leps(made_of_leps, leps, combined),
            *_upper_tier(source, districts),
        ]
    )
    return rows[_COLUMNS].sort_values(_COLUMNS[:4], ignore_index=True)


def _full_members(pairs: pd.DataFrame, geography_id: str, *, member: str = "lad-2017") -> pd.DataFrame:
    """Pairs (area_code, member_code) as membership rows that lie wholly inside."""
    return pairs.assign(geography_id=geography_id, member_geography_id=member, coverage="whole", weight="1", note="")


def _country_region_nuts2(source: Path) -> pd.DataFrame:
    rows = pd.read_csv(source / "lad18_nuts2016_lookup.csv", dtype=str)
    rows = rows[rows["lad18_code"].str.startswith("E")].rename(columns={"lad18_code": "member_code"})
    regions = region_codes(source)
    return pd.concat(
        [
            _full_members(rows[["member_code"]].assign(area_code="E92000001"), "country"),
            _full_members(rows[["member_code"]].assign(area_code=rows["nuts1_code"].map(regions)), "region"),
            _full_members(rows[["member_code"]].assign(area_code=rows["nuts2_code"]), "nuts2-2016"),
        ]
    )


def region_codes(source: Path) -> pd.Series:
    """NUTS 1 code -> the ONS code of the same region."""
    rows = pd.read_csv(source / "lep_region_best_fit.csv", dtype=str).drop_duplicates("nuts1_code")
    return rows.set_index("nuts1_code")["region_code"]


def _lep(source: Path, districts: pd.DataFrame, geography_id: str) -> pd.DataFrame:
    vintage, lad = LEP_VINTAGES[geography_id]
    every = pd.read_csv(source / "lep_membership.csv", dtype=str)
    raw = every[every["vintage"] == vintage]
    pairs = raw.merge(districts, left_on="lad_code", right_on=lad)
    rows = _full_members(pairs[["lep_code", "lad-2017"]].set_axis(["area_code", "member_code"], axis=1), geography_id)
    if geography_id != "lep-2017":
        return rows
    parts = shares(source, districts)
    parts = _full_members(parts, geography_id).assign(coverage="part", weight=parts["weight"], note=parts["note"])
    return pd.concat([rows[~rows["member_code"].isin(parts["member_code"])], parts])


def _combined_authorities(source: Path, districts: pd.DataFrame) -> pd.DataFrame:
    raw = pd.read_csv(source / "mca_membership_2018_19.csv", dtype=str)
    pairs = raw[["mca_code", "lad_code"]].set_axis(["area_code", "member_code"], axis=1)
    unknown = set(pairs["member_code"]) - set(districts["lad-2017"])
    if unknown:
        raise ValueError(f"combined authorities have districts that 2017 did not: {sorted(unknown)}")
    return _full_members(pairs, "mca-2018")


def combined_authorities_2025(source: Path) -> pd.DataFrame:
    """One row per authority of 2025 and district of 2023: mca_code, mca_name, lad_code. Source: mySociety, UK local
    authority names and codes (CC BY 4.0), which lacks Lancashire, and Devon and Torbay.
    """
    return pd.read_csv(source / AUTHORITIES_2025, dtype=str)


def _combined_authorities_2025(source: Path, districts: pd.DataFrame) -> pd.DataFrame:
    raw = combined_authorities_2025(source)
    pairs = raw.merge(districts, left_on="lad_code", right_on="lad-2023", how="left")
    if pairs["lad-2017"].isna().any():
        raise ValueError(f"{AUTHORITIES_2025.name} has districts that 2023 did not")
    return _full_members(pairs[["mca_code", "lad-2017"]].set_axis(["area_code", "member_code"], axis=1), "mca-2025")


def _strategy_leps(lis: Path) -> pd.DataFrame:
    """LIS areas made of LEPs. Three LEPs wrote the West Midlands strategy together; one covers an MCA
    instead.
    """
    leps = pd.read_csv(lis / "leps.csv", dtype=str)
    own = leps["lep_code"].mask(leps["wave_area"] == "West Midlands", WEST_MIDLANDS)
    own = own.mask(leps["lep_code"] == GREATER_CAMBRIDGE_LEP, CAMBRIDGESHIRE_PETERBOROUGH)
    return pd.DataFrame({"geography_id": "lis-area", "area_code": own, "lep_code": leps["lep_code"]})


def _partnership_leps(source: Path) -> pd.DataFrame:
    rows = pd.read_csv(source / "pan_regional_groupings.csv", dtype=str)
    rows = rows[rows["status"].str.startswith("member")]
    return pd.DataFrame(
        {
            "geography_id": "pan-region",
            "area_code": rows["grouping"].map(PARTNERSHIPS),
            "lep_code": rows["lep_code_2017"],
        }
    )


def _through_leps(made_of: pd.DataFrame, leps: pd.DataFrame, combined: pd.DataFrame) -> pd.DataFrame:
    """Districts of the areas that are made of LEPs.

    Greater Cambridge and Greater Peterborough took part with the six districts of its combined authority alone. A
    district that is fully in one LEP of an area is fully in the area.
    """
    lep_districts = leps.query("geography_id == 'lep-2017' and area_code != @GREATER_CAMBRIDGE_LEP")
    mca = combined.query("area_code == @CAMBRIDGESHIRE_MCA").assign(area_code=GREATER_CAMBRIDGE_LEP)
    members = pd.concat([lep_districts, mca]).drop(columns="geography_id").rename(columns={"area_code": "lep_code"})
    rows = made_of.merge(members, on="lep_code").drop(columns="lep_code")
    return rows.sort_values("coverage", ascending=False).drop_duplicates(["geography_id", "area_code", "member_code"])


def _with_lep_weights(
    made_of: pd.DataFrame, leps: pd.DataFrame, combined: pd.DataFrame, districts: pd.DataFrame
) -> pd.DataFrame:
    """The LEPs that an area is made of, as members; the Greater Cambridge one with the share that took
    part.
    """
    pairs = made_of.rename(columns={"lep_code": "member_code"})
    rows = _full_members(pairs, "", member="lep-2017").assign(geography_id=pairs["geography_id"])
    counts = districts.set_index("lad-2017")["lsoas"]
    inside = combined.query("area_code == @CAMBRIDGESHIRE_MCA")["member_code"].map(counts).sum()
    members = leps.query("geography_id == 'lep-2017' and area_code == @GREATER_CAMBRIDGE_LEP")
    share = inside / members["member_code"].map(counts).sum()
    here = rows["member_code"] == GREATER_CAMBRIDGE_LEP
    rows.loc[here, ["coverage", "weight", "note"]] = [
        "part",
        f"{share:.6f}",
        "Only the six districts of the Cambridgeshire and Peterborough authority took part.",
    ]
    return rows


def _upper_tier(source: Path, districts: pd.DataFrame) -> list[pd.DataFrame]:
    """Counties, and the districts that are their own upper tier: the parent in the ONS code history."""
    history = code_history(source)
    found = []
    for geography_id, (lad, day) in UTLA_VINTAGES.items():
        parents = {code: entry["parent"] for code, entry in live_entries(history, day).items()}
        county = districts[lad].map(parents)
        codes = districts[lad].mask(county.str.startswith("E10"), county)
        pairs = pd.DataFrame({"area_code": codes, "member_code": districts["lad-2017"]})
        found.append(_full_members(pairs, geography_id))
    return found


def nuts2_lep_weights(members: pd.DataFrame, districts: pd.DataFrame) -> pd.DataFrame:
    """One row per NUTS 2 region and LEP of 2017 that share districts: LSOAs in common, as a share of each."""
    counts = districts.set_index("lad-2017")["lsoas"]
    rows = members.query("member_geography_id == 'lad-2017'")
    lsoas = (rows["member_code"].map(counts) * rows["weight"].astype(float)).round().astype(int)
    in_districts = rows.assign(lsoas=lsoas)
    nuts2 = in_districts.query("geography_id == 'nuts2-2016'")[["area_code", "member_code", "lsoas"]]
    leps = in_districts.query("geography_id == 'lep-2017'")[["area_code", "member_code", "lsoas"]]
    both = nuts2.drop(columns="lsoas").merge(leps, on="member_code", suffixes=("_nuts2", "_lep"))
    both = both.rename(columns={"area_code_nuts2": "nuts2_code", "area_code_lep": "lep_code"})
    rows = both.groupby(["nuts2_code", "lep_code"])["lsoas"].sum().reset_index()
    in_nuts2 = nuts2.groupby("area_code")["lsoas"].sum()
    in_lep = leps.groupby("area_code")["lsoas"].sum()
    rows["nuts2_in_lep"] = (rows["lsoas"] / rows["nuts2_code"].map(in_nuts2)).round(6)
    rows["lep_in_nuts2"] = (rows["lsoas"] / rows["lep_code"].map(in_lep)).round(6)
    exact = (rows["nuts2_in_lep"] == 1).groupby(rows["lep_code"]).transform("all")
    return rows.assign(exact_union=exact.map({True: "true", False: "false"}))
