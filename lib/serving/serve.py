"""Starts the server of one's own computer on app.py, behind a policy that allows no other host.

Streamlit's old page discovery is off from the first request. `streamlit run app.py` works too,
without the policy; there a fresh server answers its first request by the old rules: a page's own
address shows "Page not found" once, before app.py corrects it.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from streamlit.cli_util import open_browser
from streamlit.config import get_option
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.server_util import get_display_address, get_url

from lib.serving.daily_copies import daily_copies
from lib.serving.first_screen import FirstScreen
from lib.serving.headers import INDEX, SafeHeaders
from lib.settings import ROOT, read_settings

HELP = "Give Streamlit's own options as --name=value, such as --server.port=8502."


def main(arguments: Sequence[str]) -> None:
    """Run until stopped; `arguments` are Streamlit's own, such as --server.port=8502."""
    PagesManager.uses_pages_directory = False
    policy = Middleware(SafeHeaders, index=INDEX, https=False)
    app = st.App(ROOT / "app.py", middleware=[policy, Middleware(FirstScreen)], lifespan=lifespan)
    config = options(arguments)
    # Streamlit puts the folder of what was started first on the path: lib/ has a `statistics`.
    sys.argv = [str(ROOT / "app.py")]
    with suppress(KeyboardInterrupt):  # Ctrl+C, once everything is closed
        app.run(config=config)


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """What runs beside the app for as long as it is served; its port is listened on by now."""
    async with daily_copies(read_settings()):
        asyncio.get_running_loop().call_soon(_open_in_the_browser)
        yield


def _open_in_the_browser() -> None:
    """Streamlit itself does so only for a script; not where nobody sits at this machine."""
    if not get_option("server.headless"):
        open_browser(get_url(get_display_address(get_option("server.address"))))


def options(arguments: Sequence[str]) -> dict[str, object]:
    """`--name=value` or `--name value` as Streamlit's configuration; ends with a sentence else."""
    found: dict[str, object] = {}
    left = list(arguments)
    while left:
        name, equals, value = left.pop(0).partition("=")
        if not name.startswith("--") or not (equals or left):
            sys.exit(HELP)
        found[name[2:]] = _value(value if equals else left.pop(0))
    return found


def _value(text: str) -> object:
    if text.lower() in {"true", "false"}:
        return text.lower() == "true"
    return int(text) if text.isdecimal() else text
