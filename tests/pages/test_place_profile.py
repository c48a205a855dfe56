"""The place profile, run by Streamlit's own tester: what it says of a place, and where figures are missing."""

from __future__ import annotations

import functools

from streamlit.testing.v1 import AppTest

from lis_data import intake, queries, uploads
from lis_data.intake import Choices, Description
from pages.ui.exhibit import attribution, files
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.views.profile import text
from tests.pages import opening
from tests.pages.opening import title

PAGE = "pages/4_Place_profile.py"
MANCHESTER, TEES, SOUTH_EAST_MIDLANDS, CHESHIRE = "E37000015", "E37000034", "E37000041", "E37000003"
CORNWALL = "E37000005"

opened = functools.partial(opening.opened, PAGE)
read = functools.partial(opening.read, PAGE)


def sections(page: AppTest) -> str:
    return " | ".join(item.value for item in page.header).replace("\\", "")


def written(page: AppTest) -> str:
    sentences = " ".join(item.value for item in [*page.markdown, *page.caption, *page.info])
    return sentences.replace("\\", "")


def exhibit(page: AppTest, key: str) -> Exhibit:
    return next(exhibit for exhibit in page.session_state["on-the-page"].exhibits if exhibit.key == key)


def test_the_title_states_productivity_against_england() -> None:
    # ONS 2025: GVA per hour worked in 2023 is £39.77 in Greater Manchester, £42.39 in England: 39.77 / 42.39 = 0.938
    page = read(area=MANCHESTER)
    assert title(page).startswith("Greater Manchester: GVA per hour worked 6% below England’s, ahead of England in")


def test_business_rd_of_greater_manchester_is_below_englands() -> None:
    # NUTS 2 region UKD3, 2024: £345.55 a head (ONS) over a GDP of £37,357 a head, times 41,735 / 40,162: 0.890%
    assert "Business R&D is 0.89% of GDP, below England’s 2.08%" in sections(read(area=MANCHESTER))


def test_business_rd_of_a_part_of_a_region_is_said_to_be_modelled() -> None:
    page = read(area=TEES)
    assert "Business R&D is modelled at" in sections(page)
    assert "status E: modelled by us" in written(page)


def test_a_boundary_that_changed_is_named_with_the_districts() -> None:
    # the LEPs' overlaps ended in April 2020: Cherwell stayed with Oxfordshire, Aylesbury Vale with Buckinghamshire
    page = read(area=SOUTH_EAST_MIDLANDS)
    assert "without Aylesbury Vale, Cherwell" in written(page)
    assert "Buckinghamshire of 2023 lies across its boundary: sums take 36% of it" in written(page)


def test_both_columns_stand_with_their_rule() -> None:
    page = read(area=TEES)
    assert {"Strengths", "Weaknesses"} <= {item.value for item in page.subheader}
    assert "Strength: among the best fifth of the LEPs with a figure" in written(page)


def test_a_figure_of_low_reliability_is_marked_and_no_strength() -> None:
    # Cornwall's business R&D more than doubled from 2023 to 2024, which gives it status U
    rows = queries.scorecard("lep-2017", CORNWALL)
    rd = rows[rows["indicator_id"] == "business_rd_new_method_pct_gdp"].iloc[0]
    assert text.standing(rd) == "3.11% (low reliability) · 2nd of 9 · England 2.08%"
    listed = [line for item in read(area=CORNWALL).markdown for line in item.value.split("\n") if line[:4] == "- **"]
    assert any("Unemployment rate" in line for line in listed)
    assert not any("Business R" in line for line in listed)


def test_a_strength_without_an_interval_says_so() -> None:
    lines = [line for item in read(area=TEES).markdown for line in item.value.split("\n") if line.startswith("- **")]
    assert lines
    assert all(("significant" in line) != ("no interval published" in line) for line in lines)


def test_the_districts_at_either_end_are_named() -> None:
    # ONS 2025, GVA per hour worked 2023: Oldham £32.53 is the lowest of ten districts, Manchester £44.77 the highest
    assert "runs from £32.5 in Oldham to £44.8 in Manchester" in sections(read(area=MANCHESTER))


def test_a_region_has_a_profile_too() -> None:
    page = read(geography="region", area="E12000002")
    assert title(page).startswith("North West: GVA per hour worked")
    assert "A region. The figures are the latest that nearly all regions have." in written(page)


def test_another_geography_keeps_the_place_of_the_same_name() -> None:
    # the South East Midlands has been E37000057 since April 2020
    page = opened(area=SOUTH_EAST_MIDLANDS)
    page.selectbox(key="geography").set_value("lep-2021").run()
    assert page.selectbox(key="area").value == "E37000057"
    page.selectbox(key="geography").set_value("region").run()
    assert page.selectbox(key="area").value == ""


def test_without_a_place_all_are_listed() -> None:
    page = read()
    assert title(page).startswith("Choose one of 38 LEPs")
    assert len(page.dataframe[0].value) == 38


def test_uploaded_figures_stand_apart_and_count_for_nothing() -> None:
    csv = b"lep,year,value\nTees Valley,2020,4\nHumber,2021,5\nTees Valley,2021,9\nLondon,2021,1\n"
    owner, about = uploads.new_owner(), Description(title="Mentors", unit="%", polarity="higher", foundation="ideas")
    uploads.save(intake.check(csv, "survey.csv", description=about), csv, Choices(), owner=owner)
    plain, own = opened(area=TEES), opened(area=TEES, owner=owner)
    assert title(plain) == title(own)
    assert "Your own indicator: Mentors (uploaded) 9.0%, 1st of 3" in sections(own)
    assert "Mentors" not in sections(plain)
    figures = exhibit(own, "own").table.read
    assert figures[["median_figure", "england_figure", "changed"]].iloc[0].tolist() == [
        "5.0%",
        "not given",
        "+5.0 points since 2020",
    ]
    assert attribution.UPLOADED in set(files.about(exhibit(own, "own"))["text"])
    assert attribution.UPLOADED in own.caption[-1].value


def test_a_place_alone_finds_its_geography() -> None:
    page = opened(area="UKD3")
    assert page.selectbox(key="geography").value == "nuts2-2016"
    assert page.selectbox(key="area").value == "UKD3"
    assert not page.toast


def test_the_saved_scorecard_has_every_foundation_and_says_what_is_hollow() -> None:
    card = exhibit(opened(area=MANCHESTER), "scorecard")
    svg = files.makers(card)["SVG"]().decode()
    assert "Ideas: ahead of England in" in svg
    assert "Places: ahead of England in" in svg
    assert "Hollow: an estimate" in svg


def test_the_industries_and_the_districts_have_files_with_their_sources() -> None:
    page = opened(area=MANCHESTER)
    for key in ("sectors", "districts"):
        assert files.table(exhibit(page, key))["attribution"].str.contains("Office for National Statistics").all()


def test_what_the_strategy_claims_has_its_documents_among_the_sources() -> None:
    page = opening.with_sources(opened(area=CHESHIRE))
    assert any(name in written(page) for name in queries.document_sources()["title"])
