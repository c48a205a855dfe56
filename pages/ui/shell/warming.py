"""What a server does before it says that it is ready: its first readers would wait for it otherwise."""

from __future__ import annotations

import asyncio
import sys

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import SessionClient, get_instance

from geo import boundaries, institutions
from lis_data import store
from lis_data.settings import ROOT, settings
from pages.ui.shell.pages import PAGES, PROFILE

SHAPES = ROOT / "static" / "geo"
"""Where the browser loads shapes from."""
_VIEWS = [*((page, "") for page in PAGES), (PROFILE, "geography=lep-2017&area=E37000034")]
"""What is opened: each page with its query. A profile asks most of its questions when a place is chosen."""


async def warm() -> None:
    """Have the store, the shapes that browsers load, and the first answers of each page; on a running runtime."""
    await asyncio.to_thread(_prepare)
    if settings().warm:
        _say("Opening each page once …")
        await _open_pages()
    _say("Ready.")


def _prepare() -> None:
    store.ensure(progress=_report)
    boundaries.write_static(SHAPES)
    institutions.write_static(SHAPES)


def _report(share: float, step: str) -> None:
    _say(f"Building the evidence store, {share:.0%}: {step}")


def _say(line: str) -> None:
    """Write to standard error what whoever started the server waits for."""
    sys.stderr.write(f"  {line}\n")
    sys.stderr.flush()


class _FirstReader(SessionClient):
    """A reader without a browser, who waits for the end of a run."""

    def __init__(self) -> None:
        self.has_all = asyncio.Event()

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Take what a run sends."""
        if msg.WhichOneof("type") == "script_finished":
            self.has_all.set()


async def _open_pages() -> None:
    """Open each page once, as a browser would, so that what it imports and asks for is there."""
    runtime, reader = get_instance(), _FirstReader()
    session = runtime.connect_session(reader, user_info={})
    for page, query in _VIEWS:
        request = BackMsg()
        request.rerun_script.page_name, request.rerun_script.query_string = page.address, query
        reader.has_all.clear()
        runtime.handle_backmsg(session, request)
        await reader.has_all.wait()
    runtime.close_session(session)
