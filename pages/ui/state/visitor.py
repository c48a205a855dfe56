"""Who looks: the secrets that this browser holds, and so the uploads that it may see.

An owner's secret is made when the first upload is kept, and a cookie brings it back as long as the browser is open.
What comes with an owner's link is held apart: it opens that owner's uploads, and nothing new is ever kept under it, or
whoever sends such a link would see what its reader adds. A private link's token comes from the address.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import re
from collections.abc import Callable, Iterable
from contextvars import ContextVar

import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from lis_data import uploads
from lis_data.errors import UploadError
from pages.ui.state import address

_LOG = logging.getLogger(__name__)
LINK, OWNER = "upload", "owner"
"""Keys of the address: tokens of private links, with commas between them; an owner's secret."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{22}")
_OWN, _OPENED, _LINKS = "visitor-own", "visitor-opened", "visitor-links"
_SEEN, _UNREAD = "visitor-uploads", "visitor-unread"
_COOKIES = {_OWN: "lis_owner", _OPENED: "lis_opened"}
_MOST = 50
"""Secrets of each kind that are kept for one reader."""
_READER: ContextVar[tuple[tuple[str, ...], tuple[str, ...]] | None] = ContextVar("reader", default=None)
"""The owners' secrets and tokens of the reader who asked for a download."""
_SET = """<script>
for (const [name, value] of {cookies}) {{
  const before = (document.cookie.match(new RegExp("(?:^|; )" + name + "=([^;]*)")) || ["", ""])[1];
  const all = [...new Set([...before.split("."), ...value.split(".")])].filter(Boolean).slice(-{most}).join(".");
  document.cookie = name + "=" + all + "; path=/; SameSite=Strict" + (location.protocol === "https:" ? "; Secure" : "");
}}
</script>"""
"""Adds to what another tab of the browser may have left since this one was opened."""


def arrive() -> None:
    """Take the secrets that the browser and the address bring; the first thing after a page's settings."""
    for kind, cookie in _COOKIES.items():
        _hold(kind, _secrets(st.context.cookies.get(cookie, "").split(".")))
    _open(_secrets([st.query_params.get(OWNER, "")]))
    st.query_params.pop(OWNER, None)
    if st.session_state.pop(_UNREAD, False):
        st.session_state.pop(_SEEN, None)
    asked = _secrets(st.query_params.get(LINK, "").split(","))
    _hold(_LINKS, asked)
    if set(asked) - set(seen()["link"]) and not st.session_state.get(_UNREAD):
        address.tell("A private link opens nothing any more: its owner revoked it, or deleted the upload.")
        st.query_params.pop(LINK, None)
    _leave_cookies()


def owner() -> str:
    """The secret under which this reader's new uploads are kept, made in this browser at first need."""
    if not _secrets_of(_OWN):
        _hold(_OWN, [uploads.new_owner()])
    return _secrets_of(_OWN)[0]


def owner_of(upload_id: str) -> str:
    """The secret that owns an upload, of those that this reader has. Raises UploadError where none does."""
    found = seen()
    keys = found.loc[(found["upload_id"] == upload_id) & found["key"].gt(0), "key"]
    if keys.empty:
        raise UploadError("This upload is not there any more, or it is not yours.")
    return secret(int(keys.iloc[0]))


def secret(key: int) -> str:
    """The secret that a `key` of `seen` stands for."""
    return _owners()[key - 1]


def seen() -> pd.DataFrame:
    """`uploads.visible` for this reader, asked anew when the uploads or the secrets have changed; `here` says what was
    kept in this browser, and not opened by an owner's link. Where the uploads cannot be read, that is told, and there
    are none until the page runs again.
    """
    key = (uploads.stamp(), _owners(), _links())
    found = st.session_state.get(_SEEN)
    if found is None or found[0] != key:
        found = st.session_state[_SEEN] = (key, _ask())
    return found[1]


def _ask() -> pd.DataFrame:
    try:
        found = uploads.visible(_owners(), _links())
    except UploadError as error:
        _LOG.warning("%s", error)
        st.session_state[_UNREAD] = True
        address.tell("Uploads cannot be read just now; the official figures are all here. Try again in a minute.")
        found = uploads.nothing()
    return found.assign(here=found["key"].between(1, len(_secrets_of(_OWN))))


def stamp_for(values: Iterable[object]) -> uploads.Stamp | None:
    """A mark of the uploads' state where a series of one is among the values; None where there is none.

    Raises UploadError where this reader may not see it.
    """
    texts = _suspects(values)
    named = texts and uploads.uploads_in(texts)
    if not named:
        return None
    if not _may_see(named):
        raise UploadError("This upload is not there any more, or it is private; open it with its link.")
    return uploads.stamp()


def on_behalf(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """The same, to be called outside a reader's run as that reader: a download may be asked for long after it was on
    offer, and a link be revoked by then.
    """
    secrets = (_owners(), _links())

    def made() -> bytes:
        before = _READER.set(secrets)
        try:
            return make()
        finally:
            _READER.reset(before)

    return made


def _may_see(upload_ids: frozenset[str]) -> bool:
    """Whether the reader of this run, or of this download, may see them all; without a reader all may be seen."""
    if get_script_run_ctx(suppress_warning=True):
        return upload_ids <= set(seen()["upload_id"])
    reader = _READER.get()
    return reader is None or upload_ids <= set(uploads.visible(*reader)["upload_id"])


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


def _open(asked: Iterable[str]) -> None:
    """Hold the secret of an owner's link, unless it is this browser's own."""
    others = [secret for secret in asked if secret not in _owners()]
    if others:
        _hold(_OPENED, others)
        address.tell("An owner’s link was opened: its uploads can be changed here. What you add yourself stays apart.")


def _owners() -> tuple[str, ...]:
    """Every owner's secret, this browser's own first."""
    return tuple(dict.fromkeys((*_secrets_of(_OWN), *_secrets_of(_OPENED))))


def _links() -> tuple[str, ...]:
    return _secrets_of(_LINKS)


def _secrets_of(kind: str) -> tuple[str, ...]:
    return st.session_state.get(kind, ())


def _hold(kind: str, secrets: Iterable[str]) -> None:
    both = (*_secrets_of(kind), *secrets)
    st.session_state[kind] = tuple(dict.fromkeys(both))[-_MOST:]


def _secrets(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if _SECRET.fullmatch(text)]


def _leave_cookies() -> None:
    """Have the browser keep the owners' secrets until it is closed, so that a page can be loaded again."""
    left = [(cookie, ".".join(_secrets_of(kind))) for kind, cookie in _COOKIES.items() if _secrets_of(kind)]
    if any(st.context.cookies.get(cookie) != value for cookie, value in left):
        with st.sidebar:
            st.html(_SET.format(cookies=json.dumps(left), most=_MOST), unsafe_allow_javascript=True)
