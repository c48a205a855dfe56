"""The page that compares places, run by Streamlit's own tester, and the files made of it."""

from __future__ import annotations

import functools
import io

import pandas as pd
import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from geo.areas import GEOGRAPHIES
from lis_data import intake, queries, uploads
from lis_data.intake import Choices, Description
from pages.ui.exhibit import files
from pages.ui.exhibit.charts.comparison import DESK
from pages.ui.exhibit.palette import LIGHT
from pages.ui.views.compare import choice as choices
from pages.ui.views.compare import exhibits, figures, handout, pictures, powerpoint, side, slides
from pages.ui.views.compare import text as words
from tests.pages import opening
from tests.pages.opening import title

opened = functools.partial(opening.opened, "pages/6_Compare_places.py")
NORTHERN = ("E37000034", "E37000018", "E37000022")


OWNER = uploads.new_owner()
CSV = b"lep,year,value\nTees Valley,2020,4\nHumber,2020,5\nTees Valley,2021,9\nHumber,2021,6\nLondon,2021,7\n"


@pytest.fixture(scope="module")
def uploaded() -> str:
    """The id of a series of three LEPs, of OWNER alone."""
    verdict = intake.check(CSV, "survey.csv", description=Description(title="Mentors", unit="%", polarity="higher"))
    upload_id = uploads.save(verdict, CSV, Choices(), owner=OWNER)
    return str(queries.indicators(dataset_ids=(f"u-{upload_id}",))["indicator_id"].iloc[0])


def choice(foundation: str, *indicators: str) -> choices.Choice:
    return choices.Choice(GEOGRAPHIES["lep-2017"], NORTHERN, foundation, indicators, None)


def written(page: AppTest) -> str:
    texts = [item.value for item in [*page.markdown, *page.caption]] + [item.body for item in page.get("html")]
    return " ".join(texts)


def test_a_place_without_a_figure_stands_with_the_reason() -> None:
    page = opened(areas=",".join(NORTHERN), foundation="ideas")
    assert "Ideas indicator" in title(page)
    panels = written(page)
    assert "data-place='Tees Valley'><b>no figure</b><small>Not made of whole areas with figures" in panels


@pytest.mark.parametrize(("view", "pictures_each"), [("maps", 1), ("change", 2)])
def test_every_picture_has_its_finding(view: str, pictures_each: int) -> None:
    page = opened(view=view, areas=",".join(NORTHERN))
    headings = [item.value for item in page.header]
    assert len(headings) == 5 * pictures_each
    assert len(page.session_state["on-the-page"].exhibits) == 5 * pictures_each + 1
    assert all("Tees Valley" in heading or "Liverpool" in heading or "Humber" in heading for heading in headings)


def test_places_without_a_figure_are_hatched_on_a_map() -> None:
    # business R&D is published for NUTS 2 regions: most of the 38 LEPs are no union of them
    spec = pictures.map_of(choice("ideas", "business_rd_pct_gdp"), "business_rd_pct_gdp", DESK, LIGHT, height=380)
    rows = spec["layer"][0]["data"]["values"].splitlines()[1:]
    assert len(rows) == 38 + 1
    assert rows[-1].startswith("-,0,M")
    assert rows[-1].count("M") > 38


def test_figures_of_low_reliability_are_marked_in_words_and_dots() -> None:
    # Cornwall's business R&D more than doubled from 2023 to 2024; Greater Manchester's did not
    rd = "business_rd_new_method_pct_gdp"
    compared = choices.Choice(GEOGRAPHIES["lep-2017"], ("E37000005", "E37000015"), "ideas", (rd,), None)
    one = figures.of_indicator(compared, rd)
    assert one["brief"].tolist() == ["3.11% low rel.", "0.89% est."]
    assert "low reliability" in words.hollow(one)
    assert "1 low reliability" in figures.weak(compared, rd)


