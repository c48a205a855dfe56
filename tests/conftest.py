"""What all tests share: the folder of publishers' files where it stands beside the checkout, and the built store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from lis_data.settings import settings
from tests.serving import Server, serving

hypothesis.settings.register_profile("busy", deadline=None)
hypothesis.settings.load_profile("busy")  # an example may take long on a busy machine, and is right all the same

RAW = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session", autouse=True)
def uploads_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Uploads of a test process, and of the server that it starts, in a file of its own."""
    path = tmp_path_factory.mktemp("uploads") / "uploads.duckdb"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LIS_UPLOADS_FILE", str(path))
        settings.cache_clear()
        yield path
    settings.cache_clear()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The publishers' files; the tests that read them are for where they are kept."""
    if not RAW.is_dir():
        pytest.skip("the publishers' files are not beside this checkout")
    return RAW


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The real server, one per test process."""
    with serving() as running:
        yield running
