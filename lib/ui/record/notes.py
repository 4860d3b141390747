"""The notes as lines: pasted or typed, each marked by a press as what it says."""

from typing import Any

import streamlit as st

from lib.files.page import ENDINGS
from lib.ui import show
from lib.ui.record.edits import MARKS, begin_reading
from lib.ui.record.lines import add_file, add_lines, mark_line, marks_of, rewrite_lines
from lib.ui.record.state import Form, key_of, shown
from lib.ui.record.widgets import beside


def paste(form: Form, height: int = 160) -> None:
    """A box for a page of notes; leaving it makes its lines."""
    key = key_of(form, ("paste",))
    there = bool(form.content["notes"])
    st.text_area(
        "More lines" if there else "Paste your notes",
        key=key,
        height=68 if there else height,
        placeholder="One thought a line. Press Ctrl+Enter, or click elsewhere, to go on."
        if not there
        else "Type or paste, then Ctrl+Enter",
        on_change=add_lines,
        args=(form.key, key),
    )
    if form.is_new and not there:
        _file(form)
    if not there:
        st.button("Make lines of it", key=f"lines_{form.key}", icon=":material/segment:")


def _file(form: Form) -> None:
    """A file of notes instead of pasting."""
    key = key_of(form, ("file",))
    st.file_uploader(
        "Or bring a file of notes",
        list(ENDINGS),
        key=key,
        on_change=add_file,
        args=(form.key, key),
    )
    if form.unread:
        show.error(form.unread, icon=":material/error:")


def notes(form: Form) -> None:
    """Every line with its marks: one press makes a finding with the line as its quote."""
    lines = form.content["notes"]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader("Notes", anchor=False, width="stretch")
        if lines:
            more: dict[str, Any] = {"on_click": begin_reading, "args": (form.key,)}
            show.button("Read my notes", f"read_{form.key}", icon=":material/wand_stars:", **more)
            _switch(form)
    with st.container():  # the box below keeps its place, and the focus
        if form.editing_notes and lines:
            _rewrite(form)
        elif lines:
            st.caption("Press what a line says. The same press takes it back.")
            for line in lines:
                _line(form, line["id"], line["text"])
    paste(form)


def _line(form: Form, line_id: str, text: str) -> None:
    with st.container(gap="xxsmall"):
        st.text(text)
        marks(form, line_id, text)
        beside(form, ("notes", line_id))


def marks(form: Form, line_id: str, text: str) -> None:
    """What the line can be marked as: a press makes a finding, the same press takes it back."""
    where = ("notes", line_id, "marks")
    show.pills(
        f"What this line says: {text[:60]}",
        list(MARKS),
        selection_mode="multi",
        key=shown(form, where, marks_of(form, line_id)),
        on_change=mark_line,
        args=(form.key, line_id),
        label_visibility="collapsed",
        wrap=True,
    )


def _switch(form: Form) -> None:
    words = "Done" if form.editing_notes else "Edit the lines"
    show.button(words, key=f"edit_{form.key}", type="tertiary", on_click=_turn, args=(form,))


def _turn(form: Form) -> None:
    form.editing_notes = not form.editing_notes


def _rewrite(form: Form) -> None:
    text = "\n".join(line["text"] for line in form.content["notes"])
    key = shown(form, ("notes", "all"), text)
    st.text_area(
        "All lines",
        key=key,
        height=420,
        on_change=rewrite_lines,
        args=(form.key, key),
        help="A line that is only reworded keeps what was made of it.",
    )
    beside(form, ("notes",))