def test_a_level_lead_is_said_to_be_level() -> None:
    # Business Demography 2024: births are 12.70% of Tees Valley's enterprises and 12.74% of Liverpool's
    one = figures.of_indicator(choice("business-environment", "enterprise_birth_rate"), "enterprise_birth_rate")
    assert "highest in Tees Valley and Liverpool City Region, level at 12.7%" in words.of_indicator(one)
    assert side._badge(one.assign(leads=pd.array([pd.NA] * len(one)))) == "joint highest"


def test_slides_can_be_moved_and_taken_out() -> None:
    page = opened(view="slides", slides="title,enterprise_birth_rate.dots,sources")
    page.selectbox[-2].set_value("enterprise_birth_rate.dots").run()
    next(button for button in page.button if button.label == "Up").click().run()
    assert "slides=enterprise_birth_rate.dots,title,sources" in page.code[0].value


def test_one_place_reads_what_to_do() -> None:
    page = opened(areas="E37000034")
    assert "Choose 2 to 6 places" in page.info[0].value


def test_a_presentation_has_no_pickers_and_keeps_the_choice() -> None:
    page = opened(view="present", areas=",".join(NORTHERN), slide="2")
    assert not page.selectbox
    assert "Enterprises per 1,000 people" in written(page)
    next(button for button in page.button if button.label == "Leave presentation").click().run()
    assert page.multiselect[0].value == list(NORTHERN)


def test_powerpoint_holds_the_slides_with_native_titles() -> None:
    chosen = choice("business-environment", "enterprise_birth_rate")
    made = powerpoint.made(chosen, slides.preset(chosen), {"business-environment": "Ask the bank."})
    pages = list(Presentation(io.BytesIO(made)).slides)
    assert len(pages) == 4  # title, dots, questions, sources
    assert pages[1].shapes.title.text.startswith("Enterprise birth rate: highest in ")
    assert [shape.shape_type for shape in pages[1].shapes].count(13) == 1  # one picture
    assert "Ask the bank." in pages[2].notes_slide.notes_text_frame.text
    assert all("Open Government Licence" in " ".join(s.text for s in page.shapes if s.has_text_frame) for page in pages)


def test_notes_are_text_in_the_handout() -> None:
    chosen = choice("people", "employment_rate")
    text = handout.made(chosen, exhibits.of_all(chosen, "slides"), {"people": "<img src=x>\n# not a heading"}).decode()
    assert r"\<img src=x\>" in text
    assert r"\# not a heading" in text
    assert "What is known about what works?" in text


def test_places_beyond_the_sixth_are_named_as_left_out() -> None:
    page = opened(areas="E37000001,E37000002,E37000003,E37000004,E37000005,E37000006,E37000007")
    assert page.toast[0].value == "At most 6 fit here; left out: Cumbria."


@pytest.mark.parametrize("view", ["side", "maps", "change", "slides"])
def test_an_upload_is_compared_in_every_view(view: str, uploaded: str) -> None:
    page = opened(owner=OWNER, foundation="own", areas=",".join(NORTHERN), view=view)
    assert title(page) == "Tees Valley has the best figure in 1 of 1 uploaded indicator"
    assert "England is dashed" not in written(page)
    assert "publisher" not in written(page)
    assert page.multiselect(key="indicators").value == [uploaded]


def test_the_title_of_a_neutral_upload_names_both_ends() -> None:
    owner, about = uploads.new_owner(), Description(title="Mentors", unit="%")
    verdict = intake.check(CSV, "survey.csv", description=about)
    upload_id = uploads.save(verdict, CSV, Choices(), owner=owner)
    series = uploads.series_id(upload_id, verdict.series[0].indicator_id)
    page = opened(owner=owner, areas="E37000034,E37000018", indicators=series)
    assert title(page) == "Mentors (uploaded) run from 6.0% in Humber to 9.0% in Tees Valley"


