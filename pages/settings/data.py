"""How do I bring things in, take everything out, and take a change back?"""

import streamlit as st

from lib import ui
from lib.ui.history import history

ui.viewer()
st.title("Data", anchor=False)
ui.banner()
st.subheader("What was changed in the last thirty days", anchor=False)
history()
