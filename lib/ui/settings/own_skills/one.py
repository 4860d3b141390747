"""One skill typed or chosen, with its level and where it was shown."""

import streamlit as st

from lib.answers.skill_names import skills_by_name
from lib.commands.own_skills import Rated, rate_skills
from lib.filters import EVERYTHING
from lib.markdown import Markdown
from lib.queries.skill_names import skill_names
from lib.skills import taxonomy
from lib.skills.meant import suggestions
from lib.ui import show
from lib.ui.last_press import press
from lib.ui.reads import read
from lib.ui.settings.own_skills.kept import forget, keep, kept
from lib.ui.settings.own_skills.words import LEVELS

BOXES = {"skill": None, "level": 3, "shown": ""}


def one_at_a_time() -> None:
    """Three boxes and a press; an unknown name is asked about, and kept as typed otherwise."""
    for name, empty in BOXES.items():
        st.session_state.setdefault(_key(name), kept("one").get(name, empty))
    have = read(skills_by_name, EVERYTHING)
    typed = st.session_state[_key("skill")]
    names = [*(one.skill for one in have.values()), *(s.name for s in taxonomy.names())]
    options = list(dict.fromkeys([*([typed] if typed else []), *names]))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        show.selectbox(
            "Skill",
            options,
            key=_key("skill"),
            index=None,
            accept_new_options=True,
            placeholder="Type or choose",
            on_change=_typed,
        )
        show.selectbox(
            "How well",
            list(LEVELS),
            key=_key("level"),
            format_func=LEVELS.__getitem__,
            on_change=_typed,
        )
        st.text_input("Where I showed it", key=_key("shown"), max_chars=2_000, on_change=_typed)
        st.button("Add", key="own_add", on_click=_add)
    if typed:
        _which(typed)


def _which(typed: str) -> None:
    """What the name counts as, or what it may stand for."""
    names = read(skill_names, EVERYTHING)
    if names.knows(typed):
        if names.called(typed).casefold() != typed.strip().casefold():
            show.caption(Markdown("Counts as {}.").format(names.called(typed)))
        return
    alike = suggestions(typed, names)
    if alike:
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.caption("New here. Did you mean", width="content")
            for name in alike:
                show.button(
                    Markdown("{}?").format(name),
                    key=f"own_meant_{name}",
                    type="tertiary",
                    on_click=_take,
                    args=(name,),
                )


def _take(name: str) -> None:
    st.session_state[_key("skill")] = name
    _typed()


def _typed() -> None:
    keep("one", **{name: st.session_state[_key(name)] for name in BOXES})


def _add() -> None:
    """Written by one press; what is refused stays in the boxes."""
    skill, level, shown = (st.session_state[_key(name)] for name in BOXES)
    rated = [Rated(skill or "", level, shown.strip() or None)]
    if press("own_skills", f"Saved {(skill or '').strip()}.", rate_skills, rated=rated):
        forget("one")
        for name in BOXES:
            del st.session_state[_key(name)]


def _key(name: str) -> str:
    return f"own_one_{name}"
