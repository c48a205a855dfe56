"""Which divisions a published group covers, against the structure of SIC 2007 as the Office for National Statistics
prints it."""

from __future__ import annotations

import pytest

from lis_data import sic

COVERED = {
    "41": {"41"},
    "26-30": {"26", "27", "28", "29", "30"},
    "C": {f"{number}" for number in range(10, 34)},
    "DE": {"35", "36", "37", "38", "39"},
    "AB": {"01", "02", "03", "05", "06", "07", "08", "09"},
    "R-U": {"90", "91", "92", "93", "94", "95", "96", "97", "98", "99"},
    "68EX": {"68"},
    "68IMP": set(),
    "_T": set(),
}


@pytest.mark.parametrize("industry", COVERED)
def test_divisions_of_a_group(industry: str) -> None:
    assert sic.divisions(industry) == COVERED[industry]


def test_the_sections_hold_the_88_divisions_once_each() -> None:
    assert len(sic.divisions("A-U")) == 88
    assert sum(len(sic.divisions(letter)) for letter in "ABCDEFGHIJKLMNOPQRSTU") == 88
