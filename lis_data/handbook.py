"""What a reader needs beside the figures: formulae, words, what changed in the evidence, and which indicators lead.

All from files to edit.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pandas as pd

from lis_data import evidence

_HERE = Path(__file__).parent
_FORMULAE, _GLOSSARY, _CHANGES = (_HERE / f"{name}.toml" for name in ("formulae", "glossary", "changes"))
FILES = (_FORMULAE, _GLOSSARY, _CHANGES)


def formulae() -> pd.DataFrame:
    """Every measure, in the order of the file: formula_id, title, group, formula, words, unit, source."""
    rows = pd.DataFrame([{"formula_id": key, **entry} for key, entry in _read(_FORMULAE).items()])
    return rows[["formula_id", "title", "group", "formula", "words", "unit", "source"]]


def glossary() -> pd.DataFrame:
    """Every word of the field, by the alphabet: term, group, also (other names), meaning, source."""
    rows = pd.DataFrame(_read(_GLOSSARY)["word"])
    named = rows.assign(also=rows["also"].map("; ".join))
    return named.sort_values("term", key=lambda terms: terms.str.casefold(), ignore_index=True)[
        ["term", "group", "also", "meaning", "source"]
    ]


def changes() -> pd.DataFrame:
    """What changed in the evidence, newest first: date (ISO), title, text, datasets, indicators, published_figures,
    evidence (SHA-256).
    """
    rows = pd.DataFrame(_read(_CHANGES)["change"])
    return rows[["date", "title", "text", "datasets", "indicators", "published_figures", "evidence"]]


def evidence_hash() -> str:
    """SHA-256 over the committed evidence: what the newest change must name."""
    lines = [f"{path} {checksum}\n" for path, checksum in evidence.checksums().items()]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def having(table: pd.DataFrame, words: str, *, within: tuple[str, ...]) -> pd.DataFrame:
    """The rows in which every one of the words stands, in any case, somewhere within these columns of text."""
    text = table[list(within)].agg(" ".join, axis=1).str.casefold()
    found = pd.Series(True, index=table.index)
    for word in words.casefold().split():
        found &= text.str.contains(word, regex=False)
    return table[found]


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
