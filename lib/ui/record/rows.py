"""One finding as one compact row: its name, the control used most, the rest behind a press."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.filters import EVERYTHING
from lib.markdown import Markdown
from lib.merging import Where
from lib.queries.skill_names import skill_names
from lib.text import fold
from lib.ui import show
from lib.ui.reads import read
from lib.ui.record.content import Finding
from lib.ui.record.edits import Names, meant, take_meaning, take_out
from lib.ui.record.phrases import pay_read
from lib.ui.record.rest import rest
from lib.ui.record.state import Form, dollar
from lib.ui.record.widgets import beside, name, one_of, text

NECESSITY = {"mandatory": "a must", "helpful": "helps", "not needed": "not needed"}
REQUIRED = {"yes": "required", "no": "not required"}
LEVELS = ("entry", "mid", "senior")
SIDES = {"upside": "good", "downside": "hard"}
WHOSE = {"own": "own", "seen": "seen", "heard": "heard"}
BASES = {"base": "no bonus", "total": "with"}
TAXES = {"gross": "before tax", "net": "after"}
EMPLOYED = ("employed", "freelance")
DIRECTIONS = ("growing", "steady", "shrinking", "changing")
HIDDEN: dict[str, Any] = {"label_visibility": "collapsed"}
NAME: dict[str, Any] = {**HIDDEN, "width": 240}
"""Beside a short control: on a telephone the name then has a line of its own."""


def row(form: Form, kind: str, one: Finding, names: Names) -> None:
    """The finding, the words behind it, and what is wrong with it."""
    where = (kind, one["id"])
    with st.container(gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            FACES[kind](form, where, names[kind])
            st.space("stretch")
            rest(form, kind, one, names["fields"])
            st.button(
                "Remove",
                key=f"out_{form.key}_{one['id']}",
                type="tertiary",
                on_click=take_out,
                args=(form.key, kind, one["id"]),
            )
        if kind == "salaries":
            deciding(form, where)
        _behind(one)
        _understood(form, kind, one, names[kind])
        beside(form, where)


def _skill(form: Form, where: Where, names: list[str]) -> None:
    name(form, "Skill", (*where, "skill"), names, placeholder="Which skill?", **NAME)
    _stated(form, "How much it matters", (*where, "necessity"), NECESSITY)


def _training(form: Form, where: Where, names: list[str]) -> None:
    name(form, "Training", (*where, "name"), names, placeholder="Which training?", **NAME)
    _stated(form, "Is it required?", (*where, "required"), REQUIRED)


def _salary(form: Form, where: Where, names: list[str]) -> None:
    text(form, "Pay", (*where, "pay"), placeholder="60-72k USD/year", **NAME)
    _stated(form, "Level", (*where, "level"), LEVELS)


def deciding(form: Form, where: Where) -> None:
    """What decides whether a figure counts, in one row: whose, with bonus, tax, employed."""
    with st.container(horizontal=True, gap="xsmall"):
        whose = (*where, "whose")
        one_of(form, "Whose pay it is", whose, WHOSE, empty="heard", required=True, **HIDDEN)
        _stated(form, "With bonus?", (*where, "basis"), BASES)
        _stated(form, "Before or after tax?", (*where, "tax"), TAXES)
        _stated(form, "Employed or freelance?", (*where, "employed"), EMPLOYED)


def _aspect(form: Form, where: Where, names: list[str]) -> None:
    name(form, "Theme", (*where, "theme"), names, placeholder="About what?", **NAME)
    one_of(form, "Good or hard", (*where, "side"), SIDES, empty="upside", required=True, **HIDDEN)


def _step(form: Form, where: Where, names: list[str]) -> None:
    name(form, "Title", (*where, "title"), names, placeholder="Which step?", **NAME)
    years = "Years until the next step"
    text(form, years, (*where, "years"), placeholder="years", width=110, **HIDDEN)


def _outlook(form: Form, where: Where, names: list[str]) -> None:
    _stated(form, "Where the field is going", (*where, "direction"), DIRECTIONS)


FACES: dict[str, Callable[[Form, Where, list[str]], None]] = {
    "skills": _skill,
    "trainings": _training,
    "salaries": _salary,
    "aspects": _aspect,
    "steps": _step,
    "outlooks": _outlook,
}


def _stated(form: Form, label: str, where: Where, words: Any) -> None:
    one_of(form, label, where, words, empty="unstated", **HIDDEN)


def _behind(one: Finding) -> None:
    lock = Markdown(":material/lock: private ") if one["private"] else Markdown("")
    quote = Markdown("“{}”").format(one["quote"]) if one["quote"] else ""
    if lock or quote:
        show.caption(lock + quote)


def _understood(form: Form, kind: str, one: Finding, names: list[str]) -> None:
    """How a figure was read, and what an unknown skill may stand for."""
    if kind == "salaries" and one["pay"]:
        said = pay_read(one["pay"], dollar())
        if said:
            show.caption(Markdown("Read as {}").format(said))
        elif (kind, one["id"], "pay") not in form.problems:
            st.caption("Not read as pay yet. Write it like 60-72k USD/year.")
    if kind == "skills":
        _which_skill(form, one, names)


def _which_skill(form: Form, one: Finding, names: list[str]) -> None:
    """The skill it counts as where that has another name, or what it may stand for."""
    known = read(skill_names, EVERYTHING)
    if known.find(one["skill"]):
        counts_as = known.name(one["skill"])
        if fold(counts_as) != fold(one["skill"]):
            show.caption(Markdown("Counts as {}").format(counts_as))
        return
    others = meant(one["skill"], tuple(names))
    if others:
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.caption("Did you mean", width="content")
            for other in others:
                _meaning(form, one["id"], other)


def _meaning(form: Form, identity: str, other: str) -> None:
    show.button(
        Markdown("{}?").format(other),
        key=f"meant_{form.key}_{identity}_{other}",
        type="tertiary",
        on_click=take_meaning,
        args=(form.key, identity, other),
    )
