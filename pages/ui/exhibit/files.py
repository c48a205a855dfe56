"""Files of an exhibit: its table as CSV, XLSX and, on its shapes, GeoJSON; its picture as PNG and SVG. Each names
sources, licence and attribution. A file is made when its button is pressed, not before.
"""

from __future__ import annotations

import functools
import io
import json
from collections.abc import Callable

import pandas as pd
import streamlit as st

from geo import boundaries
from lis_data.model import OFFICIAL_STATUSES
from lis_data.spreadsheets import neutral
from pages.ui.exhibit import attribution, saved_picture
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.rows import records
from pages.ui.state import visitor
from pages.ui.state.cache import answer

_KINDS = {
    "CSV": "text/csv",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "GeoJSON": "application/geo+json",
    "PNG": "image/png",
    "SVG": "image/svg+xml",
}
"""The kinds of file, and the type that a browser takes each for."""


def offer(exhibit: Exhibit) -> None:
    """A row of buttons: one for every kind of file that the exhibit can be."""
    with st.container(horizontal=True):
        for kind, make in makers(exhibit).items():
            button(kind, make, name=exhibit.name, key=f"{exhibit.key}-{kind.lower()}")


def makers(exhibit: Exhibit) -> dict[str, Callable[[], bytes]]:
    """What makes each file, by its kind."""
    made: dict[str, Callable[[], bytes]] = {
        "CSV": functools.partial(csv, exhibit),
        "XLSX": functools.partial(xlsx, exhibit),
    }
    if exhibit.geojson:
        made["GeoJSON"] = functools.partial(geojson, exhibit)
    if exhibit.picture:
        made["PNG"] = functools.partial(saved_picture.png, exhibit)
        made["SVG"] = functools.partial(saved_picture.svg, exhibit)
    return made


def button(kind: str, make: Callable[[], bytes], *, name: str, key: str, mime: str = "", label: str = "") -> None:
    """One button that makes its file, `name` with the kind as its ending, when it is pressed; `label` is what it says,
    the kind where that is enough.
    """
    st.download_button(
        label or kind,
        visitor.on_behalf(make),
        file_name=f"{name}.{kind.lower()}",
        mime=mime or _KINDS[kind],
        on_click="ignore",
        icon=":material/download:",
        key=f"download-{key}",
    )


def table(exhibit: Exhibit) -> pd.DataFrame:
    """The rows with their attribution, dates as ISO 8601, and nothing that a spreadsheet would run."""
    rows, sources = exhibit.rows, exhibit.sources
    dates = {name: rows[name].dt.strftime("%Y-%m-%d") for name in rows.select_dtypes("datetime").columns}
    publishers = "; ".join(sources["publisher"].unique())
    said = attribution.of(sources, shapes=bool(exhibit.geojson))
    return neutral(rows.assign(**dates, attribution=". ".join([f"Source: {publishers}", *said])))


def csv(exhibit: Exhibit) -> bytes:
    """The table as CSV in UTF-8 with a byte order mark, so that Excel reads the accents."""
    return table(exhibit).to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def xlsx(exhibit: Exhibit) -> bytes:
    """A sheet of figures and a sheet that says what they are."""
    target = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with pd.ExcelWriter(target, engine="xlsxwriter", engine_kwargs={"options": options}) as book:
        table(exhibit).to_excel(book, sheet_name="Figures", index=False)
        about(exhibit).to_excel(book, sheet_name="About", index=False)
        book.sheets["Figures"].freeze_panes(1, 0)
        for sheet in book.sheets.values():
            sheet.autofit(max_width=400)
    return target.getvalue()


def geojson(exhibit: Exhibit) -> bytes:
    """The table on its shapes or points, with the source as a member of the collection."""
    if exhibit.geojson is None:
        raise ValueError(f"{exhibit.name} has no shapes")
    collection = json.loads(exhibit.geojson(table(exhibit)))
    return json.dumps({**collection, "about": records(about(exhibit))}, ensure_ascii=False).encode()


def on_shapes(rows: pd.DataFrame, *, geography_id: str) -> str:
    """A table with `area_code` on the shapes of its areas."""
    shapes = answer(boundaries.read, geography_id)[["area_code", "geometry"]]
    return shapes.merge(rows, on="area_code").to_json(drop_id=True)


def about(exhibit: Exhibit) -> pd.DataFrame:
    """What a reader of the file has to know: item, text."""
    rows = [("Finding", exhibit.finding), ("About", exhibit.subtitle), *exhibit.facts.items()]
    sources = exhibit.sources
    for source in records(sources):
        stated = attribution.as_stated(source)
        named = [f"{source['publisher']}: {source['source_table']}", *([source["url"]] if source["url"] else [])]
        rows.append((f"Source{stated}", ", ".join(named)))
        if source.get("official_status") in OFFICIAL_STATUSES:
            rows.append(("Status", source["official_status"]))
        rows.append((f"Licence{stated}", source["licence"]))
    rows += [("Attribution", text) for text in attribution.of(sources, shapes=exhibit.has_shapes)]
    return neutral(pd.DataFrame(rows, columns=["item", "text"]))
