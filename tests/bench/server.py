"""Streamlit servers of this checkout, each a process of its own that is always stopped."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.error import URLError
from urllib.request import urlopen

import psutil

ROOT = Path(__file__).resolve().parents[2]
EXPLORER = ROOT / "app.py"
FLOOR = Path(__file__).parent / "floor" / "app.py"
SECONDS = 120
"""How long anything here may take before it counts as broken."""


@dataclass(frozen=True)
class Server:
    """A running server: where it listens (`host:port`), and its process."""

    host: str
    process: psutil.Process

    def memory(self) -> float:
        """Resident memory in MB (2**20 bytes)."""
        return float(self.process.memory_info().rss) / 2**20


@contextmanager
def serving(script: Path) -> Iterator[Server]:
    """Serve a script on a free port with this checkout's settings; raises RuntimeError with its log if it dies."""
    host = f"127.0.0.1:{_free_port()}"
    address, port = host.split(":")
    options = [f"--server.address={address}", f"--server.port={port}", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    with tempfile.TemporaryFile() as log, subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log) as process:
        try:
            until(lambda: process.poll() is not None or _is_healthy(host), or_else="the server does not answer")
            if process.poll() is not None:
                raise RuntimeError(f"The server of {script} ended:\n{_text(log)}")
            yield Server(host, psutil.Process(process.pid))
        finally:
            process.terminate()


def rest() -> None:
    """Wait until all that this process has started is idle: after a run servers collect garbage and browsers draw."""
    until(lambda: _cpu_share(over=0.1) < 0.15, or_else="what was started never came to rest")


def _cpu_share(*, over: float) -> float:
    """How much of one processor the child processes use over so many seconds."""
    before = _cpu_seconds()
    time.sleep(over)
    return (_cpu_seconds() - before) / over


def _cpu_seconds() -> float:
    used = 0.0
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            times = child.cpu_times()
            used += times.user + times.system
    return used


def until(met: Callable[[], bool], *, or_else: str) -> None:
    """Wait for a condition; raises TimeoutError with the message after SECONDS."""
    deadline = time.monotonic() + SECONDS
    while not met():
        if time.monotonic() > deadline:
            raise TimeoutError(or_else)
        time.sleep(0.02)


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


def _text(log: IO[bytes]) -> str:
    log.seek(0)
    return log.read().decode(errors="replace")
