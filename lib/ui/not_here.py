"""Addresses that lead nowhere: a sentence, and a press to go on."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from lib.screens import EXPLORE
from lib.ui import show

_NAME = re.compile(r"/([\w-]{1,80})/?", re.ASCII)
"""The path of a screen; whatever is more than one word Streamlit itself answers."""


def nowhere(pages: Sequence[StreamlitPage]) -> list[StreamlitPage]:
    """A screen for the address of this window where there is none of its name; else nothing.

    Names of the first screens are Streamlit's to answer: it keeps them from every other.
    """
    asked = _NAME.fullmatch(urlsplit(st.context.url or "").path)
    if asked is None or asked[1] in {"opening", *EXPLORE, *(page.url_path for page in pages)}:
        return []
    first = next(page for page in pages if not page.url_path)

    def not_here() -> None:
        st.title("Not here", anchor=False)
        show.markdown(f"There is no screen “{asked[1]}” at this address.")
        st.page_link(first, label="To the first screen", icon=":material/home:")

    return [st.Page(not_here, title="Not here", url_path=asked[1], visibility="hidden")]


def not_open(words: str) -> None:
    """A link that is closed, or that nobody knows: both read alike, and may be tried again."""
    show.error(words, icon=":material/info:")
    st.button("Look again", icon=":material/refresh:")
