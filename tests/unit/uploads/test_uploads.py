"""Uploads are kept whole, shown to whom they may be shown, and gone when they are deleted."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from lis_data import intake, queries, store, uploads, user_store
from lis_data.errors import LisError, UnknownNameError, UploadError
from lis_data.settings import settings

CSV = b"LEP code,year,Jobs in games (% of jobs)\nE37000034,2018,1.5\nE37000015,2018,..\nE37000005,2018,0.25\n"
NAME = "games.csv"


def saved_upload(owner: str, data: bytes = CSV, **more: str) -> str:
    """The id of an upload of these bytes."""
    return uploads.save(intake.check(data, NAME), data, intake.Choices(), owner=owner, **more)


def series_of(upload_id: str) -> str:
    return queries.indicators(dataset_ids=(f"u-{upload_id}",))["indicator_id"].iloc[0]


def test_an_upload_answers_the_questions_that_official_indicators_answer() -> None:
    series = series_of(saved_upload(uploads.new_owner()))
    found = queries.figures(series, "lep-2017").set_index("area_name")
    assert found["value"].dropna().to_dict() == {"Tees Valley": 1.5, "Cornwall and Isles of Scilly": 0.25}
    assert found.loc["Greater Manchester", "status"] == "M"
    described = queries.describe(series).iloc[0]
    assert described["title"].endswith("(uploaded)")
    assert described["derivations"].tolist() == ["uploaded"]


def test_no_list_of_indicators_has_an_upload() -> None:
    saved_upload(uploads.new_owner())
    for listed in (queries.indicators(), queries.catalogue(), queries.comparable_indicators("lep-2017")):
        assert not listed["indicator_id"].str.startswith("u-").any()


def test_only_its_owner_sees_a_new_upload_and_whom_a_link_is_given_a_shared_one() -> None:
    owner, stranger = uploads.new_owner(), uploads.new_owner()
    upload_id = saved_upload(owner)
    assert upload_id in set(uploads.visible((owner,), ())["upload_id"])
    assert upload_id not in set(uploads.visible((stranger,), ("",))["upload_id"])
    token = uploads.share(upload_id, owner=owner)
    assert uploads.visible((), (token,))["owned"].tolist() == [False]
    uploads.revoke(upload_id, owner=owner)
    assert uploads.visible((), (token,)).empty
    assert uploads.share(upload_id, owner=owner) != token


@pytest.mark.parametrize(
    "act",
    [
        lambda upload_id, owner: uploads.delete(upload_id, owner=owner),
        lambda upload_id, owner: uploads.share(upload_id, owner=owner),
        lambda upload_id, owner: uploads.revoke(upload_id, owner=owner),
        lambda upload_id, owner: uploads.withdraw(upload_id, owner=owner),
        lambda upload_id, owner: uploads.use(upload_id, 1, owner=owner),
        lambda upload_id, owner: saved_upload(owner, upload_id=upload_id),
    ],
    ids=["delete", "share", "revoke", "withdraw", "use", "update"],
)
def test_nobody_else_changes_an_upload(act: object) -> None:
    owner = uploads.new_owner()
    upload_id = saved_upload(owner)
    before = uploads.visible((owner,), ())
    with pytest.raises(UploadError, match="not yours"):
        act(upload_id, uploads.new_owner())
    assert uploads.visible((owner,), ()).equals(before)


def test_an_update_is_a_version_and_can_be_undone_and_redone() -> None:
    owner = uploads.new_owner()
    upload_id = saved_upload(owner)
    series = series_of(upload_id)
    saved_upload(owner, CSV.replace(b"1.5", b"9.5"), upload_id=upload_id)
    assert queries.figures(series, "lep-2017")["value"].max() == 9.5
    uploads.use(upload_id, 1, owner=owner)
    assert queries.figures(series, "lep-2017")["value"].max() == 1.5
    uploads.use(upload_id, 2, owner=owner)
    assert queries.figures(series, "lep-2017")["value"].max() == 9.5
    with pytest.raises(UploadError, match="there are 1, 2"):
        uploads.use(upload_id, 3, owner=owner)


def test_another_title_next_month_is_the_same_series() -> None:
    owner = uploads.new_owner()
    upload_id = saved_upload(owner)
    description, choices = uploads.answers(upload_id)
    renamed = CSV.replace(b"Jobs in games (% of jobs)", b"Games")
    verdict = intake.check(renamed, "december.csv", choices=choices, description=description)
    uploads.save(verdict, renamed, choices, owner=owner, upload_id=upload_id)
    assert queries.indicators(dataset_ids=(f"u-{upload_id}",))["indicator_id"].nunique() == 1
    assert uploads.versions(upload_id)["title"].nunique() == 1


def test_what_is_deleted_is_gone_from_the_file(own_file: Path) -> None:
    owner = uploads.new_owner()
    upload_id = saved_upload(owner, CSV.replace(b"games", b"a very private word"))
    saved_upload(owner)
    series = series_of(upload_id)
    assert b"a very private word" in own_file.read_bytes()
    uploads.delete(upload_id, owner=owner)
    assert b"a very private word" not in own_file.read_bytes()
    assert len(uploads.visible((owner,), ())) == 1
    with pytest.raises(UnknownNameError):
        queries.figures(series, "lep-2017")


def test_publishing_is_the_operators_to_allow(monkeypatch: pytest.MonkeyPatch, own_file: Path) -> None:
    assert not own_file.exists()
    owner = uploads.new_owner()
    upload_id = saved_upload(owner)
    with pytest.raises(UploadError, match="LIS_PUBLISHING"):
        uploads.publish(upload_id, owner=owner)
    monkeypatch.setenv("LIS_PUBLISHING", "yes")
    settings.cache_clear()
    uploads.publish(upload_id, owner=owner)
    assert uploads.visible((), ())[["state", "owned", "link"]].to_numpy().tolist() == [["published", False, ""]]
    uploads.withdraw(upload_id, owner=owner)
    assert uploads.visible((), ()).empty


def test_what_was_never_saved_is_forgotten_after_some_time(monkeypatch: pytest.MonkeyPatch, own_file: Path) -> None:
    owner = uploads.new_owner()
    forgotten, saved = saved_upload(owner), saved_upload(owner)
    uploads.share(saved, owner=owner)
    later = user_store.now() + timedelta(hours=settings().uploads_hours + 1)
    monkeypatch.setattr("lis_data.user_store.now", lambda: later)
    assert uploads.visible((owner,), ())["upload_id"].tolist() == [saved]
    assert forgotten.encode() in own_file.read_bytes()
    saved_upload(owner)
    assert forgotten not in set(uploads.everything()["upload_id"])


def test_an_export_has_every_version_with_its_file_its_answers_and_its_figures() -> None:
    owner = uploads.new_owner()
    upload_id = saved_upload(owner)
    second = b"LEP code,year,=1+1\nE37000034,2019,-2\n"
    uploads.save(intake.check(second, "../../x.csv"), second, intake.Choices(), owner=owner, upload_id=upload_id)
    with zipfile.ZipFile(io.BytesIO(uploads.export(upload_id))) as archive:
        assert archive.testzip() is None
        assert archive.read("version-1/games.csv") == CSV
        assert archive.read("version-2/x.csv") == second
        figures = archive.read("version-2/observations.csv").decode().splitlines()
        assert {name for name in archive.namelist() if ".." in name} == set()
        assert intake.describe.read(archive.read("version-1/answers.json").decode())
    assert figures[1].startswith("'=1+1,")
    assert ",E37000034,2019,_T,-2.0," in figures[1]


@pytest.mark.parametrize("name", ["'; drop table upload; --", "<script>alert(1)</script>", "=cmd|'/c calc'!A1"])
def test_what_is_typed_is_data(name: str) -> None:
    owner = uploads.new_owner()
    verdict = intake.check(CSV, f"{name}.csv", description=intake.Description(title=name, source=name, note=name))
    upload_id = uploads.save(verdict, CSV, intake.Choices(), owner=owner)
    row = uploads.visible((owner,), ()).iloc[0]
    assert (row["title"], row["source"], row["note"]) == (name, name, name)
    assert queries.describe(series_of(upload_id))["publisher"].tolist() == [name]


@pytest.mark.parametrize("upload_id", ["' or true --", "../../etc/passwd", "", "a" * 16])
def test_an_id_that_is_none_finds_nothing(upload_id: str) -> None:
    with pytest.raises(LisError):
        uploads.delete(upload_id, owner=uploads.new_owner())
    with pytest.raises(LisError):
        queries.figures(f"u-{upload_id}-x", "lep-2017")


def test_a_file_without_figures_or_a_description_with_faults_is_not_saved() -> None:
    owner, empty = uploads.new_owner(), b"LEP,year,value\n"
    with pytest.raises(UploadError, match="no figure"):
        saved_upload(owner, empty)
    nameless = intake.check(CSV, NAME, description=intake.Description(title=" "))
    with pytest.raises(UploadError, match="title is empty"):
        uploads.save(nameless, CSV, intake.Choices(), owner=owner)
    assert uploads.visible((owner,), ()).empty


@pytest.mark.usefixtures("own_file")
def test_a_full_server_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    saved_upload(uploads.new_owner())
    monkeypatch.setenv("LIS_UPLOADS_MEGABYTES", "0")
    settings.cache_clear()
    with pytest.raises(UploadError, match="no room left"):
        saved_upload(uploads.new_owner())


@pytest.mark.usefixtures("own_file")
def test_what_was_never_saved_makes_room_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    owner = uploads.new_owner()
    noise = random.Random(1).randbytes(900_000)  # does not pack
    uploads.save(intake.check(CSV, NAME), noise, intake.Choices(), owner=owner)
    monkeypatch.setenv("LIS_UPLOADS_MEGABYTES", "2")
    settings.cache_clear()
    with pytest.raises(UploadError, match="no room left"):
        uploads.save(intake.check(CSV, NAME), noise, intake.Choices(), owner=owner)
    later = user_store.now() + timedelta(hours=settings().uploads_hours + 1)
    monkeypatch.setattr("lis_data.user_store.now", lambda: later)
    uploads.save(intake.check(CSV, NAME), noise, intake.Choices(), owner=owner)
    assert len(uploads.everything()) == 1


def test_a_new_store_clears_away_older_stores_and_no_upload(tmp_path: Path) -> None:
    older, uploaded = tmp_path / "lis-0123456789abcdef.duckdb", tmp_path / "lis-uploads.duckdb"
    older.touch()
    uploaded.touch()
    store._remove_older(tmp_path / "lis-fedcba9876543210.duckdb")
    assert [path.name for path in tmp_path.iterdir()] == [uploaded.name]


@pytest.mark.parametrize("sql", ["copy (select 1) to 'x.csv'", "from read_csv('/etc/passwd')", "attach 'other.duckdb'"])
def test_the_user_store_reaches_nothing_else(sql: str) -> None:
    saved_upload(uploads.new_owner())
    with pytest.raises(Exception, match="disabled by configuration"), user_store.transaction() as con:
        con.execute(sql)
    with (
        pytest.raises(Exception, match="disabled by configuration"),
        user_store.with_uploads(store.path(), ["a" * 16]) as con,
    ):
        con.execute(sql)


@pytest.mark.parametrize("broken", [b"", b"no database " * 1000])
def test_a_file_that_is_no_database_is_said_whatever_is_asked(own_file: Path, broken: bytes) -> None:
    owner = uploads.new_owner()
    series = series_of(saved_upload(owner))
    own_file.write_bytes(broken)
    for ask in (
        lambda: uploads.visible((owner,), ()),
        lambda: saved_upload(owner),
        lambda: queries.figures(series, "lep-2017"),
    ):
        with pytest.raises(UploadError, match="cannot be used"):
            ask()


def test_a_database_of_something_else_is_left_alone(own_file: Path) -> None:
    with duckdb.connect(str(own_file)) as con:
        con.execute("create table theirs as select 1")
    before = own_file.read_bytes()
    with pytest.raises(UploadError, match="a database of something else"):
        saved_upload(uploads.new_owner())
    assert own_file.read_bytes() == before


def test_a_folder_that_is_none_has_no_uploads(own_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_file.write_text("")
    monkeypatch.setenv("LIS_UPLOADS_FILE", str(own_file / "uploads.duckdb"))
    settings.cache_clear()
    assert uploads.visible((uploads.new_owner(),), ()).empty
    with pytest.raises(UploadError, match="There is no writing"):
        saved_upload(uploads.new_owner())


def test_figures_are_there_after_a_program_died_between_its_change_and_the_files(own_file: Path) -> None:
    owner = uploads.new_owner()
    series = series_of(saved_upload(owner))
    died = f"import duckdb, os; con = duckdb.connect({str(own_file)!r}); {_LEFT}; os._exit(9)"
    subprocess.run([sys.executable, "-c", died], check=False)
    assert own_file.with_name("own.duckdb.wal").exists()
    assert queries.figures(series, "lep-2017")["value"].notna().sum() == 2
    assert uploads.visible((owner,), ())["title"].notna().all()


_LEFT = "con.execute(\"update upload set link = 'left in the log'\")"


def test_a_full_disk_is_said_and_what_was_there_stays(own_file: Path) -> None:
    owner = uploads.new_owner()
    series = series_of(saved_upload(owner))
    subprocess.run([sys.executable, "-c", _FILLING, str(own_file.stat().st_size)], check=True)
    assert queries.figures(series, "lep-2017")["value"].notna().sum() == 2
    assert len(uploads.visible((owner,), ())) == 1


_FILLING = """
import os, resource, sys
from lis_data import intake, uploads
from lis_data.errors import UploadError
data = b"LEP code,year,Jobs\\nE37000034,2018,1\\n"
verdict = intake.check(data, "jobs.csv")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))  # no file may grow beyond that
try:
    uploads.save(verdict, os.urandom(3_000_000), intake.Choices(), owner=uploads.new_owner())
except UploadError as error:
    assert "nothing was changed" in str(error)
else:
    sys.exit("it was kept")
"""
