"""Expected figures: ONS subregional productivity of 2025, and its two releases before for comparison."""

import pandas as pd
import pytest

from tests.unit.sources.conftest import dataset

GREATER_MANCHESTER = ["E08000010", *[f"E0800000{number}" for number in range(1, 10)]]


productivity = dataset("ons-productivity-2025")
implied = dataset("ons-productivity-2025-implied")


@pytest.fixture(scope="module")
def gva(observed):
    gva = observed("ons-gva-lad-2025")
    return gva[gva["indicator_id"].eq("gva") & gva["industry"].eq("_T")]


def test_every_district_of_2023(productivity):
    assert productivity[productivity["geography_id"].eq("lad-2023")]["area_code"].nunique() == 296


def per_hour(frame, code):
    found = frame[frame["indicator_id"].eq("gva_per_hour") & frame["area_code"].eq(code)]
    return found.set_index("period")["value"]


def test_manchester_in_2019(productivity):
    """£35.5 in the release of 2024; the later release may revise by a few percent."""
    assert per_hour(productivity, "E08000003")["2019"] == pytest.approx(35.5, rel=0.03)


def ratio(gva, implied, codes):
    hours = implied[implied["indicator_id"].eq("hours_implied") & implied["area_code"].isin(codes)]
    total = gva[gva["area_code"].isin(codes)]
    return total.groupby("period")["value"].sum() / hours.groupby("period")["value"].sum()


def test_implied_hours_give_greater_manchesters_published_figure(productivity, implied, gva):
    published = per_hour(productivity, "E47000001")
    assert (ratio(gva, implied, GREATER_MANCHESTER) / published - 1).abs().max() < 0.003


def test_implied_hours_give_englands_published_figure(productivity, implied, gva):
    made = ratio(gva, implied, gva["area_code"].unique())
    assert (made / per_hour(productivity, "E92000001") - 1).abs().max() < 0.003


def test_implied_figures_are_marked_as_estimates(implied):
    assert set(implied["status"]) == {"E"}


def test_filled_jobs_of_england_are_of_the_right_size(implied):
    """About 30 million workforce jobs in England in 2019 (ONS, workforce jobs by region)."""
    jobs = implied[implied["indicator_id"].eq("filled_jobs_implied") & implied["period"].eq("2019")]
    assert jobs["value"].sum() / 1e6 == pytest.approx(30, abs=1)


@pytest.mark.parametrize(
    ("file", "median_within"),
    [
        ("productivity/els_gva_per_hour_lad2021_2004_2021.csv", 0.05),
        ("productivity/ons_gva_per_hour_and_job_lad2023_2002_2022.csv", 0.05),
    ],
)
def test_earlier_releases_are_near(shared_data, productivity, file, median_within):
    raw = pd.read_csv(shared_data / file).rename(
        columns={"areacd": "area_code", "observation": "value", "indicator": "measure_name", "year": "period"}
    )
    raw = raw[raw.get("measure_name", raw["measure"]).str.startswith("G")]
    raw = raw[raw["measure"].isin(["Pounds", "GVA per hour worked (£)"])].astype({"period": str})
    ours = productivity[productivity["indicator_id"].eq("gva_per_hour")]
    both = raw.merge(ours, on=["area_code", "period"])
    assert len(both) > 4000
    assert (both["value_x"] / both["value_y"] - 1).abs().median() < median_within


def test_nuts2_ratios_are_near_the_workbook_of_2023(shared_data, implied, gva):
    """Table A4 of June 2023 (unsmoothed): North Yorkshire and Lancashire in 2019, two releases before."""
    workbook = shared_data / "productivity/ons_itl_productivity_2002_2021.xlsx"
    sheet = pd.read_excel(workbook, sheet_name="A4", header=None)
    published = sheet.set_index(1)[sheet.columns[sheet.iloc[3].eq(2019)][0]]
    north_yorkshire = ["E06000014", "E06000065"]
    lancashire = ["E06000008", "E06000009", *[f"E0700{number:04d}" for number in range(117, 129)]]
    for itl, codes in {"TLE2": north_yorkshire, "TLD4": lancashire}.items():
        assert ratio(gva, implied, codes)["2019"] == pytest.approx(float(published[itl]), rel=0.05)
