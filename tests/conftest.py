"""What all tests share: the folder of publishers' files where it stands beside the checkout, and the built store."""

from __future__ import annotations

from pathlib import Path

import pytest

RAW = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The publishers' files; the tests that read them are for where they are kept."""
    if not RAW.is_dir():
        pytest.skip("the publishers' files are not beside this checkout")
    return RAW
