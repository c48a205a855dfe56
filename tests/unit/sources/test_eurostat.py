"""Expected figures: those of Eurostat, the ECB and ONS at the time, and sums by hand in the comments."""

import pandas as pd
import pytest

from lis_data.model import UNITED_KINGDOM
from lis_data.sources import eurostat
from lis_data.sources.forms.euro import gbp_per_eur
from tests.unit.sources.conftest import EXCERPTS, dataset

spending = dataset("eurostat-rd-spending-2021")
staff = dataset("eurostat-rd-staff-2021")
gdp = dataset("ons-gdp-itl-2023")


def rows(frame, indicator_id, period, area_code=None):
    chosen = frame[(frame["indicator_id"] == indicator_id) & (frame["period"] == period)]
    return chosen if area_code is None else chosen[chosen["area_code"] == area_code]


def one(frame, *key):
    return rows(frame, *key).squeeze()


@pytest.fixture(scope="module")
def intensity(spending, gdp):
    """Business R&D as a percentage of GDP by area_code and period."""
    parts = pd.concat([spending, gdp]).pivot_table(
        index=["area_code", "period"], columns="indicator_id", values="value"
    )
    return 100 * parts["business_rd_gbp_m"] / parts["gdp_gbp_m"]


def test_incomplete_last_years_are_left_out(observed):
    assert observed("eurostat-patents-2012")["period"].max() == "2011"
    assert observed("eurostat-trade-marks-2016")["period"].max() == "2015"


def test_rate_of_2018_is_the_annual_average_of_the_ecb():
    assert gbp_per_eur(EXCERPTS)[2018] == pytest.approx(0.88471, abs=5e-6)


def test_uk_business_rd_of_2018_is_28_3_billion_euro(spending):
    assert one(spending, "business_rd_gbp_m", "2018", UNITED_KINGDOM)["value"] == pytest.approx(25050, abs=5)


@pytest.mark.parametrize(("year", "billion"), [("2011", 17.4), ("2012", 17.1), ("2014", 19.9), ("2017", 23.7)])
def test_uk_counts_scotland_once(spending, year, billion):
    # totals of the ONS bulletins; with Scotland twice 2017 would be 1.1 billion more
    value = one(spending, "business_rd_gbp_m", year, UNITED_KINGDOM)["value"]
    assert value / 1000 == pytest.approx(billion, abs=0.06)


def test_english_regions_alone(spending):
    assert set(spending["area_code"].str[:3]) == {f"UK{letter}" for letter in "CDEFGHIJK"} | {"K02"}


@pytest.mark.parametrize("year", range(2011, 2019))
def test_33_regions_a_year(spending, year):
    assert len(rows(spending, "business_rd_gbp_m", str(year))) == 33 + 1


def test_zero_of_east_yorkshire_in_2013_is_suppressed(spending):
    row = one(spending, "business_rd_gbp_m", "2013", "UKE1")
    assert row["status"] == "C" and pd.isna(row["value"])


def test_uk_is_missing_where_a_region_is_suppressed(spending):
    # ONS published the UK of 2013 (£18.4 billion), so nobody suppressed it; this table cannot give it
    assert one(spending, "business_rd_gbp_m", "2013", UNITED_KINGDOM)["status"] == "M"


@pytest.mark.parametrize(("area", "percent"), [("UKG1", 3.89), ("UKH1", 3.81), ("UKK3", 0.21)])
def test_intensity_of_2018(intensity, area, percent):
    assert intensity[area, "2018"] == pytest.approx(percent, abs=0.005)


def test_intensity_agrees_with_the_independent_calculation(intensity, shared_data):
    published = pd.read_csv(shared_data / "rd/derived/business_rd_pct_gdp_nuts2_2011_2018.csv")
    key = [published["nuts_id"], published["year"].astype(str)]
    expected = pd.Series(published["berd_pct_gdp"].to_numpy(), index=key).dropna()
    ours = intensity.dropna()
    both = ours.index.intersection(expected.index)
    assert len(both) == 33 * 8 - 1
    assert (ours[both] - expected[both]).abs().max() < 0.0001


