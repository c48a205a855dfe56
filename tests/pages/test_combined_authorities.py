"""The combined authorities of 2025 on the pages that show places, with the attribution that their source asks for."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opening import opened, title

EAST_MIDLANDS, NORTH_EAST = "E47000013", "E47000014"
ATTRIBUTION = "mySociety, UK local authority names and codes, CC BY 4.0"


def captions(page: AppTest) -> str:
    return " ".join(caption.value for caption in page.caption)


@pytest.mark.parametrize(
    ("page", "address", "finding"),
    [
        ("12_Any_indicator", {"indicator": "population", "geography": "mca-2025"}, "Hull and East Yorkshire"),
        ("4_Place_profile", {"geography": "mca-2025", "area": EAST_MIDLANDS}, "East Midlands"),
        ("2_Sector_strengths", {"geography": "mca-2025", "area": EAST_MIDLANDS}, "East Midlands"),
        ("6_Compare_places", {"geography": "mca-2025", "areas": f"{EAST_MIDLANDS},{NORTH_EAST}"}, "East"),
    ],
)
def test_a_page_shows_them_and_says_whose_list_they_are(page: str, address: dict[str, str], finding: str) -> None:
    found = opened(f"pages/{page}.py", **address)
    assert not found.exception
    assert finding in title(found)
    assert ATTRIBUTION in captions(found)


@pytest.mark.parametrize("text", ["Durham", "Consett", "York and North Yorkshire"])
def test_a_found_place_says_whose_list_they_are(text: str) -> None:
    # County Durham is in the North East of 2025, Consett in County Durham
    page = opened(find=text)
    assert "mayoral combined authority" in " ".join(item.value for item in page.markdown)
    assert ATTRIBUTION in captions(page)


def test_the_overview_without_a_place_does_not_name_their_source() -> None:
    assert ATTRIBUTION not in captions(opened())


def test_the_methods_say_whose_list_they_are_next_to_the_gaps() -> None:
    page = opened("pages/10_Methods_and_sources.py")
    assert "Combined authorities of 2025" in " ".join(item.value for item in page.markdown)
    assert ATTRIBUTION in captions(page)


def test_other_areas_do_not_name_their_source() -> None:
    assert ATTRIBUTION not in captions(
        opened("pages/12_Any_indicator.py", indicator="population", geography="lep-2017")
    )
