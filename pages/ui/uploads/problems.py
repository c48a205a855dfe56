"""The fourth step: everything that is wrong or worth knowing, at once, and every figure that is left out."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import streamlit as st

from lis_data.intake import KINDS, Problem, Verdict
from lis_data.spreadsheets import neutral
from pages.ui import frame
from pages.ui.markup import plain
from pages.ui.uploads import words
from pages.ui.uploads.draft import Draft
from pages.ui.wording import count

_MOST_SHOWN = 500
_WIDTHS = {"What is wrong": 350, "Allowed": 170, "What to do": 210, "Value": 100, "Column": 70}


def show(held: Draft, verdict: Verdict) -> None:
    """The table of problems, by severity; what is not listed is counted; both tables to download."""
    frame.section(words.problems(verdict))
    if not verdict.problems:
        return
    severity = _severity(held, verdict)
    rows = [problem for problem in verdict.problems if problem.severity == severity]
    _by_kind(rows)
    table = _table(rows)
    st.dataframe(
        table.drop(columns="Severity").head(_MOST_SHOWN),
        hide_index=True,
        column_config={name: st.column_config.TextColumn(width=width) for name, width in _WIDTHS.items()},
        placeholder="–",
        alt=f"{count(len(table), severity)} with row, column, value and what to do",
    )
    _not_listed(verdict, severity)
    _download("All problems (CSV)", _table(list(verdict.problems)), "problems", held)
    _left_out(held, verdict)


def _severity(held: Draft, verdict: Verdict) -> str:
    """The severity that is shown, the gravest there is at first."""
    listed = Counter(str(problem.severity) for problem in verdict.problems)
    options = {word: f"{word.capitalize()}s: {verdict.counts[f'{word}s']:,}" for word in _words() if listed[word]}
    return str(
        st.segmented_control(
            "Severity",
            list(options),
            default=next(iter(options)),
            key=held.key(f"severity-{'-'.join(options)}"),
            format_func=options.__getitem__,
            required=True,
        )
    )


def _words() -> list[str]:
    return [severity.value for severity in words.SEVERITIES]


def _by_kind(rows: list[Problem]) -> None:
    """`Not a number 12 · Duplicate 3`, where there is more than one kind."""
    kinds = Counter(problem.kind for problem in rows)
    if len(kinds) > 1:
        told = [f"{kind.replace('-', ' ').capitalize()} {many:,}" for kind, many in kinds.most_common()]
        st.caption(plain(" · ".join(told)))


def _table(problems: list[Problem]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "Severity": problem.severity.value,
                "Row": problem.row,
                "Column": problem.column,
                "Value": problem.value,
                "What is wrong": problem.message,
                "Allowed": problem.allowed,
                "What to do": problem.action,
                "Rows": problem.rows,
            }
            for problem in problems
        ]
    )


def _not_listed(verdict: Verdict, severity: str) -> None:
    more = {kind: many for kind, many in verdict.not_listed.items() if KINDS[kind].severity == severity}
    if more:
        told = ", ".join(f"{many:,} of “{kind.replace('-', ' ')}”" for kind, many in sorted(more.items()))
        st.caption(f"Counted, but not listed one by one: {told}.")


def _left_out(held: Draft, verdict: Verdict) -> None:
    """Every figure that is not among the observations, with why."""
    out = verdict.left_out
    if out.empty:
        return
    table = pd.DataFrame(
        {
            "Row": out["row"],
            "Column": out["column"],
            "Value": out["value"],
            "Why": out["kind"].str.replace("-", " ").str.capitalize(),
        }
    )

    def listed() -> None:
        alt = f"The first of {len(table)} figures that are left out, with why"
        st.dataframe(table.head(_MOST_SHOWN), hide_index=True, alt=alt)
        if len(table) > _MOST_SHOWN:
            st.caption(f"The first {_MOST_SHOWN}; the file has all {len(table):,}.")
        _download("All that is left out (CSV)", table, "left-out", held)

    title = f"{count(len(table), 'figure is', 'figures are')} left out, each listed"
    frame.fold(title, listed, key="left-out", icon=":material/filter_alt_off:")


def _download(text: str, table: pd.DataFrame, name: str, held: Draft) -> None:
    """A table as CSV that no spreadsheet runs anything of."""
    st.download_button(
        text,
        lambda: neutral(table).to_csv(index=False, lineterminator="\n").encode("utf-8-sig"),
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key=held.key(f"download-{name}"),
    )
