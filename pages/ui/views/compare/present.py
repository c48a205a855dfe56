"""One slide at a time for a room: large type, nothing else on the screen, arrow keys to go on."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st

from pages.ui.exhibit import pictures
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import turn
from pages.ui.state import address
from pages.ui.state.cache import cached
from pages.ui.views.compare import choice as choices
from pages.ui.views.compare import slides, text
from pages.ui.views.compare.choice import Choice
from pages.ui.views.compare.pictures import on_a_slide
from pages.ui.views.compare.slides import Slide

_FIRST = "1"
_STYLE = Path(__file__).with_name("present.css")


def start() -> None:
    """Turn the page into a presentation at its first slide; for a button."""
    st.session_state["view"], st.session_state["slide"] = choices.PRESENT, _FIRST


def _leave() -> None:
    st.session_state["view"] = "slides"
    address.forget("slide")


def _turn(to: int) -> None:
    st.session_state["slide"] = str(to)


def show() -> None:
    """The slide that the address asks for, and the buttons to turn it."""
    address.restore("view", [*choices.VIEWS, choices.PRESENT], default=choices.PRESENT)
    address.keep("view", choices.PRESENT, default=next(iter(choices.VIEWS)))
    choice = choices.held()
    st.html(_STYLE)
    if not choice.enough:
        st.title(text.NOTHING, anchor=False)
        st.info("There is nothing to present yet: choose two places and an indicator first.")
        return _leave_button()
    listed = slides.chosen(choice)
    numbers = [str(number + 1) for number in range(len(listed))]
    address.restore("slide", numbers, default=_FIRST)
    number = int(st.session_state["slide"])
    address.keep("slide", str(number), default=_FIRST)
    st.html(_slide(choice, slides.made(choice, listed[number - 1])))
    _buttons(number, of=len(listed))


def _buttons(number: int, *, of: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="lis-turn"):
        last, first = number == of, number == 1
        st.button("Previous", on_click=_turn, args=(number - 1,), disabled=first, shortcut="Left")
        st.button("Next", on_click=_turn, args=(number + 1,), disabled=last, shortcut="Right")
        st.markdown(f"Slide {number} of {of}", width="content")
        _leave_button()


def _leave_button() -> None:
    st.button("Leave presentation", on_click=_leave, shortcut="Esc")


def _slide(choice: Choice, slide: Slide) -> str:
    inside = _picture(choice, slide) if slide.picture else _columns(slide)
    size = " class='lis-long'" if slide.long else ""
    return (
        f"<section class='lis-slide'><h1{size}>{escape(slide.title)}</h1>"
        f"<p class='lis-under'>{escape(slide.subtitle)}</p>{inside}"
        f"<p class='lis-source'>{escape(slide.source)}</p></section>"
    )


def _picture(choice: Choice, slide: Slide) -> str:
    assert slide.picture is not None
    drawn = _drawn(choice, *slide.picture, ink())
    if not drawn:
        return "<div class='lis-columns'><p>There is only one period that may be compared.</p></div>"
    return f"<img alt='{escape(slide.alt, quote=True)}' src='data:image/svg+xml;base64,{drawn}'>"


@cached
def _drawn(choice: Choice, indicator_id: str, kind: str, ink_: Ink) -> str:
    """The picture as SVG in base 64; as an image it grows and shrinks with the projector."""
    spec = on_a_slide(choice, indicator_id, kind, ink_)
    if not spec:
        return ""
    with turn.given_back():
        return base64.b64encode(pictures.svg(spec)).decode()


def _columns(slide: Slide) -> str:
    first = _list(slide.points, tag="ol" if slide.numbered else "ul")
    return f"<div class='lis-columns'>{first}{_list(slide.beside, tag='ul') if slide.beside else ''}</div>"


def _list(points: Sequence[str], *, tag: str) -> str:
    return f"<{tag}>{''.join(f'<li>{escape(point)}</li>' for point in points)}</{tag}>"
