"""The page on which a passphrase is typed: plain HTML without a script, since it sets a cookie."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from html import escape
from urllib.parse import parse_qs

from anyio.to_thread import run_sync
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.access.calendar_feed import PATH as CALENDAR
from lib.access.passphrase import COOKIES, by_cookie, passphrase_is_set, sign_in
from lib.errors import AppError, Refused, Unready
from lib.settings import ROOT
from lib.storage.database import Database

PATH = "/sign-in"
OPEN = (PATH, "/health", "/robots.txt", CALENDAR)
MOST = 4096
"""Bytes of what is sent: far above the longest passphrase."""
ELSEWHERE = "This did not come from the page to sign in. Open that page, and try again."
UNREADY = "The database does not answer. Try again in a moment."
TOO_LONG = "That is too long to be the passphrase."


def routes(database: Callable[[], Database], base_url: str) -> list[Route]:
    """The page and what it sends."""

    async def shown(request: Request) -> Response:
        try:
            known = await run_sync(_is_set, database())
        except (AppError, SQLAlchemyError):
            return _page(UNREADY, status=503)
        return _page("") if known else RedirectResponse("/", status_code=303)

    async def typed(request: Request) -> Response:
        if not from_here(request, base_url):
            return _page(ELSEWHERE, status=403)
        body = await _body(request)
        if body is None:
            return _page(TOO_LONG, status=413)
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        try:
            token, until = await run_sync(sign_in, database(), fields.get("passphrase", [""])[0])
        except (Unready, SQLAlchemyError):  # how to mend it is nothing for a stranger
            return _page(UNREADY, status=503)
        except AppError as error:
            return _page(str(error), status=403 if isinstance(error, Refused) else 503)
        return _come_in(token, until, https=base_url.startswith("https://"))

    return [Route(PATH, shown, methods=["GET"]), Route(PATH, typed, methods=["POST"])]


class Doorkeeper:
    """Sends a browser that opens a page without a sign-in to the page of the passphrase.

    For comfort: what a page shows is decided by lib.ui.access.session, whatever passes here.
    """

    def __init__(self, app: ASGIApp, *, database: Callable[[], Database], instead: bool) -> None:
        self.app = app
        self.database = database
        self.instead = instead
        """Whether the passphrase is the one way in."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        asks = self.instead and scope["type"] == "http" and _opens_a_page(Request(scope))
        if asks and await run_sync(self._has_to_sign_in, Request(scope).cookies):
            await RedirectResponse(PATH, status_code=303)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _has_to_sign_in(self, cookies: Mapping[str, str]) -> bool:
        try:
            with self.database().read() as session:
                known = by_cookie(session, cookies, datetime.now(UTC))
                return known is None and passphrase_is_set(session)
        except (AppError, SQLAlchemyError):
            return False  # the page says so, in words


def _opens_a_page(request: Request) -> bool:
    """A document, as browsers call what stands in the address bar, that is not a link's."""
    document = request.headers.get("Sec-Fetch-Dest") == "document"
    return document and request.url.path not in OPEN and "share" not in request.query_params


def from_here(request: Request, base_url: str) -> bool:
    """Whether the page itself sent it: browsers say so, and no other page can make them."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == base_url


def _is_set(database: Database) -> bool:
    with database.read() as session:
        return passphrase_is_set(session)


async def _body(request: Request) -> bytes | None:
    """What was sent, read no further than it may be long."""
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > MOST:
                return None
    except ClientDisconnect:
        return None  # nobody is there to read the answer
    return body


def _come_in(token: str, until: datetime, *, https: bool) -> Response:
    response = RedirectResponse("/", status_code=303)
    response.set_cookie(
        COOKIES[0] if https else COOKIES[1],
        token,
        max_age=int((until - datetime.now(UTC)).total_seconds()),
        path="/",
        secure=https,
        httponly=True,
        samesite="lax",  # strict would ask again whoever comes from a bookmark in their mail
    )
    return response


def _page(problem: str, status: int = 200) -> HTMLResponse:
    said = f'<p role="alert">{escape(problem)}</p>' if problem else ""
    page = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sign in to Fieldwork</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_style()}</style></head>
<body><main><h1>Fieldwork</h1>{said}
<form method="post" action="{PATH}"><label for="passphrase">Passphrase</label>
<input id="passphrase" name="passphrase" type="password" required autofocus
 autocomplete="current-password"><button>Sign in</button></form>
<p class="quiet">Did somebody send you a link? Open it exactly as it was sent: it needs no
 sign-in.</p></main></body></html>"""
    # Else a browser hides from where the form was sent, also from us.
    return HTMLResponse(page, status, headers={"Referrer-Policy": "same-origin"})


@cache
def _style() -> str:
    """The theme's colours, from the same file as the screens'."""
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        theme = tomllib.load(file)["theme"]
    light, dark = (_colours(theme[mode]) for mode in ("light", "dark"))
    return (
        f":root{{color-scheme:light dark;{light}}}"
        f"@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"
        "body{background:var(--page);color:var(--text);font:16px/1.5 sans-serif;margin:0}"
        "main{max-width:22rem;margin:18vh auto 0;padding:0 1.5rem}"
        "h1{font-family:serif;font-size:2.1rem;font-weight:600}"
        "label,input,button{display:block;width:100%;box-sizing:border-box;font:inherit}"
        "input,button{border:1px solid var(--line);border-radius:.5rem;padding:.6rem .75rem}"
        "input{background:var(--box);color:var(--text);margin:.35rem 0 1rem}"
        "button{background:var(--accent);border-color:var(--accent);color:var(--page);cursor:pointer}"
        ":focus-visible{outline:3px solid var(--link);outline-offset:2px}"
        "[role=alert]{border-left:4px solid var(--accent);padding-left:.75rem}"
        ".quiet{font-size:.9rem;margin-top:1.5rem}"
    )


def _colours(theme: dict[str, str]) -> str:
    return (
        f"--page:{theme['backgroundColor']};--box:{theme['secondaryBackgroundColor']};"
        f"--text:{theme['textColor']};--line:{theme['borderColor']};"
        f"--accent:{theme['primaryColor']};--link:{theme['linkColor']};"
    )
