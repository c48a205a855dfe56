"""The reference store's tables with uploads in them, so that one and the same question serves both."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from lis_data.user_store.file import Connection, beside

MARK = "(uploaded)"
"""What the title of an uploaded series ends with, wherever it is shown."""
_HERE = Path(__file__).parent


@contextmanager
def shown_with(reference: Path, upload_ids: Collection[str]) -> Iterator[Connection]:
    """A cursor whose tables observation, indicator and dataset have the shown version of these uploads too."""
    with beside(reference) as con:
        con.execute("create or replace temp table shown (upload_id varchar, mark varchar)")
        con.executemany("insert into shown values (?, ?)", [[upload_id, MARK] for upload_id in upload_ids])
        con.execute((_HERE / "showing.sql").read_text(encoding="utf-8"))
        yield con
