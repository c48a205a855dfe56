"""What the catalogue says of every dataset: how far it is official, how it is revised, how good it is, where it is."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from lis_data import catalogue, queries
from lis_data.errors import CatalogueError
from lis_data.model import Dataset

DATASETS = catalogue.load().datasets
NOT_A_TABLE = (
    r"[^/]*",  # a home page
    r"www\.ons\.gov\.uk/(?!.*/(datasets|bulletins|articles|adhocs|indicators|timeseries)/[^/]+).*",
    r"www\.nomisweb\.co\.uk/(sources/.*|census/\d{4})",
    r"www\.gov\.uk/government/(organisations|collections|topics)/.*",
    r"www\.hesa\.ac\.uk/data-and-analysis/[^/]+",
    r"www\.ofcom\.org\.uk/.*infrastructure-research",
    r"github\.com/[^/]+/[^/]+",
)
"""Addresses without https:// and the last stroke that lead to a home page or to a theme, not to a table."""

# as the publishers state them
STATUSES = {
    # Office for Statistics Regulation to ONS: subregional business R&D of 2022 and later is accredited once again
    "ons-berd-region-2025": "accredited official statistics",
    # bulletin of 19 June 2025: "These are official statistics in development."
    "ons-productivity-2025": "official statistics in development",
    # quality report on regional GDP: "Accredited official statistic: yes"
    "ons-gva-lad-2025": "accredited official statistics",
    # quality report on housing affordability: "National Statistic: No"
    "ons-els-housing-affordability-2026": "official statistics",
    # Office for Statistics Regulation to MHCLG: "should continue to be designated as National Statistics"
    "mhclg-deprivation-2019": "accredited official statistics",
}
DATES = {
    "ons-els-housing-affordability-2026": "2026-03-26",  # Explore Local Statistics: published on 26 March 2026
    "ons-fdi-2024": "2026-05-12",  # the same: 12 May 2026
    "ons-productivity-2025": "2025-06-19",  # the bulletin
    "dft-els-journey-times-2019": "2021-11-04",  # gov.uk: published 4 November 2021
    "ons-public-rd-region-2024": "2024-06-25",  # the bulletin
}


def _leads_to_a_table(url: str) -> bool:
    parts = urlsplit(url)
    place = f"{parts.netloc}{parts.path}".rstrip("/")
    return parts.scheme == "https" and not any(re.fullmatch(form, place) for form in NOT_A_TABLE)


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=DATASETS.keys())
def test_an_address_leads_to_the_table_or_its_release(dataset: Dataset) -> None:
    assert _leads_to_a_table(dataset.url), dataset.url


@pytest.mark.parametrize(
    "url",
    [
        "https://www.ofcom.org.uk/",
        "https://www.ons.gov.uk/economy/grossvalueaddedgva",
        "https://www.ons.gov.uk/explore-local-statistics/",
        "https://www.gov.uk/government/organisations/department-for-transport",
        "https://www.nomisweb.co.uk/sources/aps",
    ],
)
def test_a_home_page_or_a_theme_is_not_a_table(url: str) -> None:
    assert not _leads_to_a_table(url)


@pytest.mark.parametrize("dataset_id", STATUSES)
def test_a_status_is_the_one_that_is_stated(dataset_id: str) -> None:
    assert DATASETS[dataset_id].official_status == STATUSES[dataset_id]


@pytest.mark.parametrize("dataset_id", DATES)
def test_a_date_is_the_one_that_is_stated(dataset_id: str) -> None:
    assert DATASETS[dataset_id].published == DATES[dataset_id]


def test_a_contact_is_an_address_for_letters() -> None:
    odd = [
        d.contact for d in DATASETS.values() if d.contact and not re.search(r"\S+@\S+\.\S+|\d{4} Luxembourg", d.contact)
    ]
    assert odd == []


def test_where_a_copy_was_found_is_public() -> None:
    odd = [d.dataset_id for d in DATASETS.values() if "stored page" in d.found_at or "PyPI" in d.found_at]
    assert odd == []


def test_shares_that_nobody_published_are_no_official_statistics() -> None:
    # business R&D over GDP by NUTS 2 region: official amounts, divided here
    assert DATASETS["ons-berd-gdp-2025"].official_status == "not official statistics"


@pytest.mark.parametrize("field", ["official_status", "published", "revisions", "quality"])
def test_a_dataset_that_does_not_say_it_is_refused(field: str, tmp_path: Path) -> None:
    text = catalogue.PATH.read_text(encoding="utf-8")
    path = tmp_path / "catalogue.toml"
    path.write_text(re.sub(rf'(?m)^{field} = ".*"$', f'{field} = ""', text, count=1), encoding="utf-8")
    with pytest.raises(CatalogueError, match=rf"dataset\.\S+: {field} must"):
        catalogue.load(path)


def test_the_newest_table_is_one_with_figures() -> None:
    # the programme's own compilation is dated too, and gives no figures
    dated = {DATASETS[dataset_id].published for dataset_id in queries.datasets().query("figures > 0")["dataset_id"]}
    assert queries.freshness()["published"].iloc[0] == max(dated)
