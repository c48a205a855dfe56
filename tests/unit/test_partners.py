"""Pairs and groups of LEPs: against shares worked out from the publisher's table, and known facts of geography."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data import evidence, queries
from lis_data.errors import UnknownNameError

CHESHIRE, TEES, HUMBER, YORK = "E37000003", "E37000034", "E37000018", "E37000039"
BLACK_COUNTRY, COVENTRY, BIRMINGHAM = "E37000001", "E37000006", "E37000012"
CHESHIRE_DISTRICTS = ("E06000007", "E06000049", "E06000050")
TEES_DISTRICTS = ("E06000001", "E06000002", "E06000003", "E06000004", "E06000005")
CHEMICALS = "19-23"


@pytest.fixture(scope="module")
def pairs() -> pd.DataFrame:
    return queries.partners(period="2018").set_index(["area_code", "other_code"])


def share(districts: tuple[str, ...]) -> float:
    """Of petroleum, chemicals and other minerals in the GVA of districts in 2018, from the publisher's table."""
    table = pd.read_parquet(evidence.FOLDER / "ons-gva-lad-2025.parquet")
    here = table[(table["period"] == "2018") & (table["indicator_id"] == "gva") & table["area_code"].isin(districts)]
    by_industry = here.groupby("industry")["value"].sum()
    return float(by_industry[CHEMICALS] / by_industry["_T"])


def test_both_are_strong_in_chemicals() -> None:
    # £3,892m of £32,032m in Cheshire and Warrington (12.2%), £677m of £13,542m in Tees Valley (5.0%): as both are held
    # against the same share of England's, their quotients are as 12.15 to 5.00
    found = queries.shared_specialisms(period="2018").set_index(["area_code", "other_code", "industry"])
    row = found.loc[(CHESHIRE, TEES, CHEMICALS)]
    assert row["quotient"] / row["other_quotient"] == pytest.approx(share(CHESHIRE_DISTRICTS) / share(TEES_DISTRICTS))
    assert row["value"] == pytest.approx(3892)


def test_the_weaker_side_decides(pairs: pd.DataFrame) -> None:
    strict = queries.shared_specialisms(period="2018", least_quotient=2.0)
    assert strict[["quotient", "other_quotient"]].min().min() >= 2.0
    assert pairs.loc[(CHESHIRE, TEES), "best_quotient"] == pytest.approx(2.37, abs=0.005)


def test_the_least_size_holds_for_both() -> None:
    found = queries.shared_specialisms(period="2018", least_value=1000.0)
    assert found[["value", "other_value"]].min().min() >= 1000.0


def test_east_riding_is_in_two_leps(pairs: pd.DataFrame) -> None:
    row = pairs.loc[(HUMBER, YORK)]
    assert (row["districts"], row["district_names"]) == (1, "East Riding of Yorkshire")
    assert row["border"]


def test_cheshire_does_not_touch_tees_valley(pairs: pd.DataFrame) -> None:
    row = pairs.loc[(CHESHIRE, TEES)]
    assert not row["border"]
    assert row["partnership"] == "Northern Powerhouse (NP11)"
    assert row["kinds"] == 3  # chemicals in both, priorities of both, the same partnership


def test_three_leps_of_the_west_midlands_have_one_strategy(pairs: pd.DataFrame) -> None:
    trio = [(BLACK_COUNTRY, COVENTRY), (BLACK_COUNTRY, BIRMINGHAM), (COVENTRY, BIRMINGHAM)]
    assert [pairs.loc[pair, "strategy"] for pair in trio] == ["West Midlands"] * 3
    assert [pairs.loc[pair, "priorities"] for pair in trio] == [0, 0, 0]  # one document, not three
    assert pairs["strategy"].notna().sum() == 3


def test_pairs_are_ordered_by_kinds_of_reason_first(pairs: pd.DataFrame) -> None:
    assert pairs["kinds"].is_monotonic_decreasing
    alike = pairs[pairs["kinds"] == 3]
    assert alike["specialisms"].is_monotonic_decreasing
    assert pairs["kinds"].between(1, 5).all()


def test_a_pair_stands_once() -> None:
    found = queries.partners(period="2018")
    assert (found["area_code"] < found["other_code"]).all()
    assert not found.duplicated(["area_code", "other_code"]).any()


def test_ports_lie_on_the_humber_and_on_the_solent() -> None:
    found = queries.groups(period="2018").set_index(["dimension", "tag"]).loc[("sector", "ports")]
    assert found["names"] == ["Greater Lincolnshire", "Humber", "Solent"]
    assert found["sizes"] == [2, 1]  # the first two face each other, the Solent is far away
    assert found["together"] == 2


def test_only_ideas_and_infrastructure_are_flagged_with_neighbours_to_ask() -> None:
    found = queries.spillovers()
    assert set(found["foundation"]) == {"ideas", "infrastructure"}
    tees = found[found["area_code"] == TEES]["neighbours"]
    assert tees.map(lambda names: names == ["North East", "York, North Yorkshire and East Riding"]).all()
    assert queries.spillover_rule()["sources"].item() == "What Works Centre, workshop reflections (2019)"


def test_a_year_without_figures_is_an_error() -> None:
    with pytest.raises(UnknownNameError, match="1900"):
        queries.partners(period="1900")
