"""The uploads of this reader, each with what can be done with it; and those of others that may be seen."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

import pandas as pd
import streamlit as st

from lis_data import uploads
from lis_data.settings import settings
from lis_data.wording import count
from pages.ui.rows import records
from pages.ui.shell import frame, pages
from pages.ui.shell.markup import plain
from pages.ui.state import reader_uploads, visitor
from pages.ui.views.uploads import deriving, differing, editing, links, messages, text, upload_form

_MANY = 20
"""Uploads that are listed at a time."""
_OPENED = (
    "Whoever has that link can see, change and delete these, and sees each new version of them. What you bring as a "
    "new upload stays apart: it is kept under a link of your own."
)


def show() -> None:
    """One's own uploads, those that an owner's link opened, then those of others."""
    uploads_ = reader_uploads.uploads()
    here, owned = uploads_["here"].astype(bool), uploads_["owned"].astype(bool)
    own, opened, others = uploads_[here], uploads_[owned & ~here], uploads_[~owned]
    if len(own):
        frame.section(f"Your {count(len(own), 'upload')}" if len(own) > 1 else "Your upload")
        _list(own)
        _elsewhere(own)
    if len(opened):
        frame.section(f"{count(len(opened), 'upload')} by an owner’s link")
        st.markdown(_OPENED)
        _list(opened)
    if len(others):
        frame.section("Shared with you" if len(others) == 1 else f"{len(others)} shared with you")
        for upload in records(others.head(_MANY)):
            _other(upload)


def _list(owned: pd.DataFrame) -> None:
    for upload in records(owned.head(_MANY)):
        _own(upload)
    if len(owned) > _MANY:
        st.caption(f"… and {len(owned) - _MANY} more that were changed longer ago; the map's list has them all.")


def _own(upload: dict[str, object]) -> None:
    """An upload of one's own: what it is, where to see it, and what to do with it."""
    upload_id = str(upload["upload_id"])
    with st.container(border=True, key=f"upload-{upload_id}"):
        _heading(upload)
        links.links(upload_id)
        _private_link(upload)
        _actions(upload)
        deriving.offer(upload_id)
        editing.offer(upload)
        if int(str(upload["versions"])) > 1:
            _versions(upload)
            _history(upload_id)


def _other(upload: dict[str, object]) -> None:
    with st.container(border=True, key=f"upload-{upload['upload_id']}"):
        _heading(upload)
        links.links(str(upload["upload_id"]))


def _heading(upload: dict[str, object]) -> None:
    st.subheader(plain(str(upload["title"])), anchor=False)
    state = text.STATES[str(upload["state"])] if upload["owned"] else "read only"
    if upload["owned"] and upload["state"] == "saved" and not upload["link"]:
        state = "saved, without a link"
    facts = [state, *links.facts(str(upload["upload_id"]))]
    if int(str(upload["versions"])) > 1:
        facts.append(f"version {upload['version']} of {upload['versions']}")
    figures, missing = int(str(upload["figures"])), int(str(upload["observations"])) - int(str(upload["figures"]))
    facts += [count(figures, "figure"), *([f"{missing:,} missing"] if missing else [])]
    facts += [f"from {upload['file_name']}", f"changed {pd.Timestamp(str(upload['changed'])):%-d %B %Y, %H:%M} UTC"]
    caption = plain(" · ".join(facts))
    st.caption(f"{caption[:1].upper()}{caption[1:]}  \n{_origin(upload)}")


def _origin(upload: dict[str, object]) -> str:
    """Source and licence, which are its owner's word."""
    parts = [f"{name}: {plain(str(upload[name.lower()]))}" for name in ("Source", "Licence") if upload[name.lower()]]
    return f"{' · '.join(parts)} (as its owner states it)" if parts else "Neither source nor licence is stated"


def _private_link(upload: dict[str, object]) -> None:
    """The address that opens it in another browser."""
    if not upload["link"]:
        return
    address = {**links.on_map(str(upload["upload_id"])), visitor.LINK: str(upload["link"])}
    st.markdown("Whoever has this link sees it, and can change nothing:")
    st.code(f"{_server()}/{pages.ANY.address}?{urlencode(address)}", language=None, wrap_lines=True)


