"""What did this person say?"""

import streamlit as st

from lib import ui

ui.viewer()
st.title("Record", anchor=False)
ui.banner()
