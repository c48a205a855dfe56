"""The page on the way to the target: its findings follow what is chosen."""

from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.exhibit import files
from tests.pages.opening import exhibit, opened, read, title

PAGE = "pages/8_Way_to_the_target.py"
TEES_VALLEY_AND_DURHAM, EAST_ANGLIA, NORTH_EAST = "UKC1", "UKH1", "E12000001"
OXFORDSHIRE, CHESHIRE, LINCOLNSHIRE, MANCHESTER = "E37000027", "E37000003", "E37000014", "E37000015"


def test_the_page_starts_from_the_present() -> None:
    # 2.5% of the 33 regions' GDP of £2,455bn is £61.4bn: £10.2bn more than the £51.1bn of 2024
    page = read(PAGE)
    assert title(page) == "Raising England’s business R&D to 2.5% of GDP takes £10.2bn more a year, in 2024 prices"
    assert any("No target is set by the measure since 2022" in caption.value for caption in page.caption)


def test_the_level_is_the_readers() -> None:
    # 3% of £2,455bn is £73.7bn: £22.5bn more
    assert "to 3.0% of GDP takes £22.5bn more" in title(read(PAGE, level="3"))


def test_what_is_of_low_reliability_is_marked() -> None:
    page = read(PAGE)
    [table] = [frame.value for frame in page.dataframe if "Reliability" in frame.value]
    low = table.loc[table["Reliability"] == "low", "Place"]
    # Cornwall 14 to 93, Devon 14 to 45, Outer London - East and North East 10.5 to 1.5, - South 34 to 16 (£ million)
    assert set(low) == {
        "Cornwall and Isles of Scilly",
        "Devon",
        "Outer London - East and North East",
        "Outer London - South",
    }


def test_the_target_of_2017_is_history() -> None:
    # £11,599m more than in 2014: see tests/unit/test_paths.py
    heading = title(read(PAGE, target="all"))
    assert heading == "Raising England’s R&D to 2.4% of GDP takes £11.6bn more a year, in 2014 prices"


def test_north_east_is_the_region() -> None:
    # £10,245m of a GDP of £2,455,251m: of its GDP of £81,953m £342m; 2.5% of £82,007m is £2,050m, £1,312m more than 738
    page = opened(PAGE, area=NORTH_EAST)
    assert page.selectbox(key="area").options.index("North East (region)") < 10
    assert title(page).startswith("North East (region) would spend £342m more a year on R&D, in 2024 prices")
    page.session_state["rules"] = True
    assert any("£1.3bn more a year" in text.value for text in page.run().markdown)


def test_a_lep_of_complete_regions_has_one_cost_and_another_a_range() -> None:
    # Greater Manchester is one NUTS 2 region: £1,036m at 0.890% is a GDP of £116bn, of which the rule asks £486m
    assert title(read(PAGE, area=MANCHESTER)).startswith("Greater Manchester (LEP) would spend £486m more a year")
    heading = title(read(PAGE, area=OXFORDSHIRE, rule="follow"))
    assert heading.startswith("Oxfordshire (LEP) would spend by our model £") and " to £" in heading


def test_leps_are_not_on_offer_where_they_cannot_be_modelled() -> None:
    page = read(PAGE, target="all")
    assert not any("(LEP)" in option for option in page.selectbox(key="area").options)


def test_the_title_names_the_chosen_region() -> None:
    # Tees Valley and Durham has £23,513m of England's £1,591,948m of GDP in 2014, and so of the £11,599m: £171m
    heading = title(read(PAGE, target="all", area=TEES_VALLEY_AND_DURHAM))
    assert heading == "Tees Valley and Durham would spend £171m more a year on R&D, in 2014 prices"


def test_a_region_that_stays_below_the_target_reads_what_that_itself_takes() -> None:
    # 2.4% of £23,513m is £564.3m; it had £193.5m in 2014
    page = opened(PAGE, target="all", area=TEES_VALLEY_AND_DURHAM)
    page.session_state["rules"] = True
    [sentence] = [text.value for text in page.run().markdown if "To reach 2.40% itself" in text.value]
    assert "£371m more a year" in sentence


def test_a_region_above_the_level_needs_nothing() -> None:
    heading = title(read(PAGE, area=EAST_ANGLIA, rule="converge", target="longer", year="2035"))
    assert heading == "East Anglia needs no more R&D: it is above the level that others would rise to"


