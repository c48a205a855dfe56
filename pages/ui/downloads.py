"""Files to take away: the figures as CSV and XLSX, with their shapes as GeoJSON. Each names its source and licence.

A file is made when its button is pressed, not before.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages.ui import cache

OGL = "Contains public sector information licensed under the Open Government Licence v3.0"
OS = "Contains OS data © Crown copyright and database right"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class View:
    """What is on the screen: an indicator's figures (columns as in `queries.figures`) and what they mean."""

    indicator_id: str
    title: str
    finding: str
    subtitle: str
    unit: str
    geography_id: str
    period: str
    figures: pd.DataFrame

    @property
    def name(self) -> str:
        """A file name without its ending."""
        return f"{self.indicator_id}_{self.geography_id}_{self.period.replace('/', '-')}"


def offer(view: View) -> None:
    """Buttons for the figures: CSV, XLSX, GeoJSON."""
    kinds = {
        "CSV": (csv, "text/csv", "csv"),
        "XLSX": (xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        "GeoJSON": (geojson, "application/geo+json", "geojson"),
    }
    for label, (make, mime, ending) in kinds.items():
        button(label, make=make, view=view, mime=mime, ending=ending)


def button(label: str, *, make: Callable[[View], bytes], view: View, mime: str, ending: str) -> None:
    """One button that makes its file when it is pressed."""
    st.download_button(
        label,
        lambda: make(view),
        file_name=f"{view.name}.{ending}",
        mime=mime,
        on_click="ignore",
        icon=":material/download:",
        key=f"download-{ending}",
    )


def table(view: View) -> pd.DataFrame:
    """The figures with the words of the field as column names and the source of every row."""
    sources = provenance(view.indicator_id, view.geography_id)
    named = view.figures.drop(columns=["label", "short", "tip"]).merge(sources, on="dataset_id", how="left")
    named.insert(0, "indicator", view.indicator_id)
    named.insert(1, "unit", view.unit)
    named["attribution"] = "Source: " + named["publisher"].fillna("none") + f". {OGL}. {OS}"
    renamed = named.rename(columns={"geography_id": "geography", "dataset_id": "dataset"})
    return neutral(renamed)


def provenance(indicator_id: str, geography_id: str) -> pd.DataFrame:
    """Where an indicator's figures at a geography come from: dataset_id, publisher, source_table, url, licence."""
    held = cache.describe(indicator_id)
    held = held[held["geography_id"] == geography_id]
    named = held.rename(columns={"dataset_title": "source_table"})
    return named[["dataset_id", "publisher", "source_table", "url", "licence"]].drop_duplicates("dataset_id")


def neutral(frame: pd.DataFrame) -> pd.DataFrame:
    """Text that a spreadsheet would run as a formula, with an apostrophe before it."""
    text = frame.select_dtypes(include=["str", "object"]).columns
    return frame.assign(
        **{
            column: frame[column].map(lambda cell: f"'{cell}" if str(cell).startswith(_FORMULA) else cell)
            for column in text
        }
    )


def csv(view: View) -> bytes:
    """The figures as CSV in UTF-8 with a byte order mark, so that Excel reads the accents."""
    return table(view).to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def xlsx(view: View) -> bytes:
    """A sheet of figures and a sheet that says what they are."""
    target = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with pd.ExcelWriter(target, engine="xlsxwriter", engine_kwargs={"options": options}) as book:
        table(view).to_excel(book, sheet_name="Figures", index=False)
        about(view).to_excel(book, sheet_name="About", index=False)
        book.sheets["Figures"].freeze_panes(1, 0)
        for sheet in book.sheets.values():
            sheet.autofit(max_width=400)
    return target.getvalue()


def about(view: View) -> pd.DataFrame:
    """What a reader of the file has to know: item, text."""
    first = cache.describe(view.indicator_id).iloc[0]
    rows = [("Indicator", view.title), ("Finding", view.finding)]
    rows += [(name.capitalize(), first[name]) for name in ("description", "unit", "method", "caveat")]
    for source in provenance(view.indicator_id, view.geography_id).to_dict("records"):
        rows.append(("Source", f"{source['publisher']}: {source['source_table']}, {source['url']}"))
        rows.append(("Licence", source["licence"]))
    rows += [("Attribution", OGL), ("Attribution", OS)]
    return neutral(pd.DataFrame(rows, columns=["item", "text"]))


def geojson(view: View) -> bytes:
    """The figures on their shapes, with the source as members of the collection."""
    shapes = cache.shapes(view.geography_id)[["area_code", "geometry"]]
    joined = shapes.merge(table(view), on="area_code")
    collection = json.loads(joined.to_json(drop_id=True))
    return json.dumps({**collection, "about": about(view).to_dict("records")}, ensure_ascii=False).encode()
