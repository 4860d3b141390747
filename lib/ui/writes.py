"""Writes from a screen: one transaction with no Streamlit call in it, then words for the next run.

Callbacks run before app.py, so what they refuse is kept here and said at the top of the page.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from lib.errors import AppError
from lib.ui import show
from lib.ui.access.session import KNOWN, database, drafter, writer

Result = TypeVar("Result")


def write(command: Callable[..., Result], *arguments: Any, **more: Any) -> Result:
    """Do `command(session, viewer, ...)` in one transaction; raises what it refuses."""
    me = writer()
    with database().write() as session:
        return command(session, me, *arguments, **more)


def write_draft(command: Callable[..., Result], *arguments: Any) -> Result:
    """The same for what is half typed: a sign-in whose time runs out loses none of it."""
    me, known = drafter(), st.session_state.get(KNOWN, "")
    with database().write() as session:
        return command(session, me, *arguments, known)


def saved(done: str, action: Callable[[], object]) -> None:
    """For forms: do it and begin anew with what is there now, or say beside it what was refused."""
    try:
        action()
    except AppError as error:
        show.error(str(error), icon=":material/error:")
    else:
        st.session_state["said"] = ("done", done, None)
        st.rerun()


def saying(done: str, action: Callable[..., Any], *arguments: Any) -> None:
    """For callbacks: do it and say `done`, or say what was refused; undo is offered for a step."""
    try:
        result = action(*arguments)
    except AppError as error:
        st.session_state["said"] = ("error", str(error), None)
    else:
        st.session_state["said"] = ("done", done, result)
