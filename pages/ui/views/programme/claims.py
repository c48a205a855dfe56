"""Claimed sector strengths: how many LEPs claim each, and whether the figures bear the claims out."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import queries
from lis_data.queries.priorities import LEAST_QUOTIENT, VERDICTS
from pages.ui.exhibit import extracts, pictures
from pages.ui.exhibit.charts import programme as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink, ink
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import pickers
from pages.ui.state.cache import answer
from pages.ui.views.programme import bars, sources, text

FIGURES = (("gva", "lep-2017"), ("jobs", "nuts2-2016"), ("jobs_sic4", "nuts2-2016"))
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


def show_all(headline: DeltaGenerator, least: float) -> None:
    """Every claimed sector."""
    rows = answer(queries.tested_sectors, least_quotient=least)
    first, passed, tested = rows.iloc[0], rows[VERDICTS[0]].sum(), rows[_TESTED].sum().sum()
    finding = (
        f"{first['title']} is claimed most, by {first['leps_claiming']} of 38 LEPs; "
        f"the figures bear out {passed} of the {tested} claims that can be tested"
    )
    subtitle = "LEPs that claim each sector; at the right, claims borne out of those that can be tested. Click a bar."
    with headline:
        frame.headline(finding, subtitle)
    shown = rows.rename(columns={"sector": "code", "title": "name"}).assign(short=_short(rows))
    bars.show(shown, parts=_colours(ink()), key="sector", selected="", alt=f"{finding}. The table has all sectors.")
    _explain()
    frame.section("Who claims what")
    _sectors(rows)
    extract = sources.extract("lis_claimed_sectors", finding=finding, subtitle=subtitle, rows=rows, figures=FIGURES)
    with st.container(horizontal=True):
        extracts.offer(extract)
        pictures.offer_chart(extract, lambda paper: _counts(shown, paper))


def _short(rows: pd.DataFrame) -> list[str]:
    tests = rows[_TESTED].sum(axis=1)
    return [f"{passed} of {of}" if of else "untested" for passed, of in zip(rows[VERDICTS[0]], tests, strict=True)]


def _counts(shown: pd.DataFrame, paper: Ink) -> Spec:
    return charts.counts(shown, parts=_colours(paper), selected="", ink=paper)


def _colours(paper: Ink) -> dict[str, str]:
    return dict(zip(VERDICTS, (paper.accent, paper.soft, paper.quiet, paper.paper), strict=True))


def _explain() -> None:
    with st.popover("How a claim is tested", icon=":material/rule:"):
        st.markdown("\n\n".join(_RULE))


def _sectors(rows: pd.DataFrame) -> None:
    named = {"title": "Sector", "leps_claiming": "LEPs", **{name: name.capitalize() for name in VERDICTS}}
    more = {"distinctiveness": "Distinctiveness", "fit": "Fit by GVA", "jobs_fit": "Fit by jobs", "who": "Who"}
    shown = rows[[*named, *more]].rename(columns={**named, **more})
    decimals = {"Distinctiveness": st.column_config.NumberColumn(format="%.2f")}
    alt = f"{len(shown)} claimed sectors"
    st.dataframe(shown, hide_index=True, column_config=decimals, placeholder="–", alt=alt)


def show_one(headline: DeltaGenerator, sector: str, least: float) -> None:
    """One sector: who claims it, and both tests of each claim."""
    claims = answer(queries.tested_claims, least_quotient=least)
    rows = claims[claims["sector"] == sector]
    quotients = ["location_quotient", "jobs_location_quotient"]
    each = rows.drop_duplicates("area_code").sort_values(quotients, ascending=False)
    finding, subtitle = _finding(each), _subtitle(each)
    with headline:
        frame.headline(finding, subtitle)
    extract = sources.extract(f"lis_claims_{sector}", finding=finding, subtitle=subtitle, rows=rows, figures=FIGURES)
    tested = each[each["tests_made"] > 0]
    draw = functools.partial(_quotients, tested, least)
    if len(tested):
        st.vega_lite_chart(draw(ink()), alt=f"{finding}. The table below has the quotients.")
    _fits(each.iloc[0])
    if len(tested) < len(each) and len(tested):
        st.caption(_NO_REGION)
    frame.section("The claims")
    _claims(rows)
    with st.container(horizontal=True):
        extracts.offer(extract)
        if len(tested):
            pictures.offer_chart(extract, draw)


def _finding(each: pd.DataFrame) -> str:
    """`Life sciences is claimed by 4 LEPs: borne out in 3, not borne out in 1`."""
    verdicts = each["verdict"].value_counts()
    told = ", ".join(f"{name} in {verdicts[name]}" for name in VERDICTS if name in verdicts)
    plural = "s" if len(each) > 1 else ""
    return f"{each['sector_title'].iloc[0]} is claimed by {len(each)} LEP{plural}: {told}"


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


def _quotients(tested: pd.DataFrame, least: float, paper: Ink) -> Spec:
    pairs = zip(tested["location_quotient"], tested["jobs_location_quotient"], strict=True)
    return charts.quotients(tested.assign(short=[_both(*pair) for pair in pairs]), least=least, ink=paper)


def _both(gva: float, jobs: float) -> str:
    """`1.31 · 0.98`, or the one that is known with its name."""
    if pd.isna(jobs):
        return f"GVA {gva:.2f}"
    return f"jobs {jobs:.2f}" if pd.isna(gva) else f"{gva:.2f} · {jobs:.2f}"


def _claims(rows: pd.DataFrame) -> None:
    """Every claim with both of its tests; a test that cannot be made at all has no columns."""
    shown = pd.DataFrame(
        {
            "LEP": rows["area_name"],
            "Claim": rows["priority"],
            "Verdict": rows["verdict"],
            "By GVA": rows["location_quotient"],
            "Share here": rows["share"],
            "England": rows["benchmark_share"],
            "By jobs": rows["jobs_location_quotient"],
            "Jobs counted in": _counted_in(rows),
            "Stage": rows["stage"].map(text.STAGES) + ": " + rows["document_stage"],
            "Source": rows["sources"],
        }
    ).sort_values(["By GVA", "By jobs"], ascending=False, na_position="last")
    number = st.column_config.NumberColumn
    columns = {
        "By GVA": number(format="%.2f", help="Location quotient of GVA, 2018"),
        "By jobs": number(format="%.2f", help="Location quotient of jobs, 2018"),
        "Share here": number(format="%.1f%%", help="Share of the LEP’s GVA, 2018"),
        "England": number(format="%.1f%%", help="Share of England’s GVA, 2018"),
    }
    known = shown.dropna(axis="columns", how="all")
    st.dataframe(
        known, hide_index=True, column_config=columns, placeholder="–", alt=f"{len(known)} claims with their tests"
    )


def _counted_in(rows: pd.DataFrame) -> pd.Series:
    """`East Anglia (73% of the LEP)`: where the jobs are counted, if they are."""
    part = [
        "" if pd.isna(share) or share > 99.5 else f" ({share:.0f}% of the LEP)" for share in rows["jobs_area_share"]
    ]
    return (rows["jobs_area_name"] + part).where(rows["jobs_location_quotient"].notna())
