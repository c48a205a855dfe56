"""What would it take? Each region's way to the target, the money it takes, and the rules side by side."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import measures, wording
from lis_data.model import ENGLAND, Series
from lis_data.queries.paths import REGIONS, SHARES
from lis_data.targets import NOT_COMPARABLE
from pages.ui.exhibit import extracts, pictures, provenance
from pages.ui.exhibit.charts import targets as charts
from pages.ui.exhibit.charts.base import Mark, Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.target_line import choices, figures, picks, text
from pages.ui.views.target_line.choices import PLACES, RULES, Choice

_STYLE = "<style>[data-testid='stTable'] :is(th, td):not(:first-child) { text-align: right !important }</style>"
"""Numbers of tables to read stand at the right."""
KINDS = {"country": "country", **PLACES}


def show(headline: DeltaGenerator) -> None:
    """The view: pickers, what it takes, ways and money, the other rules, table, files."""
    choice = choices.choose()
    rows = figures.compared(choice)
    one = _chosen(rows, choice)
    lep = figures.of_lep(choice) if choice.of_lep else None
    finding = text.of_way(one, choice) if lep is None else text.of_lep_way(lep, choice)
    subtitle = text.about_way(choice)
    with headline:
        frame.headline(finding, subtitle)
        st.caption(plain(f"{text.HELD.format(first=choice.first)} {choice.target.why}"))
    extract = _extract(rows, choice, finding, subtitle)
    st.html(f"{facts(_facts(one, choice) if lep is None else _facts_of_lep(lep, choice))}{_STYLE}")
    _pictures(choice, extract)
    rule = f"{RULES[choice.rule]}: {text.rule(figures.drawn(choice), choice.rule)}"
    sound = text.ESTIMATED_TODAY if (rows["status"] != "A").any() else ""
    st.caption(plain(f"Filled: {choice.first}. Hollow and dashed: modelled. {rule} {sound}".strip()))
    frame.section(f"More a year in {choice.year}, in {choice.first} prices")
    _table(rows, choice)
    with st.container(horizontal=True):
        extracts.offer(extract)
    others = functools.partial(_rules_of_lep, lep) if lep is not None else functools.partial(_rules, one, extract)
    frame.fold(
        "By the other rules, and why they differ", lambda: others(choice), key="rules", icon=":material/call_split:"
    )
    _years(one["area_name"], choice, extract)
    _before()
    target = choice.target.indicator_id
    others = (Series(key, "country") for key in SHARES if key != target)
    frame.sources(Series(target, REGIONS), Series(SHARES[target], REGIONS), *others)


def _chosen(rows: pd.DataFrame, choice: Choice) -> pd.Series:
    """The row of the chosen place; England's where none is chosen, or a LEP, which is no row of its own."""
    code = ENGLAND if choice.of_lep else choice.area_code or ENGLAND
    return rows.set_index("area_code", drop=False).loc[code]


def _facts(row: pd.Series, choice: Choice) -> dict[str, str]:
    rule = choice.rule
    now = f"{text.share(row['intensity'])} of GDP, {text.money(row['rd_gbp_m'])}"
    return {
        f"{row['area_name']} in {choice.first}": now,
        f"To reach in {choice.year}": f"{text.share(row[f'{rule}_intensity'])} of GDP",
        f"More a year in {choice.year}, in {choice.first} prices": text.money(row[f"{rule}_extra_gbp_m"]),
    }


def _facts_of_lep(lep: pd.Series, choice: Choice) -> dict[str, str]:
    how = "known: made of whole regions" if lep["exact"] else "modelled by three keys"
    now = wording.NONE if pd.isna(lep["low"]) else f"{text.spread(lep)} of GDP ({how})"
    return {
        f"{lep['area_name']} in {choice.first}": now,
        f"More a year in {choice.year}, in {choice.first} prices": text.span(lep, choice.rule),
    }


