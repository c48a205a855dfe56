"""The page of an analyst's own indicators: each state says what it found, and every answer counts at once."""

from __future__ import annotations

import pandas as pd
from streamlit.testing.v1 import AppTest

from lis_data import intake, uploads
from lis_data.intake import Choices, DescribedSeries, Description, describe
from pages.ui.views.uploads import describing
from tests.pages.opening import opened, title

PAGE = "pages/11_Your_own_indicators.py"
LEPS = "LEP,Year,Firms\nTess Valey,2018,5\nGreater Manchester,2018,7\n"
THREE = "LEP,Year,Firms,Jobs,Homes\nTees Valley,2018,5,6,7\nHumber,2018,7,8,9\n"
TEES_VALLEY = ("Darlington", "Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees")
"""The districts of the Tees Valley LEP, each of which is wholly inside."""
DISTRICTS = "District,Year,Firms\n" + "".join(f"{name},2018,{many}\n" for many, name in enumerate(TEES_VALLEY, start=1))
BOTH = "LEP,Year,Firms\nTees Valley,2018,5\nHumber,2018,7\n"
SIDE = "A side file (JSON) that this page wrote"
COUNTS = "The figures are counts or amounts: districts can be added up (not rates, shares or averages)"


def test_the_example_is_stated_in_the_title() -> None:
    page = _pressed(opened(PAGE), "Try it with an example")
    assert title(page) == "36 of 38 places understood: 2 need your choice"
    assert "108 figures of 2016 to 2018 can be used" in _text(page)


def test_a_choice_counts_at_once_and_can_be_taken_back() -> None:
    page = _given(LEPS)
    assert title(page) == "1 of 2 places understood: 1 needs your choice"
    _pressed(page, "It is Tees Valley")
    assert title(page) == "Both places understood: ready to describe"
    _pressed(page, "Take back")
    assert title(page) == "1 of 2 places understood: 1 needs your choice"


def test_good_rows_are_stored_only_when_that_is_said() -> None:
    page = _given(LEPS)
    assert _button(page, "Add to my indicators").disabled
    _ticked(page, "Keep the 1 good figure and leave 1 out")
    assert not _button(page, "Add to my indicators").disabled


def test_what_is_added_is_said_with_how_many_places_it_has() -> None:
    page = _given("LEP,Year,Creative <b>firms</b>\nTees Valley,2018,5\nHumber,2018,7\n")
    _pressed(page, "Add to my indicators")
    assert title(page) == "Creative <b>firms</b>: on the map for 2 of 38 LEPs"
    assert "<b>" not in page.title[0].value  # it is escaped, and so is text


def test_what_no_map_can_show_is_stored_without_a_link_to_one() -> None:
    page = _given("LEP,Year,Industry,Farms\nTees Valley,2018,A,5\nHumber,2018,A,7\n")
    _pressed(page, "Add to my indicators")
    assert title(page) == "Farms: kept, but no map can show it"
    assert not [link for link in page.get("page_link") if link.proto.label == "See it on the map"]


def test_a_file_of_totals_alone_names_no_place() -> None:
    page = _given("LEP,Year,Firms\nTotal,2018,5\nTotal,2019,7\n")
    assert title(page) == "No single place is named: its rows are totals or blank"


def test_an_emptied_cell_of_a_series_is_empty_text() -> None:
    rows = pd.DataFrame([vars(DescribedSeries("firms", "Firms", "firms", foundation="ideas"))]).set_index(
        "indicator_id"
    )
    rows.iloc[0, [1, 4]] = None  # as Streamlit hands over what was emptied
    assert describing.said("firms", rows.to_dict("index")["firms"]) == DescribedSeries("firms", "Firms")


def test_what_was_edited_of_a_series_is_not_put_upon_another() -> None:
    page = _taken(_given(THREE), Firms="ignore", Jobs="value", Homes="value")
    before = _editor(page)
    _taken(page, Firms="value", Jobs="ignore", Homes="value")
    assert _editor(page) != before


