"""Checks of analysts' files in processes with limits, so many at once and the others in a queue.

No file takes the server with it: a check that needs too much memory or time is ended, and what is said instead is a
verdict with that one error.
"""

from __future__ import annotations

import atexit
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any, cast

from lis_data.intake import Choices, Description, Verdict, refused, worker
from lis_data.settings import ROOT, settings

Progress = Callable[[float, str], object]
_TICK = 0.1
"""Seconds after which whoever waits is told again how far it is, and may have given up."""
_START = 60
"""Seconds that a process may take to begin with a job."""


def check(
    data: bytes,
    name: str,
    *,
    choices: Choices | None = None,
    description: Description | None = None,
    progress: Progress | None = None,
) -> Verdict:
    """The verdict of `intake.check`, from a process of its own; where that passed a limit, the one error that says so.

    `progress` is called many times a second, with the position in the queue before the check begins; what it raises
    ends the check. Raises what `intake.check` raises.
    """
    report = progress or (lambda _share, _step: None)
    with _QUEUE.turn(report):
        answer = _answer((data, name, choices, description), report)
    if isinstance(answer, Exception):
        raise answer
    if isinstance(answer, str):
        limits = {"memory": f"{settings().intake_memory:,}", "seconds": settings().intake_seconds}
        return refused(name, answer, **limits)
    return cast(Verdict, answer)


def warm() -> None:
    """Have the process that checks are forked from ready for the first of them."""
    _FORKS.start()


class _Queue:
    """Whoever came first has the first turn; as many have it at once as there may be checks."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._tickets: list[object] = []

    @contextmanager
    def turn(self, report: Progress) -> Iterator[None]:
        """Wait for a turn, reporting the position in the queue, and have it."""
        ticket = object()
        with self._changed:
            self._tickets.append(ticket)
        try:
            while position := self._position(ticket):
                report(0.0, f"Waiting for other checks: number {position} in the queue")
            yield
        finally:
            with self._changed:
                self._tickets.remove(ticket)
                self._changed.notify_all()

    def _position(self, ticket: object) -> int:
        """The position in the queue after waiting a little; 0 for one that has its turn."""
        most = max(settings().intake_workers, 1)
        with self._changed:
            self._changed.wait_for(lambda: self._tickets.index(ticket) < most, timeout=_TICK)
            return max(self._tickets.index(ticket) - most + 1, 0)


class _Forks:
    """The process that is forked for each check: this one where it has one thread alone, as a command does; else
    one that is started for it, for a server with threads must not be forked.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def start(self) -> socket.socket:
        """The socket of the process; a new one where there is none, or it has ended."""
        with self._lock:
            if self._control is None or self._process is None or self._process.poll() is not None:
                self.stop()
                self._control, theirs = socket.socketpair()
                with theirs:
                    self._process = subprocess.Popen(
                        [sys.executable, "-m", worker.__name__, str(theirs.fileno())],
                        cwd=ROOT,
                        pass_fds=[theirs.fileno()],
                        stdin=subprocess.DEVNULL,
                        stdout=subprocess.DEVNULL,
                        start_new_session=True,
                    )
            return self._control

    def stop(self) -> None:
        """Have the process end, which it does when its socket is closed."""
        if self._control and self._process:
            self._control.close()
            self._process.wait()

    def fork(self, pipe: int) -> None:
        """Have a process that serves the pipe."""
        if threading.active_count() == 1:
            worker.fork(pipe)
        else:
            socket.send_fds(self.start(), [b"."], [pipe])


_QUEUE, _FORKS = _Queue(), _Forks()
atexit.register(_FORKS.stop)


def _answer(job: worker.Job, report: Progress) -> Any:
    """What the process of a job answers, or the kind of the limit that ended it."""
    pipe, theirs = Pipe()
    with pipe:
        try:
            with theirs:
                _FORKS.fork(theirs.fileno())
            pid = _heard(pipe, report, time.monotonic() + _START, (0.0, "Starting"))
        except (EOFError, OSError):
            return "check-ended"
        try:
            return _done(pipe, job, report)
        finally:
            if isinstance(pid, int):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


def _done(pipe: Connection, job: worker.Job, report: Progress) -> Any:
    """The answer to a job; 'too-long' after the time it may take, 'check-ended' where its process ended before."""
    step: tuple[float, str] = (0.0, "Starting")
    ends = time.monotonic() + settings().intake_seconds
    try:
        pipe.send(job)
        while isinstance(found := _heard(pipe, report, ends, step), tuple):
            step = found
            report(*step)
    except TimeoutError:
        return "too-long"
    except (EOFError, OSError):
        return "check-ended"
    return found


def _heard(pipe: Connection, report: Progress, ends: float, step: tuple[float, str]) -> Any:
    """The next thing that comes through a pipe; raises TimeoutError, EOFError or OSError where nothing does."""
    while not pipe.poll(_TICK):
        report(*step)
        if time.monotonic() > ends:
            raise TimeoutError
    return pipe.recv()
