"""Which names mean one skill? Renamed, merged, tied to an official name, and taken back."""

import streamlit as st

from lib import ui
from lib.ui.settings import skill_names

ui.explorer()
st.title("Which names mean one skill?", anchor=False)
ui.banner()
st.markdown(
    "People call one skill by many names. Merge those that mean the same, and they count as one on "
    "every screen; what each person said keeps their own words."
)
skill_names.skill_names()
