"""The address that a calendar program reads: made, shown once, renewed, revoked; or a file."""

from datetime import date

import streamlit as st

from lib.access.calendar_feed import end_feed, feed_address, feed_of, new_feed
from lib.settings import read_settings
from lib.ui import show
from lib.ui.access.session import database, explorer
from lib.ui.writes import saying, write

KEY = "calendar_address"
NEVER = "Nothing of what was asked or said is in it; of somebody off the record the hour alone."


def calendar_address() -> None:
    """What reads there now, and the presses; on one's own computer the way to the file."""
    if not read_settings().base_url:
        st.markdown(
            "This Fieldwork runs on your computer alone, where no calendar can read it: save your "
            "conversations as a calendar file on Data, or one talk's at Ask."
        )
        return
    with database().read() as session:
        feed = feed_of(session, explorer())
    if feed is None:
        st.markdown(f"A calendar program can read your talks at an address of their own. {NEVER}")
        st.button("Make the address", key="feed_new", on_click=_make)
        return
    _shown()
    read_on = f"read last on {_day(feed.read_on)}" if feed.read_on else "not read yet"
    show.markdown(f"Made on {_day(feed.made_at)}, {read_on}. {NEVER}")
    with st.container(horizontal=True):
        st.button("Make a new one, end this", key="feed_new", on_click=_make)
        st.button("Revoke", key="feed_end", type="tertiary", on_click=_end)


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def _shown() -> None:
    """Once, right after it was made: nobody can read it out again."""
    token = st.session_state.pop(KEY, None)
    if token is None:
        return
    st.markdown("Subscribe to it in your calendar now: it is shown once.")
    st.code(feed_address(read_settings().base_url, token), language=None, wrap_lines=True)


def _make() -> None:
    saying("The address stands.", _made)


def _made() -> None:
    st.session_state[KEY] = write(new_feed)


def _end() -> None:
    saying("No calendar reads here any more.", _ended)


def _ended() -> None:
    write(end_feed)
