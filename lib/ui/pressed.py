"""What a press could not do, where nothing around it catches an AppError: callbacks run before
app.py, and Streamlit would show an error of its own in place of the page.
"""

from typing import NoReturn

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from lib.errors import AppError


def in_a_callback() -> bool:
    """Whether a press is being answered, and no run of the page has begun."""
    context = get_script_run_ctx()
    return context is not None and not context.has_script_started


def say_and_end(error: AppError) -> NoReturn:
    """End the callback; the next run says why at the top of the page."""
    st.session_state["said"] = ("error", str(error), None)
    st.rerun()
