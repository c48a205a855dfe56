"""What an analyst does with any indicator: chooses by keys, sets two beside each other, sends a link to an upload."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from lis_data import intake, queries, uploads
from lis_data.intake import Choices, Description
from tests.browser import reader
from tests.browser.conftest import settled

ANY = "/Any_indicator"
CSV = b"lep,year,value\nCumbria,2021,12\nDorset,2021,31\nTees Valley,2021,8\n"


def test_a_choice_by_keys_stands_in_the_address(visit: Callable[[str], Page]) -> None:
    page = visit(ANY)
    expect(reader.heading(page)).to_contain_text("GVA per hour worked is above England’s £42.4 in 8 of 38 LEPs")
    reader.choose(page, "Indicator", "Employment rate")
    expect(reader.heading(page)).to_contain_text("Employment rate is above England’s")
    settled(page)
    reader.picker(page, "Beside").focus()  # the page scrolls there first: a list that opens meanwhile is closed
    settled(page)
    reader.choose(page, "Beside", "GVA per hour worked")
    expect(page.get_by_role("heading", name=re.compile("^Employment rate and GVA per hour worked"))).to_be_visible()
    settled(page)
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"indicator": ["employment_rate"], "with": ["gva_per_hour"]}


def test_a_private_link_shows_an_upload_on_the_map(visit: Callable[[str], Page]) -> None:
    verdict = intake.check(CSV, "survey.csv", description=Description(title="Makers’ workshops", decimals=0))
    owner = uploads.new_owner()
    upload_id = uploads.save(verdict, CSV, Choices(), owner=owner)
    series = queries.indicators(dataset_ids=(f"u-{upload_id}",))["indicator_id"].iloc[0]
    token = uploads.share(upload_id, owner=owner)
    page = visit(f"{ANY}?upload={token}&indicator={series}")
    expect(reader.heading(page)).to_have_text("Makers’ workshops (uploaded) run from 8 in Tees Valley to 31 in Dorset")
    expect(page.locator(".lis-legend")).to_contain_text("no figure (35)")
    reader.drawn(page)
    assert parse_qs(urlsplit(page.url).query)["upload"] == [token]
