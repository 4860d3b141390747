"""Starts the server of one's own computer on app.py, behind a policy that allows no other host.

Streamlit's old page discovery is off from the first request. `streamlit run app.py` works too,
without the policy; there a fresh server answers its first request by the old rules: a page's own
address shows "Page not found" once, before app.py corrects it.
"""

import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from lib.serving.daily_copies import daily_copies
from lib.serving.headers import INDEX, SafeHeaders
from lib.settings import ROOT, read_settings

HELP = "Give Streamlit's own options as --name=value, such as --server.port=8502."


def main(arguments: Sequence[str]) -> None:
    """Run until stopped; `arguments` are Streamlit's own, such as --server.port=8502."""
    PagesManager.uses_pages_directory = False
    policy = Middleware(SafeHeaders, index=INDEX, https=False)
    app = st.App(ROOT / "app.py", middleware=[policy], lifespan=lifespan)
    config = options(arguments)
    # Streamlit puts the folder of what was started first on the path: lib/ has a `statistics`.
    sys.argv = [str(ROOT / "app.py")]
    app.run(config=config)


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """What runs beside the app for as long as it is served."""
    async with daily_copies(read_settings()):
        yield


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
