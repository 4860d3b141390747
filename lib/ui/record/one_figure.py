"""One figure of pay alone, with what decides whether it counts: where Compare's press leads."""

import streamlit as st

from lib.ui import show
from lib.ui.record.content import Finding
from lib.ui.record.edits import known_names
from lib.ui.record.rows import FACES, deciding
from lib.ui.record.state import Form
from lib.ui.record.widgets import beside

ADDRESS = "figure"
LIST = "salaries"


def asked_figure(form: Form) -> Finding | None:
    """The figure that the address names, where it is one of this conversation."""
    asked = st.query_params.get(ADDRESS)
    return next((one for one in form.content[LIST] if one["id"] == asked), None)


def one_figure(form: Form, figure: Finding) -> None:
    """The figure and its questions; what was said stands above it."""
    st.subheader("What else was said of this figure?", anchor=False)
    if figure["quote"]:
        st.text(figure["quote"])
    where = (LIST, figure["id"])
    FACES[LIST](form, where, known_names()[LIST])
    deciding(form, where)
    beside(form, where)
    with st.container(horizontal=True):
        st.button("The whole conversation", "whole_conversation", on_click=_whole)
        show.page_link("pages/explore/compare.py", label="Back to Compare")


def _whole() -> None:
    st.query_params.pop(ADDRESS, None)
