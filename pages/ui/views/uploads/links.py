"""Where an upload can be seen: how many places it has, and the links to its map, comparison and profile."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from geo.areas import GEOGRAPHIES
from lis_data import queries
from lis_data.period import label
from lis_data.uploads import MARK
from lis_data.wording import count, listed
from pages.ui.rows import by_label, records
from pages.ui.shell import pages
from pages.ui.shell.markup import plain
from pages.ui.state import cache, reader_uploads
from pages.ui.state.cache import answer, cached
from pages.ui.state.links import PROFILED
from pages.ui.state.pickers import WITHOUT_MAP
from pages.ui.views.compare import choice

_MOST_LINKED = 6
"""Series of an upload with links of their own; the map's picker has the others."""
_COMPARED = 3
"""Places that the link to the comparison names."""
_NO_MAP = "A map needs a figure of all industries for a place: add rows of the total, and update it with the new file."


def _series(upload_id: str) -> pd.DataFrame:
    series = reader_uploads.series()
    return series[series["upload_id"] == upload_id]


def best(indicator_id: str) -> pd.Series | None:
    """The last period of the geography that a map shows first: a row of `cache.coverage`."""
    return next(iter(_covered(indicator_id)), None)


@cached
def _covered(indicator_id: str) -> list[pd.Series]:
    """The last period of each geography that a map can show: what was added up first, then the best covered."""
    covered = answer(queries.coverage, indicator_id)
    covered = covered[~covered["geography_id"].isin(WITHOUT_MAP) & covered["areas"].gt(0)]
    last = [rows.iloc[-1] for _, rows in covered.sort_values("period").groupby("geography_id", sort=False)]
    return sorted(last, key=lambda row: (not _added_up(indicator_id, row), -row["areas"] / row["of_areas"]))


def _added_up(indicator_id: str, row: pd.Series) -> bool:
    """Whether its figures of a geography are sums of its districts."""
    geography_id = str(row["geography_id"])
    if GEOGRAPHIES[geography_id].level == "lad":
        return False  # a district may be the sum of former ones
    return bool(answer(queries.figures, indicator_id, geography_id)["derivation"].eq("uploaded-sum").any())


def on_map(upload_id: str) -> dict[str, str]:
    """The address of its first series on the map."""
    first = _series(upload_id)
    return _address(str(first["indicator_id"].iloc[0])) if len(first) else {}


def _address(indicator_id: str) -> dict[str, str]:
    row = best(indicator_id)
    return {"indicator": indicator_id} | ({} if row is None else {"geography": str(row["geography_id"])})


def facts(upload_id: str) -> list[str]:
    """`38 of 38 LEPs`, `2016 to 2018`, `3 series`; where its series reach differently far, that stands beside each."""
    series = _series(upload_id)
    if series.empty:
        return []
    many = [count(len(series), "series", "series")] if len(series) > 1 else []
    return [*([] if _differ(series) else [reach(str(series["indicator_id"].iloc[0]))]), span(series), *many]


def _differ(series: pd.DataFrame) -> bool:
    """Whether its series have figures of different numbers of places."""
    return len({reach(key) for key in series["indicator_id"].head(_MOST_LINKED)}) > 1


def _title(row: Mapping[str, object]) -> str:
    """The title of a series, of which it is plain here that it was uploaded."""
    return str(row["title"]).removesuffix(f" {MARK}")


def reach(indicator_id: str) -> str:
    """`36 of 38 LEPs` that have a figure of the last period; of sums `35 of 38 LEPs and 306 of 309 districts`."""
    rows = _covered(indicator_id)
    if not rows:
        return "no place that a map shows"
    first = rows if _added_up(indicator_id, rows[0]) else rows[:1]
    return listed([_reach(row) for row in first])


def _reach(row: pd.Series) -> str:
    geography = GEOGRAPHIES[str(row["geography_id"])]
    return f"{row['areas']} of {count(int(row['of_areas']), geography.singular, geography.plural)}"


def span(series: pd.DataFrame) -> str:
    """`2016 to 2018` of the series of an upload."""
    first, last = label(series["first_period"].min()), label(series["last_period"].max())
    return first if first == last else f"{first} to {last}"


def headline(upload_id: str) -> tuple[str, str] | None:
    """What is now on the map, of an upload that was just kept; None where it is not there."""
    series = _series(upload_id)
    if series.empty:
        return None
    title = _title(by_label(series.iloc[0]))
    more = f" and {len(series) - 1} more" if len(series) > 1 else ""
    if best(str(series["indicator_id"].iloc[0])) is None:
        return f"{title}{more}: kept, but no map can show it", _NO_MAP
    finding = f"{title}{more}: on the map for {reach(str(series['indicator_id'].iloc[0]))}"
    return finding, "It stands beside the official figures on every page, marked as uploaded."


def links(upload_id: str) -> None:
    """Map, comparison and profile of each series."""
    series = _series(upload_id)
    several, differ = len(series) > 1, _differ(series)
    for row in records(series.head(_MOST_LINKED)):
        with st.container(horizontal=True, vertical_alignment="center"):
            if several:
                far = f", {reach(str(row['indicator_id']))}" if differ else ""
                st.markdown(f"{plain(_title(row))}{far}:", width="content")
            _links(str(row["indicator_id"]))
    if len(series) > _MOST_LINKED:
        st.caption(f"… and {len(series) - _MOST_LINKED} more, in the map's list of indicators.")


def _links(indicator_id: str) -> None:
    row, address = best(indicator_id), _address(indicator_id)
    if row is None:
        st.caption(_NO_MAP)
        return
    st.page_link(pages.ANY.file, label="See it on the map", icon=":material/map:", query_params=address)
    geography_id = str(row["geography_id"])
    total = cache.indicator(indicator_id).additive  # the larger place always leads
    if not total:
        _compare_link(indicator_id, row)
    if geography_id in PROFILED:
        figures = answer(queries.figures, indicator_id, geography_id)
        top = figures.loc[figures.loc[figures["period"] == row["period"], "value"].idxmax()]
        place = {"geography": geography_id, "area": str(top["area_code"])}
        name = f"In the profile of {plain(str(top['area_name']))}"
        st.page_link(pages.PROFILE.file, label=name, icon=":material/location_on:", query_params=place)
    if total:
        st.caption("A total: totals are not compared between places.", width="content")


def _compare_link(indicator_id: str, row: pd.Series) -> None:
    """The comparison of places that have a figure: the page's own first ones where they have, else the highest."""
    geography_id = str(row["geography_id"])
    figures = answer(queries.figures, indicator_id, geography_id)
    now = figures[figures["period"] == row["period"]].dropna(subset="value")
    if len(now) < choice.FEWEST:
        return
    compared = {"geography": geography_id, "indicators": indicator_id}
    if not set(choice.first_areas(geography_id)) <= set(now["area_code"]):
        compared["areas"] = ",".join(now.nlargest(_COMPARED, "value")["area_code"])
    st.page_link(pages.COMPARE.file, label="Compare places", icon=":material/co_present:", query_params=compared)
