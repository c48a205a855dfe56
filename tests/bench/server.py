"""Streamlit servers of this checkout, each a process of its own that is always stopped."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app.py"
FLOOR = Path(__file__).parent / "floor" / "app.py"
"""The least that a Streamlit page can be."""
SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server: where it listens, and its process."""

    host: str
    pid: int

    @property
    def address(self) -> str:
        return f"http://{self.host}"

    def memory(self) -> float:
        """The process's resident memory in MB (2**20 bytes)."""
        return psutil.Process(self.pid).memory_info().rss / 2**20


@contextmanager
def serving(script: Path) -> Iterator[Server]:
    """Serve a script on a free port under this checkout's `.streamlit` settings; raises RuntimeError with its log."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    with tempfile.TemporaryFile() as log, subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log) as process:
        try:
            _wait_until_healthy(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield Server(f"127.0.0.1:{port}", process.pid)
        except RuntimeError as error:
            log.seek(0)
            raise RuntimeError(f"{error}; {script} logged:\n{log.read().decode(errors='replace')}") from error
        finally:
            process.terminate()


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(address, timeout=5) as answer:
                if answer.read() == b"ok":
                    return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError("the server did not answer")