def test_england_intensity_of_2018(spending, gdp):
    english = rows(spending, "business_rd_gbp_m", "2018").query("geography_id == 'nuts2-2016'")["value"]
    england = one(gdp, "gdp_gbp_m", "2018", "E92000001")["value"]
    assert 100 * english.sum() / england == pytest.approx(1.23, abs=0.005)


def test_english_staff_of_2018(staff):
    english = rows(staff, "business_rd_fte", "2018").query("geography_id == 'nuts2-2016'")
    assert english["value"].sum() == 220_997


def test_staff_zeros_are_suppressed(staff):
    hidden = staff[(staff["status"] == "C") & (staff["area_code"] == "UKE1")]
    assert sorted(zip(hidden["indicator_id"], hidden["period"], strict=True)) == [
        ("business_rd_fte", "2011"),
        ("business_rd_fte", "2012"),
        ("business_rd_headcount", "2011"),
    ]


def test_higher_education_only_in_complete_years(spending):
    education = spending[spending["indicator_id"] == "higher_education_rd_gbp_m"]
    assert education.groupby("period").size().to_dict() == dict.fromkeys(["2011", "2012", "2014", "2018"], 33)


def test_government_in_26_regions_in_2017(spending):
    assert len(rows(spending, "government_rd_gbp_m", "2017")) == 26


def test_government_zero_after_a_larger_year_is_suppressed(spending):
    # Northumberland and Tyne and Wear: EUR 2.2 m in 2010, nothing in 2011, EUR 0.2 m in 2012
    assert one(spending, "government_rd_gbp_m", "2011", "UKC2")["status"] == "C"


def test_government_zero_between_small_years_is_a_rounded_figure(spending):
    # East Yorkshire: nothing in 2014, 2015; EUR 0.1 m in 2016
    assert one(spending, "government_rd_gbp_m", "2014", "UKE1")["value"] == 0


def test_all_sectors_is_the_sum_of_the_three(spending):
    parts = [
        one(spending, f"{sector}_rd_gbp_m", "2014", "UKH1")["value"]
        for sector in ("business", "government", "higher_education")
    ]
    assert one(spending, "rd_all_sectors_gbp_m", "2014", "UKH1")["value"] == pytest.approx(sum(parts))


def test_all_sectors_lacks_the_regions_that_lack_a_sector(spending):
    regions = rows(spending, "rd_all_sectors_gbp_m", "2018")
    missing = regions.loc[regions["status"] == "M", "area_code"]
    assert sorted(missing) == ["UKC1", "UKC2", "UKD1", "UKD3", "UKD4", "UKD6", "UKD7"]


@pytest.mark.parametrize(("year", "complete"), [("2011", 32), ("2012", 33), ("2014", 33), ("2018", 26)])
def test_regions_with_all_sectors(spending, year, complete):
    assert rows(spending, "rd_all_sectors_gbp_m", year)["value"].notna().sum() == complete


def one_region(*values):
    """One region with these values in the years from 2011."""
    years = range(2011, 2011 + len(values))
    return pd.DataFrame({"geography_id": "nuts2-2016", "area_code": "UKC1", "year": years, "value": values})


@pytest.mark.parametrize(
    ("values", "hidden"),
    [
        ((0.1, 0.0, 0.5), [False, False, False]),
        ((0.1, 0.0, 0.6), [False, True, False]),
        ((0.6, 0.0, 0.1), [False, True, False]),
        ((0.0, 0.1, 0.1), [True, False, False]),  # nothing is known of the year before
    ],
)
def test_odd_zeros(values, hidden):
    assert (eurostat.hide_odd_zeros(one_region(*values))["status"] == "C").tolist() == hidden
