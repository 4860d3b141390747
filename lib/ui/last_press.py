"""What a press did, said where it was pressed, with the way to take it back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import streamlit as st

from lib.commands.undo import undo
from lib.errors import AppError
from lib.markdown import Markdown
from lib.ui import show
from lib.ui.writes import saying, write


def press(place: str, done: str, command: Callable[..., UUID], **more: Any) -> bool:
    """For callbacks: the write, its words and its step; whether it was done."""
    try:
        step = write(command, **more)
    except AppError as error:
        st.session_state["said"] = ("error", str(error), None)
        st.session_state[_key(place)] = None
        return False
    st.session_state["said"] = ("done", done, step)
    st.session_state[_key(place)] = (done, step)
    return True


def press_quietly(place: str, done: str, command: Callable[..., UUID], **more: Any) -> None:
    """The same, said where it was pressed alone: where one press follows the other."""
    if press(place, done, command, **more):
        del st.session_state["said"]


def last_press(place: str) -> None:
    """The words of the last press there, until the next one."""
    last = st.session_state.get(_key(place))
    if last is None:
        return
    words, step = last
    with st.container(horizontal=True, vertical_alignment="center"):
        show.caption(Markdown(":material/check: {}").format(words))
        st.button("Take back", key=f"undo_{place}", type="tertiary", on_click=_undo, args=(step,))


def _undo(step: UUID) -> None:
    saying("Taken back.", write, undo, step)
    for key in [key for key in st.session_state if str(key).startswith("last_press/")]:
        st.session_state[key] = None


def _key(place: str) -> str:
    return f"last_press/{place}"
