"""How do I take all of it with me, have my calendar read it, and how do I end it?"""

import streamlit as st

from lib import ui
from lib.ui.access.sign_in import way_out
from lib.ui.settings import account
from lib.ui.settings.calendar_address import calendar_address

ui.explorer()
st.title("Account", anchor=False)
ui.banner()
way_out()
st.subheader("Take everything with you", anchor=False)
account.take_with_me()
st.subheader("Talks in your calendar", anchor=False)
calendar_address()
st.page_link("pages/settings/profile.py", label="Only the search is over? Close it on Profile")
st.subheader("Delete everything", anchor=False)
account.end_it()
