"""An analyst's file as text: what it is, how its characters are encoded, and whether it is within the limits.

Nothing is unpacked to disk, no path of an archive is used, and nothing of the content is ever executed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lis_data.errors import UnreadableError
from lis_data.intake import archives, encodings, sheets
from lis_data.intake.problems import Problems
from lis_data.intake.sheets import Sheet
from lis_data.settings import settings
from lis_data.wording import count

_MB = 1_000_000
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old .xls workbook",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"PAR1": "a Parquet file",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format": "a database",
    b"{\\rtf": "a text document",
}
_JSON = re.compile(rb"\{\s*(?:\"|\}|$)|\[\s*(?:\{|\[|\"[^\"]*\"\s*,|-?\d)")
_JSON_FORMS = (
    (re.compile(rb'"class"\s*:\s*"(?:dataset|collection)"|"dimension"\s*:\s*\{'), "JSON-stat, a kind of JSON"),
    (re.compile(rb'"FeatureCollection"'), "GeoJSON, a map in JSON"),
)
_MARKUP = re.compile(rb"<(?:\?xml|!doctype|html|svg|table|script|rss|body|head)\b", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NAMED = 8
"""As many hidden rows or columns are named."""
_SAMPLE = 4096
_PIECE = 1 << 20


@dataclass(frozen=True)
class Source:
    """A file as text in UTF-8: `content` without byte order mark; `sheets` and the `sheet` that was read where it
    was a workbook."""

    content: bytes
    encoding: str
    delimiter: str = ""
    sheets: tuple[str, ...] = field(default=())
    sheet: str = ""


def read(data: bytes, *, sheet: str, problems: Problems) -> Source:
    """The text of a file. Raises UnreadableError for what is too large or no table."""
    _check_size(data)
    if archives.is_zip(data):
        archive = archives.open_zip(data)
        if archives.is_workbook(archive):
            return _workbook(data, sheet, problems)
        if archives.is_open_document(archive):
            raise UnreadableError("not-a-table", what="an OpenDocument file (.ods)")
        name, data = archives.only_member(archive)
        problems.add("member", value=name)
        if archives.is_zip(data):
            if not archives.is_workbook(archives.open_zip(data)):
                raise UnreadableError("archive", what="holds another archive")
            return _workbook(data, sheet, problems)
    return _text(data, problems)


def _check_size(data: bytes) -> None:
    if not data or data.isspace():
        raise UnreadableError("empty")
    most = settings().intake_megabytes
    if len(data) > most * _MB:
        raise UnreadableError("too-large", size=f"{len(data) / _MB:,.0f}", most=most)


def _workbook(data: bytes, sheet: str, problems: Problems) -> Source:
    found = sheets.read(data, sheet)
    if len(found.names) > 1:
        problems.add("sheet", value=found.name, others=", ".join(name for name in found.names if name != found.name))
    _tell_layout(found, problems)
    return Source(found.content, "workbook", ",", found.names, found.name)


def _tell_layout(found: Sheet, problems: Problems) -> None:
    """What is hidden or merged in a sheet, and cells that it shows otherwise than they are stored."""
    if rows := found.hidden_rows:
        named = count(len(rows), "row is", "rows are")
        examples = ", ".join(map(str, rows[:_NAMED])) + (" …" if len(rows) > _NAMED else "")
        problems.add("hidden", row=rows[0], rows=len(rows), value=examples, found=named)
    if columns := found.hidden_columns:
        examples = ", ".join(columns[:_NAMED]) + (" …" if len(columns) > _NAMED else "")
        problems.add("hidden", value=examples, found=count(len(columns), "column is", "columns are"))
    for kind, merged in (("merged-cells", found.merged), ("merged-figure", found.figures_merged)):
        if merged:
            row, text, rows_ = merged[0]
            problems.add(kind, row=row, value=text, rows=sum(rows for _, _, rows in merged), found=f"{rows_} rows")
    if found.scaled:
        row, stored, displayed = found.scaled
        problems.add("scaled", row=row, value=displayed, stored=stored)


def _text(data: bytes, problems: Problems) -> Source:
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableError("not-a-table", what=what)
    _check_form(data[:_SAMPLE])
    encoding = _encoding(data)
    if encoding not in ("utf-8", "utf-8-sig"):
        problems.add("encoding", encoding=_NAMES.get(encoding, encoding))
    content = data if encoding == "utf-8" else b"".join(_as_utf8(data, encoding)).removeprefix(codecs.BOM_UTF8)
    if "�".encode() in content:
        problems.add("replaced-characters", encoding=_NAMES.get(encoding, "UTF-8"))
    content, broken, meaning = encodings.mended(content)
    if broken:
        problems.add("broken-characters", value=broken, meaning=meaning)
    return Source(content, encoding)


def _check_form(start: bytes) -> None:
    """Raise UnreadableError for text that is no table: JSON, a web page, or a pointer to a file that is elsewhere."""
    text = start.removeprefix(codecs.BOM_UTF8).lstrip()
    if text.startswith(b"version https://git-lfs"):
        raise UnreadableError("pointer")
    if _JSON.match(text):
        form = next((what for mark, what in _JSON_FORMS if mark.search(text)), "JSON")
        raise UnreadableError("json", what=form)
    if _MARKUP.match(text):
        raise UnreadableError("not-a-table", what="a web page or XML")


def _as_utf8(data: bytes, encoding: str) -> Iterator[bytes]:
    """The text in UTF-8, a piece at a time: all of it decoded at once would take up to four times the memory."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for start in range(0, len(data), _PIECE):
        piece = data[start : start + _PIECE]
        yield decoder.decode(piece, start + _PIECE >= len(data)).encode("utf-8", errors="replace")


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _PIECE):
            decoder.decode(data[start : start + _PIECE], start + _PIECE >= len(data))
    except UnicodeDecodeError:
        return False
    return True


_NAMES = {"cp1252": "Windows-1252", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


def _encoding(data: bytes) -> str:
    """By byte order mark; else UTF-16 if every other byte is NUL; else UTF-8 if it is; else Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    sample = data[:_SAMPLE]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if (
            len(sample) >= 4
            and sample[first::2].count(0) > 0.4 * len(sample) / 2
            and sample[1 - first :: 2].count(0) == 0
        ):
            return encoding
    return "utf-8" if _is_utf8(data) else "cp1252"
