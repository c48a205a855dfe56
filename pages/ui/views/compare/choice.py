"""What is compared: which places, in which indicators, when, and in which view. All of it stands in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from geo.areas import GEOGRAPHIES, Geography
from lis_data import judgement, queries
from lis_data.model import FOUNDATIONS, Series
from pages.ui.rows import by_label
from pages.ui.shell.markup import plain
from pages.ui.state import address, cache, pickers, reader_uploads
from pages.ui.state.cache import answer, cached

VIEWS = {"side": "Side by side", "maps": "Maps", "change": "Change", "slides": "Slides and notes"}
PRESENT = "present"
FEWEST, MOST, MOST_INDICATORS = 2, 6, 8
MAIN = "lep-2017"
SHAPED = (
    "lep-2017",
    "lep-2020",
    "lep-2021",
    "mca-2025",
    "lis-area",
    "mca-2018",
    "nuts2-2016",
    "region",
    "pan-region",
    "utla-2021",
    "utla-2023",
    "lad-2021",
    "lad-2023",
    "lad-2020",
    "lad-2019",
    "lad-2017",
)
"""Geographies on offer: those with official indicators to compare; countries are what all are compared with."""
FIRST_AREAS = ("E37000015", "E37000012", "E37000027")
"""Three LEPs of wave 1 with figures in every foundation: Greater Manchester, Greater Birmingham and Solihull,
Oxfordshire.
"""
FIRST_FOUNDATION, OWN = "business-environment", "own"
"""What the page opens with; what stands in the address for the reader's uploads."""
_OLDEST = 2010
_PEERS = 2


@dataclass(frozen=True)
class Choice:
    """What is compared; `until` is the year after which no figure is taken, or None for the latest."""

    geography: Geography
    areas: tuple[str, ...]
    foundation: str
    indicators: tuple[str, ...]
    until: str | None

    @property
    def enough(self) -> bool:
        """Whether there is anything to compare."""
        return len(self.areas) >= FEWEST and len(self.indicators) > 0

    @property
    def series(self) -> tuple[Series, ...]:
        """Whose sources are to be named."""
        return tuple(Series(indicator, self.geography.geography_id) for indicator in self.indicators)

    @property
    def foundations(self) -> tuple[str, ...]:
        """The foundations that the indicators belong to, in their order; an uploaded one may belong to none."""
        found = dict.fromkeys(cache.indicator(indicator).foundation for indicator in self.indicators)
        return tuple(foundation for foundation in found if foundation)

    @property
    def name(self) -> str:
        """The beginning of a file's name."""
        return f"compare_{'_'.join(self.foundations) or OWN}_{'_'.join(self.areas)}"


def presenting() -> bool:
    """Whether the page is a presentation: one slide, without pickers."""
    return bool(st.session_state.get("view", st.query_params.get("view")) == PRESENT)


def view() -> str:
    """The chosen view."""
    return pickers.view(VIEWS)


def choose() -> Choice:
    """The pickers: where, which places, which foundation; the rarer ones fold away."""
    where, who, what, more = st.columns([3, 6, 3, 3], vertical_alignment="bottom")
    with where:
        titles = {key: GEOGRAPHIES[key].title for key in SHAPED}
        geography_id = pickers.one_of("Geography", titles, key="geography", default=MAIN, on_change=_forget_places)
    with who:
        label = f"Places ({FEWEST} to {MOST})"
        names = pickers.names(geography_id)
        areas = pickers.several(label, names, key="areas", default=first_areas(geography_id), most=MOST)
    with what:
        offered = _offered_foundations(geography_id)
        default = _first(offered)
        foundation = pickers.one_of(
            "Foundation", offered, key="foundation", default=default, on_change=_forget_indicators
        )
    with more, st.popover("Indicators and years", icon=":material/tune:", width="stretch"):
        headline = _first_indicators(foundation, geography_id)
        label = f"Indicators (up to {MOST_INDICATORS})"
        titles = _offered_indicators(geography_id)
        indicators = pickers.several(label, titles, key="indicators", default=headline, most=MOST_INDICATORS)
        until = pickers.one_of("Figures", _years(geography_id, _last_own(geography_id)), key="period", default="")
        st.caption("Totals, official or uploaded, are not on offer: in them the larger place always leads.")
    reader_uploads.carry(indicators)
    return Choice(GEOGRAPHIES[geography_id], tuple(areas), foundation, tuple(indicators), until or None)


