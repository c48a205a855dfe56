"""Text from data, files and links as text: nothing in it is taken for markup."""

from __future__ import annotations

_SPECIAL = r"\`*_{}[]()<>#$~|:!&"


def plain(text: str, *, most: int = 2000) -> str:
    """`text`, at most `most` characters of it, for a place where Markdown is read."""
    cut = text if len(text) <= most else f"{text[:most]}…"
    return "".join(f"\\{character}" if character in _SPECIAL else character for character in cut)
