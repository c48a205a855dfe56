"""How far each strategy got, and who followed its LEP after April 2024, each with the source of it.

Both are judgements on public pages: STATUSES is ours and stands here, the succession is compiled with the other tables.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.sources.programme.cells import dates, or_none, read
from lis_data.sources.programme.references import references

STATUSES = Path(__file__).with_name("statuses.csv")
"""lep_code, status, date of the text that the status speaks of, note, source, url, confidence.

`status` is the furthest stage that a public page shows, in order: evidence (no text of a strategy), priorities (or a
prospectus), draft, completed (a source says so, its text was not found), local (published by the LEP, agreement with
government not evidenced), agreed.
"""
_STATES = {
    "ceased": "confirmed",
    "two county councils": "confirmed",
    "joined (date of report)": "confirmed",
    "cabinet decision": "decided",
    "cabinet agreed": "decided",
    "cabinet endorsed": "decided",
    "councils": "decided",
    "jointly owned company": "decided",
    "Cumberland with Westmorland and Furness": "decided",
    "six councils": "planned",
    "closed": "planned",
    "announced": "planned",
    "planned": "planned",
    "continues": "planned",
}
"""What the compiled table says of a succession -> confirmed (a source of the time after it), decided (by a council, or
told days before it) or planned. A report that foresees the close of a LEP is a plan, whatever its verb.
"""


def outcome(codes: pd.Series[str]) -> dict[str, pd.Series]:
    """Of the LEPs `codes`: strategy_date with its companions, status, status_note, status_sources (in words),
    status_url and status_confidence. KeyError for a LEP without a status.
    """
    rows = read(STATUSES).set_index("lep_code").loc[codes.tolist()].reset_index()
    return {
        **dates(rows, column="date", name="strategy_date"),
        "status": rows["status"],
        "status_note": rows["note"],
        "status_sources": rows["source"].map(references),
        "status_url": or_none(rows["url"]),
        "status_confidence": rows["confidence"],
    }


def succession(raw: pd.DataFrame) -> pd.DataFrame:
    """One row per LEP whose succession has a source: who took its functions over, when, and how firmly that is known.

    `raw` is the compiled table, whose rows on England as a whole are left out.
    """
    leps = raw[raw["area_code"] != "ENGLAND"].reset_index(drop=True)
    return pd.DataFrame(
        {
            "area_code": leps["area_code"],
            "successor": leps["fact"].str.removeprefix("Successor: ").map(_capitalised),
            **dates(leps, column="date", name="date"),
            "state": leps["value"].map(lambda value: _STATES[value]),
            "sources": leps["source_title"].map(references),
            "url": or_none(leps["source_address"]),
        }
    )


def _capitalised(text: str) -> str:
    return text[0].upper() + text[1:]
