"""What a reader sees in Chromium, timed inside the page: from a key press to the new title, and the first view."""

from __future__ import annotations

import itertools

from playwright.sync_api import Browser, Page

from tests.serving import SECONDS

TITLE = "() => Boolean(document.querySelector('h1')?.innerText)"
MAP = "() => Boolean(window.shapesDrawn && document.querySelector('.lis-legend')?.checkVisibility())"
"""When a page's first view is there: the floor's title; the map's shapes and its legend."""

_WATCH_DRAWING = """
for (const name of ['drawElements', 'drawElementsInstanced', 'drawArrays', 'drawArraysInstanced']) {
  const draw = WebGL2RenderingContext.prototype[name];
  WebGL2RenderingContext.prototype[name] = function (...given) {
    const vertices = name.startsWith('drawElements') ? given[1] : given[2];
    if (vertices > 1000) requestAnimationFrame(() => { window.shapesDrawn = true; });
    return draw.apply(this, given);
  };
}
"""
"""Only the areas' shapes have so many vertices; they are on the screen at the frame after their drawing."""

_TIME_NEXT_KEY = """
() => {
  const title = () => document.querySelector('h1').innerText;
  const running = () => document.querySelector('.stApp').dataset.testScriptState !== 'notRunning';
  const before = title();
  window.seen = new Promise(done => addEventListener('keydown', () => {
    const start = performance.now();
    let changed = null;
    const look = () => {
      if (changed === null && title() !== before) changed = performance.now() - start;
      if (changed === null || running()) return requestAnimationFrame(look);
      done([changed / 1000, (performance.now() - start) / 1000]);
    };
    look();
  }, { once: true, capture: true }));
}
"""


def first_view(browser: Browser, address: str, *, ready: str) -> float:
    """Seconds from navigation to `shown` (TITLE or MAP), with nothing in the browser's cache."""
    with browser.new_page(viewport={"width": 1400, "height": 900}) as page:
        page.add_init_script(_WATCH_DRAWING)
        page.goto(address)
        page.wait_for_function(ready, polling="raf", timeout=1000 * SECONDS)
        return float(page.evaluate("performance.now()")) / 1000


class Chooser:
    """A page left open, on which one select box is set again and again."""

    def __init__(self, browser: Browser, address: str, *, label: str, options: tuple[str, ...], ready: str) -> None:
        self._page = browser.new_page(viewport={"width": 1400, "height": 900})
        self._page.add_init_script(_WATCH_DRAWING)
        self._page.goto(address)
        self._page.wait_for_function(ready, polling="raf", timeout=1000 * SECONDS)
        _settle(self._page)
        self._label, self._options = label, itertools.cycle(options)

    def choose(self) -> tuple[float, float]:
        """Seconds from the key that chooses the next option to the new title, and to the end of the page's run."""
        box = self._page.get_by_role("combobox", name=self._label)
        box.click()
        box.fill(next(self._options))
        self._page.evaluate(_TIME_NEXT_KEY)
        box.press("Enter")
        title, end = self._page.evaluate("window.seen")
        _settle(self._page)
        return title, end


def _settle(page: Page) -> None:
    page.locator(".stApp[data-test-script-state=notRunning]").wait_for(timeout=1000 * SECONDS)
