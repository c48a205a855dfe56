"""Corrections to the description of an upload: a new version with the same figures, so that they can be undone."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from lis_data import user_store
from lis_data.errors import UploadError
from lis_data.intake import DescribedSeries, describe
from lis_data.uploads.owning import own
from lis_data.uploads.versioning import copy, versions_of


def describe_again(
    upload_id: str, series: DescribedSeries, *, owner: str, source: str | None = None, licence: str | None = None
) -> None:
    """Say another title, unit, direction or foundation of one of its series (by its slug), or source and licence of
    all.

    Raises UploadError for another's upload, a series that is not there, or a description with faults.
    """
    if faults := series.faults():
        raise UploadError(" ".join(faults))
    with user_store.transaction() as con:
        own(con, upload_id, owner)
        current, number = versions_of(con, upload_id)
        copy(con, upload_id, current, number)
        _say(con, upload_id, number, series)
        _say_in_answers(con, upload_id, number, series, source, licence)


def _say(con: user_store.Connection, upload_id: str, number: int, series: DescribedSeries) -> None:
    said = [series.title.strip(), series.unit, series.decimals, series.polarity, series.foundation]
    found = con.execute(
        """
        update series set title = ?, unit = ?, decimals = ?, polarity = ?, foundation = ?
        where upload_id = ? and version = ? and indicator_id = ?
        returning 1
        """,
        [*said, upload_id, number, user_store.series_id(upload_id, series.indicator_id)],
    ).fetchall()
    if not found:
        raise UploadError(f"There is no series {series.indicator_id} in this upload.")


def _say_in_answers(
    con: user_store.Connection,
    upload_id: str,
    number: int,
    series: DescribedSeries,
    source: str | None,
    licence: str | None,
) -> None:
    """The same in the answers, which the next file is read with; the formulae of derived series stay in them."""
    at = "where upload_id = ? and version = ?"
    name, text = con.execute(f"select file_name, side_file from version {at}", [upload_id, number]).fetchall()[0]
    description, choices = describe.read(str(text))
    formulae = json.loads(str(text)).get("derived", {})
    said = {key: value for key, value in asdict(series).items() if key != "indicator_id"}
    if choices.indicator == series.indicator_id:  # the only series of the file
        description = replace(description, **said)
    elif user_store.series_id(upload_id, series.indicator_id) not in formulae:
        others = tuple(item for item in description.series if item.indicator_id != series.indicator_id)
        description = replace(description, series=(*others, series))
    description = replace(
        description,
        source=description.source if source is None else source,
        licence=description.licence if licence is None else licence,
    ).clean()
    answers = json.loads(describe.write(description, choices, url=str(name)))
    if formulae:
        answers["derived"] = formulae
    written = json.dumps(answers, ensure_ascii=False, indent=2)
    row = [written, description.title, description.source, description.licence, upload_id, number]
    con.execute(f"update version set side_file = ?, title = ?, source = ?, licence = ? {at}", row)
