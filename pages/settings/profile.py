"""What am I held against: my pay and hours, my skills, and what each field is to me?"""

import streamlit as st

from lib import ui
from lib.ui.settings import own_skills, profile

ui.explorer()
st.title("Profile", anchor=False)
ui.banner()
st.markdown(
    "Figures on the other screens are held against what stands here. All of it is optional."
)
profile.about_me()
profile.my_search()
own_skills.my_skills()
profile.my_fields()
