"""Which screens there are; a screen enters when it has something to say."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from lib.access.links import told
from lib.access.viewer import Share
from lib.answers.comments import unread
from lib.filters import EVERYTHING
from lib.screens import EXPLORE, SCREENS
from lib.ui.access.session import signed_in_as, viewer
from lib.ui.access.who import HERE
from lib.ui.explore.due import overview_title
from lib.ui.reads import read

ICON = str(Path(__file__).parent / "icon.svg")


def navigation() -> StreamlitPage:
    """The screens by section, at the top; a coach has those of a link alone."""
    if isinstance(viewer(), Share):
        return st.navigation(_of_a_link(), position="top")
    explore = _explore("overview", overview=overview_title())
    ways_out = []
    if signed_in_as() != HERE:
        ways_out = [st.Page("pages/settings/sign_in.py", title="Sign-in")]
    new = read(unread, EVERYTHING)
    remarks = f"Remarks ({new})" if new else "Remarks"
    return st.navigation(
        {
            "Explore": explore,
            "Interviews": [
                st.Page("pages/interviews/whom_next.py", title="Whom next"),
                st.Page("pages/interviews/conversation.py", title="Conversations"),
                st.Page("pages/interviews/record.py", title="Record"),
                st.Page("pages/interviews/people.py", title="People"),
                st.Page("pages/interviews/search.py", title="Search"),
            ],
            "Sharing": [
                st.Page("pages/sharing/links.py", title="Links"),
                st.Page("pages/sharing/comments.py", title=remarks),
            ],
            "Settings": [
                st.Page("pages/settings/data.py", title="Data"),
                st.Page("pages/settings/profile.py", title="Profile"),
                st.Page("pages/settings/skill_names.py", title="Skill names"),
                st.Page("pages/settings/account.py", title="Account"),
                *ways_out,
            ],
        },
        position="top",
    )


def _of_a_link() -> list[StreamlitPage]:
    """What a coach sees first, and the screens of Explore; it opens on the one it was made for."""
    first = read(told, EVERYTHING).opening_view
    first = first if first in EXPLORE else "opening"
    title = SCREENS["opening"]
    opening = st.Page("pages/sharing/opening.py", title=title, default=first == "opening")
    return [opening, *_explore(first)]


def _explore(first: str, **titles: str) -> list[StreamlitPage]:
    """The screens of Explore; `titles` has those that say more than their name."""
    return [
        st.Page(f"pages/explore/{name}.py", title=titles.get(name, title), default=name == first)
        for name, title in EXPLORE.items()
    ]
