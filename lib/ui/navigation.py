"""Which screens there are; a screen enters when it has something to say."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

ICON = str(Path(__file__).parent / "icon.svg")


def navigation() -> StreamlitPage:
    """The screens by section, at the top; returns the one that is asked for."""
    return st.navigation(
        {
            "Explore": [
                st.Page("pages/explore/overview.py", title="Overview", default=True),
                st.Page("pages/explore/compare.py", title="Compare"),
                st.Page("pages/explore/skills.py", title="Skills"),
                st.Page("pages/explore/getting_in.py", title="Getting in"),
                st.Page("pages/explore/pay.py", title="Pay"),
                st.Page("pages/explore/day_to_day.py", title="Day to day"),
            ],
            "Interviews": [st.Page("pages/interviews/record.py", title="Record")],
            "Settings": [
                st.Page("pages/settings/data.py", title="Data"),
                st.Page("pages/settings/profile.py", title="Profile"),
                st.Page("pages/settings/skill_names.py", title="Skill names"),
            ],
        },
        position="top",
    )
