"""The committed shapes: whole, valid, without gaps, and of the size that ONS publishes."""

import csv
import json
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from geo.areas import GEOGRAPHIES, UnknownGeographyError, areas
from geo.boundaries import cities, geojson, read, topojson, write_static
from geo.membership import membership
from geo.tables import DATA
from geo.topology import borders

OVERLAPPING = {"lep-2017", "lep-2020", "lep-2021", "lis-area", "pan-region"}
BRITISH_GRID = 27700


@pytest.fixture(scope="module")
def static_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("static")
    write_static(folder)
    return folder


@pytest.mark.parametrize("geography_id", GEOGRAPHIES)
def test_every_area_but_the_united_kingdom_has_a_shape(geography_id: str) -> None:
    drawn = read(geography_id)["area_code"].to_list()
    assert drawn == sorted(set(areas(geography_id)["area_code"]) - {"K02000001"})


@pytest.mark.parametrize("geography_id", GEOGRAPHIES)
def test_shapes_are_valid_in_degrees(geography_id: str) -> None:
    shapes = read(geography_id)
    assert shapes.crs == "EPSG:4326"
    assert shapes.is_valid.all()


@pytest.mark.parametrize("geography_id", sorted(set(GEOGRAPHIES) - OVERLAPPING))
def test_neighbours_meet_without_gap_or_overlap(geography_id: str) -> None:
    # wider gaps, from about three metres, are water: the Walney Channel, a creek of the Humber
    assert shapely.coverage_is_valid(read(geography_id).geometry.to_numpy(), gap_width=0.00003)


@pytest.mark.parametrize("geography_id", ["country", "region", "nuts2-2016", "lep-2017", "utla-2023"])
def test_areas_together_leave_no_hole_in_england(geography_id: str) -> None:
    england = shapely.union_all(read(geography_id).geometry.to_numpy())
    assert sum(len(part.interiors) for part in shapely.get_parts(england)) == 0


def test_leps_are_of_full_districts_but_for_two_that_divide_four_without_gap_or_overlap() -> None:
    leps, districts = (read(name).set_index("area_code").to_crs(BRITISH_GRID) for name in ("lep-2017", "lad-2017"))
    members = membership().query("geography_id == 'lep-2017' and member_geography_id == 'lad-2017'")
    full_members = members.query("coverage == 'whole'")
    from_districts = districts.loc[full_members["member_code"]].area.groupby(full_members["area_code"].to_numpy()).sum()
    two, divided = ["E37000010", "E37000029"], members.query("coverage == 'part'")["member_code"].unique()
    others = leps.area.drop(two)
    assert others.to_numpy() == pytest.approx(from_districts.drop(two).to_numpy())
    assert leps.area[two].sum() == pytest.approx(from_districts[two].sum() + districts.area[divided].sum())
    assert leps.geometry[two[0]].intersection(leps.geometry[two[1]]).area == pytest.approx(0, abs=1)


def test_layers_share_their_borders_exactly() -> None:
    regions = shapely.union_all(read("nuts2-2016").geometry.to_numpy())
    assert shapely.union_all(read("lad-2023").geometry.to_numpy()).equals(regions)


@pytest.mark.parametrize(
    ("geography_id", "area_code", "square_km"),
    [
        # ONS standard area measurements (to mean high water, without inland water), April 2021
        ("country", "E92000001", 130310.5),
        ("region", "E12000001", 8580.8),
        ("region", "E12000002", 14108.0),
        ("region", "E12000007", 1572.0),
        ("region", "E12000009", 23836.0),
        ("lad-2021", "E06000057", 5019.8),  # Northumberland, with Holy Island
        ("lad-2021", "E06000052", 3545.4),  # Cornwall
        ("lad-2021", "E06000046", 379.6),  # Isle of Wight
        ("lad-2021", "E06000053", 16.3),  # Isles of Scilly
        ("lad-2021", "E08000025", 267.8),  # Birmingham
        ("lad-2021", "E07000243", 25.97),  # Stevenage
        ("lad-2021", "E09000001", 2.89),  # City of London
    ],
)
def test_areas_are_of_the_published_size(geography_id: str, area_code: str, square_km: float) -> None:
    shape = read(geography_id).set_index("area_code").loc[[area_code]].to_crs(BRITISH_GRID)
    assert shape.area.iloc[0] / 1e6 == pytest.approx(square_km, rel=0.035)


def test_districts_sum_to_england() -> None:
    # the boundaries of small areas that all shapes are made of cover 130,455 square kilometres
    assert read("lad-2017").to_crs(BRITISH_GRID).area.sum() / 1e6 == pytest.approx(130_455, rel=1e-4)


