"""The step "write up": what was said is written down on Record, at the same conversation."""

import streamlit as st

from lib.answers.carrying import Carried
from lib.ui import show
from lib.ui.access.session import explorer


def write_up(talk: Carried) -> None:
    """The way to Record, which keeps what was said."""
    if talk.written_up:
        st.markdown("What was said stands at Write up: notes beside findings.")
    else:
        st.markdown("Once you have talked, write down what was said while it is fresh.")
    show.page_link(
        "pages/interviews/record.py",
        label="Write down what was said",
        icon=":material/edit_note:",
        query_params={"interview": explorer().shown(talk.meeting.interview_id)},
    )
