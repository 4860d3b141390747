"""Whom do I ask next, and why?"""

import streamlit as st

from lib import ui
from lib.ui import whom_next

ui.explorer()
st.title("Whom next", anchor=False)
ui.banner()
ui.ways_in(people=True)
whom_next.screen()
