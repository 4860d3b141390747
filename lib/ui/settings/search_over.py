"""A search that is over: what became of it, what is still owed, what may be deleted."""

from datetime import date

import streamlit as st

from lib.answers.words import counted
from lib.commands.search_over import close_search, reopen_search
from lib.filters import EVERYTHING
from lib.frames import records
from lib.markdown import Markdown
from lib.queries.due import conversations_ahead
from lib.queries.explorer import closed_on
from lib.queries.people import people_known
from lib.ui import show
from lib.ui.reads import read, today
from lib.ui.writes import saved, saying, write

CLOSED = "The search is closed. What you owe others stays due."


def search_over() -> None:
    """The form that closes it; once it is closed, what is left to do."""
    st.subheader("Is the search over?", anchor=False)
    since = read(closed_on, EVERYTHING)
    if since is None:
        _form()
        return
    closed_line(since)
    _still_planned()
    _may_be_deleted()


def closed_line(since: date) -> None:
    """Since when, with the way back."""
    with st.container(horizontal=True, vertical_alignment="center"):
        show.markdown(
            f"This search was closed on {since.day} {since:%B %Y}: only what you owe others is "
            "due. What became of it stands in the decisions on Compare.",
            width="stretch",
        )
        st.button("Open it again", on_click=_reopen, key="reopen_search")


def _form() -> None:
    with st.expander("Close this search"):
        st.markdown(
            "Planned talks, requests and a coach's suggestions are then no longer due. Letters of "
            "thanks and what you promised stay due: those people are owed an answer. Nothing is "
            "deleted, and one press opens the search again."
        )
        with st.form("close_search", border=False):
            became = st.text_area(
                "What became of it?", placeholder="I start at a clinic in May; two fields were out."
            )
            on = st.date_input("It ended on", today(), max_value=today())
            end_links = st.checkbox(
                "End every link that is open: for good, also if the search is opened again"
            )
            pressed = st.form_submit_button("Close the search")
        if pressed:
            told = {"on": on, "became": became, "end_links": end_links}
            saved(CLOSED, lambda: write(close_search, **told))


def _reopen() -> None:
    saying("The search is open again.", write, reopen_search)


def _still_planned() -> None:
    """Whoever keeps an hour free is told."""
    ahead = records(read(conversations_ahead, EVERYTHING))
    planned = [row for row in ahead if row["status"] in ("requested", "scheduled", "moved")]
    if not planned:
        return
    st.markdown("Somebody still keeps time for you: tell them, and call it off there.")
    for row in planned:
        show.page_link(
            "pages/interviews/conversation.py",
            label=Markdown("{}, {}").format(row["person"], row["field"]),
            icon=":material/event_busy:",
            query_params={"talk": row["interview_id"], "step": "Ask"},
        )


def _may_be_deleted() -> None:
    known = read(people_known, EVERYTHING)
    named = int((known["name"] != "").sum())
    st.markdown("What may go, once you have written to those whom you owe something:")
    with st.container(gap="xsmall"):
        show.page_link(
            "pages/interviews/people.py",
            label=f"{counted(named, 'person', 'people')} with names and contacts: forget each, and "
            "keep what they said as figures",
            icon=":material/person_off:",
        )
        st.page_link(
            "pages/sharing/links.py",
            label="Links that are still open, and what you released for them",
            icon=":material/link_off:",
        )
        st.page_link(
            "pages/settings/account.py",
            label="Everything, after you took it out as a file",
            icon=":material/delete:",
        )
