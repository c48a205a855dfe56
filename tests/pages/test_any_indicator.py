"""Any indicator, official or uploaded: it opens with its finding, and beside a second one with their correlation."""

from __future__ import annotations

import functools

import pandas as pd
import pytest
from scipy import stats

from lis_data import intake, queries, uploads, wording
from lis_data.intake import Choices, Description
from lis_data.model import Series
from pages.ui.exhibit import files, provenance
from pages.ui.state.cache import answer
from tests.pages import opening
from tests.pages.opening import exhibit, title

PAGE = "pages/12_Any_indicator.py"
OWNER = uploads.new_owner()
CSV = b"lep,year,value\nCumbria,2020,10\nDorset,2020,30.5\nCumbria,2021,12\nDorset,2021,31\nTees Valley,2021,8.25\n"
FINDINGS = {
    "ideas": "Business R&D as % of GDP is above England’s 2.08% in 7 of 33 NUTS 2 regions",
    "people": "Employment rate is above England’s 75.8% in ",
    "infrastructure": "Gigabit broadband coverage is above England’s ",
    "business-environment": "Enterprises per 1,000 people are above England’s ",
    "places": "GVA per hour worked is above England’s £42.4 in 8 of 38 LEPs",
}
PLURALS = ("Jobs", "Horizon 2020 grants per head", "Residents in work", "Adult smokers", "Hours worked (estimated)")
SINGULARS = ("Happiness", "GVA per hour worked", "Maths at age five", "Investment in university spin-offs", "Anxiety")

opened = functools.partial(opening.opened, PAGE)


@pytest.fixture(scope="module")
def uploaded() -> str:
    """The id of a series of three LEPs, of OWNER alone."""
    description = Description(
        title="Makers’ workshops",
        unit="per 1,000 firms",
        decimals=2,
        polarity="higher",
        foundation="places",
        source="Street survey, spring 2021",
        licence="CC BY 4.0",
    )
    verdict = intake.check(CSV, "survey.csv", description=description)
    upload_id = uploads.save(verdict, CSV, Choices(), owner=OWNER)
    return str(queries.indicators(dataset_ids=(f"u-{upload_id}",))["indicator_id"].iloc[0])


@pytest.mark.parametrize("foundation", FINDINGS)
def test_every_foundation_opens_with_a_finding_of_its_first_indicator(foundation: str) -> None:
    assert title(opened(foundation=foundation)).startswith(FINDINGS[foundation])


def test_a_link_to_an_indicator_goes_before_the_foundation_with_it() -> None:
    page = opened(foundation="people", indicator="wellbeing_anxiety")
    assert title(page).startswith("Anxiety is below England’s ")
    assert page.selectbox(key="foundation").value == ""
    assert not page.toast


def test_another_indicator_opens_where_it_is_covered() -> None:
    page = opened()
    page.selectbox(key="indicator").select("business_rd_pct_gdp").run()
    assert page.selectbox(key="geography").value == "nuts2-2016"


def test_an_upload_opens_for_its_owner_among_the_official_ones(uploaded: str) -> None:
    page = opened(owner=OWNER, indicator=uploaded, area="E37000034")
    assert title(page) == "Tees Valley: Makers’ workshops (uploaded) are 8.25 per 1,000 firms, 3rd of 3"
    assert "3 of 38 areas have data" in "".join(item.value for item in page.markdown)
    statuses = page.dataframe[0].value["Status"].value_counts()
    assert statuses.to_dict() == {"not available": 35, "uploaded": 3}
    page.selectbox(key="indicator").select("gva_per_hour").run()
    assert "GVA per hour worked" in title(page)


def test_what_no_publisher_published_is_said_to_be_calculated_here() -> None:
    # ONS publishes GVA of districts; of the LEPs of 2017 Cornwall alone is an area of its tables
    page = opened(indicator="gva", geography="lep-2017")
    statuses = set(page.dataframe[0].value["Status"])
    assert "calculated here as a sum" in statuses
    assert "published" not in statuses


