"""Streamlit servers of this checkout, each a process of its own that is always stopped, and a browser to visit them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
EXPLORER = ROOT / "app.py"
SECONDS = 120
"""How long anything here may take before it counts as broken."""
_FLAGS = [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-compositing",
    "--renderer-process-limit=1",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
"""WebGL without a graphics card, which then draws maps alone, not the page round them as well; one process for the
pages of a context, so that each finds the scripts of the last compiled; a browser that asks for nothing by itself."""


@dataclass(frozen=True)
class Server:
    """A running server: where it listens (`host:port`), its process, and the file that it logs to."""

    host: str
    process: psutil.Process
    log: Path

    @property
    def address(self) -> str:
        return f"http://{self.host}"

    def memory(self) -> float:
        """Resident memory in MB (2**20 bytes)."""
        return float(self.process.memory_info().rss) / 2**20

    def logged(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def serving(script: Path = EXPLORER, *, warm: bool = False) -> Iterator[Server]:
    """Serve a script on a free port with this checkout's settings; raises RuntimeError with its log if it dies. If
    `warm`, it opens each page before it is ready, as a reader's server does.
    """
    host = f"127.0.0.1:{_free_port()}"
    address, port = host.split(":")
    options = [f"--server.address={address}", f"--server.port={port}", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    with (
        tempfile.TemporaryDirectory() as folder,
        tempfile.NamedTemporaryFile(suffix=".log") as log,
        subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, env=_environment(folder, warm=warm)) as process,
    ):
        server = Server(host, psutil.Process(process.pid), Path(log.name))
        try:
            until(
                lambda: process.poll() is not None or _is_healthy(host),
                or_else="the server does not answer",
            )
            if process.poll() is not None:
                raise RuntimeError(f"The server of {script} ended:\n{server.logged()}")
            yield server
        finally:
            process.terminate()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or Playwright's own where there is none; the one without a window is a fifth less work."""
    installed = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def until(met: Callable[[], bool], *, or_else: str, seconds: float = SECONDS) -> None:
    """Wait for a condition; raises TimeoutError with the message after so many seconds."""
    deadline = time.monotonic() + seconds
    while not met():
        if time.monotonic() > deadline:
            raise TimeoutError(or_else)
        time.sleep(0.02)


def _environment(folder: str, *, warm: bool) -> dict[str, str]:
    """The environment, with uploads in a folder of their own unless it says where they are."""
    return {"LIS_UPLOADS_FILE": str(Path(folder, "uploads.duckdb")), "LIS_WARM": "yes" if warm else "no", **os.environ}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_healthy(host: str) -> bool:
    try:
        with urlopen(f"http://{host}/_stcore/health", timeout=5) as answer:
            return bool(answer.read() == b"ok")
    except (URLError, ConnectionError, TimeoutError):
        return False
