"""Places and industries without a figure: why, and where the reader finds one."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from lis_data.wording import listed
from pages.ui.exhibit import page
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.views.sectors import nearby, tables, text
from pages.ui.views.sectors.choice import ENOUGH, Choice

_NAMED = 4
_REGIONAL = (
    "These figures are published for NUTS 2 regions, so {plural} have them only where they are made of whole regions."
)
_BY_DISTRICT = "The publisher gives these figures by district: a place has none where a district in it has none."


def note(choice: Choice, known: Collection[str] | None = None) -> str:
    """`No figure for Cumbria and Dorset.` with the reason, where all places are shown; empty
    where none is missing. `known` has the codes of the places with a figure, if not those with any industry.
    """
    names = pickers.names(choice.geography.geography_id)
    with_figure = tables.places(choice) if known is None else known
    without = [name for code, name in names.items() if code not in with_figure]
    if not without or choice.area_code:
        return ""
    some = f"{len(names) - len(without)} of {len(names)} {choice.geography.plural} have figures"
    return f"{f'No figure for {listed(without)}' if len(without) <= _NAMED else some}. {_why(choice)}"


def explain(choice: Choice) -> None:
    """What stands on the page instead of figures: the reason, and buttons to the nearest places that have some."""
    name = pickers.names(choice.geography.geography_id).get(choice.area_code or "", choice.geography.title)
    without = choice.area_code is not None and choice.area_code not in tables.places(choice)
    finding = f"{name}: no figures of this kind" if without else f"{name}: nothing as large as you ask for"
    page.headline(finding, text.subtitle(choice))
    page.cite(choice.series)
    if without:
        st.info(f"{_why(choice)} So {plain(name)} has none here. Figures for the same ground:")
        nearby.offer(choice)
    else:
        st.info("Choose a smaller size under “Years, detail, size”, or another measure.")


def _why(choice: Choice) -> str:
    return _BY_DISTRICT if choice.covered >= ENOUGH else _REGIONAL.format(plural=choice.geography.plural)
