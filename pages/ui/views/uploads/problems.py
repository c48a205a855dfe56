"""The fourth step: everything that is wrong or worth knowing, at once, and every figure that is left out."""

from __future__ import annotations

import math
from collections import Counter

import pandas as pd
import streamlit as st

from lis_data.intake import KINDS, Problem, Verdict
from lis_data.spreadsheets import neutral
from lis_data.wording import count
from pages.ui.rows import each_row
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state.pickers import names
from pages.ui.views.uploads import draft, text
from pages.ui.views.uploads.draft import Draft

_MOST_ROWS, _MOST_OF_A_KIND = 500, 20
"""Problems that are listed, and of how many of one kind each has a line of its own."""
_WIDTHS = {"Row": 55, "Rows": 55, "Column": 105, "Value": 100, "What is wrong": 285, "What to do": 190, "Allowed": 175}
_COLUMNS = {name: st.column_config.Column(width=width) for name, width in _WIDTHS.items()} | {
    name: st.column_config.NumberColumn(format="localized", width=_WIDTHS[name]) for name in ("Row", "Rows")
}
_LINE, _LETTER, _MARGIN = 20, 6.5, 18
"""Pixels that a line of a cell is high, that a letter is wide, and that is left empty beside a text."""
_MOST_LINES, _FOLDED = 6, 66
"""Lines of a cell at most, and pixels from which on Streamlit breaks the lines of a cell."""


def show(current: Draft, verdict: Verdict) -> None:
    """The table of problems, by severity; what is not listed is counted; both tables to download."""
    frame.section(text.problems(verdict))
    if not verdict.problems:
        return
    severity = _severity(current, verdict)
    rows = [problem for problem in _ordered(verdict) if problem.severity == severity]
    _by_kind(rows)
    table = _table(rows)
    listed = _one_line_a_kind(verdict, rows, table).drop(columns="Severity").head(_MOST_ROWS)
    st.dataframe(
        listed,
        hide_index=True,
        column_config=_COLUMNS,
        row_height=_height(listed),
        placeholder="–",
        alt=f"{count(len(table), severity)} with row, column, value and what to do",
    )
    _not_listed(verdict, severity)
    _download("All problems (CSV)", _table(_ordered(verdict)), "problems", current)
    _left_out(current, verdict)


def _ordered(verdict: Verdict) -> list[Problem]:
    """The problems, the gravest first, then by their first row; those of no row come before."""
    return sorted(verdict.problems, key=lambda item: (list(text.SEVERITIES).index(item.severity), item.row or 0))


def _height(table: pd.DataFrame) -> int | None:
    """Pixels of a row in which the longest text is not cut; None for the usual, where each has room in one line."""
    lines = max(
        math.ceil(_LETTER * int(table[name].fillna("").str.len().max()) / (width - _MARGIN))
        for name, width in _WIDTHS.items()
        if name not in ("Row", "Rows")
    )
    return max(_FOLDED, _LINE * min(lines, _MOST_LINES) + _MARGIN) if lines > 1 else None


def _severity(current: Draft, verdict: Verdict) -> str:
    """The severity that is shown, the gravest there is at first."""
    listed = Counter(str(problem.severity) for problem in verdict.problems)
    options = {word: f"{word.capitalize()}s: {verdict.counts[f'{word}s']:,}" for word in _words() if listed[word]}
    return str(
        st.segmented_control(
            "Severity",
            list(options),
            default=next(iter(options)),
            key=current.key(f"severity-{'-'.join(options)}"),
            format_func=options.__getitem__,
            required=True,
        )
    )


def _words() -> list[str]:
    return [severity.value for severity in text.SEVERITIES]


def _by_kind(rows: list[Problem]) -> None:
    """`Not a number 12 · Duplicate 3`, where there is more than one kind."""
    kinds = Counter(problem.kind for problem in rows)
    if len(kinds) > 1:
        parts = [f"{kind.replace('-', ' ').capitalize()} {many:,}" for kind, many in kinds.most_common()]
        st.caption(plain(" · ".join(parts)))


