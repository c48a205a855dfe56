"""Who is in which wave, who leads, and how far each LEP got: a map, the LEPs by status, and the table of all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo import boundaries
from geo.boundaries import BRITISH_GRID
from lis_data import queries
from pages.ui.exhibit import extracts, maps, pictures
from pages.ui.exhibit.charts import programme as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.programme import choices, disagreements, sources, text

_COLOURS = {"wave": "Wave", "status": "Status", "lead": "Who leads"}
_NAMES = {"wave": text.WAVES, "status": text.STATUSES, "lead": text.LEADS}
_LEFT_OUT = "filtered out"


def show(headline: DeltaGenerator) -> None:
    """The view: what is coloured, which LEPs, and the one that stands out."""
    left, middle, right = st.columns([3, 4, 3], vertical_alignment="bottom")
    with left:
        colour = pickers.one_of("Colour by", _COLOURS, key="colour", default="wave")
    with middle:
        area = choices.area()
    with right:
        leps = choices.leps()
    everything = answer(queries.strategies)
    at = everything.set_index("area_code", drop=False)
    finding = text.of_area(at.loc[area]) if area else text.of_programme(leps)
    subtitle = "Local Industrial Strategies of England’s 38 Local Enterprise Partnerships (LEPs), 2017 to 2021."
    with headline:
        frame.headline(finding, subtitle)
    if leps.empty:
        return choices.say_nothing_left()
    picture, standing = st.columns([1, 1], gap="large")
    with picture:
        _map(leps, colour=colour, area=area)
    with standing:
        if area:
            _one(at.loc[area])
        else:
            _all(leps, with_colours=colour == "status")
        _notes()
    frame.section(f"{len(leps)} of {len(everything)} LEPs, by wave")
    _table(leps)
    extract = sources.extract("lis_waves", finding=finding, subtitle=subtitle, rows=_rows(leps))
    with st.container(horizontal=True):
        extracts.offer(extract)
        pictures.offer_chart(extract, lambda paper: _picture(leps, colour=colour, ink=paper))


def _map(leps: pd.DataFrame, *, colour: str, area: str | None) -> None:
    held = answer(queries.strategies).set_index("area_code")
    shown = held[colour].where(held.index.isin(leps["area_code"]), _LEFT_OUT)
    texts = "Wave " + held["wave"] + " · " + held["status"].map(text.STATUSES)
    names, colours = _categories(colour, ink(), left_out=len(leps) < len(held))
    maps.show_categories(
        choices.GEOGRAPHY,
        shown,
        names=names,
        colours=colours,
        texts=texts,
        selected=area,
        key="waves-map",
        area_key="area",
        alt=f"Map of the LEPs by {_COLOURS[colour].lower()}; the table below has the same.",
    )
    st.caption("LEPs overlapped until 2020: a district in two LEPs shows the colour of one.")


def _categories(colour: str, paper: Ink, *, left_out: bool) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What each category is called and its colour, in the legend's order."""
    more = {_LEFT_OUT: "Filtered out"} if left_out else {}
    return {**_NAMES[colour], **more}, {**text.colours(paper)[colour], **dict.fromkeys(more, paper.paper)}


def _picture(leps: pd.DataFrame, *, colour: str, ink: Ink) -> Spec:
    """The map as a chart, for a file."""
    shapes = answer(boundaries.read, choices.GEOGRAPHY)[["area_code", "geometry"]].to_crs(BRITISH_GRID)
    names, colours = _categories(colour, ink, left_out=len(leps) < len(shapes))
    chosen = leps.set_index("area_code")[colour]
    shapes["category"] = shapes["area_code"].map(chosen).fillna(_LEFT_OUT).map(names)
    features = json.loads(shapes.to_json(drop_id=True, show_bbox=False))["features"]
    return charts.categories_map(features, colours={names[key]: colours[key] for key in names}, ink=ink)


def _one(row: pd.Series) -> None:
    """The chosen LEP in short, and the way to all that is known of it."""
    frame.section(row["name"])
    told = {
        "Wave": text.inferred(f"{row['wave']} ({row['wave_name']})", row["confidence"]),
        "Status": text.inferred(text.STATUSES[row["status"]], row["status_confidence"]),
        "Led by": row["lead_body"],
        "Lateness": text.lateness(row),
    }
    st.html(facts(told))
    st.markdown(f"**After April 2024:** {plain(text.succession(row))}.")
    st.button(f"All about {plain(row['name'])}", on_click=choices.open_place, icon=":material/article:")


