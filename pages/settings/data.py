"""How do I bring things in, take everything out, and take a change back?"""

import streamlit as st

from lib import ui
from lib.ui.bringing import bring_in
from lib.ui.settings.history import history
from lib.ui.settings.take_out import samples, take_out

ui.explorer()
st.title("Data", anchor=False)
ui.banner()
st.subheader("Bring a file in", anchor=False)
bring_in()
st.subheader("Take everything out", anchor=False)
take_out()
st.subheader("Sample interviews", anchor=False)
samples()
st.subheader("What was changed in the last thirty days", anchor=False)
history()
