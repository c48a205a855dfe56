"""Whether the figures that the documents state hold: each statement beside what the store gives for it, with a verdict.

The rule: our figure is read at the precision of the stated one, and agrees, is close (within 5%) or is off
(`measures.fit`); ranks and counts are the same or off, 'more than' is exceeded or off. A reading has the best of them
that a period gives which the text could refer to. A statement is supported if every reading agrees, close if none is
off, contradicted if all are, and depends where some are. What its publisher has revised since is that instead, unless
it still holds. What is only copied from the document that states it is no evidence, and cannot be tested. An aim is
neither true nor false: it is held against an even course from its baseline to its date.

The same figure stated for several places in one document is one statement with several places.
"""

from __future__ import annotations

import pandas as pd

from lis_data import measures, stated_words
from lis_data.checks import Check, checks
from lis_data.queries.stated_readings import checked_targets, recomputed_figures, stated_readings

AIMS = ("target", "milestone")
"""Kinds of row that say what shall be, not what is."""


def stated_figures() -> pd.DataFrame:
    """Every statement of the documents once, in the order of its id: target_id, geography_id, area_code, area_name (all
    places that it is stated for), area_codes, places and target_ids (of all of them, lists), kind, measure, says,
    figure (as stated), stated (its number), due (text), due_year, source, source_url (missing where no address is
    held), confidence, verdict (a key of stated_words.VERDICTS), course (of an aim: a key of stated_words.COURSES),
    recomputed (the nearest figure of each reading, of an aim the latest, in words), why (a sentence with the years),
    note, each_year (every figure that counts, in words), made_from (indicator and geography of each reading).
    """
    readings = dict(tuple(stated_readings().groupby("target_id")))
    targets = _statements(checked_targets())
    judged = [_judged(row, readings.get(row["target_id"])) for _, row in targets.iterrows()]
    figures = recomputed_figures()
    told = targets.join(pd.DataFrame(judged, index=targets.index)).join(stated_words.each_year(figures), on="target_id")
    return told.join(_made_from(figures), on="target_id")


def _statements(targets: pd.DataFrame) -> pd.DataFrame:
    """The rows that are statements of their own, each with the places and ids of the rows that repeat it."""
    stated = targets["target_id"].map(lambda target_id: checks()[target_id].repeats or target_id)
    each = targets.groupby(stated)
    gathered = {
        "area_name": each["area_name"].agg(stated_words.listed),
        "area_codes": each["area_code"].agg(list),
        "places": each["area_name"].agg(list),
        "target_ids": each["target_id"].agg(list),
    }
    once = targets[targets["target_id"] == stated].drop(columns="area_name")
    return once.join(pd.DataFrame(gathered), on="target_id").reset_index(drop=True)


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
    fits = set(readings["fit"])
    if check.reason:
        return "untestable"
    if fits == {"agrees"}:
        return "supported"
    if check.revised:
        return "revised"
    if "off" not in fits:
        return "close"
    return "contradicted" if fits == {"off"} else "depends"


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
    if _verdict(check, readings) == "revised":
        return stated_words.of_revision(readings, check.revised)
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
