"""One run at a time: whoever has the turn gives it back, however its run ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui.shell import turn


def is_free() -> bool:
    """Whether another thread could have its turn now."""
    seen = threading.Event()

    def take() -> None:
        with turn.taken():
            seen.set()

    threading.Thread(target=take, daemon=True).start()
    return seen.wait(timeout=2)


def stops() -> None:
    import streamlit as st

    from pages.ui.shell import turn

    with turn.taken():
        st.stop()


def runs_again() -> None:
    import streamlit as st

    from pages.ui.shell import turn

    with turn.taken():
        if "again" not in st.session_state:
            st.session_state["again"] = True
            st.rerun()


def fails() -> None:
    from pages.ui.shell import turn

    with turn.taken():
        raise ValueError("a page that fails")


def stops_while_it_waits() -> None:
    import streamlit as st

    from pages.ui.shell import turn

    with turn.taken(), turn.given_back():
        st.stop()


@pytest.mark.parametrize("script", [stops, runs_again, fails, stops_while_it_waits])
def test_a_run_gives_its_turn_back(script: Callable[[], None]) -> None:
    page = AppTest.from_function(script).run()
    assert bool(page.exception) == (script is fails)
    assert is_free()


def test_two_runs_are_never_at_once() -> None:
    running: list[int] = []
    most: list[int] = []

    def run(number: int) -> None:
        with turn.taken():
            running.append(number)
            most.append(len(running))
            time.sleep(0.005)
            running.remove(number)

    with ThreadPoolExecutor(8) as readers:
        list(readers.map(run, range(24)))
    assert most == [1] * 24


def test_others_run_while_one_waits_for_something_slow() -> None:
    with turn.taken():
        with turn.given_back():
            assert is_free()
        assert not turn._TURN.acquire(blocking=False)
    assert is_free()


def test_what_has_no_turn_gives_none_back() -> None:
    with turn.given_back(), turn.taken():
        assert not turn._TURN.acquire(blocking=False)
    assert is_free()
