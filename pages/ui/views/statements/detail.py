"""One stated figure: what the document says, the recomputed figures of each year beside it, the verdict and why."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lis_data import statements
from lis_data.statements.text import PROGRESS, VERDICTS, as_stated
from pages.ui.exhibit import provenance
from pages.ui.exhibit.charts import stated as charts
from pages.ui.exhibit.palette import ink
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, link, plain
from pages.ui.state import links
from pages.ui.state.cache import answer, cached
from pages.ui.views.statements import choices, sources, tables, text

_LEAST_PERIODS = 3
"""Periods from which a line is worth drawing."""
_MOST_OTHERS, _MOST_NAMED = 6, 2


def show(headline: DeltaGenerator, statement_id: str) -> None:
    """The view of one stated figure."""
    everything = answer(statements.verdicts)
    row = everything.set_index("statement_id", drop=False).loc[statement_id]
    readings = answer(statements.readings)
    mine = readings[readings["statement_id"] == statement_id]
    finding = text.of_one(row, mine)
    with headline:
        frame.headline(finding, f"{row['area_name']}. {row['measure']}.")
    st.button("All stated figures", icon=":material/arrow_back:", on_click=choices.all_of_them)
    _facts(row)
    st.markdown(plain(f"{row['why']} {row['note']}".strip()))
    figures = _figures(statement_id)
    if len(figures):
        _pictures(row, figures, finding)
        frame.section("The figures of each period")
        tables.of_figures(figures)
        _files(row, figures, finding)
    _others(everything, row)
    _sources(everything[everything["statement_id"] == statement_id])


def _facts(row: pd.Series) -> None:
    st.html(
        facts(
            {
                "Stated": row["figure"],
                "Recomputed": row["recomputed"] or "no figure",
                "Verdict": VERDICTS[row["verdict"]],
                **({"Course": PROGRESS[row["progress"]]} if row["progress"] else {}),
                **({"By": row["due"]} if row["verdict"] == "aim" and pd.notna(row["due"]) else {}),
            }
        )
    )
    known = pd.notna(row["source_url"])
    told = link(row["source"], row["source_url"]) if known else f"{plain(row['source'])} (no address held)"
    inferred = "" if row["confidence"] == "stated" else " Inferred: no source states it in so many words."
    st.markdown(f"**Who says it:** {told}.{inferred}")


@cached
def _figures(statement_id: str) -> pd.DataFrame:
    held = answer(statements.figures)
    return held[held["statement_id"] == statement_id]


def _pictures(row: pd.Series, figures: pd.DataFrame, finding: str) -> None:
    """A chart for the readings in one unit with one stated figure, where there are lines to draw."""
    drawable = _drawable(figures)
    for _, group in drawable:
        names = " and ".join(group["reading"].unique())
        frame.section(_heading(group, tested=_compare(row)))
        alt = f"{finding}. Lines of {names}; the table below has the figures."
        st.vega_lite_chart(charts.years(group, compare=_compare(row), ink=ink()), alt=alt)
    if drawable:
        band = _compare(row) and "place" not in set(figures["unit"])
        told = " In the band a figure agrees or is close: within 5%, read as exactly as the stated one." if band else ""
        st.caption(f"Filled points: years that the text could refer to.{told}")


def _heading(group: pd.DataFrame, *, tested: bool) -> str:
    """`The stated 23% agrees in 2 of 9 years (Share of GVA), 0 of 4 years (Share of jobs)`: of up to two readings."""
    stated = as_stated(group["stated"].iloc[0], group["unit"].iloc[0])
    agreeing = group[group["counts"]].assign(agrees=group["fit"] == "agrees").groupby("reading", sort=False)["agrees"]
    counts = agreeing.agg(held="sum", periods="size")
    if not tested or len(counts) > _MOST_NAMED:
        return f"Over the years, beside the stated {stated}"
    told = [f"{row.held} of {row.periods} years ({row.Index})" for row in counts.itertuples()]
    return f"The stated {stated} agrees in {', '.join(told)}"


def _drawable(figures: pd.DataFrame) -> list[tuple[object, pd.DataFrame]]:
    groups = figures.groupby(["unit", "stated"], sort=False)
    return [(key, group) for key, group in groups if group["period"].nunique() >= _LEAST_PERIODS]


def _compare(row: pd.Series) -> bool:
    return bool(row["verdict"] in text.TESTED)


def _files(row: pd.Series, figures: pd.DataFrame, finding: str) -> None:
    """The table of all readings; the picture of the first group of them."""
    of = answer(statements.verdicts)
    rows = figures.drop(columns=["bound", "baseline"]).assign(says=row["says"], verdict=VERDICTS[row["verdict"]])
    extract = sources.extract(
        f"lis_stated_figure_{row['statement_id']}",
        finding=finding,
        subtitle=row["why"],
        rows=rows,
        of=of[of["statement_id"] == row["statement_id"]],
    )
    drawable = [group for _, group in _drawable(figures)]
    draw = (lambda paper: charts.years(drawable[0], compare=_compare(row), ink=paper)) if drawable else None
    sources.offer(extract, draw)


def _others(everything: pd.DataFrame, row: pd.Series) -> None:
    """Other stated figures of the place."""
    near = everything["area_codes"].map(lambda codes: not set(codes).isdisjoint(row["area_codes"]))
    same = everything[near & (everything["statement_id"] != row["statement_id"])]
    if same.empty:
        return
    frame.section(f"Other stated figures of {row['area_name']}")
    with st.container(horizontal=True):
        for other in same.head(_MOST_OTHERS).itertuples():
            links.here(f"{other.measure}: {other.figure}", ":material/fact_check:", statement=other.statement_id)


def _sources(rows: pd.DataFrame) -> None:
    shown = sources.pairs(rows)
    told = "\n\n".join(text.RULES)
    frame.fold_sources(lambda: st.markdown(f"{told}\n\n{answer(provenance.described, *shown) if shown else ''}"))
