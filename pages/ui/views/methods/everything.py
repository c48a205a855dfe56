"""All the evidence to take away in one go."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import package, store
from lis_data.package import Package, tables
from pages.ui.shell import frame, turn
from pages.ui.state.cache import answer, cached
from pages.ui.views.methods import extracts

_READ = """import pandas as pd

figures = pd.read_parquet("{name}")
figures.query("indicator_id == 'gva' and geography_id == 'lep-2017' and industry == '_T'")
"""


def show(headline: DeltaGenerator) -> None:
    """The view: the two files with their sizes, what is in them, and how to read them."""
    release = answer(store.ensure)
    finding = f"All {release.observations:,} figures are yours in one file, with their sources, licences and caveats"
    subtitle = "Open data: no sign-in, nothing to ask for. Name the publishers as the files do."
    with headline:
        frame.headline(finding, subtitle)
    held = answer(package.here)
    left, right = st.columns(2, gap="large")
    with left, st.container(border=True):
        st.markdown(
            "**CSV with its meaning (zip).** A file for each indicator, areas, industries, the programme’s facts, and "
            "metadata that machines read (CSV on the Web, W3C)."
        )
        _file(held, held.zip, "application/zip", about=release.observations * package.ZIP_BYTES_A_FIGURE)
    with right, st.container(border=True):
        st.markdown(
            "**One table of everything (Parquet).** Every figure in a row with the names of its indicator, place, "
            "industry, publisher and licence, for Python, R or DuckDB."
        )
        about = release.observations * package.PARQUET_BYTES_A_FIGURE
        _file(held, held.parquet, "application/vnd.apache.parquet", about=about)
    if not held.made:
        _make()
    frame.section("What is in the zip")
    contents = _contents()
    st.dataframe(
        contents, hide_index=True, placeholder="–", alt=f"{len(contents)} tables of the zip, and what they hold"
    )
    extracts.offer(extracts.of("contents", contents, finding=finding, subtitle=subtitle))
    frame.section("How to read it")
    st.code(_READ.format(name=held.parquet.name), language=None, wrap_lines=True)
    st.markdown("On the command line, `python -m lis_data package --to FOLDER` writes the same two files.")


def _file(held: Package, path: Path, mime: str, *, about: float) -> None:
    """The button of a file that is there, else how large it will be."""
    kind = path.suffix.removeprefix(".")
    if not held.made:
        st.markdown(f"About {about / 1e6:.0f} MB.")
        return
    st.download_button(
        f"{kind} · {path.stat().st_size / 1e6:.1f} MB",
        path.read_bytes,
        file_name=path.name,
        mime=mime,
        on_click="ignore",
        icon=":material/download:",
        key=f"whole-{kind}",
    )


def _make() -> None:
    """A button that makes the files, with a bar that shows how far they are."""
    if st.button("Make the two files", icon=":material/inventory_2:"):
        bar = st.progress(0.0, "Writing the figures …")
        with turn.given_back():
            package.ensure(progress=lambda share, step: bar.progress(share, f"{step} …"))
        st.rerun()
    st.caption("They are made once for each state of the evidence, in some ten seconds, and kept.")


@cached
def _contents() -> pd.DataFrame:
    """A row a table: file, what it holds, key."""
    rows = [
        {
            "File": "observations/….csv" if table.name == tables.FIGURES else f"{table.name}.csv",
            "Holds": f"{table.title}: {table.description}",
            "Key": ", ".join(table.key),
        }
        for table in tables.described().values()
    ]
    return pd.DataFrame(rows)
