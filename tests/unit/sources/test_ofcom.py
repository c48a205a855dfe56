"""Expected figures: Ofcom's Connected Nations, as the Office for National Statistics republishes them."""

import numpy as np
import pytest

from lis_data.sources.ofcom import snapshot
from tests.unit.sources.conftest import dataset

frame = dataset("ofcom-connected-nations-2026")


@pytest.mark.parametrize(
    ("published", "period"),
    [("2021", "2021"), ("2023-05", "2023-05"), ("Sep-23", "2023-09"), ("2025-07-01", "2025-07")],
)
def test_snapshot(published, period):
    assert snapshot(published) == period


def test_each_snapshot_is_on_its_own_districts(frame):
    districts = frame[frame["indicator_id"].eq("gigabit_pct") & frame["geography_id"].str.startswith("lad")]
    counts = districts.groupby(["period", "geography_id"]).size()
    assert counts.to_dict() == {
        ("2021", "lad-2021"): 309,
        ("2023-05", "lad-2021"): 309,
        ("2023-09", "lad-2021"): 309,
        ("2024-01", "lad-2021"): 309,  # this release lists the districts of both vintages
        ("2024-01", "lad-2023"): 296,
        ("2025-07", "lad-2023"): 296,
        ("2026-01", "lad-2023"): 296,
    }


def test_sheffield_has_one_figure_though_the_release_gives_two_codes(frame):
    sheffield = frame[frame["area_code"].eq("E08000019") & frame["period"].eq("2025-07")]
    assert sheffield.groupby("geography_id")["value"].agg(list).to_dict() == {
        "lad-2023": [93.3],
        "utla-2023": [93.3],
    }


def test_mobile_coverage_is_of_land_and_not_of_premises(frame, observed):
    area = observed("ons-land-area-2020").query("geography_id == 'lad-2021'").set_index("area_code")["value"]
    mobile = frame.query("indicator_id == 'mobile_5g_pct'").set_index(["geography_id", "area_code"])["value"]
    districts = mobile.loc["lad-2023"]
    same = districts.index.intersection(area.index)  # 290 of 296 kept their code
    mean = np.average(districts[same], weights=area[same])
    # England as published: 87.63% of land. By population the mean would be above 96%.
    assert mean == pytest.approx(mobile["country", "E92000001"], abs=3)
