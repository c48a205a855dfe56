"""Where figures come from: as a table for files, and as sentences for pages."""

from __future__ import annotations

import pandas as pd

from geo.areas import GEOGRAPHIES
from lis_data import queries, uploads
from lis_data.model import Series
from pages.ui.rows import records
from pages.ui.shell.markup import link, plain

_SOURCE = ["dataset_id", "publisher", "source_table", "url", "official_status", "licence"]


def sources_of(*series: Series) -> pd.DataFrame:
    """Every source once: dataset_id, publisher, source_table, url, official_status (empty of an upload), licence;
    attribution (what the licences of the areas shown ask to be said, mostly nothing).
    """
    found = pd.concat(_rows(indicator_id, geography_id) for indicator_id, geography_id in series)
    named = found.rename(columns={"dataset_title": "source_table"})
    once = named[_SOURCE]
    asked = dict.fromkeys(GEOGRAPHIES[geography_id].attribution for _, geography_id in series)
    return once.drop_duplicates("dataset_id").assign(attribution=". ".join(filter(None, asked)))


def dataset_sources(*dataset_ids: str) -> pd.DataFrame:
    """Datasets without indicators, with the columns of `sources_of`."""
    named = _datasets(dataset_ids).rename(columns={"title": "source_table"})
    return named[_SOURCE].assign(attribution="")


def described_datasets(*dataset_ids: str) -> str:
    """Where datasets without indicators were published, as Markdown."""
    rows = _datasets(dataset_ids).rename(columns={"title": "dataset_title"})
    return "\n\n".join(_source(row) for row in records(rows))


def described_documents(documents: pd.DataFrame) -> str:
    """Where documents (publisher, source_table, url, licence and, where it is known, note) stand, as Markdown."""
    columns = ["publisher", "source_table", "url", "note"]
    rows = documents.reindex(columns=columns, fill_value="").fillna("").drop_duplicates()
    return "\n".join(
        f"- {plain(row['publisher'])}, {link(row['source_table'], row['url'])}. {plain(row['note'])}".rstrip()
        for row in records(rows)
    )


def _datasets(dataset_ids: tuple[str, ...]) -> pd.DataFrame:
    every = queries.datasets()
    return every[every["dataset_id"].isin(dataset_ids)]


def described(*series: Series) -> str:
    """What each indicator is, how it was made and where it was published, as Markdown."""
    by_indicator: dict[str, list[str]] = {}
    for indicator_id, geography_id in series:
        by_indicator.setdefault(indicator_id, []).append(geography_id)
    return "\n\n".join(line for indicator_id, at in by_indicator.items() for line in _about(indicator_id, *at))


def _rows(indicator_id: str, *geography_ids: str) -> pd.DataFrame:
    rows = queries.describe(indicator_id)
    return rows[rows["geography_id"].isin(geography_ids)]


def _about(indicator_id: str, *geography_ids: str) -> list[str]:
    about = queries.describe(indicator_id).iloc[0]
    if upload_id := uploads.upload_of(indicator_id):
        return _about_upload(about, upload_id)
    return [
        f"**{plain(about['title'])}** ({plain(about['unit'])}). {plain(about['description'])}",
        f"**Method.** {plain(about['method'])}",
        f"**Caveats.** {plain(about['caveat'])}",
        *(_source(row) for row in records(_rows(indicator_id, *geography_ids).drop_duplicates("dataset_id"))),
    ]


def _about_upload(about: pd.Series, upload_id: str) -> list[str]:
    """What is known of an uploaded series: what its owner says of it, and that nobody vouches for it."""
    versions = uploads.versions(upload_id)
    version, file_name = versions.loc[versions["current"], ["version", "file_name"]].iloc[0]
    unit = f" ({plain(about['unit'])})" if about["unit"] else ""
    return [
        f"**{plain(about['title'])}**{unit}. {plain(about['description'])}",
        "**Uploaded figures.** They are not official, and were not checked by us beyond their form: that places, "
        "periods and numbers can be read.",
        f"**Method.** {plain(about['method'])}",
        f"**Source, as its owner states it.** {plain(about['publisher'])}. **Licence, as its owner states it.** "
        f"{plain(about['licence'])}. Uploaded on {about['retrieved']} from the file {plain(file_name)}, "
        f"version {version}.",
    ]


def _source(source: dict[str, str]) -> str:
    return (
        f"**Source.** {plain(source['publisher'])}, {link(source['dataset_title'], source['url'])}: "
        f"{plain(source['table'])}. Published {source['published']}, {source['official_status']}, "
        f"licence {plain(source['licence'])}. {plain(source['note'])}"
    )
