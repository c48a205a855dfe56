"""Stated figures against recomputed ones: publishers' figures and hand calculations, and the rule of the verdicts."""

from __future__ import annotations

import pandas as pd
import pytest

from lis_data import measures, statements
from lis_data.queries.ask import ask
from lis_data.statements.checks import checks


@pytest.fixture(scope="module")
def claims() -> pd.DataFrame:
    return statements.verdicts().set_index("statement_id")


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    return statements.figures()


def of(figures: pd.DataFrame, statement_id: str, *, number: int = 1) -> pd.Series:
    """A reading's figures by period, as the publisher's tables would round them."""
    rows = figures[(figures["statement_id"] == statement_id) & (figures["number"] == number)]
    return rows.set_index("period")["value"].round(2)


def test_every_statement_has_a_check_and_every_check_a_statement() -> None:
    assert list(checks()) == ask("select statement_id from statement order by 1")["statement_id"].tolist()


def test_every_row_has_a_figure_or_a_reason(claims: pd.DataFrame) -> None:
    silent = claims[(claims["recomputed"] == "") & (claims["why"] == "")]
    assert silent.empty
    assert (claims["says"] + claims["figure"]).str.len().min() > 10


def test_every_reading_has_figures(figures: pd.DataFrame) -> None:
    made = set(zip(figures["statement_id"], figures["reading"], strict=True))
    asked = {(key, reading.name) for key, check in checks().items() for reading in check.readings}
    assert made == asked


@pytest.mark.parametrize(
    ("statement_id", "tonnes"),
    # Department for Energy Security and Net Zero, 2023: kilotonnes of the districts over thousands of residents
    [("T003", 3.84), ("T047", 7.85), ("T050", 11.44)],
)
def test_an_aim_at_net_zero_has_its_own_places_emissions_with_it(
    claims: pd.DataFrame, statement_id: str, tonnes: float
) -> None:
    assert f"{tonnes} tonnes in 2023" in claims.loc[statement_id, "why"]


def test_cheshire_and_warrington_manufacturing_in_every_year(figures: pd.DataFrame) -> None:
    # ONS GVA by industry, C of the total of three districts, £ million; 2016: 530 + 2,169 + 4,545 = 7,244 of 29,935
    years = [str(year) for year in range(2010, 2019)]
    shares = [20.27, 20.78, 22.05, 23.11, 22.23, 23.00, 24.20, 21.80, 20.19]
    assert of(figures, "T014")[years].tolist() == shares


def test_two_and_a_half_times_the_national_average_is_2016_alone(figures: pd.DataFrame) -> None:
    # 24.20 / 9.83 (England) = 2.46; 24.20 / 10.22 (UK) = 2.37; 23.00 / 10.00 = 2.30 in 2015
    assert of(figures, "T015")[["2015", "2016"]].tolist() == [2.30, 2.46]
    assert of(figures, "T015", number=2)["2016"] == 2.37
    assert of(figures, "T016")["2016"] == 9.83


def test_no_year_gives_both_halves_of_the_sentence(figures: pd.DataFrame) -> None:
    first = figures[(figures["number"] == 1) & (figures["fit"] == "agrees")]
    share, times = (set(first.loc[first["statement_id"] == key, "period"]) for key in ("T014", "T015"))
    # 23.11% and 23.00% read 23%; 22.05%, 22.23%, 24.20% and 21.80% are close; 2.46 reads 2.5
    assert share == {"2013", "2015"}
    assert times == {"2016"}


def test_verdicts_on_cheshire_and_warrington(claims: pd.DataFrame) -> None:
    verdicts = claims["verdict"][["T014", "T015", "T016", "T017", "T018", "T020"]].tolist()
    assert verdicts == ["depends", "depends", "contradicted", "supported", "untestable", "supported"]


@pytest.mark.parametrize(
    ("statement_id", "period", "billions"),
    [
        ("T021", "2017", 41.81),  # Thames Valley Berkshire, ONS: 41,808
        ("T027", "2017", 101.28),  # 19 districts of the West Midlands strategy: 101,282
        ("T033", "2018", 14.945),  # Buckinghamshire: 14,945
        ("T036", "2015", 22.83),  # six districts of the combined authority: 22,828
        ("T048", "2019", 34.29),  # Liverpool City Region: 34,289
    ],
)
def test_sizes_of_economies(figures: pd.DataFrame, statement_id: str, period: str, billions: float) -> None:
    assert of(figures, statement_id)[period] == pytest.approx(billions, abs=0.006)


def test_output_gap_of_the_west_midlands_by_hand(figures: pd.DataFrame) -> None:
    # 2018: UK 1,920,289 / 66,435,550 people = £28,904.5; × 4,171,507 people = 120,575; less 104,223 = £16.35bn
    assert of(figures, "T028")["2018"] == 16.35


def test_output_gap_of_dorset_by_hand(figures: pd.DataFrame) -> None:
    # 2018: (UK £35.38 an hour − £31.29) × 587.6 million hours = £2.40bn
    assert of(figures, "T051")["2018"] == pytest.approx(2.40, abs=0.01)


def test_statistics_that_ons_published_have_been_revised(claims: pd.DataFrame) -> None:
    # London 44.14 an hour of the UK's 32.69 in 2015: 35.0% above, where ONS had 31%
    assert claims.loc["T059", "recomputed"] == "35.0% (2015)"
    assert set(claims["verdict"][["T059", "T060", "T061"]]) == {"revised"}
    assert "ONS published it in 2017" in claims.loc["T059", "why"]
    assert "stated 31%" in claims.loc["T059", "why"]


