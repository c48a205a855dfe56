"""A series derived from kept figures: each figure as a calculator gives it, with its formula and status."""

from __future__ import annotations

from typing import Any

import pytest

from lis_data import intake, queries, uploads
from lis_data.commands import main
from lis_data.errors import UploadError
from lis_data.uploads import Recipe

CSV = (
    b"LEP code,year,Firms,Jobs\n"
    b"E37000034,2016,5,50\nE37000034,2018,6,40\nE37000015,2016,0,10\nE37000015,2018,7,0\nE37000022,2018,..,9\n"
)
TEES, MANCHESTER, THIRD = "E37000034", "E37000015", "E37000022"


@pytest.fixture
def upload() -> tuple[str, str]:
    """An upload of two series, and its owner's key."""
    owner = uploads.new_owner()
    return uploads.save(intake.check(CSV, "firms.csv"), CSV, intake.Choices(), owner=owner), owner


def figures(key: str) -> dict[tuple[str, str], float]:
    rows = queries.figures(key, "lep-2017").dropna(subset="value")[["area_code", "period", "value"]]
    return {(area_code, period): value for area_code, period, value in rows.to_numpy()}


def derive(upload: tuple[str, str], kind: str, title: str = "Made", **more: Any) -> str:
    upload_id, owner = upload
    return uploads.derive(upload_id, Recipe(kind, f"u-{upload_id}-firms", **more), title=title, owner=owner)


def test_a_percentage_of_another_series_is_of_the_same_year_and_nothing_is_divided_by_zero(
    upload: tuple[str, str],
) -> None:
    key = derive(upload, "ratio", by=f"u-{upload[0]}-jobs", times=100)
    # 100 × 5 ÷ 50, 100 × 6 ÷ 40, 100 × 0 ÷ 10; 7 ÷ 0 and a missing count have no figure
    assert figures(key) == {(TEES, "2016"): 10.0, (TEES, "2018"): 15.0, (MANCHESTER, "2016"): 0.0}
    statuses = queries.figures(key, "lep-2017").set_index(["area_code", "period"])["status"]
    assert statuses[MANCHESTER, "2018"] == statuses[THIRD, "2018"] == "M"
    assert statuses[TEES, "2018"] == "A"
    printed = queries.describe(key).iloc[0]
    assert "100 × Firms ÷ Jobs (" in printed["method"]
    assert printed["title"] == "Made (uploaded)"
    assert printed["unit"] == "%"
    assert not printed["additive"]
    assert printed["derivations"].tolist() == ["uploaded-derived"]


def test_an_official_denominator_of_the_same_year_is_used(upload: tuple[str, str]) -> None:
    key = derive(upload, "ratio", by="population", times=1_000)
    people = queries.figures("population", "lep-2017", period="2018").set_index("area_code")["value"]
    assert figures(key)[TEES, "2018"] == pytest.approx(6_000 / people[TEES])
    assert queries.describe(key)["unit"].iloc[0] == "per 1,000 people"


def test_a_denominator_of_another_year_makes_an_estimate_and_the_formula_says_so(upload: tuple[str, str]) -> None:
    key = derive(upload, "ratio", by="workplace_population", times=100)  # of the Census of 2011 alone
    figures = queries.figures(key, "lep-2017").dropna(subset="value")
    assert set(figures["status"]) == {"E"}
    assert "nearest year, marked as estimated" in queries.describe(key)["method"].iloc[0]


def test_a_change_and_an_index_are_since_their_base(upload: tuple[str, str]) -> None:
    assert figures(derive(upload, "change", "Rise", base="2016")) == {(TEES, "2018"): 1.0, (MANCHESTER, "2018"): 7.0}
    assert figures(derive(upload, "index", "Index", base="2016")) == {(TEES, "2018"): 120.0}  # 100 × 6 ÷ 5


def test_it_is_a_new_version_that_keeps_all_and_can_be_undone(upload: tuple[str, str]) -> None:
    upload_id, owner = upload
    derive(upload, "change", base="2016")
    assert uploads.versions(upload_id)["version"].tolist() == [2, 1]
    assert len(queries.indicators(dataset_ids=(f"u-{upload_id}",))) == 3
    uploads.use(upload_id, 1, owner=owner)
    assert len(queries.indicators(dataset_ids=(f"u-{upload_id}",))) == 2
    assert uploads.answers(upload_id)[0].title


