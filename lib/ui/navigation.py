"""Which screens there are, in one row with the present one marked; what waits is said in it."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from lib.access.links import told
from lib.access.viewer import Share
from lib.answers.comments import unread
from lib.filters import EVERYTHING
from lib.screens import EXPLORE, OWN, SCREENS
from lib.ui.access.session import address_of_the_link, viewer
from lib.ui.explore.due import overview_title
from lib.ui.not_here import nowhere
from lib.ui.reads import read
from lib.ui.scripts import script
from lib.ui.sharing.badges import icon
from lib.ui.turned import note_screen

NAME = str(Path(__file__).parent / "name.svg")
MORE = " · "
"""Between a screen's name and what waits there."""


def navigation() -> StreamlitPage:
    """The screens, flat: sections would hide them, and on a telephone fail those who listen.

    The window's title is the present screen's name; a coach has the screens of a link alone, and
    before the name whose they are.
    """
    st.logo(NAME, size="small")  # sixteen screens fit beside it at 1280 pixels
    pages = _of_a_link() if isinstance(viewer(), Share) else _of_the_explorer()
    page = st.navigation([*pages, *nowhere(pages)], position="top")
    note_screen(page.url_path)
    title = f"{page.title.partition(MORE)[0]} · Fieldwork"
    if isinstance(viewer(), Share):
        badge = read(told, EVERYTHING).badge
        st.set_page_config(page_title=f"{badge.title} · {title}", page_icon=icon(badge))
    else:
        st.set_page_config(page_title=title)
    return page


def turn_to(page: StreamlitPage) -> None:
    """One entry of the history a screen, and on a telephone the menu closes over it.

    Drawn last: its box is empty. Screens without filters have not put the link back yet.
    """
    for key, values in address_of_the_link().items():
        if st.query_params.get_all(key) != values:
            st.query_params[key] = values
    filtered = page.title.partition(MORE)[0] in EXPLORE.values()
    script("screens", {"screen": page.url_path, "filtered": int(filtered)})


def _of_the_explorer() -> list[StreamlitPage]:
    new = read(unread, EVERYTHING)
    remarks = f"{OWN['sharing/comments']}{MORE}{new}"
    waiting = {"sharing/comments": remarks} if new else {}
    own = [
        st.Page(f"pages/{name}.py", title=waiting.get(name, title)) for name, title in OWN.items()
    ]
    return [*_explore("overview", overview=overview_title()), *own]


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
