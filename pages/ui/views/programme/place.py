"""All that is known of one LEP: facts, timeline, documents, priorities, targets, and where documents disagree."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from lis_data import queries, statements
from lis_data.queries.priorities import LEAST_QUOTIENT
from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import by_label, each_row, records, row_at
from pages.ui.shell import frame, pages
from pages.ui.shell.markup import link, plain, web_address
from pages.ui.state import links, pickers
from pages.ui.state.cache import answer
from pages.ui.views.programme import choices, claims, disagreements, priorities, sources, text, timeline
from pages.ui.views.statements import evidence, tables

_RULE = (
    f"Borne out from a location quotient of {LEAST_QUOTIENT}; the view of priorities has the rule and lets you set it."
)


def show() -> None:
    """The view of the chosen LEP; of the first by name until one is chosen."""
    everything = answer(queries.strategies).set_index("area_code", drop=False)
    names = by_label(everything.sort_values("name")["name"])
    area = pickers.one_of("Place", names, key="area", default=next(iter(names)))
    row = row_at(everything, area)
    facts = _facts(row)
    page.finding(facts)
    _show_facts(facts, {"Status": row["status_url"]})
    _notes(row)
    page.offer(facts)
    _links(row)
    if row["text_date"] is not pd.NaT:
        page.show(timeline.exhibit(everything.loc[[area]], f"timeline_{area}", "When it was planned, and when it came"))
    frame.section("Documents")
    _documents(area)
    _priorities(area, row["name"])
    _targets(area)
    _disagreements(area, row["name"])


def _facts(row: pd.Series) -> Exhibit:
    """Each fact with its source; what no source states is marked."""
    shared = f", shared by {row['strategy_leps']} LEPs" if row["strategy_leps"] > 1 else ""
    named = (
        "" if row["named_in_documents"] else " No document names it: wave 3 is all LEPs that are not in waves 1 and 2."
    )
    items = [
        ("Wave", text.inferred(f"{row['wave']} ({row['wave_name']})", row["confidence"]), row["sources"] + named),
        ("Status", text.inferred(text.STATUSES[row["status"]], row["status_confidence"]), row["status_sources"]),
        ("Planned", f"{row['planned_text']}, for {row['planned_for']}", row["sources"]),
        ("Text dated", text.dated(row), row["status_sources"]),
        ("Lateness", text.lateness(row), text.how_counted(row)),
        ("Whose strategy", row["strategy"] + shared, ""),
        ("Who leads", text.LEADS[row["lead"]], row["lead_body"]),
        ("Partnership", _partnership(row), row["partnership_sources"]),
    ]
    rows = pd.DataFrame(items, columns=["item", "fact", "source"]).fillna({"source": ""})
    columns = (Column("item", "Item"), Column("fact", "Fact"), Column("source", "Source"))
    return Exhibit(
        key="facts",
        name=f"lis_{row['area_code']}_facts",
        finding=text.of_area(row),
        subtitle=f"Known as {', '.join(row['other_names'])}.",
        table=Table(rows, columns, alt=f"{len(rows)} facts on {row['name']} with their sources", wraps=True),
        documents=sources.documents(),
        facts=sources.facts(),
    )


def _show_facts(facts: Exhibit, addresses: Mapping[str, object]) -> None:
    """The facts as terms, each with its source under it, and the source's address where one is known."""
    items = "".join(
        f"<div><dt>{item}</dt><dd>{escape(fact)}<br><small>{_source(source, addresses.get(item))}</small></dd></div>"
        for item, fact, source in each_row(facts.table.rows)
    )
    st.html(f'<dl class="lis-facts lis-sourced">{items}</dl>{_STYLE}')


def _notes(row: pd.Series) -> None:
    """What else is known of it, and who followed it."""
    notes = row[["status_note", "note", "combined_authority_note"]].dropna()
    lines = "".join(f"- {plain(note.removesuffix('.'))}.\n" for note in notes)
    st.markdown(f"{lines}- After April 2024: {_succession(row)}.")
    if row["status"] != "agreed":
        st.caption(text.FURTHEST)


def _succession(row: pd.Series) -> str:
    """Who followed the LEP, with the source and its address where one is known, as Markdown."""
    named = pd.notna(row["successor_sources"]) and link(row["successor_sources"], row["successor_url"])
    return plain(text.succession(row)) + (f": {named}" if named else "")