def test_holy_island_and_the_scillies_are_drawn() -> None:
    holy_island, st_marys = shapely.Point(-1.79, 55.68), shapely.Point(-6.295, 49.92)
    districts = read("lad-2021").set_index("area_code").geometry
    assert districts["E06000057"].contains(holy_island)
    assert districts["E06000053"].contains(st_marys)


@pytest.mark.parametrize(
    ("name", "lon", "lat", "codes"),
    [
        ("Exeter", -3.53, 50.72, ["E37000016"]),
        ("Aylesbury", -0.81, 51.82, ["E37000002", "E37000041"]),
        ("Truro", -5.05, 50.26, ["E37000005"]),
        ("Croydon", -0.10, 51.37, ["E37000004", "E37000023"]),
        ("Lymington", -1.55, 50.76, ["E37000010"]),  # New Forest, the west of it Enterprise M3
        ("Hythe", -1.40, 50.87, ["E37000029"]),  # New Forest, its waterside Solent
        ("Andover", -1.48, 51.21, ["E37000010"]),  # Test Valley, the north
        ("Romsey", -1.50, 50.99, ["E37000029"]),  # Test Valley, the south
    ],
)
def test_places_are_in_their_leps(name: str, lon: float, lat: float, codes: list[str]) -> None:
    leps = read("lep-2017")
    assert leps.loc[leps.contains(shapely.Point(lon, lat)), "area_code"].to_list() == codes, name


def test_measured_overlap_with_the_unsimplified_shapes() -> None:
    with (DATA / "build_report.csv").open() as file:
        rows = list(csv.DictReader(file))
    large = [row for row in rows if not row["geography_id"].startswith(("lad-", "utla-"))]
    assert len(large) == 9 + 33 + 8 + 13 + 36 + 3 + 1 + 3 * 38
    assert min(float(row["iou"]) for row in large) >= 0.995
    assert min(float(row["iou"]) for row in rows) >= 0.985


def test_geojson_has_code_and_name_in_five_decimals() -> None:
    text = geojson("lep-2020")
    features = json.loads(text)["features"]
    assert len(features) == 38
    assert features[5]["properties"] == {"area_code": "E37000009", "name": "Dorset"}
    lon, lat = features[5]["geometry"]["coordinates"][0][0][0]
    assert (lon, lat) == (round(lon, 5), round(lat, 5))


def test_geojson_winds_outer_rings_anticlockwise() -> None:
    shapes = gpd.read_file(geojson("region"))
    outer = [shapely.get_exterior_ring(part) for part in shapely.get_parts(shapes.geometry.to_numpy())]
    assert all(shapely.is_ccw(ring) for ring in outer)


def test_unknown_geography() -> None:
    with pytest.raises(UnknownGeographyError):
        geojson("lep-1999")


@pytest.mark.parametrize("geography_id", GEOGRAPHIES)
def test_features_are_numbered_in_the_order_of_their_codes(geography_id: str, static_files: Path) -> None:
    features = json.loads((static_files / f"{geography_id}.geojson").read_text())["features"]
    codes = read(geography_id)["area_code"].to_list()
    assert [feature["properties"]["area_code"] for feature in features] == codes
    assert [feature["properties"]["i"] for feature in features] == list(range(len(codes)))


def test_a_border_between_two_areas_is_drawn_once_and_the_coast_not_at_all() -> None:
    # inner borders are in two outlines, the coast and the borders with Wales and Scotland in one
    outlines = shapely.length(read("nuts2-2016").boundary.to_numpy()).sum()
    coast = shapely.length(read("country").boundary.to_numpy()).sum()
    lines = borders(json.loads((DATA / "topology.json").read_text()), "nuts2-2016", without="country")
    assert lines.length == pytest.approx((outlines - coast) / 2, rel=1e-6)


@pytest.mark.parametrize("geography_id", ["lep-2017", "lep-2020", "lep-2021"])
def test_lep_topology_is_small(geography_id: str) -> None:
    assert len(topojson(geography_id).encode()) < 300_000


@pytest.mark.parametrize(
    ("name", "lon", "lat"),
    # the main railway stations: Charing Cross, Piccadilly, Central, Temple Meads
    [
        ("London", -0.124, 51.508),
        ("Manchester", -2.231, 53.477),
        ("Newcastle", -1.617, 54.968),
        ("Bristol", -2.58, 51.449),
    ],
)
def test_cities_are_near_their_main_station(name: str, lon: float, lat: float) -> None:
    city = cities().set_index("name").loc[name]
    assert (city["lon"], city["lat"]) == pytest.approx((lon, lat), abs=0.03)