def test_pickers_and_fields_show_what_is_understood_now() -> None:
    page = _taken(_given(THREE), Firms="ignore", Jobs="ignore")
    assert next(item.value for item in page.text_input if item.label == "Title") == "Homes"
    _taken(page, Jobs="value")  # now the only column of figures: the others were not chosen
    roles = {item.label: item.value for item in page.selectbox if item.label in ("Firms", "Jobs", "Homes")}
    assert roles == {"Firms": "ignore", "Jobs": "value", "Homes": "ignore"}
    assert next(item.value for item in page.text_input if item.label == "Title") == "Jobs"


def test_of_many_columns_those_without_a_picker_can_be_changed_too() -> None:
    kinds = [f"Kind {number}" for number in range(9)]
    page = _given(f"LEP,Year,{','.join(kinds)}\nHumber,2018{',1' * 9}\n")
    number = page.session_state["draft"].number
    page.session_state[f"draft-{number}-all-columns"] = True
    page.run()
    others = next(item for item in page.selectbox if item.label == "Column to change")
    assert others.options == kinds[-3:]
    others.select(others.options[0]).run()
    assert not page.exception


def test_a_file_that_is_no_table_says_what_it_is() -> None:
    page = _given("%PDF-1.7 …", name="report.csv")
    assert title(page) == "Not read yet: this is a PDF"
    assert "as CSV" in page.dataframe[0].value["What to do"].iloc[0]


def test_another_role_of_a_column_can_be_undone() -> None:
    page = _given(LEPS)
    role = next(item for item in page.selectbox if item.label == "Year")
    role.set_value("ignore").run()
    assert title(page) == "Not read yet: nothing says which period the figures are of"
    _pressed(page, "Undo the last answer")
    assert title(page) == "1 of 2 places understood: 1 needs your choice"


def test_a_side_file_restores_the_answers() -> None:
    answers = describe.write(Description("Creative firms", "firms"), Choices(areas=(("Tess Valey", "E37000034"),)))
    page = opened(PAGE)
    _uploader(page, SIDE).set_value(("a.json", answers.encode(), "text/json")).run()
    _give(page, LEPS)
    assert title(page) == "Both places understood: ready to describe"
    assert [item.value for item in page.text_input if item.label in ("Title", "Unit")] == ["Creative firms", "firms"]


def test_districts_are_added_up_when_that_is_said_and_the_sums_come_first() -> None:
    page = _given(DISTRICTS)
    _ticked(page, COUNTS)
    next(item for item in page.selectbox if item.label == "Add them up to").set_value("lep-2017").run()
    assert "1 of 38 LEPs has a sum" in _text(page)
    assert "6 figures of 2018 can be used (5 read and 1 added up)" in _text(page)
    _pressed(page, "Add to my indicators")
    assert title(page) == "Firms: on the map for 1 of 38 LEPs and 5 of 309 districts"
    query = next(link.proto.query_string for link in page.get("page_link") if link.proto.label == "See it on the map")
    assert "geography=lep-2017" in query
    assert "totals are not compared between places" in _text(page)


def test_of_several_series_each_says_whether_it_can_be_added_up() -> None:
    description = Description(
        "Firms", series=(DescribedSeries("firms", "Firms", additive=True), DescribedSeries("rate", "Rate"))
    )
    page = opened(PAGE)
    _uploader(page, SIDE).set_value(("a.json", describe.write(description, Choices()).encode(), "text/json")).run()
    rows = "".join(f"{name},2018,{many},1\n" for many, name in enumerate(TEES_VALLEY, start=1))
    _give(page, f"District,Year,Firms,Rate\n{rows}")
    assert "1 of 2 series can be added up" in _text(page)
    next(item for item in page.selectbox if item.label == "Add them up to").set_value("lep-2017").run()
    assert "11 figures of 2018 can be used (10 read and 1 added up)" in _text(page)


