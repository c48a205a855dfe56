"""A new version that begins as a copy of the current one."""

from __future__ import annotations

from lis_data import user_store


def versions_of(con: user_store.Connection, upload_id: str) -> tuple[int, int]:
    """The number of the current version, and that of the next one."""
    current, last = con.execute(
        """
        select upload.version, max(version.version)
        from upload
        join version using (upload_id)
        where upload_id = ?
        group by upload.version
        """,
        [upload_id],
    ).fetchall()[0]
    return int(current), int(last) + 1


def copy(con: user_store.Connection, upload_id: str, current: int, number: int) -> None:
    """Copy all rows of a version to another number, which becomes the current version."""
    for table in ("version", "series", "observation"):
        con.execute(
            f"""
            insert into {table} select * replace (?::integer as version) from {table}
            where upload_id = ? and version = ?
            """,
            [number, upload_id, current],
        )
    now = user_store.now()
    con.execute("update version set saved = ? where upload_id = ? and version = ?", [now, upload_id, number])
    con.execute("update upload set version = ?, changed = ? where upload_id = ?", [number, now, upload_id])
