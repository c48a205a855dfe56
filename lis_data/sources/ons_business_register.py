"""Jobs and enterprises by industry, from Nomis: Business Register and Employment Survey, UK Business Counts.

Jobs are employees and working owners, rounded by the publisher; sections and totals are our sums of the
rounded divisions. Enterprises are counted where their head office is, rounded to five.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.model import TOTAL, Status
from lis_data.sources.forms.nomis import with_areas
from lis_data.sources.forms.tidy import tidy

JOBS = "sectors/ons_bres_employment_sic2_nuts2_2016geog_2015_2021.csv"
JOBS_BY_CLASS = "sectors/ons_bres_employment_sic4_nuts2_2013geog_2015_2018.parquet"
JOBS_BY_SUBCLASS = "sectors/ons_bres_employment_sic5_nuts2_2016geog_2015_2021.parquet"
COUNTS = "sectors/ons_uk_business_counts_by_industry_size_lep2021_lad2021_2018_2022.parquet"

PROVISIONAL_JOBS = "2021"
ENGLISH_NUTS2 = r"UK[C-K]\d"

LAST_DIVISION = {
    "A": 3, "B": 9, "C": 33, "D": 35, "E": 39, "F": 43, "G": 47, "H": 53, "I": 56, "J": 63, "K": 66,
    "L": 68, "M": 75, "N": 82, "O": 84, "P": 85, "Q": 88, "R": 93, "S": 96, "T": 98, "U": 99,
}  # fmt: skip
"""Section of SIC 2007 -> its last division; sections follow one another without gaps."""

SIZES = {
    "Total": "enterprises",
    "Micro (0 to 9)": "enterprises_micro",
    "Small (10 to 49)": "enterprises_small",
    "Medium-sized (50 to 249)": "enterprises_medium",
    "Large (250+)": "enterprises_large",
}
PARTS_OF_G = {"Motor trades": "45", "Wholesale": "46", "Retail": "47"}


def jobs(folder: Path) -> pd.DataFrame:
    """`jobs` in 33 NUTS2 regions, by division, section and in total, 2015–2021 (2021 provisional)."""
    raw = pd.read_csv(folder / JOBS)
    raw = raw[raw["nuts2_code"].str.fullmatch(ENGLISH_NUTS2)]
    raw = raw.rename(columns={"nuts2_code": "area_code", "employment": "value"})
    divisions, sections = raw["sic2"].astype(str).str.zfill(2), raw["sic2"].map(_sections())
    frame = pd.concat([_summed(raw, industry) for industry in (divisions, sections, _total(raw))])
    return tidy(_with_provisional_year(frame), indicator_id="jobs", geography_id="nuts2-2016")


def jobs_by_class(folder: Path) -> pd.DataFrame:
    """`jobs_sic4` in 33 NUTS2 regions, by four-digit class and in total, 2015–2018."""
    raw = pd.read_parquet(folder / JOBS_BY_CLASS, columns=["year", "nuts2_code", "sic4", "employment"])
    raw = raw.astype({"nuts2_code": str, "sic4": str})
    raw = raw[raw["nuts2_code"].str.fullmatch(ENGLISH_NUTS2)]
    raw = raw.rename(columns={"nuts2_code": "area_code", "employment": "value"})
    frame = pd.concat([_summed(raw, industry) for industry in (raw["sic4"], _total(raw))])
    return tidy(frame, indicator_id="jobs_sic4", geography_id="nuts2-2016")


def jobs_by_subclass(folder: Path) -> pd.DataFrame:
    """`jobs_sic5` in 33 NUTS2 regions, by five-digit industry, section and in total, 2015–2021 (2021 provisional).

    Industries without a job anywhere in any year are left out: nobody grows rice here, and the survey does not count
    most farms (which are one industry, 01000) or households.
    """
    raw = pd.read_parquet(folder / JOBS_BY_SUBCLASS, columns=["year", "nuts2_2016_code", "sic5", "jobs"])
    raw = raw.astype({"nuts2_2016_code": str, "sic5": str})
    raw = raw.rename(columns={"nuts2_2016_code": "area_code", "jobs": "value"})
    raw = raw[raw.groupby("sic5")["value"].transform("sum") > 0]
    sections = raw["sic5"].str[:2].astype(int).map(_sections())
    frame = pd.concat([_summed(raw, industry) for industry in (raw["sic5"], sections, _total(raw))])
    return tidy(_with_provisional_year(frame), indicator_id="jobs_sic5", geography_id="nuts2-2016")


def enterprises(folder: Path) -> pd.DataFrame:
    """Enterprises by 18 industry groups, all (`enterprises`) and in four size bands, March 2018–2022.

    Districts and LEPs of April 2021, and England. Size bands of districts are of all industries alone: by
    industry most of their counts are rounded away, and with them most of their sum.
    """
    raw = pd.read_parquet(folder / COUNTS).astype({"geography": str, "area_code": str, "area": str})
    frame = with_areas(raw).assign(
        indicator_id=raw["sizeband"].astype(str).map(SIZES),
        period=raw["year"].astype(str) + "-03",
        industry=_group_codes(raw["industry"].astype(str)),
        value=raw["enterprises"],
    )
    in_bands = frame["indicator_id"].ne("enterprises") & frame["industry"].ne(TOTAL)
    return tidy(frame[~(in_bands & frame["geography_id"].eq("lad-2021"))])


def group_code(published: str) -> str:
    """`3 : Manufacturing (C)` -> `C`, `2 : … (B,D and E)` -> `BDE`, `5 : Motor trades (Part G)` -> `45`."""
    if published == "Total":
        return TOTAL
    name, _, letters = published.partition(" : ")[2].rpartition(" (")
    if letters == "Part G)":
        return PARTS_OF_G[name]
    found = [letter for letter in letters.removesuffix(")").replace("and", ",") if letter.isalpha()]
    return "R-U" if found == list("RSTU") else "".join(found)


def _group_codes(published: pd.Series[str]) -> pd.Series[str]:
    return published.map({text: group_code(text) for text in published.unique()})


def _sections() -> dict[int, str]:
    """Division of SIC 2007 -> the letter of its section."""
    letters = iter(LAST_DIVISION)
    letter = next(letters)
    found = {}
    for division in range(1, 100):
        if division > LAST_DIVISION[letter]:
            letter = next(letters)
        found[division] = letter
    return found


def _with_provisional_year(frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with the status of each figure: provisional in the last year."""
    late = frame["period"].eq(PROVISIONAL_JOBS)
    return frame.assign(status=late.map({True: Status.PROVISIONAL.value, False: Status.NORMAL.value}))


def _total(frame: pd.DataFrame) -> pd.Series[str]:
    return pd.Series(TOTAL, index=frame.index)


def _summed(frame: pd.DataFrame, industry: pd.Series[str]) -> pd.DataFrame:
    """Columns period, area_code, industry, value: rounded counts added up where several share an industry."""
    table = frame.assign(industry=industry, period=frame["year"].astype(str))
    return table.groupby(["period", "area_code", "industry"])["value"].sum().reset_index()


READERS = {
    "ons-bres-nuts2": jobs,
    "ons-bres-sic4-nuts2": jobs_by_class,
    "ons-bres-sic5-nuts2": jobs_by_subclass,
    "ons-business-counts-2022": enterprises,
}
