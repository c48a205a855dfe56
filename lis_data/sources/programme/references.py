"""The five documents that the policy layer rests on, and how other tables refer to them in words.

The compiled tables name them by file; a reader gets title and publisher, and an id leads to the whole entry.
"""

from __future__ import annotations

import datetime
import re

import pandas as pd

DOCUMENTS = pd.DataFrame(
    [
        (
            "ideas-slides",
            "000",
            "Ideas and Local Industrial Strategies (slides)",
            "UK Government (the team is not named)",
            datetime.date(2019, 1, 1),
            "year",
            "The slides bear no date; the year is inferred from what they describe.",
            None,
        ),
        (
            "policy-prospectus",
            "001",
            "Local Industrial Strategies: policy prospectus",
            "HM Government",
            datetime.date(2018, 10, 1),
            "day",
            "The date is that of its publication page.",
            "https://www.gov.uk/government/publications/local-industrial-strategies-policy-prospectus",
        ),
        (
            "thinking-local-blog",
            "002",
            "Why thinking local really matters in delivering a national Industrial Strategy",
            "Industrial Strategy blog, UK Government",
            datetime.date(2018, 12, 12),
            "day",
            "The date is that of its address; the author chaired the Cheshire and Warrington LEP.",
            "https://industrialstrategy.blog.gov.uk/2018/12/12/"
            "local-really-matters-in-delivering-a-national-industrial-strategy/",
        ),
        (
            "workshop-reflections",
            "003",
            "Reflections on our Local Industrial Strategy workshops",
            "What Works Centre for Local Economic Growth",
            datetime.date(2019, 6, 1),
            "month",
            "The article bears no date; it was written between the launches of June and of July 2019.",
            "https://whatworksgrowth.org/insights/reflections-on-our-local-industrial-strategy-workshops/",
        ),
        (
            "lep-network-page",
            "004",
            "Local Industrial Strategies: progress by LEP (web page)",
            "LEP Network",
            datetime.date(2018, 12, 1),
            "month",
            "The page bears no date; its latest news is of December 2018.",
            "https://www.lepnetwork.net/lep-activities/local-industrial-strategies/",
        ),
    ],
    columns=["source_id", "number", "title", "publisher", "date", "date_precision", "date_note", "url"],
)
"""One row per document; `number` is how the compiled tables begin its file name."""

SHORT = {
    "000": "government slides on Ideas",
    "001": "policy prospectus (October 2018)",
    "002": "Industrial Strategy blog (12 December 2018)",
    "003": "What Works Centre, workshop reflections (2019)",
    "004": "LEP Network page (December 2018)",
}
_FILE = re.compile(r"\b(00[0-4])_[0-9a-f]{16}\.txt")
_SPOKEN = re.compile(r"\b([Ss])eed (00[0-4])\b")
_IDS = dict(zip(DOCUMENTS["number"], DOCUMENTS["source_id"], strict=True))
_IN_OUR_WORDS = {
    "leps.csv": "our table of LEPs",
    "priorities.csv": "our table of priorities",
    "lis_date": "strategy date",
    "lis_status": "status",
    "planned_date_is_for": "our note on what was planned",
    "lead_body": "lead body",
    "wave_area": "its area",
    "document_stage": "their stage",
    "lep_code_2020": "the code of 2020",
    "lep_code": "the code",
    "stored pages": "the pages searched",
    "stored public pages": "the public pages searched",
    "stored text": "the text found",
    "stored excerpt": "excerpt found",
    "stored file": "file",
    "stored copy": "copy",
    "stored page without address": "address not found",
    "the deck": "the slides",
    "described in deck": "described in the slides",
}
"""Words of the compiled tables that are about the tables -> what a reader can do with."""
_LONGEST_FIRST = sorted(_IN_OUR_WORDS, key=len, reverse=True)
_OURS = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in _LONGEST_FIRST))
_NOTHING = {"no source", "not sourced", "none", "general knowledge"}


def in_words(text: str) -> str:
    """`text` with the documents named in words, and without words that only the compiled tables know."""
    named = _FILE.sub(lambda found: SHORT[found[1]], _OURS.sub(lambda found: _IN_OUR_WORDS[found[0]], text))
    return _SPOKEN.sub(lambda found: f"{'T' if found[1] == 'S' else 't'}he {SHORT[found[2]]}", named)


def references(text: str) -> list[str]:
    """A cell of sources, parted by semicolons, as a list in words; empty where there is none."""
    return [in_words(part) for part in re.split(r"(?:; | \| )(?![^()]*\))", text) if part not in _NOTHING]


def source_ids(text: str) -> list[str]:
    """The ids of the five documents that a cell of sources names, each once."""
    return list(dict.fromkeys(_IDS[number] for number in _FILE.findall(text)))
