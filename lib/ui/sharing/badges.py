"""What tells one explorer's link from another's, drawn: in the head of a page, as a tab's icon."""

from xml.sax.saxutils import escape

import streamlit as st

from lib.access.badge import COLOURS, LONGEST, MOST_INITIALS, Badge
from lib.markdown import Markdown
from lib.ui import show

FILLS = {
    **{"blue": "#1c5cb8", "green": "#1b6b46", "violet": "#5b3bb0"},
    **{"red": "#a8323a", "yellow": "#7a5c00"},
}
"""Of the icon: white letters on each are read at 16 pixels, on a light tab and on a dark one."""
IN_WORDS = {
    "blue": Markdown(":blue-badge[{}]"),
    "green": Markdown(":green-badge[{}]"),
    "violet": Markdown(":violet-badge[{}]"),
    "red": Markdown(":red-badge[{}]"),
    "yellow": Markdown(":yellow-badge[{}]"),
}


def headed(badge: Badge) -> Markdown:
    """The initials in their colour, and the title."""
    title = Markdown("**{}**").format(badge.title)
    if not badge.initials:
        return title
    return IN_WORDS[badge.colour].format(badge.initials) + Markdown(" ") + title


def icon(badge: Badge) -> str:
    """A picture of the initials on their colour, for the window's tab."""
    size = {0: 0, 1: 20, 2: 16}.get(len(badge.initials), 12)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="7" fill="{FILLS[badge.colour]}"/>'
        '<text x="16" y="16" text-anchor="middle" dominant-baseline="central" fill="#fff" '
        f'font-family="sans-serif" font-weight="700" font-size="{size}">{escape(badge.initials)}'
        "</text></svg>"
    )


def ask(now: Badge, key: str) -> Badge:
    """The three boxes of a form, filled with what stands or is proposed."""
    st.caption("A coach with many clients tells yours by these, on each page and in the tab.")
    with st.container(horizontal=True):
        title = show.text_input("Title", now.title, max_chars=LONGEST, key=f"title_{key}")
        letters = show.text_input(
            "Initials", now.initials, max_chars=MOST_INITIALS, key=f"initials_{key}", width=110
        )
        chosen = show.selectbox(
            *("Colour", COLOURS, COLOURS.index(now.colour)), key=f"colour_{key}", width=150
        )
    return Badge(title, letters, str(chosen))
