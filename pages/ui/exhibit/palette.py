"""What pages draw with, in light and dark: colours of the palette (`geo.palette`) and the greys around them."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from geo.choropleth import Choropleth
from geo.palette import DARK_BLUE, DARK_GREY, ORANGE, sequential


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


def steps(k: int, ink: Ink) -> list[str]:
    """Colours of `k` ordered categories, the first of which stands out most."""
    shades = sequential(k)
    return shades if ink == DARK else shades[::-1]


def is_dark() -> bool:
    """Whether the reader's page is dark."""
    return bool(st.context.theme.type == "dark")
