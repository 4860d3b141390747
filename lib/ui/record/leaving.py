"""Throwing away, removing, and taking back what was removed or saved."""

from copy import deepcopy
from uuid import UUID

import streamlit as st
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.drafts import drop_draft, drop_drafts
from lib.commands.interviews import remove_interview
from lib.commands.undo import undo
from lib.errors import AppError
from lib.ui.access.session import database, explorer
from lib.ui.record.content import blank
from lib.ui.record.saving import found
from lib.ui.record.state import OPEN, keep, opened
from lib.ui.writes import write


def throw_away() -> None:
    """Forget what is typed and not saved; what is saved stays, and is shown."""
    form = opened()
    if form is None:
        return
    try:
        write(drop_draft, form.draft)
    except AppError as error:
        form.refused = str(error)
        return
    del st.session_state[OPEN]
    if form.is_new:
        _leave()


def remove() -> None:
    """Remove the conversation; the next screen offers to take that back."""
    form = opened()
    if form is None:
        return
    try:
        step = write(_remove, UUID(form.identity))
    except AppError as error:
        form.refused = str(error)
        return
    del st.session_state[OPEN]
    st.session_state["record_removed"] = (step, form.identity)
    _leave()


def take_back_removal() -> None:
    """The conversation is there again, with the ids it had."""
    step, identity = st.session_state["record_removed"]
    try:
        write(undo, step)
    except AppError as error:
        st.session_state["said"] = ("error", str(error), None)
    else:
        del st.session_state["record_removed"]
        st.query_params["interview"] = identity


def take_back_save() -> None:
    """What the last save changed is as it was before; the form shows it."""
    form = opened()
    if form is None or form.undo is None:
        return
    try:
        step = write(undo, form.undo)
        with database().read() as session:
            now = found(session, explorer(), UUID(form.identity))
    except AppError as error:
        form.refused = str(error)
        return
    if now is None:  # the first save: the form stays, as one that was never saved
        form.content["version"], form.saved = 0, blank(form.identity)
        keep(form)
    else:
        form.content, form.saved = now, deepcopy(now)
    form.undo, form.done = step, "Taken back."


def _remove(session: Session, viewer: Explorer, interview_id: UUID) -> UUID:
    drop_drafts(session, viewer, f"interview/{interview_id}/")
    return remove_interview(session, viewer, interview_id)


def _leave() -> None:
    for name in ("interview", "new", "start"):
        if name in st.query_params:
            del st.query_params[name]
