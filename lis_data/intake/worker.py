"""The process that a check runs in: forked with everything imported, within limits, ended once it has answered.

`python -m lis_data.intake.worker FD` waits at a socket for the ends of pipes, and forks a process for each.
"""

from __future__ import annotations

import os
import resource
import signal
import socket
import sys
import traceback
from multiprocessing.connection import Connection
from pathlib import Path

from lis_data.errors import LisError
from lis_data.intake import Choices, Description, Verdict, check
from lis_data.settings import settings

Job = tuple[bytes, str, Choices | None, Description | None]
"""What `check` is asked: content, name, choices and description."""
_MB = 1_000_000
_NICE = 10
"""How far a check stands back behind the readers of other pages."""
_GRACE = 10
"""Seconds over its limit after which a check ends by itself, where nobody is left to end it."""
_SMALL = b"Area,Year,Value\nHumber,2018,1\nTees Valey,2018,2\n"


def main(control: socket.socket) -> None:
    """Fork a process for each pipe that comes in, until the other end of the socket is closed."""
    check(_SMALL, "warm.csv")  # fills the tables of names, which each check then has
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        _, pipes, _, _ = socket.recv_fds(control, 1, 1)
        if not pipes:
            return
        fork(pipes[0])
        os.close(pipes[0])


def fork(pipe: int) -> None:
    """Start a process that does the one job that comes through a pipe."""
    if os.fork() == 0:
        try:
            _work(Connection(pipe))
        finally:
            os._exit(0)


def _work(pipe: Connection) -> None:
    """Say who does the job, do it within its limits, and answer with a verdict, an error or the kind of a limit."""
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
        signal.signal(name, signal.SIG_DFL)
    _limit()
    pipe.send(os.getpid())
    job: Job = pipe.recv()
    try:
        pipe.send(_answer(pipe, job))
        return
    except MemoryError:
        pass
    pipe.send("too-much-memory")


def _limit() -> None:
    """Set the limits of this process: its memory beyond what it began with, and its time."""
    most = _data() + settings().intake_memory * _MB
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(settings().intake_seconds + _GRACE)
    os.nice(_NICE)


def _data() -> int:
    """The bytes that this process has for data; 0 where the system does not say."""
    path = Path("/proc/self/statm")
    return int(path.read_text().split()[5]) * resource.getpagesize() if path.exists() else 0


def _answer(pipe: Connection, job: Job) -> Verdict | Exception:
    data, name, choices, description = job
    try:
        return check(
            data,
            name,
            choices=choices,
            description=description,
            progress=lambda share, step: pipe.send((share, step)),
        )
    except LisError as error:
        return error
    except MemoryError:
        raise
    except Exception as error:  # a defect of ours, raised where it was asked
        return RuntimeError("".join(traceback.format_exception(error)))


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
