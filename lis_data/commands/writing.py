"""How commands write: tables as CSV, a line a field, a bar for what takes long."""

from __future__ import annotations

import sys
from typing import Any

import pandas as pd


def table(rows: pd.DataFrame) -> None:
    """A table as CSV on standard output."""
    rows.to_csv(sys.stdout, index=False, lineterminator="\n")


def field(name: str, value: Any) -> None:
    """`name: value`; a list with commas."""
    text = ", ".join(value) if getattr(value, "ndim", 0) else value
    sys.stdout.write(f"{name}: {text}\n")


def bar(share: float, step: str) -> None:
    """A progress bar on standard error, redrawn in place."""
    done = round(30 * share)
    sys.stderr.write(f"\r[{'█' * done}{'·' * (30 - done)}] {step:<30}" + ("\n" if share == 1 else ""))
    sys.stderr.flush()
