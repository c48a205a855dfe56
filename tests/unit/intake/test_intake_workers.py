"""Every check in a process with limits: what passes them is told, the others go on, and whoever waits is told that."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import psutil
import pytest

from lis_data.errors import UnknownNameError
from lis_data.intake import Choices, Verdict, check, refused, workers
from lis_data.settings import settings
from tests.unit.intake.archives import only, replaced, sheet

SMALL = b"Area,Year,Value\nHumber,2018,1\nTees Valley,2018,2\n"
MB = 1_000_000


@contextmanager
def set_to(**values: int) -> Iterator[None]:
    """Settings of the next checks: a new process that they are forked from reads them."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in values.items():
            patch.setenv(f"LIS_{name.upper()}", str(value))
        _anew()
        yield
    _anew()


def _anew() -> None:
    settings.cache_clear()
    if workers._FORKS._process:
        workers._FORKS._process.kill()
        workers._FORKS._process.wait()


@pytest.fixture(autouse=True)
def _as_in_a_server() -> Iterator[None]:
    """A second thread, so that checks are forked from a process of their own."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    yield
    done.set()
    thread.join()


def test_the_verdict_is_that_of_a_check_in_this_process() -> None:
    here, there = check(SMALL, "x.csv"), workers.check(SMALL, "x.csv")
    assert there.observations.equals(here.observations)
    assert there.rows.tolist() == here.rows.tolist()
    empty = {"observations": here.observations[:0], "rows": here.rows[:0], "left_out": here.left_out[:0]}
    assert str(replace(there, **empty)) == str(replace(here, **empty))


def test_a_choice_of_what_is_not_there_is_raised_where_it_was_made() -> None:
    with pytest.raises(UnknownNameError, match="lep2017") as raised:
        workers.check(SMALL, "x.csv", choices=Choices(geography="lep2017"))
    assert raised.value.nearest[0] == "lep-2017"


def test_too_much_memory_is_reported_and_the_next_check_is_as_before() -> None:
    rows = b"".join(b"place %d,2018,1\n" % number for number in range(500_000))
    with set_to(intake_memory=40):
        assert "more than 40 MB of memory" in only(workers.check(b"Area,Year,Value\n" + rows, "x.csv"))
        assert workers.check(SMALL, "x.csv").ok


def test_too_long_is_reported_and_the_next_check_is_as_before() -> None:
    wide = sheet(
        "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="KN{n}"><v>1</v></c></row>' for n in range(1, 99_999))
    )
    with set_to(intake_seconds=1):
        assert "more than 1 seconds" in only(workers.check(replaced("xl/worksheets/sheet1.xml", wide), "x.xlsx"))
    assert workers.check(SMALL, "x.csv").ok


def _processes() -> list[psutil.Process]:
    """The processes that checks run in, as long as they do."""
    return psutil.Process(workers._FORKS._process.pid).children() if workers._FORKS._process else []


class Given(BaseException):
    """What ends a script."""


def test_a_killed_process_is_reported_and_the_next_check_is_as_before() -> None:
    workers.check(SMALL, "x.csv")

    def kill(share: float, _: str) -> None:
        for process in _processes() if share else []:
            process.kill()

    rows = b"Humber,2018,1\n" * 400_000
    assert "ended before it was done" in only(workers.check(b"Area,Year,Value\n" + rows, "x.csv", progress=kill))
    assert workers.check(SMALL, "x.csv").ok


def test_the_process_that_is_forked_is_started_again_where_it_has_ended() -> None:
    workers.check(SMALL, "x.csv")
    _anew()
    assert workers.check(SMALL, "x.csv").ok


def test_who_gives_up_ends_the_check_and_its_process() -> None:
    workers.check(SMALL, "x.csv")

    def give_up(share: float, _: str) -> None:
        if share:
            raise Given

    with pytest.raises(Given):
        workers.check(b"Area,Year,Value\n" + b"Humber,2018,1\n" * 400_000, "x.csv", progress=give_up)
    psutil.wait_procs(_processes(), timeout=10)
    assert not _processes()
    assert workers._QUEUE._tickets == []


def test_more_checks_than_may_be_at_once_wait_in_the_order_they_came() -> None:
    steps_of: dict[int, list[str]] = {number: [] for number in range(4)}
    most = 0

    def run(number: int) -> Verdict:
        def note(_: float, step: str) -> None:
            nonlocal most
            steps_of[number].append(step)
            most = max(most, len(_processes()))

        return workers.check(b"Area,Year,Value\n" + b"Humber,2018,1\n" * 60_000, "x.csv", progress=note)

    with set_to(intake_workers=1), ThreadPoolExecutor(4) as threads:
        workers.check(SMALL, "x.csv")
        verdicts = list(threads.map(run, range(4)))
    assert [verdict.counts["rows"] for verdict in verdicts] == [60_000] * 4
    waited = {step for steps in steps_of.values() for step in steps if step.startswith("Waiting")}
    assert {
        "Waiting for other checks: number 1 in the queue",
        "Waiting for other checks: number 3 in the queue",
    } <= waited
    assert most == 1


def test_a_check_that_was_cancelled_says_so() -> None:
    assert "was cancelled" in only(refused("x.csv", "cancelled"))
