"""One area's figure in context: value, rank, change, distance to the line, peers, areas round it, the small print."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from geo import areas
from geo.areas import GEOGRAPHIES
from lis_data import measures, queries, statuses, targets, wording
from lis_data.model import Series, StoredIndicator
from lis_data.period import label
from lis_data.targets import Line
from lis_data.wording import Scale
from pages.ui.exhibit import page, tables
from pages.ui.rows import each_row, row_at
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, plain
from pages.ui.state import cache, links
from pages.ui.state.cache import answer, cached
from pages.ui.views.peers.choice import PLACES

_LIS_ERA = "lep-2017"
_GDP, _MONEY = "gdp_gbp_m", "To reach the line"
"""What money to reach the line is counted from, and what it is called."""


@dataclass(frozen=True)
class Panel:
    """What is said of an area: its name, why it has no figure (or ""), its facts as HTML, whose figures these rest on
    besides the indicator's, notes on what makes a figure or an area less than exact, and lines of Markdown on its peers
    and on the areas that overlap it.
    """

    name: str
    missing: str
    facts: str
    series: tuple[Series, ...]
    notes: tuple[str, ...]
    peers: str
    around: tuple[str, ...]


def show(area_code: str, indicator_id: str, geography_id: str, period: str) -> None:
    """The panel of an area's figure of one period."""
    panel = _panel(area_code, indicator_id, geography_id, period)
    frame.section(panel.name)
    if panel.missing:
        st.info(panel.missing)
    else:
        st.html(panel.facts)
        page.cite(*panel.series)
    for note in panel.notes:
        st.caption(note)
    if panel.peers:
        st.markdown(panel.peers)
        links.show_one(links.comparable((geography_id, area_code)))
    for line in panel.around:
        st.markdown(line)


@cached
def _panel(area_code: str, indicator_id: str, geography_id: str, period: str) -> Panel:
    figures = tables.figures(indicator_id, geography_id, period).set_index("area_code", drop=False)
    row, indicator = row_at(figures, area_code), cache.indicator(indicator_id)
    missing = pd.isna(row["value"])
    items: dict[str, str] = {} if missing else _facts(row, figures["value"], indicator)
    status = statuses.status(row["status"], derivation=row["derivation"])
    why = f"No figure for {label(period)}: {status}. {_why_missing(row)}"
    return Panel(
        name=row["area_name"],
        missing=why if missing else "",
        facts=facts(items) if items else "",
        series=(Series(_GDP, geography_id),) if _MONEY in items else (),
        notes=tuple(_notes(row)),
        peers=_peers(row, figures["value"], indicator),
        around=tuple(_around(row)),
    )


def _facts(row: pd.Series, values: pd.Series, indicator: StoredIndicator) -> dict[str, str]:
    """The figure, its rank and change, and how far it is from England and from the line, item by item."""
    scale, period = wording.scale(indicator), row["period"]
    ranks = measures.rank(values, polarity=indicator.polarity)
    items = {
        label(period): scale.number(row["value"]),
        "Rank": wording.place(
            int(ranks[str(row.name)]), of=int(ranks.count()), tied=bool(measures.tied(values)[str(row.name)])
        ),
    }
    first, since = _first(row, indicator.indicator_id)
    if since:
        items[f"Change since {label(since)}"] = scale.difference(row["value"] - first)
    england = tables.england(indicator.indicator_id, row["geography_id"], period)
    if england is not None:
        name = f"Against England’s {scale.number(england)}"
        items[name] = scale.difference(row["value"] - england)
    line = answer(targets.line, indicator.indicator_id)
    return items | (_against_line(row, line, scale) if line else {})


def _first(row: pd.Series, indicator_id: str) -> tuple[float, str]:
    """The area's first figure before this one that compares with it, and its period; empty where there is none."""
    earlier = tables.comparable(indicator_id, row["geography_id"], row["period"])
    own = earlier[(earlier["area_code"] == row.name) & (earlier["period"] < row["period"])].dropna(subset="value")
    return (own["value"].iloc[0], own["period"].iloc[0]) if len(own) else (float("nan"), "")


def _against_line(row: pd.Series, line: Line, scale: Scale) -> dict[str, str]:
    gap = row["value"] - line.value
    items = {f"Against the {line.name}": scale.difference(gap)}
    gdp = (
        answer(queries.area_history, _GDP, row["geography_id"], str(row.name))
        .set_index("period")["value"]
        .get(row["period"])
    )
    if gap < 0 and gdp:
        wanted = measures.money_to_target(pd.Series([row["value"]]), target=line.value, base=pd.Series([gdp])).iloc[0]
        items[_MONEY] = f"{wording.number(wanted, unit='£ million', decimals=0)} more a year"
    return items


def _why_missing(row: pd.Series) -> str:
    if row["derivation"] == "sum" and row["status"] == "M":
        return "It takes in part of a district whose figures are published for the whole only."
    return ""


def _notes(row: pd.Series) -> list[str]:
    area = answer(areas.area, row["geography_id"], str(row.name))
    status = statuses.status(row["status"], derivation=row["derivation"])
    note = area.note if area else ""
    status = status.replace("low reliability", "of low reliability")
    sentences = {
        f"This figure is {status}.": row["status"] not in ("A", "M", "C"),
        "Added up from the uploaded figures of its parts.": row["derivation"] == "uploaded-sum",
        "Published for another geography whose area has exactly these districts.": row["derivation"] == "same-area",
        plain(note): bool(note),
    }
    return [text for text, holds in sentences.items() if holds]


def _peers(row: pd.Series, values: pd.Series, indicator: StoredIndicator) -> str:
    """The areas most like it by what they are made of, with their figures."""
    if row["geography_id"] not in PLACES:
        return ""
    peers = answer(queries.peers, str(row.name), geography_id=row["geography_id"])
    scale = wording.scale(indicator)
    named = [f"{peer.area_name} {scale.number(values[peer.area_code])}" for peer in each_row(peers)]
    return f"**Most like it in structure:** {plain(', '.join(named))}" if named else ""


def _around(row: pd.Series) -> list[str]:
    """The LEPs that overlap the area, or for a LEP the NUTS 2 regions."""
    level = GEOGRAPHIES[row["geography_id"]].level
    other = "nuts2-2016" if level == "lep" else _LIS_ERA
    shared = answer(queries.overlaps, row["geography_id"], str(row.name), other_geography_id=other)
    inside = shared["share_of_other"] > 0.999
    parts = {"wholly inside": shared.loc[inside, "name"], "partly inside": shared.loc[~inside, "name"]}
    plural = GEOGRAPHIES[other].plural
    return [f"**{plural} {how}:** {plain(', '.join(names))}" for how, names in parts.items() if len(names)]
