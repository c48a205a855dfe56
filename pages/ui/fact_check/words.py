"""What verdicts and kinds are called, and the findings of the page in words."""

from __future__ import annotations

import pandas as pd

from lis_data.stated_words import COURSES

VERDICTS = {
    "supported": "Supported",
    "depends": "Depends on the reading",
    "contradicted": "Contradicted",
    "aim": "An aim",
    "untestable": "Cannot be tested",
}
KINDS = {
    "claim": "Claims",
    "count": "Counts",
    "derived": "Derived from a claim",
    "check value": "Statistics quoted",
    "target": "Targets",
    "milestone": "Milestones",
    "funding": "Funding",
}
TESTED = ("supported", "depends", "contradicted")
RULES = (
    "**A reading** is one way to take a claim: as GVA or as jobs, against England or the UK, for the LEP or the "
    "combined authority. It **holds** if, in at least one year that the text could refer to, our figure lies within "
    "5% of the stated one or rounds to it. Ranks and counts have to be the same; “more than” has to be exceeded.",
    "**Supported**: every reading holds. **Depends on the reading**: some do. **Contradicted**: none does.",
    "**An aim** is neither true nor false. It is held against even steps from where it starts to its date: reached, "
    "on course, behind, or missed when its date has gone by.",
    "**Cannot be tested**: nothing is published for that place, or nothing that measures it is held. It says which.",
    "The years are about five that were published when the text was written. Figures have been revised since, so a "
    "contradiction is one of today’s figures: it does not say that the authors were wrong when they wrote.",
    "GVA is in prices of the year unless it says otherwise: part of any growth is inflation.",
)


def of_all(rows: pd.DataFrame, *, of: int) -> str:
    """`Of 61 stated figures 29 can be tested: 18 hold, 6 depend on how they are read, 5 do not hold`."""
    counts = rows["verdict"].value_counts()
    held, depend, fail = (int(counts.get(verdict, 0)) for verdict in TESTED)
    tested = held + depend + fail
    if rows.empty:
        return f"None of the {of} stated figures passes these filters"
    shown = f"Of {len(rows)} stated figures" if len(rows) > 1 else "The one stated figure shown"
    if not tested:
        return f"{shown} none can be tested" if len(rows) > 1 else f"{shown} cannot be tested"
    if len(rows) == 1:
        return f"{shown} {'holds' if held else 'depends on how it is read' if depend else 'does not hold'}"
    parts = [
        _verb(held, "holds", "hold"),
        _verb(depend, "depends on how it is read", "depend on how they are read"),
        _verb(fail, "does not hold", "do not hold"),
    ]
    return f"{shown} {tested} can be tested: {', '.join(filter(None, parts))}"


def of_rest(rows: pd.DataFrame) -> str:
    """What the others are: `21 are aims, whose course is shown, and 11 cannot be tested; each says why.`"""
    counts = rows["verdict"].value_counts()
    aims = _verb(int(counts.get("aim", 0)), "is an aim", "are aims")
    cannot = _verb(int(counts.get("untestable", 0)), "cannot be tested", "cannot be tested")
    told = " and ".join(filter(None, (aims, cannot)))
    return f"Of the rest {told}; each says why." if told else "Each with its reason."


def of_one(row: pd.Series, readings: pd.DataFrame) -> str:
    """`“Manufacturing is 23% of the economy …”: holds in 1 of 2 readings, there in 4 of 9 years`."""
    verdict = {
        "supported": "the figures support it",
        "depends": _depends(readings),
        "contradicted": "the figures contradict it",
        "aim": f"an aim, {COURSES.get(row['course'], '')}",
        "untestable": "cannot be tested",
    }[row["verdict"]]
    return f"“{row['says'].removesuffix('.')}”: {verdict}"


def _depends(readings: pd.DataFrame) -> str:
    """Of how many readings a claim holds, and of a single one in how many years."""
    holding = readings[readings["agreeing"] > 0]
    told = f"holds in {len(holding)} of {len(readings)} readings"
    if len(holding) != 1 or holding["periods"].iloc[0] == 1:
        return told
    only = holding.iloc[0]
    return f"{told}, there in {only['agreeing']} of {only['periods']} years"


def of_aims(rows: pd.DataFrame) -> str:
    """`Of 21 aims 12 can be followed: 1 is reached, 3 were missed, …`."""
    counts = rows["course"].value_counts()
    unseen = int(counts.get("no figure", 0) + counts.get("unknown", 0))
    parts = [
        _verb(int(counts.get("reached", 0)), "is reached", "are reached"),
        _verb(int(counts.get("on course", 0)), "is on course", "are on course"),
        _verb(
            int(counts.get("mixed", 0)),
            "is on course only where inflation counts",
            "are on course only where inflation counts",
        ),
        _verb(int(counts.get("behind", 0)), "is behind", "are behind"),
        _verb(int(counts.get("missed", 0)), "was missed", "were missed"),
    ]
    told = ", ".join(filter(None, parts))
    if not told:
        return f"None of {len(rows)} aims can be followed with the figures held" if len(rows) else "No aim is shown"
    return f"Of {len(rows)} aims {len(rows) - unseen} can be followed: {told}"


def _verb(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""
