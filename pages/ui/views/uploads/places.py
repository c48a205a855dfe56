"""The third step: which place each name means. Certain ones are folded away, the others are asked."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import streamlit as st

from geo import areas
from geo.areas import GEOGRAPHIES
from geo.membership import membership
from lis_data.intake import Area, Verdict
from lis_data.intake.areas import known_in
from lis_data.wording import count
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.uploads import draft, text
from pages.ui.views.uploads.draft import Draft

_MOST_ASKED = 8
"""Names that are asked at a time; the next ones follow when these are decided."""
_NAMED, _SAMPLE = 3, 200
"""Names that stand in the line of very many, and how many are looked up in other geographies."""
_LEAVE = ""
_LEAST, _MOST, _USUAL = 76, 99, 85
"""Likenesses of 100 between which one says from where on the best match is good enough."""


def show(current: Draft, verdict: Verdict) -> None:
    """The names that wait, those decided, those known, and whether districts are to be added up."""
    waiting = text.to_choose(verdict)
    decided = [area for area in verdict.areas if area.cell in dict(current.choices.areas)]
    frame.section(text.waiting(verdict))
    if waiting:
        _accept_all(current, waiting)
        if len(waiting) > _MOST_ASKED:
            _many(current, verdict, waiting)
        else:
            _ask_each(current, verdict, waiting)
    if decided:
        _decided(current, decided)
    _known(current, verdict)
    _sums(current, verdict)


def _ask(current: Draft, area: Area, geography_id: str) -> None:
    """One name: its best match to accept, or any area, or leave its rows out."""
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    scores = {code: f"{name} · {score:.0f}% alike" for code, name, score in area.candidates}
    if area.decision == "ambiguous":
        scores = {code: name for code, name, _ in area.candidates}
    names = pickers.names(geography_id)
    options = {
        **{code: score for code, score in scores.items() if code in names},
        _LEAVE: "Leave its rows out",
        **{code: name for code, name in names.items() if code not in scores},
    }
    key = current.key(f"area-{area.cell}")
    with left:
        st.selectbox(
            plain(text.cell(area)),
            list(options),
            index=None,
            format_func=options.__getitem__,
            key=key,
            placeholder=_placeholder(area),
            on_change=lambda: _take(area.cell, key),
            help=plain(_why(area)),
        )
    if area.decision == "doubtful":
        code, name, _ = area.candidates[0]
        with right:
            st.button(
                f"It is {plain(name)}",
                key=current.key(f"yes-{area.cell}"),
                icon=":material/check:",
                on_click=draft.choose_areas,
                args=({area.cell: code},),
            )


def _placeholder(area: Area) -> str:
    if not area.candidates:
        return "Not yet chosen: search for a place"
    if area.decision == "ambiguous":
        return f"Not yet chosen: one of {len(area.candidates)}"
    _, name, score = area.candidates[0]
    return f"Not yet chosen: {name}, {score:.0f}% alike?"


def _why(area: Area) -> str:
    """Why a name is not taken for a place without asking."""
    return {
        "doubtful": "It is spelt too unlike any name to be sure.",
        "ambiguous": "It stands for more than one place.",
        "split": "It was made of several areas of this geography.",
    }.get(area.decision, f"No place here is called so, or nearly so{area.why}.")


def _take(cell: str, key: str) -> None:
    draft.choose_areas({cell: st.session_state[key]})


def _accept_all(current: Draft, waiting: list[Area]) -> None:
    """Where several are doubtful: accept the best match of each that is alike enough."""
    doubtful = [area for area in waiting if area.decision == "doubtful"]
    if len(doubtful) < 2:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        least = st.slider(
            "Alike at least (of 100)", _LEAST, _MOST, _USUAL, key=current.key("least"), width=260, format="%d%%"
        )
        best = {area.cell: area.candidates[0][0] for area in doubtful if area.candidates[0][2] >= least}
        st.button(
            f"Accept {count(len(best), 'best match', 'best matches')}",
            key=current.key("accept-all"),
            icon=":material/done_all:",
            disabled=not best,
            on_click=draft.choose_areas,
            args=(best,),
        )


def _ask_each(current: Draft, verdict: Verdict, waiting: list[Area]) -> None:
    for area in waiting[:_MOST_ASKED]:
        _ask(current, area, verdict.geography)
    if len(waiting) > _MOST_ASKED:
        rest = len(waiting) - _MOST_ASKED
        st.caption(f"{count(rest, 'more name', 'more names')} will be asked when these are decided.")


def _many(current: Draft, verdict: Verdict, waiting: list[Area]) -> None:
    """One line of the names that wait, with ways to settle all of them: read as another geography, left out, or asked
    one by one.
    """
    first = ", ".join(f"“{area.cell[:40]}”" for area in waiting[:_NAMED])
    st.markdown(plain(f"{first} and {len(waiting) - _NAMED:,} more, in {sum(area.rows for area in waiting):,} rows."))
    _other_geographies(current, verdict, waiting)
    _leave_all(current, waiting)
    frame.fold(
        "Decide them one by one",
        lambda: _ask_each(current, verdict, waiting),
        key=current.key("one-by-one"),
        icon=":material/checklist:",
    )


def _other_geographies(current: Draft, verdict: Verdict, waiting: list[Area]) -> None:
    """Buttons that read the file as a geography that knows most of the names that wait."""
    asked = waiting[:_SAMPLE]
    found = Counter(key for area in asked for key in {key for key, _ in known_in(area.cell)})
    better = [key for key, many in found.most_common() if 2 * many > len(asked) and key != verdict.geography]
    for key in better[:2]:
        st.button(
            f"Read them as {GEOGRAPHIES[key].title}",
            key=current.key(f"as-{key}"),
            icon=":material/map:",
            on_click=draft.choose,
            kwargs={"geography": key},
        )


def _leave_all(current: Draft, waiting: list[Area]) -> None:
    st.button(
        f"Leave the rows of all {len(waiting)} names out",
        key=current.key("leave-all"),
        icon=":material/block:",
        on_click=draft.choose_areas,
        args=({area.cell: _LEAVE for area in waiting},),
    )


def _decided(current: Draft, decided: list[Area]) -> None:
    """What was chosen here, each to be taken back."""
    st.markdown(f"**{count(len(decided), 'name')} decided by you**")
    for area in decided[: 2 * _MOST_ASKED]:
        with st.container(horizontal=True, vertical_alignment="center"):
            means = plain(area.name) if area.area_code else "left out"
            st.markdown(f"{plain(text.cell(area))}: **{means}**", width="content")
            st.button(
                "Take back",
                key=current.key(f"back-{area.cell}"),
                icon=":material/undo:",
                type="tertiary",
                help=plain(f"Ask again what “{area.cell[:60]}” means"),
                on_click=draft.choose_areas,
                args=({area.cell: None},),
            )
    if len(decided) > 2 * _MOST_ASKED:
        st.caption(f"… and {len(decided) - 2 * _MOST_ASKED} more, in the table of all names below.")


def _known(current: Draft, verdict: Verdict) -> None:
    known = [area for area in text.named(verdict) if area.decision in text.KNOWN]
    if not known:
        return
    near = sum(area.match == "near" for area in known)
    title = f"{count(len(known), 'name is', 'names are')} known"
    title += f", {near} of them from a spelling that is nearly right" if near else ""
    frame.fold(
        title, lambda: _known_table(current, known, verdict.geography), key="known-names", icon=":material/check:"
    )


def _known_table(current: Draft, known: list[Area], geography_id: str) -> None:
    """How each name was read, those that were not spelt right first, and a picker to read one otherwise."""
    order = sorted(known, key=lambda area: (area.score, area.cell))
    table = pd.DataFrame(
        {
            "In the file": [area.cell for area in order],
            "Read as": [area.name for area in order],
            "Code": [area.area_code for area in order],
            "By": [text.HOW.get(area.match, area.match) for area in order],
            "Alike": [area.score / 100 for area in order],
            "Rows": [area.rows for area in order],
        }
    )
    looks = {"Alike": st.column_config.NumberColumn(format="percent")}
    looks["Rows"] = st.column_config.NumberColumn(format="localized")
    st.dataframe(table, hide_index=True, column_config=looks, alt=f"{len(table)} names and the places they are read as")
    cells = {area.cell: area for area in order}
    chosen = st.selectbox("Read one of them otherwise", list(cells), index=None, key=current.key("otherwise"))
    if chosen is not None:
        _ask(current, cells[chosen], geography_id)


@cached
def _wholes(geography_id: str) -> dict[str, str]:
    """The geographies that districts of a year add up to, with their titles."""
    table = membership()  # LEPs overlap: what they are parts of is no sum of theirs
    current = table.loc[table["member_geography_id"] == geography_id, "geography_id"].unique()
    return {key: item.title for key, item in GEOGRAPHIES.items() if key in current}


def _sums(current: Draft, verdict: Verdict) -> None:
    """Where the places are districts: may they be added up, and to what?"""
    wholes = _wholes(verdict.geography) if draft.districts(verdict) else {}
    if not wholes:
        return
    frame.section("Districts can be added up, if you say that the figures are counts")
    able = sum(item.additive for item in verdict.series)
    if len(verdict.series) == 1:
        _ask_additive(current, verdict)
    else:
        st.markdown(
            f"{able} of {len(verdict.series)} series can be added up: tick “Can be added up” for "
            "each, in the table that describes them below (counts and amounts, not rates, shares or averages)."
        )
    if not (able or current.choices.sum_to):
        return
    into = current.key("sum-to")
    options = {"": "Nothing: leave them as districts", **wholes}
    st.session_state[into] = current.choices.sum_to if current.choices.sum_to in options else ""
    st.selectbox(
        "Add them up to",
        list(options),
        format_func=options.__getitem__,
        key=into,
        on_change=lambda: draft.choose(sum_to=st.session_state[into]),
    )
    _summed(verdict, current.choices.sum_to)


def _ask_additive(current: Draft, verdict: Verdict) -> None:
    """The one place where that is asked of districts' only series."""
    key = current.key("additive")
    st.session_state[key] = verdict.series[0].additive
    st.checkbox(
        "The figures are counts or amounts: districts can be added up (not rates, shares or averages)",
        key=key,
        help=text.NO_TOTALS,
        on_change=lambda: draft.add_up(verdict.description, additive=st.session_state[key]),
    )


def _summed(verdict: Verdict, geography_id: str) -> None:
    """How many of the areas added up to have a sum, and how many districts are not all there."""
    if not geography_id:
        return
    sums = verdict.observations[verdict.observations["geography_id"] == geography_id].dropna(subset="value")
    geography, of = GEOGRAPHIES[geography_id], len(answer(areas.areas, geography_id))
    current = sums["area_code"].nunique()
    sentence = f"{current} of {of} {geography.plural} {'has' if current == 1 else 'have'} a sum"
    st.caption(
        f"{sentence}; a district that lies partly inside counts by its share of small areas. Where one is missing "
        "there is no sum, and the problems say why."
    )
