"""The page on waves and progress, run by Streamlit's own tester: what it says for a choice, in each of its views."""

from __future__ import annotations

import functools

import pytest
from streamlit.testing.v1 import AppTest

from lis_data import queries
from pages.ui.exhibit import files
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import LIGHT
from tests.pages import opening
from tests.pages.opening import title

PAGE = "pages/3_Waves_and_progress.py"
VIEWS = ("waves", "timeline", "priorities", "place", "disagreements")


opened = functools.partial(opening.opened, PAGE)
read = functools.partial(opening.read, PAGE)


def exhibits(page: AppTest) -> list[Exhibit]:
    return list(page.session_state["on-the-page"].exhibits)


def text_of(page: AppTest) -> str:
    """All text of the page."""
    texts = [item.value for item in [*page.markdown, *page.caption]] + [item.body for item in page.get("html")]
    return " ".join(texts).replace("\\", "")


def test_the_title_counts_strategies_and_leps_and_their_lateness() -> None:
    # seven agreed: West Midlands 46 days late, Greater Manchester 74, four of the Arc 110, West of England 256 early
    assert title(read()) == (
        "Seven strategies were agreed, covering 9 of 38 LEPs: six came 46 to 110 days late, one came 256 days early"
    )


def test_which_wave_humber_is_in_is_read_without_a_click() -> None:
    assert "Humber" in text_of(read()).split("Wave 3", maxsplit=1)[1]


def test_the_title_follows_the_place() -> None:
    assert (
        title(read(area="E37000018")) == "Humber is in wave 3; it got as far as priorities or a prospectus (June 2019)"
    )


def test_not_found_says_what_it_means() -> None:
    assert "“Not found” is not “there was none”" in text_of(read())
    assert "Evidence only (inferred)" in text_of(read(view="place", area="E37000019"))


def test_a_place_tells_how_far_it_got_and_who_followed_with_the_address() -> None:
    text = text_of(read(view="place", area="E37000036"))
    assert "draft Marches Local Industrial Strategy" in text
    assert 'href="https://www.marcheslep.org.uk/priorities/data-research/"' in text
    assert "no source found" in text
    lancashire = text_of(read(view="place", area="E37000019"))
    assert "interim host Lancashire County Council" in lancashire
    assert "confirmed by a source of the time after it" in lancashire


@pytest.mark.parametrize("area", ["E37000007", "E37000018"])
def test_what_is_cheshire_and_warringtons_stands_on_no_other_page(area: str) -> None:
    assert "24.2%" not in text_of(read(view="place", area=area))
    assert "24.2% in Cheshire and Warrington" in text_of(read(view="place", area="E37000003"))


def test_filters_narrow_the_table_and_the_title() -> None:
    page = read(wave="2,3")
    assert title(page).startswith("One strategy was agreed, covering 1 of 30 LEPs: one came 256 days early")
    assert len(page.dataframe[0].value) == 30


def test_filters_that_let_nothing_through_say_what_to_do() -> None:
    for view in ("waves", "timeline"):
        page = read(view=view, wave="1", status="evidence")
        assert "Take one of them away" in page.info[0].value


def test_eight_trailblazers_or_three_stands_with_the_waves() -> None:
    text = text_of(read())
    assert "First eight trailblazer strategies" in text
    assert "three areas, with eight LEPs" in text


def test_the_timeline_has_a_row_for_each_of_36_strategies() -> None:
    page = read(view="timeline")
    table = page.dataframe[0].value.set_index("Strategy")
    assert len(table) == 36
    assert table.loc["1 · West Midlands (3 LEPs)", "Days late, least"] == 46


def test_milestones_are_chosen_by_time_and_kind() -> None:
    page = read(view="timeline", era="", kind="wave")
    # November 2017, July, October and 3 December 2018
    assert len(page.table[0].value) == 4
    assert "No event of these kinds" in read(view="timeline", era="before", kind="wave").info[0].value


