"""Lists of the evidence as exhibits: of indicators, datasets, formulae, words; not of figures."""

from __future__ import annotations

import pandas as pd

from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Table

OURS = pd.DataFrame(
    [
        {
            "publisher": "LIS Explorer",
            "source_table": "catalogue of the evidence",
            "url": "",
            "licence": "each dataset has its own, named beside it",
        }
    ]
)
"""Whose the lists are, as a document of an exhibit."""


def exhibit(name: str, table: Table, *, finding: str, subtitle: str) -> Exhibit:
    """A list of what the evidence has."""
    return Exhibit(name, name, finding, subtitle, table, documents=OURS)
