"""Sums, ratios and means over districts, on a land of four districts whose figures can be added in the head.

Two LEPs share district b; c was merged with d into cd, of which only c is in the second LEP:

    LEP one: a, b        LEP two: b, c        land: a, b, c, d        region north = LEP one's ground: a, b
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

import lis_data

HERE = Path(lis_data.__file__).parent / "store"
AREAS = [
    ("lep-2017", "one"), ("lep-2017", "two"), ("country", "land"), ("region", "north"), ("nuts2-2016", "n1"),
    ("nuts2-2016", "n2"), ("lep-2020", "uno"), *[("lad-2017", code) for code in "abcd"],
    *[("lad-2023", code) for code in ("a", "b", "cd")],
]  # fmt: skip
MEMBERS = {
    ("lep-2017", "one"): "ab", ("lep-2017", "two"): "bc", ("country", "land"): "abcd", ("region", "north"): "ab",
    ("nuts2-2016", "n1"): "ab", ("nuts2-2016", "n2"): "cd", ("lep-2020", "uno"): "ab",
}  # fmt: skip


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        con.execute((HERE / "schema.sql").read_text())
        levels = [[geography, geography.partition("-")[0]] for geography in {geography for geography, _ in AREAS}]
        con.executemany("insert into geography values (?, ?, '', '', '', '', '')", levels)
        derived = [[geography] for geography, level in levels if level != "lad"]
        con.executemany("insert into derived_geography values (?)", derived)
        con.executemany("insert into area values (?, ?, '', null, false, '')", AREAS)
        for (geography, code), members in MEMBERS.items():
            for member in members:
                join(con, geography, code, "lad-2017", member)
        yield con


def join(con: duckdb.DuckDBPyConnection, geography: str, code: str, member_geography: str, member: str,
         weight: float | None = 1) -> None:  # fmt: skip
    con.execute(
        "insert into membership values (?, ?, ?, ?, ?, ?, '')",
        [geography, code, member_geography, member, "whole" if weight == 1 else "part", weight],
    )


def average(con: duckdb.DuckDBPyConnection, indicator: str, *, by: str) -> None:
    con.execute("insert into mean_rule values (?, 'lad-2017', 0, ?)", [indicator, by])
    con.execute("insert into weight values (?)", [by])


def put(
    con: duckdb.DuckDBPyConnection, indicator: str, geography: str, status: str = "A", **values: float | None
) -> None:
    for code, value in values.items():
        stored_status = "C" if value is None else status
        row = [indicator, geography, code, value, stored_status]
        con.execute("insert into observation values (?, ?, ?, '2018', '_T', ?, null, null, ?, 'd', 'published')", row)


def add_up(con: duckdb.DuckDBPyConnection, indicator: str, source: str = "lad-2017") -> None:
    con.execute("insert into sum_rule values (?, ?, 0)", [indicator, source])


def run(con: duckdb.DuckDBPyConnection) -> None:
    con.execute((HERE / "aggregate.sql").read_text())


def figure(con: duckdb.DuckDBPyConnection, indicator: str, code: str) -> tuple[float | None, str, str] | None:
    sql = "select value, status::varchar, derivation from observation where indicator_id = ? and area_code = ?"
    return con.execute(sql, [indicator, code]).fetchone()


def test_a_lep_is_the_sum_of_its_districts_and_england_is_not_the_sum_of_leps(
    con: duckdb.DuckDBPyConnection,
) -> None:
    put(con, "x", "lad-2017", a=1, b=10, c=100, d=1000)
    add_up(con, "x")
    run(con)
    assert figure(con, "x", "one") == (11, "A", "sum")
    assert figure(con, "x", "two") == (110, "A", "sum")
    assert figure(con, "x", "land") == (1111, "A", "sum")


def test_a_suppressed_district_suppresses_the_sum(con: duckdb.DuckDBPyConnection) -> None:
    put(con, "x", "lad-2017", a=1, b=None, c=100, d=1000)
    add_up(con, "x")
    run(con)
    assert figure(con, "x", "one") == (None, "C", "sum")


def test_a_district_without_a_row_leaves_the_sum_missing(con: duckdb.DuckDBPyConnection) -> None:
    put(con, "x", "lad-2017", a=1)
    add_up(con, "x")
    run(con)
    assert figure(con, "x", "one") == (None, "M", "sum")


def test_an_estimated_part_makes_the_sum_an_estimate(con: duckdb.DuckDBPyConnection) -> None:
    put(con, "x", "lad-2017", a=1)
    put(con, "x", "lad-2017", status="E", b=2)
    add_up(con, "x")
    run(con)
    assert figure(con, "x", "one") == (3, "E", "sum")


def test_a_district_that_cannot_be_split_leaves_the_lep_missing(con: duckdb.DuckDBPyConnection) -> None:
    join(con, "lep-2017", "two", "lad-2023", "b")
    join(con, "lep-2017", "two", "lad-2023", "cd", weight=None)
    put(con, "x", "lad-2023", a=1, b=10, cd=1100)
    add_up(con, "x", source="lad-2023")
    run(con)
    assert figure(con, "x", "two") == (None, "M", "sum")


def test_a_divided_district_counts_by_its_share_and_makes_the_sum_an_estimate(con: duckdb.DuckDBPyConnection) -> None:
    join(con, "lep-2017", "two", "lad-2017", "d", weight=0.25)
    put(con, "x", "lad-2017", a=1, b=10, c=100, d=1000)
    put(con, "y", "lad-2017", a=1, b=10, c=40, d=400)
    add_up(con, "x")
    add_up(con, "y")
    con.execute("insert into ratio_rule values ('r', 'x', '', 'y', '', 100)")
    run(con)
    assert figure(con, "x", "two") == (360, "E", "sum")  # 10 + 100 + 1000/4
    assert figure(con, "r", "two") == (240, "E", "ratio")  # 100 · 360 / (10 + 40 + 400/4)
    assert figure(con, "x", "land") == (1111, "A", "sum")


def test_a_divided_district_without_a_figure_leaves_the_sum_without(con: duckdb.DuckDBPyConnection) -> None:
    join(con, "lep-2017", "two", "lad-2017", "d", weight=0.25)
    put(con, "x", "lad-2017", a=1, b=10, c=100, d=None)
    add_up(con, "x")
    run(con)
    assert figure(con, "x", "two") == (None, "C", "sum")


def test_a_figure_holds_for_an_area_that_divides_the_same_district_alike(con: duckdb.DuckDBPyConnection) -> None:
    for geography, code, weight in (("lep-2017", "two", 0.25), ("region", "alike", 0.25), ("region", "other", 0.75)):
        con.execute("insert or ignore into area values (?, ?, '', null, false, '')", [geography, code])
        join(con, geography, code, "lad-2017", "d", weight=weight)
    for code in ("alike", "other"):
        for member in "bc":
            join(con, "region", code, "lad-2017", member)
    put(con, "x", "lep-2017", two=7)
    run(con)
    assert figure(con, "x", "alike") == (7, "A", "same-area")
    assert figure(con, "x", "other") is None


def test_a_published_figure_is_left_alone(con: duckdb.DuckDBPyConnection) -> None:
    put(con, "x", "lad-2017", a=1, b=10, c=100, d=1000)
    put(con, "x", "country", land=1112)
    add_up(con, "x")
    run(con)
    assert figure(con, "x", "land") == (1112, "A", "published")


def test_a_figure_holds_for_another_area_of_the_same_districts(con: duckdb.DuckDBPyConnection) -> None:
    put(con, "x", "region", north=7)
    run(con)
    assert figure(con, "x", "one") == (7, "A", "same-area")
    assert figure(con, "x", "two") is None


def test_a_lep_of_the_same_districts_goes_before_a_region_whose_file_rounds_differently(
    con: duckdb.DuckDBPyConnection,
) -> None:
    put(con, "x", "lep-2017", one=7.1)
    put(con, "x", "nuts2-2016", n1=7.0, n2=3.0)
    add_up(con, "x", source="nuts2-2016")
    run(con)
    assert figure(con, "x", "uno") == (7.1, "A", "same-area")
    assert figure(con, "x", "north") == (7.1, "A", "same-area")
    assert figure(con, "x", "n1") == (7.0, "A", "published")
    assert figure(con, "x", "land") == (10.0, "A", "sum")


def test_what_a_reader_made_is_not_published_for_the_same_districts_either(con: duckdb.DuckDBPyConnection) -> None:
    put(con, "x", "lep-2017", one=7.1)
    con.execute("update observation set derivation = 'converted'")
    run(con)
    assert figure(con, "x", "uno") == (7.1, "A", "converted")


def test_a_relative_figure_stays_on_its_own_level(con: duckdb.DuckDBPyConnection) -> None:
    about = "'', '', '', '', 0, '', '', false, true, 'none', '', '', '', '', '', [], [], ''"
    con.execute(f"insert into indicator values ('x', {about})")
    put(con, "x", "lep-2017", one=0.0333)
    put(con, "x", "nuts2-2016", n1=0.0681)
    run(con)
    assert figure(con, "x", "uno") == (0.0333, "A", "same-area")
    assert figure(con, "x", "north") is None


def test_a_land_is_the_sum_of_its_nuts_regions_but_a_lep_across_them_is_not(
    con: duckdb.DuckDBPyConnection,
) -> None:
    put(con, "x", "nuts2-2016", n1=11, n2=1100)
    add_up(con, "x", source="nuts2-2016")
    run(con)
    assert figure(con, "x", "land") == (1111, "A", "sum")
    assert figure(con, "x", "one") == (11, "A", "same-area")  # one region is no sum
    assert figure(con, "x", "two") is None


def test_a_ratio_is_of_sums_and_as_weak_as_its_weaker_part(con: duckdb.DuckDBPyConnection) -> None:
    put(con, "x", "lad-2017", a=1, b=10, c=100, d=1000)
    put(con, "y", "lad-2017", status="P", a=2, b=20, c=100, d=1000)
    add_up(con, "x")
    add_up(con, "y")
    con.execute("insert into ratio_rule values ('r', 'x', '', 'y', '', 100)")
    run(con)
    assert figure(con, "r", "one") == (50, "P", "ratio")  # 100 · (1 + 10) / (2 + 20)
    assert figure(con, "r", "c") == (100, "P", "ratio")


def test_residents_of_a_year_also_divide_what_is_counted_within_it_or_in_a_year_that_starts_in_it(
    con: duckdb.DuckDBPyConnection,
) -> None:
    put(con, "x", "lad-2017", a=3)
    put(con, "z", "lad-2017", a=3)
    con.execute("update observation set period = if(indicator_id = 'x', '2018-08/P1Y', '2019-03')")
    put(con, "y", "lad-2017", a=60)  # of 2018
    con.execute("insert into ratio_rule values ('r', 'x', '', 'y', '', 100), ('s', 'z', '', 'y', '', 100)")
    run(con)
    assert figure(con, "r", "a") == (5, "A", "ratio")  # 100 · 3 / 60
    assert figure(con, "s", "a") is None  # March 2019 is not in 2018


def test_a_ratio_to_nothing_is_missing(con: duckdb.DuckDBPyConnection) -> None:
    put(con, "x", "lad-2017", a=1)
    put(con, "y", "lad-2017", a=0)
    con.execute("insert into ratio_rule values ('r', 'x', '', 'y', '', 100)")
    run(con)
    assert figure(con, "r", "a") == (None, "M", "ratio")


def test_a_weighted_mean_is_an_estimate(con: duckdb.DuckDBPyConnection) -> None:
    put(con, "x", "lad-2017", a=50, b=80)
    put(con, "people", "lad-2017", a=100, b=200)
    average(con, "x", by="people")
    run(con)
    assert figure(con, "x", "one") == (70, "E", "weighted-mean")  # (50·100 + 80·200) / 300
    assert figure(con, "x", "two") == (None, "M", "weighted-mean")


def test_a_divided_district_weighs_its_share_in_a_mean(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("delete from membership where area_code = 'two'")
    join(con, "lep-2017", "two", "lad-2017", "b")
    join(con, "lep-2017", "two", "lad-2017", "c", weight=0.5)
    put(con, "x", "lad-2017", b=80, c=20)
    put(con, "people", "lad-2017", b=200, c=200)
    average(con, "x", by="people")
    run(con)
    assert figure(con, "x", "two") == (60, "E", "weighted-mean")  # (80·200 + 20·100) / 300
