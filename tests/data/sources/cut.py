"""Cut a publisher's file down to a few areas, in the form it has: `python tests/data/sources/cut.py RAW PATH...`.

RAW is the folder of whole files, PATH a file inside it; the excerpt stands under the same path beside this script. Kept
are the lines above the table, and of each series of the areas in KEPT the first and the last rows.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pandas as pd

HERE = Path(__file__).parent
AREAS = {
    "countries": "E92000001 K02000001 K99000002 TLB UK England",
    "London and Yorkshire": "E12000007 TLI E12000003 TLE",
    "NUTS 2 and ITL 2": "UKC1 TLC1 UKD3 TLD3 E47000001 UKE1 TLE1 UKK3 TLK3 UKM2 UKM3 UKM7 UKM8 UKM9",
    "LEPs": "E37000005 E37000015 E37000034",
    "districts": "E06000001 E06000052 E08000003 Hartlepool Manchester Cornwall",
}
CODES = {code for codes in AREAS.values() for code in codes.split()}
NAMES = {"Greater Manchester", "Cornwall and Isles of Scilly", "Cornwall and the Isles of Scilly", "Tees Valley"}
EAST_MIDLANDS = r"E12000004 E0600001[5-8] E0700003[2-9] E07000129 E0700013\d E0700014[0-2] E0700015[0-6] E0700017[0-6]"
SPENDING = [f"rd/beis-indicators/eurostat/eurostat_{name}_data.nuts2.csv" for name in (
    "berd", "gov_rd_workforce", "higher_ed_rd_workforce", "private_rd_fte_workforce", "private_rd_headcount_workforce",
)]  # fmt: skip
NEW_METHOD = "rd/derived/business_rd_new_method_pct_gdp_"
ALSO = {
    "people/ons_population_mid2001_mid2020_lad2021.csv": EAST_MIDLANDS,
    "rd/denominators/ons_regional_gdp_all_itl_regions.xlsx": "TLF24 TLF25",
    "rd/2026-12/ons_gerd_berd_itl1_2017.csv": r"E12\d{6}",
    "infrastructure/ofcom_connectivity_lad_2021_2026.csv": "E07000026 E06000063",
    "lis/lep_succession.csv": "ENGLAND E37000004 E37000014 E37000019",
    f"{NEW_METHOD}itl1_2022_2024.csv": r"E12\d{6}",
    **dict.fromkeys([*SPENDING, f"{NEW_METHOD}itl2_2023.csv", f"{NEW_METHOD}itl2_2024.csv"], r"UK[A-N]\d"),
}
"""Areas that a reader or its test needs besides, as patterns: the East Midlands give Northamptonshire its land, all
regions the UK its total and their own sum, England's regions give England's, a district of only one year tells Ofcom's
snapshots apart, and these LEPs have a known successor."""
ONLY = {
    **dict.fromkeys(SPENDING, "201[0-58]"),
    "rd/2026-12/gerd_uk_pct_gdp_1981_2022.csv": r"1981|201[7-9]|202\d",
    "productivity/els_gdp_per_head_lad_itl_1998_2023.csv": "1998|2017|202[23]",
    "rd/denominators/ons_uk_gdp_per_head_population_1985_2025.csv": "202[2-4]",
    "productivity/els_gva_per_hour_and_job_lad_2002_2023.csv": "(2018|2023)-.*",
    "places/els_net_additions_housing_2001_2024.csv": "20(1[89]|2[0-4])-.*",
    "people/ons_aps_economic_activity_lep2021_lad2021_2018_2022.csv": "Jan 2019-Dec 2019|Oct 2017-Sep 2018",
    "people/ons_aps_qualifications_16_64_lep2021_lad2021_2017_2021.csv": "Jan 2018-Dec 2018",
    "sectors/ons_aps_employment_by_industry_lep2021_lad2021_2018_2022.csv": "Oct 2017-Sep 2018",
    "sectors/ons_bres_employment_sic2_nuts2_2016geog_2015_2021.csv": "2018",
    "sectors/ons_bres_employment_sic5_nuts2_2016geog_2015_2021.parquet": "2021",
}
"""Periods that are kept, as a pattern, where not the first and the last."""
SHEETS = {"rd/denominators/ons_regional_gdp_all_itl_regions.xlsx": "Table [56]"}
ENDS = 1
"""Rows kept at each end of a series."""
FEW = 60
"""A table of fewer rows of these areas keeps all of them."""
_NUMBER = re.compile(r"[-+£]?[\d,.]+%?|\d{4}[-/].*|\[?[a-z.:*]\]?|")
_ECB = ("Date", "GBP")


def wanted(cells: Iterable[str], path: str) -> bool:
    """Whether one of a row's cells names an area that is kept."""
    also = ALSO.get(path, "").split()
    return any(cell in CODES | NAMES or any(re.fullmatch(one, cell) for one in also) for cell in map(str.strip, cells))


