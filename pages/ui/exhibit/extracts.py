"""Files to take away: what is on the screen as CSV and XLSX, with shapes as GeoJSON. Each names its source and licence.

A file is made when its button is pressed, not before.
"""

from __future__ import annotations

import functools
import io
import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

import pandas as pd
import streamlit as st

from geo import boundaries
from lis_data.model import OFFICIAL_STATUSES
from lis_data.spreadsheets import neutral
from lis_data.uploads import upload_of
from pages.ui.state import visitor
from pages.ui.state.cache import answer

OGL = "Contains public sector information licensed under the Open Government Licence v3.0"
OS = "Contains OS data © Crown copyright and database right"
UPLOADED = "Contains uploaded figures, which are not official and were not checked beyond their form"


@dataclass(frozen=True)
class Extract:
    """What is on the screen, to take away: `name` is a file name without its ending, `rows` a table with plain
    column names, `sources` as of `cache.sources_of`, `facts` what else a reader of the file has to know (item -> text).
    """

    name: str
    finding: str
    subtitle: str
    rows: pd.DataFrame
    sources: pd.DataFrame
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def credits(self) -> list[str]:
        """A line for each source, then the attributions."""
        lines = [
            f"Source{_stated(source)}: {source['publisher']}, {source['source_table']}. Licence: {source['licence']}."
            for source in self.sources.to_dict("records")
        ]
        return [*lines, *(f"{text}." for text in attributions(self.sources))]


def attributions(sources: pd.DataFrame) -> list[str]:
    """What has to be said of figures, shapes and areas; the public sector's licence is not claimed for uploaded
    figures.
    """
    asked = sources.reindex(columns=["attribution"])["attribution"]  # documents of the programme ask for nothing
    areas = [text for text in asked.dropna().unique() if text]
    uploaded = [bool(_stated(source)) for source in sources.to_dict("records")]
    if not any(uploaded):
        return [OGL, OS, *areas]
    public = "Shapes of the places" if all(uploaded) else "Official figures and shapes of the places"
    return [UPLOADED, f"{public}: {OGL[:1].lower()}{OGL[1:]}", OS, *areas]


def _stated(source: Mapping[Hashable, object]) -> str:
    """What is to be said of the source of an uploaded series; nothing of an official one's."""
    return " (uploaded, as its owner states it)" if upload_of(str(source.get("dataset_id", ""))) else ""


def offer(extract: Extract) -> None:
    """Buttons for the table: CSV, XLSX."""
    button("CSV", functools.partial(csv, extract), name=extract.name, mime="text/csv")
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    button("XLSX", functools.partial(xlsx, extract), name=extract.name, mime=sheet)


def offer_shapes(extract: Extract, geography_id: str) -> None:
    """A button for the table on its shapes: GeoJSON."""
    make = functools.partial(geojson, extract, geography_id)
    button("GeoJSON", make, name=extract.name, mime="application/geo+json")


def button(kind: str, make: Callable[[], bytes], *, name: str, mime: str) -> None:
    """One button that makes its file, `name` with the kind as its ending, when it is pressed."""
    st.download_button(
        kind,
        visitor.on_behalf(make),
        file_name=f"{name}.{kind.lower()}",
        mime=mime,
        on_click="ignore",
        icon=":material/download:",
        key=f"download-{kind.lower()}-{name}",
    )


def table(extract: Extract) -> pd.DataFrame:
    """The rows with their attribution, and nothing that a spreadsheet would run."""
    publishers = "; ".join(extract.sources["publisher"].unique())
    attribution = ". ".join([f"Source: {publishers}", *attributions(extract.sources)])
    return neutral(extract.rows.assign(attribution=attribution))


def csv(extract: Extract) -> bytes:
    """The table as CSV in UTF-8 with a byte order mark, so that Excel reads the accents."""
    return table(extract).to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def xlsx(extract: Extract) -> bytes:
    """A sheet of figures and a sheet that says what they are."""
    target = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with pd.ExcelWriter(target, engine="xlsxwriter", engine_kwargs={"options": options}) as book:
        table(extract).to_excel(book, sheet_name="Figures", index=False)
        about(extract).to_excel(book, sheet_name="About", index=False)
        book.sheets["Figures"].freeze_panes(1, 0)
        for sheet in book.sheets.values():
            sheet.autofit(max_width=400)
    return target.getvalue()


def about(extract: Extract) -> pd.DataFrame:
    """What a reader of the file has to know: item, text."""
    rows = [("Finding", extract.finding), ("About", extract.subtitle), *extract.facts.items()]
    for source in extract.sources.to_dict("records"):
        lines = [f"{source['publisher']}: {source['source_table']}", *([source["url"]] if source["url"] else [])]
        rows.append((f"Source{_stated(source)}", ", ".join(lines)))
        if source.get("official_status") in OFFICIAL_STATUSES:
            rows.append(("Status", source["official_status"]))
        rows.append((f"Licence{_stated(source)}", source["licence"]))
    rows += [("Attribution", text) for text in attributions(extract.sources)]
    return neutral(pd.DataFrame(rows, columns=["item", "text"]))


def geojson(extract: Extract, geography_id: str) -> bytes:
    """The table (with `area_code`) on its shapes, with the source as members of the collection."""
    shapes = answer(boundaries.read, geography_id)[["area_code", "geometry"]]
    joined = shapes.merge(table(extract), on="area_code")
    collection = json.loads(joined.to_json(drop_id=True))
    return json.dumps({**collection, "about": about(extract).to_dict("records")}, ensure_ascii=False).encode()
