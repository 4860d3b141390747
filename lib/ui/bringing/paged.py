"""Long lists a page at a time, so that nothing is decided where nobody looked."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

AT_ONCE = 20
One = TypeVar("One")


def page_of(many: Sequence[One], key: str, at_once: int = AT_ONCE) -> Sequence[One]:
    """The part of the list that is shown, with a row of pages above it where there are several."""
    pages = -(-len(many) // at_once)
    if pages < 2:
        return many
    page = st.pagination(pages, key=key)
    return many[(page - 1) * at_once : page * at_once]