def _by_itself(row: pd.Series, choice: Choice) -> str:
    """What reaching the target would take of a region that no rule brings there; empty for England and above it."""
    if choice.area_code is None or row["intensity"] >= choice.target.value:
        return ""
    now, gdp = pd.Series([row["intensity"]]), pd.Series([row["gdp_gbp_m"]])
    wanted = measures.money_to_target(now, target=choice.target.value, base=gdp).iloc[0]
    return (
        f"To reach {text.share(choice.target.value)} itself, which no rule asks of it, {row['area_name']} would spend "
        f"{text.money(wanted)} more a year."
    )


def _pictures(choice: Choice, extract: extracts.Extract) -> None:
    """The ways and the money side by side, each to take away; a click on a region chooses it."""
    left, right = st.columns([11, 9], gap="large")
    allowed = frozenset(pickers.names(REGIONS))
    alt = f"Each region’s R&D in {choice.first} and what to reach in {choice.year}; the table below has the figures."
    with left:
        frame.section(f"From {choice.first} to {choice.year}, % of GDP")
        picks.show(_ways(choice, ink()), key="ways", allowed=allowed, alt=alt)
        _offer(extract, functools.partial(_ways, choice), what="ways", subtitle=extract.subtitle)
    with right:
        frame.section(f"More a year in {choice.year}, £ million")
        alt = "The extra money of each region; the table below has it."
        picks.show(_money(choice, ink()), key="money", allowed=allowed, alt=alt)
        subtitle = f"More R&D in {choice.year} than in {choice.first}, £ million a year, NUTS 2 regions: modelled."
        _offer(extract, functools.partial(_money, choice), what="money", subtitle=subtitle)


def _offer(extract: extracts.Extract, draw: Callable[[Ink], Spec], *, what: str, subtitle: str) -> None:
    """Buttons for one picture of the view, which all share their facts and sources."""
    with st.container(horizontal=True):
        pictures.offer_chart(dataclasses.replace(extract, name=f"{extract.name}-{what}", subtitle=subtitle), draw)


@cached
def _ways(choice: Choice, with_ink: Ink) -> Spec:
    mark = _mark(choice, with_ink)
    return charts.ways(figures.ways(choice), whole=ENGLAND, selected=choice.drawn, mark=mark, ink=with_ink)


@cached
def _money(choice: Choice, with_ink: Ink) -> Spec:
    return charts.hollow_bars(figures.money(choice), selected=choice.drawn, ink=with_ink)


@cached
def _by_rule(choice: Choice, with_ink: Ink) -> Spec:
    mark = _mark(choice, with_ink)
    return charts.by_rule(figures.by_rule(choice), chosen=choice.rule, mark=mark, ink=with_ink)


def _mark(choice: Choice, with_ink: Ink) -> Mark:
    return Mark(f"{choice.target.value:.3g}%", choice.target.value, with_ink.benchmark)


def _rules(one: pd.Series, extract: extracts.Extract, choice: Choice) -> None:
    """The rules for England or the chosen region: its paths, what they take, and who does it."""
    finding = text.of_rules(one)
    st.markdown(f"{plain(finding)}. {text.WHY_RULES_DIFFER} {plain(_by_itself(one, choice))}")
    left, right = st.columns([11, 9], gap="large")
    with left:
        alt = f"{finding}. Its path by each rule from {choice.first} to {choice.year}."
        st.vega_lite_chart(_by_rule(choice, ink()), alt=alt)
        by_rule = dataclasses.replace(extract, name=f"{extract.name}-{one['area_code']}", finding=finding)
        _offer(by_rule, functools.partial(_by_rule, choice), what="rules", subtitle=extract.subtitle)
    with right:
        columns = {
            "Rule": list(RULES.values()),
            f"{choice.year}, %": [one[f"{rule}_intensity"] for rule in RULES],
            "£m a year": [one[f"{rule}_extra_gbp_m"] for rule in RULES],
            "£m in all": [one[f"{rule}_total_gbp_m"] for rule in RULES],
        }
        _read(pd.DataFrame(columns), alt="What the rules take")
        st.caption(f"£m a year: more in {choice.year} than in {choice.first}. £m in all: of all the years together.")
    held = figures.drawn(choice)
    told = [
        f"- **{plain(name)}.** {plain(text.rule(held, rule))} {plain(text.who_by_rule(held, rule))}"
        for rule, name in RULES.items()
    ]
    st.markdown("\n".join(told))


