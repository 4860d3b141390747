"""What a press does to the notes: lines pasted, reworded, and marked as what they say."""

from difflib import SequenceMatcher
from typing import Any

import streamlit as st

from lib.errors import AppError, Refused
from lib.files.page import text_of_page, turns
from lib.filters import EVERYTHING
from lib.queries.skill_names import skill_names
from lib.text import fold, lines
from lib.ui.reads import read
from lib.ui.record.content import NAME, a_line
from lib.ui.record.edits import MARKS, added, as_before, known_names, mine, remove_one
from lib.ui.record.split import several
from lib.ui.record.state import Form, dollar, keep, key_of
from lib.ui.record.suggested import read_as

MOST = 200_000
"""Characters of a file of notes: some seventy pages."""


def marks_of(form: Form, line_id: str) -> list[str]:
    """What the line is marked as, in the order of the marks."""
    return [
        mark
        for mark, (kind, preset) in MARKS.items()
        if any(
            one["note_id"] == line_id and preset.items() <= one.items()
            for one in form.content[kind]
        )
    ]


def add_lines(form_key: str, key: str) -> None:
    """Every line that was pasted becomes a line of the notes; the box is empty again."""
    form, text = mine(form_key), st.session_state.get(key)
    if form is None or not text:
        return
    _take(form, turns(text))
    st.session_state[key] = ""
    keep(form)


def add_file(form_key: str, key: str) -> None:
    """The lines of a file of notes, as if they had been pasted; or why there are none."""
    form, file = mine(form_key), st.session_state.get(key)
    if form is None or file is None:
        return
    form.unread = ""
    try:
        text = text_of_page(file.getvalue(), file.name)
        if len(text) > MOST:
            raise Refused(f"This holds {len(text):,} characters. Bring the pages of one day.")
        _take(form, text)
        keep(form)
    except AppError as error:
        form.unread = str(error)


def _take(form: Form, text: str) -> None:
    """The lines of a text; where it seems to hold several conversations, they are shown first."""
    parts = several(text) if form.is_new and not form.content["notes"] else [text]
    if len(parts) > 1:
        form.parts = parts
    else:
        form.content["notes"] += [a_line(line) for line in lines(text)]


def rewrite_lines(form_key: str, key: str) -> None:
    """The notes as they read now; a line that stands, or was only reworded, keeps its findings."""
    form = mine(form_key)
    if form is None:
        return
    form.content["notes"] = rewritten(form.content["notes"], lines(st.session_state[key] or ""))
    there = {line["id"] for line in form.content["notes"]}
    for kind in NAME:
        for one in form.content[kind]:
            one["note_id"] = one["note_id"] if one["note_id"] in there else None
    keep(form)


def rewritten(notes: list[dict[str, Any]], texts: list[str]) -> list[dict[str, Any]]:
    """The lines with these texts; each that was there before under the id it had."""
    old, new = [line["text"] for line in notes], []
    for step, start, end, first, last in SequenceMatcher(None, old, texts, False).get_opcodes():
        were = notes[start:end]
        for place, text in enumerate(texts[first:last]):
            line = a_line(text)
            if step != "insert" and place < len(were):
                line = {**were[place], "text": text}
            new.append(line)
    return new


def mark_line(form_key: str, line_id: str) -> None:
    """A mark that was pressed makes a finding of the line; pressed again, it takes it out."""
    form = mine(form_key)
    if form is None:
        return
    wanted = st.session_state[key_of(form, ("notes", line_id, "marks"))]
    have = marks_of(form, line_id)
    text = next(line["text"] for line in form.content["notes"] if line["id"] == line_id)
    for mark, (kind, preset) in MARKS.items():
        if mark in wanted and mark not in have:
            for values in _said(kind, mark, text):
                one = added(form, kind, note_id=line_id, quote=text, **{**values, **preset})
                as_before(form, kind, one)
        elif mark in have and mark not in wanted:
            for one in list(form.content[kind]):
                if one["note_id"] == line_id and preset.items() <= one.items():
                    remove_one(form, kind, one["id"])
    keep(form)


def _said(kind: str, mark: str, text: str) -> list[dict[str, Any]]:
    """What the line says as that mark: the name that it is, else what is read in it, else blank."""
    exactly = _exactly(kind, text)
    if exactly:
        return [{NAME[kind]: exactly}]
    return read_as(text, mark, dollar()) or [{}]


def _exactly(kind: str, text: str) -> str:
    """The name that the whole line is."""
    same = [name for name in known_names()[kind] if fold(name) == fold(text)]
    if same:
        return same[0]
    return text if kind == "skills" and read(skill_names, EVERYTHING).knows(text) else ""
