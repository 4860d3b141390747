"""The explorer of a window: by what holds in this run, looked up anew in each."""

from datetime import UTC, datetime

import streamlit as st

from lib.access.openid import ENDED, Identity
from lib.access.passphrase import COOKIES, SignedInHere, by_cookie, passphrase_is_set
from lib.access.viewer import Explorer
from lib.commands.explorers import explorer_of, signed_in, the_explorer, who_is_the_one
from lib.errors import SignedOut
from lib.ui.access.store import database
from lib.ui.access.who import Who, who


def themselves() -> Explorer:
    """The explorer by what holds now; what another one left in this window is gone."""
    now = who(_by_passphrase)
    if st.session_state.get("who", now) != now:
        forget()
    me = _of(now)
    st.session_state["who"], st.session_state["me"] = now, me
    return me


def _of(now: Who) -> Explorer:
    if isinstance(now, SignedInHere):
        return now.explorer
    return _signed_in(now) if isinstance(now, Identity) else _the_one()


def _by_passphrase() -> SignedInHere | None:
    """Looked up each run: a sign-out in another window ends it here too."""
    sent = {name: st.context.cookies.get(name) for name in COOKIES}
    cookies = {name: value for name, value in sent.items() if isinstance(value, str)}
    if not cookies:
        return None
    with database().read() as session:
        return by_cookie(session, cookies, datetime.now(UTC))


def passphrase_asked() -> bool:
    """Whether one may sign in with a passphrase."""
    with database().read() as session:
        return passphrase_is_set(session)


def _the_one() -> Explorer:
    known: Explorer | None = st.session_state.get("me")
    if known is not None:
        return known
    with database().read() as session:  # who may only read can look
        found = who_is_the_one(session)
    if found is not None:
        return found
    with database().write() as session:
        return the_explorer(session)


def _signed_in(now: Identity) -> Explorer:
    known = known_by(now)
    if known is not None:
        return known
    with database().write() as session:
        return explorer_of(session, now.subject, zone=st.context.timezone or "")


def known_by(now: Identity) -> Explorer | None:
    """Looked up each run: a sign-out in another window ends it here too; None the first time."""
    with database().read() as session:
        found = signed_in(session, now.subject)
    if found is None:
        return None
    explorer_id, signed_out = found
    if signed_out is not None and now.issued <= signed_out:
        raise SignedOut(ENDED)
    return Explorer(explorer_id)


def forget() -> None:
    """Nothing of whoever looked before stays, but that somebody did."""
    ended = "run" in st.session_state or "ended" in st.session_state
    st.session_state.clear()
    if ended:
        st.session_state["ended"] = True
