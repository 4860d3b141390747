"""As whom am I signed in, and how do I leave?"""

import streamlit as st

from lib import ui
from lib.ui.access.sign_in import way_out

ui.explorer()
st.title("Sign-in", anchor=False)
ui.banner()
way_out()
