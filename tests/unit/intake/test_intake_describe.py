"""The description of a series: its guesses, and the side file that restores all answers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lis_data.errors import LisError
from lis_data.intake import Choices, Description, check
from lis_data.intake.describe import read, write
from lis_data.intake.names import unit_in

CHOICES = Choices(
    roles=(("Ort", "area"), ("Jahr", "period"), ("Wert", "value")),
    areas=(("LCR", "E37000022"), ("Atlantis", "")),
    geography="lep-2017",
    decimal=",",
    additive=True,
)
DESCRIBED = Description(
    "Creative firms", "firms", 0, "higher", "ideas", True, "Our survey", "OGL v3.0", "2 in 3 answered"
)


def test_a_side_file_restores_all_answers() -> None:
    assert read(write(DESCRIBED, CHOICES)) == (DESCRIBED, CHOICES)


def test_a_side_file_is_csv_on_the_web() -> None:
    record = json.loads(write(DESCRIBED, CHOICES, url="firms.csv"))
    assert record["@context"] == "http://www.w3.org/ns/csvw"
    assert record["url"] == "firms.csv"
    assert [column["titles"] for column in record["tableSchema"]["columns"]] == ["Ort", "Jahr", "Wert"]


def test_next_months_file_is_read_with_last_months_answers() -> None:
    described, choices = read(write(DESCRIBED, CHOICES))
    data = b"Ort;Jahr;Wert\nLCR;2018;1,5\nAtlantis;2018;2\nHumber;2018;3\n"
    verdict = check(data, "x.csv", choices=choices, description=described)
    assert verdict.ok
    assert verdict.observations["area_code"].tolist() == ["E37000022", "E37000018"]
    assert verdict.observations["indicator_id"].tolist() == ["creative_firms"] * 2


GUESSED = [
    ("Area,Year,GVA (£m)\nHumber,2018,5.25\n", "GVA", "£m", 2, True),
    ("Area,Year,Unemployment rate\nHumber,2018,5.5%\n", "Unemployment rate", "%", 1, False),
    ("Area,Year,Value\nHumber,2018,5\n", "Street survey 2018", "", 0, False),
    ("Number of firms (thousand)\n\nArea,2017,2018\nHumber,5,6\n", "Number of firms", "thousand", 0, True),
    ("Productivity survey (£ per hour)\n\nArea,2017\nHumber,5\n", "Productivity survey", "£ per hour", 0, False),
    ("Jobs in the arts, 2018\n\nArea,2017\nHumber,5\n", "Jobs in the arts, 2018", "jobs", 0, True),
    ("Jobs density\n\nArea,2017\nHumber,0.5\n", "Jobs density", "", 1, False),
]

OGL = "Open Government Licence"
SOURCES = [
    ("Source: ONS (Open Government Licence v3.0)", "", "ONS", f"{OGL} v3.0"),
    ("Source: ONS; licensed under the Open Government Licence v3.0.", "", "ONS", f"{OGL} v3.0"),
    ("Source,Our own survey (postal)", "", "Our own survey (postal)", ""),
    ("", "Source: ONS; OGL version 2.0", "ONS", f"{OGL} v2.0"),
    ("Sourced with care (open government licence)", "", "", OGL),
]


@pytest.mark.parametrize(("above", "below", "source", "licence"), SOURCES)
def test_a_line_of_the_source_gives_source_and_licence_and_no_unit(
    above: str, below: str, source: str, licence: str
) -> None:
    lines = f"Creative work\n{above}\n\nArea,Year,Value\nHumber,2018,5\nDorset,2018,6\n{below}\n"
    found = check(lines.encode(), "x.csv").description
    assert (found.source, found.licence, found.unit) == (source, licence, "")


UNITS = [
    ("GVA (£m)", "£m"),
    ("GVA (£ million)", "£m"),
    ("Jobs in games (% of jobs)", "% of jobs"),
    ("Number of firms (thousand)", "thousand"),
    ("Waste (kilotonnes)", "kilotonnes"),
    ("Enterprises (per 1,000 people)", "per 1,000 people"),
    ("Employment rate %", "%"),
    ("Employment rate (aged 16 to 64)", ""),  # the title that NOMIS gives it; in brackets stands who is counted
    ("Gross Value Added (Balanced)", ""),
    ("Jobs (2018)", ""),
    ("Employment rate (aged 16 to 64) (%)", "%"),
]


@pytest.mark.parametrize(("title", "unit"), UNITS)
def test_the_unit_in_a_title(title: str, unit: str) -> None:
    assert unit_in(title) == unit


def test_the_line_that_tells_a_spreadsheet_the_separator_is_no_title() -> None:
    verdict = check(b"sep=;\nArea;Year;Value\nHumber;2018;1,5\n", "Street survey.csv")
    assert (verdict.description.title, verdict.preamble) == ("Street survey", ())
    assert verdict.observations["value"].tolist() == [1.5]


@pytest.mark.parametrize(("text", "title", "unit", "decimals", "additive"), GUESSED)
def test_guesses(text: str, title: str, unit: str, decimals: int, additive: bool) -> None:
    found = check(text.encode(), "street-survey_2018.csv").description
    assert (found.title, found.unit, found.decimals, found.additive) == (title, unit, decimals, additive)


FAULTS = [
    (Description(), "title is empty"),
    (Description("x", polarity="up"), "'up' is not a polarity; use higher, lower, neither"),
    (Description("x", foundation="idea"), "'idea' is not a foundation; use ideas, people"),
    (Description("x", decimals=9), "9 is not a number of decimals"),
]


@pytest.mark.parametrize(("described", "fault"), FAULTS)
def test_a_description_says_what_is_wrong_with_it(described: Description, fault: str) -> None:
    assert fault in described.faults()[0]
    assert not DESCRIBED.faults()


BROKEN = ["", "[]", "{", '{"tableSchema": 1}', '{"answers": {"additive": "yes"}}', "[" * 10_000]


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_side_file_is_refused_in_words(text: str) -> None:
    with pytest.raises(LisError, match="side file"):
        read(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_any_json_is_a_side_file_or_refused(record: object) -> None:
    try:
        read(json.dumps({"tableSchema": record, "answers": record, "description": record}))
    except LisError as error:
        assert "side file" in str(error)


def test_a_title_is_one_line_whatever_a_side_file_says() -> None:
    described = Description(title="Firms\n\n# Not a heading")
    assert check(b"LEP,year,value\nHumber,2018,1\n", "x.csv", description=described).description.title == (
        "Firms # Not a heading"
    )
