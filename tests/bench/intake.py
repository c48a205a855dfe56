"""`python -m tests.bench.intake`: an analyst's file of a million rows, checked, beside what else reads and checks it.

The floor is DuckDB that merely reads it as text; pandera and frictionless are given the same rules.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.intake_rules import CODES
from tests.bench.table import Line, draw
from tests.serving import ROOT

ROWS = 1_000_000
FEWER = 100_000
"""Rows for frictionless, which is too slow for all of them; its seconds are scaled up."""
TIMES = 4.0
"""The most that checking may take, in times of the floor's."""
TURNS = 3


def checking() -> list[Line]:
    """Seconds and peak memory of each, medians of some turns; each turn is a process of its own."""
    with TemporaryDirectory() as folder:
        path, short = Path(folder, "million.csv"), Path(folder, "fewer.csv")
        write(path, ROWS)
        write(short, FEWER)
        turns = [
            (
                _measured("tests.bench.checked", path),
                _measured("tests.bench.floor.text", path),
                _measured("tests.bench.intake_pandera", path),
            )
            for _ in range(TURNS)
        ]
        frictionless = _measured("tests.bench.intake_frictionless", short)
    ours, floor, pandera = (_medians(figures) for figures in zip(*turns, strict=True))
    scaled = frictionless[0] * ROWS / FEWER
    return [
        Line("check a file of 1,000,000 rows", "s", ours[0], floor[0], most_times=TIMES),
        Line("  the same rules by pandas and pandera", "s", pandera[0], floor[0]),
        Line(f"  … by frictionless, {FEWER:,} rows scaled up", "s", scaled, floor[0]),
        Line("its peak memory", "MB", ours[1], floor[1]),
        Line("  … of pandas and pandera", "MB", pandera[1], floor[1]),
        Line(f"  … of frictionless, {FEWER:,} rows", "MB", frictionless[1], floor[1]),
    ]


def write(path: Path, rows: int) -> None:
    """A long table of districts, years and industries with invented figures and intervals, always the same."""
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        file.write("area_code,year,industry,value,lower,upper,status\n")
        for row in range(rows):
            series, area = divmod(row, len(CODES))
            industry, year = divmod(series, 20)
            file.write(f"{CODES[area]},{2000 + year},{10000 + industry},{_figures(chance)}\n")


def _figures(chance: random.Random) -> str:
    """Value, bounds and status of a row; one in a hundred is missing."""
    value = chance.random() * 1000
    return "..,,,M" if chance.random() < 0.01 else f"{value:.2f},{value * 0.9 - 1:.1f},{value * 1.1 + 1:.1f},A"


def _medians(figures: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    """The median of the seconds and that of the memory."""
    return median(seconds for seconds, _ in figures), median(memory for _, memory in figures)


def _measured(module: str, path: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-m", module, str(path)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


if __name__ == "__main__":
    sys.stdout.write(draw(checking()))