def _all(leps: pd.DataFrame, *, with_colours: bool) -> None:
    """The names of the LEPs by wave and status, with the colours of the map where it shows the status."""
    colours = text.colours(ink())["status"] if with_colours else dict.fromkeys(text.STATUSES, "")
    parts = []
    for wave, title in text.WAVES.items():
        inside = leps[leps["wave"] == wave]
        if len(inside):
            due = f"due {inside['planned_text'].iloc[0].removeprefix('by ')}"
            parts.append(f"<h2>{title} <small>{len(inside)} LEPs, {escape(due)}</small></h2><dl class='lis-standing'>")
            parts += [_status(inside, status, colours[status]) for status in text.STATUSES]
            parts.append("</dl>")
    st.html("".join(parts) + _STYLE)


def _status(leps: pd.DataFrame, status: str, colour: str) -> str:
    names = leps.loc[leps["status"] == status, "name"].tolist()
    if not names:
        return ""
    swatch = f'<span class="lis-swatch" style="background:{colour}"></span> ' if colour else ""
    title = f"{swatch}{escape(text.STATUSES[status])} ({len(names)})"
    return f"<div><dt>{title}</dt><dd>{escape(' · '.join(names))}</dd></div>"


def _notes() -> None:
    st.caption(text.FURTHEST)
    with st.container(horizontal=True):
        disagreements.note("Eight trailblazers, or three?", ("D01", "D02", "D34", "D32"))
        disagreements.note("Is there a wave 3?", ("D04", "D05", "D06", "D10"))
        disagreements.note("Who leads?", ("D17", "D18"))


def _table(leps: pd.DataFrame) -> None:
    shown = pd.DataFrame(
        {
            "LEP": leps["name"],
            "Wave": leps["wave"],
            "Status": _marked(leps, leps["status"].map(text.STATUSES), "status_confidence"),
            "Lateness": [text.lateness(row) for _, row in leps.iterrows()],
            "Text dated": [text.dated(row) for _, row in leps.iterrows()],
            "Planned": leps["planned_text"] + ", " + leps["planned_for"],
            "Who leads": leps["lead"].map(text.LEADS),
            "Partnership": _marked(leps, leps["partnership"], "partnership_confidence"),
            "LEPs in the strategy": leps["strategy_leps"],
            "Documents found": leps["documents"],
            "Priorities": leps["priorities"],
            "After April 2024": leps["successor"],
            "How firm that is": leps["successor_state"].map(text.SUCCESSIONS),
        }
    )
    rows = st.session_state.get("waves-table-clicks", 0)
    st.dataframe(
        shown,
        hide_index=True,
        placeholder="–",
        alt=f"Wave, status, lateness and leader of {len(leps)} LEPs",
        key=f"waves-table-{rows}",
        on_select=lambda: _take_row(f"waves-table-{rows}", leps["area_code"].tolist()),
        selection_mode="single-row",
    )


def _take_row(key: str, codes: list[str]) -> None:
    """A row of the table chooses its LEP, as a click on the map does; a new key clears the mark of the row."""
    picked = st.session_state[key].selection.rows
    if picked:
        st.session_state["area"] = codes[picked[0]]
        st.session_state["waves-table-clicks"] = st.session_state.get("waves-table-clicks", 0) + 1


def _marked(leps: pd.DataFrame, texts: pd.Series, confidence: str) -> pd.Series:
    return texts.mask(leps[confidence] == "inferred", texts + " (inferred)")


def _rows(leps: pd.DataFrame) -> pd.DataFrame:
    """The table to take away: every column."""
    return leps.assign(other_names=leps["other_names"].map("; ".join), status_means=leps["status"].map(text.STATUSES))


_STYLE = """<style>
.lis-standing { display: grid; gap: .5rem 1.25rem; margin: 0 0 .9rem !important; padding: 0 !important;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)) }
.lis-standing dt { font-size: .8rem; display: flex; gap: .4rem; align-items: center }
.lis-standing dd { margin: 0 !important; font-size: .92rem; font-weight: 550 }
</style>"""