def test_pay_is_that_of_residents(claims: pd.DataFrame) -> None:
    # April 2023: Wandsworth £845 and Crawley £575 are the publisher's figures by residence
    assert "by where they live" in claims.loc["T052", "note"]
    assert "workplace" not in claims.loc["T052", "note"]
    description = ask("select description from indicator where indicator_id = 'median_weekly_pay'").iloc[0, 0]
    assert "who live in the area" in description


def test_one_figure_stated_for_three_leps_is_one_statement(claims: pd.DataFrame) -> None:
    # the West Midlands' strategy states £99bn and £16.9bn once, for three LEPs: rows T027 to T032
    assert claims.loc["T027", "statement_ids"] == ["T027", "T029", "T031"]
    assert claims.loc["T028", "statement_ids"] == ["T028", "T030", "T032"]
    assert claims.loc["T027", "places"] == [
        "Black Country",
        "Coventry and Warwickshire",
        "Greater Birmingham and Solihull",
    ]
    assert not {"T029", "T030", "T031", "T032"} & set(claims.index)


@pytest.mark.parametrize("statement_id", ["T008", "T009", "T010", "T026"])
def test_a_count_copied_from_the_document_is_no_evidence_for_it(claims: pd.DataFrame, statement_id: str) -> None:
    assert claims.loc[statement_id, "verdict"] == "untestable"
    assert "compiled from" in claims.loc[statement_id, "why"] or "same page" in claims.loc[statement_id, "why"]


def test_every_verdict_of_a_statement_is_one_sentence_with_its_years(claims: pd.DataFrame) -> None:
    tested = claims[claims["verdict"].isin(["supported", "close", "depends", "revised", "contradicted"])]
    assert tested["why"].str.count(r"\.(?: [A-Z]|$)").eq(1).all()
    assert tested["why"].str.contains(r"\b20\d\d\b").all()


def test_a_statement_is_close_where_a_reading_is_and_none_is_off(claims: pd.DataFrame) -> None:
    # Humber: manufacturing 25.0% in 2016, as stated; GVA £20.1bn in 2018, stated £20.23bn
    assert claims.loc["T049", "verdict"] == "close"
    assert claims.loc["T043", "verdict"] == "supported"  # New Anglia £36.4bn in 2017 reads £36bn


def test_a_figure_between_its_bounds_cannot_be_judged(claims: pd.DataFrame) -> None:
    # Leeds City Region 2018: West Yorkshire 56.31 + York 6.35 + Barnsley 3.82 = 66.5; + North Yorkshire 14.48 = 81.0
    assert claims.loc["T040", "verdict"] == "untestable"
    assert "£66.5bn to £81.0bn in 2018" in claims.loc["T040", "why"]


def test_aims_of_the_programme_were_missed(claims: pd.DataFrame) -> None:
    # nine LEPs with an agreed strategy by 31 March 2020, of 38; none of wave 1 by 31 March 2019
    assert claims["progress"][["T005", "T006", "T007"]].tolist() == ["missed"] * 3
    assert "23.7% when it was due" in claims.loc["T005", "why"]
    assert "0 LEPs when it was due, 8 LEPs by 31 March 2021" in claims.loc["T006", "why"]


def test_doublings_are_on_track_only_in_prices_of_each_year(claims: pd.DataFrame) -> None:
    mixed = claims.index[claims["progress"] == "mixed"]
    real = [any(reading.indicator == "gva_cvm" for reading in checks()[key].readings) for key in mixed]
    assert all(real)
    assert list(mixed) == ["T019", "T037", "T039", "T056", "T057"]


def test_where_even_steps_would_be() -> None:
    # Dorset: 17 + (35.6 − 17) · (2023 − 2018) / (2038 − 2018) = 21.65; 23.53 of the way (23.53 − 17) / 18.6 = 35%
    row = statements.readings().query("statement_id == 'T056' and number == 1").iloc[0]
    assert (row["expected"], round(row["way"]), row["time"]) == (21.65, 35, 25)


def test_sums_of_chained_volumes_are_called_estimates(figures: pd.DataFrame) -> None:
    ours = figures[figures["indicator_id"] == "gva_cvm"]
    assert set(ours["status"]) == {"E"}


@pytest.mark.parametrize(
    ("value", "stated", "decimals", "fit"),
    [
        (23.2, 23, 0, "agrees"),
        (24.15, 23, 0, "close"),  # both read 24, which is 4.3% off 23: no edge between them
        (24.2, 23, 0, "close"),
        (24.6, 23, 0, "off"),  # reads 25, 8.7% off
        (1.4, 1, 0, "agrees"),  # rounds to 1
        (2.46, 2.5, 1, "agrees"),
        (2.37, 2.5, 1, "close"),  # reads 2.4; 5% of 2.5 is 0.125
        (2.34, 2.5, 1, "off"),  # reads 2.3
        (-3.14, -3, 0, "agrees"),
        (None, 3, 0, None),
    ],
)
def test_the_rule_of_agreement(value: float | None, stated: float, decimals: int, fit: str | None) -> None:
    found = measures.fit(pd.Series([value], dtype="float"), stated=stated, decimals=decimals).iloc[0]
    assert pd.isna(found) if fit is None else found == fit


@pytest.mark.parametrize(
    ("stated", "decimals", "ends"), [(23, 0, (21.5, 24.5)), (2.5, 1, (2.35, 2.65)), (1, 0, (0.5, 1.5))]
)
def test_the_band_holds_what_reads_close(stated: float, decimals: int, ends: tuple[float, float]) -> None:
    # 5% of 23 is 1.15: 22 to 24; of 2.5 it is 0.125: 2.4 to 2.6; of 1 it is less than a unit
    assert measures.close_range(stated, decimals=decimals) == pytest.approx(ends)
