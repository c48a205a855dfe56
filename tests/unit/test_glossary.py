"""The handbook is complete: each measure has its formula, each word its meaning, each change of evidence its line."""

from __future__ import annotations

import inspect

import pandas as pd
import pyarrow.parquet as pq
import pytest

from geo.classification import SCHEMES
from lis_data import catalogue, evidence, handbook, measures

WORDS = [
    *["LEP", "MCA", "NUTS 2", "ITL", "Vintage", "DEVO", "SEP", "Local Industrial Strategy", "Wave", "Trailblazer"],
    *["Foundation", "Grand Challenge", "GVA", "GDP", "BERD", "GERD", "Location quotient", "Status"],
    *["Suppressed (C)", "Missing (M)", "Estimated (E)", "Provisional (P)", "Low reliability (U)"],
]


def functions_of_measures() -> set[str]:
    members = inspect.getmembers(measures, inspect.isfunction)
    return {name for name, _ in members}


def test_every_measure_has_its_formula() -> None:
    assert functions_of_measures() - set(handbook.formulae()["formula_id"]) == set()


def test_every_way_to_classify_has_its_formula() -> None:
    assert set(SCHEMES) <= set(handbook.formulae()["formula_id"])


def test_every_way_to_derive_a_figure_has_its_formula() -> None:
    assert {"sum", "ratio-of-sums", "weighted-mean", "same-area"} <= set(handbook.formulae()["formula_id"])


@pytest.mark.parametrize("column", ["title", "group", "formula", "words", "unit"])
def test_no_formula_lacks_a_part(column: str) -> None:
    assert handbook.formulae()[column].str.strip().ne("").all()


@pytest.mark.parametrize("word", WORDS)
def test_the_words_of_the_field_are_explained(word: str) -> None:
    assert word in handbook.glossary()["term"].tolist()


def test_words_stand_once_in_order_and_in_sentences() -> None:
    rows = handbook.glossary()
    folded = rows["term"].str.casefold()
    assert folded.is_unique
    assert folded.is_monotonic_increasing
    assert rows["meaning"].str.endswith(".").all()


def test_the_newest_change_is_of_this_evidence() -> None:
    """Who changes the evidence writes a line in lis_data/changes.toml."""
    newest, listed = handbook.changes().iloc[0], catalogue.load()
    files = [path for path in evidence.files() if path.parent == evidence.FOLDER]
    stated = {name: newest[name] for name in ("evidence", "datasets", "indicators", "published_figures")}
    assert stated == {
        "evidence": handbook.evidence_hash(),
        "datasets": len(listed.datasets),
        "indicators": len(listed.indicators),
        "published_figures": sum(pq.read_metadata(path).num_rows for path in files),
    }


def test_changes_are_newest_first() -> None:
    assert handbook.changes()["date"].is_monotonic_decreasing


TABLE = pd.DataFrame({"a": ["Gross value added", "Pay (median)"], "b": ["ONS", "ONS, survey"]})


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", 2),
        ("ons", 2),
        ("VALUE ons", 1),  # every word, in any case and column
        ("value survey", 0),
        ("(median)", 1),  # no pattern
        (".*", 0),
    ],
)
def test_rows_are_found_by_all_words(words: str, found: int) -> None:
    assert len(handbook.having(TABLE, words, within=("a", "b"))) == found
