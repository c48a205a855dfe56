"""Archives and workbooks for tests, well-formed and not."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook

from lis_data.intake import Verdict

TABLE = "Area,Year,Value\nTees Valley,2018,1\nHumber,2018,2\n"


def zipped(members: dict[str, bytes | str]) -> bytes:
    """An archive with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def workbook(*rows: list[object], sheets: tuple[str, ...] = ()) -> bytes:
    """A workbook with these rows in its first sheet, and further sheets."""
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    for name in sheets:
        book.create_sheet(name)
    book.save(file)
    return file.getvalue()


def replaced(part: str, content: bytes | str) -> bytes:
    """A small workbook with one of its parts replaced, or added."""
    with zipfile.ZipFile(io.BytesIO(workbook(["LEP", 2018], ["Humber", 3]))) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**parts, part: content})


def sheet(rows: str) -> str:
    """A sheet with these rows."""
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{name}"><sheetData>{rows}</sheetData></worksheet>'


def only(verdict: Verdict) -> str:
    """The problems of a verdict that has an error."""
    assert not verdict.ok
    return "; ".join(str(problem) for problem in verdict.problems)
