"""What was just done, said once on the page that follows."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lis_data.errors import LisError
from lis_data.settings import settings
from pages.ui.shell.markup import plain

_DONE, _WRONG, _ADDED = "yours-done", "yours-wrong", "yours-added"


def act(change: Callable[[], object], done: str) -> None:
    """Do it and have `done` (plain text) said; or have what went wrong said."""
    forget()
    try:
        change()
    except LisError as error:
        st.session_state[_WRONG] = str(error)
    else:
        st.session_state[_DONE] = done


def say_added(upload_id: str, *, again: bool) -> None:
    """Have the page open with what was just kept."""
    st.session_state[_ADDED] = upload_id
    hours = settings().uploads_hours
    first = f"Only this browser sees it, for {hours} hours. Save it with a private link to keep or share it."
    st.session_state[_DONE] = "The new version is shown everywhere; the one before is kept too." if again else first


def added() -> str:
    """The upload that was kept last, if nothing else was done since."""
    return str(st.session_state.get(_ADDED, ""))


def forget() -> None:
    """Have the page say nothing more of what was kept."""
    st.session_state.pop(_ADDED, None)


def show() -> None:
    """What was done or went wrong since the page was last drawn."""
    if done := st.session_state.pop(_DONE, ""):
        st.success(plain(done), icon=":material/check_circle:")
    if wrong := st.session_state.pop(_WRONG, ""):
        st.error(plain(wrong), icon=":material/error:")
