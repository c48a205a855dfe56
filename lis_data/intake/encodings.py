"""Text that was broken on its way here: UTF-8 read as another encoding and saved again, as 'Â£' for '£'."""

from __future__ import annotations

import re

_AMOUNT = rb"(?=\s?(?:\d|mn?\b|bn\b|k\b|000|[)\]]|per\b|[mb]illions?\b|thousands?\b))"
_BROKEN = re.compile(
    rb"\xc3\x82\xc2[\xa0-\xbf]"  # a character of Latin-1 with 'Â' before it
    rb"|\xc3\x83\xc2[\xa0-\xbf]"  # a letter with an accent as 'Ã' and a sign
    rb"|\xc3\xa2\xe2\x82\xac(?:\xe2\x84\xa2|\xe2\x80[\x9c-\x9e\xa0-\xa2\xb9\xba]|\xc2[\xa0-\xbf]"
    rb"|\xc5\x93)"  # 'â€' and a sign
    rb"|\xc2\xac\xc2\xa3"  # '¬£'
    rb"|(?:\xc5\x93|\xc5\x81|\xc3\xba)" + _AMOUNT  # 'œ', 'Ł', 'ú' before an amount: £ of other code pages
)
_STARTS = (b"\xc3\x82", b"\xc3\x83", b"\xc3\xa2\xe2", b"\xc2\xac", b"\xc5\x93", b"\xc5\x81", b"\xc3\xba")
"""How all of these begin, which is quicker to look for."""
_POUND = "£"


def mended(content: bytes) -> tuple[bytes, str, str]:
    """UTF-8 without such text; and the first that was broken, with what it is; blank where none was."""
    likely = not content.isascii() and any(start in content for start in _STARTS)
    first = _BROKEN.search(content) if likely else None
    if not first:
        return content, "", ""
    return _BROKEN.sub(lambda found: _one(found[0]).encode(), content), first[0].decode(), _one(first[0])


def _one(broken: bytes) -> str:
    """What broken text was."""
    text = broken.decode()
    if len(text) == 1 or text.startswith("¬"):
        return _POUND
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
