"""Which areas have no figure, and why: against what is known of the areas and of the publishers' tables."""

from __future__ import annotations

import pytest

from lis_data import catalogue, queries
from lis_data.errors import UnknownNameError


def reasons(indicator_id: str, geography_id: str) -> dict[str, tuple[str, str]]:
    """By area: reason and parts."""
    found = queries.gaps(indicator_id)
    here = found[found["geography_id"] == geography_id]
    return {name: (reason, parts) for name, reason, parts in here[["name", "reason", "parts"]].to_numpy()}


def test_a_lep_that_a_merged_district_crosses_has_an_estimate() -> None:
    # in April 2023 Craven, Harrogate and Selby (Leeds City Region) became part of North Yorkshire, and Aylesbury Vale
    # (South East Midlands) of Buckinghamshire in 2020: the districts of 2023 count by their share of small areas
    assert reasons("gva", "lep-2017") == {}
    figures = queries.figures("gva", "lep-2017", period="2018").set_index("area_name")["status"]
    assert figures[["Leeds City Region", "South East Midlands"]].to_list() == ["E", "E"]


def test_a_lep_that_is_no_union_of_regions_has_none() -> None:
    # business R&D is published for NUTS 2 regions; nine of the 38 LEPs are made of whole ones
    found = reasons("business_rd_pct_gdp", "lep-2017")
    assert len(found) == 38 - 9
    assert {reason for reason, _ in found.values()} == {"not whole"}


def test_where_all_have_a_figure_there_is_no_gap() -> None:
    assert reasons("gva", "nuts2-2016") == {}


def test_every_gap_has_a_reason_of_the_list() -> None:
    rows = queries.gaps("residents_employed")
    allowed = {"suppressed", "not available", "not in the table", "part suppressed", "part missing", "part inside"}
    assert set(rows["reason"]) <= allowed | {"not whole", "no twin"}
    assert not rows.duplicated(["geography_id", "area_code"]).any()


def test_an_unknown_indicator_is_reported() -> None:
    with pytest.raises(UnknownNameError, match="gva"):
        queries.gaps("gvaa")


def test_the_catalogue_holds_every_indicator_and_dataset() -> None:
    indicators, datasets = queries.catalogue(), queries.datasets()
    listed = catalogue.load()
    assert set(indicators["indicator_id"]) == set(listed.indicators)
    assert set(datasets["dataset_id"]) == set(listed.datasets)
    assert indicators.set_index("indicator_id").loc["gva", "leps"] == 38
    assert set(indicators["dataset_ids"].explode()) == set(datasets.loc[datasets["indicators"] > 0, "dataset_id"])
