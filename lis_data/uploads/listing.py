"""What is there: uploads, their series and their versions, to those who may see them."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd

from lis_data import user_store
from lis_data.errors import UploadError
from lis_data.intake import Choices, Description, describe
from lis_data.settings import settings

_COLUMNS = (
    *("upload_id", "title", "state", "owned", "key", "link", "version", "versions", "created", "changed"),
    *("file_name", "observations", "figures", "source", "licence", "note"),
)
_VERSIONS = ("version", "saved", "file_name", "title", "observations", "current")

_VISIBLE = """
    with version_count as (select upload_id, count(*) as versions from version group by upload_id),
    judged as (
        select
            *,
            coalesce(list_position($owners::varchar[], owner), 0) as key,
            key > 0 as owned,
            link <> '' and list_contains($links::varchar[], link) as opened
        from upload
        where state <> 'session' or changed > $oldest
    ),
    seen as (from judged where owned or opened or (state = 'published' and $publishing)),
    counted as (
        select upload_id, count(value) as figures from observation semi join seen using (upload_id, version) group by 1
    )
    select
        upload_id, title, state, owned, key, if(owned or opened, link, '') as link, version, versions, created, changed,
        file_name, observations, figures, source, licence, note
    from seen
    join version using (upload_id, version)
    join version_count using (upload_id)
    join counted using (upload_id)
    order by changed desc, upload_id
"""


def visible(owners: tuple[str, ...], links: tuple[str, ...]) -> pd.DataFrame:
    """The uploads that these owners' secrets and private links open, and the published ones, the last changed first.

    One row each: upload_id, title, state (session, saved or published), owned, key (which of the owners' secrets owns
    it, from 1; 0 for none), link (its token, for those who may know it), version (the current one), versions (how
    many), created, changed (UTC), file_name, observations, figures (those with a value), source, licence, note. The
    file is not opened where there can be none. Raises UploadError where it cannot be read.
    """
    if not ((owners or links or settings().publishing) and user_store.exists()):
        return nothing()
    keys = {"owners": [user_store.digest(owner) for owner in owners], "links": list(links)}
    oldest = user_store.now() - timedelta(hours=settings().uploads_hours)
    limits = {"oldest": oldest, "publishing": settings().publishing}
    with user_store.reading() as con:
        return con.execute(_VISIBLE, {**keys, **limits}).df()


def nothing() -> pd.DataFrame:
    """The columns of `visible` without a row."""
    return pd.DataFrame(columns=list(_COLUMNS))


def everything() -> pd.DataFrame:
    """Every upload, for the operator: the columns of `visible` without owned, key, link and figures."""
    if not user_store.exists():
        return pd.DataFrame(columns=[name for name in _COLUMNS if name not in ("owned", "key", "link", "figures")])
    with user_store.reading() as con:
        return con.execute(
            """
            with version_count as (select upload_id, count(*) as versions from version group by upload_id)
            select
                upload_id, title, state, version, versions, created, changed, file_name, observations,
                source, licence, note
            from upload
            join version using (upload_id, version)
            join version_count using (upload_id)
            order by changed desc, upload_id
            """
        ).df()


def versions(upload_id: str) -> pd.DataFrame:
    """The versions of an upload, the newest first: version, saved (UTC), file_name, title, observations, current."""
    if not user_store.exists():
        return pd.DataFrame(columns=list(_VERSIONS))
    with user_store.reading() as con:
        return con.execute(
            """
            select version.version, saved, file_name, title, observations, version.version = upload.version as current
            from version
            join upload using (upload_id)
            where upload_id = ?
            order by version.version desc
            """,
            [upload_id],
        ).df()


def answers(upload_id: str) -> tuple[Description, Choices]:
    """The owner's answers for the current version. Raises UploadError where there is no such upload."""
    with user_store.reading() as con:
        found = con.execute(
            "select side_file from version join upload using (upload_id, version) where upload_id = ?", [upload_id]
        ).fetchone()
    if found is None:
        raise UploadError(f"There is no upload {upload_id}.")
    return describe.read(str(found[0]))