def offer_peers(choice: Choice) -> None:
    """A button that adds the two places most like the first one."""
    if choice.geography.geography_id != MAIN or not 0 < len(choice.areas) < MOST:
        return
    nearest = answer(queries.peers, choice.areas[0], k=len(choice.areas) + _PEERS)["area_code"]
    more = [code for code in nearest if code not in choice.areas][: min(_PEERS, MOST - len(choice.areas))]
    name = pickers.names(MAIN)[choice.areas[0]]
    args = ([*choice.areas, *more],)
    hint = "The places with the most similar structure; the page Comparable places shows why."
    st.button(f"Add peers of {plain(name)}", icon=":material/group_add:", on_click=_set_places, args=args, help=hint)


def _set_places(areas: list[str]) -> None:
    st.session_state["areas"] = areas


def remembered() -> Choice:
    """The same without any picker, as the address or the reader before has it."""
    geography_id = _one("geography", SHAPED, default=MAIN)
    areas = _several("areas", pickers.names(geography_id), default=first_areas(geography_id))
    offered = _offered_foundations(geography_id)
    foundation = _one("foundation", list(offered), default=_first(offered))
    headline = _first_indicators(foundation, geography_id)
    indicators = _several("indicators", _offered_indicators(geography_id), default=headline)
    reader_uploads.carry(indicators)
    until = _one("period", list(_years(geography_id, _last_own(geography_id))), default="")
    geography = GEOGRAPHIES[geography_id]
    return Choice(geography, areas[:MOST], foundation, indicators[:MOST_INDICATORS], until or None)


def _one(key: str, options: Sequence[str], *, default: str) -> str:
    address.restore(key, options, default=default)
    return str(st.session_state[key])


def _several(key: str, options: Mapping[str, str], *, default: Sequence[str]) -> tuple[str, ...]:
    address.restore_several(key, list(options), default=list(default))
    return tuple(st.session_state[key])


def _forget_places() -> None:
    """Another geography opens with its own places; what was chosen before may not be there."""
    for key in ("areas", "foundation", "indicators", "slides", "slide"):
        address.forget(key)


def _forget_indicators() -> None:
    """Another foundation opens with its own headline indicators and slides."""
    for key in ("indicators", "slides", "slide"):
        address.forget(key)


@cached
def first_areas(geography_id: str) -> tuple[str, ...]:
    """The places shown where none are chosen."""
    names = list(pickers.names(geography_id))
    known = [code for code in FIRST_AREAS if code in names]
    return tuple(known) if len(known) == len(FIRST_AREAS) else tuple(names[:3])


def _own(geography_id: str) -> dict[str, str]:
    """The titles of this reader's uploaded series that compare at a geography; like official totals, theirs do not."""
    uploaded = reader_uploads.series_at(geography_id)
    return by_label(uploaded[~uploaded["additive"].astype(bool)].set_index("indicator_id")["title"])


def _offered_indicators(geography_id: str) -> dict[str, str]:
    """The titles of what is on offer by id, this reader's own first."""
    return {**_own(geography_id), **titles_of_indicators(geography_id)}


def _offered_foundations(geography_id: str) -> dict[str, str]:
    return {**_foundations(geography_id), **({OWN: "Your own"} if _own(geography_id) else {})}


def _first_indicators(foundation: str, geography_id: str) -> tuple[str, ...]:
    """What is compared where no indicators are chosen."""
    own = tuple(_own(geography_id))[:MOST_INDICATORS]
    return own if foundation == OWN else headline_indicators(foundation, geography_id)


@cached
def titles_of_indicators(geography_id: str) -> dict[str, str]:
    """The official indicators on offer, by id."""
    return by_label(answer(queries.comparable_indicators, geography_id).set_index("indicator_id")["title"])


@cached
def headline_indicators(foundation: str, geography_id: str) -> tuple[str, ...]:
    """The headline indicators of a foundation that the geography has figures of."""
    offered, cards = titles_of_indicators(geography_id), answer(judgement.scorecard)
    return tuple(key for key in cards.loc[cards["foundation"] == foundation, "indicator_id"] if key in offered)


@cached
def _foundations(geography_id: str) -> dict[str, str]:
    return {key: name for key, name in FOUNDATIONS.items() if headline_indicators(key, geography_id)}


def _first(foundations: Mapping[str, str]) -> str:
    return FIRST_FOUNDATION if FIRST_FOUNDATION in foundations else next(iter(foundations))


def _last_own(geography_id: str) -> int:
    """The last year of this reader's uploads, 0 where there are none."""
    return max((int(period[:4]) for period in reader_uploads.series_at(geography_id)["last_period"]), default=0)


@cached
def _years(geography_id: str, last_own: int) -> dict[str, str]:
    last = max(int(answer(queries.comparable_indicators, geography_id)["last_year"].max()), last_own)
    years = {str(year): f"No later than {year}" for year in range(last, _OLDEST - 1, -1)}
    return {"": "The latest that all places have", **years}
