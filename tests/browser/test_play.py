"""The play button moves the period forward, stops at the last one, and can be paused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import reader

Visit = Callable[[str], Page]
NOTE_PERIODS = """slider => {
    window.periods = [slider.getAttribute('aria-valuetext')];
    new MutationObserver(() => {
        const now = slider.getAttribute('aria-valuetext');
        if (now !== window.periods.at(-1)) window.periods.push(now);
    }).observe(slider, {attributeFilter: ['aria-valuetext']});
}"""
"""Keeps a list of what the slider has shown, in the page."""


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def test_it_plays_forward_and_stops_at_the_last_period(visit: Visit) -> None:
    page = visit(f"{reader.RD}?period=2015")
    reader.period(page).evaluate(NOTE_PERIODS)
    button(page, "Play").click()
    expect(reader.period(page)).to_have_attribute("aria-valuetext", "2018")
    expect(button(page, "Play")).to_be_visible()
    assert page.evaluate("window.periods") == ["2015", "2016", "2017", "2018"]


def test_it_starts_again_from_the_first_and_pauses(visit: Visit) -> None:
    page = visit("/Any_indicator?indicator=gva_per_hour&geography=lep-2017&period=2023")  # twenty years to play
    slider = reader.period(page)
    button(page, "Play").click()
    expect(slider).to_have_attribute("aria-valuetext", "2004")
    expect(slider).not_to_have_attribute("aria-valuetext", "2004")
    button(page, "Pause").press("Enter")  # a picture that loads above it cannot move it from under a key
    expect(button(page, "Play")).to_be_visible()
    paused = slider.get_attribute("aria-valuetext") or ""
    assert "2004" < paused < "2023"
    with pytest.raises(AssertionError):  # two ticks of the clock change nothing
        expect(slider).not_to_have_attribute("aria-valuetext", paused, timeout=3000)