def _one_line_a_kind(verdict: Verdict, rows: list[Problem], table: pd.DataFrame) -> pd.DataFrame:
    """The table with one line for each kind that has very many: the first, and how many there are; the file has all."""
    many = {kind: number for kind, number in Counter(item.kind for item in rows).items() if number > _MOST_OF_A_KIND}
    kinds = pd.Series([item.kind for item in rows], index=table.index)
    first = ~kinds.duplicated() | ~kinds.isin(list(many))
    parts = [
        f"The first of {many[kind] + verdict.not_listed.get(kind, 0):,} such: " if kind in many else ""
        for kind in kinds
    ]
    return table.assign(**{"What is wrong": parts + table["What is wrong"]})[first]


def _table(problems: list[Problem]) -> pd.DataFrame:
    table = pd.DataFrame(
        [
            {
                "Severity": problem.severity.value,
                "Row": problem.row,
                "Rows": problem.rows,
                "Column": problem.column,
                "Value": problem.value,
                "What is wrong": problem.message,
                "What to do": problem.action,
                "Allowed": problem.allowed,
            }
            for problem in problems
        ]
    )
    return table.astype({"Row": "Int64", "Rows": "Int64"})  # whole numbers in the file too, though some have no row


def _not_listed(verdict: Verdict, severity: str) -> None:
    more = {kind: many for kind, many in verdict.not_listed.items() if KINDS[kind].severity == severity}
    if more:
        parts = ", ".join(f"{many:,} of “{kind.replace('-', ' ')}”" for kind, many in sorted(more.items()))
        st.caption(f"Counted, but not listed one by one: {parts}.")


def _left_out(current: Draft, verdict: Verdict) -> None:
    """Every figure that is not among the observations, with why."""
    many = len(verdict.left_out)
    if not many:
        return

    def listed() -> None:
        table = draft.once("left-out", lambda: _left_out_table(verdict))
        alt = f"The first of {many:,} figures that are left out, with why"
        st.dataframe(table.head(_MOST_ROWS), hide_index=True, placeholder="–", alt=alt)
        if many > _MOST_ROWS:
            st.caption(f"The first {_MOST_ROWS}; the file has all {many:,}.")
        _download("All that is left out (CSV)", table, "left-out", current)

    title = f"{count(many, 'figure is', 'figures are')} left out, each listed"
    frame.fold(title, listed, key="left-out", icon=":material/filter_alt_off:")


def _left_out_table(verdict: Verdict) -> pd.DataFrame:
    out = verdict.left_out
    return pd.DataFrame(
        {
            "Row": out["row"],
            "Place": out["row"].map(_places(verdict)),
            "Column": out["column"],
            "Value": out["value"],
            "Why": out["kind"].str.replace("-", " ").str.capitalize(),
        }
    )


def _places(verdict: Verdict) -> dict[int, str]:
    """The places of the rows with a figure left out, as far as they are known: as read, or as they stand there."""
    read = verdict.observations[["geography_id", "area_code"]].assign(row=verdict.rows)
    read = read[read["row"].isin(verdict.left_out["row"]) & read["row"].gt(0)].drop_duplicates("row")
    keys = each_row(read[["row", "geography_id", "area_code"]])
    as_read = {row: names(geography_id).get(code, code) for row, geography_id, code in keys}
    return {area.row: area.name or area.cell for area in verdict.areas} | as_read


def _download(caption: str, table: pd.DataFrame, name: str, current: Draft) -> None:
    """A table as CSV that no spreadsheet runs anything of."""
    st.download_button(
        caption,
        lambda: neutral(table).to_csv(index=False, lineterminator="\n").encode("utf-8-sig"),
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key=current.key(f"download-{name}"),
    )
