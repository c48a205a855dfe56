"""Universities and colleges: where they are, and what the browser loads of them."""

import json
from pathlib import Path

import pytest

from geo.institutions import KINDS, file_name, institutions, write_static


@pytest.mark.parametrize(
    ("name", "kind", "district", "lon", "lat"),
    [
        # the addresses and coordinates on the institutions' own pages, to about 2 km
        ("University of Nottingham", "he", "Nottingham", -1.19, 52.94),
        ("Staffordshire University", "he", "Stoke-on-Trent", -2.18, 53.01),
        ("The Open University", "he", "Milton Keynes", -0.71, 52.02),
        ("University of Cumbria", "he", "Cumberland", -2.94, 54.90),  # in Carlisle until 2023
    ],
)
def test_an_institution_is_in_its_district(name: str, kind: str, district: str, lon: float, lat: float) -> None:
    found = institutions().set_index("name").loc[name]
    assert found[["kind", "district"]].to_list() == [kind, district]
    assert (found["lon"], found["lat"]) == pytest.approx((lon, lat), abs=0.02)


def test_every_institution_is_in_a_file_once(tmp_path: Path) -> None:
    # the register of 24 May 2025: 128 of higher education, 218 of further education, 44 university technical colleges
    write_static(tmp_path)
    files = {kind: json.loads((tmp_path / f"{file_name(kind)}.geojson").read_text()) for kind in KINDS}
    assert {kind: len(file["features"]) for kind, file in files.items()} == {
        "he": 128,
        "fe": 218,
        "utc": 44,
    }
    assert {feature["properties"]["i"] for feature in files["fe"]["features"]} == {"fe"}
    assert institutions()["urn"].is_unique
