"""What a server does before it says that it is ready, so that its first readers do not wait for it."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

from geo import boundaries, institutions
from lis_data import store
from lis_data.settings import ROOT
from pages.ui import views

SHAPES = ROOT / "static" / "geo"
"""Where the browser loads shapes from."""


def warm() -> None:
    """Build the store where it is not there yet, write the shapes that browsers load, and import what pages need."""
    store.ensure(progress=_report)
    boundaries.write_static(SHAPES)
    institutions.write_static(SHAPES)
    for module in pkgutil.walk_packages(views.__path__, f"{views.__name__}."):
        import_module(module.name)


def _report(share: float, step: str) -> None:
    """A line on standard error: a new store takes a while."""
    sys.stderr.write(f"Building the evidence store, {share:.0%}: {step}\n")
    sys.stderr.flush()