def test_who_claims_life_sciences_is_answered_with_a_verdict() -> None:
    page = read(view="priorities", sector="life-sciences")
    claims = page.dataframe[0].value
    claimed = {
        "Greater Cambridge and Greater Peterborough",
        "Cheshire and Warrington",
        "Thames Valley Berkshire",
        "Swindon and Wiltshire",
    }
    assert set(claims["LEP"]) == claimed
    assert title(page).startswith("Life sciences is claimed by 4 LEPs: ")
    assert set(claims["Verdict"]) <= {"borne out", "partly borne out", "not borne out", "cannot be tested"}


def test_a_sector_without_industries_cannot_be_tested() -> None:
    page = read(view="priorities", sector="cyber")
    assert title(page) == "Cyber security is claimed by 4 LEPs: cannot be tested in 4"
    assert "By GVA" not in page.dataframe[0].value


def test_a_higher_limit_bears_out_fewer_claims() -> None:
    low, high = (read(view="priorities", least=least).dataframe[0].value["Borne out"].sum() for least in ("1", "3"))
    assert high < low


def test_every_sector_opens() -> None:
    for sector in queries.tested_sectors()["sector"]:
        assert "claimed by" in title(read(view="priorities", sector=sector))


@pytest.mark.parametrize(("by", "tag"), [("foundation", "people"), ("challenge", "ageing-society")])
def test_priorities_by_tag(by: str, tag: str) -> None:
    page = read(view="priorities", by=by, **{by: tag})
    row = queries.tags().set_index("tag").loc[tag]
    assert f"the priorities of {row['leps']} of 38 LEPs" in title(page)
    assert len(page.dataframe[0].value) == row["priorities"]


def test_a_lep_of_every_status_in_every_wave_opens() -> None:
    for code in queries.strategies().drop_duplicates(["wave", "status"])["area_code"]:
        assert title(read(view="place", area=code))


def test_a_document_without_an_address_is_no_link() -> None:
    documents = text_of(read(view="place", area="E37000001"))
    assert "West Midlands LIS Progress Statement, October 2018" in documents
    assert "[West Midlands LIS Progress Statement" not in documents
    assert "[West Midlands Local Industrial Strategy](<https://docslib.org/" in documents


def test_open_disagreements_can_be_listed_alone() -> None:
    text = text_of(read(view="disagreements", state="open"))
    assert text.count("<article>") == 6
    assert "<b>Resolved" not in text


def test_the_button_turns_to_the_view_of_the_place() -> None:
    page = opened(area="E37000018")
    next(button for button in page.button if button.label == "All about Humber").click().run()
    assert page.query_params["view"] == "place"
    assert page.selectbox(key="area").value == "E37000018"


WRONG = {"view": "dance", "area": "E99999999", "colour": "pink", "wave": "7", "status": "<script>alert(1)</script>"}


@pytest.mark.parametrize("key", WRONG)
def test_a_wrong_link_is_reported_and_the_default_opened(key: str) -> None:
    page = read(**{key: WRONG[key]})
    assert f"asks for {key}" in page.toast[0].value
    assert title(page).startswith("Seven strategies were agreed")


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_names_its_sources(view: str) -> None:
    text = text_of(opening.with_sources(opened(view=view)))
    assert "What Works Centre for Local Economic Growth" in text
    assert "Open Government Licence v3.0" in text


def test_files_ask_for_what_is_in_them() -> None:
    (dates, _) = exhibits(opened(view="timeline"))
    (waves,) = exhibits(opened())
    (sectors,) = exhibits(opened(view="priorities"))
    said = {one.key: files.table(one)["attribution"].iloc[0] for one in (dates, sectors)}
    assert "Licence" not in said["timeline"]  # facts in our words
    assert "Crown" not in said["timeline"]
    assert "Open Government Licence v3.0" in said["sectors"]
    assert "Crown" in " ".join(files.about(waves)["text"])  # its picture has shapes


def test_the_legend_of_the_timeline_is_in_its_picture() -> None:
    (dates, _) = exhibits(opened(view="timeline"))
    # West Midlands, Greater Manchester, West of England and the Arc's four agreed one
    assert "Agreed with government (7)" in str(dates.picture.draw(LIGHT))
