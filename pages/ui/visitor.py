"""Who looks: the secrets that this browser holds, and so the uploads that it may see.

An owner's secret comes from a cookie that lives as long as the browser is open, from the owner's link, or is made when
the first upload is kept; a private link's token comes from the address.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from lis_data import uploads
from lis_data.errors import UploadError
from pages.ui import address

LINK, OWNER = "upload", "owner"
"""Keys of the address: tokens of private links, with commas between them; an owner's secret."""
_COOKIE = "lis_owner"
_SECRET = re.compile(r"[A-Za-z0-9_-]{22}")
_OWNERS, _LINKS, _SEEN = "visitor-owners", "visitor-links", "visitor-uploads"
_MOST = 50
"""Secrets of either kind that are kept for one reader."""
_SET = """<script>
document.cookie = "{name}={value}; path=/; SameSite=Strict" + (location.protocol === "https:" ? "; Secure" : "");
</script>"""


def arrive() -> None:
    """Take the secrets that the browser and the address bring; the first thing after a page's settings."""
    _hold(_OWNERS, _secrets(st.context.cookies.get(_COOKIE, "").split(".")))
    _hold(_OWNERS, _secrets([st.query_params.get(OWNER, "")]))
    st.query_params.pop(OWNER, None)
    asked = _secrets(st.query_params.get(LINK, "").split(","))
    _hold(_LINKS, asked)
    if set(asked) - set(seen()["link"]):
        address.tell("A private link opens nothing any more: its owner revoked it, or deleted the upload.")
        st.query_params.pop(LINK, None)
    _leave_cookie()


def owner() -> str:
    """The secret under which this reader's uploads are kept, made at first need."""
    if not _owners():
        _hold(_OWNERS, [uploads.new_owner()])
    return _owners()[0]


def owner_of(upload_id: str) -> str:
    """The secret that owns an upload, of those that this reader has. Raises UploadError where none does."""
    for secret in _owners():
        held = uploads.visible((secret,), ())
        if held.loc[held["upload_id"] == upload_id, "mine"].any():
            return secret
    raise UploadError("This upload is not there any more, or it is not yours.")


def seen() -> pd.DataFrame:
    """`uploads.visible` for this reader, asked anew when the uploads or the secrets have changed."""
    key = (uploads.stamp(), _owners(), _links())
    held = st.session_state.get(_SEEN)
    if held is None or held[0] != key:
        held = st.session_state[_SEEN] = (key, uploads.visible(_owners(), _links()))
    return held[1]


def stamp_for(values: Iterable[object]) -> uploads.Stamp | None:
    """A mark of the uploads' state where a series of one is among the values; None where there is none.

    Raises UploadError where this reader may not see it. Outside a reader's run (a download that was on offer) the
    offer was the permission.
    """
    texts = _suspects(values)
    named = texts and uploads.uploads_in(texts)
    if not named:
        return None
    if get_script_run_ctx(suppress_warning=True) and not named <= set(seen()["upload_id"]):
        raise UploadError("This upload is not there any more, or it is private; open it with its link.")
    return uploads.stamp()


def _suspects(values: Iterable[object]) -> list[str]:
    """The texts that may name an upload, in the values and in tuples and records of them; usually none."""
    found: list[str] = []
    for value in values:
        if isinstance(value, str):
            if uploads.PREFIX in value:
                found.append(value)
        elif isinstance(value, tuple):
            found += _suspects(value)
        elif dataclasses.is_dataclass(value):
            found += _suspects(vars(value).values())
    return found


def _owners() -> tuple[str, ...]:
    return st.session_state.get(_OWNERS, ())


def _links() -> tuple[str, ...]:
    return st.session_state.get(_LINKS, ())


def _hold(kind: str, secrets: Iterable[str]) -> None:
    held = (*st.session_state.get(kind, ()), *secrets)
    st.session_state[kind] = tuple(dict.fromkeys(held))[-_MOST:]


def _secrets(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if _SECRET.fullmatch(text)]


def _leave_cookie() -> None:
    """Have the browser keep the owner's secrets until it is closed, so that a page can be loaded again."""
    value = ".".join(_owners())
    if value and st.context.cookies.get(_COOKIE) != value:
        with st.sidebar:
            st.html(_SET.format(name=_COOKIE, value=value), unsafe_allow_javascript=True)
