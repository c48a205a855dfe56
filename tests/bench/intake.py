"""`python -m tests.bench.intake`: an analyst's file of a million rows, checked, beside DuckDB reading it as text."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from geo import areas
from tests.bench.table import Line, draw
from tests.serving import ROOT

ROWS = 1_000_000
TIMES = 4.0
"""The most that checking may take, in times of the floor's."""


def checking(*, turns: int = 3) -> list[Line]:
    """Seconds and peak memory of both, medians of some turns."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "million.csv")
        write(path, ROWS)
        pairs = [
            (_measured("tests.bench.checked", path), _measured("tests.bench.floor.text", path)) for _ in range(turns)
        ]
    (seconds, memory), (floor_seconds, floor_memory) = (
        tuple(median(pair[side][what] for pair in pairs) for what in (0, 1)) for side in (0, 1)
    )
    return [
        Line("check a file of 1,000,000 rows", "s", seconds, floor_seconds, most_times=TIMES),
        Line("its peak memory", "MB", memory, floor_memory),
    ]


def write(path: Path, rows: int) -> None:
    """A long table of districts, years and industries with invented figures, always the same."""
    chance = random.Random(1)
    codes = areas.areas("lad-2017")["area_code"].tolist()
    with path.open("w", encoding="utf-8") as file:
        file.write("area_code,year,industry,value,status\n")
        for row in range(rows):
            series, area = divmod(row, len(codes))
            industry, year = divmod(series, 20)
            file.write(f"{codes[area]},{2000 + year},{10000 + industry},{chance.random() * 1000:.2f},A\n")


def _measured(module: str, path: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-m", module, str(path)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


if __name__ == "__main__":
    sys.stdout.write(draw(checking()))
