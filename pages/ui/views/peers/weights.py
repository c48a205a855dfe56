"""How much each feature counts: to be seen, to be changed, and in the address as `weights=density:2,degrees:0`."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lis_data import judgement
from pages.ui.rows import by_label, records
from pages.ui.shell.markup import plain
from pages.ui.state import address
from pages.ui.state.cache import answer, cached

Weights = tuple[tuple[str, float], ...]
"""The features whose weight is not the usual one."""

_MOST = 5.0
_ADDRESS = "weights"
_COLUMNS = 3
_WORDS = (
    "0 leaves a feature out, 2 counts it twice. Features say what a place is, not how well it does, so that there is "
    "something to learn from a peer that does better. The question marks say why each is in."
)


def choose() -> Weights:
    """The fold with a number for each feature; returns those that were changed."""
    usual = _usual()
    asked = _asked()
    for feature, weight in usual.items():
        address.restore_number(_key(feature), default=asked.get(feature, weight), least=0.0, most=_MOST)
    chosen = {feature: float(st.session_state[_key(feature)]) for feature in usual}
    changed = {feature: weight for feature, weight in chosen.items() if weight != usual[feature]}
    counted = sum(weight > 0 for weight in chosen.values())
    summary = f"Features and weights: {counted} count{', changed by you' if changed else ''}"
    with st.expander(summary, icon=":material/balance:", key="weights-fold"):
        _inputs(changed=bool(changed))
    address.keep(_ADDRESS, ",".join(f"{feature}:{weight:g}" for feature, weight in changed.items()), default="")
    return tuple(changed.items())


def _inputs(*, changed: bool) -> None:
    st.caption(_WORDS)
    columns = st.columns(_COLUMNS)
    for index, row in enumerate(records(answer(judgement.peer_features))):
        with columns[index % _COLUMNS]:
            st.number_input(
                row["title"],
                key=_key(row["feature_id"]),
                min_value=0.0,
                max_value=_MOST,
                step=0.5,
                help=plain(row["why"]),
            )
    st.button("Usual weights again", on_click=_reset, disabled=not changed, icon=":material/restart_alt:")


def leave_out(features: Sequence[str]) -> None:
    """Give features a weight of nothing; for a button."""
    for feature in features:
        st.session_state[_key(feature)] = 0.0


def _reset() -> None:
    for feature, weight in _usual().items():
        st.session_state[_key(feature)] = weight


@cached
def _usual() -> dict[str, float]:
    return by_label(answer(judgement.peer_features).set_index("feature_id")["weight"].astype(float))


def _asked() -> dict[str, float]:
    """What the address asks for; the parts that cannot be are named once and left out."""
    asked, wrong = {}, []
    for part in filter(None, st.query_params.get(_ADDRESS, "").split(",")):
        feature, _, text = part.partition(":")
        weight = _number(text)
        if feature in _usual() and weight is not None:
            asked[feature] = weight
        else:
            wrong.append(part)
    if wrong and _key(next(iter(_usual()))) not in st.session_state:
        parts = plain(", ".join(wrong), most=60)
        st.toast(f"The link asks for weights that are not available here; leaving them out: “{parts}”.")
    return asked


def _number(text: str) -> float | None:
    try:
        weight = float(text)
    except ValueError:
        return None
    return weight if 0 <= weight <= _MOST else None


def _key(feature_id: str) -> str:
    return f"weight-{feature_id}"
