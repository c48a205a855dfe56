"""The page on collaboration, run by Streamlit's own tester: what it says for a choice."""

from __future__ import annotations

import functools
import json

from streamlit.testing.v1 import AppTest

from geo import areas
from lis_data import intake, queries, uploads
from lis_data.intake import Choices, Description
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import LIGHT
from tests.pages import opening
from tests.pages.opening import title

PAGE = "pages/7_Collaboration.py"
CHESHIRE, LEEDS, MANCHESTER = "E37000003", "E37000020", "E37000015"

opened = functools.partial(opening.opened, PAGE)


def text(page: AppTest) -> str:
    """All that is told beside headings, pictures and tables."""
    return "".join(item.value for item in [*page.markdown, *page.caption]).replace("\\", "")


def exhibits(page: AppTest) -> list[Exhibit]:
    return list(page.session_state["on-the-page"].exhibits)


def publishers(exhibit: Exhibit) -> str:
    """The publishers of an exhibit's sources."""
    return "; ".join(exhibit.sources["publisher"])


def test_the_title_names_a_places_best_partner_and_why() -> None:
    # by hand from ons-gva-lad-2025 and, for England, ons-gva-itl-2025, £ million in 2018, group 19-23: Cheshire East,
    # Cheshire West and Chester, and Warrington 3,892 of 32,032; Liverpool City Region's six districts 1,629 of 32,313;
    # England 34,868 of 1,649,785, 2.1135%: 12.150 / 2.1135 = 5.749, and 5.041 / 2.1135 = 2.385
    page = opened(area=CHESHIRE, period="2018")
    assert title(page).startswith("Cheshire and Warrington has most reasons to work with Liverpool City Region:")
    assert "Both strong in manufacture of petroleum, chemicals and other minerals (5.7 and 2.4 times" in text(page)
    assert "Both have a priority in chemicals and process industries (2 strategies do)" in text(page)
    assert page.dataframe[0].value["Partner"].iloc[1] == "Tees Valley"


def test_all_pairs_are_ranked_where_no_place_is_chosen() -> None:
    page = opened()
    assert "have most reasons to work together" in title(page)
    assert page.dataframe[0].value["Reasons (of 5)"].is_monotonic_decreasing


def test_a_place_whose_districts_merged_has_partners() -> None:
    # by hand from geo/data: both had York (E06000014), Craven, Harrogate and Selby (E07000163, 165 and 169) in 2017
    heading = title(opened(area=LEEDS))
    assert heading.startswith("Leeds City Region has most reasons to work with York, North Yorkshire and East Riding")
    assert "4 districts in both" in heading


def test_a_higher_limit_leaves_nothing_strong_and_says_so() -> None:
    assert "No industry of Greater Manchester is that strong" in text(opened(area=MANCHESTER, least_quotient="5"))


def test_partnerships_are_compared_with_england() -> None:
    # by hand from ons-population-2020 (2020, districts of 2021) and ons-gva-lad-2025 (2023): 16,053,722 of 56,550,138
    # people live in its 77 districts, 28.4%; the same districts, 67 by 2023, made £488.3bn of £2,113.3bn, 23.1%. Its 11
    # LEPs of 2017 have 17,166,586 people, because districts that two of them share count twice
    page = opened(view="pan-regions", area="PAN-NP")
    assert title(page).startswith("Northern Powerhouse has 28% of England’s people and 23% of its GVA")
    assert "17.2 million people, its districts have 16.1 million" in text(page)


def test_clusters_are_explained_in_plain_words() -> None:
    page = opened(view="clusters")
    assert "like lies next to like" in title(page)
    assert "Among 999 random shufflings of the figures over the map, none gave as strong a pattern" in text(page)
    assert "Isle of Wight and Isles of Scilly" in text(page)


def test_few_areas_and_overlaps_are_said_to_weaken_the_test() -> None:
    words = text(opened(view="clusters", geography="lep-2017"))
    assert "the test is weak" in words
    assert "shared districts make neighbours alike" in words


def test_a_pattern_that_could_be_chance_is_called_so() -> None:
    page = opened(view="clusters", indicator="business_rd_pct_gdp", geography="nuts2-2016", period="2018")
    assert "as a whole could be chance, but Leicestershire, Rutland and Northamptonshire stands out" in title(page)
    assert "may well be chance" in text(page)


def test_clusters_of_an_upload_are_on_offer_to_its_owner() -> None:
    # every LEP of 2017 has its place in the alphabet as its figure
    names = areas.areas("lep-2017")["name"].sort_values()
    csv = "\n".join(["lep,year,value", *(f'"{name}",2021,{place}' for place, name in enumerate(names))]).encode()
    owner, about = uploads.new_owner(), Description(title="Place in the alphabet", decimals=0)
    upload_id = uploads.save(intake.check(csv, "names.csv", description=about), csv, Choices(), owner=owner)
    series = queries.indicators(dataset_ids=(f"u-{upload_id}",))["indicator_id"].iloc[0]
    page = opened(owner=owner, view="clusters", indicator=series)
    assert title(page).startswith("Place in the alphabet (uploaded): ")
    assert set(page.dataframe[0].value["Status"]) == {"uploaded"}


def test_a_map_of_links_is_saved_as_wide_as_its_file() -> None:
    # an expression of the page's width has no value in a file, where the map would be a dot
    links = next(exhibit for exhibit in exhibits(opened()) if exhibit.key == "links")
    assert links.picture is not None
    assert "width" not in json.dumps(links.picture.draw(LIGHT)["encoding"])


def test_partners_name_the_documents_and_rules_that_they_rest_on() -> None:
    page = opening.with_sources(opened())
    assert "Reflections on our Local Industrial Strategy workshops" in text(page)
    assert "Five things can be a reason to work together" in text(page)
    assert all("What Works Centre" in publishers(exhibit) for exhibit in exhibits(page))


def test_the_colours_of_the_scatter_are_named_in_its_own_legend() -> None:
    scatter = next(exhibit for exhibit in exhibits(opened(view="clusters")) if exhibit.key == "neighbours")
    assert scatter.picture is not None
    assert "High among high" in json.dumps(scatter.picture.draw(LIGHT))


def test_members_of_partnerships_travel_when_they_are_unfolded() -> None:
    page = opened(view="pan-regions", area="PAN-NP")
    tables = len(page.dataframe)
    page.session_state["members-table"] = True
    page.run()
    assert len(page.dataframe) == tables + 1
