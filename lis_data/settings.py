"""What an operator may set, read from the environment once."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Each setting has the environment variable LIS_<NAME> and a line of help."""

    store_folder: Path = field(default=ROOT / ".store", metadata={"help": "Folder that holds the built store."})
    memory_limit: str = field(default="1GB", metadata={"help": "The most memory DuckDB may use while serving."})
    warm: bool = field(
        default=True,
        metadata={"help": "Whether each page is opened once before the server says that it is ready: yes or no."},
    )
    threads: int = field(default=2, metadata={"help": "Threads DuckDB may use for one query."})
    uploads_file: Path = field(
        default=ROOT / ".uploads" / "uploads.duckdb", metadata={"help": "DuckDB file that holds analysts' uploads."}
    )
    uploads_megabytes: int = field(default=2000, metadata={"help": "The most that this file may grow to, in MB."})
    uploads_hours: int = field(
        default=48, metadata={"help": "Hours after which an upload that is not saved is deleted."}
    )
    publishing: bool = field(
        default=False, metadata={"help": "Whether analysts may list uploads for everyone: yes or no."}
    )
    intake_megabytes: int = field(default=64, metadata={"help": "The largest analyst's file that is read, in MB."})
    intake_rows: int = field(default=2_000_000, metadata={"help": "The most rows, or figures, of an analyst's file."})
    intake_columns: int = field(default=300, metadata={"help": "The most columns of an analyst's file."})
    intake_cell: int = field(default=1000, metadata={"help": "The longest cell of an analyst's file, in characters."})
    intake_problems: int = field(default=200, metadata={"help": "Problems listed of each kind; the rest is counted."})
    intake_memory: int = field(default=1000, metadata={"help": "The most memory that one check may take, in MB."})
    intake_seconds: int = field(default=60, metadata={"help": "The most seconds that one check may take."})
    intake_workers: int = field(default=2, metadata={"help": "Checks at once; more of them wait in a queue."})


@cache
def settings() -> Settings:
    """The settings of this process."""
    given = {item.name: os.environ.get(f"LIS_{item.name.upper()}") for item in fields(Settings)}
    typed = {name: _typed(text, type(getattr(Settings(), name))) for name, text in given.items() if text is not None}
    return Settings(**typed)


def _typed(text: str, kind: type) -> Any:
    """A setting's text as what it is."""
    return text.strip().lower() in ("yes", "true", "on", "1") if kind is bool else kind(text)
