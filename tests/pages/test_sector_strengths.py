"""The page on sector strengths, run by Streamlit's own tester: what it says for a choice, and that none does harm."""

from __future__ import annotations

import functools
from collections.abc import Hashable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lis_data import queries
from tests.pages import opening
from tests.pages.opening import title

PAGE = "pages/2_Sector_strengths.py"
CHESHIRE, OXFORDSHIRE, LEEDS, BLACK_COUNTRY = "E37000003", "E37000027", "E37000020", "E37000001"


opened = functools.partial(opening.opened, PAGE)


def text(page: AppTest) -> str:
    """All that is told beside headings, pictures and tables."""
    joined = "".join(item.value for item in [*page.markdown, *page.caption, *page.info])
    return joined.replace("\\", "")


def table(page: AppTest) -> dict[Hashable, dict[str, Any]]:
    """The table's rows by their first column."""
    rows = page.dataframe[0].value
    return rows.set_index(rows.columns[0]).T.to_dict()


def test_the_title_names_what_a_place_is_most_specialised_in() -> None:
    heading = title(opened(area=CHESHIRE, period="2016"))
    assert heading.startswith("Cheshire and Warrington is most specialised in manufacture of petroleum, chemicals")


def test_manufacturing_in_cheshire_and_warrington() -> None:
    # ONS, GVA by local authority: manufacturing is 24.2% of the four districts' GVA in 2016, 9.8% of England's
    manufacturing = table(opened(area=CHESHIRE, period="2016", detail="broad"))["Manufacturing"]
    assert manufacturing["Share %"] == pytest.approx(24.2, abs=0.05)
    assert manufacturing["England %"] == pytest.approx(9.8, abs=0.05)
    assert manufacturing["Location quotient"] == pytest.approx(2.46, abs=0.01)


def test_without_a_place_the_leader_of_every_industry_is_listed() -> None:
    # the Black Country is the LEP of metal goods; Humber, with its refineries, that of petroleum and chemicals
    rows = table(opened())
    assert rows["Manufacture of basic and fabricated metal products"]["Place"] == "Black Country"
    assert rows["Manufacture of petroleum, chemicals and other minerals"]["Place"] == "Humber"


def test_nested_groups_are_never_listed_together() -> None:
    narrow, broad = table(opened(area=CHESHIRE)), table(opened(area=CHESHIRE, detail="broad"))
    assert "Manufacturing" in broad
    assert "Manufacturing" not in narrow
    assert "Services sector" not in {**narrow, **broad}


def test_rent_that_nobody_pays_is_no_strength() -> None:
    assert "Owner-occupiers' imputed rental" not in table(opened(area=CHESHIRE, least="0"))


def test_an_industry_of_a_link_is_looked_at() -> None:
    page = opened(area=OXFORDSHIRE, industry="P")
    assert page.header[1].value.replace("\\", "").startswith("Education: Oxfordshire is")
    assert page.selectbox(key="industry").value == "P"


def test_the_smallest_size_leaves_out_what_is_smaller() -> None:
    rows = table(opened(area=CHESHIRE, least="1000"))
    assert all(row["Size (£ million)"] >= 1000 for row in rows.values())


def test_a_lep_whose_districts_merged_has_estimates() -> None:
    assert title(opened(area=LEEDS)).startswith("Leeds City Region is most specialised in")


def test_jobs_are_explained_where_a_place_is_no_complete_region() -> None:
    page = opened(indicator="jobs", geography="lep-2017", area=OXFORDSHIRE)
    assert "published for NUTS 2 regions" in text(page)
    page.button[0].click().run()
    assert title(page).startswith("Berkshire, Buckinghamshire and Oxfordshire is most specialised in")


def test_a_place_can_be_looked_at_by_narrow_activities() -> None:
    page = opened(area=OXFORDSHIRE)
    page.button[0].click().run()
    assert page.selectbox(key="indicator").value == "jobs_sic5"
    assert not page.toast
    assert title(page).startswith("Berkshire, Buckinghamshire and Oxfordshire is most specialised in")


def test_the_first_year_has_no_growth_but_a_table() -> None:
    page = opened(area=CHESHIRE, period="1998")
    assert "no earlier year" in text(page)
    assert "Growth (% a year)" not in page.dataframe[0].value.columns


def test_growth_in_volume_stands_next_to_growth_in_current_prices() -> None:
    # ONS, chained volumes: Cheshire's manufacturing £7,092m in 2018 and £7,501m in 2023, all industries £36,385m and
    # £38,323m, England's £1,853,495m and £1,945,256m
    page = opened(area=CHESHIRE, period="2023", base="2018", detail="broad")
    assert table(page)["Manufacturing"]["Growth in volume (% a year)"] == pytest.approx(1.13, abs=0.005)
    assert "the whole economy grew by 1.0% a year (England 1.0%)" in text(page)


