"""`python -m tests.bench.intake_frictionless FILE`: the same rules checked by frictionless."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from frictionless import Checklist, Resource, Schema, checks

from tests.bench.intake_rules import CODES, KEY, MARKS, PERIOD, STATUSES, print_cost

FIGURES = ("value", "lower", "upper")
SCHEMA = {
    "fields": [
        {"name": "area_code", "type": "string", "constraints": {"enum": CODES, "required": True}},
        {"name": "year", "type": "string", "constraints": {"pattern": PERIOD, "required": True}},
        {"name": "industry", "type": "string", "constraints": {"required": True}},
        *({"name": name, "type": "number"} for name in FIGURES),
        {"name": "status", "type": "string", "constraints": {"enum": STATUSES}},
    ],
    "missingValues": ["", *MARKS],
    "primaryKey": KEY,
}
WITHIN = "value is None or lower <= value <= upper"


def main(path: Path) -> None:
    """Time reading and checking. Raises SystemExit where a rule is broken, since none is."""
    start = time.perf_counter()
    resource = Resource(path=path.name, basepath=str(path.parent), schema=Schema.from_descriptor(SCHEMA))
    report = resource.validate(Checklist(checks=[checks.row_constraint(formula=WITHIN)]))
    seconds = time.perf_counter() - start
    if not report.valid:
        raise SystemExit(str(report.flatten(["rowNumber", "fieldName", "note"])[:5]))
    print_cost(seconds)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
