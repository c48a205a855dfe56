"""The overview, run by Streamlit's own tester: what it finds, where its links lead, what its search understands."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui.views.programme import choices
from tests.pages.opening import opened, read


def text_of(page: AppTest) -> str:
    """All that is written, as it is read."""
    return "\n".join(item.value for item in [*page.title, *page.header, *page.markdown, *page.caption]).replace(
        "\\", ""
    )


def links(page: AppTest) -> list[tuple[str, dict[str, str]]]:
    """Every link to a page, with its address."""
    links = [link.proto for link in page.get("page_link")]
    return [(link.page, {key: value[0] for key, value in parse_qs(link.query_string).items()}) for link in links]


def test_the_title_states_how_the_programme_and_rd_went() -> None:
    # seven strategies were agreed, covering nine LEPs; business R&D of 2024 is £51.1bn, 2.08% of GDP
    title = read().title[0].value
    assert title.startswith("9 of 38 areas agreed")
    assert title.endswith(r"England’s business R\&D was 2.08% of GDP in 2024")


def test_the_waves_read_by_what_became_of_them() -> None:
    # waves of 8, 6 and 24 LEPs; agreed: the West Midlands' three, Greater Manchester, the Arc's four; West of England
    assert "All 8 LEPs of the first wave agreed a strategy, 1 of 6 of the second, none of 24" in text_of(read())


def test_what_the_target_is_of_is_said() -> None:
    text = text_of(read())
    assert "All R&D in the UK is quoted at 2.77% of GDP for 2022; business R&D in England was 2.08% in 2024" in text
    assert "The 2.4% target was set in 2017 by the older measure" in text


def test_links_lead_to_every_page() -> None:
    pages = {page for page, _ in links(read())}
    named = {"Research_and_development", "Compare_places", "Way_to_the_target", "Waves_and_progress"}
    assert pages >= {*named, "Methods_and_sources"}


def test_links_ask_for_views_that_exist() -> None:
    found = links(read(find="HotSW"))
    asked = {address["view"] for page, address in found if page == "Waves_and_progress" and "view" in address}
    assert asked
    assert asked <= set(choices.VIEWS)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("HotSW", "Heart of the South West**, Local Enterprise Partnership: also called “HotSW”"),
        ("E37000016", "its code is E37000016"),
        ("Stevenage", "Stevenage**, district: this is its name. In Hertfordshire (LEP)"),
        ("Humber", "Humber**, Local Enterprise Partnership, 2017–2021: this is its name"),
        ("gbslep", "In West Midlands (area of one joint strategy)"),
        ("Bristol", "In West of England (LEP)"),
        ("Chesterfield", "Sheffield City Region (LEP, 2017–2020)"),
        ("Manchestr", "Manchester**, district: spelt nearly like “Manchestr”"),
        ("CPCA", "can mean more than one place"),
        ("LCR", "“LCR” can mean more than one place: Leeds City Region or Liverpool City Region."),
        ("CWLEP", "Cheshire and Warrington or Coventry and Warwickshire"),
        ("Northamptonshire", "a name that other places have too"),
        ("Consett", "Consett**, settlement in the district of County Durham. In North East (LEP)"),
        ("Gatwick", "Langley Green & Gatwick Airport**, neighbourhood in the district of Crawley. In Coast to Capital"),
        (
            "Aylesbury",
            "district of Buckinghamshire (in Aylesbury Vale before that was merged). In Buckinghamshire Thames",
        ),
        ("Newport", "Several places have this name"),
        ("Concett", "County Durham: spelt nearly like “Concett”"),
        ("Milton Keynes", "Milton Keynes**, district: this is its name"),
        ("Harwell", "Place names: [GeoNames]"),
        ("xyz", "No place is called “xyz”"),
        ("<script>", "No place is called “<script>”"),
    ],
)
def test_search_tells_what_it_found_and_why(text: str, says: str) -> None:
    assert says in text_of(read(find=text))


@pytest.mark.parametrize(
    ("text", "link"),
    [
        # this LEP has no figure of R&D of its own; most of it, by people, is Devon (UKK4), the rest Somerset
        ("HotSW", ("Research_and_development", {"geography": "nuts2-2016", "area": "UKK4"})),
        ("Greater Manchester", ("Research_and_development", {"geography": "lep-2017", "area": "E37000015"})),
        ("Stevenage", ("Research_and_development", {"geography": "nuts2-2016", "area": "UKH2"})),
        ("Stevenage", ("Waves_and_progress", {"view": "place", "area": "E37000017"})),
        ("E37000048", ("Sector_strengths", {"geography": "lep-2017", "area": "E37000017"})),
    ],
)
def test_a_found_place_leads_to_its_pages(text: str, link: tuple[str, dict[str, str]]) -> None:
    assert link in links(read(find=text))


def test_a_place_that_no_map_shows_has_no_dead_link() -> None:
    areas = [address.get("geography") for _, address in links(read(find="England"))]
    assert "country" not in areas


def test_typing_puts_the_text_into_the_address() -> None:
    page = opened()
    page.text_input(key="find").input("Humber").run()
    assert page.query_params["find"] == "Humber"


def test_markup_in_the_address_stays_text() -> None:
    texts = [item.value for item in read(find="![x](http://elsewhere.example/p.png)").markdown]
    assert any(r"\!\[x\]\(http" in text for text in texts)


def test_a_very_long_text_is_cut() -> None:
    assert len(str(read(find="x" * 500).text_input(key="find").value)) == 80


def test_the_questions_say_how_far_they_are_answered() -> None:
    text = text_of(read())
    assert all(answer in text for answer in ("In part.", "Largely.", "Not yet."))


def test_an_area_comes_before_a_village_of_its_name_which_is_offered_too() -> None:
    # Leeds is also the village in Kent with the castle, in the district of Maidstone
    page = opened(find="Leeds")
    assert "Leeds**, district: this is its name" in text_of(page)
    next(button for button in page.button if "Maidstone" in button.label).click().run()
    assert page.query_params["find"] == "Leeds, Maidstone"
    assert "Leeds**, parish in the district of Maidstone. In South East (LEP)" in text_of(page)


def test_the_evidence_is_dated() -> None:
    page = read()
    words = " ".join(item.value for item in [*page.caption, *page.markdown])
    assert "; all are as of " in words
    assert "with their sources, as of " in words
