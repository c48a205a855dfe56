"""One area's figure in context: value, rank, change, distance to the line, the LEPs it feeds, the small print."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.areas import GEOGRAPHIES
from lis_data import measures
from lis_data.period import label
from lis_data.targets import Line
from pages.ui import cache, frame, links, tables, wording
from pages.ui.markup import facts, plain
from pages.ui.peers.choice import PLACES

_LIS_ERA = "lep-2017"


def show(
    area_code: str,
    figures: pd.DataFrame,
    *,
    indicator: pd.Series,
    england: float | None,
    line: Line | None,
) -> None:
    """The panel of an area of `figures` (columns as in `queries.figures`); `england` is what to compare with."""
    row = figures.set_index("area_code").loc[area_code]
    frame.section(row["area_name"])
    if pd.isna(row["value"]):
        st.info(f"No figure for {label(row['period'])}: {wording.status(row['status'])}. {_why_missing(row)}")
    else:
        earlier = tables.comparable(indicator["indicator_id"], row["geography_id"], row["period"])
        _numbers(row, figures, earlier, indicator=indicator, england=england, line=line)
    _marks(row)
    _peers(row, figures, indicator=indicator)
    _other_geography(row)


def _numbers(
    row: pd.Series,
    figures: pd.DataFrame,
    earlier: pd.DataFrame,
    *,
    indicator: pd.Series,
    england: float | None,
    line: Line | None,
) -> None:
    scale = {"unit": indicator["unit"], "decimals": int(indicator["decimals"])}
    ranks = measures.rank(figures.set_index("area_code")["value"], polarity=indicator["polarity"])
    tied = measures.tied(figures.set_index("area_code")["value"])[row.name]
    first, since = _first(earlier, row)
    items = {
        label(row["period"]): wording.number(row["value"], **scale),
        "Rank": wording.place(int(ranks[row.name]), of=int(ranks.count()), tied=bool(tied)),
    }
    if since:
        items[f"Change since {label(since)}"] = wording.difference(row["value"] - first, **scale)
    if england is not None:
        name = f"Against England’s {wording.number(england, **scale)}"
        items[name] = wording.difference(row["value"] - england, **scale)
    if line:
        items |= _against_line(row, line, scale)
    st.html(facts(items))


def _first(earlier: pd.DataFrame, row: pd.Series) -> tuple[float, str]:
    """The area's first figure before this one and its period; an empty period where there is none."""
    mine = earlier[(earlier["area_code"] == row.name) & (earlier["period"] < row["period"])].dropna(subset="value")
    return (mine["value"].iloc[0], mine["period"].iloc[0]) if len(mine) else (float("nan"), "")


def _against_line(row: pd.Series, line: Line, scale: dict[str, object]) -> dict[str, str]:
    gap = row["value"] - line.value
    told = {f"Against the {line.name}": wording.difference(gap, **scale)}
    gdp = cache.area_history("gdp_gbp_m", row["geography_id"], row.name).set_index("period")["value"].get(row["period"])
    if gap < 0 and gdp:
        wanted = measures.money_to_target(pd.Series([row["value"]]), target=line.value, base=pd.Series([gdp])).iloc[0]
        told["To reach the line"] = f"{wording.number(wanted, unit='£ million', decimals=0)} more a year"
    return told


def _why_missing(row: pd.Series) -> str:
    if row["derivation"] == "sum" and row["status"] == "M":
        return "It takes in part of a district whose figures are published for the whole only."
    return ""


def _marks(row: pd.Series) -> None:
    """What makes this figure or this area less than exact."""
    note = cache.area_list(row["geography_id"]).set_index("area_code")["note"][row.name]
    if row["status"] not in ("A", "M", "C"):
        st.caption(f"This figure is {wording.status(row['status'])}.")
    if row["derivation"] == "same-area":
        st.caption("Published for another geography whose area has exactly these districts.")
    if note:
        st.caption(plain(note))


def _peers(row: pd.Series, figures: pd.DataFrame, *, indicator: pd.Series) -> None:
    """The areas most like it by what they are made of, with their figures, and the way to why."""
    if row["geography_id"] not in PLACES:
        return
    peers = cache.peers(row.name, geography_id=row["geography_id"])
    if peers.empty:
        return
    values = figures.set_index("area_code")["value"]
    scale = {"unit": indicator["unit"], "decimals": int(indicator["decimals"])}
    named = [f"{peer.area_name} {wording.number(values[peer.area_code], **scale)}" for peer in peers.itertuples()]
    st.markdown(f"**Most like it in structure:** {plain(', '.join(named))}")
    links.show_one(links.comparable((row["geography_id"], str(row.name))))


def _other_geography(row: pd.Series) -> None:
    """The LEPs that share ground with the area, or for a LEP the NUTS 2 regions."""
    level = GEOGRAPHIES[row["geography_id"]].level
    other = "nuts2-2016" if level == "lep" else _LIS_ERA
    shared = cache.overlaps(row["geography_id"], row.name, other_geography_id=other)
    whole = shared[shared["share_of_other"] > 0.999]["name"].tolist()
    part = shared[shared["share_of_other"] <= 0.999]["name"].tolist()
    plural = GEOGRAPHIES[other].plural
    if whole:
        st.markdown(f"**{plural} wholly inside:** {plain(', '.join(whole))}")
    if part:
        st.markdown(f"**{plural} partly inside:** {plain(', '.join(part))}")
