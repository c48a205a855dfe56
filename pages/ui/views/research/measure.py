"""The switch between the two ways in which R&D has been measured."""

from __future__ import annotations

import streamlit as st

from lis_data.targets import MEASURES, counterpart, measure_of
from pages.ui.state import address, pickers

_KEY, _PERIODS = "measured", "period-by-measure"
_TODAY = next(iter(MEASURES))
_LAST_OLD_YEAR = "2021"


def choose() -> str:
    """The id of the chosen measure. A link from the time of one measure goes on showing what it showed: its indicator,
    or its year, says which measure it means.
    """
    default = _of_link()
    address.restore(_KEY, list(MEASURES), default=default)
    chosen = st.segmented_control(
        "How R&D is measured",
        list(MEASURES),
        key=_KEY,
        format_func=lambda key: MEASURES[key].name,
        required=True,
        on_change=_carry_over,
    )
    address.keep(_KEY, str(chosen), default=default)
    return str(chosen)


def titles(measure: str) -> dict[str, str]:
    """The indicators on offer by id: those of the measure first, then those of Ideas that are of neither."""
    every = pickers.titles("ideas")
    own = [key for key in MEASURES[measure].indicators if key in every]
    others = [key for key in every if measure_of(key) is None]
    return {key: every[key] for key in (*own, *others)}


def _of_link() -> str:
    asked, year = st.query_params.get("indicator", ""), st.query_params.get("period", "")
    dated = "to-2018" if not asked and year.isdigit() and year <= _LAST_OLD_YEAR else _TODAY
    return measure_of(asked) or dated


def _carry_over() -> None:
    """The same indicator by the other measure, at the period that it was last seen at, or its own latest one."""
    measure, indicator_id = st.session_state[_KEY], st.session_state.get("indicator", "")
    before = next(key for key in MEASURES if key != measure)
    periods = st.session_state.setdefault(_PERIODS, {})
    periods[before] = st.session_state.get("period", "")
    if measure_of(indicator_id) is not None:
        st.session_state["indicator"] = counterpart(indicator_id, measure=measure)
    address.forget("period")
    if periods.get(measure):
        st.session_state["period"] = periods[measure]
