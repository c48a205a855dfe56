"""Who is in which wave, who leads, and how far each LEP got: a map, the LEPs by status, and the table of all."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from lis_data import queries
from pages.ui.exhibit import page
from pages.ui.exhibit.area_map import CategoryMap
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import row_at
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.state.clicks import Click
from pages.ui.views.programme import choices, disagreements, sources, text

_COLOURS = {"wave": "Wave", "status": "Status", "lead": "Who leads"}
_NAMES = {"wave": text.WAVES, "status": text.STATUSES, "lead": text.LEADS}
_LEFT_OUT = "filtered out"
_ABOUT = "Local Industrial Strategies of England’s 38 Local Enterprise Partnerships (LEPs), 2017 to 2021."
_OVERLAP = "LEPs overlapped until 2020: a district in two LEPs shows the colour of one."
_COLUMNS = (
    Column("name", "LEP"),
    Column("wave", "Wave"),
    Column("status_means", "Status"),
    Column("lateness", "Lateness"),
    Column("text_dated", "Text dated"),
    Column("planned", "Planned"),
    Column("lead_means", "Who leads"),
    Column("partnership_means", "Partnership"),
    Column("strategy_leps", "LEPs in the strategy"),
    Column("documents", "Documents found"),
    Column("priorities", "Priorities"),
    Column("successor", "After April 2024"),
    Column("successor_means", "How firm that is"),
)


def show() -> None:
    """The view: what is coloured, which LEPs, and the one that stands out."""
    left, middle, right = st.columns([3, 4, 3], vertical_alignment="bottom")
    with left:
        colour = pickers.one_of("Colour by", _COLOURS, key="colour", default="wave")
    with middle:
        area = choices.area()
    with right:
        leps = choices.leps()
    everything = answer(queries.strategies).set_index("area_code", drop=False)
    finding = text.of_area(row_at(everything, area)) if area else text.of_programme(leps)
    if leps.empty:
        page.headline(finding, _ABOUT)
        return choices.say_nothing_left()
    strategies = _strategies(leps, finding, colour=colour, area=area)
    page.finding(strategies)
    picture, standing = st.columns([1, 1], gap="large")
    with picture:
        page.picture(strategies)
    with standing:
        if area:
            _one(row_at(everything, area))
        else:
            _all(leps, with_colours=colour == "status")
        _notes()
    frame.section(f"{len(leps)} of {len(everything)} LEPs, by wave")
    page.table(strategies)


def _strategies(leps: pd.DataFrame, finding: str, *, colour: str, area: str | None) -> Exhibit:
    """The LEPs that the filters let through, with all that is known of their strategies."""
    rows = _rows(leps)
    return Exhibit(
        key="strategies",
        name="lis_waves",
        finding=finding,
        subtitle=_ABOUT,
        table=Table(
            rows,
            (*_COLUMNS, *map(Column, rows.columns.difference([column.field for column in _COLUMNS], sort=False))),
            alt=f"Wave, status, lateness and leader of {len(leps)} LEPs",
            click=Click("area", "area_code"),
        ),
        picture=_map(leps, colour=colour, area=area),
        caption=_OVERLAP,
        documents=sources.documents(),
        facts=sources.facts(),
    )


def _map(leps: pd.DataFrame, *, colour: str, area: str | None) -> CategoryMap:
    everywhere = answer(queries.strategies).set_index("area_code")
    left_out = {_LEFT_OUT: "Filtered out"} if len(leps) < len(everywhere) else {}

    def colours(ink: Ink) -> Mapping[str, str]:
        return {**text.colours(ink)[colour], **dict.fromkeys(left_out, ink.paper)}

    return CategoryMap(
        choices.GEOGRAPHY,
        everywhere[colour].where(everywhere.index.isin(leps["area_code"]), _LEFT_OUT),
        names={**_NAMES[colour], **left_out},
        colours=colours,
        texts="Wave " + everywhere["wave"] + " · " + everywhere["status"].map(text.STATUSES),
        alt=f"Map of the LEPs by {_COLOURS[colour].lower()}; the table below has the same.",
        selected=area,
    )


def _one(row: pd.Series) -> None:
    """The chosen LEP in short, and the way to all that is known of it."""
    frame.section(row["name"])
    items = {
        "Wave": text.inferred(f"{row['wave']} ({row['wave_name']})", row["confidence"]),
        "Status": text.inferred(text.STATUSES[row["status"]], row["status_confidence"]),
        "Led by": row["lead_body"],
        "Lateness": text.lateness(row),
    }
    st.html(facts(items))
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


def _rows(leps: pd.DataFrame) -> pd.DataFrame:
    """Every column of `queries.strategies`, and those that say in words what is coded."""
    each = [row for _, row in leps.iterrows()]
    return leps.assign(
        other_names=leps["other_names"].map("; ".join),
        status_means=_marked(leps, leps["status"].map(text.STATUSES), "status_confidence"),
        lateness=[text.lateness(row) for row in each],
        text_dated=[text.dated(row) for row in each],
        planned=leps["planned_text"] + ", " + leps["planned_for"],
        lead_means=leps["lead"].map(text.LEADS),
        partnership_means=_marked(leps, leps["partnership"], "partnership_confidence"),
        successor_means=leps["successor_state"].map(text.SUCCESSIONS),
    )


def _marked(leps: pd.DataFrame, texts: pd.Series, confidence: str) -> pd.Series:
    return texts.mask(leps[confidence] == "inferred", texts + " (inferred)")


_STYLE = """<style>
.lis-standing { display: grid; gap: .5rem 1.25rem; margin: 0 0 .9rem !important; padding: 0 !important;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)) }
.lis-standing dt { font-size: .8rem; display: flex; gap: .4rem; align-items: center }
.lis-standing dd { margin: 0 !important; font-size: .92rem; font-weight: 550 }
</style>"""
