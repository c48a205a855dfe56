"""The file that is being looked at: its bytes, the answers so far and the verdict, in this reader's session alone.

A verdict is kept beside the answers that it was made with, so that a rerun does not check the file again; nothing of
a private file goes into a cache that other readers share.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from itertools import count
from typing import Any, TypeVar, cast

import streamlit as st

from geo.areas import GEOGRAPHIES
from lis_data.errors import LisError, UnknownNameError
from lis_data.intake import Choices, DescribedSeries, Description, Verdict, refused, workers
from pages.ui.shell import turn
from pages.ui.views.uploads import waiting

_DRAFT, _VERDICT, _EARLIER = "draft", "draft-verdict", "draft-earlier"
_MOST_UNDONE = 50
_NUMBERS = count(1)
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Draft:
    """A file with the answers to it; `upload_id` is the upload of which it is to be a new version, if any.

    `number` tells drafts and their widgets apart. `description` is None until something of it was answered.
    """

    number: int
    name: str
    data: bytes
    choices: Choices
    description: Description | None = None
    upload_id: str = ""

    def key(self, name: str) -> str:
        """The key of one of its widgets."""
        return f"draft-{self.number}-{name}"


def current() -> Draft | None:
    """The open draft of this session."""
    return st.session_state.get(_DRAFT)


def begin(
    name: str,
    data: bytes,
    *,
    choices: Choices | None = None,
    description: Description | None = None,
    upload_id: str = "",
) -> None:
    """Open a file, in place of any that was open."""
    drop()
    choices = choices or Choices()
    if choices.additive and description:  # the answer is kept in the description alone
        choices, description = replace(choices, additive=False), replace(description, additive=True)
    st.session_state[_DRAFT] = Draft(next(_NUMBERS), name, data, choices, description, upload_id)


def drop() -> None:
    """Close the draft and forget its file."""
    for key in (_DRAFT, _VERDICT, _EARLIER):
        st.session_state.pop(key, None)


def choose(**answers: Any) -> None:
    """Change answers about the file.

    Always the answers of now are changed, not those that were drawn: two may come before the page is drawn again.
    """
    if draft := current():
        _change(draft, choices=replace(draft.choices, **answers))


def _change(draft: Draft, **parts: Any) -> None:
    """Change answers or description; what was before can be taken back to."""
    changed = replace(draft, **parts)
    if changed == draft:
        return
    earlier = st.session_state.setdefault(_EARLIER, [])
    earlier.append(draft)
    del earlier[:-_MOST_UNDONE]
    st.session_state[_DRAFT] = changed


def choose_role(column: str, role: str) -> None:
    """Say what a column is."""
    if draft := current():
        choose(roles=tuple({**dict(draft.choices.roles), column: role}.items()))


def choose_areas(decided: Mapping[str, str | None]) -> None:
    """Decide what cells mean: a code, '' to leave their rows out, or None to take a decision back."""
    if draft := current():
        both = {**dict(draft.choices.areas), **decided}
        choose(areas=tuple((cell, code) for cell, code in both.items() if code is not None))


def describe(guessed: Description, **said: Any) -> None:
    """Say something of the series; what was not said yet is as it was guessed."""
    if draft := current():
        _change(draft, description=replace(draft.description or guessed, **said))


def add_up(guessed: Description, *, additive: bool, into: str = "") -> None:
    """Say whether areas of the only series can be added up, and to what geography."""
    if draft := current():
        described = replace(draft.description or guessed, additive=additive)
        _change(draft, description=described, choices=replace(draft.choices, additive=False, sum_to=into))


def can_undo() -> bool:
    """Whether an answer can be taken back."""
    return bool(st.session_state.get(_EARLIER))


def undo() -> None:
    """Take back the last change of the answers or the description; widgets are drawn anew, as it was before."""
    if current() and can_undo():
        st.session_state[_DRAFT] = replace(st.session_state[_EARLIER].pop(), number=next(_NUMBERS))


def verdict(draft: Draft) -> Verdict:
    """What is understood of the draft with the answers so far, checked again only where an answer bears on that."""
    asked = _asked(draft)
    made = st.session_state.get(_VERDICT)
    if made is None or made[0] != asked:
        made = (asked, _checked(draft), {})
        st.session_state[_VERDICT] = made
    return _described(made[1], draft.description)


def _asked(draft: Draft) -> object:
    """What a verdict depends on."""
    return draft.name, len(draft.data), draft.choices, _of_weight(draft.description)


def once(name: str, make: Callable[[], Answer]) -> Answer:
    """What `make` finds in the verdict, found once and kept beside it: a million figures take a while to count."""
    found: dict[str, Any] = st.session_state[_VERDICT][2]
    if name not in found:
        found[name] = make()
    return cast(Answer, found[name])


def _of_weight(description: Description | None) -> object:
    """The part of a description that a check depends on: titles are compared with official ones, sums allowed."""
    if description is None:
        return None
    series = tuple((item.indicator_id, item.title, item.additive) for item in description.series)
    return description.title, description.additive, series


def _described(verdict: Verdict, description: Description | None) -> Verdict:
    """The verdict with what is said of its series by now."""
    if description is None:
        guessed = replace(verdict.description, additive=_summable(verdict, verdict.description.additive))
        return replace(verdict, description=guessed, series=tuple(_guess(verdict, item) for item in verdict.series))
    said = {item.indicator_id: item for item in description.series}
    if len(verdict.series) == 1:
        series = tuple(description.as_series(item.indicator_id) for item in verdict.series)
    else:
        series = tuple(said.get(item.indicator_id) or _guess(verdict, item) for item in verdict.series)
    return replace(verdict, description=description, series=series)


def _guess(verdict: Verdict, series: DescribedSeries) -> DescribedSeries:
    return replace(series, additive=_summable(verdict, series.additive))


def _summable(verdict: Verdict, guess: bool) -> bool:
    """Whether areas can be added up, as long as nothing is said of it: districts are only where that is said."""
    return guess and not districts(verdict)


def districts(verdict: Verdict) -> bool:
    """Whether its places are districts, which can be added up to others."""
    return bool(verdict.geography) and GEOGRAPHIES[verdict.geography].level == "lad"


def _checked(draft: Draft) -> Verdict:
    """The verdict, with a bar and a way to cancel it where it takes long; answers that do not fit this file are
    dropped, and that is told. It is made in another process: others have their turn meanwhile.
    """
    with turn.given_back(), waiting.progress(draft.key("cancel"), lambda: _cancel(draft)) as progress:
        return _fitting(draft, progress)


def _cancel(draft: Draft) -> None:
    """Have the draft say that its check was cancelled, until something is answered or it is checked again."""
    st.session_state[_VERDICT] = (_asked(draft), refused(draft.name, "cancelled"), {})


def again() -> None:
    """Check the file once more."""
    st.session_state.pop(_VERDICT, None)


def was_ended(verdict: Verdict) -> bool:
    """Whether a check was ended before it was done, and may do better another time."""
    return any(problem.kind in ("cancelled", "too-long", "check-ended") for problem in verdict.problems)


def _fitting(draft: Draft, progress: workers.Progress) -> Verdict:
    """The verdict with the answers that fit; each answer that names what is not there is told and left out once."""
    choices = draft.choices
    for _ in range(len(fields(Choices)) + 1):
        try:
            return workers.check(
                draft.data, draft.name, choices=choices, description=draft.description, progress=progress
            )
        except UnknownNameError as error:
            if not error.answer:
                raise
            choices = replace(choices, **{error.answer: getattr(Choices(), error.answer)})
            st.session_state[_DRAFT] = replace(draft, choices=choices)
            st.toast("An earlier answer does not fit this file and is dropped: it is guessed anew.", duration="long")
    raise LisError("The answers do not fit this file; start again without them.")
