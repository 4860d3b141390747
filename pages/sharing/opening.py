"""What does a coach see first?"""

import streamlit as st

from lib import ui
from lib.screens import SCREENS

ui.viewer()
st.title(SCREENS["opening"], anchor=False)
ui.banner()
ui.at_a_glance()
