"""The form by which a coach leaves something: at a figure, under a screen, as an answer."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from lib.access.viewer import Share
from lib.answers.words import capital
from lib.commands.comments import LONGEST, leave_comment
from lib.errors import AppError
from lib.ui import show
from lib.ui.access.session import database, viewer
from lib.words import COMMENT_KINDS, TOPICS

SENT = "sent"


def form(place: str, anchors: Mapping[str, str], kinds: Sequence[str] = COMMENT_KINDS) -> None:
    """What it is, where that may be chosen; what it is on, of `anchors` in words; the words."""
    kind = kinds[0]
    if len(kinds) > 1:
        kind = st.pills("What is it?", kinds, default=kind, required=True, key=f"kind_{place}")
    if len(anchors) > 1:
        words = {anchor: capital(said) for anchor, said in anchors.items()}
        show.selectbox("About", list(words), format_func=lambda a: words[a], key=f"anchor_{place}")
    if kind == "question":
        st.selectbox("The question is about", TOPICS, key=f"topic_{place}")
        st.caption("It waits for the next conversation to be prepared.")
    if kind == "person to meet":
        st.caption("It stands in their list of whom to ask next.")
    if kind == "next step":
        st.date_input("By when", value=None, key=f"due_on_{place}")
    st.text_area("In your words", max_chars=LONGEST, key=f"text_{place}")
    st.button(
        "Send",
        key=f"send_{place}",
        on_click=_send,
        args=(place, kind, next(iter(anchors))),
        icon=":material/send:",
    )


def half_typed(place: str) -> bool:
    """Whether something stands there that was not sent: it stays when the form is closed."""
    return bool(st.session_state.get(f"text_{place}"))


def say_what_was_sent(place: str) -> None:
    """What the last press there did, once."""
    where, kind, words = st.session_state.get(SENT, ("", "", ""))
    if where != place:
        return
    del st.session_state[SENT]
    if kind == "error":
        show.error(words, icon=":material/error:")
    else:
        show.success(words, icon=":material/check:")


def _send(place: str, kind: str, only: str) -> None:
    """The text stays where it was refused."""
    typed, me = st.session_state, viewer()
    due_on = typed.get(f"due_on_{place}") if kind == "next step" else None
    said = {
        **{"kind": kind, "text": typed[f"text_{place}"]},
        "anchor": typed.get(f"anchor_{place}", only),
        "topic": typed[f"topic_{place}"] if kind == "question" else "",
    }
    try:
        if isinstance(me, Share):
            day = due_on if isinstance(due_on, date) else None
            with database().write() as session:
                leave_comment(session, me, **said, due_on=day)
    except AppError as error:
        typed[SENT] = (place, "error", str(error))
        return
    typed[SENT], typed[f"text_{place}"] = (place, "done", "Sent."), ""