def test_the_page_says_that_it_is_no_forecast_and_what_came_before() -> None:
    page = read(PAGE)
    assert any("not a forecast" in caption.value for caption in page.caption)
    page.session_state["before"] = True
    page.run()
    # ONS, BERD 2024: £46,564m in 2022, 2.16% of GDP, in England
    [before] = [frame.value for frame in page.dataframe if "To 2018, £m" in frame.value]
    row = before.set_index("Year").loc["2022"]
    assert (row["Since 2022, £m"], round(row["Since 2022, %"], 2)) == (46564, 2.16)
    assert pd.isna(row["To 2018, £m"])


@pytest.mark.parametrize("target", ["all", "longer", "business"])
def test_a_target_of_the_uk_is_said_to_be_applied_to_england(target: str) -> None:
    assert any("The target is the UK’s" in caption.value for caption in opened(PAGE, target=target).caption)


def test_a_level_of_the_readers_own_is_not_called_the_uks() -> None:
    page = opened(PAGE)
    assert not any("The target is the UK’s" in caption.value for caption in page.caption)
    assert "UK’s; here" not in exhibit(page, "ways").facts["Assumptions"]


def test_the_files_name_the_business_rd_that_ranges_are_modelled_of() -> None:
    ranges = exhibit(opened(PAGE, view="leps"), "ranges")
    assert ranges.sources["source_table"].str.contains("enterprise research", case=False).any()


def test_every_part_that_is_folded_is_complete() -> None:
    page = opened(PAGE, area=TEES_VALLEY_AND_DURHAM)
    for key in ("rules", "years", "before"):
        page.session_state[key] = True
    page.run()
    assert not page.exception
    found = page.session_state["on-the-page"].exhibits
    assert [item.key for item in found] == ["ways", "money", "by-rule", "years", "before"]
    assert all(len(files.table(item)) and item.table.alt for item in found)


@pytest.mark.parametrize(("key", "wrong"), [("target", "moon"), ("rule", "luck"), ("year", "1999"), ("area", "UKZ9")])
def test_a_wrong_link_is_reported_and_the_default_opened(key: str, wrong: str) -> None:
    page = read(PAGE, **{key: wrong})
    assert f"asks for {key}" in page.toast[0].value
    assert title(page).startswith("Raising England’s business R&D")


def test_the_other_rules_are_folded_with_why_they_differ() -> None:
    page = opened(PAGE, target="all")
    assert not any("Lagging regions catch up.**" in text.value for text in page.markdown)
    page.session_state["rules"] = True
    page.run()
    [rules] = [text.value for text in page.markdown if "Lagging regions catch up.**" in text.value]
    # in 2014 eight regions were above 2.1%, down to Hampshire and Isle of Wight (2.4%); the next one had 1.7%
    assert "8 regions need nothing" in rules.split("**Lagging regions")[1]
    assert "need nothing" not in rules.split("**Lagging regions")[0]


def test_the_other_view_drops_a_place_that_it_does_not_have_without_a_word() -> None:
    page = opened(PAGE, area=TEES_VALLEY_AND_DURHAM)
    page.button_group(key="view").set_value("leps").run()
    assert title(page).startswith("Business R&D is known for 9 of 38 LEPs")
    assert not page.toast
    assert "area" not in page.query_params


def test_what_is_modelled_is_not_ranked() -> None:
    page = read(PAGE, view="leps")
    [table] = [frame.value for frame in page.dataframe if "Region" in frame.value]
    named = [
        (region, lep) for region, lep in zip(table["Region"], table["LEP"], strict=True) if region != "Across regions"
    ]
    assert named == sorted(named)
    assert table["Figure"].value_counts().to_dict() == {"modelled": 29, "known": 9}


@pytest.mark.parametrize(
    ("area", "period", "expected"),
    [
        (OXFORDSHIRE, "2018", "Oxfordshire: business R&D is 1.88 to 2.87% of GDP by our model, above business"),
        (CHESHIRE, "2018", "Cheshire and Warrington: business R&D is 2.18% of GDP, 0.51 points above"),
        (LINCOLNSHIRE, "2013", "Greater Lincolnshire: no figure"),
        (CHESHIRE, "2024", "Cheshire and Warrington: business R&D is 4.20% of GDP"),
    ],
)
def test_a_lep_has_a_range_a_figure_or_none(area: str, period: str, expected: str) -> None:
    assert title(read(PAGE, view="leps", area=area, period=period)).startswith(expected)
