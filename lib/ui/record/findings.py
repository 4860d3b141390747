"""What they said, by kind: what is still to be named first, then each finding, and a box to add."""

import streamlit as st

from lib import taxonomy
from lib.answers.words import counted, plain
from lib.ui.record.edits import (
    DIRECTIONS,
    add_named,
    known_names,
    leave_for_later,
    name_next,
    put_back,
    to_be_named,
)
from lib.ui.record.rows import row
from lib.ui.record.state import Form, key_of

KINDS = {
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


def findings(form: Form) -> None:
    """All that was said."""
    st.subheader("What they said", anchor=False)
    _to_be_named(form)
    if form.taken:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption("Taken out.")
            st.button(
                "Put it back",
                key=f"back_{form.key}",
                icon=":material/undo:",
                type="tertiary",
                on_click=put_back,
                args=(form.key,),
            )
    for kind, (heading, boxes) in KINDS.items():
        _group(form, kind, heading, boxes)


def _to_be_named(form: Form) -> None:
    """One after the other in one box: type, Enter, and the next one stands there."""
    left = to_be_named(form)
    if not left:
        return
    kind, one = left[0]
    key = key_of(form, ("naming",))
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**Still to be named: {len(left)}**")
        st.caption(f"“{plain(one['quote'])}”")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.selectbox(
                QUESTIONS[kind],
                _choices(kind),
                None,
                key=key,
                accept_new_options=True,
                placeholder="60-72k USD/year" if kind == "salaries" else "Type, then Enter",
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


def _group(form: Form, kind: str, heading: str, boxes: dict[str, str]) -> None:
    many = form.content[kind]
    count = f" :gray[{len(many)}]" if many else ""
    st.markdown(f"**{heading}**{count}")
    for one in many:
        row(form, kind, one)
    with st.container(horizontal=True):
        for mark, label in boxes.items():
            _box(form, kind, mark, label)


def _box(form: Form, kind: str, mark: str, label: str) -> None:
    key = key_of(form, ("add", mark))
    more = {"key": key, "on_change": add_named, "args": (form.key, key, mark)}
    if kind == "outlooks":
        st.pills(label, DIRECTIONS[:4], label_visibility="collapsed", **more)
    elif kind == "salaries":
        st.text_input(
            label,
            None,
            placeholder=f"{label}: 60-72k USD/year",
            label_visibility="collapsed",
            **more,
        )
    else:
        st.selectbox(
            label,
            _choices(kind),
            None,
            accept_new_options=True,
            placeholder=f"{label}: type, then Enter",
            label_visibility="collapsed",
            **more,
        )


def _choices(kind: str) -> list[str]:
    if kind == "outlooks":
        return list(DIRECTIONS[:4])
    more = [skill.name for skill in taxonomy.names()] if kind == "skills" else []
    return list(dict.fromkeys([*known_names(kind), *more]))


def summary(form: Form) -> str:
    """How much is in the form."""
    return counted(sum(len(form.content[kind]) for kind in KINDS), "finding")
