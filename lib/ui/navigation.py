"""Which screens there are; a screen enters when it has something to say."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from lib.ui.session import viewer
from lib.viewer import Share

ICON = str(Path(__file__).parent / "icon.svg")


EXPLORE = {
    **{"overview": "Overview", "compare": "Compare", "skills": "Skills"},
    **{"getting_in": "Getting in", "pay": "Pay", "day_to_day": "Day to day"},
}


def navigation() -> StreamlitPage:
    """The screens by section, at the top; a coach has those of Explore alone."""
    explore = [
        st.Page(f"pages/explore/{name}.py", title=title, default=name == "overview")
        for name, title in EXPLORE.items()
    ]
    if isinstance(viewer(), Share):
        return st.navigation(explore, position="top")
    return st.navigation(
        {
            "Explore": explore,
            "Interviews": [
                st.Page("pages/interviews/record.py", title="Record"),
                st.Page("pages/interviews/people.py", title="People"),
                st.Page("pages/interviews/search.py", title="Search"),
            ],
            "Sharing": [st.Page("pages/sharing/links.py", title="Links")],
            "Settings": [
                st.Page("pages/settings/data.py", title="Data"),
                st.Page("pages/settings/profile.py", title="Profile"),
                st.Page("pages/settings/skill_names.py", title="Skill names"),
                st.Page("pages/settings/account.py", title="Account"),
            ],
        },
        position="top",
    )
