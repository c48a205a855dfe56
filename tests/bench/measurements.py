"""The measurements: each takes the explorer and its floor in turn, and answers with lines of medians."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import ParamSpec, TypeVar

from tests.bench import browser
from tests.bench.rest import rest
from tests.bench.table import Line
from tests.bench.websocket_client import Run, reading
from tests.serving import ROOT, Server, chromium

FLOOR = Path(__file__).parent / "floor" / "app.py"
PAGE = "Research_and_development"
PLACES = ("Cumbria", "East Anglia", "Kent")
FLOORS = ("two", "one")
"""The floor's choices; a page opens with the last."""
BYTES = 30.0
"""The most that a map interaction may send, in KB of 1,000 bytes."""
CHOICES = (
    ("Overview", "", "Find my place", ("Humber", "Stevenage", "HotSW")),
    ("Research and development", PAGE, "Place", PLACES),
    ("Sector strengths", "Sector_strengths", "Place", ("Oxfordshire", "Humber", "Dorset")),
    ("Waves and progress", "Waves_and_progress", "Place", ("Oxfordshire", "Humber", "Dorset")),
    ("Place profile", "Place_profile", "Place", ("Tees Valley", "Cornwall and Isles of Scilly", "Greater Manchester")),
    ("Comparable places", "Comparable_places", "Place", ("Oxfordshire", "Humber", "Dorset")),
    ("Compare places", "Compare_places", "Foundation", ("Ideas", "People", "Infrastructure")),
    ("Collaboration", "Collaboration", "Place", ("Greater Manchester", "Tees Valley", "Humber")),
    ("Way to the target", "Way_to_the_target", "Place", ("Kent", "Cumbria", "Merseyside")),
    ("Claims", "Claims", "Place", ("Dorset", "Cheshire and Warrington", "Humber")),
    ("Any indicator", "Any_indicator", "Place", ("Cumbria", "Humber", "Dorset")),
    ("Methods and sources", "Methods_and_sources", "Foundation", ("Ideas", "People", "Places")),
)
"""For each page its name, its path, a picker on it, and what is chosen there in turn."""
BYTES_OF_A_PAGE, TIMES_OF_A_PAGE = 60.0, 4.0
"""The most that a choice on any page may send, in KB, and take, in times of the floor's."""
_KB = 1000

P = ParamSpec("P")
T = TypeVar("T")


def building(*, turns: int = 3) -> list[Line]:
    """The command that builds the store, each time into an empty folder."""
    pairs = []
    for _ in range(turns):
        with TemporaryDirectory() as folder:
            build = _seconds("lis_data", "build", store_folder=folder)
            pairs.append((build, _seconds("tests.bench.floor.load", str(Path(folder, "floor.duckdb")))))
    return [Line("build the store", "s", *_medians(pairs), most=15)]


def memory(explorer: Server, floor: Server) -> list[Line]:
    """Both servers' memory while one reader, and then ten, are on the page."""
    lines = []
    with ExitStack() as stack:
        for readers in range(1, 11):
            stack.enter_context(reading(explorer, page=PAGE))
            stack.enter_context(reading(floor))
            if readers in (1, 10):
                lines.append(Line(f"server’s memory, {readers} reading", "MB", explorer.memory(), floor.memory()))
    return lines


def reruns(explorer: Server, floor: Server, *, turns: int = 12) -> list[Line]:
    """The server's time and bytes for a first run and for each map interaction."""
    with reading(explorer, page=PAGE) as page, reading(floor) as empty:
        lines = [Line("first run: bytes", "KB", page.first.sent / _KB, empty.first.sent / _KB)]
        for label in ("Place", "Period"):
            pairs = []
            options = cycle(reversed(page.options(label)[:-1]))  # a page opens with one of the two ends
            for option, bare in islice(zip(options, cycle(FLOORS), strict=False), turns):
                ours = rested(page.choose, label, option)
                pairs.append((ours, rested(empty.choose, "Choice", bare)))
            lines += _of_runs(f"choose a {label.lower()}", pairs)
    return lines


def pages(explorer: Server, floor: Server, *, turns: int = 9) -> list[Line]:
    """The server's time and bytes for a choice on each page."""
    lines = []
    with reading(floor) as empty:
        for name, path, picker, options in CHOICES:
            with reading(explorer, page=path) as page:
                pairs = [
                    (rested(page.choose, picker, option), rested(empty.choose, "Choice", bare))
                    for option, bare in islice(zip(cycle(options), cycle(FLOORS), strict=False), turns)
                ]
            lines += _of_runs(name, pairs, most=BYTES_OF_A_PAGE, most_times=TIMES_OF_A_PAGE)
    return lines


def sights(explorer: Server, floor: Server, *, turns: int = 7) -> list[Line]:
    """What a reader sees in a browser: the first view, and a choice."""
    page, empty = f"{explorer.address}/{PAGE}", floor.address
    with chromium() as chrome:
        views = []
        for _ in range(turns):
            ours = rested(browser.first_view, chrome, page, ready=browser.MAP)
            views.append((ours, rested(browser.first_view, chrome, empty, ready=browser.TITLE)))
        place = browser.Chooser(chrome, page, label="Place", options=PLACES, ready=browser.MAP)
        bare = browser.Chooser(chrome, empty, label="Choice", options=FLOORS, ready=browser.TITLE)
        titles, ends = zip(
            *(zip(rested(place.choose), rested(bare.choose), strict=True) for _ in range(turns)), strict=True
        )
    return [
        Line("first view in a browser", "s", *_medians(views), most_times=3),
        Line("choose a place: new title seen", "s", *_medians(titles), most_times=2.5),
        Line("choose a place: browser has all", "s", *_medians(ends), most_times=2.5),
    ]


def _of_runs(
    what: str, pairs: list[tuple[Run, Run]], *, most: float = BYTES, most_times: float | None = None
) -> list[Line]:
    seconds = _medians((ours.seconds, bare.seconds) for ours, bare in pairs)
    ours, bare = (max(run.sent for run in runs) / _KB for runs in zip(*pairs, strict=True))
    return [
        Line(f"{what}: server", "s", *seconds, most_times=most_times),
        Line(f"{what}: bytes, at most", "KB", ours, bare, most=most),
    ]


def rested(work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """Do one piece of work after what came before it has come to rest."""
    rest()
    return work(*arguments, **named)


def _medians(pairs: Iterable[tuple[float, float]]) -> tuple[float, float]:
    ours, bare = zip(*pairs, strict=True)
    return median(ours), median(bare)


def _seconds(module: str, *arguments: str, store_folder: str = "") -> float:
    """How long `python -m module` takes; raises CalledProcessError where it fails."""
    environment = {**os.environ, "LIS_STORE_FOLDER": store_folder}
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    return time.perf_counter() - start
