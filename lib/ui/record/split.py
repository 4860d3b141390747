"""A pasted page that holds several conversations: shown as such, joined or cut by a press, made."""

from contextlib import suppress
from copy import deepcopy
from typing import Any
from uuid import uuid4

import streamlit as st

from lib import notes
from lib.answers.words import counted
from lib.commands.drafts import drop_draft
from lib.errors import AppError
from lib.markdown import Markdown
from lib.notes.days import latest_day
from lib.text import lines
from lib.ui import show
from lib.ui.reads import today
from lib.ui.record.content import a_line, blank
from lib.ui.record.edits import mine
from lib.ui.record.state import ALONG, OPEN, Form, dollar, keep
from lib.ui.writes import write

NUMBERS = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
HELD = (
    ("skills", "skill", "skills"),
    ("training", "way in", "ways in"),
    ("salaries", "figure", "figures"),
    ("people", "person to meet", "people to meet"),
)
ACROSS = 3
"""Cards in one row."""


def several(text: str) -> list[str]:
    """The conversations of a pasted text, each as its own words; one where it holds no more."""
    from lib.notes.talks import talks  # noqa: PLC0415  Fieldwork starts without it

    parts = [text[talk.start : talk.end].strip("\n") for talk in talks(text)]
    return [part for part in parts if lines(part)]


def split(form: Form) -> None:
    """A card a conversation; one press makes them all."""
    many = len(form.parts)
    number = NUMBERS[many] if many < len(NUMBERS) else str(many)
    show.subheader(f"{number} conversations?", anchor=False)
    st.markdown("Your page seems to hold several. Nothing is saved yet.")
    for first in range(0, many, ACROSS):
        row = st.columns(ACROSS)
        for place, column in enumerate(row[: many - first], first):
            with column, st.container(border=True, height="stretch"):
                _card(form, place)
    with st.container(horizontal=True):
        words = f"Make {number.lower()} conversations"
        show.button(words, f"make_{form.key}", on_click=make, args=(form.key,))
        st.button("It is one", f"one_{form.key}", on_click=make_one, args=(form.key,))


def _card(form: Form, place: int) -> None:
    text = form.parts[place]
    told, said = _told(text), lines(text)
    show.subheader(told["name"] or "Somebody", anchor=False)
    facts = (told["field"], told["held_on"], counted(len(said), "line"))
    show.caption(", ".join(fact for fact in facts if fact))
    show.markdown(Markdown("begins with “{}”").format(said[0][:80]))
    read = notes.read(text, dollar=dollar())
    badges = [
        Markdown(":gray-badge[{}]").format(counted(len(getattr(read, kind)), one, many))
        for kind, one, many in HELD
        if getattr(read, kind)
    ]
    show.markdown(Markdown(" ").join(badges))
    with st.container(horizontal=True):
        if place + 1 < len(form.parts):
            more: dict[str, Any] = {"on_click": join, "args": (form.key, place)}
            show.button("Join with the next", f"join_{form.key}_{place}", type="tertiary", **more)
        if len(said) > 1:
            _elsewhere(form, place, said)


def _elsewhere(form: Form, place: int, said: list[str]) -> None:
    """Another one begins within this one: at which line."""
    more = st.popover("Begins elsewhere", key=f"cut_{form.key}_{place}", on_change="rerun")
    if not more.open:
        return
    with more:
        key = f"begin_{form.key}_{place}_{len(form.parts)}"
        places = range(1, len(said))
        show.selectbox(
            "Another conversation begins with", places, None, format_func=lambda at: said[at][:80],
            key=key, on_change=cut, args=(form.key, place, key),
        )  # fmt: skip


def join(form_key: str, place: int) -> None:
    """For callbacks: this one and the next are one."""
    form = mine(form_key)
    if form is not None and place + 1 < len(form.parts):
        form.parts[place : place + 2] = ["\n".join(form.parts[place : place + 2])]
        _or_one(form)


def cut(form_key: str, place: int, key: str) -> None:
    """For callbacks: another one begins at the chosen line."""
    form, at = mine(form_key), st.session_state.get(key)
    if form is not None and at:
        said = [line for line in form.parts[place].splitlines() if lines(line)]
        form.parts[place : place + 1] = ["\n".join(said[:at]), "\n".join(said[at:])]
        keep(form)


def make_one(form_key: str) -> None:
    """For callbacks: all lines are one conversation's."""
    form = mine(form_key)
    if form is not None:
        form.parts = ["\n".join(form.parts)]
        _or_one(form)


def _or_one(form: Form) -> None:
    if len(form.parts) == 1:
        form.content["notes"] += _lines(form.parts[0])
        form.parts = []
    keep(form)


def make(form_key: str) -> None:
    """For callbacks: the first one is the open form, the others wait as drafts of their own."""
    form = mine(form_key)
    if form is None:
        return
    first, *others = form.parts
    form.parts = []
    st.session_state[ALONG] = []
    for text in reversed(others):
        content = blank()
        other = Form(content, deepcopy(content))
        _fill(other, text)
        keep(other)
        st.session_state[ALONG].append(other.draft)
    _fill(form, first)
    st.session_state[OPEN] = _anew(form)


def _anew(form: Form) -> Form:
    """The same under another key: a press made at once brings no box back as it was before."""
    before, form.key = form.draft, uuid4().hex[:12]
    keep(form)
    if not form.unkept:
        with suppress(AppError):  # an old draft that stays loses nothing
            write(drop_draft, before)
    return form


def _fill(form: Form, text: str) -> None:
    """The lines, and who spoke where the first of them say so."""
    told = _told(text)
    form.content["notes"] = _lines(text)
    form.content["person"]["name"] = told["name"]
    form.content["person"]["role"] = form.content["role"] = told["role"]
    form.content["field"], form.content["held_on"] = told["field"], told["held_on"] or None
    form.reading = True


def _told(text: str) -> dict[str, str]:
    from lib.notes.talks import talk_of  # noqa: PLC0415

    talk = talk_of(text)
    day = latest_day(talk.day, today()).isoformat() if talk.day else ""
    who = talk.who
    return {"name": who.name, "role": who.role, "field": who.field, "held_on": day}


def _lines(text: str) -> list[dict[str, Any]]:
    return [a_line(line) for line in lines(text)]
