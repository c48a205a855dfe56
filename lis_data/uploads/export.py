"""An upload to take away: a zip with every version's file as it was given, the answers, and the figures as CSV."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from lis_data import user_store
from lis_data.errors import UploadError
from lis_data.intake.names import slug
from lis_data.spreadsheets import neutral


def export(upload_id: str) -> bytes:
    """The zip, a folder a version. Raises UploadError where there is no such upload."""
    packed = io.BytesIO()
    with user_store.reading() as con, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        rows = con.execute(
            "select version, file_name, file, side_file from version where upload_id = ? order by version", [upload_id]
        ).fetchall()
        if not rows:
            raise UploadError(f"There is no upload {upload_id}.")
        for version, file_name, given, side_file in rows:
            folder = f"version-{version}"
            archive.writestr(f"{folder}/{_safe(file_name)}", given)
            archive.writestr(f"{folder}/answers.json", side_file)
            archive.writestr(f"{folder}/observations.csv", _figures(con, upload_id, version))
    return packed.getvalue()


def _safe(file_name: str) -> str:
    """A file's name that is no path, whatever it was called."""
    name = PurePath(file_name.replace("\\", "/")).name
    return f"{slug(PurePath(name).stem)}{PurePath(name).suffix.lower()[:6]}"


def _figures(con: user_store.Connection, upload_id: str, version: int) -> str:
    found = con.execute(
        """
        select
            title as series, unit, geography_id, area_code, period, industry, value, lower, upper, status, derivation
        from observation
        join series using (upload_id, version, indicator_id)
        where upload_id = ? and version = ?
        order by sort, geography_id, area_code, period, industry
        """,
        [upload_id, version],
    ).df()
    return str(neutral(found).to_csv(index=False))
