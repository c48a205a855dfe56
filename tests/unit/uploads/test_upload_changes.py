"""What a new version of an upload changes, figure by figure and version by version."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data import intake, uploads
from lis_data.errors import UploadError

NAME = "games.csv"
FIRST = "LEP code,year,Games,status\nE37000034,2018,1.5,\nE37000015,2018,..,\nE37000005,2018,0.25,\nE37000011,2018,4,\n"
SECOND = "LEP code,year,Games,status\nE37000034,2018,1.6,\nE37000015,2018,3,\nE37000005,2018,0.25,p\n"
"""Beside the first: a figure of another value, one that was missing, one of another status, and one that is gone."""
KINDS = {"E37000034": "changed", "E37000005": "changed", "E37000015": "new", "E37000011": "gone"}


def verdict(text: str) -> intake.Verdict:
    return intake.check(text.encode(), NAME)


def saved(owner: str, text: str, upload_id: str | None = None) -> str:
    return uploads.save(verdict(text), text.encode(), intake.Choices(), owner=owner, upload_id=upload_id)


def test_a_version_is_compared_with_the_one_before_figure_by_figure() -> None:
    owner = uploads.new_owner()
    upload_id = saved(owner, FIRST)
    before_saving = uploads.changes(upload_id, 1, verdict(SECOND).observations)
    assert dict(zip(before_saving["area_code"], before_saving["change"], strict=True)) == KINDS
    at = before_saving.set_index("area_code")
    assert at.loc["E37000034", ["before", "after"]].tolist() == [1.5, 1.6]
    assert at.loc["E37000005", ["status_before", "status_after"]].tolist() == ["A", "P"]
    saved(owner, SECOND, upload_id)
    pd.testing.assert_frame_equal(uploads.changes(upload_id, 1, 2), before_saving)
    assert uploads.changes(upload_id, 2, 2).empty


def test_the_history_of_an_upload_counts_what_each_version_changed() -> None:
    owner = uploads.new_owner()
    upload_id = saved(owner, FIRST)
    saved(owner, SECOND, upload_id)
    history = uploads.history(upload_id).set_index("version")
    assert history[["figures", "missing"]].to_numpy().tolist() == [[3, 0], [3, 1]]
    assert history.loc[2, ["changed", "new", "gone"]].tolist() == [2, 1, 1]
    assert history.loc[1, ["changed", "new", "gone"]].isna().all()


def test_a_version_that_is_not_there_is_said() -> None:
    upload_id = saved(uploads.new_owner(), FIRST)
    with pytest.raises(UploadError, match="no version 2"):
        uploads.changes(upload_id, 1, 2)
