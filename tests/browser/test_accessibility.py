"""axe-core finds nothing serious in any view, in light or dark, with everything open; and each fits a phone."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import reader
from tests.browser.conftest import settled

GRAVE = ("serious", "critical")
THEMES = ("light", "dark")


def views_in_turn() -> Iterator[tuple[str, str]]:
    """Every view once, those of a page in light and dark by turns; the only view of a page in both."""
    for _, views in itertools.groupby(sorted([*reader.PAGES, *reader.VIEWS]), key=lambda path: path.partition("?")[0]):
        paths = list(views)
        yield from zip(itertools.cycle(THEMES), paths if len(paths) > 1 else paths * 2, strict=False)


FITS = """() => [...document.querySelectorAll('html, [data-testid=stAppViewContainer], [data-testid=stMain]')]
    .every(box => box.scrollWidth <= innerWidth)"""
"""Nothing can be scrolled sideways."""
NOT_OURS = [["[id^='glide-cell-']"], ["[data-testid=stSidebarNavItems]"]]
"""Selectors of what Streamlit draws and a page cannot change, each with a reason: the cells of its tables have ids that
are unique in one table only, so a view with two tables has them twice; in the menu a group of pages stands between the
list and its items.
"""


def findings(page: Page) -> list[str]:
    """What axe-core calls serious or critical: rule, element, and what to do."""
    reader.charts_drawn(page)
    for caption in page.get_by_test_id("stCaptionContainer").all()[-1:]:
        expect(caption).to_have_css("opacity", "1")  # nothing is faded for a rerun
    only = {"resultTypes": ["violations"]}  # to tell of all that is well as well takes three times as long
    result: dict[str, Any] = Axe().run(page, context={"include": [["html"]], "exclude": NOT_OURS}, options=only)
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in result["violations"]
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize(("themed", "path"), [*views_in_turn()], indirect=["themed"])
def test_a_view_has_no_grave_findings_and_fits_a_phone(themed: Page, path: str) -> None:
    themed.goto(path)
    settled(themed)
    reader.open_expanders(themed)
    settled(themed)
    assert findings(themed) == []
    themed.set_viewport_size({"width": 390, "height": 844})
    themed.wait_for_function(FITS, timeout=reader.PATIENCE, polling=50)


def test_the_settings_of_the_map_have_no_grave_findings(themed: Page) -> None:
    themed.goto(f"{reader.RD}?area=UKK3&scheme=by-hand")
    settled(themed)
    themed.get_by_role("button", name="Classes and outlines").click()
    expect(reader.picker(themed, "Classification")).to_be_visible()
    assert findings(themed) == []
