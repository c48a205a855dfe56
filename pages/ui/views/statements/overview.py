"""All stated figures: recomputed against stated for those that can be tested, and the table of every one."""

from __future__ import annotations

import functools

import pandas as pd

from lis_data import statements
from lis_data.statements.text import VERDICTS
from pages.ui.exhibit import page
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import stated as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.shell import frame
from pages.ui.state.cache import answer
from pages.ui.state.clicks import Click
from pages.ui.views.statements import choices, evidence, tables, text

_RULE = (
    "Filled: the reading agrees in a year that the text could refer to; pale: it is close; hollow: it is off. "
    "The band is 5% to either side."
    " Click a dot to open its claim."
)


def show() -> None:
    """The view: the filters, the picture of those tested, the table."""
    rows = choices.filtered()
    if rows.empty:
        page.headline(*_heading(rows))
        return choices.say_nothing_left()
    listed = _statements(rows)
    page.finding(listed)
    if listed.picture:
        frame.section("Recomputed against stated: inside the band they are close")
        page.picture(listed)
    frame.section(f"All {len(rows)} with their reasons" if len(rows) > 1 else "With its reason")
    page.table(listed)


def _heading(rows: pd.DataFrame) -> tuple[str, str]:
    """The finding and the subtitle."""
    finding = text.of_all(rows, of=len(answer(statements.verdicts)))
    return finding, f"{len(rows)} figures that documents of the programme state, recomputed. {text.of_rest(rows)}"


def _statements(rows: pd.DataFrame) -> Exhibit:
    """The stated figures that pass the filters; a click on a dot opens its statement."""
    dots = _dots(rows)
    finding, subtitle = _heading(rows)
    alt = f"{finding}. A row a claim with dots for its readings; the table has all of them."
    chart = Chart(functools.partial(_draw, dots), alt, click=Click("statement", charts.PICK))
    return Exhibit(
        key="statements",
        name="lis_stated_figures",
        finding=finding,
        subtitle=subtitle,
        table=tables.of_all(rows),
        series=evidence.series(rows),
        picture=chart if len(dots) else None,
        caption=_RULE if len(dots) else "",
        documents=evidence.documents(rows),
        facts=evidence.FACTS,
    )


def _dots(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a reading of the statements that can be tested, the contradicted first."""
    tested = rows[rows["verdict"].isin(text.TESTED)]
    several = tested["area_codes"].map(len) > 1
    tested = tested.assign(area_name=tested["area_name"].mask(several, "Several LEPs"))
    order = tested["verdict"].map(text.TESTED[::-1].index)
    readings = answer(statements.readings).drop(columns="stated")
    both = tested.assign(order=order).merge(readings, on="statement_id")
    found = both[both["ratio"].notna()].sort_values(["order", "statement_id", "number"])
    return found.assign(verdict=found["verdict"].map(VERDICTS))


def _draw(dots: pd.DataFrame, ink: Ink) -> Spec:
    return charts.ratios(dots, ink=ink)
