"""How the common files are read: small files made here, then what the real ones must and must not contain."""

import pytest

from lis_data.sources import beis_indicators, hesa
from lis_data.sources.forms.beis import ACADEMIC_YEAR, FOLDER, Series, areas_by_year, observations

DATASETS = [*beis_indicators.READERS, *hesa.READERS, "cordis-h2020-2020", "ofcom-speeds-2019"]


def write(folder, name, *lines, place="nuts"):
    path = folder / FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([f"year,{place}_id,{place}_year_spec,x", *lines]), encoding="utf-8")


def codes(folder, name):
    return areas_by_year(folder, name)["area_code"].tolist()


def test_former_london_and_other_nations_are_dropped(tmp_path):
    write(tmp_path, "a.csv", "2012,UKI1,2010,1", "2012,UKM2,2010,1", "2012,UKC1,2010,1", "2013,UKI3,2013,1")
    assert codes(tmp_path, "a.csv") == ["UKC1", "UKI3"]


def test_leps_that_changed_in_2017_are_dropped(tmp_path):
    write(
        tmp_path,
        "a.csv",
        "2016,E37000026,2014,1",
        "2016,E37000001,2014,1",
        "2017,E37000042,2017,1",
        place="lep",
    )
    assert codes(tmp_path, "a.csv") == ["E37000001", "E37000042"]


@pytest.mark.parametrize(("vintage", "geography"), [(-2014, "lep-2017"), (2017, "lep-2017"), (2020, "lep-2020")])
def test_lep_vintage(tmp_path, vintage, geography):
    write(tmp_path, "a.csv", f"2016,E37000001,{vintage},1", place="lep")
    assert areas_by_year(tmp_path, "a.csv")["geography_id"].tolist() == [geography]


def test_repeated_rows_count_once(tmp_path):
    write(tmp_path, "a.csv", "2018,UKC1,2016,1", "2018,UKC1,2016,1")
    assert codes(tmp_path, "a.csv") == ["UKC1"]


def test_years_unit_and_period(tmp_path):
    write(tmp_path, "a.csv", "2017,UKC1,2016,5000000", "2018,UKC1,2016,7000000")
    made = observations(tmp_path, Series("i", ("a.csv",), 2018, 2018, period=ACADEMIC_YEAR, factor=1e-6))
    assert made[["period", "value"]].to_numpy().tolist() == [["2018-08/P1Y", 7.0]]


@pytest.mark.parametrize("dataset_id", DATASETS)
def test_complete_geographies(observed, dataset_id):
    areas = observed(dataset_id).groupby("geography_id")["area_code"].agg(lambda codes: set(codes))
    assert len(areas["nuts2-2016"]) in (28, 33)
    assert all(len(areas[level]) <= 38 for level in areas.index if level.startswith("lep"))


def total(observed, dataset_id, indicator_id, period):
    frame = observed(dataset_id)
    chosen = (frame["indicator_id"] == indicator_id) & (frame["period"] == period)
    return frame.loc[chosen & (frame["geography_id"] == "nuts2-2016"), "value"].sum()


def test_learner_days_are_days(observed):
    # HESA counted 3,282,792 for England in 2021/22: millions, not thousands of millions
    days = total(observed, "hesa-he-bci-2020", "university_cpd_learner_days", "2018-08/P1Y")
    assert days == pytest.approx(3_715_000, rel=0.001)


def test_part_years_of_grants_are_left_out(observed):
    assert observed("innovate-uk-projects-2020")["period"].max() == "2019-04/P1Y"
    assert set(observed("cordis-h2020-2020")["period"]) == {"2015", "2016", "2017", "2018", "2019"}


def test_horizon_2020_in_pounds(observed):
    # England 2018: EUR 925.9 m x 0.88471
    assert total(observed, "cordis-h2020-2020", "horizon_2020_gbp_m", "2018") == pytest.approx(819.1, abs=0.2)


def test_rail_times_are_not_the_airport_times(observed):
    times = observed("dft-connectivity-2013")
    rail = times[times["indicator_id"] == "travel_time_rail_station"]
    assert set(rail["geography_id"]) == {"nuts2-2016"}
    assert rail["value"].max() == pytest.approx(41.08)


def test_share_of_the_active_is_not_the_share_of_all(observed):
    assert "nvq4_plus_active_pct" in set(observed("ons-aps-stem-2020")["indicator_id"])
    assert "nvq4_plus_pct" not in set(observed("ons-aps-stem-2020")["indicator_id"])


def test_migration_years_start_in_july(observed):
    assert observed("ons-migration-2020")["period"].min() == "2009-07/P1Y"
