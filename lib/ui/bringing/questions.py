"""Whether somebody of a file is somebody who is here: every question, and its answer kept.

Answers live in the session and not in the boxes, which go with their page: they stand until the
file is brought in or left.
"""

from uuid import UUID

import streamlit as st

from lib.answers.words import counted
from lib.importing import Plan
from lib.importing.parsed import Question, Same
from lib.ui import show
from lib.ui.bringing.paged import page_of

KEPT = "import_same"
ELSE = "somebody else"


def answers() -> Same:
    """What was answered of the file that is open."""
    kept: dict[str, UUID | None] = st.session_state.setdefault(KEPT, {})
    return kept


def forget_answers() -> None:
    """The file was brought in, or left."""
    st.session_state.pop(KEPT, None)


def questions(planned: Plan) -> None:
    """Every row whose person may be somebody who is here; without an answer somebody new."""
    every = sorted([*planned.questions, *planned.answered], key=lambda one: one.row)
    if not every:
        return
    st.markdown("**Is it the same person?**")
    waiting = len(planned.questions)
    if waiting:
        rows = counted(waiting, "row may be of", "rows may be of")
        show.caption(f"{rows} somebody who is here. Without an answer it is somebody new.")
        st.button("All of these are somebody else", key="same_none", on_click=_nobody,
                  args=([one.key for one in planned.questions],))  # fmt: skip
    for question in page_of(every, "same_page"):
        _ask(question)


def _ask(question: Question) -> None:
    names = {ELSE: ELSE} | {
        str(one.person_id): ", ".join(filter(None, (one.name, one.role, one.organisation)))
        for one in question.candidates
    }
    key, chosen = f"same_{question.key}", None
    if question.key in answers():
        chosen = str(answers()[question.key] or ELSE)
    place = question.organisation or "no organisation"
    st.text(f"Row {question.row}: {question.name}, {place}")
    show.selectbox(
        f"Who is meant in row {question.row}?",
        list(names),
        list(names).index(chosen) if chosen in names else None,
        format_func=names.__getitem__,
        placeholder="somebody new, unless you say who",
        label_visibility="collapsed",
        key=key,
        on_change=_answer,
        args=(question.key, key),
    )


def _answer(question: str, box: str) -> None:
    chosen = st.session_state.get(box)
    kept = dict(answers())
    if chosen is None:
        kept.pop(question, None)
    else:
        kept[question] = None if chosen == ELSE else UUID(chosen)
    st.session_state[KEPT] = kept


def _nobody(keys: list[str]) -> None:
    st.session_state[KEPT] = {**answers(), **dict.fromkeys(keys)}
    for key in keys:
        st.session_state.pop(f"same_{key}", None)
