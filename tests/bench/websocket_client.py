"""A reader without a browser: speaks Streamlit's protocol over a WebSocket, times reruns and counts their bytes."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Selectbox_pb2 import Selectbox
from streamlit.proto.Slider_pb2 import Slider
from streamlit.proto.TextInput_pb2 import TextInput
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.serving import SECONDS, Server

Picker = Selectbox | Slider | TextInput
REMEMBERED_RUNS = 2
"""A browser forgets a message that this many runs have not used (Streamlit's `global.maxCachedMessageAge`)."""


@dataclass(frozen=True)
class Run:
    """One run of a page: from its request to `script_finished`, and what the server sent meanwhile."""

    seconds: float
    messages: Sequence[ForwardMsg]

    @property
    def sent(self) -> int:
        """Bytes from the server, before any compression on the way."""
        return sum(message.ByteSize() for message in self.messages)

    def pickers(self) -> Iterator[Picker]:
        """The select boxes, sliders and text fields that were drawn."""
        for message in self.messages:
            element = message.delta.new_element
            kind = element.WhichOneof("type")
            if kind in ("selectbox", "slider", "text_input"):
                yield getattr(element, kind)


class Reader:
    """A session of one page. As a browser does, it keeps large messages and tells the server which it has."""

    def __init__(self, socket: ClientConnection, *, page: str) -> None:
        self._socket = socket
        self._page = page
        self._query = ""
        self._chosen: dict[str, WidgetState] = {}
        self._remembered: dict[str, int] = {}
        self._pickers: dict[str, Picker] = {}
        self._runs = 0
        self.first = self._run()

    def options(self, label: str) -> list[str]:
        """What the picker with this label offers, as shown; a text field offers nothing."""
        picker = self._pickers[label]
        return [] if isinstance(picker, TextInput) else list(picker.options)

    def choose(self, label: str, option: str) -> Run:
        """Choose one of a picker's options, or type a text, and wait until the page has run."""
        picker = self._pickers[label]
        state = WidgetState(id=picker.id)
        if isinstance(picker, Slider):
            state.string_array_value.data.append(option)
        else:
            state.string_value = option
        self._chosen[picker.id] = state
        return self._run()

    def _run(self) -> Run:
        request = self._request().SerializeToString()
        start = time.perf_counter()
        self._socket.send(request)
        messages = list(self._messages())
        run = Run(time.perf_counter() - start, messages)
        self._remember(run)
        return run

    def _request(self) -> BackMsg:
        message = BackMsg()
        state = message.rerun_script
        state.page_name, state.query_string = self._page, self._query
        state.widget_states.widgets.extend(self._chosen.values())
        state.cached_message_hashes.extend(self._remembered)
        return message

    def _messages(self) -> Iterator[ForwardMsg]:
        while True:
            message = ForwardMsg()
            message.ParseFromString(self._socket.recv(timeout=SECONDS))
            yield message
            if message.WhichOneof("type") == "script_finished":
                return

    def _remember(self, run: Run) -> None:
        self._runs += 1
        for message in run.messages:
            if message.WhichOneof("type") == "page_info_changed":
                self._query = message.page_info_changed.query_string
            if message.metadata.cacheable or message.ref_hash:
                self._remembered[message.ref_hash or message.hash] = self._runs
        self._remembered = {key: used for key, used in self._remembered.items() if self._runs - used <= REMEMBERED_RUNS}
        self._pickers |= {picker.label: picker for picker in run.pickers()}


@contextmanager
def reading(server: Server, *, page: str = "") -> Iterator[Reader]:
    """Open a page by its URL path, `""` being the entry's, and stay until the end of the block."""
    address = f"ws://{server.host}/_stcore/stream"
    with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None, open_timeout=SECONDS) as socket:
        yield Reader(socket, page=page)