def test_an_upload_of_single_industries_is_not_on_offer() -> None:
    data = b"lep,year,industry,value\nTees Valley,2018,A,5\nHumber,2018,A,6\n"
    owner, about = uploads.new_owner(), Description(title="Farms", unit="%")
    verdict = intake.check(data, "farms.csv", description=about)
    upload_id = uploads.save(verdict, data, Choices(), owner=owner)
    series = uploads.series_id(upload_id, verdict.series[0].indicator_id)
    page = opened(owner=owner, areas="E37000034,E37000018", indicators=series, view="maps")
    assert "Farms" not in title(page)


def test_an_upload_stands_among_official_indicators(uploaded: str) -> None:
    page = opened(owner=OWNER, areas=",".join(NORTHERN), indicators=f"{uploaded},employment_rate")
    assert "Mentors (uploaded)" in written(page)
    assert "of 2 indicators" in title(page)


def test_a_slide_of_an_upload_claims_no_open_government_licence_for_it(uploaded: str) -> None:
    slide = slides.made(choice("own", uploaded), f"{uploaded}.dots")
    assert slide.title.startswith("Mentors (uploaded): highest in Tees Valley, 9.0%")
    assert "uploaded figures, which are not official" in slide.source
    assert "public sector information" not in slide.source
    on_a_map = slides.made(choice("own", uploaded), f"{uploaded}.map")
    assert "Shapes of the places: contains public sector information" in on_a_map.source


def test_a_slide_says_what_its_exhibit_says() -> None:
    # HESA's figures are under CC BY 4.0, and dots draw no shapes
    research = "university_research_income_per_head"
    chosen = choice("ideas", research)
    exhibit = exhibits.of_indicator(chosen, research, "dots")
    slide = slides.made(chosen, f"{research}.dots")
    assert slide.title == exhibit.finding
    assert slide.alt == exhibit.picture.alt
    assert "CC BY 4.0" in slide.source
    assert "OS data" not in slide.source


@pytest.mark.parametrize("kind", ["dots", "map"])
def test_a_saved_picture_says_what_is_of_low_reliability(kind: str) -> None:
    # Cornwall's business R&D more than doubled from 2023 to 2024
    rd = "business_rd_new_method_pct_gdp"
    compared = choices.Choice(GEOGRAPHIES["lep-2017"], ("E37000005", "E37000015"), "ideas", (rd,), None)
    for exhibit in (exhibits.of_indicator(compared, rd, kind), exhibits.of_all(compared, kind, (kind,))):
        svg = files.makers(exhibit)["SVG"]().decode()
        assert "low reliability" in svg
        assert ("Contains OS data" in svg) == (kind == "map")


def test_an_upload_of_districts_is_compared_with_official_figures_of_districts() -> None:
    data = b"code,year,value\nE06000001,2021,4\nE06000002,2021,9\nE06000003,2021,6\n"
    owner, about = uploads.new_owner(), Description(title="Mentors", unit="%", polarity="higher")
    verdict = intake.check(data, "districts.csv", description=about)
    upload_id = uploads.save(verdict, data, Choices(), owner=owner)
    series = uploads.series_id(upload_id, verdict.series[0].indicator_id)
    address = {"geography": verdict.geography, "areas": "E06000001,E06000002", "indicators": series}
    page = opened(owner=owner, **address)
    assert verdict.geography == "lad-2021"
    assert title(page) == "Middlesbrough has the best figure in 1 of 1 uploaded indicator"
    assert not [toast.value for toast in page.toast if "none here" in toast.value]


@pytest.mark.parametrize("geography_id", ["utla-2023", "lad-2021", "lad-2023", "lad-2020", "lad-2019", "lad-2017"])
def test_districts_and_upper_tiers_of_every_vintage_open(geography_id: str) -> None:
    page = opened(geography=geography_id)
    assert page.multiselect(key="indicators").value
    assert not [toast.value for toast in page.toast if "none here" in toast.value]
