"""Figures as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lis_data.intake.numbers import decimal_mark, read

VALUES = [
    ("1,234", ".", 1234),
    ("1,234", ",", 1.234),
    ("1.234,5", ",", 1234.5),
    ("1,234,567.8", ".", 1234567.8),
    ("1 234 567", ".", 1234567),
    ("1\u202f234", ".", 1234),  # a narrow space, as in French figures
    ("(12.5)", ".", -12.5),
    ("3.1-", ".", -3.1),
    ("−2.4", ".", -2.4),  # a true minus sign
    ("+1.1", ".", 1.1),
    ("-£5", ".", -5),
    ("£-5", ".", -5),
    (".5", ".", 0.5),
    ("1e5", ".", 100000),
]

UNITS = [("£3.2m", "£m"), ("£3.2 million", "£m"), ("12%", "%"), ("5bn", "bn"), ("€1", "€"), ("2 pp", "pp"), ("7", "")]

PROBLEMS = [
    ("12 (10-14)", "two-values"),
    ("11; 12", "two-values"),
    ("10 / 12", "two-values"),
    ("5 ± 1", "two-values"),
    ("10 to 14", "two-values"),
    ("12 34", "two-values"),
    ("1,5", "decimal-mark"),
    ("about ten", "not-a-number"),
    ("=1+1", "not-a-number"),
    ("(5", "not-a-number"),
    ("1e999", "infinite"),
    ("1e300", "infinite"),
    ("9" * 100, "not-a-number"),
    ("3q", "not-a-number"),
]

MISSING = [
    ("", "M"),
    ("..", "M"),
    (":", "M"),
    ("-", "M"),
    ("n/a", "M"),
    ("[x]", "M"),
    ("low", "M"),
    ("c", "C"),
    ("[c]", "C"),
    ("*", "C"),
    ("Suppressed", "C"),
]


@pytest.mark.parametrize(("text", "mark", "value"), VALUES)
def test_value(text: str, mark: str, value: float) -> None:
    assert read(text, mark).value == pytest.approx(value)


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_a_unit_multiplies_nothing(text: str, unit: str) -> None:
    figure = read(text, ".")
    assert figure.unit == unit
    assert figure.value is not None
    assert figure.value < 13


@pytest.mark.parametrize(("text", "problem"), PROBLEMS)
def test_problem(text: str, problem: str) -> None:
    assert read(text, ".").problem == problem


@pytest.mark.parametrize(("text", "status"), MISSING)
def test_missing_and_suppressed_have_no_value(text: str, status: str) -> None:
    figure = read(text, ".")
    assert (figure.value, figure.status, figure.problem) == (None, status, "")
    assert figure.meaning


@pytest.mark.parametrize(("text", "status"), [("5 p", "P"), ("5 [e]", "E"), ("5(u)", "U"), ("5r", "A")])
def test_a_flag_is_a_status(text: str, status: str) -> None:
    assert read(text, ".").status == status


MARKS = [
    (["1.5", "2"], (".", True)),
    (["1,5", "2"], (",", True)),
    (["1.234,5", "1.234"], (",", True)),
    (["1,234.5"], (".", True)),
    (["1,234", "5"], (".", False)),  # thousands or decimals: nobody can say
    (["£1,5m", "£2,25m"], (",", True)),
]


@pytest.mark.parametrize(("texts", "expected"), MARKS)
def test_decimal_mark_is_of_all_cells(texts: list[str], expected: tuple[str, bool]) -> None:
    assert decimal_mark(texts) == expected


@given(st.floats(-1e12, 1e12).map(lambda value: round(value, 3)))
@settings(deadline=None)
def test_round_trip_with_separators(value: float) -> None:
    assert read(f"{value:,.3f}", ".").value == pytest.approx(value)
    swapped = f"{value:,.3f}".translate(str.maketrans(",.", ".,"))
    assert read(swapped, ",").value == pytest.approx(value)


@given(st.text(max_size=40), st.sampled_from(".,"))
@settings(deadline=None)
def test_any_text_is_a_figure_or_missing_or_a_problem(text: str, mark: str) -> None:
    figure = read(text, mark)
    assert (figure.value is not None) + bool(figure.problem) + (figure.status in "MC") == 1
