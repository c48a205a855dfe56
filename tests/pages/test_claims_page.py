"""The page on claims, run by Streamlit's own tester: what it says for a choice."""

from __future__ import annotations

import functools

from streamlit.testing.v1 import AppTest

from lis_data import statements
from pages.ui.exhibit import files
from tests.pages import opening
from tests.pages.opening import title

PAGE = "pages/9_Claims.py"

opened = functools.partial(opening.opened, PAGE)


def test_the_title_counts_what_holds_and_the_table_has_every_statement_once() -> None:
    page = opened()
    rows = statements.verdicts()
    tested = int((~rows["verdict"].isin(["aim", "untestable"])).sum())
    assert title(page).startswith(f"Of {tested} figures tested {(rows['verdict'] == 'supported').sum()} hold, ")
    ids = page.dataframe[0].value["Id"]
    assert ids.is_unique
    assert not {"T029", "T030", "T031", "T032"} & set(ids)  # the West Midlands' two figures, for three LEPs
    assert len(ids) == len(rows)


def test_filters_narrow_title_and_table() -> None:
    page = opened(verdict="contradicted", area="E37000002")  # Buckinghamshire: its size and its place in England
    assert title(page) == "Of 2 figures tested 2 do not hold"
    assert set(page.dataframe[0].value["Id"]) == {"T033", "T034"}


def test_words_are_looked_for_and_nothing_says_what_to_do() -> None:
    assert set(opened(find="a quarter of").dataframe[0].value["Id"]) == {"T049"}  # Humber
    page = opened(find="no such words")
    assert title(page) == f"None of the {len(statements.verdicts())} stated figures passes these filters"
    assert "Take one of them away" in page.info[0].value


def test_one_claim_has_the_figures_of_each_year() -> None:
    page = opened(statement="T014")
    assert title(page).endswith("agrees in 1 of 2 readings, there in 2 of 9 years")
    table = page.dataframe[0].value
    assert table.loc[table["Period"] == "2016", "Recomputed"].tolist() == ["24.2%", "8.7%"]


def test_a_row_that_repeats_a_statement_leads_to_it_from_each_place() -> None:
    page = opened(statement="T031")  # Greater Birmingham and Solihull's row of the West Midlands' £99bn
    assert "West Midlands (three LEPs) is worth £99bn" in title(page)
    assert not page.toast
    assert "T027" in set(opened(area="E37000012").dataframe[0].value["Id"])


def test_what_cannot_be_tested_says_why() -> None:
    page = opened(statement="T022")
    assert title(page).endswith("cannot be tested")
    assert any("countries and regions only" in text.value for text in page.markdown)


def test_aims_are_followed() -> None:
    page = opened(view="aims")
    assert title(page).startswith("Of 21 aims 11 can be followed: 1 is reached")
    table = page.dataframe[0].value
    assert table.loc[table["Id"] == "T051", "Course"].tolist() == ["behind"]


def test_claims_of_a_place_are_reached_from_its_view_of_the_strategies() -> None:
    page = opening.opened("pages/3_Waves_and_progress.py", view="place", area="E37000003")
    checks = [table.value["Check"].tolist() for table in page.table if "Check" in table.value]
    assert checks == [[f"[T0{number}](</Claims?statement=T0{number}>)" for number in range(14, 21)]]


def test_a_picture_is_offered_only_where_there_is_one() -> None:
    def offered(page: AppTest) -> set[str]:
        return {button.proto.label for button in page.get("download_button")}

    assert offered(opened()) == {"CSV", "XLSX", "PNG", "SVG"}
    assert offered(opened(verdict="untestable")) == {"CSV", "XLSX"}


def test_other_claims_of_the_place_open_from_a_claim() -> None:
    page = opened(statement="T014")
    next(button for button in page.button if "Manufacturing share relative to national" in button.label).click().run()
    assert not page.exception
    assert "2.5 times" in title(page)


def test_the_files_of_a_claim_name_its_document_and_its_tables() -> None:
    (exhibit,) = opened(statement="T014").session_state["on-the-page"].exhibits
    assert {"Industrial Strategy blog (12 December 2018)"} < set(exhibit.sources["source_table"])
    assert set(files.table(exhibit)["verdict"]) == {"Depends on the reading"}


def test_an_old_link_opens_its_statement() -> None:
    page = opened(claim="T014")
    assert title(page) == title(opened(statement="T014"))
    assert page.query_params["statement"] == "T014"
    assert "claim" not in page.query_params
