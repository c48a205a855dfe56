"""The R&D page, run by Streamlit's own tester: what it says for a choice, and that wrong choices do no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ENTRY = Path(__file__).resolve().parents[2] / "app.py"
PAGE = "pages/1_Research_and_development.py"


def opened(**address: str) -> AppTest:
    page = AppTest.from_file(str(ENTRY), default_timeout=60).switch_page(PAGE)
    for key, value in address.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    return page


def test_the_title_states_how_many_regions_are_above_the_line() -> None:
    # of 33 regions in 2018, six are above about 1.6% of GDP: 3.89, 3.81, 2.75, 2.39, 2.31 and 2.18
    assert "in 6 of 33 NUTS 2 regions" in opened().title[0].value


def test_the_title_follows_the_place() -> None:
    title = opened(area="UKK3").title[0].value
    assert title.startswith("Cornwall and Isles of Scilly")
    assert "0.21%" in title


def test_a_picker_does_what_a_click_does() -> None:
    page = opened()
    page.selectbox(key="area").select("UKG1").run()
    assert page.title[0].value.startswith("Herefordshire, Worcestershire and Warwickshire")
    assert page.query_params["area"] == "UKG1"


def test_all_sectors_are_held_against_the_whole_target() -> None:
    page = opened(indicator="rd_all_sectors_pct_gdp", period="2014")
    assert "the 2.4% target" in page.title[0].value


def test_leps_have_a_figure_only_where_they_are_whole_regions() -> None:
    page = opened(geography="lep-2017")
    assert "9 of 38 areas have data" in "".join(item.value for item in page.markdown)


WRONG = [
    {"indicator": "no_such_thing"},
    {"geography": "lep-1999"},
    {"area": "<script>alert(1)</script>"},
    {"period": "1066"},
    {"scheme": "rainbow", "classes": "99"},
    {"scheme": "by-hand", "bounds": "one, two"},
    {"scheme": "by-hand", "bounds": "3, 2, 1"},
    {"indicator": "gva"},  # an indicator of another page
]


@pytest.mark.parametrize("address", WRONG, ids=str)
def test_a_wrong_address_is_answered_and_not_crashed(address: dict[str, str]) -> None:
    opened(**address)


@pytest.mark.parametrize("scheme", ["quantiles", "natural-breaks", "equal-interval", "diverging"])
def test_every_scheme_draws_every_indicator_without_failing(scheme: str) -> None:
    page = opened(scheme=scheme)
    for indicator in page.selectbox(key="indicator").options[:6]:
        assert not page.exception, indicator
    assert page.selectbox(key="scheme").value == scheme


def test_every_indicator_of_the_page_opens() -> None:
    from lis_data import queries

    held = queries.indicators()
    for indicator_id in held.loc[held["foundation"] == "ideas", "indicator_id"]:
        opened(indicator=indicator_id)


def test_sources_and_attribution_are_on_the_page() -> None:
    page = opened()
    told = "".join(item.value for item in [*page.markdown, *page.caption])
    assert "Open Government Licence v3.0" in told
    assert "OS data © Crown copyright and database right" in told
    assert "Eurostat" in told
