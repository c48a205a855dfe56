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

from lis_data import measures
from lis_data.statements import recomputed, text
from lis_data.statements.checks import Check, checks
from lis_data.wording import listed

AIMS = ("target", "milestone")
"""Kinds of row that say what shall be, not what is."""


def verdicts() -> pd.DataFrame:
    """Every statement of the documents once, in the order of its id: statement_id, geography_id, area_code, area_name
    (all places that it is stated for), area_codes, places and statement_ids (of all of them, lists), kind, measure,
    says, figure (as stated), stated (its number), due (text), due_year, source, source_url (missing where no address is
    held), confidence, verdict (a key of text.VERDICTS), progress (of an aim: a key of text.PROGRESS), recomputed (the
    nearest figure of each reading, of an aim the latest, in words), why (a sentence with the years), note, each_year
    (every figure that counts, in words), made_from (indicator and geography of each reading).
    """
    readings = dict(tuple(recomputed.readings().groupby("statement_id")))
    stated = _once(recomputed.checked_statements())
    judged = [_judged(row, readings.get(row["statement_id"])) for _, row in stated.iterrows()]
    figures = recomputed.figures()
    verdicts = stated.join(pd.DataFrame(judged, index=stated.index))
    return verdicts.join(text.each_year(figures), on="statement_id").join(_made_from(figures), on="statement_id")


def _once(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that are statements of their own, each with the places and ids of the rows that repeat it."""
    stated = rows["statement_id"].map(lambda statement_id: checks()[statement_id].repeats or statement_id)
    each = rows.groupby(stated)
    gathered = {
        "area_name": each["area_name"].agg(lambda names: listed(list(dict.fromkeys(names)))),
        "area_codes": each["area_code"].agg(list),
        "places": each["area_name"].agg(list),
        "statement_ids": each["statement_id"].agg(list),
    }
    once = rows[rows["statement_id"] == stated].drop(columns="area_name")
    return once.join(pd.DataFrame(gathered), on="statement_id").reset_index(drop=True)


def _judged(statement: pd.Series, readings: pd.DataFrame | None) -> dict[str, str]:
    check = checks()[statement["statement_id"]]
    if statement["kind"] in AIMS:
        return _aim(check, readings, due=statement["due"])
    if readings is None:
        return {"verdict": "untestable", "progress": "", "recomputed": "", "why": check.reason}
    verdict = _verdict(check, readings)
    in_words = text.of_each(readings, "value", "period")
    return {"verdict": verdict, "progress": "", "recomputed": in_words, "why": _why(check, readings)}


def _verdict(check: Check, readings: pd.DataFrame) -> str:
    """A figure between two bounds cannot be told from the true one; outside of both it is contradicted."""
    if (readings["bound"] != "").all():
        return "untestable" if _between(readings["statement_id"].iloc[0]) else "contradicted"
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


def _between(statement_id: str) -> list[str]:
    """The periods that count in which the stated figure lies between its bounds, or within 5% of one."""
    figures = recomputed.figures()
    own = figures[(figures["statement_id"] == statement_id) & figures["counts"]]
    wide = own.pivot(index="period", columns="bound", values="value")
    stated = float(own["stated"].iloc[0])
    room = measures.TOLERANCE * abs(stated)
    return wide.index[(wide["least"] - room <= stated) & (stated <= wide["most"] + room)].tolist()


def _why(check: Check, readings: pd.DataFrame) -> str:
    if (readings["bound"] != "").all():
        between = _between(readings["statement_id"].iloc[0])
        return f"{check.reason} {text.of_bounds(readings, between=between)}"
    if check.reason:
        return f"{check.reason} {text.of_context(readings.iloc[0])}"
    if _verdict(check, readings) == "revised":
        return text.of_revision(readings, check.revised)
    return text.of_readings(readings, compare=check.compare)


def _aim(check: Check, readings: pd.DataFrame | None, *, due: object) -> dict[str, str]:
    if readings is None or check.reason:
        context = "" if readings is None else f" {text.of_aim(readings.head(1), due=due)}"
        return {"verdict": "aim", "progress": "no figure", "recomputed": "", "why": f"{check.reason}{context}"}
    progress = readings["progress"].unique()
    return {
        "verdict": "aim",
        "progress": progress[0] if len(progress) == 1 else "mixed",
        "recomputed": text.of_each(readings, "latest", "latest_period"),
        "why": text.of_aim(readings, due=due),
    }


def _made_from(figures: pd.DataFrame) -> pd.Series:
    """By claim: made_from, `gva, lep-2017; jobs, lep-2017`."""
    used = figures[figures["indicator_id"] != ""].drop_duplicates(["statement_id", "indicator_id", "geography_id"])
    named = used["indicator_id"] + ", " + used["geography_id"]
    return named.groupby(used["statement_id"]).agg("; ".join).rename("made_from")
