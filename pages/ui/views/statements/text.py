"""What verdicts and kinds are called, and the findings of the page in words."""

from __future__ import annotations

import pandas as pd

from lis_data.statements.text import PROGRESS, VERDICTS

KINDS = {
    "claim": "Claims",
    "count": "Counts",
    "derived": "Derived from a claim",
    "check value": "Statistics quoted",
    "target": "Targets",
    "milestone": "Milestones",
    "funding": "Funding",
}
TESTED = tuple(verdict for verdict in VERDICTS if verdict not in ("aim", "untestable"))
RULES = (
    "**A statement** is a figure that a document states; the same figure stated for several places is one statement.",
    "**A reading** is one way to take it: as GVA or as jobs, against England or the UK, for the LEP or the combined "
    "authority. Our figure is read with as many decimals as the stated one. It **agrees** if it is then the same, is "
    "**close** within 5% and is **off** beyond that, so two figures that read the same never get different answers. "
    "The best of the years that the text could refer to counts. Ranks and counts are the same or not; “more than” has "
    "to be exceeded.",
    "**Supported**: every reading agrees. **Close, not the same**: none is off. **Depends on the reading**: some are "
    "off. **Contradicted**: all are. **Revised since**: the publisher’s own figure, right when it was written, which "
    "the publisher has changed.",
    "**An aim** is neither true nor false. It is held against even steps from where it starts to its date: reached, "
    "on course, behind, or missed when its date has gone by.",
    "**Cannot be tested**: nothing is published for that place, nothing that measures it is held, or our table is "
    "copied from the same document, which is no evidence. It says which.",
    "The years are about five that were published when the text was written. Figures have been revised since, so a "
    "contradiction is one of today’s figures: it does not say that the authors were wrong when they wrote.",
    "GVA is in prices of the year unless it says otherwise: part of any growth is inflation.",
)
_COUNTED = {
    "supported": ("holds", "hold"),
    "close": ("comes close", "come close"),
    "depends": ("depends on the reading", "depend on the reading"),
    "revised": ("was revised since", "were revised since"),
    "contradicted": ("does not hold", "do not hold"),
}
"""A verdict that was tested -> what one statement, and what several do."""


def of_all(rows: pd.DataFrame, *, of: int) -> str:
    """`Of 21 figures tested 7 hold, 5 come close, 3 depend on the reading, …`."""
    if rows.empty:
        return f"None of the {of} stated figures passes these filters"
    counts = rows["verdict"].value_counts()
    parts = [_verb(int(counts.get(verdict, 0)), *verbs) for verdict, verbs in _COUNTED.items()]
    tested = int(rows["verdict"].isin(TESTED).sum())
    if not tested:
        return f"None of {len(rows)} stated figures can be tested" if len(rows) > 1 else "It cannot be tested"
    said = ", ".join(filter(None, parts))
    return f"Of {tested} figures tested {said}" if tested > 1 else f"The one figure tested {said.removeprefix('1 ')}"


def of_rest(rows: pd.DataFrame) -> str:
    """What the others are: `Of the rest 21 are aims and 15 cannot be tested; each says why.`"""
    counts = rows["verdict"].value_counts()
    aims = _verb(int(counts.get("aim", 0)), "is an aim", "are aims")
    cannot = _verb(int(counts.get("untestable", 0)), "cannot be tested", "cannot be tested")
    said = " and ".join(filter(None, (aims, cannot)))
    return f"Of the rest {said}; each says why." if said else "Each with its reason."


def of_one(row: pd.Series, readings: pd.DataFrame) -> str:
    """`“Manufacturing is 23% of the economy …”: holds in 1 of 2 readings, there in 4 of 9 years`."""
    verdict = {
        "supported": "the figures support it",
        "close": "the figures come close to it",
        "depends": _depends(readings[readings["fit"] != "off"], of=len(readings)),
        "revised": "right when it was written, revised since",
        "contradicted": "the figures contradict it",
        "aim": f"an aim, {PROGRESS.get(row['progress'], '')}",
        "untestable": "cannot be tested",
    }[row["verdict"]]
    return f"“{row['says'].removesuffix('.')}”: {verdict}"


def _depends(near: pd.DataFrame, *, of: int) -> str:
    """In how many readings a statement agrees or is close, and of a single one in how many years."""
    if len(near) != 1:
        return f"agrees or is close in {len(near)} of {of} readings"
    only = near.iloc[0]
    said = f"{'agrees' if only['fit'] == 'agrees' else 'is close'} in 1 of {of} readings"
    return f"{said}, there in {len(only['fitting'])} of {only['periods']} years" if only["periods"] > 1 else said


def of_aims(rows: pd.DataFrame) -> str:
    """`Of 21 aims 12 can be followed: 1 is reached, 3 were missed, …`."""
    counts = rows["progress"].value_counts()
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
    said = ", ".join(filter(None, parts))
    if not said:
        return f"None of {len(rows)} aims can be followed with the figures held" if len(rows) else "No aim is shown"
    return f"Of {len(rows)} aims {len(rows) - unseen} can be followed: {said}"


def _verb(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""
