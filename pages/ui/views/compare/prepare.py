"""What the facilitator does before the workshop: the list of slides, the link to them, notes, files."""

from __future__ import annotations

import functools
from html import escape
from urllib.parse import urlencode

import streamlit as st

from lis_data.uploads import upload_of
from pages.ui.exhibit import files, page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.shell import frame
from pages.ui.state import address, reader_uploads
from pages.ui.views.compare import choice as choices
from pages.ui.views.compare import exhibits, handout, powerpoint, questions, side, slides
from pages.ui.views.compare.choice import Choice

_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def show(choice: Choice) -> None:
    """The view: slides in order, how to change them, the link, notes, files."""
    everything = exhibits.of_all(choice, "slides")
    page.finding(everything)
    st.html(side.STYLE)
    listed = slides.chosen(choice)
    left, right = st.columns([3, 2], gap="large")
    with left:
        frame.section(f"{len(listed)} slides" if len(listed) > 1 else "One slide")
        items = "".join(f"<li>{escape(slides.made(choice, slide).title)}</li>" for slide in listed)
        st.html(f"<ol class='lis-slides'>{items}</ol>")
    with right:
        frame.section("Change the list")
        _change(listed, slides.on_offer(choice))
    frame.section("A link that opens the presentation")
    st.code(_link(), language=None, wrap_lines=True)
    st.caption(f"It restores places, indicators, years and slides exactly; notes are not in it.{_private(choice)}")
    for foundation in choice.foundations:
        questions.show(foundation)
    frame.section("Files")
    _files(choice, everything, tuple(listed))


def _change(listed: list[str], offered: dict[str, str]) -> None:
    numbered = {slide: f"{number}. {offered[slide]}" for number, slide in enumerate(listed, 1)}
    picked = st.selectbox("Slide to move or take out", listed, format_func=numbered.__getitem__)
    at = listed.index(picked)
    with st.container(horizontal=True):
        icons = {"Up": (":material/arrow_upward:", -1), "Down": (":material/arrow_downward:", 1)}
        for name, (icon, step) in icons.items():
            outside = not 0 <= at + step < len(listed)
            moved = _moved(listed, at, at + step)
            st.button(name, icon=icon, disabled=outside, on_click=_set, args=(moved,))
        rest = [slide for slide in listed if slide != picked]
        st.button("Take out", icon=":material/delete:", disabled=not rest, on_click=_set, args=(rest,))
    more = [slide for slide in offered if slide not in listed]
    added = st.selectbox(
        "Slide to add", more, format_func=offered.__getitem__, placeholder="Every slide is in the list"
    )
    with st.container(horizontal=True):
        before = [*listed[:-1], added, listed[-1]] if listed[-1] == slides.SOURCES else [*listed, added]
        st.button("Add", icon=":material/add:", disabled=not more, on_click=_set, args=(before,))
        st.button(
            "Start again with the preset", icon=":material/restart_alt:", on_click=address.forget, args=("slides",)
        )


def _moved(listed: list[str], start: int, end: int) -> list[str]:
    rest = [slide for index, slide in enumerate(listed) if index != start]
    return [*rest[: max(end, 0)], listed[start], *rest[max(end, 0) :]]


def _set(listed: list[str]) -> None:
    st.session_state["slides"] = listed


def _link() -> str:
    """The address of the presentation of what is chosen."""
    asked = {**st.query_params.to_dict(), "view": choices.PRESENT}
    asked.pop("slide", None)
    base = (st.context.url or "").partition("?")[0]
    return f"{base}?{urlencode(asked, safe=',')}"


def _private(choice: Choice) -> str:
    """What others cannot open, where an upload on the slides is neither shared nor published."""
    seen = reader_uploads.uploads().set_index("upload_id")
    used = {upload for upload in map(upload_of, choice.indicators) if upload and upload in seen.index}
    private = seen.loc[sorted(used)].query("link == '' and state != 'published'")
    if private.empty:
        return " No network is needed."
    return " Uploaded indicators open in this browser only, until they have a private link (page Your own indicators)."


def _files(choice: Choice, everything: Exhibit, listed: tuple[str, ...]) -> None:
    notes = {foundation: questions.notes(foundation) for foundation in choice.foundations}
    with st.container(horizontal=True):
        make = functools.partial(powerpoint.made, choice, listed, notes)
        files.button("PPTX", make, name=everything.name, key="slides-pptx", mime=_PPTX)
        make = functools.partial(handout.made, choice, everything, notes)
        files.button("MD", make, name=everything.name, key="slides-md", mime="text/markdown")
    st.caption("PPTX has every slide with its picture and your notes; MD is a handout of figures, questions and notes.")
    side.folded_table(everything)
