"""A series made from one's own: a count over a denominator, a change, an index; its formula and figures before it is
kept.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo import areas
from lis_data import queries, uploads
from lis_data.errors import LisError
from lis_data.period import label
from lis_data.uploads import MARK, Derived, Recipe
from lis_data.wording import count, listed
from pages.ui.rows import by_label, each_row
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import cache, reader_uploads, visitor
from pages.ui.state.cache import answer, cached
from pages.ui.views.uploads import messages

_KINDS = {
    "ratio": "Over a denominator (per head, per job, % of)",
    "change": "Change since a period",
    "index": "Index (a period = 100)",
}
_TIMES = {100: "%", 1: "per 1", 1_000: "per 1,000", 10_000: "per 10,000", 100_000: "per 100,000"}
_FIRST = 6
"""Figures that are shown before it is kept."""


def offer(upload_id: str) -> None:
    """The fold with the form, of an upload of one's own."""
    frame.fold(
        "Derive a series: per head, % of, change, index",
        lambda: _form(upload_id),
        key=f"derive-{upload_id}",
        icon=":material/calculate:",
    )


def _form(upload_id: str) -> None:
    own = _own(upload_id)
    left, middle, right = st.columns(3)
    of = left.selectbox("Series", list(own), format_func=own.__getitem__, key=f"derive-of-{upload_id}")
    kind = middle.selectbox(
        "What is made of it", _KINDS, format_func=_KINDS.__getitem__, key=f"derive-kind-{upload_id}"
    )
    with right:
        recipe = _over(upload_id, of, own) if kind == "ratio" else _since(upload_id, kind, of)
    if recipe is None:
        st.caption("Choose a denominator: another series of this upload, or an official total of the same places.")
        return
    try:
        result = _derived(recipe)
    except LisError as error:
        st.info(plain(str(error)), icon=":material/info:")
        return
    st.markdown(f"**Formula.** {plain(result.formula)} ({plain(result.unit)})")
    _preview(result)
    _keep(upload_id, recipe, result, own)


def _own(upload_id: str) -> dict[str, str]:
    series = reader_uploads.series()
    series = series[series["upload_id"] == upload_id]
    return {
        key: title.removesuffix(f" {MARK}") for key, title in zip(series["indicator_id"], series["title"], strict=True)
    }


def _over(upload_id: str, of: str, own: dict[str, str]) -> Recipe | None:
    """The recipe of a ratio, once its denominator is chosen."""
    others = {key: f"{title} (uploaded)" for key, title in own.items() if key != of}
    options = {**others, **_official(of)}
    by = st.selectbox("Denominator", options, None, format_func=options.__getitem__, key=f"derive-by-{upload_id}")
    times = st.selectbox("Written as", _TIMES, format_func=_TIMES.__getitem__, key=f"derive-times-{upload_id}")
    return Recipe("ratio", of, by=by, times=times) if by else None


@cached
def _official(of: str) -> dict[str, str]:
    """The official totals with figures at a geography of a series, population first."""
    here = set(answer(queries.coverage, of)["geography_id"])
    official = answer(queries.indicators)
    overlapping = official["geographies"].map(lambda keys: bool(here & set(keys)))
    totals = official[official["additive"].astype(bool) & overlapping.astype(bool)].sort_values("title")
    titles = by_label(totals.set_index("indicator_id")["title"])
    return {key: titles[key] for key in sorted(titles, key=lambda key: key != "population")}


def _since(upload_id: str, kind: str, of: str) -> Recipe | None:
    """The recipe of a change or an index; the first period is its base until another is chosen."""
    periods = sorted(answer(queries.coverage, of)["period"].unique())
    key = f"derive-base-{upload_id}"
    base = st.selectbox("Since", periods, format_func=label, key=key)
    return Recipe(kind, of, base=base) if base else None


@cached
def _made(kind: str, of: str, by: str, times: int, base: str) -> Derived:
    return uploads.derived(Recipe(kind, of, by, times, base))


def _derived(recipe: Recipe) -> Derived:
    """What the recipe gives; asked by its ids, so that only who may see them has an answer."""
    return _made(recipe.kind, recipe.of, recipe.by, recipe.times, recipe.base)


def _preview(result: Derived) -> None:
    """The first figures of the last period, and how many are estimated or missing."""
    rows = result.rows
    last = rows[rows["period"] == rows.loc[rows["value"].notna(), "period"].max()].dropna(subset="value")
    table = pd.DataFrame(
        {
            "Place": [_name(row.geography_id, row.area_code) for row in each_row(last.head(_FIRST))],
            "Period": [label(text) for text in last["period"].head(_FIRST)],
            "Figure": last["value"].head(_FIRST).to_list(),
        }
    )
    st.dataframe(table, hide_index=True, alt=f"The first {len(table)} figures of the derived series")
    estimated, bare = int(rows["status"].eq("E").sum()), int(rows["value"].isna().sum())
    facts = [count(len(rows) - bare, "figure"), f"{estimated:,} estimated", f"{bare:,} missing"]
    st.caption(f"{listed(facts)}.")


def _name(geography_id: str, area_code: str) -> str:
    return str(answer(areas.areas, geography_id).set_index("area_code")["name"].get(area_code, area_code))


def _keep(upload_id: str, recipe: Recipe, result: Derived, own: dict[str, str]) -> None:
    """The title and the button; it becomes a new version of the upload."""
    key = f"derive-title-{upload_id}-{recipe}"
    title = st.text_input("Title of the derived series", _title(recipe, result, own), max_chars=200, key=key)
    st.button(
        "Keep it in a new version",
        key=f"derive-keep-{upload_id}",
        icon=":material/add_chart:",
        type="primary",
        disabled=not title.strip(),
        on_click=messages.act,
        args=(
            lambda: uploads.derive(upload_id, recipe, title=title, owner=visitor.owner_of(upload_id)),
            f"“{title.strip()}” is kept, in a new version of the upload; the version before undoes it.",
        ),
    )


def _title(recipe: Recipe, result: Derived, own: dict[str, str]) -> str:
    """`Firms per 1,000 people`, `Firms as % of Jobs`, `Firms: change since 2018`."""
    first = own[recipe.of]
    if recipe.kind == "ratio":
        by = cache.indicator(recipe.by).title.removesuffix(f" {MARK}")
        return f"{first} as % of {by}" if result.unit == "%" else f"{first} {result.unit}"
    since = label(recipe.base)
    return f"{first}: change since {since}" if recipe.kind == "change" else f"{first}: {since} = 100"
