"""Who is looking in this browser tab: found once a run, asked for first by every page.

A link in the address wins over all else, and a tab that began with one stays with it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import streamlit as st

from lib.commands.explorers import the_explorer
from lib.database import Database, open_database
from lib.errors import AppError, NotOpen
from lib.queries.explorer import pulse
from lib.reference import places
from lib.settings import read_settings
from lib.sharing import CLOSED, count_visit, open_link
from lib.viewer import Explorer, Share, Viewer

LOCAL = {"localhost", "127.0.0.1", "[::1]", "::1"}
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip")


@dataclass(frozen=True)
class Run:
    """What holds during one run of the script."""

    viewer: Viewer
    revision: UUID
    zone: str
    release: tuple[places.Stamp | None, ...]
    """Of the official figures that were brought."""


@st.cache_resource(show_spinner="Opening the database")
def database() -> Database:
    """The process's database, its tables at this version."""
    return open_database(read_settings())


def welcome() -> None:
    """Find out who is looking; raises NotOpen where this is not their own machine.

    The facts of the last run stand until there are new ones: a second press interrupts this, and
    its callback looks for them.
    """
    try:
        refresh(_through_link() or _themselves())
    except AppError:
        st.session_state.pop("run", None)
        raise


def _through_link() -> Share | None:
    """The coach's view, looked up anew each run: a link that was closed meanwhile shows no more."""
    token = st.query_params.get("share") or st.session_state.get("share")
    if not token:
        return None
    first = st.session_state.get("share") != token
    st.session_state["share"] = token
    st.session_state.pop("me", None)
    st.query_params["share"] = token
    with database().read() as session:
        share = open_link(session, token)
    if first:
        with database().write() as session:
            count_visit(session, share, datetime.now(UTC).date())
    return share


def _themselves() -> Explorer:
    if "me" not in st.session_state:
        st.session_state["me"] = _explorer()
    me: Explorer = st.session_state["me"]
    return me


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


def _explorer() -> Explorer:
    """The local explorer; what a connection says of itself does not change while it lasts."""
    if not _is_local():
        raise NotOpen(
            "This Fieldwork is not set up to be opened from here. Run it on your own computer: "
            "get the code, run the first command of its README there, and open the address that "
            "it prints."
        )
    with database().write() as session:
        return the_explorer(session)


def _is_local() -> bool:
    """This machine alone: told to listen here, asked for by a local name, nothing in between."""
    if st.get_option("server.address") not in LOCAL or read_settings().base_url:
        return False
    headers = st.context.headers
    if any(name in headers for name in FORWARDED):
        return False
    host = headers.get("Host", "localhost")
    return host.rsplit(":", 1)[0] in LOCAL or host in LOCAL
