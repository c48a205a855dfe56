"""industries.csv names every industry code of the evidence, and says which of them add up to the total."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

import lis_data
from lis_data import evidence
from lis_data.catalogue import load
from tests.unit.sources.conftest import Reader

TABLE = Path(lis_data.__file__).with_name("industries.csv")
INDUSTRIES = pd.read_csv(TABLE, dtype=str, keep_default_na=False)
DATASETS = {
    "gva-49": "ons-gva-itl-2025",
    "gva-96": "ons-gva-itl-2024",
    "sic2007": "ons-bres-nuts2",
    "sic2007-class": "ons-bres-sic4-nuts2",
    "sic2007-subclass": "ons-bres-sic5-nuts2",
    "business-counts-18": "ons-business-counts-2022",
    "census-2011": "census-2011-workplace",
}
"""Schemes whose leaves add up to the total, and a dataset that is complete in it."""
SCHEMES = {key: item.scheme for key, item in load().indicators.items() if item.scheme}


def test_a_code_has_one_title() -> None:
    assert INDUSTRIES.groupby("industry")["title"].nunique().eq(1).all()


def test_every_parent_is_in_the_same_scheme() -> None:
    known = set(zip(INDUSTRIES["scheme"], INDUSTRIES["industry"], strict=True))
    children = INDUSTRIES[INDUSTRIES["parent"].ne("")]
    assert set(zip(children["scheme"], children["parent"], strict=True)) <= known
    assert set(INDUSTRIES.loc[INDUSTRIES["parent"].eq(""), "industry"]) == {"_T"}


@pytest.mark.parametrize("scheme", DATASETS)
def test_leaves_add_up_to_the_total(observed: Reader, scheme: Any) -> None:
    """n parts and their total, each rounded to a unit, may be off by half a unit times n + 1."""
    frame = observed(DATASETS[scheme])
    key = ["indicator_id", "geography_id", "area_code", "period"]
    table = frame.pivot_table(index=key, columns="industry", values="value").dropna()
    assert len(table) >= 28  # a total without industries beside it has nothing to add up
    leaves = INDUSTRIES[INDUSTRIES["scheme"].eq(scheme) & INDUSTRIES["leaf"].eq("true")]["industry"]
    unit = 5 if scheme == "business-counts-18" else 1
    assert (table[list(leaves)].sum(axis=1) - table["_T"]).abs().max() <= unit / 2 * (len(leaves) + 1)


def test_every_code_of_the_evidence_stands_in_its_indicators_scheme() -> None:
    titled = set(zip(INDUSTRIES["scheme"], INDUSTRIES["industry"], strict=True))
    files = str(evidence.FOLDER / "*.parquet")
    pairs = duckdb.execute("select distinct indicator_id, industry from read_parquet(?)", [files]).fetchall()
    assert {(SCHEMES[indicator_id], industry) for indicator_id, industry in pairs if indicator_id in SCHEMES} <= titled
