"""The command line, run as its users run it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "lis_data", *arguments], capture_output=True, text=True, check=False)


def rows(*arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run(*arguments).stdout)))


def test_export_has_the_promised_columns() -> None:
    found = rows("export", "business_rd_pct_gdp", "--geography", "nuts2-2016", "--period", "2018")
    promised = "indicator,geography,area_code,area_name,period,industry,value,lower,upper,status,derivation"
    assert ",".join(found[0]) == promised
    assert len(found) == 33


def test_sectors_have_the_promised_columns() -> None:
    found = rows("sectors", "E37000003", "--period", "2016")
    assert ",".join(found[0]) == "industry,title,value,share,benchmark_share,location_quotient"


def test_boundaries_are_geojson_with_code_and_name() -> None:
    features = json.loads(run("boundaries", "lep-2020").stdout)["features"]
    assert len(features) == 38
    assert set(features[0]["properties"]) == {"area_code", "name"}


def test_indicators_lists_the_fixed_names() -> None:
    ids = {row["indicator_id"] for row in rows("indicators")}
    assert {"business_rd_pct_gdp", "gva", "jobs", "enterprises", "housing_affordability"} <= ids


def test_describe_tells_the_publisher_the_licence_and_the_address() -> None:
    output = run("describe", "business_rd_pct_gdp").stdout
    assert "publisher: " in output
    assert "licence: " in output
    assert "https://" in output


def test_describe_tells_how_the_figures_were_made() -> None:
    # Eurostat publishes million euro for NUTS 2 regions, and nobody pounds
    output = run("describe", "business_rd_gbp_m").stdout
    assert "nuts2-2016,calculated here by conversion," in output
    assert ",published," not in output


WRONG = [
    (["export", "gav", "--geography", "lep-2017"], "gva"),
    (["export", "gva", "--geography", "lep2017"], "lep-2017"),
    (["export", "gva", "--geography", "lep-2017", "--period", "18"], "2018"),
    (["sectors", "E370000003", "--period", "2016"], "E37000003"),
    (["boundaries", "nuts2"], "nuts2-2016"),
    (["describe", "gva_per_our"], "gva_per_hour"),
]


@pytest.mark.parametrize(("arguments", "nearest"), WRONG)
def test_a_wrong_name_is_answered_with_the_nearest_and_status_2(arguments: list[str], nearest: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert nearest in done.stderr
    assert "Traceback" not in done.stderr
