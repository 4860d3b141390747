"""The calendar of a month, with the way to each of its talks."""

from datetime import date, timedelta

import streamlit as st

from lib.answers.month import in_words, month
from lib.filters import EVERYTHING
from lib.ui import show
from lib.ui.reads import read

CONVERSATION = "pages/interviews/conversation.py"


def calendar_of_the_month(place: str, day: date) -> None:
    """The month of that day, until one turns to another."""
    key = f"month_{place}"
    first = st.session_state.get(key, day).replace(day=1)
    found = read(month, EVERYTHING, first)
    show.markdown(f"{first:%B %Y}")
    show.markdown(found.table)
    with st.container(horizontal=True):
        for name, other in (("Month before", first - timedelta(1)), ("Next month", _after(first))):
            show.button(
                name, key=f"{key}_{name}", type="tertiary", on_click=_turn, args=(key, other)
            )
    for one in found.talks:
        about = {"talk": one.interview_id}
        show.page_link(CONVERSATION, label=in_words(one), query_params=about)
    if not found.talks:
        st.caption("No talk has a day in this month.")


def _after(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)


def _turn(key: str, day: date) -> None:
    """A month of the centuries that days are kept of."""
    if 1950 <= day.year <= 2100:
        st.session_state[key] = day