def test_whether_figures_can_be_added_up_is_asked_once() -> None:
    page = _given(DISTRICTS)
    assert [item.label for item in page.checkbox if "added up" in item.label] == [COUNTS]
    assert len([item for item in _given(BOTH).checkbox if "added up" in item.label]) == 1


def test_a_rerun_does_not_check_the_file_again() -> None:
    page = _given(LEPS)
    before = page.session_state["draft-verdict"]
    page.run()
    assert page.session_state["draft-verdict"] is before


def test_an_update_says_what_differs_and_an_earlier_version_comes_back() -> None:
    page = _pressed(_given(LEPS), "It is Tees Valley")
    _pressed(page, "Add to my indicators")
    _pressed(page, "Update with a new file")
    _give(page, LEPS.replace("2018,7", "2018,8") + "Humber,2018,9\n")
    assert title(page) == "All 3 places understood: ready to describe"
    assert "1 of 2 figures differs: Greater Manchester 2018: 7 → 8 firms. " in _text(page)
    assert "1 is new and 0 are gone" in _text(page)
    _pressed(page, "Save it as a new version")
    versions = next(item for item in page.selectbox if item.label == "Version that is shown")
    assert versions.value == 2
    versions.set_value(1).run()
    assert "Version 1 is shown everywhere now." in [item.value for item in page.success]


def test_what_is_said_of_the_series_can_be_undone_too() -> None:
    page = _given(BOTH)
    _field(page, "Title").set_value("Companies").run()
    _field(page, "Unit").set_value("companies").run()
    _pressed(page, "Undo the last answer")
    assert [_field(page, name).value for name in ("Title", "Unit")] == ["Companies", "firms"]
    _pressed(page, "Undo the last answer")
    assert _field(page, "Title").value == "Firms"
    assert _button(page, "Undo the last answer").disabled


def test_what_is_put_away_leaves_no_word_of_an_earlier_upload() -> None:
    page = _pressed(_given(BOTH), "Add to my indicators")
    _pressed(page, "Bring more figures")
    _pressed(_give(page, LEPS), "Put this file away")
    assert title(page) == "1 upload of yours stands on the map beside the official figures"


def test_problems_are_in_the_order_of_the_file_with_integers() -> None:
    page = _given("LEP,Year,Firms\nTees Valley,2018,5\nNowhere,2018,6\nHumber,2018,many\n")
    rows = next(item.value for item in page.dataframe if "What is wrong" in item.value)
    assert rows["Row"].tolist() == [3, 4]
    assert str(rows["Row"].dtype) == "Int64"


def test_an_owners_link_welcomes_back_with_the_uploads() -> None:
    owner = uploads.new_owner()
    for text in (BOTH, LEPS):
        uploads.save(intake.check(text.encode(), "firms.csv"), text.encode(), Choices(), owner=owner)
    page = opened(PAGE, owner=owner)
    assert title(page) == "Welcome back: 2 uploads"
    assert [item.value for item in page.subheader] == ["Firms", "Firms"]


def test_series_that_reach_differently_far_say_so_each() -> None:
    page = _given("LEP,Year,Firms,Jobs\nTees Valley,2018,5,6\nHumber,2018,7,..\n")
    _pressed(page, "Add to my indicators")
    assert "Firms, 2 of 38 LEPs:" in _text(page)
    assert "Jobs, 1 of 38 LEPs:" in _text(page)
    assert "3 figures · 1 missing" in _text(page)


def _taken(page: AppTest, **roles: str) -> AppTest:
    """The page after columns were said to be something else."""
    for column, role in roles.items():
        next(item for item in page.selectbox if item.label == column).set_value(role).run()
    assert not page.exception
    return page


def _editor(page: AppTest) -> str:
    """The id of the editor of the series."""
    return str(next(item.proto.id for item in page.dataframe if "indicator_id" in item.value.index.names))


def _given(text: str, *, name: str = "firms.csv") -> AppTest:
    """The page after a file was given."""
    return _give(opened(PAGE), text, name=name)


