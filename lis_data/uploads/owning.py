"""What an owner may do with an upload: go back, share, publish, delete. Nobody else can."""

from __future__ import annotations

from lis_data import user_store
from lis_data.errors import UploadError
from lis_data.settings import settings


def use(upload_id: str, version: int, *, owner: str) -> None:
    """Show another version from now on: an earlier one to undo, a later one to redo."""
    with user_store.transaction() as con:
        own(con, upload_id, owner)
        known = con.execute("select version from version where upload_id = ? order by 1", [upload_id]).fetchall()
        if (version,) not in known:
            raise UploadError(f"There is no version {version}; there are {', '.join(str(one) for (one,) in known)}.")
        con.execute(
            "update upload set version = ?, changed = ? where upload_id = ?", [version, user_store.now(), upload_id]
        )


def share(upload_id: str, *, owner: str) -> str:
    """Save it and give it a private link: the token that the link ends with, the same one if there is one already."""
    with user_store.transaction() as con:
        link = own(con, upload_id, owner)
        token = link or user_store.new_secret()
        con.execute(
            """
            update upload set link = ?, state = if(state = 'session', 'saved', state), changed = ?
            where upload_id = ?
            """,
            [token, user_store.now(), upload_id],
        )
    return token


def revoke(upload_id: str, *, owner: str) -> None:
    """The private link opens nothing from now on; the upload stays saved."""
    _set(upload_id, owner, "link = ''")


def publish(upload_id: str, *, owner: str) -> None:
    """List it for everyone on this server. Raises UploadError where the operator does not allow that."""
    if not settings().publishing:
        raise UploadError("Publishing is off on this server; its operator can set LIS_PUBLISHING to yes.")
    _set(upload_id, owner, "state = 'published'")


def withdraw(upload_id: str, *, owner: str) -> None:
    """Take it off the public list; its private link still opens it."""
    _set(upload_id, owner, "state = 'saved'")


def delete(upload_id: str, *, owner: str) -> None:
    """Delete every version for good, from the file too."""
    with user_store.transaction() as con:
        own(con, upload_id, owner)
        remove(con, upload_id)
    user_store.rewrite()


def purge(upload_id: str) -> None:
    """The same, by the operator, whoever owns it. Raises UploadError where there is no such upload."""
    with user_store.transaction() as con:
        if not con.execute("select 1 from upload where upload_id = ?", [upload_id]).fetchone():
            raise UploadError(f"There is no upload {upload_id}; see: python -m lis_data uploads list")
        remove(con, upload_id)
    user_store.rewrite()


def remove(con: user_store.Connection, upload_id: str) -> None:
    """Take all rows of an upload out of the tables."""
    for table in ("observation", "series", "version", "upload"):
        con.execute(f"delete from {table} where upload_id = ?", [upload_id])


def own(con: user_store.Connection, upload_id: str, owner: str) -> str:
    """The private link of an upload, '' where it has none.

    Raises UploadError for an upload that does not exist or is another's, without saying which.
    """
    found = con.execute("select owner, link from upload where upload_id = ?", [upload_id]).fetchone()
    if found is None or found[0] != user_store.digest(owner):
        raise UploadError("This upload is not there, or it is not yours: open it with the link of its owner.")
    return str(found[1])


def _set(upload_id: str, owner: str, change: str) -> None:
    with user_store.transaction() as con:
        own(con, upload_id, owner)
        con.execute(f"update upload set {change}, changed = ? where upload_id = ?", [user_store.now(), upload_id])
