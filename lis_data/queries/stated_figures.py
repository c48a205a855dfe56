"""Whether the figures that the documents state hold: each claim beside what the store gives for it, with a verdict.

The rule: a reading of a claim holds if in at least one period that the text could refer to the recomputed figure lies
within 5% of the stated one or rounds to it (ranks and counts: is the same; 'more than': is above). A claim is supported
if every reading holds, contradicted if none does, and depends where some do. An aim is neither true nor false: it is
held against an even course from its baseline to its date. What cannot be tested says why.
"""

from __future__ import annotations

import pandas as pd

from lis_data import measures, stated_words
from lis_data.checks import Check, checks
from lis_data.queries.stated_readings import checked_targets, recomputed_figures, stated_readings

AIMS = ("target", "milestone")
"""Kinds of row that say what shall be, not what is."""


def stated_figures() -> pd.DataFrame:
    """Every stated figure of the documents, in the order of its id: target_id, geography_id, area_code, area_name,
    kind, measure, says, figure (as stated), stated (its number), due (text), due_year, source, source_url (missing
    where no address is held), confidence, verdict (supported, depends, contradicted, aim, untestable), course (of an
    aim: a key of stated_words.COURSES), recomputed (the nearest figure of each reading, of an aim the latest, in
    words), why (a sentence or two), note, each_year (every figure that counts, in words), made_from (indicator and
    geography of each reading).
    """
    readings = dict(tuple(stated_readings().groupby("target_id")))
    targets = checked_targets()
    judged = [_judged(row, readings.get(row["target_id"])) for _, row in targets.iterrows()]
    figures = recomputed_figures()
    told = targets.join(pd.DataFrame(judged, index=targets.index)).join(stated_words.each_year(figures), on="target_id")
    return told.join(_made_from(figures), on="target_id")


def _judged(target: pd.Series, readings: pd.DataFrame | None) -> dict[str, str]:
    check = checks()[target["target_id"]]
    if target["kind"] in AIMS:
        return _aim(check, readings, due=target["due"])
    if readings is None:
        return {"verdict": "untestable", "course": "", "recomputed": "", "why": check.reason}
    verdict = _verdict(check, readings)
    told = stated_words.of_each(readings, "value", "period")
    return {"verdict": verdict, "course": "", "recomputed": told, "why": _why(check, readings)}


def _verdict(check: Check, readings: pd.DataFrame) -> str:
    """A figure between two bounds cannot be told from the true one; outside of both it is contradicted."""
    if (readings["bound"] != "").all():
        return "untestable" if _between(readings["target_id"].iloc[0]) else "contradicted"
    if check.reason:
        return "untestable"
    holding = readings["agreeing"] > 0
    return "supported" if holding.all() else "depends" if holding.any() else "contradicted"


def _between(target_id: str) -> list[str]:
    """The periods that count in which the stated figure lies between its bounds, or within 5% of one."""
    held = recomputed_figures()
    mine = held[(held["target_id"] == target_id) & held["counts"]]
    wide = mine.pivot(index="period", columns="bound", values="value")
    stated = float(mine["stated"].iloc[0])
    room = measures.TOLERANCE * abs(stated)
    return wide.index[(wide["least"] - room <= stated) & (stated <= wide["most"] + room)].tolist()


def _why(check: Check, readings: pd.DataFrame) -> str:
    if (readings["bound"] != "").all():
        between = _between(readings["target_id"].iloc[0])
        return f"{check.reason} {stated_words.of_bounds(readings, between=between)}"
    if check.reason:
        return f"{check.reason} {stated_words.beside(readings.iloc[0])}"
    return stated_words.of_readings(readings, compare=check.compare)


def _aim(check: Check, readings: pd.DataFrame | None, *, due: object) -> dict[str, str]:
    if readings is None or check.reason:
        context = "" if readings is None else f" {stated_words.of_aim(readings.head(1), due=due)}"
        return {"verdict": "aim", "course": "no figure", "recomputed": "", "why": f"{check.reason}{context}"}
    courses = readings["course"].unique()
    return {
        "verdict": "aim",
        "course": courses[0] if len(courses) == 1 else "mixed",
        "recomputed": stated_words.of_each(readings, "latest", "latest_period"),
        "why": stated_words.of_aim(readings, due=due),
    }


def _made_from(figures: pd.DataFrame) -> pd.Series:
    """By claim: made_from, `gva, lep-2017; jobs, lep-2017`."""
    used = figures[figures["indicator_id"] != ""].drop_duplicates(["target_id", "indicator_id", "geography_id"])
    told = used["indicator_id"] + ", " + used["geography_id"]
    return told.groupby(used["target_id"]).agg("; ".join).rename("made_from")