def _server() -> str:
    """The app's own address, without this page's."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}{here.path.removesuffix('/').removesuffix(pages.YOURS.address).removesuffix('/')}"


def _actions(upload: dict[str, object]) -> None:
    """Save, publish, update, take away, delete."""
    upload_id, title = str(upload["upload_id"]), str(upload["title"])
    with st.container(horizontal=True):
        if upload["link"]:
            _button(
                "Revoke the link",
                ":material/link_off:",
                upload_id,
                uploads.revoke,
                "Revoked: the old link no longer works.",
            )
        else:
            caption = "New private link" if upload["state"] != "session" else "Save with a private link"
            done = "It is saved. Copy its link, and your own link below: a closed browser forgets who you are."
            _button(caption, ":material/link:", upload_id, uploads.share, done, primary=upload["state"] == "session")
        if upload["state"] == "published":
            _button("Withdraw", ":material/public_off:", upload_id, uploads.withdraw, "It is listed no more.")
        elif settings().publishing:
            _button("Publish", ":material/public:", upload_id, uploads.publish, "It is listed for everyone here.")
        st.button(
            "Update with a new file",
            key=f"update-{upload_id}",
            icon=":material/upload:",
            on_click=upload_form.update,
            args=(upload_id,),
        )
        st.download_button(
            "Export everything",
            lambda: uploads.export(upload_id),
            file_name=f"upload-{upload_id}.zip",
            mime="application/zip",
            on_click="ignore",
            icon=":material/download:",
            key=f"export-{upload_id}",
            help="Every version: the file as you gave it, the answers, and the figures as CSV.",
        )
        if st.button("Delete for good", key=f"delete-{upload_id}", icon=":material/delete:"):
            _confirm(upload_id, title)


def _button(
    caption: str, icon: str, upload_id: str, change: Callable[..., object], done: str, *, primary: bool = False
) -> None:
    """A button that changes one's own upload."""
    st.button(
        caption,
        key=f"{getattr(change, '__name__', caption)}-{upload_id}",
        icon=icon,
        type="primary" if primary else "secondary",
        on_click=messages.act,
        args=(lambda: change(upload_id, owner=visitor.owner_of(upload_id)), done),
    )


@st.dialog("Delete for good?", icon=":material/delete:")
def _confirm(upload_id: str, title: str) -> None:
    st.markdown(f"**{plain(title)}**, with all its versions and links. Nobody can bring it back.")
    with st.container(horizontal=True):
        if st.button("Delete it", type="primary", key="delete-it"):
            messages.act(
                lambda: uploads.delete(upload_id, owner=visitor.owner_of(upload_id)),
                f"“{title}” is deleted for good, with all its versions and links.",
            )
            st.rerun()
        if st.button("Keep it", key="keep-it"):
            st.rerun()


def _versions(upload: dict[str, object]) -> None:
    """Which version is shown; an earlier one undoes an update, a later one brings it back."""
    upload_id = str(upload["upload_id"])
    versions = uploads.versions(upload_id)
    options = {
        int(row["version"]): f"{row['version']}: {row['file_name']}, {row['saved']:%-d %B %Y, %H:%M} UTC"
        for row in records(versions)
    }
    key, now = f"version-{upload_id}-{upload['version']}", int(str(upload["version"]))
    st.selectbox(
        "Version that is shown",
        list(options),
        index=list(options).index(now),
        format_func=options.__getitem__,
        key=key,
        help="An earlier one undoes an update; a later one brings it back.",
        on_change=lambda: messages.act(
            lambda: uploads.use(upload_id, st.session_state[key], owner=visitor.owner_of(upload_id)),
            f"Version {st.session_state[key]} is shown everywhere now.",
        ),
    )


def _history(upload_id: str) -> None:
    """What each version changed beside the one before, when it is opened."""
    frame.fold(
        "What each version changed",
        lambda: differing.history(upload_id),
        key=f"history-{upload_id}",
        icon=":material/difference:",
    )


def _elsewhere(own: pd.DataFrame) -> None:
    """The owner's own link: a browser forgets it when it is closed."""
    keys = own.loc[own["state"] != "session", "key"].unique()
    if not len(keys):
        return

    def link() -> None:
        st.markdown(
            "With this link you can change and delete your uploads from any browser. Keep it as you keep a password; "
            "send the private links above instead."
        )
        for key in keys:  # there are two where two tabs each kept their first upload
            secret = urlencode({visitor.OWNER: visitor.secret(int(key))})
            st.code(f"{_server()}/{pages.YOURS.address}?{secret}", language=None, wrap_lines=True)

    frame.fold("Your own link, to come back with", link, key="own-link", icon=":material/key:")
