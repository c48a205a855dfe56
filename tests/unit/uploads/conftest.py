"""A user store for one test alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lis_data.settings import settings


@pytest.fixture
def own_file(tmp_path: Path) -> Iterator[Path]:
    """Where the uploads of one test are; nothing is there yet."""
    path = tmp_path / "own.duckdb"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LIS_UPLOADS_FILE", str(path))
        settings.cache_clear()
        yield path
    settings.cache_clear()
