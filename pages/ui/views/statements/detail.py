"""One stated figure: what the document says, the recomputed figures of each year beside it, the verdict and why."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from lis_data import statements
from lis_data.statements.text import PROGRESS, VERDICTS, as_stated
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import stated as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row, row_at
from pages.ui.shell import frame
from pages.ui.shell.markup import facts, link, plain
from pages.ui.state import links
from pages.ui.state.cache import answer, cached
from pages.ui.views.statements import choices, evidence, tables, text

_LEAST_PERIODS = 3
"""Periods from which a line is worth drawing."""
_MOST_OTHERS, _MOST_NAMED = 6, 2


def show(statement_id: str) -> None:
    """The view of one stated figure."""
    everything = answer(statements.verdicts)
    row = row_at(everything.set_index("statement_id", drop=False), statement_id)
    figures = _figures(statement_id)
    recomputed = _recomputed(row, figures) if len(figures) else None
    if recomputed:
        page.finding(recomputed)
    else:
        page.headline(_finding(row), _about(row))
    st.button("All stated figures", icon=":material/arrow_back:", on_click=choices.all_of_them)
    _facts(row)
    st.markdown(plain(f"{row['why']} {row['note']}".strip()))
    if recomputed:
        _show_figures(recomputed, row, figures)
    _others(everything, row)


def _finding(row: pd.Series) -> str:
    readings = answer(statements.readings)
    return text.of_one(row, readings[readings["statement_id"] == row["statement_id"]])


def _about(row: pd.Series) -> str:
    return f"{row['area_name']}. {row['measure']}."


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
    source = link(row["source"], row["source_url"]) if known else f"{plain(row['source'])} (no address held)"
    inferred = "" if row["confidence"] == "stated" else " Inferred: no source states it in so many words."
    st.markdown(f"**Who says it:** {source}.{inferred}")


@cached
def _figures(statement_id: str) -> pd.DataFrame:
    everything = answer(statements.figures)
    return everything[everything["statement_id"] == statement_id]


def _recomputed(row: pd.Series, figures: pd.DataFrame) -> Exhibit:
    """All recomputed figures of a statement; their lines too, where those of one chart are all there is to draw."""
    groups = _drawable(figures)
    return _exhibit(row, figures, "figure", groups[0] if len(groups) == 1 else figures.iloc[:0], _finding(row))


def _of_group(row: pd.Series, group: pd.DataFrame, number: int) -> Exhibit:
    """The recomputed figures of the readings that share a chart."""
    return _exhibit(row, group, f"figure-{number}", group, _heading(row, group))


def _exhibit(row: pd.Series, figures: pd.DataFrame, key: str, drawn: pd.DataFrame, finding: str) -> Exhibit:
    """Recomputed `figures` of a statement as a table, and those `drawn` as lines."""
    of, said = row.to_frame().T, {"says": row["says"], "verdict": VERDICTS[row["verdict"]]}
    return Exhibit(
        key=key,
        name=f"lis_stated_{key}_{row['statement_id']}",
        finding=finding,
        subtitle=_about(row),
        table=tables.of_figures(figures.assign(**said)),
        series=evidence.series(of),
        picture=Chart(functools.partial(_draw, row, drawn), _alt(row, drawn)) if len(drawn) else None,
        caption=_caption(row, drawn) if len(drawn) else "",
        documents=evidence.documents(of),
        facts={"Why": row["why"], **evidence.FACTS},
    )


def _show_figures(recomputed: Exhibit, row: pd.Series, figures: pd.DataFrame) -> None:
    """A chart for the readings in one unit with one stated figure, where there are lines to draw; then the table."""
    groups = _drawable(figures)
    if len(groups) == 1:
        frame.section(_heading(row, groups[0]))
        page.picture(recomputed)
    else:
        for number, group in enumerate(groups, start=1):
            page.show(_of_group(row, group, number))
    frame.section("The figures of each period")
    page.table(recomputed)


def _heading(row: pd.Series, group: pd.DataFrame) -> str:
    """`The stated 23% agrees in 2 of 9 years (Share of GVA), 0 of 4 years (Share of jobs)`: of up to two readings."""
    stated = as_stated(group["stated"].iloc[0], group["unit"].iloc[0])
    agreeing = group[group["counts"]].assign(agrees=group["fit"] == "agrees").groupby("reading", sort=False)["agrees"]
    counts = agreeing.agg(agrees="sum", periods="size")
    if not _compare(row) or len(counts) > _MOST_NAMED:
        return f"Over the years, beside the stated {stated}"
    years = [f"{reading.agrees} of {reading.periods} years ({reading.Index})" for reading in counts.itertuples()]
    return f"The stated {stated} agrees in {', '.join(years)}"


def _alt(row: pd.Series, group: pd.DataFrame) -> str:
    names = " and ".join(group["reading"].unique())
    return f"{_finding(row)}. Lines of {names}; the table below has the figures."


def _caption(row: pd.Series, group: pd.DataFrame) -> str:
    band = _compare(row) and "place" not in set(group["unit"])
    within = " In the band a figure agrees or is close: within 5%, read as exactly as the stated one." if band else ""
    return f"Filled points: years that the text could refer to.{within}"


def _drawable(figures: pd.DataFrame) -> list[pd.DataFrame]:
    groups = figures.groupby(["unit", "stated"], sort=False)
    return [group for _, group in groups if group["period"].nunique() >= _LEAST_PERIODS]


def _compare(row: pd.Series) -> bool:
    return bool(row["verdict"] in text.TESTED)


def _draw(row: pd.Series, group: pd.DataFrame, ink: Ink) -> Spec:
    return charts.years(group, compare=_compare(row), ink=ink)


def _others(everything: pd.DataFrame, row: pd.Series) -> None:
    """Other stated figures of the place."""
    near = everything["area_codes"].map(lambda codes: not set(codes).isdisjoint(row["area_codes"]))
    same = everything[near & (everything["statement_id"] != row["statement_id"])].head(_MOST_OTHERS)
    if same.empty:
        return
    frame.section(f"Other stated figures of {row['area_name']}")
    with st.container(horizontal=True):
        for other, measure, figure in each_row(same[["statement_id", "measure", "figure"]]):
            links.here(f"{measure}: {figure}", ":material/fact_check:", statement=other)
