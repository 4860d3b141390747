"""What they said, by kind: what is still to be named first, then each finding, and a box to add."""

from typing import Any

import streamlit as st

from lib.findings import BY_LIST, KINDS
from lib.findings.parts import Money, Word
from lib.markdown import Markdown
from lib.skills import taxonomy
from lib.ui import show
from lib.ui.record.edits import (
    Names,
    add_named,
    known_names,
    leave_for_later,
    name_next,
    put_back,
    to_be_named,
)
from lib.ui.record.rows import row
from lib.ui.record.state import Form, key_of

HEADINGS = {
    "skills": ("Skills", {"skill": "Add a skill"}),
    "trainings": ("Ways in", {"training": "Add a training"}),
    "salaries": ("Pay", {"pay": "Add a figure"}),
    "aspects": ("Good and hard", {"good": "Add something good", "hard": "Add something hard"}),
    "steps": ("Career steps", {"step": "Add a step"}),
    "outlooks": ("Where the field is going", {"outlook": "Add what they expect"}),
}
QUESTIONS = {
    "skills": "Which skill is it?",
    "trainings": "Which training is it?",
    "salaries": "Which figure is it?",
    "aspects": "What is it about?",
    "steps": "Which step is it?",
    "outlooks": "Where is the field going?",
}
FIGURE = "60-72k USD/year"


def findings(form: Form) -> None:
    """All that was said."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader("What they said", anchor=False, width="stretch")
        _taken_out(form)
    names = known_names()
    choices = {**names, "skills": _with_taxonomy(names["skills"])}
    choices |= {k.list_of: list(k.naming.stated) for k in KINDS if isinstance(k.naming, Word)}
    with st.container():
        _to_be_named(form, choices)
    for kind, (heading, boxes) in HEADINGS.items():
        many = form.content[kind]
        count = Markdown(" :gray[{}]").format(len(many)) if many else ""
        with st.container(gap="xsmall"):
            show.markdown(Markdown("**{}**{}").format(heading, count))
            with st.container(gap="xsmall"):  # the box below keeps its place, and the focus
                for one in many:
                    row(form, kind, one, names)
            with st.container(horizontal=True):
                for mark, label in boxes.items():
                    _box(form, kind, mark, label, choices[kind])


def _to_be_named(form: Form, choices: Names) -> None:
    """One after the other in one box: type, Enter, and the next one stands there."""
    left = to_be_named(form)
    if not left:
        return
    kind, one = left[0]
    key = key_of(form, ("naming",))
    with st.container(border=True, gap="xsmall"):
        show.markdown(Markdown("**Still to be named: {}**").format(len(left)))
        show.caption(Markdown("“{}”").format(one["quote"]))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            show.selectbox(
                QUESTIONS[kind],
                choices[kind],
                None,
                key=key,
                accept_new_options=True,
                placeholder=FIGURE if _is_figure(kind) else "Type, then Enter",
                on_change=name_next,
                args=(form.key, key, kind, one["id"]),
            )
            if len(left) > 1:
                st.button(
                    "Later",
                    key=f"later_{form.key}",
                    type="tertiary",
                    on_click=leave_for_later,
                    args=(form.key, one["id"]),
                )


def _taken_out(form: Form) -> None:
    if not form.taken:
        return
    st.button(
        "Put back what I took out",
        key=f"back_{form.key}",
        icon=":material/undo:",
        type="tertiary",
        on_click=put_back,
        args=(form.key,),
    )


def _box(form: Form, kind: str, mark: str, label: str, choices: list[str]) -> None:
    """What is typed here, with Enter, is one finding more; the box is ready for the next."""
    key = key_of(form, ("add", mark))
    more: dict[str, Any] = {"key": key, "on_change": add_named, "args": (form.key, key, mark)}
    more["label_visibility"] = "collapsed"
    if isinstance(BY_LIST[kind].naming, Word):
        show.pills(label, choices, **more)
    elif _is_figure(kind):
        show.text_input(label, None, placeholder=f"{label}: {FIGURE}", **more)
    else:
        show.selectbox(
            label, choices, None, accept_new_options=True, placeholder=f"{label} ...", **more
        )


def _is_figure(kind: str) -> bool:
    return isinstance(BY_LIST[kind].naming, Money)


def _with_taxonomy(names: list[str]) -> list[str]:
    return list(dict.fromkeys([*names, *(skill.name for skill in taxonomy.names())]))