def ends(rows: list[list[str]]) -> list[list[str]]:
    """The first and last rows of each series: of each set of cells that are no numbers and no dates."""
    series: dict[tuple[str, ...], list[int]] = {}
    for number, row in enumerate(rows):
        series.setdefault(tuple(cell for cell in row if not _NUMBER.fullmatch(cell)), []).append(number)
    chosen = {number for numbers in series.values() for number in [*numbers[:ENDS], *numbers[-ENDS:]]}
    return [row for number, row in enumerate(rows) if number in chosen]


def cut_csv(source: Path, target: Path, path: str) -> None:
    rows = list(csv.reader(io.StringIO(source.read_text(encoding="utf-8-sig"))))
    period = ONLY.get(path)
    chosen = [row for row in rows[1:] if wanted(row, path)] or (rows[1:] if period else rows[1:5])
    if period:
        chosen = [row for row in chosen if any(re.fullmatch(period, cell) for cell in row)]
    elif len(chosen) > FEW:
        chosen = ends(chosen)
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([rows[0], *chosen])


def cut_parquet(source: Path, target: Path, path: str) -> None:
    """The last two years of the areas, or those of ONLY."""
    frame = pd.read_parquet(source)
    areas = frame.astype(str).isin(CODES | NAMES).any(axis=1)
    years = frame["year"].astype(str)
    period = years.str.fullmatch(ONLY[path]) if path in ONLY else years.isin(sorted(years.unique())[-2:])
    frame[areas & period].to_parquet(target, index=False, compression="zstd")


def cut_workbook(source: Path, target: Path, path: str) -> None:
    """Every sheet with its lines above the table and the rows of kept areas."""
    workbook, cut = openpyxl.load_workbook(source, read_only=True), openpyxl.Workbook()
    cut.remove(cut.active)
    for sheet in (sheet for sheet in workbook.worksheets if re.fullmatch(SHEETS.get(path, ".*"), sheet.title)):
        copy = cut.create_sheet(sheet.title)
        for number, row in enumerate(sheet.iter_rows(values_only=True)):
            if number < 5 or wanted((str(cell) for cell in row if cell is not None), path):
                copy.append(row)
    cut.save(target)


def cut_rates(source: Path, target: Path, _path: str) -> None:
    """The European Central Bank's rates of the pound, every day of 2007 to 2019, because a year's mean needs all."""
    daily = pd.read_csv(source, usecols=list(_ECB), dtype=str, keep_default_na=False)
    daily = daily[daily["Date"].str[:4].between("2007", "2019")]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("eurofxref-hist.csv", daily.to_csv(index=False))


CUTTERS = {".csv": cut_csv, ".parquet": cut_parquet, ".xlsx": cut_workbook, ".zip": cut_rates}


def main(raw: Path, paths: list[str]) -> None:
    for path in paths:
        target = HERE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        CUTTERS[target.suffix](raw / path, target, path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
