"""What has to be said of sources and licences; it follows from what is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from lis_data.uploads import upload_of
from pages.ui.rows import records

OGL = "Contains public sector information licensed under the Open Government Licence v3.0"
OS = "Contains OS data © Crown copyright and database right"
UPLOADED = "Contains uploaded figures, which are not official and were not checked beyond their form"
_CC_BY = "Contains data from {publisher}, licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
_EUROSTAT = "Source of some figures: Eurostat, © European Union, re-used with acknowledgement of the source"


def lines(sources: pd.DataFrame, *, shapes: bool) -> list[str]:
    """A line for each source, then the attributions, as they stand under a picture and in files."""
    said = [
        f"Source{as_stated(source)}: {source['publisher']}, {source['source_table']}. Licence: {source['licence']}."
        for source in records(sources)
    ]
    return [*said, *(f"{text}." for text in of(sources, shapes=shapes))]


def of(sources: pd.DataFrame, *, shapes: bool) -> list[str]:
    """What the licences of the sources, and of the shapes of areas where some are drawn, ask to be said. The public
    sector's licence is not claimed for uploaded figures, nor any other.
    """
    rows = records(sources)
    official = [row for row in rows if not as_stated(row)]
    licences = [_attribution(row) for row in official]
    public = [OGL] if OGL in licences or shapes or not rows else []
    if len(official) < len(rows):
        subject = "Official figures and shapes of the places" if OGL in licences else "Shapes of the places"
        public = [UPLOADED, *(f"{subject}: {text[:1].lower()}{text[1:]}" for text in public)]
    asked = [text for text in [*licences, *_of_areas(rows)] if text and text != OGL]
    return list(dict.fromkeys([*public, *([OS] if shapes else []), *asked]))


def as_stated(source: Mapping[str, object]) -> str:
    """What is to be said of the source of an uploaded series; nothing of an official one's."""
    return " (uploaded, as its owner states it)" if upload_of(str(source.get("dataset_id", ""))) else ""


def _attribution(source: Mapping[str, object]) -> str:
    """What the licence of an official source asks to be said; nothing of facts compiled from documents."""
    licence = str(source["licence"])
    if licence.startswith("CC BY"):
        return _CC_BY.format(publisher=source["publisher"])
    if licence.startswith("Eurostat"):
        return _EUROSTAT
    return OGL if licence.startswith("OGL") else ""


def _of_areas(rows: Iterable[Mapping[str, object]]) -> list[str]:
    """What the licences of the areas' membership ask to be said: mostly nothing."""
    return [str(row["attribution"]) for row in rows if isinstance(row.get("attribution"), str)]
