"""axe-core finds nothing serious on any page, in light or dark, with everything open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import reader
from tests.browser.conftest import Server, settled

GRAVE = ("serious", "critical")
NOT_OURS: list[list[str]] = []
"""Selectors of what Streamlit draws and a page cannot change, each with a reason. There is none today."""


@pytest.fixture(params=["light", "dark"])
def themed(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of either theme."""
    context = browser.new_context(
        base_url=server.address, viewport={"width": 1400, "height": 900}, color_scheme=request.param
    )
    yield context.new_page()
    context.close()


def findings(page: Page) -> list[str]:
    """What axe-core calls serious or critical: rule, element, and what to do."""
    charts = page.get_by_test_id("stVegaLiteChart")
    expect(charts.locator("svg.marks")).to_have_count(charts.count())
    result: dict[str, Any] = Axe().run(page, context={"include": [["html"]], "exclude": NOT_OURS})
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in result["violations"]
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


def test_the_overview_has_no_grave_findings(themed: Page) -> None:
    themed.goto("/")
    settled(themed)
    assert findings(themed) == []


def test_the_rd_page_has_no_grave_findings(themed: Page) -> None:
    themed.goto(f"{reader.RD}?area=UKK3&scheme=by-hand")
    settled(themed)
    themed.get_by_text("Sources, method and caveats").click()
    expect(themed.get_by_text("Method.")).to_be_visible()
    themed.get_by_role("button", name="Classes and outlines").click()
    expect(reader.picker(themed, "Classification")).to_be_visible()
    assert findings(themed) == []
