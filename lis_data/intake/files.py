"""An analyst's file as text: what it is, how its characters are encoded, and whether it is within the limits.

Nothing is unpacked to disk, no path of an archive is used, and nothing of the content is ever executed.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from lis_data.errors import UnreadableError
from lis_data.intake import archives
from lis_data.intake.problems import Problems
from lis_data.settings import settings

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
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 4096


@dataclass(frozen=True)
class Source:
    """A file as text in UTF-8: `content` without byte order mark; `sheets` where it was a workbook."""

    content: bytes
    encoding: str
    delimiter: str = ""
    sheets: tuple[str, ...] = field(default=())


def read(data: bytes, *, sheet: str, problems: Problems) -> Source:
    """The text of a file. Raises UnreadableError for what is too large or no table."""
    _check_size(data)
    if archives.is_zip(data):
        archive = archives.open_zip(data)
        if archives.is_workbook(archive):
            return _workbook(data, sheet, problems)
        name, data = archives.only_member(archive)
        problems.add("member", value=name)
        if archives.is_zip(data):
            if not archives.is_workbook(archives.open_zip(data)):
                raise UnreadableError("archive", what="holds another archive")
            return _workbook(data, sheet, problems)
    return _text(data, problems)


def _check_size(data: bytes) -> None:
    if not data.strip():
        raise UnreadableError("empty")
    most = settings().intake_megabytes
    if len(data) > most * _MB:
        raise UnreadableError("too-large", size=f"{len(data) / _MB:,.0f}", most=most)


def _workbook(data: bytes, sheet: str, problems: Problems) -> Source:
    content, used, sheets = archives.workbook_text(data, sheet)
    if len(sheets) > 1:
        problems.add("sheet", value=used, others=", ".join(name for name in sheets if name != used))
    return Source(content, "workbook", ",", sheets)


def _text(data: bytes, problems: Problems) -> Source:
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableError("not-a-table", what=what)
    encoding = _encoding(data)
    text = data.decode(encoding, errors="replace")
    if encoding not in ("utf-8", "utf-8-sig"):
        problems.add("encoding", encoding=_NAMES.get(encoding, encoding))
    if "�" in text and encoding != "utf-8":
        problems.add("replaced-characters", encoding=_NAMES.get(encoding, encoding))
    content = data if encoding == "utf-8" else text.removeprefix("\ufeff").encode("utf-8", errors="replace")
    return Source(content, encoding)


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
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
