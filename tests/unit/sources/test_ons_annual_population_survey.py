"""Expected figures: Nomis, Annual Population Survey; intervals against those that the publisher gives."""

import pytest

from lis_data import catalogue
from lis_data.sources.forms.survey import margin_of_share

KEY = ["indicator_id", "geography_id", "area_code", "period"]
BLACK_COUNTRY, YORK_AND_NORTH_YORKSHIRE, ENGLAND = "E37000001", "E37000058", "E92000001"


@pytest.fixture(scope="module")
def qualified(observed):
    return observed("ons-aps-qualifications-2021").set_index(KEY)


@pytest.fixture(scope="module")
def active(observed):
    return observed("ons-aps-activity-2022").set_index(KEY)


def test_degree_level_in_the_black_country(qualified):
    found = qualified.loc[("nvq4_plus_pct", "lep-2021", BLACK_COUNTRY, "2019")]
    assert found["value"] == pytest.approx(24.7, abs=0.05)


@pytest.mark.parametrize(("indicator_id", "percent"), [("nvq4_plus_pct", 40.0), ("no_qualifications_pct", 7.5)])
def test_england_in_2019(qualified, indicator_id, percent):
    assert round(qualified.loc[(indicator_id, "country", ENGLAND, "2019"), "value"], 1) == percent


def test_lep_without_a_code_in_the_file_is_found_by_name(qualified):
    assert ("nvq4_plus_pct", "lep-2021", YORK_AND_NORTH_YORKSHIRE, "2021") in qualified.index


def test_38_leps_in_each_of_five_years(qualified):
    assert len(qualified.loc[("nvq4_plus_pct", "lep-2021")]) == 38 * 5


def test_level_3_agrees_with_the_publishers_own_series(qualified, observed):
    published = observed("ons-els-level-3-2023").set_index(KEY)
    gap = qualified.loc["nvq3_plus"]["value"] / qualified.loc["qualification_base_16_64"]["value"] * 100
    gap = (gap.loc["lad-2021"] - published.loc[("nvq3_plus_pct", "lad-2021")]["value"]).dropna()
    assert len(gap) > 1200
    assert gap.abs().median() < 0.1


def test_base_of_a_district_with_a_suppressed_level_is_an_estimate(qualified):
    # Adur 2017: one level is blank; the survey has 37,000 to 38,000 people of 16 to 64 there
    found = qualified.loc[("qualification_base_16_64", "lad-2021", "E07000223", "2017")]
    assert found["status"] == "E"
    assert 35_000 < found["value"] < 40_000


@pytest.mark.parametrize("indicator_id", ["employment_rate", "inactivity_rate"])
def test_intervals_of_rates_of_activity_against_the_publishers(active, observed, indicator_id):
    """The ratio of widths that the catalogue states: years to September beside the calendar year that they end in."""
    published = observed("ons-els-employment-2025").set_index(KEY).loc[(indicator_id, "lad-2023")]
    ours = active.loc[(indicator_id, "lad-2021")].reset_index()
    ours["period"] = (ours["period"].str[:4].astype(int) + 1).astype(str)
    ratio = (_width(ours.set_index(["area_code", "period"])) / _width(published)).dropna()
    assert ratio.quantile([0.1, 0.5, 0.9]).round(2).tolist() == pytest.approx([0.87, 0.95, 1.03], abs=0.006)
    assert f"{len(ratio):,} figures of districts" in catalogue.load().indicator(indicator_id).method


def test_shares_by_qualification_have_no_interval_of_ours(qualified, observed):
    """Made of the counts' margins it would be too narrow: Hartlepool, level 3 and above, 2017.

    Nomis T19: the counts make 46.0% ± 2.9; the publisher's own is 46.0% (41 to 51), so 2.9 / 5 = 0.58 of its width.
    """
    published = observed("ons-els-level-3-2023").set_index(KEY)
    theirs = published.loc[("nvq3_plus_pct", "lad-2021", "E06000001", "2017")]
    assert (theirs["lower"], theirs["upper"]) == (41.0, 51.0)
    shares = qualified.loc[["nvq3_plus_pct", "nvq4_plus_pct", "no_qualifications_pct"]]
    assert shares[["lower", "upper"]].isna().all(axis=None)


def test_why_shares_by_qualification_have_none(qualified, observed):
    """The ratio of widths that the catalogue states, of all districts and years that have both."""
    top, base = qualified.loc[("nvq3_plus", "lad-2021")], qualified.loc[("qualification_base_16_64", "lad-2021")]
    margins = {"top_margin": top["upper"] - top["value"], "base_margin": base["upper"] - base["value"]}
    ours = 200 * margin_of_share(top["value"] / base["value"], base["value"], **margins)
    theirs = _width(observed("ons-els-level-3-2023").set_index(KEY).loc[("nvq3_plus_pct", "lad-2021")])
    ratio = (ours / theirs).dropna()
    assert ratio.median() == pytest.approx(0.62, abs=0.005)
    assert f"{len(ratio):,} figures of districts" in catalogue.load().indicator("nvq3_plus_pct").method


def _width(rows):
    return rows["upper"] - rows["lower"]


def test_employment_industries_add_up_to_all_in_work(observed):
    frame = observed("ons-aps-industry-2022").query("geography_id == 'country' and period == '2017-10/P1Y'")
    by_industry = frame.set_index("industry")["value"]
    # 26.1 million aged 16 to 64 are employed in England, and about 1.1 million aged 65 and over
    assert by_industry["_T"] == pytest.approx(27.2e6, rel=0.01)
    assert set(by_industry.index) == {"_T", "A", "BDE", "C", "F", "GI", "HJ", "K-N", "O-Q", "R-U"}
