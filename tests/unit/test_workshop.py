"""The workshop questions, as the reflections on the workshops of 2019 list them."""

from __future__ import annotations

from lis_data import queries


def test_four_foundations_have_four_questions_each() -> None:
    asked = queries.workshop_questions().query("number > 0")
    numbers = asked.groupby("foundation")["number"].agg(tuple).to_dict()
    assert numbers == dict.fromkeys(("business-environment", "ideas", "infrastructure", "people"), (1, 2, 3, 4))


def test_places_is_an_overlay_without_questions_of_its_own() -> None:
    (line,) = queries.workshop_questions().query("foundation == 'places'").to_dict("records")
    assert line["number"] == 0
    assert line["question"] == "Place was examined through its interaction with the other four pillars"


def test_every_question_names_its_source() -> None:
    assert set(queries.workshop_questions()["sources"]) == {"What Works Centre, workshop reflections (2019)"}


def test_the_third_question_on_people() -> None:
    questions = queries.workshop_questions().set_index(["foundation", "number"])
    assert questions.loc[("people", 3), "question"] == (
        "What to keep in mind when planning? State of the local economy against peers; supply or demand side case."
    )
