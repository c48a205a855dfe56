"""Claimed sector strengths: how many LEPs claim each, and whether the figures bear the claims out."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import queries
from lis_data.model import Series
from lis_data.queries.priorities import LEAST_QUOTIENT, VERDICTS
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import programme as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Table
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.state.clicks import Click
from pages.ui.views.programme import claim_tables, sources, text

SERIES = (Series("gva", "lep-2017"), Series("jobs", "nuts2-2016"), Series("jobs_sic4", "nuts2-2016"))
"""What the claims are tested with."""

_TESTED = list(VERDICTS[:3])
_RULE = (
    "A claim is tested twice where it can be: by the location quotient of its industries’ **GVA** in the LEP (2018), "
    "and by that of their **jobs** (2018, finer industries, in the LEP or in a NUTS 2 region that is mostly the same). "
    "A location quotient is the industries’ share of the economy here over their share in England.",
    "**Borne out**: every test made reaches the limit that you set. **Partly**: one of two does. **Cannot be tested**: "
    "no industry group stands for the sector, or there are no figures for the place.",
    "Where the **fit is broad** the industries hold more than is claimed, and the test is weak evidence. A quotient "
    "says how specialised a place is, not how good it is.",
    "**Distinctiveness** = 1 / number of strategies that claim the sector: 1 if nobody else does. The three West "
    "Midlands LEPs share one strategy, which counts once.",
)
_ABOUT = "LEPs that claim each sector; at the right, claims borne out of those that can be tested. Click a bar."
_FACTS = {f"Test {number}": rule.replace("**", "") for number, rule in enumerate(_RULE, start=1)}
_NO_REGION = (
    "Jobs by industry are published for NUTS 2 regions. Where none of them is mostly the same as the LEP, and GVA has "
    "no fitting group either, the claim cannot be tested."
)


def choose() -> tuple[str, float]:
    """The chosen sector (empty for all) and the quotient from which a claim is borne out."""
    titles = answer(queries.tested_sectors, least_quotient=LEAST_QUOTIENT).set_index("sector")["title"].sort_values()
    middle, right = st.columns([4, 3], vertical_alignment="bottom")
    with middle:
        sector = pickers.one_of("Sector", {"": "All sectors", **titles}, key="sector", default="")
    with right:
        hint = "How many times its share in England a claimed sector has to have"
        limits = {"default": LEAST_QUOTIENT, "least": 1.0, "most": 5.0, "step": 0.1}
        least = pickers.number("Borne out from a location quotient of", key="least", **limits, hint=hint)
    return sector, least


def show_all(least: float) -> None:
    """Every claimed sector."""
    sectors = _sectors(answer(queries.tested_sectors, least_quotient=least))
    page.finding(sectors)
    page.picture(sectors)
    _explain()
    frame.section("Who claims what")
    page.table(sectors)


def _sectors(rows: pd.DataFrame) -> Exhibit:
    """Every sector with the verdicts on its claims; a click on a bar chooses its sector."""
    first, passed, tested = rows.iloc[0], rows[VERDICTS[0]].sum(), rows[_TESTED].sum().sum()
    finding = (
        f"{first['title']} is claimed most, by {first['leps_claiming']} of 38 LEPs; "
        f"the figures bear out {passed} of the {tested} claims that can be tested"
    )
    return Exhibit(
        key="sectors",
        name="lis_claimed_sectors",
        finding=finding,
        subtitle=_ABOUT,
        table=Table(rows, claim_tables.SECTORS, alt=f"{len(rows)} claimed sectors"),
        series=SERIES,
        picture=Chart(
            functools.partial(_counts, rows),
            f"{finding}. The table has all sectors.",
            click=Click("sector", charts.PICK),
        ),
        documents=sources.documents(),
        facts={**_FACTS, **sources.facts()},
    )


def _counts(rows: pd.DataFrame, ink: Ink) -> Spec:
    tests = rows[_TESTED].sum(axis=1)
    short = [f"{passed} of {of}" if of else "untested" for passed, of in zip(rows[VERDICTS[0]], tests, strict=True)]
    bars = rows.rename(columns={"sector": "code", "title": "name"}).assign(short=short)
    parts = dict(zip(VERDICTS, (ink.accent, ink.soft, ink.quiet, ink.paper), strict=True))
    return charts.counts(bars, parts=parts, selected="", ink=ink)


def _explain() -> None:
    with st.popover("How a claim is tested", icon=":material/rule:"):
        st.markdown("\n\n".join(_RULE))


def show_one(sector: str, least: float) -> None:
    """One sector: who claims it, and both tests of each claim."""
    claims = answer(queries.tested_claims, least_quotient=least)
    found = _claims(claims[claims["sector"] == sector], sector, least)
    page.finding(found)
    page.picture(found)
    _fits(found.table.rows.iloc[0])
    frame.section("The claims")
    page.table(found)


def _claims(rows: pd.DataFrame, sector: str, least: float) -> Exhibit:
    """The claims of one sector with both of their tests."""
    quotients = ["location_quotient", "jobs_location_quotient"]
    each = rows.drop_duplicates("area_code").sort_values(quotients, ascending=False)
    tested = each[each["tests_made"] > 0]
    finding = _finding(each)
    alt = f"{finding}. The table below has the quotients."
    return Exhibit(
        key="claims",
        name=f"lis_claims_{sector}",
        finding=finding,
        subtitle=_subtitle(each),
        table=claim_tables.of_sector(rows.sort_values(quotients, ascending=False, na_position="last")),
        series=SERIES,
        picture=Chart(functools.partial(_quotients, tested, least), alt) if len(tested) else None,
        caption=_NO_REGION if 0 < len(tested) < len(each) else "",
        documents=sources.documents(),
        facts={**_FACTS, **sources.facts()},
    )


def _finding(each: pd.DataFrame) -> str:
    """`Life sciences is claimed by 4 LEPs: borne out in 3, not borne out in 1`."""
    verdicts = each["verdict"].value_counts()
    counted = ", ".join(f"{name} in {verdicts[name]}" for name in VERDICTS if name in verdicts)
    plural = "s" if len(each) > 1 else ""
    return f"{each['sector_title'].iloc[0]} is claimed by {len(each)} LEP{plural}: {counted}"


def _subtitle(each: pd.DataFrame) -> str:
    fits = {fit for fit in (each["fit"].iloc[0], each["jobs_fit"].iloc[0]) if fit != "none"}
    if not fits:
        return "No industry group of the figures stands for this sector."
    weak = " The industries hold more than is claimed: weak evidence." if fits == {"broad"} else ""
    return f"Location quotients, ● of GVA in the LEP, ○ of jobs; both in figures at the right.{weak}"


def _fits(first: pd.Series) -> None:
    st.caption(
        f"**By GVA:** fit {text.FITS[first['fit']]}. {plain(first['reason'])}.  \n"
        f"**By jobs:** fit {text.FITS[first['jobs_fit']]}. {plain(first['jobs_reason'])}.  \n"
        f"**Distinctiveness:** 1 / {first['strategies_claiming']} = {first['distinctiveness']:.2f}."
    )
    _explain()


def _quotients(tested: pd.DataFrame, least: float, ink: Ink) -> Spec:
    pairs = zip(tested["location_quotient"], tested["jobs_location_quotient"], strict=True)
    return charts.quotients(tested.assign(short=[_both(*pair) for pair in pairs]), least=least, ink=ink)


def _both(gva: float, jobs: float) -> str:
    """`1.31 · 0.98`, or the one that is known with its name."""
    if pd.isna(jobs):
        return f"GVA {gva:.2f}"
    return f"jobs {jobs:.2f}" if pd.isna(gva) else f"{gva:.2f} · {jobs:.2f}"
