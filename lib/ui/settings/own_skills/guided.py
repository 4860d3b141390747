"""A few plain questions about the official transferable skills, for those who "have none"."""

from typing import Any

import streamlit as st

from lib.answers.words import counted
from lib.commands.own_skills import Rated, rate_skills
from lib.filters import EVERYTHING
from lib.frames import records
from lib.queries.skill_names import skill_names
from lib.queries.skills import own_skills
from lib.skills import taxonomy
from lib.ui import show
from lib.ui.last_press import press
from lib.ui.reads import read
from lib.ui.settings.own_skills.kept import keep, kept

AT_ONCE = 4
ANSWERS = {0: "no", 2: "once or twice", 3: "yes, I can", 4: "yes, well", 5: "I teach it"}


def a_few_questions() -> None:
    """A few at a time; what is answered is kept, and saved at a press."""
    questions = _left()
    answers: dict[str, Any] = kept("guided").get("answers", {})
    if not questions:
        st.caption("You have a level for each of these skills already. They stand above.")
        return
    pages = -(-len(questions) // AT_ONCE)
    page = min(kept("guided").get("page", 0), pages - 1)
    answered = sum(skill.code in answers for skill, _ in questions)
    show.caption(
        f"{answered} of {len(questions)} answered. Work, home, clubs and school all count. Only "
        "what you answer is saved; leave at any time and come back."
    )
    for skill, question in questions[page * AT_ONCE : (page + 1) * AT_ONCE]:
        _ask(skill, question, answers.get(skill.code, {}))
    said = {code: one for code, one in answers.items() if one.get("level")}
    with st.container(horizontal=True):
        _turn("Back", page - 1, disabled=page == 0)
        _turn("More questions", page + 1, disabled=page == pages - 1)
        show.button(
            f"Save {counted(len(said), 'answer')}" if said else "Save",
            key="own_guided_save",
            disabled=not said,
            on_click=_save,
        )
    st.caption("The skills behind the questions are those of O\\*NET 30.3 (USDOL/ETA, CC BY 4.0).")


def _left() -> list[tuple[taxonomy.Skill, str]]:
    """The questions about skills that have no level yet."""
    names = read(skill_names, EVERYTHING)
    rated = {row["skill_id"] for row in records(read(own_skills, EVERYTHING))}
    return [
        (skill, question)
        for skill, question in taxonomy.questions()
        if str(names.find(skill.name)) not in rated
    ]


def _ask(skill: taxonomy.Skill, question: str, answer: dict[str, Any]) -> None:
    level, shown = f"own_guided_{skill.code}", f"own_guided_{skill.code}_shown"
    st.session_state.setdefault(level, answer.get("level"))
    with st.container(gap="xsmall"):
        show.pills(
            question,
            list(ANSWERS),
            key=level,
            format_func=ANSWERS.__getitem__,
            on_change=_answered,
            args=(skill.code,),
            help=f"This is {skill.name}.",
        )
        if st.session_state[level]:
            st.session_state.setdefault(shown, answer.get("shown", ""))
            show.text_input(
                f"Where did you? ({skill.name})",
                key=shown,
                max_chars=2_000,
                placeholder="A sentence is enough; you may leave it empty",
                on_change=_answered,
                args=(skill.code,),
            )


def _turn(words: str, page: int, *, disabled: bool) -> None:
    show.button(
        words,
        key=f"own_guided_{words}",
        disabled=disabled,
        on_click=keep,
        args=("guided",),
        kwargs={"page": page},
    )


def _answered(code: str) -> None:
    """An answer goes into the draft as soon as it is given; taken back, it goes out of it."""
    answers = dict(kept("guided").get("answers", {}))
    level = st.session_state.get(f"own_guided_{code}")
    shown = st.session_state.get(f"own_guided_{code}_shown", "")
    if level is None:
        answers.pop(code, None)
    else:
        answers[code] = {"level": level, "shown": shown}
    keep("guided", answers=answers)


def _save() -> None:
    """The skills that were answered with yes, in one step; every no is remembered as answered."""
    answers = kept("guided").get("answers", {})
    named = {skill.code: skill.name for skill, _ in taxonomy.questions()}
    said = {code: one for code, one in answers.items() if one["level"] and code in named}
    rated = [Rated(named[code], one["level"], one["shown"] or None) for code, one in said.items()]
    done = f"Saved {counted(len(rated), 'answer')}."
    if press("own_skills", done, rate_skills, rated=rated):
        keep("guided", answers={c: one for c, one in answers.items() if c not in said}, page=0)
