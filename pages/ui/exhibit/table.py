"""The table of an exhibit: what is read on the page and what is taken away are one declaration."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from pages.ui.shell.markup import link, plain
from pages.ui.state.clicks import Click


class Column(NamedTuple):
    """A column of an exhibit's table: its field in the rows and in the files, its heading on the page (one without
    stands in the files alone), the format (printf) of a number, its width in pixels, what `help` says of it, and what
    is read instead of an address that it links to: a text, or a pattern with a group.
    """

    field: str
    heading: str = ""
    format: str = ""
    width: int | None = None
    help: str | None = None
    link: str = ""

    @property
    def config(self) -> Any:
        """How Streamlit draws it."""
        if self.link:
            return st.column_config.LinkColumn(self.heading, display_text=self.link, width=self.width)
        if self.format:
            return st.column_config.NumberColumn(self.heading, format=self.format, width=self.width, help=self.help)
        return st.column_config.TextColumn(self.heading, width=self.width, help=self.help)

    def read(self, value: Any) -> str:
        """A value as Markdown: as text, or as a link."""
        if pd.isna(value) or value == "":
            return "–"
        if not self.link:
            return plain(str(value))
        found = re.search(self.link, str(value))
        return link(found[1] if found and found.groups() else self.link, value)


@dataclass(frozen=True)
class Table:
    """The figures: `rows` go into the files, and on to the page as well unless `read` has fewer rows of the same
    fields (the leaders, the first hundred), which `note` then says. `height` is in pixels, where it scrolls. A table
    of sentences `wraps` them; it takes no click.
    """

    rows: pd.DataFrame
    columns: tuple[Column, ...]
    alt: str
    read: pd.DataFrame | None = None
    note: str = ""
    height: int | None = None
    click: Click | None = None
    wraps: bool = False

    @property
    def fields(self) -> list[str]:
        """The columns of the files, in order; what is only read on the page is not among the rows."""
        return [column.field for column in self.columns if column.field in self.rows.columns]

    def show(self, key: str) -> None:
        """Draw it on the page, its columns under their headings."""
        headed = [column for column in self.columns if column.heading]
        headings = {column.field: column.heading for column in headed}
        rows = self.rows if self.read is None else self.read
        if self.wraps:
            written = {column.heading: rows[column.field].map(column.read) for column in headed}
            st.table(pd.DataFrame(written), border="horizontal", hide_index=True, alt=self.alt)
            return
        options: dict[str, Any] = {"height": self.height} if self.height else {}
        if self.click:
            options |= _clicked(self.click, rows, key=f"{key}-rows")
        st.dataframe(
            rows[list(headings)].rename(columns=headings),
            hide_index=True,
            column_config={
                column.heading: column.config for column in headed if column.format or column.width or column.link
            },
            placeholder="–",
            alt=self.alt,
            **options,
        )


def _clicked(click: Click, rows: pd.DataFrame, *, key: str) -> dict[str, Any]:
    """The options of a table in which a click on a row chooses what it stands for."""
    codes = rows[click.of].tolist()

    def take() -> None:
        picked = st.session_state[key]["selection"]["rows"]
        if picked:
            st.session_state[click.key] = codes[picked[0]]

    return {"key": key, "on_select": take, "selection_mode": "single-row"}