def _source(source: str, url: object) -> str:
    """Who says so, as HTML, with its address where one is known."""
    named = escape(source)
    address = web_address(url)
    return f'<a href="{escape(address)}" target="_blank" rel="noopener">{named}</a>' if named and address else named


def _partnership(row: pd.Series) -> str:
    return (
        "none found"
        if pd.isna(row["partnership"])
        else text.inferred(row["partnership"], row["partnership_confidence"])
    )


def _links(row: pd.Series) -> None:
    here = [(choices.GEOGRAPHY, row["area_code"])]
    links.show(filter(None, [links.sectors(here), links.research(here)]))


def _documents(area: str) -> None:
    """Each document: type, title with its address, date. Where no address is known, that is said."""
    rows = records(answer(queries.documents, area))
    if not rows:
        st.info("No document on this LEP was found.")
        return
    lines = []
    for row in rows:
        when = row["date_text"] if pd.notna(row["date_text"]) else row["date_reason"]
        missing = "" if web_address(row["url"]) else " *Its address is not shown in the sources.*"
        title = link(row["title"], row["url"])
        lines.append(f"- **{row['type']}** · {title}, {plain(when)}. {plain(row['description'])}.{missing}")
    st.markdown("\n".join(lines))


def _priorities(area: str, name: str) -> None:
    """Its claims with their tests in words, then all its priorities."""
    frame.section("Priorities")
    tested = answer(queries.tested_claims)
    claimed = tested[(tested["area_code"] == area) & tested["sector"].notna()]
    if len(claimed):
        page.cite(*claims.SERIES)
        st.markdown("\n".join(_claim(row) for _, row in claimed.iterrows()))
        st.caption(_RULE)
    everything = answer(queries.priorities)
    rows = everything[everything["area_code"] == area]
    if len(rows):
        finding = f"{name}: its priorities"
        page.table(priorities.exhibit(rows, f"lis_{area}_priorities", finding, subtitle=finding, with_place=False))


def _claim(row: pd.Series) -> str:
    tests = [("GVA", row["location_quotient"], row["fit"]), ("jobs", row["jobs_location_quotient"], row["jobs_fit"])]
    quotients = "; ".join(f"{name} {value:.2f}, {fit} fit" for name, value, fit in tests if pd.notna(value))
    others = int(row["leps_claiming"]) - 1
    same = f"{others} other LEPs claim" if others > 1 else "one other LEP claims" if others else "no other LEP claims"
    tested = f" ({quotients})" if quotients else ""
    return f"- **{plain(row['priority'])}** ({plain(row['sector_title'])}): {row['verdict']}{tested}; {same} it."


def _targets(area: str) -> None:
    """What its documents state in figures, with our verdict, each with a link to its check on the page on claims."""
    everything = answer(statements.verdicts)
    rows = everything[everything["area_codes"].map(lambda codes: area in codes)]
    if len(rows):
        page.show(_stated(rows, area))


def _stated(rows: pd.DataFrame, area: str) -> Exhibit:
    """Stated figures of one place (columns as in `statements.verdicts`)."""
    addresses = f"/{pages.CLAIMS.address}?statement=" + rows["statement_id"]
    named = rows.assign(verdict=tables.verdict(rows), due=rows["due"].fillna("–"), check=addresses)
    columns = (
        Column("says", "The document says"),
        Column("figure", "Stated"),
        Column("due", "By"),
        Column("verdict", "Verdict"),
        Column("check", "Check", link="statement=(.+)"),
        Column("source", "Source"),
    )
    taken = named.drop(columns="check")
    files = map(Column, ("statement_id", "area_code", "area_name", "measure", "recomputed", "why", "source_url"))
    return Exhibit(
        key="stated",
        name=f"lis_{area}_stated_figures",
        finding="Targets and claims in numbers",
        subtitle="What documents state, and whether figures bear it out.",
        table=Table(taken, (*columns, *files), alt=f"{len(rows)} targets and claims", read=named, wraps=True),
        series=evidence.series(rows),
        documents=evidence.documents(rows),
        facts=evidence.FACTS,
    )


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
