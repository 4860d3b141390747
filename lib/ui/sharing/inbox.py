"""What coaches left, for the explorer: read, answered, settled, deleted; each can be undone."""

from collections.abc import Callable
from uuid import UUID

import streamlit as st

from lib.answers.comments import Thread, threads
from lib.answers.words import counted
from lib.commands.comments import (
    LONGEST,
    answer_comment,
    delete_comment,
    read_comments,
    resolve_comment,
)
from lib.filters import EVERYTHING
from lib.markdown import Markdown
from lib.screens import FIGURES
from lib.ui import show
from lib.ui.last_press import last_press, press
from lib.ui.reads import read
from lib.ui.sharing.threads import thread

HERE = "remarks"


def each() -> None:
    """The new ones first in words, then all of them."""
    found = read(threads, EVERYTHING)
    last_press(HERE)
    if not found:
        st.info(
            "Nothing yet. A coach who opens a link of yours can leave a remark, a question, a "
            "person to meet or a next step.",
            icon=":material/chat:",
        )
        st.page_link("pages/sharing/links.py", label="To the links")
        return
    new = sum(not one.read for one in found)
    if new:
        with st.container(horizontal=True, vertical_alignment="center"):
            show.markdown(Markdown("**{}**").format(counted(new, "new remark")))
            st.button("Mark as read", key="read_all", on_click=_read, type="tertiary")
    for one in found:
        with st.container(border=True):
            _one(one)


def _one(one: Thread) -> None:
    thread(one, mine=False)
    if one.kind == "question":
        st.caption("It is among your questions, for the next agenda.")
    if one.figure:
        page, question = FIGURES[one.figure]
        show.page_link(f"pages/explore/{page}.py", label=Markdown("To “{}”").format(question))
    presses(one)


def presses(one: Thread) -> None:
    """Answer it, settle it, delete it."""
    this = one.comment_id
    with st.container(horizontal=True):
        opened = st.popover(
            "Answer", icon=":material/reply:", key=f"open_answer_{this}", on_change="rerun"
        )
        if opened.open or st.session_state.get(f"answer_{this}"):
            with opened:
                st.text_area("Your answer", max_chars=LONGEST, key=f"answer_{this}")
                st.caption("Whoever has this link reads it as you write it.")
                _button("Send the answer", f"send_{this}", _answer, this)
        words = "Open again" if one.resolved else "Settled"
        _button(words, f"settle_{this}", _settle, this, not one.resolved)
        _button("Delete", f"delete_{this}", _delete, this)


def _button(words: str, key: str, action: Callable[..., None], *arguments: object) -> None:
    show.button(words, key=key, on_click=action, args=arguments)


def _read() -> None:
    press(HERE, "Marked as read.", read_comments)


def _answer(this: str) -> None:
    text = st.session_state[f"answer_{this}"]
    if press(HERE, "Answered.", answer_comment, comment_id=UUID(this), text=text):
        st.session_state[f"answer_{this}"] = ""


def _settle(this: str, resolved: bool) -> None:
    done = "Settled." if resolved else "Open again."
    press(HERE, done, resolve_comment, comment_id=UUID(this), resolved=resolved)


def _delete(this: str) -> None:
    press(HERE, "Deleted.", delete_comment, comment_id=UUID(this))