def _rules_of_lep(lep: pd.Series, choice: Choice) -> None:
    """The rules for a LEP: a range by each, as its R&D is one."""
    st.markdown(text.WHY_RULES_DIFFER)
    amounts = {"Rule": list(RULES.values()), "More a year": [text.span(lep, rule) for rule in RULES]}
    _read(pd.DataFrame(amounts), alt=f"What the rules take of {lep['area_name']} in {choice.year}")


def _table(rows: pd.DataFrame, choice: Choice) -> None:
    shown = pd.DataFrame(
        {
            "Place": rows["area_name"],
            "Kind": rows["geography_id"].map(KINDS),
            f"R&D {choice.first}, £m": rows["rd_gbp_m"],
            f"{choice.first}, %": rows["intensity"],
            "Reliability": rows["status"].map({"E": "estimated", "U": "low", "P": "provisional"}).fillna("normal"),
            f"{choice.year}, %": rows[f"{choice.rule}_intensity"],
            "More a year, £m": rows[f"{choice.rule}_extra_gbp_m"],
        }
    )
    numbers = shown.columns[2:].drop("Reliability")
    amounts = {name: 0 for name in numbers if not name.endswith("%")}
    formats = {name: "localized" if name in amounts else "%.2f" for name in numbers}
    columns = {name: st.column_config.NumberColumn(format=how) for name, how in formats.items()}
    alt = f"The way of England, its regions and NUTS 2 regions to the target: {len(rows)} places"
    st.dataframe(shown.round(amounts), hide_index=True, column_config=columns, placeholder="–", alt=alt)


def _read(shown: pd.DataFrame, *, alt: str) -> None:
    """A short table to read: shares with two decimals, amounts in £m with none."""
    written = {
        name: shown[name].map(("{:.2f}" if name.endswith("%") else "{:,.0f}").format, na_action="ignore").fillna("–")
        for name in shown.columns[1:]
        if pd.api.types.is_numeric_dtype(shown[name])
    }
    st.table(shown.assign(**written), hide_index=True, alt=alt)


def _extract(rows: pd.DataFrame, choice: Choice, finding: str, subtitle: str) -> extracts.Extract:
    target = choice.target
    return extracts.Extract(
        name=f"way-to-{target.value:.2f}-{choice.rule}-{choice.year}",
        finding=finding,
        subtitle=subtitle,
        rows=rows.assign(first_year=choice.first, target_year=choice.year, target=target.value),
        sources=answer(
            provenance.sources_of, Series(target.indicator_id, REGIONS), Series(SHARES[target.indicator_id], REGIONS)
        ),
        facts={
            "Target": f"{target.name}. {target.why}",
            "Assumptions": text.HELD.format(first=choice.first),
            **{name: text.MEANS[rule] for rule, name in RULES.items()},
            "Status": "Of the share of GDP in the first year, calculated here; what a rule gives is modelled.",
        },
    )


def _years(name: str, choice: Choice, extract: extracts.Extract) -> None:
    """The chosen place year by year, and every region's years to take away."""
    with st.expander(f"{plain(name)} year by year", icon=":material/table:"):
        _read(figures.by_year(choice), alt=f"{name} year by year")
        rows = figures.years(choice, choice.rule)
        finding = f"Every region year by year: {RULES[choice.rule]}"
        with st.container(horizontal=True):
            extracts.offer(dataclasses.replace(extract, name=f"{extract.name}-by-year", finding=finding, rows=rows))


def _before() -> None:
    """What was measured before, which the paths do not go on from."""
    with st.expander("Business R&D in England by either measure", icon=":material/history:"):
        st.markdown(plain(NOT_COMPARABLE))
        _read(figures.two_measures(), alt="Business R&D in England by two measures")
