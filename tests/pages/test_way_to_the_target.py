"""The page on the way to the target: its findings follow what is chosen."""

from __future__ import annotations

import pytest

from tests.pages.opening import opened, title

PAGE = "pages/8_Way_to_the_target.py"
TEES_VALLEY_AND_DURHAM, EAST_ANGLIA = "UKC1", "UKH1"
OXFORDSHIRE, CHESHIRE, LINCOLNSHIRE = "E37000027", "E37000003", "E37000014"


def test_the_title_says_what_england_needs() -> None:
    # £11,599m more than in 2014: see tests/unit/test_paths.py
    told = title(opened(PAGE))
    assert told.startswith("Reaching 2.4% by 2027 if all regions gain alike takes £11.6bn more a year in England")


def test_the_title_names_the_chosen_region() -> None:
    # Tees Valley and Durham has £23,513m of England's £1,591,948m of GDP in 2014, and so of the £11,599m: £171m
    told = title(opened(PAGE, area=TEES_VALLEY_AND_DURHAM))
    assert told.startswith("For England to reach 2.4% by 2027 if all regions gain alike, Tees Valley and Durham rises")
    assert told.endswith("for £171m more a year")


def test_a_region_that_stays_below_the_target_is_told_what_that_itself_takes() -> None:
    # 2.4% of £23,513m is £564.3m; it had £193.5m in 2014
    page = opened(PAGE, area=TEES_VALLEY_AND_DURHAM)
    assert any("To reach 2.4% itself" in item.body and "£371m more a year" in item.body for item in page.get("html"))


def test_a_region_above_the_level_needs_nothing() -> None:
    page = opened(PAGE, area=EAST_ANGLIA, rule="converge", target="longer", year="2035")
    told = title(page)
    assert told.startswith("For England to reach 3.0% by 2035 if the laggards catch up, East Anglia needs no more")


def test_the_page_says_that_it_is_no_forecast_and_what_came_since() -> None:
    page = opened(PAGE, target="business")
    assert any("not a forecast" in caption.value for caption in page.caption)
    # ONS, BERD 2024: £46.6bn in 2022 and £51.1bn in 2024 in England
    assert any("£46.6bn in 2022 and £51.1bn in 2024" in text.value for text in page.markdown)


@pytest.mark.parametrize(("key", "wrong"), [("target", "moon"), ("rule", "luck"), ("year", "1999"), ("area", "UKZ9")])
def test_a_wrong_link_is_told_and_the_default_shown(key: str, wrong: str) -> None:
    page = opened(PAGE, **{key: wrong})
    assert f"asks for {key}" in page.toast[0].value
    assert "more a year in England" in title(page)


def test_england_is_told_who_does_more_by_each_rule() -> None:
    page = opened(PAGE)
    [rules] = [text.value for text in page.markdown if "The laggards catch up.**" in text.value]
    # in 2014 eight regions were above 2.1%, down to Hampshire and Isle of Wight (2.4%); the next one had 1.7%
    assert "8 regions need nothing" in rules.split("**The laggards")[1]
    assert "need nothing" not in rules.split("**The laggards")[0]


def test_the_other_view_drops_a_place_that_it_does_not_have_without_a_word() -> None:
    page = opened(PAGE, area=TEES_VALLEY_AND_DURHAM)
    page.button_group(key="view").set_value("leps").run()
    assert title(page).endswith("29 modelled")
    assert not page.toast
    assert "area" not in page.query_params


def test_leps_are_counted_against_the_line() -> None:
    told = title(opened(PAGE, view="leps"))
    assert "business’s part of the 2.4% target (1.65%)" in told
    assert told.endswith("of 38 LEPs; 9 are exact, 29 modelled")


@pytest.mark.parametrize(
    ("area", "period", "told"),
    [
        (OXFORDSHIRE, "2018", "Oxfordshire: business R&D is 1.88 to 2.87% of GDP by our model, above business"),
        (CHESHIRE, "2018", "Cheshire and Warrington: business R&D is 2.18% of GDP, 0.53 points above"),
        (LINCOLNSHIRE, "2013", "Greater Lincolnshire: no figure"),
    ],
)
def test_a_lep_is_told_as_a_range_exact_or_missing(area: str, period: str, told: str) -> None:
    assert title(opened(PAGE, view="leps", area=area, period=period)).startswith(told)
