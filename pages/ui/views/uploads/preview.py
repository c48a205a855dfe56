"""What the file looks like as figures: a small map of the last period, and the first rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from geo import areas
from geo import sketch as sketches
from geo.areas import GEOGRAPHIES
from geo.choropleth import Choropleth, choropleth
from geo.classification import ClassificationError
from lis_data.intake import Verdict
from lis_data.model import TOTAL
from lis_data.period import label, parse
from lis_data.statuses import status
from lis_data.wording import count
from pages.ui.exhibit import page, palette
from pages.ui.exhibit.charts.comparison import DESK
from pages.ui.exhibit.charts.small_maps import CENTRE, small_map
from pages.ui.exhibit.deck import NO_FIGURE
from pages.ui.exhibit.palette import ink
from pages.ui.state.cache import answer
from pages.ui.state.pickers import DEFAULT_K, DEFAULT_SCHEME, WITHOUT_MAP, names
from pages.ui.views.uploads import draft, text

_FIRST, _SUMS = 8, 3
"""Figures that are shown as they are understood, and how many of them are sums where there are any."""
_ADDED = "added up"
_HIGH, _HATCH_KM = 330, 12
_COARSE = 2.0
"""Kilometres to which outlines are simplified, for a map this small."""


def show_map(verdict: Verdict) -> None:
    """The figures of the last period as a small map, with how many places have one."""
    rows = _to_map(verdict)
    if rows.empty:
        st.caption("No figure can be drawn yet.")
        return
    geography_id = rows["geography_id"].iloc[0]
    try:
        colouring = choropleth(
            rows.set_index("area_code")["value"],
            geography_id=geography_id,
            scheme=DEFAULT_SCHEME,
            k=DEFAULT_K,
            decimals=text.series_of(verdict)[rows["indicator_id"].iloc[0]].decimals,
        )
    except ClassificationError:
        st.caption(f"{reach(verdict)}. Too few different figures for a map.")
        return
    page.cite_shapes()
    st.vega_lite_chart(_drawn(colouring, geography_id), alt=f"Small map: {reach(verdict)}.")
    st.caption(f"{reach(verdict)}.")


def _drawn(colouring: Choropleth, geography_id: str) -> dict[str, object]:
    outlines = answer(sketches.svg_paths, geography_id, centre=CENTRE, coarse=_COARSE)
    bare = [code for code, digit in zip(outlines, colouring["classes"], strict=True) if digit == NO_FIGURE]
    hatching = answer(sketches.svg_hatching, geography_id, centre=CENTRE, spacing_km=_HATCH_KM)
    shades = palette.steps(len(colouring["palette"]), ink())[::-1]
    picture = small_map(
        outlines,
        colouring,
        fills=shades,
        hatching="".join(map(hatching.__getitem__, bare)),
        named=(),
        legend="bottom",
        width=None,
        height=_HIGH,
        size=DESK,
        ink=ink(),
    )
    picture["layer"][0]["encoding"]["fill"]["legend"]["columns"] = 1  # so that the classes read from low to high
    return picture


def reach(verdict: Verdict) -> str:
    """`37 of 38 LEPs have a figure of 2018`: of the last period, where a map could show it."""
    rows = _to_map(verdict)
    if rows.empty:
        return "No place has a figure yet"
    geography = GEOGRAPHIES[rows["geography_id"].iloc[0]]
    known, of = rows["area_code"].nunique(), len(answer(areas.areas, geography.geography_id))
    have, period = "has" if known == 1 else "have", label(rows["period"].iloc[0])
    return f"{known} of {count(of, geography.singular, geography.plural)} {have} a figure of {period}"


def _to_map(verdict: Verdict) -> pd.DataFrame:
    """The figures that the map shows, looked for once."""
    return draft.once("to-map", lambda: _of_last_period(verdict))


def _of_last_period(verdict: Verdict) -> pd.DataFrame:
    """The figures of the first series, of all industries, in the last period: where districts are added up, of the
    wholes.
    """
    rows = verdict.observations.dropna(subset="value")
    rows = rows[~rows["geography_id"].isin(WITHOUT_MAP)]
    if rows.empty:
        return rows
    rows = rows[rows["geography_id"] == (text.summed(verdict) or verdict.geography)]
    if rows.empty:
        return rows
    rows = rows[rows["indicator_id"] == rows["indicator_id"].iloc[0]]
    totals = rows["industry"].eq(TOTAL)
    rows = rows[totals] if totals.any() else rows[rows["industry"] == rows["industry"].iloc[0]]
    return rows[rows["period"] == max(rows["period"].unique(), key=parse)]


def show_rows(verdict: Verdict) -> None:
    """The first observations as they will be kept; where districts are added up, the first sums too."""
    first = draft.once("first-rows", lambda: _first(verdict))
    if first.empty:
        return
    plain = {"Industry": "all", "Series": verdict.series[0].title, "Status": status("A", derivation="uploaded")}
    bare = [name for name in ("Lower", "Upper") if first[name].isna().all()]
    same = [name for name, usual in plain.items() if first[name].eq(usual).all()]
    columns = dict.fromkeys(("Figure", "Lower", "Upper"), st.column_config.NumberColumn(format="localized"))
    columns |= {"Row": st.column_config.TextColumn(width="small")}
    alt = _alt(verdict, first)
    st.dataframe(first.drop(columns=[*bare, *same]), hide_index=True, column_config=columns, placeholder="–", alt=alt)
    st.caption(alt)


def _alt(verdict: Verdict, rows: pd.DataFrame) -> str:
    """`The first 8 of 108 rows, as understood`, `The first 5 rows as understood, and 3 of those added up`."""
    many, added = len(verdict.observations), int(rows["Row"].eq(_ADDED).sum())
    if added:
        return f"The first {count(len(rows) - added, 'row')} as understood, and {added} of those added up."
    return f"The first {len(rows)} of {count(many, 'row')}, as understood." if many > 1 else "As understood."


def _first(verdict: Verdict) -> pd.DataFrame:
    """The first observations in words, with the file's row of each; the first sums that there are among them."""
    observations = verdict.observations
    sums = np.flatnonzero(observations["geography_id"].eq(text.summed(verdict)) & observations["value"].notna())[:_SUMS]
    places = list(dict.fromkeys([*range(min(_FIRST - len(sums), len(observations))), *sums]))
    first, rows = observations.iloc[places], verdict.rows[places]
    return pd.DataFrame(
        {
            "Row": [f"{row:,}" if row else _ADDED for row in rows],
            "Place": [names(key).get(code, code) for key, code in first[["geography_id", "area_code"]].to_numpy()],
            "Code": first["area_code"].to_list(),
            "Period": [label(period) for period in first["period"]],
            "Industry": first["industry"].replace(TOTAL, "all").to_list(),
            "Series": [text.series_of(verdict)[key].title for key in first["indicator_id"]],
            "Figure": first["value"].to_list(),
            "Lower": first["lower"].to_list(),
            "Upper": first["upper"].to_list(),
            "Status": [status(code, derivation="uploaded") for code in first["status"]],
        }
    )
