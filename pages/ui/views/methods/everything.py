"""All the evidence to take away in one go."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from lis_data import package, store
from lis_data.package import Package, tables
from pages.ui.exhibit import files, page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.shell import frame, turn
from pages.ui.state.cache import answer
from pages.ui.views.methods import lists

_ABOUT = "Open data: no sign-in, nothing to ask for. Name the publishers as the files do."

_READ = """import pandas as pd

figures = pd.read_parquet("{name}")
figures.query("indicator_id == 'gva' and geography_id == 'lep-2017' and industry == '_T'")
"""


def show() -> None:
    """The view: the two files with their sizes, what is in them, and how to read them."""
    release = answer(store.ensure)
    finding = f"All {release.observations:,} figures are yours in one file, with their sources, licences and caveats"
    contents = _contents(finding)
    page.finding(contents)
    evidence = answer(package.here)
    left, right = st.columns(2, gap="large")
    with left, st.container(border=True):
        st.markdown(
            "**CSV with its meaning (zip).** A file for each indicator, areas, industries, the programme’s facts, and "
            "metadata that machines read (CSV on the Web, W3C)."
        )
        _file(evidence, evidence.zip, "application/zip", about=release.observations * package.ZIP_BYTES_A_FIGURE)
    with right, st.container(border=True):
        st.markdown(
            "**One table of everything (Parquet).** Every figure in a row with the names of its indicator, place, "
            "industry, publisher and licence, for Python, R or DuckDB."
        )
        about = release.observations * package.PARQUET_BYTES_A_FIGURE
        _file(evidence, evidence.parquet, "application/vnd.apache.parquet", about=about)
    if not evidence.made:
        _make()
    frame.section("What is in the zip")
    page.table(contents)
    frame.section("How to read it")
    st.code(_READ.format(name=evidence.parquet.name), language=None, wrap_lines=True)
    st.markdown("On the command line, `python -m lis_data package --to FOLDER` writes the same two files.")


def _file(evidence: Package, path: Path, mime: str, *, about: float) -> None:
    """The button of a file that is there, else how large it will be."""
    kind = path.suffix.removeprefix(".")
    if not evidence.made:
        st.markdown(f"About {about / 1e6:.0f} MB.")
        return
    label = f"{kind} · {path.stat().st_size / 1e6:.1f} MB"
    files.button(kind, path.read_bytes, name=path.stem, key=f"everything-{kind}", mime=mime, label=label)


def _make() -> None:
    """A button that makes the files, with a bar that shows how far they are."""
    if st.button("Make the two files", icon=":material/inventory_2:"):
        bar = st.progress(0.0, "Writing the figures …")
        with turn.given_back():
            package.ensure(progress=lambda share, step: bar.progress(share, f"{step} …"))
        st.rerun()
    st.caption("They are made once for each state of the evidence, in some ten seconds, and kept.")


def _contents(finding: str) -> Exhibit:
    """A row a table of the zip: file, what it holds, key."""
    rows = pd.DataFrame(
        {
            "file": "observations/….csv" if part.name == tables.FIGURES else f"{part.name}.csv",
            "holds": f"{part.title}: {part.description}",
            "key": ", ".join(part.key),
        }
        for part in answer(tables.described).values()
    )
    columns = (Column("file", "File"), Column("holds", "Holds"), Column("key", "Key"))
    table = Table(rows, columns, alt=f"{len(rows)} tables of the zip, and what they hold")
    return lists.exhibit("contents", table, finding=finding, subtitle=_ABOUT)
