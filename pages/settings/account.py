"""How do I take all of it with me, and how do I end it?"""

import streamlit as st

from lib import ui
from lib.ui.access.sign_in import way_out
from lib.ui.settings import account

ui.explorer()
st.title("Account", anchor=False)
ui.banner()
way_out()
st.subheader("Take everything with you", anchor=False)
account.take_with_me()
st.subheader("Delete everything", anchor=False)
account.end_it()
