"""The R&D page, run by Streamlit's own tester: what it says for a choice, and that wrong choices do no harm."""

from __future__ import annotations

import functools
import io
import json
import re

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from lis_data import queries
from pages.ui.exhibit import attribution, files, saved_picture
from pages.ui.exhibit.deck import choropleth_deck
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import LIGHT
from tests.pages import opening
from tests.pages.opening import exhibit, title

PAGE = "pages/1_Research_and_development.py"


opened = functools.partial(opening.opened, PAGE)


def institutions_of(page: AppTest) -> pd.DataFrame:
    """The table of the marked institutions."""
    [found] = [table.value for table in page.dataframe if "Institution" in table.value]
    return found


def svg(exhibit: Exhibit) -> str:
    """What its saved picture says."""
    return saved_picture.svg(exhibit).decode()


def test_the_page_opens_on_the_present() -> None:
    # of 33 regions in 2024, seven are above England's 2.083%: 6.60, 5.68, 4.20, 3.72, 3.61, 3.11 and 2.94
    page = opened()
    assert title(page) == "Business R&D as % of GDP is above England’s 2.08% in 7 of 33 NUTS 2 regions"
    assert page.selectbox(key="indicator").value == "business_rd_new_method_pct_gdp"


def test_todays_measure_has_no_line_and_says_why() -> None:
    text = "".join(item.value for item in opened().caption)
    assert "cannot be compared with those to 2018" in text
    assert "its part of the target" not in text


def test_the_switch_shows_the_same_as_measured_to_2018() -> None:
    page = opened(indicator="business_rd_new_method_per_head")
    page.button_group(key="measured").set_value("to-2018").run()
    assert page.selectbox(key="indicator").value == "business_rd_per_head"


@pytest.mark.parametrize("address", [{"indicator": "business_rd_pct_gdp"}, {"period": "2018"}, {"measured": "to-2018"}])
def test_a_link_to_the_older_measure_shows_it_with_its_line(address: dict[str, str]) -> None:
    # of 33 regions in 2018, six are above about 1.6% of GDP: 3.89, 3.81, 2.75, 2.39, 2.31 and 2.18
    text = title(opened(**address))
    assert text.endswith("is above business’s part of the 2.4% target (1.67%) in 6 of 33 NUTS 2 regions")


def test_the_title_follows_the_place() -> None:
    text = title(opened(area="UKK3", period="2018"))
    assert text.startswith("Cornwall and Isles of Scilly")
    assert "0.21%" in text


def test_a_picker_does_what_a_click_does() -> None:
    page = opened()
    page.selectbox(key="area").select("UKG1").run()
    assert title(page).startswith("Herefordshire, Worcestershire and Warwickshire")
    assert page.query_params["area"] == "UKG1"


def test_all_sectors_are_compared_with_the_full_target() -> None:
    page = opened(indicator="rd_all_sectors_pct_gdp", period="2014")
    assert "the 2.4% target" in page.title[0].value


def test_leps_have_a_figure_only_where_they_are_complete_regions() -> None:
    page = opened(geography="lep-2017")
    assert "9 of 38 areas have data" in "".join(item.value for item in page.markdown)


WRONG = {
    "indicator": "no_such_thing",
    "geography": "lep-1999",
    "area": "<script>alert(1)</script>",
    "period": "1066",
    "scheme": "rainbow",
}


@pytest.mark.parametrize("key", WRONG)
def test_a_wrong_link_is_reported_and_the_default_opened(key: str) -> None:
    page = opened(**{key: WRONG[key]})
    assert f"asks for {key}" in page.toast[0].value
    assert page.title[0].value.endswith("NUTS 2 regions")


def test_an_indicator_of_another_page_is_reported() -> None:
    assert "asks for indicator" in opened(indicator="gva").toast[0].value


def test_markup_in_a_link_stays_text() -> None:
    assert r"\!\[x\]\(http" in opened(area="![x](http://elsewhere.example/p.png)").toast[0].value


@pytest.mark.parametrize("bounds", ["one, two", "3, 2, 1", "", "![x](http://elsewhere.example)"])
def test_bounds_that_cannot_be_are_explained(bounds: str) -> None:
    page = opened(scheme="by-hand", bounds=bounds)
    assert "cannot be made" in "".join(item.value for item in page.caption)
    assert "![" not in "".join(item.value for item in page.caption)


def test_an_area_without_a_row_is_said_to_have_no_figure() -> None:
    # government R&D of 2017 was published for 26 of the 33 regions, not for Tees Valley and Durham
    page = opened(indicator="government_rd_gbp_m", period="2017", area="UKC1")
    assert title(page).startswith("Tees Valley and Durham: no figure")
    assert "26 of 33 areas have data" in "".join(item.value for item in page.markdown)


def test_an_area_without_any_figure_can_be_chosen() -> None:
    assert title(opened(geography="lep-2017", area="E37000027")).startswith("Oxfordshire: no figure")


def test_england_suppressed_in_a_year_is_left_out() -> None:
    assert "of the 32 NUTS 2 regions with a figure" in title(opened(period="2013", scheme="diverging"))


@pytest.mark.parametrize("scheme", ["quantiles", "natural-breaks", "equal-interval", "diverging"])
def test_every_scheme_has_its_legend(scheme: str) -> None:
    page = opened(scheme=scheme, classes="4")
    assert page.selectbox(key="scheme").value == scheme
    legend = next(item.body for item in page.get("html") if "lis-legend" in item.body)
    assert legend.count("lis-class") == 4


