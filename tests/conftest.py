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
LEFT_OUT = "left out: tests that compare with the publishers' whole files, which are not beside this checkout"


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
    """The publishers' whole files; a test that asks for them is left out where they are not beside the checkout."""
    return RAW


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of whole files where there are none."""
    left_out = [] if RAW.is_dir() else [item for item in items if "shared_data" in getattr(item, "fixturenames", ())]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not RAW.is_dir():
        terminalreporter.write_line(LEFT_OUT)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The real server, one per test process."""
    with serving() as running:
        yield running
