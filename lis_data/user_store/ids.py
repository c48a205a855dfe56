"""The ids of uploads and their series, and the secrets that open them.

An official indicator's id has no hyphen, so none can be taken for an uploaded one. A secret has 131 random bits.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import string
from collections.abc import Iterable

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_LENGTH = 16
_SIGNS = string.ascii_letters + string.digits
_SIGNS_OF_A_SECRET = 22
PREFIX = "u-"
"""What the id of every upload's dataset and series begins with."""
_UPLOAD = re.compile(rf"\b{PREFIX}([a-z2-7]{{{_LENGTH}}})\b")


def new_upload() -> str:
    """The id of a new upload."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def new_secret() -> str:
    """The secret of an owner, or the end of a private link: whoever has it may; nobody can guess it.

    It has no hyphen: a command would take one at its beginning for an option.
    """
    return "".join(secrets.choice(_SIGNS) for _ in range(_SIGNS_OF_A_SECRET))


def digest(secret: str) -> str:
    """The SHA-256 of an owner's secret, which is stored instead of it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def series_id(upload_id: str, slug: str) -> str:
    """What a series is called wherever an official indicator has its id."""
    return f"{PREFIX}{upload_id}-{slug}"


def upload_of(indicator_id: str) -> str | None:
    """The upload that a series is of; None for an official indicator."""
    found = _UPLOAD.match(indicator_id)
    return found[1] if found else None


def uploads_in(values: Iterable[object]) -> frozenset[str]:
    """The uploads whose series are named in any of the texts."""
    texts = (value for value in values if isinstance(value, str) and PREFIX in value)
    return frozenset(upload for text in texts for upload in _UPLOAD.findall(text))


def dataset_id(upload_id: str) -> str:
    """What an upload is called wherever an official table has its id."""
    return f"{PREFIX}{upload_id}"
