"""Waiting until nothing else runs that this process has started, so that a measurement is of one thing."""

from __future__ import annotations

import time
from contextlib import suppress

import psutil

from tests.serving import until


def rest() -> None:
    """Wait until all that this process has started is idle: after a run servers collect garbage and browsers draw."""
    until(lambda: _cpu_share(over=0.1) < 0.15, or_else="what was started never came to rest")


def _cpu_share(*, over: float) -> float:
    """How much of one processor the child processes use over so many seconds."""
    before = _cpu_seconds()
    time.sleep(over)
    return (_cpu_seconds() - before) / over


def _cpu_seconds() -> float:
    used = 0.0
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            times = child.cpu_times()
            used += times.user + times.system
    return used
