"""Keeping an upload: the file, the answers and the figures of a version, all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pandas as pd

from lis_data import user_store
from lis_data.errors import UploadError
from lis_data.intake import Choices, Verdict, describe
from lis_data.settings import settings
from lis_data.uploads.owning import own, remove

_FIRST = 1
Progress = Callable[[float, str], object]


def save(
    verdict: Verdict,
    data: bytes,
    choices: Choices,
    *,
    owner: str,
    upload_id: str | None = None,
    progress: Progress = lambda *_: None,
) -> str:
    """The id of an upload that has the observations of a verdict, as a new upload or as its next version.

    A new upload is open to its owner alone. Raises UploadError where there is no figure, the description has faults,
    the upload is another's, or the uploads have no room left.
    """
    _refuse(verdict)
    _make_room(len(data))
    progress(0.1, "Waiting for a turn")
    with user_store.transaction() as con:
        _forget_old(con)
        progress(0.3, "Writing")
        known = upload_id or user_store.new_upload()
        version = _next_version(con, known, owner) if upload_id else _begin(con, known, owner)
        _write(con, known, version, verdict, data, _with_slug(choices, verdict))
        progress(0.9, "Closing the file")
    return known


def _refuse(verdict: Verdict) -> None:
    """Raise UploadError for what cannot be saved."""
    if verdict.observations.empty:
        raise UploadError("There is no figure to keep; look at the problems first.")
    if faults := verdict.description.faults():
        raise UploadError(" ".join(faults))


def _make_room(size: int) -> None:
    """See that the file may grow by so many bytes, if need be without what nobody saved for a long time.

    Raises UploadError where that is not enough.
    """
    most = settings().uploads_megabytes * 1_000_000
    if _stored_bytes() + size > most and user_store.exists():
        with user_store.transaction() as con:
            forgotten = _forget_old(con)
        if forgotten:
            user_store.rewrite()
    if _stored_bytes() + size > most:
        raise UploadError(f"The uploads of this server have no room left beyond {most / 1e6:,.0f} MB; delete some.")


def _stored_bytes() -> int:
    """The bytes of the file of uploads."""
    return user_store.path().stat().st_size if user_store.exists() else 0


def _forget_old(con: user_store.Connection) -> bool:
    """Delete what nobody saved for a long time; whether there was any."""
    limit = user_store.now() - timedelta(hours=settings().uploads_hours)
    old = con.execute("select upload_id from upload where state = 'session' and changed < ?", [limit]).fetchall()
    for (upload_id,) in old:
        remove(con, upload_id)
    return bool(old)


def _begin(con: user_store.Connection, upload_id: str, owner: str) -> int:
    row = [upload_id, user_store.digest(owner), _FIRST, user_store.now(), user_store.now()]
    con.execute("insert into upload values (?, ?, 'session', '', ?, ?, ?)", row)
    return _FIRST


def _next_version(con: user_store.Connection, upload_id: str, owner: str) -> int:
    """The number of a new version of one's own upload, which becomes the current one."""
    own(con, upload_id, owner)
    last = con.execute("select max(version) from version where upload_id = ?", [upload_id]).fetchone()
    number = int(last[0]) + 1 if last else _FIRST
    con.execute("update upload set version = ?, changed = ? where upload_id = ?", [number, user_store.now(), upload_id])
    return number


def _with_slug(choices: Choices, verdict: Verdict) -> Choices:
    """The answers with the id of the only series, so that another title next month is no other series."""
    return replace(choices, indicator=verdict.series[0].indicator_id) if len(verdict.series) == 1 else choices


def _write(
    con: user_store.Connection, upload_id: str, version: int, verdict: Verdict, data: bytes, choices: Choices
) -> None:
    """The rows of one version."""
    description = verdict.description
    side_file = describe.write(description, choices, url=verdict.name)
    row = [upload_id, version, user_store.now(), verdict.name, data, side_file, description.title]
    row += [description.source, description.licence, description.note, len(verdict.observations)]
    con.execute(f"insert into version values ({', '.join('?' * len(row))})", row)
    _insert(con, "series", _series(verdict), upload_id, version)
    made = pd.Series("uploaded", index=verdict.observations.index).mask(verdict.rows == 0, "uploaded-sum")
    _insert(con, "observation", verdict.observations.assign(derivation=made), upload_id, version)


def _series(verdict: Verdict) -> pd.DataFrame:
    return pd.DataFrame([vars(item) for item in verdict.series]).assign(sort=lambda frame: range(len(frame)))


def _insert(con: user_store.Connection, table: str, frame: pd.DataFrame, upload_id: str, version: int) -> None:
    """Insert rows whose indicator_id is a slug."""
    con.register("frame", frame)
    con.execute(
        f"""
        insert into {table} by name
        select
            ? as upload_id,
            ?::integer as version,
            'u-' || ? || '-' || indicator_id as indicator_id,
            frame.* exclude (indicator_id)
        from frame
        """,
        [upload_id, version, upload_id],
    )
    con.unregister("frame")
