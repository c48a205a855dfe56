"""A period slider with a play button: plays forward to the last period, one step at a time, and can be stopped."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.ui.state import address

_SECONDS = 1.2
_KEY, _PLAYING, _STARTED = "period", "playing", "clock-started"


def period(labels: Mapping[str, str], *, default: str, comparable_from: str = "") -> str:
    """The chosen period among `labels` (period -> what is shown), which are in the order of time. Only periods from
    `comparable_from` on are played: what is measured anew is no change.
    """
    periods = list(labels)
    played = [period for period in periods if period >= comparable_from]
    if len(periods) == 1:
        st.caption(f"The only period with figures: {labels[periods[0]]}")
        return periods[0]
    address.restore(_KEY, periods, default=default)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if len(played) > 1:
            _button(played)
        chosen = st.select_slider("Period", periods, key=_KEY, format_func=labels.__getitem__)
    address.keep(_KEY, chosen, default=default)
    if st.session_state.get(_PLAYING):
        st.session_state[_STARTED] = False
        _tick(periods)
    return chosen


def _button(played: list[str]) -> None:
    if st.session_state.get(_PLAYING):
        st.button("Pause", icon=":material/pause:", on_click=_pause)
    else:
        st.button("Play", icon=":material/play_arrow:", on_click=_play, args=(played,))


def _play(played: list[str]) -> None:
    st.session_state[_PLAYING] = True
    if st.session_state[_KEY] not in played[:-1]:
        st.session_state[_KEY] = played[0]


def _pause() -> None:
    st.session_state[_PLAYING] = False


@st.fragment(run_every=_SECONDS)
def _tick(periods: list[str]) -> None:
    """Move on by one period each time the clock runs, but not when the page itself does. A clock that still runs after
    a pause has the page drawn again, without it.
    """
    if not st.session_state[_PLAYING]:
        st.rerun()
    if st.session_state[_STARTED]:
        index = min(periods.index(st.session_state[_KEY]) + 1, len(periods) - 1)
        st.session_state[_KEY] = periods[index]
        st.session_state[_PLAYING] = index < len(periods) - 1
        st.rerun()
    st.session_state[_STARTED] = True
