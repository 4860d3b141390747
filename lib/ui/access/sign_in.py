"""The page to sign in, or how to set a sign-in up; and the way out, under Settings."""

from functools import partial

import streamlit as st

from lib.access.openid import NEEDED, UNNAMED, Identity
from lib.access.passphrase import SignedInHere, sign_out_everywhere
from lib.commands.explorers import sign_out
from lib.errors import AppError, SignedOut
from lib.figures import clock
from lib.markdown import Markdown
from lib.serving.door import PATH
from lib.ui import show
from lib.ui.access.session import current, ended_here, signed_in_as
from lib.ui.access.who import openid_providers
from lib.ui.themselves import passphrase_asked
from lib.ui.writes import write

SETUP = """\
It asks no question only on the computer that it runs on. Whoever runs it can open it to others.

**With a passphrase**, for one explorer: `python -m lib passphrase` sets it, and
`python -m lib.server` serves Fieldwork under the address that `FIELDWORK_BASE_URL` names.

**With a sign-in through an OpenID Connect provider** (Google, Microsoft, one's own), for many: in
`.streamlit/secrets.toml`, with the address under which Fieldwork is served:"""
KEYS = """\
FIELDWORK_BASE_URL = "https://fieldwork.example.org"
FIELDWORK_ALLOWED = "ana@example.org, @example.edu"

[auth]
redirect_uri = "https://fieldwork.example.org/oauth2callback"
cookie_secret = "at least 32 random characters"
client_id = "from the provider"
client_secret = "from the provider"
server_metadata_url = "https://provider.example.org/.well-known/openid-configuration"
"""
WHO = """\
`FIELDWORK_ALLOWED` names who may come in: addresses that the provider has verified, whole domains,
or `*` for everybody whom the provider knows. Then start Fieldwork again."""
SENT = "Did somebody send you a link? Open it exactly as it was sent: it needs no sign-in."


def sign_in(reason: str) -> None:
    """What to press to come in, and why one is asked; nothing of what is behind it.

    Where a sign-in ended, the names of the screens go too. Elsewhere there is no navigation:
    Streamlit would say of the address of a screen that there is no such page.
    """
    names, passphrase = openid_providers(), passphrase_asked()
    known = names or passphrase
    draw = partial(_press, names, reason, passphrase) if known else _how_to_set_up
    if ended_here():
        st.navigation([st.Page(draw, title="Fieldwork", url_path="in")], position="hidden").run()
    else:
        draw()


def _press(names: list[str], reason: str, passphrase: bool) -> None:
    st.title("Sign in", anchor=False)
    if reason != NEEDED:
        show.info(reason, icon=":material/info:")
    with st.container(horizontal=True):
        if passphrase:
            st.link_button("Sign in with the passphrase", PATH, icon=":material/key:")
        for name in names:
            words = "Sign in" if name == UNNAMED else f"Sign in with {name.capitalize()}"
            show.button(words, on_click=st.login, args=(name,), key=f"sign_in_{name}")
        if st.user.to_dict().get("is_logged_in"):
            st.button("Sign out", on_click=st.logout, key="leave")
    st.caption(SENT)


def way_out() -> None:
    """As whom one is signed in, until when, and the press that ends it."""
    now = signed_in_as()
    if isinstance(now, str):
        return
    address = st.user.to_dict().get("email") if isinstance(now, Identity) else None
    whose = Markdown(" as {}").format(address) if isinstance(address, str) else ""
    until = now.expires.astimezone(clock(current().zone))
    show.markdown(
        Markdown("You are signed in{0}, until {1.day} {1:%B, %H:%M}.").format(whose, until)
    )
    st.caption("This ends here and wherever else you signed in before, in every window.")
    st.button("Sign out", on_click=_leave, key="leave")


def _leave() -> None:
    now = signed_in_as()
    try:
        if isinstance(now, Identity):
            write(sign_out, issued=now.issued)
        elif isinstance(now, SignedInHere):
            write(sign_out_everywhere)
    except SignedOut:
        pass  # it had ended by itself
    except AppError as error:
        st.session_state["said"] = ("error", str(error), None)
        return
    if isinstance(now, Identity):
        st.logout()


def _how_to_set_up() -> None:
    st.title("This Fieldwork is not set up to be opened from here", anchor=False)
    st.markdown(SETUP)
    st.code(KEYS, language=None, wrap_lines=True)
    st.markdown(WHO)
    st.caption(SENT)
