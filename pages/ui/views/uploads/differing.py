"""What a new version of an upload would change, before it is kept; and what each version of one changed."""

from __future__ import annotations

import functools
from typing import Any

import pandas as pd
import streamlit as st

from lis_data import uploads
from lis_data.intake import DescribedSeries, Verdict
from lis_data.model import TOTAL
from lis_data.period import label
from lis_data.spreadsheets import neutral
from lis_data.statuses import status
from lis_data.wording import count, scale
from pages.ui.rows import records
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state.pickers import names
from pages.ui.views.uploads import draft, text
from pages.ui.views.uploads.draft import Draft

_NAMED = 3
_MOST_ROWS = 500
_LOCAL = st.column_config.NumberColumn(format="localized")


def show(current: Draft, verdict: Verdict, version: int) -> None:
    """How the file differs from the version that is shown: in a sentence, and figure by figure in a fold.

    Raises UploadError where the upload is gone.
    """
    found = draft.once(f"changes-{version}", lambda: uploads.changes(current.upload_id, version, verdict.observations))
    st.markdown(plain(sentence(found, verdict)))
    if len(found):
        title = f"{count(len(found), 'figure')} of this file beside version {version}"
        listed = functools.partial(draft.once, f"listed-{version}", lambda: _listed(found, verdict))
        frame.fold(title, lambda: _table(current, listed()), key="differing", icon=":material/difference:")


def sentence(found: pd.DataFrame, verdict: Verdict) -> str:
    """`1 of 304 figures differs: Oxfordshire 2019: 32,995 → 33,095. Beside the version that is shown, 0 are new …`"""
    many = {change: int((found["change"] == change).sum()) for change in ("changed", "new", "gone")}
    before = text.figures(verdict) - many["new"] + many["gone"]
    first = found[found["change"] == "changed"].head(_NAMED)
    each = [_one(row, text.series_of(verdict)) for row in records(first)]
    each += [f"and {many['changed'] - _NAMED:,} more"] if many["changed"] > _NAMED else []
    differ = f"{many['changed']:,} of {count(before, 'figure')} {'differs' if many['changed'] == 1 else 'differ'}"
    rest = [f"{many[change]:,} {'is' if many[change] == 1 else 'are'} {change}" for change in ("new", "gone")]
    return f"{differ}{': ' if each else ''}{'; '.join(each)}. Beside the version that is shown, {' and '.join(rest)}."


def _one(row: dict[str, Any], series: dict[str, DescribedSeries]) -> str:
    """`Oxfordshire 2019: 32,995 → 33,095`."""
    where = f"{_place(row)} {label(str(row['period']))}"
    about = series[_slug(str(row["indicator_id"]))]
    where += f", {about.title}" if len(series) > 1 else ""
    was, now = (scale(about).number(row[name]) for name in ("before", "after"))
    if row["before"] == row["after"]:
        same = row["status_before"] == row["status_after"]
        return f"{where}: {now}, " + ("with other bounds" if same else f"now {_status(str(row['status_after']))}")
    if was == now:  # they differ in decimals that are not shown elsewhere
        return f"{where}: {row['before']:,} → {row['after']:,}"
    return f"{where}: {was.removesuffix(f' {about.unit}')} → {now}"


def _place(row: dict[str, Any]) -> str:
    code = str(row["area_code"])
    return names(str(row["geography_id"])).get(code, code)


def _slug(indicator_id: str) -> str:
    """The id that a series has in its file."""
    return indicator_id.split("-", 2)[2]


def _listed(found: pd.DataFrame, verdict: Verdict) -> pd.DataFrame:
    """Every difference in words."""
    series, rows = text.series_of(verdict), records(found)
    titles = [series[slug].title if (slug := _slug(key)) in series else slug for key in found["indicator_id"]]
    table = pd.DataFrame(
        {
            "Place": [_place(row) for row in rows],
            "Before": found["before"],
            "After": found["after"],
            "Change": found["change"],
            "Period": found["period"].map(label),
            "Series": titles,
            "Industry": found["industry"].replace(TOTAL, "all"),
            "Code": found["area_code"],
            "Status before": found["status_before"].map(_status, na_action="ignore"),
            "Status after": found["status_after"].map(_status, na_action="ignore"),
        }
    )
    same = [name for name in ("Series", "Industry") if table[name].nunique() == 1]
    usual = found["status_before"].fillna("A").eq("A").all() and found["status_after"].fillna("A").eq("A").all()
    return table.drop(columns=[*same, *(["Status before", "Status after"] if usual else [])])


def _table(current: Draft, table: pd.DataFrame) -> None:
    columns = {"Before": _LOCAL, "After": _LOCAL}
    alt = f"The first of {count(len(table), 'figure')} with what it was and what it is now"
    st.dataframe(table.head(_MOST_ROWS), hide_index=True, column_config=columns, placeholder="–", alt=alt)
    if len(table) > _MOST_ROWS:
        st.caption(f"The first {_MOST_ROWS}; the file has all {len(table):,}.")
    st.download_button(
        "All differences (CSV)",
        lambda: neutral(table).to_csv(index=False, lineterminator="\n").encode("utf-8-sig"),
        file_name="differences.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key=current.key("differences"),
    )


def history(upload_id: str) -> None:
    """What each version of an upload has, and what it changed beside the one before."""
    versions = uploads.history(upload_id)
    table = pd.DataFrame(
        {
            "Version": versions["version"],
            **{name.capitalize(): versions[name].astype("Int64") for name in ("changed", "new", "gone")},
            "Figures": versions["figures"],
            "Missing": versions["missing"],
            "Kept (UTC)": versions["saved"].dt.strftime("%-d %B %Y, %H:%M"),
            "File": versions["file_name"],
        }
    )
    columns = dict.fromkeys(("Figures", "Missing", "Changed", "New", "Gone"), _LOCAL)
    alt = f"{len(table)} versions with what each changed beside the one before"
    st.dataframe(table, hide_index=True, column_config=columns, placeholder="–", alt=alt)


def _status(code: str) -> str:
    return status(code, derivation="uploaded")
