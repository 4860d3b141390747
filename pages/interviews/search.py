"""Where did somebody say that?"""

import streamlit as st

from lib import ui
from lib.ui import search

ui.explorer()
st.title("Search", anchor=False)
ui.banner()
ui.ways_in(people=True)
typed = search.box()
if typed:
    search.results(typed)
