"""Whom do I know, how may they appear, and who is one and the same?"""

import streamlit as st

from lib import ui
from lib.ui import people

ui.explorer()
st.title("People", anchor=False)
ui.banner()
ui.ways_in(people=True)
chosen = people.choose()
if chosen:
    people.one(chosen)
else:
    people.twice()
    people.everybody()
