"""How many viewers one process carries: each makes a choice, looks at it for a second, and makes the next."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import cycle, islice
from statistics import quantiles

from tests.bench.measurements import CHOICES, FLOORS
from tests.bench.table import Line
from tests.bench.websocket_client import Reader, reading
from tests.serving import Server

Choice = tuple[str, str, tuple[str, ...]]
"""A page's path, a picker on it, and what is chosen there in turn."""
LEVELS = (4, 8, 12, 16, 24, 32, 40, 48, 64, 80, 96, 128, 160)
_MOST_SECONDS, _LOOKING, _WINDOW = 1.0, 1.0, 6.0
"""What 19 of 20 reruns may take at most, the pause between two choices, and how long a level is measured."""


def carried(explorer: Server, floor: Server) -> list[Line]:
    """The most viewers of LEVELS for whom 19 of 20 reruns take no more than a second, on all pages mixed."""
    of_pages = [(path, picker, options) for _, path, picker, options in CHOICES]
    measured, least = _most(explorer, of_pages), _most(floor, [("", "Choice", FLOORS)])
    return [Line("viewers until p95 of a rerun passes 1 s", "viewers", measured, least)]


def _most(server: Server, choices: Sequence[Choice]) -> int:
    viewers: list[tuple[Reader, str, Iterator[str]]] = []
    passed = 0
    _ask_once(server, choices)
    with ExitStack() as stack:
        for level in LEVELS:
            for path, picker, options in islice(cycle(choices), len(viewers), level):
                viewers.append((stack.enter_context(reading(server, page=path)), picker, cycle(options)))
            if _p95(viewers) > _MOST_SECONDS:
                break
            passed = level
    return passed


def _ask_once(server: Server, choices: Sequence[Choice]) -> None:
    """Have the answers to all choices there: what is measured is runs, not questions."""
    for path, picker, options in choices:
        with reading(server, page=path) as reader:
            for option in options:
                reader.choose(picker, option)


def _p95(viewers: Sequence[tuple[Reader, str, Iterator[str]]]) -> float:
    """Seconds in which 19 of 20 reruns of these viewers are done."""
    with ThreadPoolExecutor(len(viewers)) as threads:
        taken = threads.map(lambda viewer: _use(*viewer), viewers)
        return quantiles([seconds for found in taken for seconds in found], n=20)[-1]


def _use(reader: Reader, picker: str, options: Iterator[str]) -> list[float]:
    """Seconds of each rerun of one viewer, for as long as a level is measured."""
    seconds = []
    ends = time.monotonic() + _WINDOW
    while time.monotonic() < ends:
        seconds.append(reader.choose(picker, next(options)).seconds)
        time.sleep(_LOOKING)
    return seconds
