"""The rule book: each rule with a row that breaks it and the message that says so."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from lis_data.errors import ObservationError
from lis_data.observations import COLUMNS, validate

GOOD = ("gva", "region", "E12000001", "2018", "_T", 1.5, np.nan, np.nan, "A")

BROKEN = [
    # no period of ours
    ({"period": "2018/19"}, "row 0, column 'period': '2018/19' is not a period"),
    # blanks around a code make it another code
    ({"area_code": "E12000001 "}, "row 0, column 'area_code': must be text without blanks"),
    ({"industry": ""}, "row 0, column 'industry': must be text"),
    # suppressed is not zero
    ({"status": "C", "value": 0.0}, "row 0, column 'value': must be empty where status is M or C"),
    ({"value": np.nan}, "row 0, column 'value': is empty; say why"),
    ({"status": "X"}, "row 0, column 'status': must be one of M, C, E, U, P, A"),
    ({"value": np.inf}, "row 0, column 'value': must be finite"),
    ({"lower": 2.0, "upper": 3.0}, "row 0, column 'lower': must not lie above the value"),
    ({"lower": 1.0, "upper": 1.2}, "row 0, column 'upper': must not lie below the value"),
]


def frame(**changed: object) -> pd.DataFrame:
    return pd.DataFrame([dict(zip(COLUMNS, GOOD, strict=True)) | changed])


def test_a_good_row_passes() -> None:
    validate(frame(), name="x")


@pytest.mark.parametrize(("changed", "message"), BROKEN)
def test_a_broken_row_is_named(changed: dict[str, object], message: str) -> None:
    with pytest.raises(ObservationError) as caught:
        validate(frame(**changed), name="x")
    assert message in str(caught.value)


def test_a_second_figure_for_one_key_is_named() -> None:
    with pytest.raises(ObservationError, match="row 1, column 'area_code': has a second figure"):
        validate(pd.concat([frame(), frame(value=2.0)]), name="x")


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ObservationError, match="column 'status': is missing"):
        validate(frame().drop(columns="status"), name="x")


def test_all_problems_are_listed_though_ten_are_printed() -> None:
    rows = pd.concat([frame(area_code=f"E{i}", value=np.inf) for i in range(30)])
    with pytest.raises(ObservationError, match="and 20 more") as caught:
        validate(rows, name="x")
    assert len(caught.value.problems) == 30