@pytest.mark.parametrize("geography", ["nuts2-2016", "lep-2017", "region"])
def test_an_indicator_of_every_dataset_opens_at_every_main_geography(geography: str) -> None:
    rows = queries.indicators().query("foundation == 'ideas'").drop_duplicates("dataset_id")
    for row in rows[rows["geographies"].map(lambda geographies: geography in geographies)].itertuples():
        opened(indicator=str(row.indicator_id), geography=geography)


def test_sources_and_attribution_are_on_the_page() -> None:
    page = opening.with_sources(opened(measured="to-2018"))
    text = "".join(item.value for item in [*page.markdown, *page.caption])
    assert "Open Government Licence v3.0" in text
    assert "OS data © Crown copyright and database right" in text
    assert "Eurostat" in text


def test_universities_are_marked_when_they_are_asked_for() -> None:
    page = opened()
    assert "Institution" not in {column for table in page.dataframe for column in table.value}
    page.multiselect(key="institutions").select("he").run()
    assert page.query_params["institutions"] == "he"
    # Get Information About Schools, 24 May 2025: 128 institutions of higher education, one address each
    assert len(institutions_of(page)) == 128
    assert "Universities and other higher education <small>(128)" in "".join(item.value for item in page.get("html"))
    assert "campuses elsewhere are not shown" in "".join(item.value for item in page.caption)


def test_a_link_restores_the_marked_institutions_and_names_their_source() -> None:
    page = opening.with_sources(opened(institutions="fe,utc"))
    assert set(institutions_of(page)["Kind"]) == {"Further education colleges", "University technical colleges"}
    assert "Get Information About Schools" in "".join(item.value for item in page.markdown)


def test_a_saved_map_has_the_marked_institutions_and_their_source() -> None:
    plain = svg(exhibit(opened(), "map"))
    marked = exhibit(opened(institutions="utc"), "map")
    drawn = svg(marked)
    assert "University technical colleges (44)" in drawn
    assert drawn.count("<path") - plain.count("<path") >= 44
    written = " ".join(re.findall(r"<text[^>]*>([^<]*)", drawn))
    assert "Source: Department for Education" in written
    assert "nan." not in written
    assert attribution.OS in written


def test_the_marked_institutions_are_downloaded_with_their_source() -> None:
    marked = exhibit(opened(institutions="utc"), "institutions")
    sheets = pd.read_excel(io.BytesIO(files.xlsx(marked)), sheet_name=None)
    drawn = json.loads(files.geojson(marked))
    # Get Information About Schools, 24 May 2025: 44 university technical colleges
    for rows in (pd.read_csv(io.BytesIO(files.csv(marked))), sheets["Figures"]):
        assert len(rows) == 44
        assert rows["attribution"].str.startswith("Source: Department for Education. Contains public sector").all()
    assert len(drawn["features"]) == 44
    for about in (sheets["About"].to_csv(), json.dumps(drawn["about"])):
        assert "Get Information About Schools" in about
        assert "nan" not in about.lower().split()


# 2024: every region's share of GDP is estimated, but for the four whose R&D more than doubled or halved in a year


def test_the_map_marks_estimates_and_figures_of_low_reliability() -> None:
    page = opened()
    legend = "".join(item.value for item in page.get("html"))
    assert "lis-estimated" in legend
    assert "estimated <small>(29)</small>" in legend
    assert "lis-unreliable" in legend
    assert "low reliability <small>(4)</small>" in legend


def test_each_status_has_dots_of_its_own_on_the_map() -> None:
    deck = choropleth_deck(
        "region", classes="00-0", palette=["#ffffff"], texts=list("abcd"), ink=LIGHT, statuses=["E", "U", "M", "A"]
    )
    assert "(['none','estimated','missing','unreliable'])[('1320')[properties.i]]" in deck.to_json()


def test_a_saved_map_marks_them_too() -> None:
    drawn = svg(exhibit(opened(), "map"))
    assert "estimated (29)" in drawn
    assert "low reliability (4)" in drawn


def test_every_picture_has_its_table_and_files_with_sources_and_licence() -> None:
    found = opened(area="UKK3").session_state["on-the-page"].exhibits
    assert [item.key for item in found] == ["map", "spread", "ranks", "trend"]
    for item in found:
        assert item.picture.alt
        assert files.makers(item).keys() >= {"CSV", "XLSX", "PNG", "SVG"}
        assert files.table(item)["attribution"].str.contains("Open Government Licence").all()


def test_the_table_of_the_trend_has_a_column_for_each_year() -> None:
    page = opening.unfolded(opened(measured="to-2018"), "trend")
    [wide] = [table.value for table in page.dataframe if "2018" in table.value]
    # the 33 regions and England
    assert len(wide) == 34
    assert {"2011", "2018"} <= set(wide)


def test_the_switch_there_and_back_keeps_the_year() -> None:
    page = opened(measured="to-2018", period="2015")
    page.button_group(key="measured").set_value("since-2022").run()
    page.button_group(key="measured").set_value("to-2018").run()
    assert page.query_params["period"] == "2015"
    assert page.select_slider(key="period").value == "2015"


def test_the_panel_of_an_area_says_of_low_reliability() -> None:
    page = opened(area="UKK3")
    assert "This figure is of low reliability" in "".join(item.value for item in [*page.caption, *page.markdown])
