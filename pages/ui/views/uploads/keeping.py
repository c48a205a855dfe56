"""The last step: a draft becomes an upload, which is at once on every page of this reader."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import uploads
from lis_data.errors import LisError
from lis_data.intake import Verdict
from lis_data.wording import count
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import reader_uploads, visitor
from pages.ui.views.uploads import differing, draft, messages, text
from pages.ui.views.uploads.draft import Draft


def show(current: Draft, verdict: Verdict) -> None:
    """The button, and what it still waits for."""
    good, out = text.figures(verdict), verdict.counts.get("left_out", 0)
    frame.section("Keep a new version" if current.upload_id else "Keep it")
    upload = _updated(current)
    if upload is not None and good:
        try:
            differing.show(current, verdict, int(upload["version"]))
        except LisError as error:
            st.error(plain(str(error)))
    agreed = verdict.ok or _agree(current, good, out)
    faults = [*verdict.description.faults(), *(fault for item in verdict.series for fault in item.faults())]
    for fault in dict.fromkeys(faults):
        st.warning(plain(fault), icon=":material/edit:")
    caption = "Save it as a new version" if current.upload_id else "Add to my indicators"
    ready = bool(good) and agreed and not faults
    pressed = st.button(
        caption, type="primary", icon=":material/add_chart:", disabled=not ready, key=current.key("keep")
    )
    st.caption(_who_sees_it(upload))
    if pressed:
        _keep(current, verdict)


def _updated(current: Draft) -> pd.Series | None:
    """The upload that this becomes a version of, as far as it is still the reader's."""
    seen = reader_uploads.uploads()
    found = seen[(seen["upload_id"] == current.upload_id) & seen["owned"].astype(bool)]
    return found.iloc[0] if len(found) else None


def _who_sees_it(upload: pd.Series | None) -> str:
    """Who sees it once it is kept."""
    if upload is not None and upload["state"] == "published":
        return "It is listed for everyone on this server: they see it at once."
    if upload is not None and upload["link"]:
        return "Whoever has the private link sees it at once. The version before stays, and you can go back to it."
    if upload is not None and upload["state"] != "session":
        return "Nobody else sees it: it is saved without a link. The version before stays, and you can go back to it."
    return (
        "It is private to this browser until you save it with a link. It stands on the map, in comparisons and in "
        "profiles beside the official figures, marked as uploaded."
    )


def _agree(current: Draft, good: int, out: int) -> bool:
    """Whether the reader wants the good rows of a file that has errors."""
    if not good:
        st.info("No figure can be kept yet: the problems above say what to do.", icon=":material/info:")
        return False
    left = f" and leave {out:,} out" if out else ""
    return st.checkbox(
        f"Keep the {count(good, 'good figure')}{left}",
        key=current.key("agree"),
        help="What is left out is listed above with why; you can add it later as a new version.",
    )


def _keep(current: Draft, verdict: Verdict) -> None:
    """Keep it, say so, and close the draft; what goes wrong is said and the draft stays."""
    bar = st.progress(0.0, "Keeping it …")
    try:
        owner = visitor.owner_of(current.upload_id) if current.upload_id else visitor.owner()
        upload_id = uploads.save(
            verdict,
            current.data,
            current.choices,
            owner=owner,
            upload_id=current.upload_id or None,
            progress=lambda share, step: bar.progress(share, f"{step} …"),
        )
    except LisError as error:
        st.error(plain(str(error)))
        return
    finally:
        bar.empty()
    draft.drop()
    messages.say_added(upload_id, again=bool(current.upload_id))
    st.rerun()