@pytest.mark.parametrize(
    ("recipe", "message"),
    [
        ({"kind": "ratio"}, "needs a denominator"),
        ({"kind": "ratio", "by": "population", "times": 7}, "not by 7"),
        ({"kind": "change", "base": "1999"}, "no figure of 1999"),
        ({"kind": "mean"}, "no kind of derived series"),
        ({"kind": "change", "base": "2016", "title": "Jobs"}, "give another title"),
        ({"kind": "change", "base": "2016", "title": " "}, "title is empty"),
        ({"kind": "change", "base": "2018"}, "nothing to keep"),
    ],
)
def test_what_gives_no_series_is_refused(upload: tuple[str, str], recipe: dict[str, str], message: str) -> None:
    with pytest.raises(UploadError, match=message):
        derive(upload, **recipe)


def test_nobody_derives_from_anothers_upload(upload: tuple[str, str]) -> None:
    with pytest.raises(UploadError, match="not yours"):
        derive((upload[0], uploads.new_owner()), "change", base="2016")
    other = uploads.save(intake.check(CSV, "o.csv"), CSV, intake.Choices(), owner=uploads.new_owner())
    with pytest.raises(UploadError, match="of one upload"):
        derive(upload, "ratio", by=f"u-{other}-jobs")


def test_the_command_prints_the_series_and_its_formula(
    upload: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["uploads", "derive", "index", f"u-{upload[0]}-firms", "--base", "2016", "--title", "Firms index"]
    assert main([*asked, "--owner", upload[1]]) == 0
    printed = capsys.readouterr().out
    assert f"series: u-{upload[0]}-firms_index\n" in printed
    assert "100 × Firms ÷ Firms in 2016" in printed


def test_a_rate_is_not_divided_again() -> None:
    data, owner = b"LEP code,year,Firms (% of all)\nE37000034,2016,5\n", uploads.new_owner()
    upload_id = uploads.save(intake.check(data, "rate.csv"), data, intake.Choices(), owner=owner)
    key = queries.indicators(dataset_ids=(f"u-{upload_id}",))["indicator_id"].iloc[0]
    with pytest.raises(UploadError, match="a rate already"):
        uploads.derive(upload_id, Recipe("ratio", key, by="population"), title="Twice", owner=owner)


def test_a_small_ratio_has_the_decimals_that_it_needs(upload: tuple[str, str]) -> None:
    key = derive(upload, "ratio", by="population", times=100)  # some 6 firms of 670,000 people: 0.0009%
    assert queries.indicators(dataset_ids=(f"u-{upload[0]}",)).set_index("indicator_id")["decimals"][key] == 5


def test_a_description_is_edited_in_a_new_version_and_the_next_file_is_read_with_it(upload: tuple[str, str]) -> None:
    upload_id, owner = upload
    made = derive(upload, "change", base="2016")
    said = intake.DescribedSeries("firms", "Companies", "companies", polarity="higher", foundation="ideas")
    uploads.describe_again(upload_id, said, owner=owner, source="A survey", licence="OGL v3.0")
    described = queries.describe(f"u-{upload_id}-firms").iloc[0]
    assert (described["title"], described["unit"], described["polarity"]) == (
        "Companies (uploaded)",
        "companies",
        "higher",
    )
    assert (described["publisher"], described["licence"]) == ("A survey", "OGL v3.0")
    assert "Firms in 2016" in queries.describe(made)["method"].iloc[0]
    assert uploads.answers(upload_id)[0].source == "A survey"
    uploads.use(upload_id, 2, owner=owner)
    assert queries.describe(f"u-{upload_id}-firms")["title"].iloc[0] == "Firms (uploaded)"


def test_nobody_edits_anothers_description_and_no_unknown_series(upload: tuple[str, str]) -> None:
    with pytest.raises(UploadError, match="not yours"):
        uploads.describe_again(upload[0], intake.DescribedSeries("firms", "Mine"), owner=uploads.new_owner())
    with pytest.raises(UploadError, match="no series"):
        uploads.describe_again(upload[0], intake.DescribedSeries("none", "None"), owner=upload[1])
    assert uploads.versions(upload[0])["version"].tolist() == [1]
