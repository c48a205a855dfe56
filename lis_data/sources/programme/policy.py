"""The policy layer: who was to write a Local Industrial Strategy, when, about what, and what became of it.

Compiled from five public documents and stored public pages. Each function makes one table, in our words, with
`confidence` stated (a source says so) or inferred. Left out: principles for which no source was found.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from lis_data.model import FOUNDATIONS
from lis_data.sources.programme.cells import ABSENT, dates, or_none, place, read, sources
from lis_data.sources.programme.outcomes import outcome, succession
from lis_data.sources.programme.references import DOCUMENTS, in_words, references, source_ids

FOLDER = "lis"
RESOLUTIONS = Path(__file__).with_name("resolutions.csv")
"""disagreement_id, state (open or resolved), resolution: how two claims that differ were decided, for a reader."""
DISAGREEMENT_AREAS = Path(__file__).with_name("disagreement_areas.csv")
"""disagreement_id, area_codes: the LEPs that the two claims are about. One that is not listed is about the programme;
a LEP that is only compared with, or named in the decision, is none of them.
"""

WITHOUT_AUTHORITY = {
    "GLA": "London has the Mayor and the Greater London Authority, which are no combined authority.",
    "North of Tyne CA covers part": "The North of Tyne Combined Authority covers three of seven districts.",
}
"""The compiled remark on a LEP without a combined authority of its own -> what it means."""

GRAND_CHALLENGES = {
    "AI & data": "ai-and-data",
    "ageing society": "ageing-society",
    "clean growth": "clean-growth",
    "future of mobility": "future-of-mobility",
}
SECTIONS = {
    "LIS element": "Element of a strategy",
    "LIS goal": "Goal",
    "LIS attribute": "Attribute",
    "What Works theme (number unknown)": "What Works theme",
    "Deck question": "Open question",
    "Workshop question": "Workshop question",
}
NOT_SOURCED = "not sourced"


def tables(folder: Path) -> dict[str, pd.DataFrame]:
    """Every table of the policy layer by name, from the compiled tables under the data folder."""
    found = folder / FOLDER
    return {
        "lep_strategy": lep_strategy(read(found / "leps.csv")),
        "succession": succession(read(found / "lep_succession.csv")),
        "milestone": milestone(read(found / "milestones.csv")),
        "priority": priority(read(found / "priorities.csv")),
        "statement": statement(read(found / "targets.csv")),
        "document": document(read(found / "links.csv")),
        "criterion": criterion(read(found / "framework.csv")),
        "disagreement": disagreement(read(found / "disagreements.csv")),
        "document_source": DOCUMENTS.drop(columns="number"),
    }


def lep_strategy(raw: pd.DataFrame) -> pd.DataFrame:
    """One row per LEP of December 2018: its wave, who led, when it was asked, due and done, and how it ended.

    `status` is the furthest of six stages that a public page shows (`outcomes.STATUSES`), which is no proof that no
    further one was reached. `strategy_date` is that of the text the status speaks of, which may be a draft.
    """
    return pd.DataFrame({**_names(raw), **_leaders(raw), **_progress(raw), **_evidence(raw)})


def milestone(raw: pd.DataFrame) -> pd.DataFrame:
    """One row per dated event of the programme, planned or done, in order."""
    return pd.DataFrame(
        {
            "milestone_id": raw["milestone_id"],
            **dates(raw, column="date", name="date"),
            "kind": raw["kind"],
            "event": raw["event"],
            **sources(raw["source"]),
            "confidence": raw["confidence"],
        }
    )


def priority(raw: pd.DataFrame) -> pd.DataFrame:
    """One row per priority of a LEP; `tags_basis` says who gave foundation and challenges, the text or we."""
    slugs = {title: slug for slug, title in FOUNDATIONS.items()}
    return pd.DataFrame(
        {
            "priority_id": raw["priority_id"],
            "area_code": raw["lep_code"],
            "priority": raw["priority"],
            "kind": raw["type"],
            "foundation": or_none(raw["foundation"].map(slugs)),
            "grand_challenges": raw["grand_challenge"].map(_grand_challenges),
            "tags_basis": or_none(raw["tags_basis"]),
            "document_stage": raw["document_stage"],
            **sources(raw["source"]),
            "confidence": raw["confidence"],
        }
    )


def statement(raw: pd.DataFrame) -> pd.DataFrame:
    """One row per quantified target or claim of a LEP, England or the United Kingdom, as its source words it.

    `value` is empty where the source gives no number (`above`, `most`); `value_text` always stands.
    """
    return pd.DataFrame(
        {
            "statement_id": raw["target_id"],
            **place(raw["lep_code"]),
            "area_text": raw["area"],
            "measure": raw["indicator"],
            "value": pd.to_numeric(raw["value"], errors="coerce"),
            "value_text": raw["value"],
            "unit": raw["unit"],
            "comparator": or_none(raw["comparator"]),
            "baseline_year": raw["baseline_year"].str.extract(r"^(\d{4})$")[0].astype("Int64"),
            "baseline_text": or_none(raw["baseline_year"]),
            **dates(raw, column="target_date", name="target_date"),
            "kind": raw["kind"],
            "how_to_check": raw["how_to_check"],
            **sources(raw["source"]),
            "confidence": raw["confidence"],
        }
    )


def document(raw: pd.DataFrame) -> pd.DataFrame:
    """One row per document of a LEP or of England; `source_id` where it is one of the five main ones."""
    numbers = raw["description"].str.extract(r"; seed (\d{3})")[0]
    ids = dict(zip(DOCUMENTS["number"], DOCUMENTS["source_id"], strict=True))
    return pd.DataFrame(
        {
            "document_id": raw["link_id"],
            **place(raw["lep_code"]),
            "title": raw["title"],
            "description": raw["description"].str.replace(r"; seed \d{3}.*", "", regex=True).map(in_words),
            **dates(raw, column="document_date", name="date"),
            "url": or_none(raw["url"]),
            "source_id": or_none(numbers.map(ids)),
            **sources(raw["source"]),
            "confidence": raw["confidence"],
        }
    )


def criterion(raw: pd.DataFrame) -> pd.DataFrame:
    """One row per thing a strategy was to show or be, or question put to it, with how one would check it."""
    sourced = raw[raw["source"] != NOT_SOURCED].reset_index(drop=True)
    return pd.DataFrame(
        {
            "criterion_id": sourced["framework_id"],
            "section": sourced["section"].replace(SECTIONS),
            "element": sourced["element"],
            "criterion": sourced["criterion"],
            "how_to_check": or_none(sourced["how_to_check"]),
            **sources(sourced["source"]),
            "confidence": sourced["confidence"],
        }
    )


def disagreement(raw: pd.DataFrame) -> pd.DataFrame:
    """One row per pair of claims that differ, where each stands, and how it was decided, if it was.

    RESOLUTIONS has the decisions that need more than a few words; the compiled ones stand for the rest.
    """
    decided = pd.read_csv(RESOLUTIONS).set_index("disagreement_id")
    areas = pd.read_csv(DISAGREEMENT_AREAS).set_index("disagreement_id")["area_codes"]
    ids = raw["disagreement_id"]
    state = raw["state"].str.extract("^(open|resolved)", expand=False)
    return pd.DataFrame(
        {
            "disagreement_id": raw["disagreement_id"],
            "area_codes": ids.map(areas).fillna("").str.split(),
            "topic": raw["topic"],
            "claim_a": raw["claim_a"],
            "sources_a": raw["doc_a"].map(references),
            "claim_b": raw["claim_b"],
            "sources_b": raw["doc_b"].map(references),
            "resolution": ids.map(decided["resolution"]).fillna(raw["resolution"]),
            "state": ids.map(decided["state"]).fillna(state),
            "source_ids": raw["source"].map(source_ids),
            "confidence": raw["confidence"],
        }
    )


def _other_names(text: str) -> list[str]:
    """`C&W; CWLEP (also used by …)` -> the names alone."""
    return [re.sub(r" \(.*\)$", "", name) for name in text.split("; ")]


def _grand_challenges(text: str) -> list[str]:
    if text == "all four":
        return list(GRAND_CHALLENGES.values())
    return [] if text in ABSENT else [GRAND_CHALLENGES[text]]


def _names(raw: pd.DataFrame) -> dict[str, pd.Series]:
    return {
        "area_code": raw["lep_code"],
        "name": raw["lep_name_official"],
        "short_name": raw["common_name"],
        "area_code_2020": raw["lep_code_2020"],
        "name_2020": raw["lep_name_2020"],
        "other_names": raw["aliases"].map(_other_names),
    }


def _leaders(raw: pd.DataFrame) -> dict[str, pd.Series]:
    """Who led, with the combined authority of the whole LEP, or a remark on one for a part of it."""
    authority = raw["mca_name"].str.extract(r"^(?P<name>none|[^(]+?)(?: .*\((?P<outside>.*)\)| \(.*\))?$")
    return {
        "led_by": raw["lead_type"],
        "lead_body": raw["lead_body"],
        "combined_authority": or_none(authority["name"]),
        "combined_authority_note": or_none(authority["outside"].map(WITHOUT_AUTHORITY)),
        "pan_regional_partnership": or_none(raw["pan_regional_partnership"]),
    }


def _progress(raw: pd.DataFrame) -> dict[str, pd.Series]:
    """Wave, dates and status."""
    agreement = raw["planned_date_is_for"].str.startswith("agreement")
    return {
        "wave": raw["wave"].astype(int),
        "wave_name": raw["wave_name"],
        "wave_area": or_none(raw["wave_area"]),
        **dates(raw, column="date_wave_announced", name="announced_date"),
        **dates(raw, column="planned_date", name="planned_date"),
        "planned_for": agreement.map({True: "agreement", False: "publication"}),
        **outcome(raw["lep_code"]),
        "note": or_none(raw["notes"]),
    }


def _evidence(raw: pd.DataFrame) -> dict[str, pd.Series]:
    """Where it is said, and with what confidence."""
    return {
        "named_in_documents": raw["named_in_seed"].eq("yes"),
        **sources(raw["source"]),
        "confidence": raw["confidence"],
        "pan_regional_sources": raw["source_pan_regional"].map(references),
        "pan_regional_confidence": raw["confidence_pan_regional"],
        "code_confidence": raw["confidence_code"],
    }
