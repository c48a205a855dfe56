"""The scorecard of places against figures read from the publishers' tables by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data import judgement, queries
from lis_data.errors import UnknownNameError
from lis_data.model import FOUNDATIONS

NORTH_WEST, MANCHESTER = "E12000002", "E37000015"


@pytest.fixture(scope="module")
def regions() -> pd.DataFrame:
    return queries.scorecards("region")


@pytest.fixture(scope="module")
def leps() -> pd.DataFrame:
    return queries.scorecards("lep-2017")


def row(rows: pd.DataFrame, area: str, indicator: str) -> pd.Series:
    return rows[(rows["area_code"] == area) & (rows["indicator_id"] == indicator)].iloc[0]


def test_every_foundation_has_four_to_seven_indicators_that_are_rates() -> None:
    listed = judgement.scorecard()
    assert list(listed["foundation"].unique()) == list(FOUNDATIONS)
    assert listed["foundation"].value_counts().between(4, 7).all()
    assert listed["indicator_id"].is_unique
    about = queries.catalogue().set_index("indicator_id")
    assert not about.loc[listed["indicator_id"], "additive"].any()
    assert (about.loc[listed["indicator_id"], "foundation"].to_numpy() == listed["foundation"]).all()


def test_rank_percentile_and_median_among_the_regions(regions: pd.DataFrame) -> None:
    # ONS 2025, GVA per hour worked in 2023: London 53.96, South East 45.22, East 39.69, North West 39.31, South West
    # 38.75, Yorkshire 36.82, West Midlands 36.02, North East 35.82, East Midlands 35.61; England 42.39
    figure = row(regions, NORTH_WEST, "gva_per_hour")
    assert (figure["period"], figure["value"], figure["england"]) == ("2023", 39.31, 42.39)
    assert (figure["rank"], figure["areas"], figure["tied"]) == (4, 9, False)
    assert figure["percentile"] == figure["standing"] == 62.5  # five of the other eight are below
    assert figure["median"] == 38.75
    assert figure["england_percentile"] == pytest.approx(100 * 7 / 9)
    assert figure["gap"] == pytest.approx(-3.08)
    assert not figure["better"]
    assert figure["verdict"] == ""


def test_where_lower_is_better_the_lowest_stands_at_100(regions: pd.DataFrame) -> None:
    slow = regions[regions["indicator_id"] == "below_30mbps_pct"]
    best = slow.loc[slow["value"].idxmin()]
    assert (best["rank"], best["percentile"], best["standing"]) == (1, 0, 100)
    assert best["better"]


def test_what_is_neither_better_high_nor_low_is_not_judged(regions: pd.DataFrame) -> None:
    density = regions[regions["indicator_id"] == "population_density"]
    assert density[["standing", "better"]].isna().all(axis=None)
    assert (density["verdict"] == "").all()


def test_a_survey_figure_is_tested_against_england(leps: pd.DataFrame) -> None:
    # APS, Oct 2021 to Sep 2022, employment rate: Greater Manchester 71.99% (70.80 to 73.18), England 75.82% (75.55 to
    # 76.09). Half widths 1.19 and 0.27: the difference's is 1.22, and 3.83 is more
    figure = row(leps, MANCHESTER, "employment_rate")
    assert figure["period"] == "2021-10/P1Y"
    assert figure["significant"]
    assert figure["gap"] == pytest.approx(-3.83, abs=0.005)
    assert figure["verdict"] == "weakness"
    assert row(leps, MANCHESTER, "gigabit_pct")["significant"] is pd.NA


def test_a_survey_without_an_interval_gives_no_verdict(leps: pd.DataFrame) -> None:
    # 2021, level 4 and above: shares of survey counts, whose intervals nobody publishes
    degrees = leps[leps["indicator_id"] == "nvq4_plus_pct"]
    assert degrees["significant"].isna().all()
    assert (degrees["verdict"] == "").all()
    # nor does Humber's employment rate, made of its districts' counts, where others are judged by intervals
    humber = row(leps, "E37000018", "employment_rate")
    assert humber["significant"] is pd.NA
    assert humber["verdict"] == ""


def test_a_figure_of_low_reliability_gives_no_verdict(leps: pd.DataFrame) -> None:
    # Cornwall's business R&D more than doubled from 2023 to 2024, by which it would be second of nine
    cornwall = row(leps, "E37000005", "business_rd_new_method_pct_gdp")
    assert cornwall["status"] == "U"
    assert cornwall["standing"] >= 80
    assert cornwall["better"] is pd.NA
    assert cornwall["verdict"] == ""


def test_what_could_be_chance_is_on_neither_side(leps: pd.DataFrame) -> None:
    close = leps[leps["significant"].eq(False).fillna(False)]
    assert len(close)
    assert close["better"].isna().all()


def test_the_change_is_over_five_years_of_like_periods(leps: pd.DataFrame) -> None:
    # ONS 2025: England's GVA per hour was £35.91 in 2018 and £42.39 in 2023
    figure = row(leps, MANCHESTER, "gva_per_hour")
    assert (figure["base"], figure["england_change"]) == ("2018", pytest.approx(6.48))
    # Ofcom counts in January 2026 and January 2024; its figures of whole years are not compared with them
    assert row(leps, MANCHESTER, "gigabit_pct")["base"] == "2024-01"


def test_the_period_is_one_that_england_and_nearly_all_have(leps: pd.DataFrame) -> None:
    # Cornwall had no new project of Horizon 2020 in 2019, so England has no sum: 2018 is compared
    assert set(leps.loc[leps["indicator_id"] == "horizon_2020_per_head", "period"]) == {"2018"}


def test_an_area_without_a_figure_has_no_standing(leps: pd.DataFrame) -> None:
    without = leps[leps["value"].isna()]
    assert without[["rank", "percentile", "standing", "better", "change"]].isna().all(axis=None)
    assert without["status"].isin(["M", "C"]).all()


def test_one_area_is_a_part_of_all() -> None:
    rows = queries.scorecard("lep-2017", MANCHESTER)
    assert rows["indicator_id"].tolist() == judgement.scorecard()["indicator_id"].tolist()
    with pytest.raises(UnknownNameError, match="E37000015"):
        queries.scorecard("lep-2017", "E3700015")
    with pytest.raises(UnknownNameError, match="lep-2017"):
        queries.scorecard("lep-2018", MANCHESTER)


def test_new_rates() -> None:
    # ONS mid-2020: England has 56,550,138 residents on 130,310 km²; HESA 2018/19 over the residents of mid-2018
    density = queries.benchmark("population_density").set_index("period")["value"]["2020"]
    assert density == pytest.approx(56_550_138 / 130_310, rel=1e-4)
    income, people, rate = (
        queries.area_history(indicator, "lep-2017", MANCHESTER).set_index("period")["value"]
        for indicator in ("university_research_income_gbp_m", "population", "university_research_income_per_head")
    )
    assert rate["2018-08/P1Y"] == pytest.approx(1e6 * income["2018-08/P1Y"] / people["2018"])


def test_the_districts_of_greater_manchester() -> None:
    # ONS 2025, GVA per hour worked 2023: from Oldham, £32.53, to Manchester, £44.77, in ten districts
    found = queries.district_spread("lep-2017", MANCHESTER)
    rows = found[found["indicator_id"] == "gva_per_hour"]
    assert len(rows) == 10
    assert rows.iloc[0][["district_name", "value"]].tolist() == ["Oldham", 32.53]
    assert rows.iloc[-1][["district_name", "value"]].tolist() == ["Manchester", 44.77]
    assert rows["england"].unique() == [42.39]


def test_the_districts_that_a_lep_lost() -> None:
    # the South East Midlands gave up the districts that it shared in April 2020, with a new code
    found = queries.boundaries("lep-2017", "E37000041").set_index("geography_id").loc["lep-2021"]
    assert found[["area_code", "gained", "lost"]].tolist() == ["E37000057", "", "Aylesbury Vale; Cherwell"]
    same = queries.boundaries("lep-2017", MANCHESTER)
    assert (same[["gained", "lost"]] == "").all(axis=None)
    split = queries.split_districts("lep-2017", "E37000041")
    assert split["district_name"].tolist() == ["Buckinghamshire"]
    assert split["weight"].tolist() == pytest.approx([115 / 319])  # small areas of Aylesbury Vale, of the county
