"""Text from data, files and links as text: nothing in it is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

_SPECIAL = r"\`*_{}[]()<>#$~|:!&"
_ADDRESS = re.compile(r"(?<=://)(?=\S)|(?<=\bwww)(?=\.)|(?<=\S@)(?=\S)", re.IGNORECASE)
_ITEM = re.compile(r"^\s*\d+(?=\.(?:\s|$))|^\s*(?=[-+=]+(?:\s|$))", re.MULTILINE)
"""What stands before the mark of a list, or of a heading that is underlined."""
_JOINER = "\u2060"
"""Has no width, and keeps a browser from making a link of an address that somebody wrote."""


def plain(text: str, *, most: int = 2000) -> str:
    """`text`, at most `most` characters of it, for a place where Markdown is read."""
    cut = _ADDRESS.sub(_JOINER, text if len(text) <= most else f"{text[:most]}…")
    escaped = "".join(f"\\{character}" if character in _SPECIAL else character for character in cut)
    return _ITEM.sub(r"\g<0>\\", escaped)


def link(text: str, url: object) -> str:
    """A Markdown link where a browser may be sent to the address, else the text."""
    return f"[{plain(text)}](<{address}>)" if (address := web_address(url)) else plain(text)


def web_address(url: object) -> str:
    """`url` if a browser may be sent there (http, https, or a page of ours: `/…`), else an empty text."""
    text = str(url)
    found = urlsplit(text)
    known = found.scheme in ("http", "https") or (text.startswith("/") and not found.netloc)
    return text if known and not set(text) & set("<> \n\"'\\") else ""


def facts(items: Mapping[str, str]) -> str:
    """Short facts as a list of terms and what they are, in HTML."""
    pairs = "".join(f"<div><dt>{escape(term)}</dt><dd>{escape(text)}</dd></div>" for term, text in items.items())
    return f'<dl class="lis-facts">{pairs}</dl>'