def _give(page: AppTest, text: str, *, name: str = "firms.csv") -> AppTest:
    _uploader(page, "Drop a table here, or choose one").set_value((name, text.encode(), "text/csv")).run()
    assert not page.exception
    return page


def _uploader(page: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(item for item in page.file_uploader if item.label == label)


def _field(page: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(item for item in page.text_input if item.label == label)


def _button(page: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(item for item in page.button if item.label == label)


def _pressed(page: AppTest, label: str) -> AppTest:
    _button(page, label).click().run()
    assert not page.exception
    return page


def _ticked(page: AppTest, label: str) -> None:
    next(item for item in page.checkbox if item.label == label).check().run()
    assert not page.exception


def _text(page: AppTest) -> str:
    return " ".join(item.value.replace("\\", "") for item in (*page.markdown, *page.caption))


def test_districts_are_compared_where_they_have_figures() -> None:
    page = _given("District,Year,Firms per head\nDarlington,2021,5\nHartlepool,2021,7\nMiddlesbrough,2021,6\n")
    _pressed(page, "Add to my indicators")
    compared = next(link.proto for link in page.get("page_link") if link.proto.label == "Compare places")
    assert "lad-2021" in compared.query_string
    assert "E06000001" in compared.query_string  # Hartlepool, and not Adur, which is the first of the alphabet


def test_a_derived_series_is_stored_with_its_formula() -> None:
    page = _given("LEP,Year,Firms,Jobs\nTees Valley,2018,5,50\nHumber,2018,7,70\n")
    _pressed(page, "Add to my indicators")
    fold = next(key for key in (item.key for item in page.button) if key and key.startswith("update-"))
    upload_id = fold.removeprefix("update-")
    page.session_state[f"derive-{upload_id}"] = True
    page.run()
    page.selectbox(key=f"derive-by-{upload_id}").set_value(f"u-{upload_id}-jobs").run()
    assert "100 × Firms ÷ Jobs" in _text(page)
    _pressed(page, "Keep it in a new version")
    assert "is kept, in a new version" in " ".join(item.value for item in page.success)
    assert "3 series" in _text(page)


def test_very_many_unknown_names_are_one_line_and_settled_at_once() -> None:
    names = [f"Nowhere {first}{second}" for first in "abcdefghij" for second in "klmnopqrst"]
    page = _given("LEP,Year,Firms\nTees Valley,2018,5\n" + "".join(f"{name},2018,7\n" for name in names))
    assert "“Nowhere ak”, “Nowhere al”, “Nowhere am” and 97 more, in 100 rows." in _text(page)
    assert not [box for box in page.selectbox if "Nowhere" in box.label]
    assert any("The first of 100 such: " in frame.value.to_string() for frame in page.dataframe)
    _pressed(page, "Leave the rows of all 100 names out")
    assert title(page).startswith("1 of 101 places understood")
    assert not [item for item in page.button if item.label.startswith("Leave the rows of all")]


def test_half_of_a_conflicting_pair_is_never_stored() -> None:
    page = _given("LEP,Year,Firms\nTees Valley,2018,5\nTees Valley,2018,6\nHumber,2018,7\n")
    assert [box.label for box in page.checkbox if box.label.startswith("Keep the")] == [
        "Keep the 1 good figure and leave 2 out"
    ]


def test_a_stored_description_is_edited() -> None:
    page = _given("LEP,Year,Firms\nTees Valley,2018,5\nHumber,2018,7\n")
    _pressed(page, "Add to my indicators")
    upload_id = next(item.key for item in page.button if item.key and item.key.startswith("update-"))[7:]
    page.session_state[f"edit-{upload_id}"] = True
    page.run()
    next(item for item in page.text_input if item.label == "Title").set_value("Companies")
    _pressed(page, "Keep it in a new version")
    assert "The description is changed" in " ".join(item.value for item in page.success)
    assert "Companies" in " ".join(item.value for item in page.subheader)
    assert "version 2 of 2" in _text(page)
