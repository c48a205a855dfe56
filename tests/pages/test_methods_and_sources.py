"""The page on methods and sources, run by Streamlit's own tester: every view, every filter, wrong links."""

from __future__ import annotations

import functools

import pytest
from streamlit.testing.v1 import AppTest

from lis_data import catalogue, queries
from lis_data.model import OFFICIAL_STATUSES
from pages.ui.exhibit import files
from pages.ui.views.methods import datasets, text
from tests.pages import opening
from tests.pages.opening import title

PAGE = "pages/10_Methods_and_sources.py"


opened = functools.partial(opening.opened, PAGE)


def text_of(page: AppTest) -> str:
    return "".join(item.value for item in [*page.markdown, *page.caption]).replace("\\", "")


LISTED = catalogue.load()
TITLES = {
    "indicators": f"{len(LISTED.indicators)} indicators from ",
    "datasets": f"{len(LISTED.datasets)} tables from ",
    "formulae": "each with its formula",
    "glossary": "words of the field",
    "everything": "figures are yours in one file",
    "changes": f"{len(LISTED.datasets)} datasets are held now",
}


@pytest.mark.parametrize("view", TITLES)
def test_every_view_opens_by_its_link(view: str) -> None:
    assert TITLES[view] in title(opened(view=view))


@pytest.mark.parametrize(
    ("dataset", "says"), [("dfe-gias-2025", "points on the map"), ("place-names-2026", "CC-BY-4.0")]
)
def test_a_dataset_without_figures_says_what_it_is_for(dataset: str, says: str) -> None:
    assert says in text_of(opened(view="datasets", dataset=dataset))


def test_the_title_follows_the_foundation() -> None:
    page = opened(foundation="ideas")
    ideas = queries.indicators()["foundation"].eq("ideas").sum()
    assert title(page).startswith(f"{ideas} Ideas indicators")


def test_a_link_opens_an_indicator_with_its_provenance() -> None:
    page = opened(indicator="gva")
    assert page.selectbox(key="indicator").value == "gva"
    assert "Office for National Statistics" in text_of(page)
    assert "Leeds City Region and South East Midlands of 2017 take their share" in text_of(page)
    assert "OGL-UK-3.0" in text_of(page)


def test_an_indicator_of_any_foundation_is_linked_to_its_map() -> None:
    links = {item.proto.label: item.proto for item in opened(indicator="gva").get("page_link")}
    assert links["See it on the map"].page == "Any_indicator"
    assert links["See it on the map"].query_string == "indicator=gva"


def test_one_indicator_of_every_publisher_opens() -> None:
    for indicator in queries.indicators().drop_duplicates("publisher")["indicator_id"]:
        assert opened(indicator=indicator).selectbox(key="indicator").value == indicator


def test_words_are_found_in_titles_and_descriptions() -> None:
    page = opened(find="broadband")
    offered = page.selectbox(key="indicator").options
    assert "Gigabit broadband coverage" in offered
    assert len(offered) < 20


def test_nothing_found_is_said_with_what_to_do() -> None:
    page = opened(find="zeppelin")
    assert "Nothing here has “zeppelin”" in page.info[0].value
    assert title(page) == "No indicator is found"


def test_typing_stands_in_the_address() -> None:
    page = opened(view="glossary")
    page.text_input(key="find").input("suppressed").run()
    assert page.query_params["find"] == "suppressed"
    assert any("<strong>Suppressed (C)</strong>" in item.body for item in page.get("html"))


def test_a_dataset_leads_to_its_indicators() -> None:
    page = opened(view="datasets", dataset="ons-gva-lad-2025", find="GVA")
    page.button(key="see-gva_cvm").click().run()
    assert page.selectbox(key="indicator").value == "gva_cvm"
    assert page.query_params["indicator"] == "gva_cvm"
    assert "view" not in page.query_params


def test_a_dataset_says_its_status_date_quality_revisions_and_whom_to_ask() -> None:
    page = text_of(opened(view="datasets", dataset="ons-fdi-2024"))
    assert "**Published** 12 May 2026" in page
    assert "**Status.** Official statistics in development" in page
    assert "**Revisions.** Every year a new release" in page
    assert "**Whom to ask.** fdi@" in page.replace("\u2060", "")
    assert (
        "(<https://www.ons.gov.uk/economy/nationalaccounts/balanceofpayments/articles/" in page
    )  # where quality is told


def test_every_status_has_its_words() -> None:
    assert set(text.STATUSES) == set(OFFICIAL_STATUSES) == set(datasets.STATUSES)


WRONG = {"view": "tea", "indicator": "no_such_thing", "foundation": "magic", "publisher": "<script>"}


@pytest.mark.parametrize("key", WRONG)
def test_a_wrong_link_is_reported_and_the_default_opened(key: str) -> None:
    page = opened(**{key: WRONG[key]})
    assert f"asks for {key}" in page.toast[0].value
    assert TITLES["indicators"] in title(page)


def test_markup_that_is_looked_for_stays_text() -> None:
    page = opened(find="![x](http://elsewhere.example/p.png)")
    assert "![x](" not in page.info[0].value


def test_the_coverage_of_an_indicator_asks_for_its_publishers_licence() -> None:
    exhibits = opened(indicator="patent_applications").session_state["on-the-page"].exhibits
    coverage = next(one for one in exhibits if one.key == "coverage")
    assert "Eurostat, © European Union" in files.table(coverage)["attribution"].iloc[0]
