"""By which intervals figures are judged: hand calculation."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data.queries.intervals import significantly_different

# how the figure and England's were made; both have an interval, and they are far apart
CASES = [
    ("published", "published", True),
    ("same-area", "published", True),  # the publisher's too, for the same ground
    ("rate", "rate", True),
    ("uploaded", "uploaded", True),
    ("rate", "published", None),
    ("published", "rate", None),
    ("", "published", None),
]


@pytest.mark.parametrize(("made", "of_england", "different"), CASES)
def test_intervals_of_one_making_alone(made: str, of_england: str, different: bool | None) -> None:
    rows = pd.DataFrame(
        {
            "value": [10.0],
            "lower": [9.0],
            "upper": [11.0],
            "derivation": [made],
            "england": [20.0],
            "england_lower": [19.0],
            "england_upper": [21.0],
            "england_derivation": [of_england],
        }
    )
    found = significantly_different(rows)
    assert (found[0] if found.notna()[0] else None) == different
