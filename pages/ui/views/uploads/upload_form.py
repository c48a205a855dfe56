"""The first step: a file, a pasted table, the example, a template to fill in, or the answers of last time."""

from __future__ import annotations

import contextlib
from pathlib import Path

import streamlit as st

from geo.areas import GEOGRAPHIES
from lis_data import uploads
from lis_data.errors import LisError
from lis_data.intake import Choices, Description, describe, workers
from lis_data.settings import ROOT, settings
from pages.ui.shell.markup import plain
from pages.ui.views.uploads import draft, messages

EXAMPLE = ROOT / "static" / "examples" / "culture-jobs.csv"
_KINDS = ["csv", "tsv", "txt", "xlsx", "zip"]
_PASTED, _FILE, _SIDE, _UPDATED, _TURN = "paste", "file", "side-file", "updated-upload", "bring-turn"
_WANTED = "bring-wanted"
_HOURS = settings().uploads_hours


def show() -> None:
    """The ways to bring a table; once one is given, the page shows what was understood of it."""
    workers.warm()
    left, right = st.columns([3, 2], gap="large")
    with left:
        _file()
        _paste()
        _example()
    with right:
        _understood()
        _template()
        _answers()


def update(upload_id: str) -> None:
    """The next file that is given is a new version of this upload, read with the answers of last time."""
    st.session_state[_UPDATED] = upload_id


def updated() -> str:
    """The upload that the next file is a new version of, if any."""
    return str(st.session_state.get(_UPDATED, ""))


def no_update() -> None:
    """The next file is a new upload after all."""
    st.session_state.pop(_UPDATED, None)


def want() -> None:
    """Show the ways to bring a file above what is kept already."""
    st.session_state[_WANTED] = True


def wanted() -> bool:
    """Whether they are to be shown there."""
    return bool(updated() or st.session_state.get(_WANTED))


def _file() -> None:
    key = f"{_FILE}-{st.session_state.get(_TURN, 0)}"
    most = settings().intake_megabytes
    given = st.file_uploader(
        "Drop a table here, or choose one",
        type=_KINDS,
        key=key,
        max_upload_size=most,
        help=f"CSV, TSV, a sheet of an XLSX workbook, or one of them zipped; at most {most} MB.",
    )
    if given is not None:
        _begin(given.name, given.getvalue())
        st.rerun()


def _paste() -> None:
    with st.expander("Or paste a table from a spreadsheet", icon=":material/content_paste:"), st.form("pasting"):
        text = st.text_area(
            "The table, with its line of column names",
            key=_PASTED,
            height=180,
            placeholder="LEP\tYear\tFigure\nTees Valley\t2018\t…",
        )
        if st.form_submit_button("Read it", icon=":material/arrow_forward:"):
            if text.strip():
                _begin("Pasted table.txt", text.encode())
                st.rerun()
            st.warning("There is nothing in it yet: copy cells with their column names, and paste them here.")


def _understood() -> None:
    st.markdown(
        "**What is understood.** A row a place and period, or a column a year or an indicator. Places by code of any "
        "year or by name, misspelt ones too. Periods, numbers, missing marks, lines above and notes below as people "
        "write them."
    )
    st.markdown(
        f"**What happens to it.** It is stored on this server and shown to nobody but this browser, and deleted after "
        f"{_HOURS} hours unless you save it. Nothing in it is run."
    )


def _example() -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Try it with an example", icon=":material/play_arrow:"):
            _begin(EXAMPLE.name, EXAMPLE.read_bytes())
            st.rerun()
        st.download_button(
            "Download the example",
            EXAMPLE.read_bytes,
            file_name=EXAMPLE.name,
            mime="text/csv",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )
    st.caption(
        "Jobs in culture and recreation in the 38 LEPs, 2016 to 2018, as Nesta published them from the ONS’s Business "
        "Register and Employment Survey (OGL v3.0); seven names are written otherwise on purpose."
    )


def _template() -> None:
    with st.expander("A template to fill in", icon=":material/table:"):
        titles = {key: item.title for key, item in GEOGRAPHIES.items()}
        chosen = st.selectbox("Areas of the template", list(titles), format_func=titles.__getitem__)
        st.download_button(
            "Template (CSV)",
            lambda: describe.template(chosen).encode("utf-8-sig"),
            file_name=f"template-{chosen}.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )


def _answers() -> None:
    with st.expander("Answers of last time", icon=":material/history:"):
        st.file_uploader(
            "A side file (JSON) that this page wrote",
            type=["json"],
            key=_SIDE,
            max_upload_size=1,
            help="It restores every answer for the next file: columns, places, title, unit, source.",
        )
        if st.session_state.get(_SIDE) is not None:
            try:
                description, _ = _restored()
                st.success(f"The next file is read as “{plain(description.title)}” was.", icon=":material/check:")
            except LisError as error:
                st.error(plain(str(error)))


def _restored() -> tuple[Description, Choices]:
    """Description and answers of the side file. Raises LisError."""
    text = st.session_state[_SIDE].getvalue().decode("utf-8", errors="replace")
    return describe.read(text)


def _begin(name: str, data: bytes) -> None:
    """Open a file with the answers that are to be restored, and have an empty field for the next one."""
    upload_id, description, choices = updated(), None, None
    with contextlib.suppress(LisError):  # beside the field, or when it is kept, the page says what is wrong
        if upload_id:
            description, choices = uploads.answers(upload_id)
        elif st.session_state.get(_SIDE) is not None:
            description, choices = _restored()
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    no_update()
    messages.forget()
    st.session_state.pop(_WANTED, None)
    draft.begin(Path(name).name, data, choices=choices, description=description, upload_id=upload_id)
