"""What a reader learns of a figure by its status and how it was made: published, estimated, uploaded, suppressed."""

from __future__ import annotations

import pandas as pd

from lis_data.model import BY_PUBLISHER, DERIVATIONS, OF_ONE, Status
from lis_data.uploads import DERIVED, upload_of

UPLOADED = ("uploaded", "uploaded-sum", DERIVED)
"""How uploaded figures were made: as they are in the file, added up from its areas, or derived from kept ones."""
MARKS = {Status.ESTIMATED: ("estimated", "est."), Status.UNRELIABLE: ("low reliability", "low rel.")}
"""What is said of a figure wherever it stands, in words and where there is little room."""
_OF_UPLOADS = {
    Status.NORMAL: "uploaded",
    Status.ESTIMATED: "uploaded, estimated by its owner",
    Status.PROVISIONAL: "uploaded, provisional",
    Status.UNRELIABLE: "uploaded, low reliability",
    Status.SUPPRESSED: "suppressed in the upload",
}
_OF_DERIVED = {
    Status.NORMAL: "derived from uploaded figures",
    Status.ESTIMATED: "derived, from figures of different years or from an estimate",
}


def of_official(status: str, derivation: str) -> str:
    """What is said of an official figure by its status and derivation: `published`, `calculated here as a sum`,
    `estimated here as a ratio`, `provisional; calculated here as a sum`, `suppressed by the publisher`.
    """
    code, made = Status(status), DERIVATIONS[derivation]
    published = derivation in BY_PUBLISHER
    texts = {
        Status.NORMAL: made,
        Status.ESTIMATED: "estimated by the publisher" if published else made.replace("calculated", "estimated"),
        Status.SUPPRESSED: f"{'' if derivation in OF_ONE else 'not given: a part is '}suppressed by the publisher",
        Status.MISSING: code.label,
    }
    return texts.get(code, code.label if derivation == "published" else f"{code.label}; {made}")


def status(code: str, *, derivation: str) -> str:
    """What is said of a figure: of an official one as `of_official`, of an uploaded one what its owner says of it.
    What has no figure may have no derivation.
    """
    if derivation == DERIVED and code in _OF_DERIVED:
        return _OF_DERIVED[Status(code)]
    if derivation in UPLOADED:
        return _OF_UPLOADS.get(Status(code), Status(code).label)
    return of_official(code, derivation or "published")


def each(figures: pd.DataFrame) -> list[str]:
    """`status` of each row, by its status and derivation; empty where it has neither."""
    pairs = figures[["status", "derivation"]].fillna("").itertuples(index=False)
    return [status(code, derivation=derivation) if code else "" for code, derivation in pairs]


def marked(status: str, *, indicator_id: str) -> str:
    """What is said of several figures of an indicator with a status of MARKS at once."""
    return _OF_UPLOADS[Status(status)] if upload_of(indicator_id) else Status(status).label
