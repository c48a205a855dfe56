"""The one table of the pages: the menu, links between pages, tab titles and tests are made from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page: its script beside the main one, its path in the address, and what the menu says of it."""

    file: str
    address: str
    title: str
    icon: str
    description: str


OVERVIEW = Page(
    "0_Overview.py",
    "",
    "Overview",
    ":material/explore:",
    "What the programme was, where England stands, ways in",
)
RESEARCH = Page(
    "1_Research_and_development.py",
    "Research_and_development",
    "Research and development",
    ":material/science:",
    "Where R&D is intense, and where it is not",
)
TARGET = Page(
    "8_Way_to_the_target.py",
    "Way_to_the_target",
    "Way to the target",
    ":material/trending_up:",
    "What the R&D target would take of each region",
)
SECTORS = Page(
    "2_Sector_strengths.py",
    "Sector_strengths",
    "Sector strengths",
    ":material/bubble_chart:",
    "What each place is distinctively good at",
)
ANY = Page(
    "12_Any_indicator.py",
    "Any_indicator",
    "Any indicator",
    ":material/map:",
    "Any indicator on the map, over time, and against another",
)
PROFILE = Page(
    "4_Place_profile.py",
    "Place_profile",
    "Place profile",
    ":material/location_on:",
    "All the evidence on one place",
)
PEERS = Page(
    "5_Comparable_places.py",
    "Comparable_places",
    "Comparable places",
    ":material/join_inner:",
    "The places most like one, and which of them do better",
)
COMPARE = Page(
    "6_Compare_places.py",
    "Compare_places",
    "Compare places",
    ":material/co_present:",
    "Two to six places side by side, ready to present",
)
COLLABORATION = Page(
    "7_Collaboration.py",
    "Collaboration",
    "Collaboration",
    ":material/handshake:",
    "Whom a place could work with, and why",
)
WAVES = Page(
    "3_Waves_and_progress.py",
    "Waves_and_progress",
    "Waves and progress",
    ":material/timeline:",
    "How far each strategy came, and what it claims",
)
CLAIMS = Page(
    "9_Claims.py",
    "Claims",
    "Claims",
    ":material/fact_check:",
    "Whether the figures that strategies state are right",
)
YOURS = Page(
    "11_Your_own_indicators.py",
    "Your_own_indicators",
    "Your own indicators",
    ":material/upload_file:",
    "Your own table on every map and comparison",
)
METHODS = Page(
    "10_Methods_and_sources.py",
    "Methods_and_sources",
    "Methods and sources",
    ":material/menu_book:",
    "Where each figure comes from, and all of them to take away",
)

GROUPS = {
    "LIS Explorer": (OVERVIEW,),
    "Evidence": (RESEARCH, TARGET, SECTORS, ANY),
    "Places": (PROFILE, PEERS, COMPARE, COLLABORATION),
    "Strategies": (WAVES, CLAIMS),
    "Data and methods": (YOURS, METHODS),
}
"""The menu: its groups with their pages, in the order of reading."""
PAGES = tuple(page for group in GROUPS.values() for page in group)
