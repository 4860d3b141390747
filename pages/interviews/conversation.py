"""What comes next in this conversation?"""

import streamlit as st

from lib import ui
from lib.ui import meeting, show

ui.explorer()
talk = meeting.asked_for()
show.title(talk.meeting.person if talk else "Conversations", anchor=False)
ui.banner()
if talk:
    meeting.steps(talk)
meeting.choose()
if not talk:
    st.markdown("One conversation is one place: its steps stand in a row, from asking on.")
    st.page_link("pages/interviews/record.py", label="Write down a new one")