def test_a_place_without_volumes_says_why() -> None:
    page = opened(area=BLACK_COUNTRY, period="2023", base="2018")
    assert "Growth in volume (% a year)" not in page.dataframe[0].value.columns
    assert "volumes of its districts cannot be added up" in text(page)


def test_how_many_places_have_growth_in_volume() -> None:
    assert "Growth in volume is published for 15 of 38 LEPs" in text(opened(period="2023", base="2018"))


def test_jobs_have_no_prices() -> None:
    page = opened(indicator="jobs", geography="nuts2-2016", area="UKD6")
    assert "volume" not in text(page)


def test_creative_industries_have_the_badge_and_its_numbers() -> None:
    # ONS, UK business counts 2022: Oxfordshire has 2,855 enterprises in information and communication, 2,595 micro
    page = opened(area=OXFORDSHIRE)
    assert "91% of its 2,855 enterprises here" in text(page)
    badges = {name: row["Blind spot"] for name, row in table(page).items()}
    assert badges["Publishing; film and TV production and broadcasting"] == "◐ 91% micro firms, 2022"
    assert badges["Education"] == ""


def test_the_super_strengths_of_the_seed_are_found_again() -> None:
    # the LEP's chair in 2018: "Chemicals, Petroleum and Pharmaceuticals and Motor Vehicle Manufacturing"
    rows = table(
        opened(
            view="strengths", indicator="gva_detailed", geography="lep-2017", area=CHESHIRE, period="2016", least="100"
        )
    )
    passed = [name for name, row in rows.items() if row["Tests passed"] == "3 of 3"]
    assert "Manufacture of petroleum, chemicals and pharmaceuticals" in passed
    assert "Manufacture of motor vehicles, trailers and semi-trailers" in passed


def test_a_threshold_decides_who_passes() -> None:
    strict = opened(view="strengths", area=CHESHIRE, least_quotient="20")
    assert "no industry passes every test" in title(strict)
    assert {row["Specialised"] for row in table(strict).values()} == {"✗ not passed"}


def test_thresholds_that_nothing_passes_read_unlike_a_size_that_nothing_has() -> None:
    page = opened(view="strengths", least_quotient="20")
    assert title(page) == "No industry passes every test"
    assert "Lower a threshold" in text(page)
    assert "nothing as large as you ask for" in title(opened(view="strengths", area=CHESHIRE, least="100000"))


def test_what_cannot_be_tested_is_said() -> None:
    page = opened(view="strengths", area=OXFORDSHIRE)
    assert "Can be tested for 9 of 38 LEPs (2021)" in text(page)
    assert "Well paid.** Cannot be tested here." in text(page)
    assert {row["Productive"] for row in table(page).values()} == {"cannot be tested"}


def test_places_of_a_link_are_compared() -> None:
    page = opened(view="places", areas=f"{CHESHIRE},{OXFORDSHIRE}")
    assert title(page).startswith("Of 2 places, Cheshire and Warrington stands out most")
    assert list(page.dataframe[0].value.columns) == ["Industry", "Cheshire and Warrington", "Oxfordshire"]


def test_no_place_to_compare_is_helped() -> None:
    page = opened(view="places", areas="nowhere")
    assert "asks for areas" in page.toast[0].value
    assert "Choose two to 8 places" in text(page)


def test_the_total_economy_is_ranked() -> None:
    page = opened(view="economy", area=CHESHIRE)
    assert "of 37 LEPs for specialisation" in title(page)
    assert "Krugman index" in text(page)


WRONG = {
    "view": "nonsense",
    "indicator": "gdp_per_head",
    "geography": "lep-1999",
    "area": "<script>alert(1)</script>",
    "period": "1066",
    "base": "2030",
    "detail": "atoms",
    "industry": "Z",
    "least": "many",
}


@pytest.mark.parametrize("key", WRONG)
def test_a_wrong_link_is_reported_and_the_default_opened(key: str) -> None:
    page = opened(**{key: WRONG[key]})
    assert f"asks for {key}" in page.toast[0].value
    assert title(page).startswith("The most specialised LEP is")


@pytest.mark.parametrize("view", ["specialisation", "places", "strengths", "economy"])
def test_every_view_opens_for_every_measure_at_its_smallest_and_largest_geography(view: str) -> None:
    rows = queries.sector_coverage()
    rows = rows[~rows["geography_id"].str.startswith("lad")].sort_values("areas")
    ends = rows.groupby("indicator_id")["geography_id"].agg(["first", "last"])
    for measure in ("gva", "gva_detailed", "jobs", "jobs_sic4", "jobs_sic5", "enterprises"):
        for geography in ends.loc[measure]:
            assert title(opened(view=view, indicator=measure, geography=str(geography)))


def test_sources_of_all_figures_are_on_the_page() -> None:
    sources = text(opening.with_sources(opened(area=OXFORDSHIRE)))
    assert "Gross value added" in sources
    assert "Micro enterprises" in sources
    assert "Open Government Licence v3.0" in sources
