"""What am I held against: my pay and hours, my skills, and what each field is to me?"""

import streamlit as st

from lib import ui
from lib.ui.settings import own_skills, profile, skill_names
from lib.ui.settings.search_over import search_over

ui.explorer()
st.title("Profile", anchor=False)
ui.banner()
st.markdown(
    "Figures on the other screens are held against what stands here. All of it is optional."
)
profile.about_me()
profile.my_search()
search_over()
own_skills.my_skills()
profile.my_fields()
st.subheader("Which names mean one skill?", anchor=False)
st.markdown(
    "People call one skill by many names. Merge those that mean the same, and they count as one on "
    "every screen; what each person said keeps their own words."
)
skill_names.skill_names()
