"""The file of uploads, opened for one transaction at a time by one program at a time.

So a server and the command line can use the same file. A transaction that is interrupted is there completely or not at
all: DuckDB replays its log when the file is next opened.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from lis_data import store
from lis_data.errors import UploadError
from lis_data.settings import settings

_HERE = Path(__file__).parent
_LOG = logging.getLogger(__name__)
_PATIENCE, _PATIENCE_TO_READ = 60.0, 10.0
"""Seconds to wait for one's turn to change the uploads, and to read them: a page waits for that."""
_POLL = 0.005
_LAYOUT = 1
"""What schema.sql lays out."""

_NO_FILE = (0, 0, 0)
_OF_THE_DISK = (duckdb.IOException, duckdb.TransactionException, duckdb.OutOfMemoryException, duckdb.FatalException)
"""What DuckDB raises where the disk is full or the file is damaged."""

Connection = duckdb.DuckDBPyConnection
Stamp = tuple[tuple[int, int, int], ...]


def path() -> Path:
    """Where the uploads are, or will be."""
    return settings().uploads_file


def exists() -> bool:
    """Whether anything was ever uploaded here."""
    return _mark(path()) != _NO_FILE


def now() -> datetime:
    """The time that rows are stamped with, UTC."""
    return datetime.now(UTC).replace(tzinfo=None)


def stamp() -> Stamp:
    """Another value after every change of the uploads, whoever made it."""
    parts = (path(), _log(path()))
    return tuple(_mark(part) for part in parts)


def _mark(part: Path) -> tuple[int, int, int]:
    try:
        found = part.stat()
    except OSError:  # it is not there, or its folder cannot be entered
        return _NO_FILE
    return (found.st_ino, found.st_mtime_ns, found.st_size)


@contextmanager
def transaction() -> Iterator[Connection]:
    """The uploads to read and change; all of it happens, or after an error or a crash nothing."""
    with _turn():
        if not exists():
            _create()
        with _connected(read_only=False) as con:
            con.execute("begin")
            try:
                yield con
            except BaseException:
                con.execute("rollback")
                raise
            con.execute("commit")


@contextmanager
def reading() -> Iterator[Connection]:
    """The uploads to read. Raises UploadError where there are none."""
    with _turn(_PATIENCE_TO_READ):
        if not exists():
            raise UploadError("Nothing was uploaded here yet.")
        with _connected(read_only=True) as con:
            yield con


@contextmanager
def attached(reference: Path) -> Iterator[Connection]:
    """A cursor on the reference store's tables with the uploads attached as `uploads`; it can reach nothing else.

    Raises UploadError where there are no uploads or the file cannot be used.
    """
    with _turn(_PATIENCE_TO_READ), store.cursor(_reference(reference, path())) as con:
        if not exists():
            raise UploadError("Nothing was uploaded here yet.")
        with _in_our_words():
            con.execute(f"attach '{store.quoted(path())}' as uploads (read_only)")
        try:
            _check_layout(con, "uploads.layout")
            yield con
        finally:
            con.execute("detach uploads")


def rewrite() -> None:
    """Write the file anew, so that deleted rows are gone from it."""
    with _turn():
        unfinished = _unfinished()
        with _in_our_words("what was deleted is gone, but its bytes stay in the file"), duckdb.connect() as con:
            con.execute(f"attach '{store.quoted(path())}' as before")
            con.execute("checkpoint before")
            con.execute(f"attach '{store.quoted(unfinished)}' as after")
            con.execute("copy from database before to after")
        unfinished.replace(path())


@contextmanager
def _connected(*, read_only: bool) -> Iterator[Connection]:
    """The file itself, locked down."""
    with _in_our_words(), duckdb.connect(str(path()), read_only=read_only, config=_config()) as con:
        _check_layout(con, "layout")
        yield con


@contextmanager
def _in_our_words(then: str = "nothing was changed") -> Iterator[None]:
    """What the disk or the file cannot do, and what is true then, as an UploadError."""
    try:
        yield
    except _OF_THE_DISK as error:
        _LOG.warning("The uploads at %s cannot be used: %s", path(), error)
        raise UploadError(f"The uploads of this server cannot be used just now; {then}. Its log says why.") from error


def _check_layout(con: Connection, table: str) -> None:
    """Raise UploadError for a file that this program did not lay out."""
    try:
        number = con.execute(f"select number from {table}").fetchone()
    except duckdb.CatalogException as error:
        raise UploadError("The file of uploads is a database of something else; set LIS_UPLOADS_FILE.") from error
    if number != (_LAYOUT,):
        raise UploadError("The uploads are of another version of this program; use that one.")


@contextmanager
def _turn(patience: float = _PATIENCE) -> Iterator[None]:
    """One's turn at the file, among the threads of this process and all others."""
    lock = FileLock(path().with_suffix(".lock"), timeout=patience)
    try:
        path().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock.acquire(poll_interval=_POLL)
    except Timeout as error:
        raise UploadError("The uploads are in use by another program; try again in a minute.") from error
    except OSError as error:
        _LOG.warning("There is no writing in %s: %s", path().parent, error)
        raise UploadError("There is no writing where the uploads should be; set LIS_UPLOADS_FILE.") from error
    try:
        yield
    finally:
        lock.release()


def _create() -> None:
    """Lay out the tables in a new file; it is not there until all of them are."""
    unfinished = _unfinished()
    with _in_our_words(), duckdb.connect(str(unfinished), config=_config()) as con:
        con.execute((_HERE / "schema.sql").read_text(encoding="utf-8"))
    unfinished.replace(path())


def _unfinished() -> Path:
    """The path of a new file, after removing what an interrupted program left there."""
    unfinished = path().with_suffix(".partial")
    for left in (unfinished, _log(unfinished)):
        left.unlink(missing_ok=True)
    return unfinished


def _log(of: Path, after: str = "") -> Path:
    """Where DuckDB writes the changes of a file before they are in it, and what it leaves where that went wrong."""
    return of.with_name(f"{of.name}.wal{after}")


def _config() -> store.Config:
    return {**store.LOCKED, "memory_limit": settings().memory_limit, "threads": settings().threads}


@cache
def _reference(reference: Path, uploads: Path) -> Connection:
    """A database in memory that shows the reference store's tables, and may open the uploads."""
    con = duckdb.connect(config={"memory_limit": settings().memory_limit, "threads": settings().threads})
    con.execute(f"attach '{store.quoted(reference)}' as reference (read_only)")
    tables = con.execute("select table_name from duckdb_tables() where database_name = 'reference'").fetchall()
    for (table,) in tables:
        con.execute(f'create view "{table}" as from reference."{table}"')
    files = (uploads, *(_log(uploads, after) for after in ("", ".checkpoint", ".recovery")))
    allowed = ", ".join(f"'{store.quoted(file)}'" for file in files)
    con.execute(f"set allowed_paths = [{allowed}]")
    for name, value in store.LOCKED.items():
        con.execute(f"set {name} = {value}")
    return con
