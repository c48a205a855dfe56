"""What `check` makes of a table: observations, guesses, choices, sums, and everything that is left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lis_data import queries
from lis_data.errors import UnknownNameError
from lis_data.intake import Choices, Description, Verdict, check, ordered
from lis_data.intake.report import as_text
from lis_data.observations import validate
from tests.intake_corpus import FOLDER

ROWS = ["Tees Valley,2018,5", "Humber,2018,6", "Dorset,2018,7"]


def judged(*rows: str, header: str = "Area,Year,Value", choices: Choices | None = None, name: str = "x.csv") -> Verdict:
    return check("\n".join([header, *rows]).encode(), name, choices=choices)


def kinds(verdict: Verdict) -> list[str]:
    return [problem.kind for problem in verdict.problems]


def test_a_long_table_is_observations() -> None:
    first = judged(*ROWS, name="Creative firms.csv").observations.iloc[0]
    assert first[["indicator_id", "geography_id", "area_code"]].tolist() == ["creative_firms", "lep-2017", "E37000034"]
    assert first[["period", "industry", "value", "status"]].tolist() == ["2018", "_T", 5.0, "A"]


def test_a_wide_table_has_a_period_or_an_indicator_a_column() -> None:
    years = judged("Tees Valley,1,2", header="LEP,2017,2018/19")
    assert years.observations[["period", "value"]].to_numpy().tolist() == [["2017", 1.0], ["2018-04/P1Y", 2.0]]
    series = judged("Tees Valley,2018,1,2", header="LEP,Year,Firms,Jobs in them")
    assert series.observations["indicator_id"].tolist() == ["firms", "jobs_in_them"]


def test_each_observation_knows_its_row_of_the_spreadsheet() -> None:
    verdict = judged("A title above,,", "", "Area,Year,Value", *ROWS, header="Made up figures")
    assert verdict.rows.tolist() == [5, 6, 7]
    assert verdict.preamble == ("Made up figures", "A title above")


def test_a_problem_says_where_what_is_allowed_and_what_to_do() -> None:
    problem = judged(*ROWS, "Oxfordshire,2018,ten").problems[0]
    assert str(problem) == "row 5, column 'Value': 'ten' is not a number"
    assert problem.allowed == "a number, or a mark for missing such as .. or c"
    assert problem.action == "correct the cell"


def test_one_spelling_in_many_rows_is_one_problem_and_every_row_is_left_out() -> None:
    verdict = judged(*ROWS, *(f"Atlantis,{year},1" for year in range(2000, 2019)))
    assert [(problem.row, problem.rows) for problem in verdict.problems] == [(5, 19)]
    assert verdict.left_out["row"].tolist() == list(range(5, 24))
    assert set(verdict.left_out["kind"]) == {"unmatched-area"}


def test_problems_are_listed_up_to_a_limit_and_the_rest_is_counted() -> None:
    verdict = judged(*ROWS, *(f"Humber,day {i},1" for i in range(300)), choices=Choices(roles=(("Year", "period"),)))
    assert kinds(verdict).count("not-a-period") == 200
    assert verdict.not_listed == {"not-a-period": 100}
    assert len(verdict.left_out) == 300


def test_guesses_say_how_sure_they_are_and_can_be_overruled() -> None:
    rows = [f"{area},2018,{rank},{rank * 10}" for rank, area in enumerate(["Humber", "Dorset"], start=1)]
    guessed = judged(*rows, header="Area,Year,Position,Pay")
    assert {item.column: item.role for item in guessed.guesses}["Position"] == "value"
    assert all(0 < item.confidence <= 1 and item.why for item in guessed.guesses)
    chosen = judged(*rows, header="Area,Year,Position,Pay", choices=Choices(roles=(("Position", "ignore"),)))
    assert chosen.form == "long"
    assert chosen.observations["value"].tolist() == [10.0, 20.0]


WRONG = [
    (Choices(roles=(("Aera", "area"),)), "Area"),
    (Choices(roles=(("Area", "aera"),)), "area"),
    (Choices(geography="lep2017"), "lep-2017"),
    (Choices(areas=(("Humber", "E3700001"),)), "E37000010"),
    (Choices(compare="gav"), "gva"),
    (Choices(decimal=";"), "','|,"),
    (Choices(sum_to="nuts2"), "nuts2-2016|region"),
]


@pytest.mark.parametrize(("choices", "nearest"), WRONG)
def test_a_choice_that_cannot_be_names_the_nearest(choices: Choices, nearest: str) -> None:
    with pytest.raises(UnknownNameError, match=nearest):
        judged(*ROWS, choices=choices)


def test_a_period_for_all_rows_can_be_chosen() -> None:
    verdict = judged("Tees Valley,5", "Humber,6", header="Area,Value", choices=Choices(period="FY 2018-19"))
    assert set(verdict.observations["period"]) == {"2018-04/P1Y"}


def test_what_was_read_stays_known_when_the_file_cannot_be_read_to_the_end() -> None:
    verdict = judged("Tees Valley,5", "Humber,6", header="Area,Value")
    assert kinds(verdict) == ["no-period"]
    assert [item.role for item in verdict.guesses] == ["area", "value"]
    assert [area.area_code for area in verdict.areas] == ["E37000034", "E37000018"]


def test_a_choice_of_area_mends_an_ambiguous_one() -> None:
    verdict = judged(*ROWS, "LCR,2018,8", choices=Choices(areas=(("LCR", "E37000022"),)))
    assert verdict.ok
    assert verdict.observations["area_code"].tolist()[-1] == "E37000022"


def test_merged_districts_are_added_up_only_when_all_parts_are_there() -> None:
    data = (FOLDER / "old-codes-additive.csv").read_bytes()
    verdict = check(data, "x", choices=Choices(geography="lad-2023", additive=True))
    buckinghamshire = verdict.observations.query("area_code == 'E06000060'")
    assert buckinghamshire["value"].tolist() == [2692.0, 2743.0]  # 820 + 510 + 402 + 960, 835 + 522 + 411 + 975
    assert "E06000058" not in set(verdict.observations["area_code"])  # Christchurch alone is not the whole


def test_districts_are_added_up_to_leps_when_they_can_be() -> None:
    # Tees Valley: Hartlepool, Middlesbrough, Redcar and Cleveland, Stockton-on-Tees, Darlington
    tees = [f"E0600000{number},2018,{number}" for number in range(1, 6)]
    choices = Choices(geography="lad-2017", additive=True, sum_to="lep-2017")
    wholes = judged(*tees, header="Area,Year,Jobs", choices=choices).observations.query("geography_id == 'lep-2017'")
    assert wholes.set_index("area_code")["value"]["E37000034"] == 15.0
    assert wholes.set_index("area_code")["status"]["E37000027"] == "M"  # none of Oxfordshire's districts is there
    assert len(wholes) == 38


def test_a_divided_district_is_added_up_by_its_share_and_the_sum_is_an_estimate() -> None:
    names = ["Eastleigh", "Fareham", "Gosport", "Havant", "Portsmouth", "Southampton", "Isle of Wight"]
    single = [f"{name},2018,100" for name in names]
    parts = ["East Hampshire,2018,72", "New Forest,2018,114", "Test Valley,2018,71", "Winchester,2018,70"]
    choices = Choices(geography="lad-2017", additive=True, sum_to="lep-2017")
    found = judged(*single, *parts, header="Area,Year,Jobs", choices=choices).observations
    solent = found.query("geography_id == 'lep-2017' and area_code == 'E37000029'").iloc[0]
    assert solent["value"] == pytest.approx(700 + 14 + 46 + 26 + 22, abs=1e-3)  # small areas of each in Solent (ONS)
    assert solent["status"] == "E"


def test_districts_are_not_added_up_unless_the_analyst_says_so() -> None:
    verdict = judged("E06000001,2018,1", choices=Choices(geography="lad-2017", sum_to="lep-2017"))
    assert kinds(verdict) == ["not-additive"]
    assert len(verdict.observations) == 1


def test_a_suppressed_part_leaves_the_sum_without_a_value() -> None:
    tees = [f"E0600000{number},2018,{'c' if number == 3 else number}" for number in range(1, 6)]
    choices = Choices(geography="lad-2017", additive=True, sum_to="lep-2017")
    wholes = judged(*tees, choices=choices).observations.query("area_code == 'E37000034'")
    assert wholes["status"].tolist() == ["C"]
    assert wholes["value"].isna().all()


def test_a_series_of_another_magnitude_than_the_official_one_is_pointed_out() -> None:
    official = queries.figures("gva", "region", period="2016")
    rows = [f"{row.area_code},2016,{row.value / 1000}" for row in official.itertuples()]
    problem = judged(*rows, choices=Choices(compare="gva")).problems[0]
    assert problem.kind == "official"
    assert "about 0.001 times" in problem.message
    same = [f"{row.area_code},2016,{row.value}" for row in official.itertuples()]
    assert not kinds(judged(*same, choices=Choices(compare="gva")))


def test_a_description_names_the_series_and_allows_sums() -> None:
    described = Description(title="Creative firms", additive=True)
    data = b"Area,Year,Value\nE06000001,2018,1\n"
    verdict = check(data, "x", description=described, choices=Choices(geography="lad-2017", sum_to="lep-2017"))
    assert set(verdict.observations["indicator_id"]) == {"creative_firms"}
    assert "not-additive" not in kinds(verdict)


def test_a_header_above_nothing_known_is_guessed_by_content() -> None:
    verdict = judged("Tees Valley,2018,5.5", "Humber,2017,6.5", header="Wo,Wann,Wert")
    assert [item.role for item in verdict.guesses] == ["area", "period", "value"]


AREAS = ["Tees Valley", "Humber", "LCR", "E37000027", "Atlantis", "England", "Total", "E07000004", "E06000060"]
OTHERS = [
    "2018",
    "2018/19",
    "2018-13",
    "soon",
    "5",
    "5.5",
    "1,5",
    "£3m",
    "12%",
    "c",
    "..",
    "-",
    "12 / 13",
    "=1+1",
    "1e999",
    "A",
    "\u202e",
    "\x00",
    "'",
    "",
]
CELLS = st.sampled_from([*AREAS, *OTHERS])
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=12)


@given(TABLES, st.booleans())
@settings(deadline=None, max_examples=60)
def test_every_row_is_an_observation_or_listed(rows: list[list[str]], additive: bool) -> None:
    text = "\n".join(";".join(row) for row in [["Area", "Year", "Value", "Lower"], *rows])
    verdict = check(text.encode(), "x", choices=Choices(additive=additive, period="2018"))
    if not verdict.counts.get("rows") or verdict.preamble:
        return
    accounted = {*verdict.rows.tolist(), *verdict.left_out["row"].tolist()}
    accounted |= {problem.row for problem in verdict.problems if problem.kind in ("text-row", "blank-rows")}
    figures = [number for number, row in enumerate(rows, start=2) if row[0] and "".join(row[2:3]).strip("\u202e\x00")]
    fatal = {"no-area-column", "no-value-column", "no-period", "long-line"} & set(kinds(verdict))
    assert fatal or set(figures) <= accounted
    assert verdict.ok or any(problem.severity == "error" for problem in verdict.problems)
    validate(verdict.observations, name="x")


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@settings(deadline=None, max_examples=80)
def test_any_bytes_have_a_verdict(data: bytes) -> None:
    verdict = check(data, "x")
    validate(verdict.observations, name="x")
    assert verdict.ok == (verdict.counts["errors"] == 0)


@given(st.text(alphabet=",;\t|\"'\n\r\x00ab12 .£%Year", max_size=200))
@settings(deadline=None, max_examples=80)
def test_any_near_table_has_a_verdict(text: str) -> None:
    check(text.encode(), "x", choices=Choices(period="2018"))


def test_a_duplicate_and_a_sum_that_is_not_made_name_places_as_people_do() -> None:
    rows = "E37000018,2018/19,5\nHumber,2018/19,6\n"
    problem = check(f"LEP,Year,Value\n{rows}".encode(), "x.csv").problems[-1]
    assert problem.message == "Humber, 2018/19 has 5 in row 2 and 6 in row 3: keep one"
    districts = b"District,Year,Firms\nDarlington,2018,5\n"
    problems = check(districts, "x.csv", choices=Choices(additive=True, sum_to="lep-2017")).problems
    gaps = {problem.value: problem for problem in problems}
    tees = "four districts are missing (Hartlepool, Middlesbrough, Redcar and Cleveland, Stockton-on-Tees)"
    assert gaps["Tees Valley"].message == f"Tees Valley: {tees}"
    assert gaps["Tees Valley"].action == "add its figure as a row of your own"
    assert gaps["Solent"].message.count("East Hampshire") == 1


def test_figures_of_one_key_that_differ_are_all_left_out() -> None:
    rows = ["Tees Valley,2018,12.5", "Humber,2018,6", "Tees Valley,2018,12.5", "Tees Valley,2018,13.5", "Humber,2018,6"]
    verdict = judged(*rows, "Dorset,2018,1234567", "Dorset,2018,c")
    assert [str(problem) for problem in verdict.problems if problem.kind in ("duplicate", "repeated")] == [
        "row 6, column 'Value': Humber, 2018 stands in row 3 already, with the same figure",
        "row 2, column 'Value': Tees Valley, 2018 has 12.5 in row 2 and 13.5 in row 5 (3 rows in all): keep one",
        "row 7, column 'Value': Dorset, 2018 has 1,234,567 in row 7 and no figure in row 8: keep one",
    ]
    assert verdict.observations["value"].tolist() == [6.0]
    assert dict(zip(verdict.left_out["row"], verdict.left_out["kind"], strict=True)) == {
        **dict.fromkeys((2, 4, 5, 7, 8), "duplicate"),
        6: "repeated",
    }


def test_figures_of_one_key_in_one_row_are_named_by_their_columns() -> None:
    (problem,) = judged("Humber,5,6", header="LEP,2018/19,FY 2018-19").problems
    assert "has 5 in row 2, column '2018/19' and 6 in row 2, column 'FY 2018-19'" in problem.message


def test_many_differing_figures_are_counted() -> None:
    rows = [f"Humber,{year},{figure}" for figure in (1, 2) for year in range(1900, 2100)]
    more = [f"Dorset,{year},{figure}" for figure in (1, 2) for year in range(1900, 2000)]
    verdict = judged(*rows, *more, *ROWS[:1])
    assert verdict.not_listed["duplicate"] == 100
    assert (len(verdict.left_out), len(verdict.observations)) == (600, 1)


def test_a_mark_in_several_columns_is_one_notice_that_names_them() -> None:
    verdict = judged("Humber,n/a,1,n/a", "Dorset,2,n/a,c", header="LEP,2016,2017,2018")
    noted = [(item.value, item.row, item.rows, item.column) for item in verdict.problems]
    assert noted == [("n/a", 2, 3, "2016, 2017, 2018"), ("c", 3, 1, "2018")]


def test_a_line_above_the_table_stays_as_it_was_written() -> None:
    verdict = judged("Area,Year,Value", *ROWS, header="Firms, by LEP\nSource: ONS, survey of 1,200 firms\nSheet,2")
    assert verdict.preamble == ("Firms, by LEP", "Source: ONS, survey of 1,200 firms", "Sheet 2")
    assert verdict.description.source == "ONS, survey of 1,200 firms"


def test_names_are_counted_without_totals_and_blanks() -> None:
    verdict = judged(*ROWS, "Atlantis,2018,1", "Total,2018,19", ",2018,2")
    assert (verdict.counts["names_known"], verdict.counts["names"]) == (3, 4)
    assert "3 of 4 names of places are known" in as_text(verdict)


def test_problems_are_ordered_by_severity_and_row() -> None:
    verdict = judged("Total,2018,1", *ROWS, "Tees Vally,2017,1", "Dorset,2017,ten", "Atlantis,2017,1")
    assert [(item.severity, item.row) for item in ordered(verdict.problems)] == [
        ("error", 7),
        ("error", 8),
        ("warning", 2),
        ("notice", 6),
    ]


def test_a_part_of_a_merged_district_without_a_usable_figure_is_listed() -> None:
    data = b"code,Year,Firms\nE07000004,unknown,5\nE06000060,2018,6\n"  # Aylesbury Vale became part of Buckinghamshire
    verdict = check(data, "x.csv", choices=Choices(additive=True, geography="lad-2021"))
    assert verdict.left_out.to_numpy().tolist() == [[2, "Firms", "5", "not-a-period"]]
    assert verdict.observations["value"].tolist() == [6.0]


def test_what_is_left_out_is_listed_as_it_stands() -> None:
    verdict = check(b'LEP,2017,2018\nHumber, 1 to 2 ,5\nAtlantis,7,"=1+1"\nDorset,8,9\n', "x.csv")
    assert verdict.left_out.to_numpy().tolist() == [
        [2, "2017", " 1 to 2 ", "two-values"],
        [3, "2017", "7", "unmatched-area"],
        [3, "2018", "=1+1", "unmatched-area"],
    ]


def test_headings_inside_the_table_and_footnotes_below_it_are_listed() -> None:
    verdict = judged("North,,", ROWS[0], "South,,", *ROWS[1:], ",,", "Source: a survey,,")
    assert verdict.footnotes == ("Source: a survey",)
    assert verdict.left_out.to_numpy().tolist() == [[2, "", "", "text-row"], [4, "", "", "text-row"]]
    assert (verdict.counts["rows"], verdict.counts["blank"], verdict.counts["headings"]) == (7, 1, 2)


def test_text_alone_is_no_table() -> None:
    assert kinds(judged("One,,", "Two,,", choices=Choices(roles=(("Value", "value"),))))[-1] == "empty"
