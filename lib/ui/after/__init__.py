"""What comes after a conversation, on a screen: the letter, promises, and what it led to."""

import streamlit as st

from lib.answers.carrying import Carried
from lib.ui.after.outcome import outcome
from lib.ui.after.thank import sent, thank

__all__ = ["outcome_step", "sent", "thank_step"]

NOT_YET = "Once you have talked, it goes on here: the letter of thanks is due within a day."


def thank_step(talk: Carried) -> None:
    """The letter and what was promised; nothing before the talk."""
    if talk.meeting.status == "held":
        thank(talk.meeting.interview_id)
    else:
        st.markdown(NOT_YET)


def outcome_step(talk: Carried) -> None:
    """What it led to; an introduction or a field ruled out may come before the talk was held."""
    outcome(talk.meeting.interview_id)
