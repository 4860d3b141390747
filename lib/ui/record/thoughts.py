"""What I think of it myself: why I went, and what I take away."""

import streamlit as st

from lib.ui.record.state import Form
from lib.ui.record.widgets import beside, long_text


def thoughts(form: Form) -> None:
    """Purpose and takeaway, in as many words as one likes."""
    purpose, takeaway = st.columns(2)
    with purpose:
        long_text(form, "What I wanted to know", ("purpose",))
        beside(form, ("purpose",))
    with takeaway:
        long_text(form, "What I take away", ("takeaway",))
        beside(form, ("takeaway",))
