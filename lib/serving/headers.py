"""What every answer of a served Fieldwork says to browsers, and which hosts it answers for."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

INDEX = Path(st.__file__).parent / "static" / "index.html"
POLICY = (
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",  # Streamlit and Vega set styles as they draw
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
UNKEPT = {"Cache-Control": "no-store"}
YEAR = "max-age=31536000"
LASTING = "/static/"
"""Streamlit's own files, named by their content: the one thing that a browser may keep."""


@cache
def policy(index: Path) -> str:
    """What a page may load and run: its own scripts, and those written into this one by digest."""
    inline = INLINE.findall(index.read_text(encoding="utf-8"))
    digests = [b64encode(sha256(script.encode()).digest()).decode() for script in inline]
    scripts = " ".join(["script-src 'self'", *(f"'sha256-{digest}'" for digest in digests)])
    return "; ".join((scripts, *POLICY))


class SafeHeaders:
    """Adds the headers; what an answer says of itself already stays, but for its caching."""

    def __init__(self, app: ASGIApp, *, index: Path, https: bool) -> None:
        self.app = app
        self.headers = {**HEADERS, "Content-Security-Policy": policy(index)}
        if https:
            self.headers["Strict-Transport-Security"] = YEAR

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith(LASTING):
                    headers.update(UNKEPT)
            await send(message)

        await self.app(scope, receive, answer)
