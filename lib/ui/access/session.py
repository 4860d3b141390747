"""Who is looking in this browser tab: found once a run, asked for first by every page.

A link in the address wins over all else, and a tab that began with one stays with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar
from uuid import UUID

import streamlit as st

from lib.access.links import CLOSED, open_link
from lib.access.openid import ENDED, Identity
from lib.access.passphrase import SignedInHere, let_in
from lib.access.viewer import Explorer, Share, Viewer
from lib.access.visits import visited
from lib.errors import AppError, NotNow, NotOpen, RanOut, SignedOut
from lib.queries.explorer import pulse
from lib.reference import places
from lib.ui.access.began import link_of_this_window, stays_with
from lib.ui.access.store import database
from lib.ui.access.who import HERE, Who
from lib.ui.sharing.sending import may_send
from lib.ui.themselves import forget, known_by, themselves

__all__ = [
    "Run",
    "address_of_the_link",
    "current",
    "database",
    "drafter",
    "ended_here",
    "explorer",
    "refresh",
    "signed_in_as",
    "viewer",
    "welcome",
    "while_it_holds",
    "writer",
]

Content = TypeVar("Content")


@dataclass(frozen=True)
class Run:
    """What holds during one run of the script."""

    viewer: Viewer
    revision: UUID
    zone: str
    release: tuple[places.Stamp | None, ...]
    """Of the official figures that were brought."""


KNOWN = "last_forgotten"
"""When somebody was forgotten last, as far as this window knows."""


def welcome() -> None:
    """Find out who is looking; raises NotOpen where nobody may, and forgets who was here before.

    The facts of the last run stand until there are new ones: a second press interrupts this, and
    its callback looks for them; so does one while the database cannot serve.
    """
    try:
        may_send(refresh(_through_link() or themselves()).viewer)
    except NotOpen:
        may_send(None)
        forget()
        raise
    except NotNow:
        raise
    except AppError:
        st.session_state.pop("run", None)
        raise


def _through_link() -> Share | None:
    """The coach's view, looked up anew each run: a link that was closed meanwhile shows no more."""
    before = link_of_this_window()
    token = st.query_params.get("share", before)
    if token is None:
        return None
    first = token != before
    if first:
        forget()
    stays_with(token)
    with database().read() as session:
        share = open_link(session, token)
    if first:
        visited(database().write_in_turn, share, datetime.now(UTC).date())
    return share


def address_of_the_link() -> dict[str, list[str]]:
    """What keeps this window's link in the address: a change of screen takes it out."""
    token = link_of_this_window()
    return {} if token is None else {"share": [token]}


def refresh(me: Viewer) -> Run:
    """Read the revision anew: what is cached for the one before no longer holds."""
    with database().read() as session:
        revision, zone = pulse(session, me)
    run = Run(me, revision, zone, places.release())
    st.session_state["run"] = run
    return run


def current() -> Run:
    """This run's facts; stops the page where app.py has not let anybody in."""
    run = st.session_state.get("run")
    if not isinstance(run, Run):
        st.error("Open Fieldwork at its first page.")
        st.stop()
    return run


def viewer() -> Viewer:
    """Who is looking: the first line of a page that a coach may see too."""
    return current().viewer


def explorer() -> Explorer:
    """The explorer: the first line of every other page; raises NotOpen for a coach."""
    me = current().viewer
    if isinstance(me, Share):
        raise NotOpen(CLOSED)
    return me


def writer() -> Explorer:
    """Who may write: asked anew, since callbacks run before app.py; raises NotOpen for others."""
    me = explorer()
    if themselves() != me:
        raise SignedOut(ENDED)
    return me


def drafter() -> Explorer:
    """Who may keep what they typed: also whose time ran out meanwhile, but nobody signed out."""
    try:
        return writer()
    except RanOut:
        now, me = signed_in_as(), explorer()
        if isinstance(now, Identity) and known_by(now) == me:
            return me
        raise


def ended_here() -> bool:
    """Whether somebody looked through this window before."""
    return "ended" in st.session_state


def signed_in_as() -> Who:
    """By what right this window looks."""
    now: Who = st.session_state.get("who", HERE)
    return now


def while_it_holds(content: Callable[[], Content]) -> Callable[[], Content]:
    """For downloads, which are made when they are pressed and not by a run: not after the end."""
    now = signed_in_as()

    def checked() -> Content:
        if isinstance(now, Identity):
            if now.expires <= datetime.now(UTC):
                raise SignedOut(ENDED)
            known_by(now)
        if isinstance(now, SignedInHere):
            with database().read() as session:
                if let_in(session, now.digest, datetime.now(UTC)) is None:
                    raise SignedOut(ENDED)
        return content()

    return checked
