"""The charts of the way to the target, whose rows choose a place by a click, as its picker would."""

from __future__ import annotations

from collections.abc import Collection

from pages.ui.exhibit.charts.base import Spec
from pages.ui.state import clicks


def show(spec: Spec, *, key: str, allowed: Collection[str], alt: str) -> None:
    """Draw the chart; a click on a row puts its code into `area`, any other code (England's) means all places."""
    clicks.show(
        spec, key=key, of="row", take=lambda code: clicks.choose("area", code if code in allowed else ""), alt=alt
    )
