"""Colours: the Government Analysis Function's accessible palette, and the greys around it, for light and dark.

Source of the colours: Government Analysis Function, *Data visualisation: colours in charts*.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from geo.choropleth import Choropleth

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
    """What a chart draws with: its subject, what is stressed less, the line to compare with, the rest, and text."""

    accent: str
    soft: str
    benchmark: str
    quiet: str
    line: str
    text: str
    paper: str


LIGHT = Ink(DARK_BLUE, "#7F9DB8", ORANGE, "#B9C2CB", "#8A8F94", DARK_GREY, "#FFFFFF")
DARK = Ink("#7FB2DD", "#4F7695", ORANGE, "#56616B", "#8A8F94", "#E6E6E6", "#12161A")


def ink() -> Ink:
    """The ink for the theme that the reader has chosen."""
    return DARK if is_dark() else LIGHT


def fills(colouring: Choropleth) -> list[str]:
    """The colours of a map's classes; the most stands out most: dark on a light page, light on a dark one."""
    plain = colouring["scheme"] != "diverging"
    return colouring["palette"][::-1] if plain and is_dark() else colouring["palette"]


def is_dark() -> bool:
    """Whether the reader's page is dark."""
    return bool(st.context.theme.type == "dark")
