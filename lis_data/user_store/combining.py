"""The reference store's tables with uploads in them, so that one and the same question serves both."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from lis_data.user_store.file import Connection, attached

MARK = "(uploaded)"
"""What the title of an uploaded series ends with, wherever it is shown."""
_HERE = Path(__file__).parent


@contextmanager
def with_uploads(reference: Path, upload_ids: Collection[str]) -> Iterator[Connection]:
    """A cursor whose tables observation, indicator and dataset have the current version of these uploads too."""
    with attached(reference) as con:
        con.execute("create or replace temp table chosen (upload_id varchar, mark varchar)")
        con.executemany("insert into chosen values (?, ?)", [[upload_id, MARK] for upload_id in upload_ids])
        con.execute((_HERE / "combining.sql").read_text(encoding="utf-8"))
        yield con
