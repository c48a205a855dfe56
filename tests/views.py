"""Every view of every page, by its address: what the tests that walk all of them share."""

from __future__ import annotations

RD = "/Research_and_development"
SECTORS = "/Sector_strengths"
WAVES = "/Waves_and_progress"
PROFILE = "/Place_profile"
PEERS = "/Comparable_places"
COMPARE = "/Compare_places"
COLLABORATION = "/Collaboration"
TARGET = "/Way_to_the_target"
CLAIMS = "/Claims"
METHODS = "/Methods_and_sources"
ANY = "/Any_indicator"
YOURS = "/Your_own_indicators"
PAGES = (
    "/?find=Chesterfield",
    f"{RD}?area=UKK3",
    f"{SECTORS}?area=E37000003",
    f"{WAVES}?colour=status",
    f"{PROFILE}?area=E37000015",
    f"{PEERS}?area=E37000034",
    f"{COMPARE}?areas=E37000034,E37000018,E37000022",
    f"{COLLABORATION}?area=E37000034",
    f"{TARGET}?area=UKC1",
    CLAIMS,
    f"{METHODS}?indicator=gva",
    f"{ANY}?area=E37000034&with=nvq4_plus_pct",
    YOURS,
)
"""Every page."""
VIEWS = (
    f"{RD}?institutions=he,utc",
    SECTORS,
    f"{SECTORS}?area=E37000003&period=1998",
    f"{SECTORS}?view=places",
    f"{SECTORS}?view=strengths&area=E37000003",
    f"{SECTORS}?view=economy&area=E37000003",
    f"{WAVES}?view=timeline&area=E37000027",
    f"{WAVES}?view=priorities",
    f"{WAVES}?view=priorities&sector=energy",
    f"{WAVES}?view=place&area=E37000003",
    f"{WAVES}?view=disagreements",
    PROFILE,
    f"{PROFILE}?area=E37000041",
    f"{PEERS}?view=better&area=E37000034",
    f"{PEERS}?area=E37000020&weights=no_qualifications:5",
    f"{COMPARE}?view=maps",
    f"{COMPARE}?view=change&foundation=people",
    f"{COMPARE}?view=slides",
    f"{COMPARE}?view=present&slide=2",
    COLLABORATION,
    f"{COLLABORATION}?view=pan-regions&area=PAN-NP",
    f"{COLLABORATION}?view=clusters",
    TARGET,
    f"{TARGET}?view=leps&area=E37000029",
    f"{CLAIMS}?claim=T014",
    f"{CLAIMS}?view=aims",
    f"{METHODS}?find=zzzz",
    f"{METHODS}?view=datasets",
    f"{METHODS}?view=formulae",
    f"{METHODS}?view=glossary",
    f"{METHODS}?view=everything",
    f"{METHODS}?view=changes",
    f"{ANY}?geography=lad-2023&area=E07000243",
)
"""Their other views."""
