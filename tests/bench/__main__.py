"""`python -m tests.bench`: how long building and reading take, beside the least that the same tools can do.

Machines differ, and so does what else they do: the ratios are the point. A figure over its target is said to be so.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.bench import intake, measurements, viewers
from tests.bench.table import Line, draw
from tests.bench.websocket_client import reading
from tests.serving import serving


def main() -> None:
    """Measure, print the table, and write it to a file if one is named."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the lines to this file too")
    given = parser.parse_args()
    lines = [*measurements.building(), *intake.checking(), *_serving()]
    sys.stdout.write(draw(lines))
    if given.json:
        given.json.write_text(json.dumps([line.record() for line in lines], indent=1, ensure_ascii=False) + "\n")


def _serving() -> list[Line]:
    """What is measured on running servers, once the first reader has filled their caches."""
    with serving() as explorer, serving(measurements.FLOOR) as floor:
        with reading(explorer, page=measurements.PAGE), reading(floor):
            pass
        return [
            *measurements.memory(explorer, floor),
            *measurements.reruns(explorer, floor),
            *measurements.pages(explorer, floor),
            *measurements.sights(explorer, floor),
            *viewers.carried(explorer, floor),
        ]


if __name__ == "__main__":
    main()
