"""`python -m tests.bench.checked FILE` checks an analyst's file, and prints seconds and peak memory in MB."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from lis_data.intake import check


def main(path: Path) -> None:
    """Time one check, from the bytes of the file to the verdict."""
    check(b"Area code,Year,Value\nE06000001,2018,1\n", "warm.csv")
    start = time.perf_counter()
    verdict = check(path.read_bytes(), path.name)
    seconds = time.perf_counter() - start
    if not verdict.ok or verdict.counts["observations"] != verdict.counts["rows"]:
        raise SystemExit(f"not all rows were read: {verdict.counts}")
    sys.stdout.write(f"{seconds} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
