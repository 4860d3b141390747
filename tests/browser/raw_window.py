"""A window without a browser: what an attacker can say to the server, and all that it answers."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from socket import create_connection
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

SECONDS = 20


class RawWindow:
    """An open connection; everything that came through it, as text and as messages."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.messages: list[ForwardMsg] = []

    def send(self, message: BackMsg) -> None:
        self.connection.send(message.SerializeToString())

    def ask(
        self,
        query: str = "",
        *,
        name: str = "",
        page: str = "",
        widgets: Sequence[WidgetState] = (),
        fragment: str = "",
    ) -> None:
        """Ask for a run."""
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string, asked.page_name, asked.page_script_hash = query, name, page
        asked.fragment_id = fragment
        asked.widget_states.widgets.extend(widgets)
        self.send(message)

    def run(self, query: str = "", **more: Any) -> str:
        """Ask for a run, and what came back until it was through."""
        self.ask(query, **more)
        return self.until_through()

    def until_through(self) -> str:
        """Everything up to the end of the run, as text."""
        before = len(self.messages)
        while True:
            content = self.connection.recv(timeout=SECONDS)
            assert isinstance(content, bytes)
            self.messages.append(ForwardMsg.FromString(content))
            if self.messages[-1].WhichOneof("type") == "script_finished":
                return "\n".join(str(one) for one in self.messages[before:])

    @property
    def session_id(self) -> str:
        """As the server calls this session."""
        new = next(one for one in self.messages if one.WhichOneof("type") == "new_session")
        return str(new.new_session.initialize.session_id)

    @property
    def buttons(self) -> set[str]:
        """The ids of all buttons that were ever drawn in this window."""
        drawn = [
            one.delta.new_element for one in self.messages if one.WhichOneof("type") == "delta"
        ]
        return {one.button.id for one in drawn if one.WhichOneof("type") == "button"}

    @property
    def pages(self) -> list[str]:
        """The names of the screens that were ever named to this window."""
        return [
            page.page_name
            for one in self.messages
            if one.WhichOneof("type") == "navigation"
            for page in one.navigation.app_pages
        ]


@contextmanager
def raw_window(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    cookies: Mapping[str, str] | None = None,
    session: str = "",
    origin: str | None = None,
) -> Iterator[RawWindow]:
    """Connect as Streamlit's own page does, with these headers and cookies beside."""
    place = urlsplit(url)
    more = dict(headers or {})
    host = more.pop("Host", place.netloc)
    if cookies:
        more["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    protocols = ["streamlit", (cookies or {}).get("_streamlit_xsrf", "none"), session or "none"]
    opened = connect(
        f"ws://{host}/_stcore/stream",
        sock=create_connection((place.hostname, place.port)),
        origin=Origin(origin or f"http://{host}"),
        subprotocols=[Subprotocol(one) for one in protocols],
        additional_headers=more,
        max_size=None,
    )
    with opened as connection:
        yield RawWindow(connection)


def pressed(widget: str) -> WidgetState:
    """A press on a button of this id."""
    return WidgetState(id=widget, trigger_value=True)


def holding(widget: str, value: str) -> WidgetState:
    """Text in a widget of this id."""
    return WidgetState(id=widget, string_value=value)
