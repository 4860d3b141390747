"""By what right a window looks: this computer, a passphrase or a provider; refuses everything else.

Asked anew each run, of the connection and not of what the session remembers.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import streamlit as st
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

from lib.access.connection import is_local
from lib.access.openid import NEEDED, Identity, identity, providers
from lib.access.passphrase import SignedInHere
from lib.errors import SignedOut
from lib.settings import read_settings

HERE = "this computer"
Who = Identity | SignedInHere | str


def who(by_passphrase: Callable[[], SignedInHere | None]) -> Who:
    """Who looks; raises SignedOut where no sign-in holds."""
    if _on_this_computer():
        return HERE
    if let_in := by_passphrase():
        return let_in
    if not openid_providers():
        raise SignedOut(NEEDED)
    return identity(st.user.to_dict(), read_settings().allowed, datetime.now(UTC))


def openid_providers() -> list[str]:
    """The providers that can be asked here; none before it is said who may come in."""
    if st.get_option("server.trustedUserHeaders") or not read_settings().allowed:
        return []  # headers would speak for the provider, and anybody can send them
    return providers(_auth())


def _auth() -> Mapping[str, Any]:
    """Streamlit's [auth], empty where there is none."""
    found = st.secrets.get("auth") if st.secrets.load_if_toml_exists() else None
    return found if isinstance(found, Mapping) else {}


def _on_this_computer() -> bool:
    """Local mode; never where a sign-in was set up, since a proxy may add nothing to a request."""
    context = get_script_run_ctx()
    client = None if context is None else get_instance().get_client(context.session_id)
    if client is None or client.client_context is None or _auth():
        return False  # the window is gone: nothing can be said of its connection
    connection = client.client_context
    return is_local(
        st.get_option("server.address"),
        read_settings().base_url,
        connection.headers,
        connection.remote_ip,
    )
