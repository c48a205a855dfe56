"""Several series in one file: an id and a description each, from the first guess to the side file and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo import areas
from lis_data.errors import UnknownNameError
from lis_data.intake import Choices, DescribedSeries, Description, Verdict, check, describe

WIDE = "LEP,Year,£ change,% change,Unemployment rate (%)\nHumber,2018,5,3%,5.25\nDorset,2018,6,4%,4.10\n"


def judged(text: str, choices: Choices | None = None, description: Description | None = None) -> Verdict:
    return check(text.encode(), "A survey.csv", choices=choices, description=description)


def test_a_column_a_series_each_with_its_own_description() -> None:
    series = judged(WIDE).series
    assert [(item.indicator_id, item.title, item.unit) for item in series] == [
        ("change", "£ change", "£"),
        ("change_2", "% change", "%"),
        ("unemployment_rate", "Unemployment rate", "%"),
    ]
    assert [item.decimals for item in series] == [0, 0, 2]
    assert [item.polarity for item in series] == ["neither", "neither", "lower"]


def test_titles_that_differ_by_their_unit_alone_keep_it() -> None:
    series = judged("LEP,Year,Jobs (number),Jobs (%)\nHumber,2018,5,3\n").series
    assert [(item.title, item.unit) for item in series] == [("Jobs (number)", "number"), ("Jobs (%)", "%")]


def test_a_series_of_single_industries_alone_is_pointed_out() -> None:
    rows = "Humber,2018,J,1,2\nHumber,2018,C,3,4\nDorset,2018,Total,,5\n"
    warned = [item for item in judged(f"LEP,Year,Sector,Firms,Jobs\n{rows}").problems if item.kind == "no-total"]
    assert warned == []  # a total without a figure is one
    (warning,) = (
        item
        for item in judged("LEP,Year,Sector,Firms\nHumber,2018,J,1\nDorset,2018,J,2\n").problems
        if item.kind == "no-total"
    )
    assert (warning.severity, warning.value, warning.rows) == ("warning", "Firms", 2)
    assert warning.action.startswith("add rows for all industries")


def test_two_names_with_one_slug_are_two_series() -> None:
    found = judged("LEP,Year,Jobs!,Jobs?,JOBS\nHumber,2018,1,2,3\n").observations
    assert found.set_index("indicator_id")["value"].to_dict() == {"jobs": 1.0, "jobs_2": 2.0, "jobs_3": 3.0}


def test_a_column_of_indicators_has_a_series_a_name_however_it_is_spelt() -> None:
    rows = "Humber,2018,GVA (£m),5\nHumber,2019,gva (£m) ,6\nHumber,2018,Jobs,7\n"
    verdict = judged(f"LEP,Year,Measure,Value\n{rows}")
    assert [(item.indicator_id, item.title, item.unit) for item in verdict.series] == [
        ("gva_m", "GVA", "£m"),
        ("jobs", "Jobs", "jobs"),
    ]
    assert verdict.observations["indicator_id"].tolist() == ["gva_m", "gva_m", "jobs"]


def test_indicators_and_breakdowns_cross() -> None:
    verdict = judged("LEP,Year,Measure,Men,Women\nHumber,2018,Jobs,1,2\nHumber,2018,Firms,3,4\n")
    values = verdict.observations.set_index("indicator_id")["value"].to_dict()
    assert values == {"jobs_men": 1.0, "firms_men": 3.0, "jobs_women": 2.0, "firms_women": 4.0}


def test_series_of_different_units_stand_in_one_column() -> None:
    rows = (
        "Humber,2018,Employment,72.1%\nHumber,2018,Pay,£512\nDorset,2018,Pay,£5 and more\nDorset,2018,Employment,£7\n"
    )
    verdict = judged(f"LEP,Year,Measure,Value\n{rows}")
    assert {item.title: item.unit for item in verdict.series} == {"Employment": "%", "Pay": "£"}
    noted = [(item.kind, item.row) for item in verdict.problems]
    assert noted == [("mixed-units", 5), ("not-a-number", 4)]


def test_one_series_is_described_by_the_file() -> None:
    described = Description("Creative firms", "firms", 0, "higher", "ideas", True)
    verdict = judged("LEP,Year,Value\nHumber,2018,1\n", description=described)
    assert verdict.series == (DescribedSeries("creative_firms", "Creative firms", "firms", 0, "higher", "ideas", True),)


def test_what_is_said_of_a_series_goes_before_the_guess() -> None:
    own = DescribedSeries("change_2", "Growth", "% a year", 1, "higher", "ideas", False)
    series = judged(WIDE, description=Description("Survey", series=(own,))).series
    assert [item.title for item in series] == ["£ change", "Growth", "Unemployment rate"]
    assert series[1] == own


def test_a_series_without_an_observation_is_none() -> None:
    verdict = judged("LEP,Year,Jobs,Firms\nHumber,2018,1,1/2\n")
    assert [item.indicator_id for item in verdict.series] == ["jobs"]


def test_only_series_that_can_be_added_are_added_up() -> None:
    rows = "\n".join(f"E0600000{number},2018,{number},{number}" for number in range(1, 6))  # the Tees Valley
    described = Description(
        "x", series=(DescribedSeries("jobs", "Jobs", additive=True), DescribedSeries("rate", "Rate", additive=False))
    )
    choices = Choices(geography="lad-2017", sum_to="lep-2017")
    verdict = judged(f"Area,Year,Jobs,Rate\n{rows}\n", choices, described)
    wholes = verdict.observations.query("area_code == 'E37000034'")
    assert wholes[["indicator_id", "value"]].to_numpy().tolist() == [["jobs", 15.0]]
    message = "'Rate' is not added up: nothing says that its figures can be"
    assert message in [problem.message for problem in verdict.problems]


def test_merged_districts_are_added_up_for_the_series_that_can_be() -> None:
    parts = [f"E0700000{number},2018,{number},{number}" for number in (4, 5, 6, 7)]  # Buckinghamshire's districts
    described = Description(
        "x", series=(DescribedSeries("jobs", "Jobs", additive=True), DescribedSeries("rate", "Rate", additive=False))
    )
    verdict = judged("\n".join(["Area,Year,Jobs,Rate", *parts]), Choices(geography="lad-2023"), described)
    assert verdict.observations[["indicator_id", "value"]].to_numpy().tolist() == [["jobs", 22.0]]
    assert verdict.left_out["kind"].value_counts().to_dict() == {"merged-sum": 4, "merged-area": 4}
    assert {"merged-sum", "merged-area"} <= {problem.kind for problem in verdict.problems}


def test_too_many_series_are_no_series() -> None:
    rows = "\n".join(f"Humber,2018,Firm {number},1" for number in range(400))
    verdict = judged(f"LEP,Year,Measure,Value\n{rows}\n")
    assert [str(problem) for problem in verdict.problems] == ["there are 400 series"]
    assert verdict.guesses


FAULTS = [
    (DescribedSeries("x", " "), "Series 'x': The title is empty"),
    (DescribedSeries("x", "X", polarity="up"), "Series 'X': 'up' is not a polarity"),
    (DescribedSeries("x", "X", foundation="idea"), "'idea' is not a foundation"),
    (DescribedSeries("x", "X", decimals=7), "7 is not a number of decimals"),
    (DescribedSeries("X y", "X"), "'X y' is not an id"),
]


@pytest.mark.parametrize(("series", "fault"), FAULTS)
def test_a_description_says_what_is_wrong_with_its_series(series: DescribedSeries, fault: str) -> None:
    assert fault in Description("All", series=(series,)).faults()[0]


def test_two_series_with_one_id_are_a_fault() -> None:
    assert (
        "2 series have the id 'x'"
        in Description("All", series=(DescribedSeries("x", "X"), DescribedSeries("x", "Y"))).faults()[0]
    )


def test_the_side_file_carries_every_series_and_column() -> None:
    verdict = judged(WIDE)
    roles = tuple((item.column, item.role) for item in verdict.guesses)
    described = replace(verdict.description, series=verdict.series)
    text = describe.write(described, Choices(roles=roles))
    assert describe.read(text) == (described, Choices(roles=roles))
    assert '"name": "change_2",\n    "titles": "% change",\n    "datatype": "number",\n    "role": "value"' in text
    assert judged(WIDE, Choices(roles=roles), described).series == verdict.series


@pytest.mark.parametrize("geography", ["lep-2017", "lad-2021", "nuts2-2016", "lis-area", "pan-region"])
def test_a_template_has_every_area_and_what_is_filled_in_is_read(geography: str) -> None:
    lines = describe.template(geography).splitlines()
    assert lines[0] == "area_code,area_name,period,value,lower,upper,status"
    assert len(lines) == 1 + len(areas.areas(geography))
    lines[3] = lines[3].removesuffix(",,,,,") + ",2018,5,4,6,E"
    verdict = check(("\ufeff" + "\r\n".join(lines)).encode(), "x.csv", choices=Choices(geography=geography))
    assert verdict.observations[["value", "lower", "upper", "status"]].to_numpy().tolist() == [[5.0, 4.0, 6.0, "E"]]
    assert [(problem.kind, problem.rows) for problem in verdict.problems] == [("unfilled", len(lines) - 2)]


def test_a_template_of_an_unknown_geography_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="lep-2017"):
        describe.template("lep2017")


def test_progress_goes_from_nothing_to_done() -> None:
    steps: list[tuple[float, str]] = []
    check(b"LEP,Year,Value\nHumber,2018,1\n", "x", progress=lambda share, step: steps.append((share, step)))
    shares = [share for share, _ in steps]
    assert shares == sorted(shares)
    assert (steps[0][0], steps[-1]) == (0.0, (1.0, "Done"))


def test_progress_stops_where_a_file_cannot_be_read() -> None:
    shares: list[float] = []
    check(b"", "x", progress=lambda share, _: shares.append(share))
    assert shares == [0.0]
