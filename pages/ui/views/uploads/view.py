"""The page in its states: nothing yet, a file that is being looked at, and the uploads that are kept."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lis_data.errors import LisError
from lis_data.wording import count
from pages.ui.exhibit import page
from pages.ui.shell.markup import plain
from pages.ui.state import reader_uploads
from pages.ui.views.uploads import (
    describing,
    draft,
    guard,
    keeping,
    links,
    messages,
    places,
    problems,
    text,
    understood,
    upload_form,
    upload_list,
)
from pages.ui.views.uploads.draft import Draft

_STYLE = Path(__file__).with_name("uploads.css")
_FIRST = "Bring your own figures: on the map beside the official ones in a minute"
_ABOUT = "A survey, a LEP’s own series, a consultant’s spreadsheet: see at once what is understood, and mend it here."

_AGAIN = "Your answers of last time are used again; the versions before stay, and you can go back to them."
_SAVED = "can be seen on the map, shared by a private link, brought up to date, taken away, or deleted for good."
_UNSAVED = "Not kept yet: a reload forgets it."
_TAKEN_BACK = "Columns, places, periods, what is added up, and what you say of the series."


def show() -> None:
    """The draft where one is open, else the ways to bring a file and what is kept."""
    st.html(_STYLE)
    current = draft.current()
    guard.show(draft_open=current is not None)
    if current is None:
        _without_draft()
    else:
        _with_draft(current)


def _without_draft() -> None:
    uploads = reader_uploads.uploads()
    own, owned = int(uploads["here"].sum()), int(uploads["owned"].sum())
    with page.headline(*_finding(own, opened=owned - own)):
        messages.show()
    if owned and not upload_form.wanted():
        st.button("Bring more figures", key="bring-more", icon=":material/upload_file:", on_click=upload_form.want)
    else:
        _update()
        upload_form.show()
    upload_list.show()


def _finding(own: int, *, opened: int) -> tuple[str, str]:
    """The finding on what was just kept, on what is kept or opened, or on what can be done here."""
    if upload_form.updated():
        return "Bring the file of the new version", _AGAIN
    if added := links.headline(messages.added()) if messages.added() else None:
        return added
    if opened and not own:
        return f"Welcome back: {count(opened, 'upload')}", f"{_each(opened)} {_SAVED}"
    if not own:
        return _FIRST, _ABOUT
    stand = "stands" if own == 1 else "stand"
    return f"{count(own, 'upload')} of yours {stand} on the map beside the official figures", f"{_each(own)} {_SAVED}"


def _each(many: int) -> str:
    return "It" if many == 1 else "Each"


def _update() -> None:
    """That the next file is a new version of an upload, and a way out of it."""
    upload_id = upload_form.updated()
    uploads = reader_uploads.uploads()
    titles = dict(zip(uploads["upload_id"], uploads["title"], strict=True))
    if not upload_id:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        title = plain(titles.get(upload_id, ""))
        st.info(
            f"The next file becomes a new version of “{title}”. Your answers of last time are kept.",
            icon=":material/upload:",
        )
        st.button("No, a new upload", key="no-update", on_click=upload_form.no_update)


def _with_draft(current: Draft) -> None:
    """The steps from what was understood to keeping it."""
    try:
        verdict = draft.verdict(current)
    except LisError as error:
        draft.drop()
        st.error(plain(str(error)))
        return
    current = draft.current() or current  # answers that do not fit the file were dropped while it was checked
    with page.headline(*text.headline(verdict)):
        messages.show()
    _way_back()
    if not text.readable(verdict):
        st.info(plain(text.what_to_do(verdict)), icon=":material/info:")
        if draft.was_ended(verdict):
            st.button("Check it again", key="check-again", icon=":material/refresh:", on_click=draft.again)
        problems.show(current, verdict)
        understood.show_unread(current, verdict)
        return
    understood.show(current, verdict)
    places.show(current, verdict)
    problems.show(current, verdict)
    describing.show(current, verdict)
    keeping.show(current, verdict)


def _way_back() -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Undo the last answer",
            key="undo-answer",
            icon=":material/undo:",
            disabled=not draft.can_undo(),
            help=_TAKEN_BACK,
            on_click=draft.undo,
        )
        st.button("Put this file away", key="drop-draft", icon=":material/close:", on_click=draft.drop)
        st.caption(_UNSAVED, width="content")
