"""What a served Fieldwork refuses before Streamlit hears of it, which would answer anybody."""

from typing import Any
from weakref import WeakValueDictionary

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

UPLOADS = "/_stcore/upload_file/"
FOR_PROGRAMS = ("/_stcore/metrics", "/_stcore/agent")
"""How many windows are open and what they take; and driving the app without a browser."""
POLICY_VIOLATION = 1008

_explorers: WeakValueDictionary[str, Any] = WeakValueDictionary()
"""By session, something that lives as long as its window does."""


def takes_files(session_id: str, window: Any, *, of_an_explorer: bool) -> None:
    """Whether this window may send files, by who looked through it at its last run."""
    if of_an_explorer:
        _explorers[session_id] = window
    else:
        _explorers.pop(session_id, None)


class NotForStrangers:
    """Turns away other pages' windows, and files that no explorer sends.

    Streamlit asks a host on the internet for this machine's address before it turns away another
    page's window, and answers nobody else meanwhile; and it keeps up to 100 MB for whoever has a
    window open, the page to sign in included.
    """

    def __init__(self, app: ASGIApp, *, base_url: str) -> None:
        self.app = app
        self.base_url = base_url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or one window that opens."""
        if scope["type"] == "websocket" and not self._is_own_page(Headers(scope=scope)):
            await WebSocketClose(POLICY_VIOLATION)(scope, receive, send)
        elif scope["type"] == "http" and _is_closed(scope):
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _is_own_page(self, headers: Headers) -> bool:
        """No origin is no browser, and brings nobody's cookies along but its own."""
        origins, host = headers.getlist("Origin"), headers.get("Host", "")
        own = {self.base_url, f"http://{host}", f"https://{host}"}
        return len(origins) < 2 and set(origins) <= own


def _is_closed(scope: Scope) -> bool:
    path, method = str(scope["path"]), scope["method"]
    if any(path == one or path.startswith(f"{one}/") for one in FOR_PROGRAMS):
        return True
    if method != "PUT" or not path.startswith(UPLOADS):
        return False
    return path.removeprefix(UPLOADS).partition("/")[0] not in _explorers
