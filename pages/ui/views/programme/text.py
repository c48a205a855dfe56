"""What the codes of the programme mean to a reader, and findings in words."""

from __future__ import annotations

import pandas as pd

from geo.palette import ORANGE, TURQUOISE
from pages.ui.exhibit.palette import Ink, steps

STATUSES = {
    "agreed": "Agreed with government",
    "local": "Published locally, agreement not evidenced",
    "completed": "Completed, text not found",
    "draft": "Draft",
    "priorities": "Priorities or prospectus published",
    "evidence": "Evidence only",
}
"""The furthest stage of a strategy that a public page shows, the furthest first."""
FURTHEST = (
    "A status is the furthest stage that a public page shows. “Not found” is not “there was none”: that nothing more "
    "came is inferred from silence."
)
SUCCESSIONS = {
    "confirmed": "confirmed by a source of the time after it",
    "decided": "as councils had decided; the outcome is not confirmed",
    "planned": "as was planned; the outcome is not confirmed",
}
"""How firmly it is known who followed a LEP."""
WAVES = {"1": "Wave 1, trailblazers", "2": "Wave 2", "3": "Wave 3"}
LEADS = {
    "mca": "Mayoral combined authority",
    "lep": "Local Enterprise Partnership",
    "gla": "Mayor of London and GLA",
}
STAGES = {
    "published": "Published strategy",
    "draft": "Draft strategy",
    "preparation": "In preparation",
    "other": "Another strategy or plan",
}
CHALLENGES = {
    "ai-and-data": "AI and data",
    "ageing-society": "Ageing society",
    "clean-growth": "Clean growth",
    "future-of-mobility": "Future of mobility",
}
KINDS = {
    "wave": "Waves",
    "programme": "Programme",
    "guidance": "Guidance",
    "planned": "Planned dates",
    "publication": "Publications",
    "lep document": "LEP documents",
    "collaboration": "Partnerships",
    "geography": "Boundaries",
    "funding": "Funding",
    "evaluation": "Evaluation",
    "LEP": "LEPs themselves",
    "target": "Target dates",
}
PLANS = ("planned", "target")
ERAS = {"before": "Before the programme", "programme": "The programme, 2017–21", "after": "After it"}
FITS = {
    "close": "close: the industries are what is claimed",
    "broad": "broad: the industries hold more than is claimed, weak evidence",
    "none": "none: no industry group stands for it",
}
_OPEN = {
    "local": "agreement not evidenced",
    "completed": "completed, text not found",
    "draft": "draft only",
    "priorities": "priorities only",
    "evidence": "evidence only",
}
_OPEN_SHORT = {**_OPEN, "local": "local only", "completed": "completed", "priorities": "priorities"}


def colours(ink: Ink) -> dict[str, dict[str, str]]:
    """A colour for each status and wave, which are in order, and for each kind of leader, which are not."""
    return {
        "status": dict(zip(STATUSES, steps(len(STATUSES), ink), strict=True)),
        "wave": dict(zip(WAVES, steps(len(WAVES), ink), strict=True)),
        "lead": dict(zip(LEADS, [ink.accent, TURQUOISE, ORANGE], strict=True)),
    }


def inferred(text: str, confidence: str) -> str:
    """`text`, marked where no source states it."""
    return f"{text} (inferred)" if confidence == "inferred" else text


def lateness(row: pd.Series) -> str:
    """`110 days late`, `256 days early`, `335–365 days late`, or what is known instead."""
    if pd.isna(row["days_late_least"]):
        return _OPEN[row["status"]]
    least, most = int(row["days_late_least"]), int(row["days_late_most"])
    days = f"{abs(least)}" if least == most else f"{abs(least)}–{abs(most)}"
    return f"{days} days {'early' if least < 0 else 'late'}"


def short_lateness(row: pd.Series) -> str:
    """The same for a narrow column: `+110`, `−256`, `+335–365`, `draft`."""
    if pd.isna(row["days_late_least"]):
        return _OPEN_SHORT[row["status"]]
    least, most = int(row["days_late_least"]), int(row["days_late_most"])
    sign = "−" if least < 0 else "+"
    return f"{sign}{abs(least)}" if least == most else f"{sign}{abs(least)}–{abs(most)}"


def dated(row: pd.Series) -> str:
    """When the text is dated, or why it has no date."""
    return str(row["text_date_text"] if pd.notna(row["text_date_text"]) else row["text_date_reason"])


def succession(row: pd.Series) -> str:
    """`Joint board of … councils (19 March 2024, as councils had decided; …)`, or that no source was found."""
    if pd.isna(row["successor"]):
        return "no source found"
    return f"{row['successor']} ({row['successor_date_text']}, {SUCCESSIONS[row['successor_state']]})"


def how_counted(row: pd.Series) -> str:
    """From which day lateness is counted, or that it is not."""
    if pd.isna(row["days_late_least"]):
        return f"nothing to count: no {row['planned_for']} is known"
    return f"counted from {row['planned_until']:%-d %B %Y}"


def of_area(row: pd.Series) -> str:
    """`Humber is in wave 3; it got as far as priorities or a prospectus (June 2019)`: the finding on one LEP."""
    shared = f", shared by {row['strategy_leps']} LEPs," if row["strategy_leps"] > 1 else ""
    reached = {
        "agreed": f"its strategy{shared} was agreed on {row['text_date_text']}, {lateness(row)}",
        "local": f"its strategy was published locally ({dated(row)}); agreement with government is not evidenced",
        "completed": "its strategy was completed, but no text of it was found",
        "draft": f"it got as far as a draft ({dated(row)})",
        "priorities": f"it got as far as priorities or a prospectus ({dated(row)})",
        "evidence": "evidence was found, no text of a strategy",
    }
    return f"{row['name']} is in wave {row['wave']}; {reached[row['status']]}"


def of_programme(leps: pd.DataFrame) -> str:
    """How many strategies were agreed, how many LEPs they cover, and how late they were."""
    agreed = leps[leps["status"] == "agreed"].drop_duplicates("strategy")
    if agreed.empty:
        return f"None of the {len(leps)} LEPs shown is known to have agreed a strategy"
    late, early = agreed[agreed["days_late_least"] > 0], agreed[agreed["days_late_least"] < 0]
    covered = (leps["status"] == "agreed").sum()
    number = f"{_count(len(agreed)).capitalize()} {'strategies were' if len(agreed) > 1 else 'strategy was'} agreed"
    parts = [f"{_count(len(late))} came {_span(late)} days late"] if len(late) else []
    parts += [f"{_count(len(early))} came {_span(early)} days early"] if len(early) else []
    return f"{number}, covering {covered} of {len(leps)} LEPs: {', '.join(parts)}"


def _count(number: int) -> str:
    """`seven`: a small number in letters, where another number follows it."""
    letters = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return letters[number] if number < len(letters) else str(number)


def _span(rows: pd.DataFrame) -> str:
    days = rows["days_late_least"].abs()
    return str(days.min()) if days.min() == days.max() else f"{days.min()} to {days.max()}"
