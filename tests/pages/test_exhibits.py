"""Whatever shows figures is an exhibit, and whole: a finding, a table, a text alternative, files, sources, licence.

This walks every view of every page, as a first reader meets it and with an upload in it.
"""

from __future__ import annotations

import ast
import io
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from geo import areas
from lis_data import intake, queries, uploads
from lis_data.intake import Choices, Description
from pages.ui.exhibit import attribution, files
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.rows import records
from pages.ui.shell import pages
from tests import views
from tests.pages import opening

ROOT = Path(__file__).resolve().parents[2]
OWNER = uploads.new_owner()
LEPS = areas.areas("lep-2017")["name"]
LICENCES = {
    "Higher Education Statistics Agency": "https://creativecommons.org/licenses/by/4.0/",
    "Eurostat": "Eurostat",
    "Office for National Statistics": "Open Government Licence v3.0",
}
"""What has to be said where a publisher's figures are among the sources."""
OF_FIGURES = {"dataframe", "table", "vega_lite_chart", "altair_chart", "pydeck_chart", "download_button", "bar_chart"}
FORMS = {"uploads"}
"""Views of forms: they draw what is being entered, which is nobody's published figure yet."""


def opened(path: str, **more: str) -> AppTest:
    address = urlsplit(path)
    file = next(page.file for page in pages.PAGES if page.address == address.path.strip("/"))
    return opening.opened(file, **dict(parse_qsl(address.query)), **more)


def exhibits(page: AppTest) -> list[Exhibit]:
    return list(page.session_state["on-the-page"].exhibits)


def faults(exhibit: Exhibit) -> list[str]:
    """What an exhibit lacks."""
    picture = exhibit.picture
    wrong = {
        "no finding": not exhibit.finding.strip(),
        "no name": not exhibit.name or not exhibit.key,
        "no table": not exhibit.table.fields or exhibit.table.rows.empty,
        "no column is read": not any(column.heading for column in exhibit.table.columns),
        "no alternative to the table": not exhibit.table.alt.strip(),
        "no alternative to the picture": picture is not None and not picture.alt.strip(),
        "no files": set(files.makers(exhibit)) < ({"CSV", "XLSX", "PNG", "SVG"} if picture else {"CSV", "XLSX"}),
        "no source": exhibit.sources.empty or exhibit.sources[["publisher", "licence"]].isna().any(axis=None),
    }
    return [f"{exhibit.key}: {fault}" for fault, found in wrong.items() if found] + unsaid(exhibit)


def unsaid(exhibit: Exhibit) -> list[str]:
    """The licences that an exhibit does not name, and those that it claims for an upload."""
    said = " ".join(attribution.of(exhibit.sources, shapes=exhibit.has_shapes))
    sources = records(exhibit.sources)
    wrong = [
        f"{exhibit.key}: the licence of {publisher} is not said"
        for source in sources
        for publisher, text in LICENCES.items()
        if publisher in str(source["publisher"]) and not attribution.as_stated(source) and text not in said
    ]
    if any(attribution.as_stated(source) for source in sources) and attribution.UPLOADED not in said:
        wrong.append(f"{exhibit.key}: uploaded figures are not called so")
    if exhibit.has_shapes and attribution.OS not in said:
        wrong.append(f"{exhibit.key}: nothing is said of the shapes")
    return wrong


@pytest.fixture(scope="module")
def series() -> str:
    """An uploaded series of every LEP, of OWNER alone."""
    rows = "".join(f'"{name}",{year},{value}.5\n' for value, name in enumerate(LEPS) for year in (2020, 2021))
    table = f"lep,year,value\n{rows}".encode()
    about = Description(
        title="Makers’ workshops",
        unit="per 1,000 firms",
        decimals=2,
        polarity="higher",
        foundation="places",
        source="Street survey, spring 2021",
        licence="All rights reserved",
    )
    upload_id = uploads.save(intake.check(table, "survey.csv", description=about), table, Choices(), owner=OWNER)
    return str(queries.indicators(dataset_ids=(f"u-{upload_id}",))["indicator_id"].iloc[0])


@pytest.mark.parametrize("path", [*views.PAGES, *views.VIEWS])
def test_every_exhibit_of_a_view_is_complete(path: str) -> None:
    found = exhibits(opened(path))
    assert [fault for exhibit in found for fault in faults(exhibit)] == []
    assert len({exhibit.key for exhibit in found}) == len(found)


@pytest.mark.parametrize(
    "path",
    [
        f"{views.ANY}?area=E37000034",
        f"{views.ANY}?with=gva_per_hour",
        f"{views.PROFILE}?area=E37000034",
        f"{views.COMPARE}?areas=E37000034,E37000003",
        f"{views.COMPARE}?areas=E37000034,E37000003&view=maps",
        f"{views.COMPARE}?areas=E37000034,E37000003&view=change",
        f"{views.COLLABORATION}?view=clusters",
    ],
)
def test_an_upload_is_complete_too_and_gets_no_licence_of_ours(path: str, series: str) -> None:
    many = "indicators" if views.COMPARE in path else "indicator"
    page = opened(path, owner=OWNER, **{many: series})
    found = exhibits(page)
    assert [fault for exhibit in found for fault in faults(exhibit)] == []
    of_upload = [exhibit for exhibit in found if any(map(attribution.as_stated, records(exhibit.sources)))]
    assert of_upload
    for exhibit in of_upload:
        assert "All rights reserved" in set(exhibit.sources["licence"])
    assert attribution.UPLOADED in page.caption[-1].value.replace("\\", "")


def test_the_files_of_an_exhibit_are_made_and_name_its_sources() -> None:
    (exhibit, *_) = exhibits(opened(f"{views.SECTORS}?area=E37000003"))
    made = {kind: make() for kind, make in files.makers(exhibit).items()}
    rows = pd.read_csv(io.BytesIO(made["CSV"]))
    assert rows["attribution"].str.contains("Office for National Statistics").all()
    assert made["XLSX"].startswith(b"PK")
    assert made["PNG"].startswith(b"\x89PNG")
    assert "Open Government Licence" in made["SVG"].decode()


def test_no_view_draws_figures_by_itself() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno} st.{node.attr}"
        for path in sorted((ROOT / "pages" / "ui" / "views").rglob("*.py"))
        if not FORMS & set(path.parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if node.value.id == "st" and node.attr in OF_FIGURES
    ]
    assert wrong == []
