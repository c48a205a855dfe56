"""All that is known of one LEP: facts, timeline, documents, priorities, targets, and where documents disagree."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import queries, statements
from lis_data.queries.priorities import LEAST_QUOTIENT
from pages.ui.exhibit import extracts
from pages.ui.shell import frame, pages
from pages.ui.shell.markup import link, plain, web_address
from pages.ui.state import links, pickers
from pages.ui.state.cache import answer
from pages.ui.views.programme import choices, disagreements, priorities, sources, timeline
from pages.ui.views.programme import text as words
from pages.ui.views.statements import tables


def show(headline: DeltaGenerator) -> None:
    """The view of the chosen LEP; of the first by name until one is chosen."""
    everything = answer(queries.strategies).set_index("area_code", drop=False)
    names = everything.sort_values("name")["name"].to_dict()
    area = pickers.one_of("Place", names, key="area", default=next(iter(names)))
    row = everything.loc[area]
    finding = words.of_area(row)
    subtitle = f"Known as {', '.join(row['other_names'])}."
    with headline:
        frame.headline(finding, subtitle)
    _facts(row)
    _links(row)
    if row["text_date"] is not pd.NaT:
        timeline.draw(timeline.strategies(everything.loc[[area]]), selected=None)
    frame.section("Documents")
    _documents(area)
    frame.section("Priorities")
    _priorities(area, finding)
    _targets(area)
    _disagreements(area, row["name"])


def _facts(row: pd.Series) -> None:
    """Each fact with its source; what no source states is marked."""
    shared = f", shared by {row['strategy_leps']} LEPs" if row["strategy_leps"] > 1 else ""
    named = (
        "" if row["named_in_documents"] else " No document names it: wave 3 is all LEPs that are not in waves 1 and 2."
    )
    facts = [
        ("Wave", words.inferred(f"{row['wave']} ({row['wave_name']})", row["confidence"]), row["sources"] + named),
        ("Status", words.inferred(words.STATUSES[row["status"]], row["status_confidence"]), row["status_sources"]),
        ("Planned", f"{row['planned_text']}, for {row['planned_for']}", row["sources"]),
        ("Text dated", words.dated(row), row["status_sources"]),
        ("Lateness", words.lateness(row), words.how_counted(row)),
        ("Whose strategy", row["strategy"] + shared, ""),
        ("Who leads", words.LEADS[row["lead"]], row["lead_body"]),
        ("Partnership", _partnership(row), row["partnership_sources"]),
    ]
    addresses = {"Status": row["status_url"]}
    items = "".join(
        f"<div><dt>{name}</dt><dd>{escape(text)}<br><small>{_source(source, addresses.get(name))}</small></dd></div>"
        for name, text, source in facts
    )
    st.html(f'<dl class="lis-facts lis-sourced">{items}</dl>{_STYLE}')
    notes = [text for text in (row["status_note"], row["note"], row["combined_authority_note"]) if pd.notna(text)]
    told = "".join(f"- {plain(text.removesuffix('.'))}.\n" for text in notes)
    st.markdown(f"{told}- After April 2024: {_succession(row)}.")
    if row["status"] != "agreed":
        st.caption(words.FURTHEST)


def _succession(row: pd.Series) -> str:
    """Who followed the LEP, with the source and its address where one is known, as Markdown."""
    named = pd.notna(row["successor_sources"]) and link(row["successor_sources"], row["successor_url"])
    return plain(words.succession(row)) + (f": {named}" if named else "")


def _source(text: object, url: object) -> str:
    """Who says so, as HTML, with its address where one is known."""
    told = escape(str(text)) if pd.notna(text) else ""
    address = web_address(url)
    return f'<a href="{escape(address)}" target="_blank" rel="noopener">{told}</a>' if told and address else told


def _partnership(row: pd.Series) -> str:
    return (
        "none found"
        if pd.isna(row["partnership"])
        else words.inferred(row["partnership"], row["partnership_confidence"])
    )


def _links(row: pd.Series) -> None:
    here = [(choices.GEOGRAPHY, row["area_code"])]
    links.show(filter(None, [links.sectors(here), links.research(here)]))


def _documents(area: str) -> None:
    """The shelf: type, title with its address, date. Where no address is known, that is said."""
    rows = answer(queries.documents, area).to_dict("records")
    if not rows:
        st.info("No document on this LEP was found.")
        return
    told = []
    for row in rows:
        when = row["date_text"] if pd.notna(row["date_text"]) else row["date_reason"]
        missing = "" if web_address(row["url"]) else " *Its address is not shown in the sources.*"
        title = link(row["title"], row["url"])
        told.append(f"- **{row['type']}** · {title}, {plain(when)}. {plain(row['description'])}.{missing}")
    st.markdown("\n".join(told))


def _priorities(area: str, finding: str) -> None:
    held = answer(queries.priorities)
    rows = held[held["area_code"] == area]
    claims = answer(queries.tested_claims)
    mine = claims[(claims["area_code"] == area) & claims["sector"].notna()]
    if len(mine):
        st.markdown("\n".join(_claim(row) for _, row in mine.iterrows()))
        st.caption(
            f"Borne out from a location quotient of {LEAST_QUOTIENT}; "
            "the view of priorities has the rule and lets you set it."
        )
    priorities.table(rows, with_place=False)
    taken = priorities.taken(rows)
    extract = sources.extract(f"lis_{area}_priorities", finding=finding, subtitle="Priorities of the LEP", rows=taken)
    with st.container(horizontal=True):
        extracts.offer(extract)


def _claim(row: pd.Series) -> str:
    tests = [("GVA", row["location_quotient"], row["fit"]), ("jobs", row["jobs_location_quotient"], row["jobs_fit"])]
    told = "; ".join(f"{name} {value:.2f}, {fit} fit" for name, value, fit in tests if pd.notna(value))
    others = int(row["leps_claiming"]) - 1
    same = f"{others} other LEPs claim" if others > 1 else "one other LEP claims" if others else "no other LEP claims"
    tested = f" ({told})" if told else ""
    return f"- **{plain(row['priority'])}** ({plain(row['sector_title'])}): {row['verdict']}{tested}; {same} it."


def _targets(area: str) -> None:
    """What its documents state in figures, with our verdict, each with a link to its check on the page on claims."""
    everything = answer(statements.verdicts)
    rows = everything[everything["area_codes"].map(lambda codes: area in codes)]
    if rows.empty:
        return
    frame.section("Targets and claims in numbers")
    shown = pd.DataFrame(
        {
            "The document says": rows["says"].map(plain),
            "Stated": rows["figure"].map(plain),
            "By": rows["due"].fillna("–").map(plain),
            "Verdict": tables.verdict(rows),
            "Check": [f"[{key}](/{pages.CLAIMS.address}?statement={key})" for key in rows["statement_id"]],
            "Source": rows["source"].map(plain),
        }
    )
    st.table(shown, hide_index=True, alt=f"{len(rows)} targets and claims")


def _disagreements(area: str, name: str) -> None:
    rows = answer(queries.disagreements, area)
    frame.section("Where the documents disagree about it")
    if rows.empty:
        st.markdown(f"None of the disagreements found is about {plain(name)}.")
    else:
        disagreements.cards(rows)


_STYLE = """<style>
.lis-sourced dd { font-size: 1rem; line-height: 1.35 }
.lis-sourced small { font-weight: 400; font-size: .8rem; opacity: .8; overflow-wrap: anywhere }
</style>"""
