"""The rules of the million rows, as the other checkers are given them too: known codes, periods, marks, statuses."""

from __future__ import annotations

import resource
import sys

from geo import areas

CODES = areas.areas("lad-2017")["area_code"].tolist()
KEY = ["area_code", "year", "industry"]
PERIOD = r"^(19|20)\d\d$"
MARKS = ["..", "c"]
STATUSES = ["A", "E", "M", "C", "P", "U"]


def print_cost(seconds: float) -> None:
    """Print the seconds and the peak memory of this process in MB."""
    sys.stdout.write(f"{seconds} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}\n")
