"""Killed at any moment, whole uploads are there and nothing else: none is half there, none that was told of is lost."""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

from geo import areas
from lis_data import intake, uploads, user_store
from lis_data.settings import settings

KILLS = 20
ROWS = 4000


def table() -> bytes:
    """A CSV of ROWS figures: 20 districts in 200 quarters."""
    codes = areas.areas("lad-2021")["area_code"].head(20)
    lines = [f"{code},{1960 + i // 4}-Q{i % 4 + 1},{i}.5" for i in range(ROWS // 20) for code in codes]
    return "\n".join(["code,period,figure", *lines]).encode()


def save_for_ever(file: str, owner: str, verdict: intake.Verdict, data: bytes, acknowledge: Connection) -> None:
    """What a server does with one upload after the other: save it, save its next version, tell of each."""
    os.environ["LIS_UPLOADS_FILE"] = file
    settings.cache_clear()
    acknowledge.send("ready")
    while True:
        upload_id = uploads.save(verdict, data, intake.Choices(), owner=owner)
        acknowledge.send((upload_id, 1))
        uploads.save(verdict, data, intake.Choices(), owner=owner, upload_id=upload_id)
        acknowledge.send((upload_id, 2))


def versions_stored() -> dict[tuple[str, int], tuple[int, int, int]]:
    """Figures that each version says it has, that it has, and its series."""
    with user_store.reading() as con:
        rows = con.execute(
            """
            select
                upload_id, version, observations,
                (select count(*) from observation where (upload_id, version) = (stored.upload_id, stored.version)),
                (select count(*) from series where (upload_id, version) = (stored.upload_id, stored.version))
            from version as stored
            """
        ).fetchall()
        astray = con.execute(
            """
            select count(*) from observation anti join version using (upload_id, version)
            union all
            select count(*) from upload anti join version using (upload_id, version)
            """
        ).fetchall()
    assert astray == [(0,), (0,)]
    return {(upload_id, version): (stated, found, series) for upload_id, version, stated, found, series in rows}


def test_a_server_killed_during_a_save_leaves_no_half_upload_and_loses_none(own_file: Path) -> None:
    data = table()
    verdict = intake.check(data, "figures.csv")
    servers = multiprocessing.get_context("forkserver")
    servers.set_forkserver_preload(["lis_data.intake", "lis_data.uploads", "tests.unit.uploads.test_killed"])
    chance, owner, acknowledged = random.Random(5), uploads.new_owner(), set()
    seconds_of_a_save = 0.0
    for _ in range(KILLS):
        hear, tell = servers.Pipe(duplex=False)
        server = servers.Process(target=save_for_ever, args=(str(own_file), owner, verdict, data, tell))
        server.start()
        tell.close()
        assert hear.recv() == "ready"
        if not seconds_of_a_save:
            begun = time.perf_counter()
            acknowledged.add(hear.recv())
            seconds_of_a_save = time.perf_counter() - begun
        time.sleep(chance.uniform(0, 3 * seconds_of_a_save))
        server.kill()
        server.join()
        acknowledged |= heard(hear)
        found = versions_stored() if user_store.exists() else {}
        assert acknowledged <= set(found)
        assert set(found.values()) <= {(ROWS, ROWS, 1)}
        assert len(set(found) - acknowledged) <= 1
        acknowledged = set(found)
    assert acknowledged


def heard(hear: Connection) -> set[tuple[str, int]]:
    """What a server answered before it was killed."""
    answers = set()
    try:
        while True:
            answers.add(hear.recv())
    except EOFError:
        return answers
