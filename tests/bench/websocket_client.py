"""A reader without a browser: speaks Streamlit's protocol over a WebSocket, times reruns and counts their bytes."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

from tests.bench.server import SECONDS, Server

SELECT_BOX, SELECT_SLIDER = "selectbox", "slider"


@dataclass(frozen=True)
class Run:
    """One run of a page: from the request to `script_finished`, and all that the server sent meanwhile."""

    seconds: float
    messages: Sequence[ForwardMsg]

    @property
    def sent(self) -> int:
        """Bytes of the messages, before the WebSocket's own compression."""
        return sum(message.ByteSize() for message in self.messages)

    def widgets(self, kind: str) -> dict[str, str]:
        """The id of each widget of a kind (SELECT_BOX, …) by its label."""
        elements = [m.delta.new_element for m in self.messages if m.WhichOneof("type") == "delta"]
        found = [getattr(element, kind) for element in elements if element.WhichOneof("type") == kind]
        return {widget.label: widget.id for widget in found}

    def options(self, label: str) -> list[str]:
        """What a select box or select slider offers."""
        ...


class Session:
    """A reader's session of one page. As a browser does, it keeps the large messages and says which it has."""

    def __init__(self, socket: ClientConnection, page: str) -> None:
        self._socket = socket
        self._request = BackMsg()
        self._request.rerun_script.page_name = page
        self.first = self._run()

    def choose(self, label: str, option: str) -> Run:
        """Choose an option of a select box or select slider by what is shown."""

    def _run(self) -> Run:
        start = time.perf_counter()
        self._socket.send(self._request.SerializeToString())
        messages = list(self._messages())
        return Run(time.perf_counter() - start, messages)