def test_an_upload_is_not_on_offer_to_a_stranger(uploaded: str) -> None:
    page = opened(indicator=uploaded)
    assert title(page).startswith("GVA per hour worked")
    assert "asks for indicator" in page.toast[0].value
    assert not [option for option in page.selectbox(key="indicator").options if "uploaded" in option]


def test_an_upload_is_named_as_such_and_claims_no_open_government_licence(uploaded: str) -> None:
    text = provenance.described(Series(uploaded, "lep-2017"))
    assert "not official" in text
    assert "Street survey, spring 2021" in text
    assert "CC BY 4.0" in text
    assert "survey.csv" in text.replace("\\", "")
    page = opened(owner=OWNER, indicator=uploaded)
    rows = files.table(exhibit(page, "map"))
    assert rows["derivation"].value_counts()["uploaded"] == 3
    shapes = "Shapes of the places: contains public sector information licensed under the Open Government Licence v3.0"
    assert "Open Government Licence" not in rows["attribution"].iloc[0].replace(shapes, "")
    assert "uploaded figures, which are not official" in rows["attribution"].iloc[0]


def test_two_indicators_have_the_correlation_of_the_published_figures() -> None:
    frames = [queries.figures(key, "lep-2017", period="2021") for key in ("gva_per_hour", "nvq4_plus_pct")]
    both = pd.concat([frame.set_index("area_code")["value"] for frame in frames], axis=1).dropna()
    r, rho = stats.pearsonr(*both.to_numpy().T)[0], stats.spearmanr(*both.to_numpy().T)[0]
    page = opened(**{"with": "nvq4_plus_pct"})
    assert f"(r = {r:.2f}, n = {len(both)} LEPs)" in page.header[-1].value.replace("\\", "")
    text = "".join(item.value for item in page.markdown)
    assert f"Pearson’s r = {r:.2f}, Spearman’s rank correlation ρ = {rho:.2f}, over the {len(both)} LEPs" in text


def test_an_upload_with_too_few_figures_has_no_scatter(uploaded: str) -> None:
    page = opened(owner=OWNER, indicator="gva_per_hour", **{"with": uploaded})
    assert "too few figures" in page.header[-1].value
    assert "5 are needed" in "".join(item.value for item in page.info)


def test_an_upload_that_is_the_same_everywhere_goes_with_nothing() -> None:
    places = ("Tees Valley", "Humber", "Cumbria", "Dorset", "London")
    data = "".join(["lep,year,value\n", *(f"{place},2021,4\n" for place in places)]).encode()
    owner, verdict = uploads.new_owner(), intake.check(data, "same.csv", description=Description(title="Offices"))
    upload_id = uploads.save(verdict, data, Choices(), owner=owner)
    page = opened(owner=owner, **{"with": uploads.series_id(upload_id, "offices")})
    assert not page.exception
    assert page.header[-1].value.endswith("nothing can go with what is the same in all 5 LEPs with both")


@pytest.mark.parametrize("name", PLURALS)
def test_a_title_of_many_takes_a_plural(name: str) -> None:
    assert wording.plural(name)
    assert name in set(answer(queries.indicators)["title"])


@pytest.mark.parametrize("name", SINGULARS)
def test_a_title_of_one_takes_a_singular(name: str) -> None:
    assert not wording.plural(name)
    assert name in set(answer(queries.indicators)["title"])


def test_a_link_to_an_upload_that_is_not_there_says_so_until_another_is_chosen() -> None:
    page = opened(indicator="u-aaaaaaaaaaaaaaaa-firms")
    assert "private, revoked or deleted" in page.warning[0].value
    assert "GVA per hour" in page.warning[0].value
    assert page.run().warning
    page.selectbox(key="indicator").select("employment_rate").run()
    assert not page.warning


def test_what_is_published_for_the_country_alone_is_stated_and_not_drawn() -> None:
    page = opened(indicator="gross_rd_new_method_pct_gdp")  # the UK's R&D since the change of measure
    assert "asks for indicator" in page.toast[0].value
