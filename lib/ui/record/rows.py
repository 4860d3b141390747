"""One finding as one compact row: its name, the control used most, the rest behind a press."""

from collections.abc import Callable

import streamlit as st

from lib.answers.words import plain
from lib.filters import EVERYTHING
from lib.merging import Where
from lib.queries.conversations import offered
from lib.ui.reads import read
from lib.ui.record.content import Finding
from lib.ui.record.edits import known_names, meant, take_meaning, take_out
from lib.ui.record.phrases import pay_read
from lib.ui.record.state import Form, dollar
from lib.ui.record.widgets import (
    beside,
    long_text,
    name,
    one_of,
    text,
    ticked,
    whole,
)

NECESSITY = {"mandatory": "a must", "helpful": "helps", "not needed": "not needed"}
REQUIRED = {"yes": "required", "no": "not required"}
LEVEL = {"entry": "entry", "mid": "mid", "senior": "senior"}
SIDE = {"upside": "good", "downside": "hard"}
DIRECTION = {
    "growing": "growing",
    "steady": "steady",
    "shrinking": "shrinking",
    "changing": "changing",
}
WHOSE = {"own": "their own", "seen": "seen in writing", "heard": "heard of"}
BASIS = {"base": "base", "total": "with bonus"}
TAX = {"gross": "before tax", "net": "after tax"}
EMPLOYED = {"employed": "employed", "freelance": "freelance"}
TRAINING = (
    "degree",
    "certificate",
    "licence",
    "bootcamp",
    "apprenticeship",
    "on the job",
    "self-taught",
    "other",
)
HIDDEN = {"label_visibility": "collapsed"}


def row(form: Form, kind: str, one: Finding) -> None:
    """The finding, the words behind it, and what is wrong with it."""
    where = (kind, one["id"])
    with st.container(gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            FACE[kind](form, where, one)
            _more(form, kind, where, one)
            st.button(
                "Remove",
                key=f"out_{form.key}_{one['id']}",
                icon=":material/close:",
                type="tertiary",
                on_click=take_out,
                args=(form.key, kind, one["id"]),
            )
        if one["quote"]:
            st.caption(
                ("" if not one["private"] else ":material/lock: ") + f"“{plain(one['quote'])}”"
            )
        elif one["private"]:
            st.caption(":material/lock: private")
        _after(form, kind, one)
        beside(form, where)


def _skill(form: Form, where: Where, one: Finding) -> None:
    name(
        form,
        "Skill",
        (*where, "skill"),
        known_names("skills"),
        placeholder="Which skill?",
        **HIDDEN,
    )
    _segments(form, "How much it matters", (*where, "necessity"), NECESSITY)


def _training(form: Form, where: Where, one: Finding) -> None:
    names = known_names("trainings")
    name(form, "Training", (*where, "name"), names, placeholder="Which training?", **HIDDEN)
    _segments(form, "Is it required?", (*where, "required"), REQUIRED)


def _salary(form: Form, where: Where, one: Finding) -> None:
    text(form, "Pay", (*where, "pay"), placeholder="60-72k USD/year", **HIDDEN)
    _segments(form, "Level", (*where, "level"), LEVEL)


def _aspect(form: Form, where: Where, one: Finding) -> None:
    names = known_names("aspects")
    name(form, "Theme", (*where, "theme"), names, placeholder="About what?", **HIDDEN)
    one_of(form, "Good or hard", (*where, "side"), SIDE, empty="upside", required=True, **HIDDEN)


def _step(form: Form, where: Where, one: Finding) -> None:
    names = known_names("steps")
    name(form, "Title", (*where, "title"), names, placeholder="Which step?", **HIDDEN)
    text(
        form,
        "Years until the next step",
        (*where, "years"),
        placeholder="years",
        width=110,
        **HIDDEN,
    )


def _outlook(form: Form, where: Where, one: Finding) -> None:
    _segments(form, "Where the field is going", (*where, "direction"), DIRECTION)


FACE: dict[str, Callable[[Form, Where, Finding], None]] = {
    "skills": _skill,
    "trainings": _training,
    "salaries": _salary,
    "aspects": _aspect,
    "steps": _step,
    "outlooks": _outlook,
}


def _segments(form: Form, label: str, where: Where, words: dict[str, str]) -> None:
    one_of(form, label, where, words, empty="unstated", **HIDDEN)


def _after(form: Form, kind: str, one: Finding) -> None:
    """How a figure was understood, and what an unknown skill may stand for."""
    if kind == "salaries" and one["pay"]:
        read_as = pay_read(one["pay"], dollar())
        st.caption(f"Read as {plain(read_as)}" if read_as else "This is not read as pay yet.")
    if kind != "skills":
        return
    for other in meant(one["skill"], tuple(known_names("skills"))):
        st.button(
            f"Did you mean {plain(other)}?",
            key=f"meant_{form.key}_{one['id']}_{other}",
            type="tertiary",
            on_click=take_meaning,
            args=(form.key, one["id"], other),
        )


def _more(form: Form, kind: str, where: Where, one: Finding) -> None:
    more = st.popover(
        "More", key=f"more_{form.key}_{one['id']}", on_change="rerun", type="tertiary"
    )
    if not more.open:
        return
    with more:
        if kind in MORE:
            MORE[kind](form, where)
        long_text(form, "Their words", (*where, "quote"))
        ticked(form, "Private: for me alone, never in a link", (*where, "private"))
        names = read(offered, EVERYTHING)
        fields = names.loc[names["kind"] == "field", "name"].tolist()
        name(form, "About another field", (*where, "field"), fields, placeholder="the same field")
        lines = {line["id"]: line["text"][:80] for line in form.content["notes"]}
        one_of(form, "Line of the notes", (*where, "note_id"), lines, listed=True)


def _more_training(form: Form, where: Where) -> None:
    one_of(form, "Kind", (*where, "kind"), TRAINING, empty="other", listed=True)
    text(form, "Months", (*where, "months"), placeholder="6-9")
    text(form, "Cost in all", (*where, "cost"), placeholder="3,000-5,000 USD")
    alongside = {True: "alongside work", False: "instead of work"}
    one_of(form, "Done", (*where, "alongside_work"), alongside)


def _more_salary(form: Form, where: Where) -> None:
    one_of(form, "Whose pay it is", (*where, "whose"), WHOSE, empty="heard", required=True)
    _spelled(form, "With bonus?", (*where, "basis"), BASIS)
    _spelled(form, "Tax", (*where, "tax"), TAX)
    _spelled(form, "As", (*where, "employed"), EMPLOYED)
    whole(form, "Year of the figure", (*where, "year"), 1950, 2100)
    text(form, "Place", (*where, "place"))
    text(form, "Benefits", (*where, "benefits"))


def _more_step(form: Form, where: Where) -> None:
    whole(form, "Place in the career", (*where, "position"), 1, 40)
    text(form, "Pay", (*where, "pay"), placeholder="60-72k USD/year")


def _more_skill(form: Form, where: Where) -> None:
    text(form, "In their words", (*where, "said_as"))


def _spelled(form: Form, label: str, where: Where, words: dict[str, str]) -> None:
    one_of(form, label, where, words, empty="unstated")


MORE: dict[str, Callable[[Form, Where], None]] = {
    "skills": _more_skill,
    "trainings": _more_training,
    "salaries": _more_salary,
    "steps": _more_step,
}
