"""Tables of this page to take away."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.ui.exhibit import extracts
from pages.ui.exhibit.extracts import Extract

_OURS = pd.DataFrame(
    [
        {
            "publisher": "LIS Explorer",
            "source_table": "catalogue of the evidence",
            "url": "",
            "licence": "each dataset has its own, named beside it",
        }
    ]
)


def of(name: str, rows: pd.DataFrame, *, finding: str, subtitle: str) -> Extract:
    """A table about the evidence, not of figures."""
    return Extract(name, finding, subtitle, rows, _OURS)


def offer(extract: Extract) -> None:
    """Buttons for CSV and XLSX, beside each other."""
    with st.container(horizontal=True):
        extracts.offer(extract)
