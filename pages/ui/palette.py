"""Colours: the Government Analysis Function's accessible palette, and the greys around it, for light and dark.

Source of the colours: Government Analysis Function, *Data visualisation: colours in charts*.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

DARK_BLUE, TURQUOISE, DARK_PINK, ORANGE, DARK_GREY, LIGHT_PURPLE = (
    "#12436D",
    "#28A197",
    "#801650",
    "#F46A25",
    "#3D3D3D",
    "#A285D1",
)


@dataclass(frozen=True)
class Ink:
    """What a chart draws with: its subject, the one beside it, everything else, lines and text."""

    accent: str
    benchmark: str
    quiet: str
    line: str
    text: str
    paper: str


LIGHT = Ink(DARK_BLUE, ORANGE, "#B9C2CB", "#8A8F94", DARK_GREY, "#FFFFFF")
DARK = Ink("#7FB2DD", ORANGE, "#56616B", "#8A8F94", "#E6E6E6", "#12161A")


def ink() -> Ink:
    """The ink for the theme that the reader has chosen."""
    return DARK if st.context.theme.type == "dark" else LIGHT
