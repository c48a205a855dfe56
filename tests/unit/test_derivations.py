"""A figure is called published only where the publisher published that figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from lis_data import catalogue, queries
from lis_data.errors import CatalogueError
from lis_data.statuses import of_official

ENGLAND, UNITED_KINGDOM = "E92000001", "K02000001"


@pytest.mark.parametrize(
    ("status", "derivation", "expected"),
    [
        ("A", "published", "published"),
        ("A", "sum", "calculated here as a sum"),
        ("A", "same-area", "published for the same area under another name"),
        ("E", "published", "estimated by the publisher"),
        ("E", "weighted-mean", "estimated here as a weighted mean"),
        ("P", "published", "provisional"),
        ("P", "sum", "provisional; calculated here as a sum"),
        ("U", "rate", "low reliability; calculated here from survey counts"),
        ("C", "published", "suppressed by the publisher"),
        ("C", "sum", "not given: a part is suppressed by the publisher"),
        ("M", "ratio", "not available"),
    ],
)
def test_what_a_reader_reads(status: str, derivation: str, expected: str) -> None:
    assert of_official(status, derivation) == expected


# what no publisher published: amounts that Eurostat gives in euro, the UK as the sum of its regions, shares of the
# survey's counts, hours worked back from GVA, sections of BRES that are sums of divisions (D is one division: 35)
MADE = [
    ("business_rd_gbp_m", "nuts2-2016", "UKC1", "_T", "converted"),
    ("business_rd_gbp_m", "country", UNITED_KINGDOM, "_T", "sum"),
    ("business_rd_gbp_m", "country", ENGLAND, "_T", "sum"),
    ("business_rd_pct_gdp", "nuts2-2016", "UKC1", "_T", "ratio"),
    ("business_rd_fte", "country", UNITED_KINGDOM, "_T", "sum"),
    ("business_rd_fte", "nuts2-2016", "UKC1", "_T", "published"),
    ("rd_all_sectors_gbp_m", "nuts2-2016", "UKC1", "_T", "sum"),
    ("horizon_2020_gbp_m", "nuts2-2016", "UKC1", "_T", "converted"),
    ("unemployment_rate", "lep-2021", "E37000034", "_T", "rate"),
    ("unemployed_16_64", "lep-2021", "E37000034", "_T", "published"),
    ("nvq3_plus_pct", "country", ENGLAND, "_T", "published"),
    ("nvq3_plus_pct", "lep-2021", "E37000058", "_T", "rate"),
    ("nvq3_plus", "country", ENGLAND, "_T", "sum"),
    ("hours_implied", "lad-2023", "E06000001", "_T", "ratio"),
    ("gva", "nuts2-2016", "UKK3", "C", "published"),
    ("gva", "nuts2-2016", "UKK3", "26-30", "sum"),
    ("gva", "lep-2017", "E37000034", "_T", "sum"),
    ("gva_cvm", "nuts2-2016", "UKK3", "_T", "published"),
    ("gva_cvm", "lep-2017", "E37000025", "_T", "same-area"),
    ("gva_cvm", "mca-2018", "E47000006", "_T", "same-area"),
    ("jobs", "nuts2-2016", "UKC1", "10", "published"),
    ("jobs", "nuts2-2016", "UKC1", "C", "sum"),
    ("jobs", "nuts2-2016", "UKC1", "D", "published"),
    ("residents_employed", "country", ENGLAND, "_T", "sum"),
    ("residents_employed", "country", ENGLAND, "C", "published"),
    ("workplace_population", "lad-2017", "E06000001", "C", "sum"),
    ("land_area", "lad-2021", "E06000061", "_T", "apportioned"),
]


@pytest.mark.parametrize(("indicator", "geography", "area", "industry", "derivation"), MADE)
def test_how_a_figure_was_made(indicator: str, geography: str, area: str, industry: str, derivation: str) -> None:
    found = queries.area_history(indicator, geography, area, industry=industry).dropna(subset="value")
    assert found["derivation"].unique().tolist() == [derivation]


def test_a_rate_stays_a_rate_in_an_identical_area() -> None:
    # Tees Valley is the same five districts in 2017 and 2021
    found = queries.area_history("unemployment_rate", "lep-2017", "E37000034")
    assert found["derivation"].unique().tolist() == ["rate"]


def test_what_the_publisher_suppressed_is_said_to_be() -> None:
    # Nomis leaves unemployment of small districts blank
    found = queries.gaps("unemployment_rate")
    assert "suppressed" in set(found.loc[found["geography_id"] == "lad-2021", "reason"])


def test_a_way_that_is_unknown_is_refused(tmp_path: Path) -> None:
    text = catalogue.PATH.read_text(encoding="utf-8").replace('"converted", K02000001', '"guessed", K02000001')
    (tmp_path / "catalogue.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match="guessed"):
        catalogue.load(tmp_path / "catalogue.toml")
