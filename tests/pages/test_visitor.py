"""Which uploads a reader may see: their own, those of a link, and nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lis_data import intake, queries, uploads
from lis_data.errors import UploadError
from pages.ui.state.cache import answer
from tests.pages.opening import opened

CSV = b"code,year,Firms per 1000\nE37000034,2018,1.5\nE37000015,2018,2.5\n"
OWNER = uploads.new_owner()
YOURS = "pages/11_Your_own_indicators.py"


@pytest.fixture(scope="module")
def upload_id() -> str:
    return uploads.save(intake.check(CSV, "firms.csv"), CSV, intake.Choices(), owner=OWNER)


def seen(page: AppTest) -> set[str]:
    """The uploads that a page may show."""
    return set(page.session_state["visitor-uploads"][1]["upload_id"])


def test_a_stranger_sees_no_private_upload_and_its_owner_does(upload_id: str) -> None:
    assert upload_id not in seen(opened())
    assert upload_id not in seen(opened(owner=uploads.new_owner()))
    page = opened(owner=OWNER)
    assert upload_id in seen(page)
    assert "owner" not in page.query_params


def test_a_private_link_opens_until_it_is_revoked_for_who_is_there_too(upload_id: str) -> None:
    token = uploads.share(upload_id, owner=OWNER)
    page = opened(upload=token)
    assert upload_id in seen(page)
    uploads.revoke(upload_id, owner=OWNER)
    assert upload_id not in seen(page.run())
    late = opened(upload=token)
    assert upload_id not in seen(late)
    assert "opens nothing any more" in late.toast[0].value


def test_what_a_reader_of_an_owners_link_adds_is_not_that_owners(upload_id: str) -> None:
    page = opened(YOURS, owner=OWNER)
    assert [item.value for item in page.header] == ["1 upload by an owner’s link"]
    given = ("secret.csv", CSV, "text/csv")
    page.button(key="bring-more").click().run()
    next(item for item in page.file_uploader if item.label.startswith("Drop")).set_value(given).run()
    next(item for item in page.button if item.label == "Add to my indicators").click().run()
    assert [item.value for item in page.header] == ["Your upload", "1 upload by an owner’s link"]
    assert set(uploads.visible((OWNER,), ())["upload_id"]) == {upload_id}


def test_a_download_that_was_on_offer_ends_with_its_link(upload_id: str) -> None:
    token = uploads.share(upload_id, owner=OWNER)
    series = queries.indicators(dataset_ids=(f"u-{upload_id}",))["indicator_id"].iloc[0]

    def offer(series: str) -> None:
        import streamlit as st

        from lis_data import queries
        from pages.ui.state import visitor
        from pages.ui.state.cache import answer

        visitor.arrive()
        make = visitor.on_behalf(lambda: answer(queries.figures, series, "lep-2017").to_csv().encode())
        st.session_state["make"] = make

    page = AppTest.from_function(offer, args=(series,))
    page.query_params["upload"] = token
    make = page.run().session_state["make"]
    assert b"2.5" in make()
    uploads.revoke(upload_id, owner=OWNER)
    with pytest.raises(UploadError):
        make()


def test_the_official_figures_are_there_though_the_uploads_are_broken(
    upload_id: str, uploads_of_tests: Path, tmp_path: Path
) -> None:
    aside = uploads_of_tests.replace(tmp_path / "aside")
    uploads_of_tests.write_bytes(b"no database " * 1000)
    try:
        page = opened(owner=OWNER)
        assert "Uploads cannot be read just now" in [item.value for item in page.toast][-1]
        assert upload_id not in seen(page)
    finally:
        aside.replace(uploads_of_tests)
    assert upload_id in seen(page.run())


@pytest.mark.parametrize("token", ["", "x", "../..", "' or true --", "a" * 22, "a" * 5000])
def test_a_token_that_is_none_opens_nothing(upload_id: str, token: str) -> None:
    assert upload_id not in seen(opened(upload=token, owner=token))


def test_an_answer_about_an_upload_is_forgotten_when_it_changes(upload_id: str) -> None:
    series = queries.indicators(dataset_ids=(f"u-{upload_id}",))["indicator_id"].iloc[0]
    assert answer(queries.figures, series, "lep-2017")["value"].max() == 2.5
    changed = CSV.replace(b"2.5", b"7.5")
    uploads.save(intake.check(changed, "firms.csv"), changed, intake.Choices(), owner=OWNER, upload_id=upload_id)
    assert answer(queries.figures, series, "lep-2017")["value"].max() == 7.5


def test_the_gate_of_the_answers_is_shut_for_a_stranger(upload_id: str) -> None:
    series = queries.indicators(dataset_ids=(f"u-{upload_id}",))["indicator_id"].iloc[0]
    assert not answer(queries.figures, series, "lep-2017").empty

    def ask(series: str) -> None:
        import streamlit as st

        from lis_data import queries
        from lis_data.errors import UploadError
        from pages.ui.state.cache import answer

        try:
            answer(queries.figures, series, "lep-2017")
        except UploadError as error:
            st.text(error)

    assert "it is private" in AppTest.from_function(ask, args=(series,)).run().text[0].value
