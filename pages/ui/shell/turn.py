"""One run at a time: runs that take turns are each far faster than many that share one interpreter.

Each message of a run takes Streamlit's locks several times, and threads that run at once hand those and the
interpreter to each other all the time. What waits for something slow gives its turn back meanwhile. Callbacks of
widgets, downloads and fragments that run by a clock need no turn.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_TURN = threading.Semaphore()
_THREAD = threading.local()
"""Whether this thread has the turn, as `has_turn`."""


@contextmanager
def taken() -> Iterator[None]:
    """Wait for the turn and have it to the end of the block, however that ends."""
    with _TURN:
        _THREAD.has_turn = True
        try:
            yield
        finally:
            _THREAD.has_turn = False


@contextmanager
def given_back() -> Iterator[None]:
    """Let others run during the block, which waits for something slow; nothing changes for a thread without a turn."""
    if not getattr(_THREAD, "has_turn", False):
        yield
        return
    _THREAD.has_turn = False
    _TURN.release()
    try:
        yield
    finally:
        _TURN.acquire()
        _THREAD.has_turn = True
