"""The first screen stands at the address itself: under its own name Streamlit knows none.

A coach's first screen is another, and Overview one of theirs: what has a link goes on as it is.
"""

from urllib.parse import parse_qs

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

NAME = "/overview"


class FirstScreen:
    """Leads an explorer's /overview to the address itself, with its filters."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http" and scope["path"].rstrip("/") == NAME:
            query = scope["query_string"].decode("latin-1")
            if "share" not in parse_qs(query, keep_blank_values=True):
                await RedirectResponse(f"/?{query}" if query else "/")(scope, receive, send)
                return
        await self.app(scope, receive, send)
