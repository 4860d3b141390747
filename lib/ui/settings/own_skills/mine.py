"""The skills I have, as a table, and below it the ways to say more."""

import streamlit as st

from lib.answers.skill_names import skills_by_name
from lib.filters import EVERYTHING
from lib.statistics import SKILLED
from lib.ui.last_press import last_press
from lib.ui.reads import read
from lib.ui.settings.own_skills.guided import a_few_questions
from lib.ui.settings.own_skills.levels import levels_table
from lib.ui.settings.own_skills.listed import a_list
from lib.ui.settings.own_skills.one import one_at_a_time


def _named() -> None:
    """Those that most people named first; what is rated already comes last."""
    named = [one for one in read(skills_by_name, EVERYTHING).values() if one.people]
    if not named:
        st.caption("Nobody has named a skill yet. They come here from your conversations.")
        return
    st.caption("Give a level to those you have; the others stay as they are.")
    named.sort(key=lambda one: bool(one.level))
    levels_table("named", named, removable=False)


WAYS = {
    "One at a time": one_at_a_time,
    "A list or a file": a_list,
    "What people named": _named,
    "A few questions": a_few_questions,
}


def my_skills() -> None:
    """What stands, then one of the ways."""
    st.subheader("My skills", anchor=False)
    st.caption(
        f"From level {SKILLED} on you have a skill: it is ticked on Skills and counted on Compare."
    )
    mine = [one for one in read(skills_by_name, EVERYTHING).values() if one.level]
    with st.container():
        last_press("own_skills")
    if mine:
        mine.sort(key=lambda one: (-one.level, one.skill.casefold()))
        levels_table("mine", mine, removable=True)
    else:
        st.info(
            "You have not said yet what you can do. If nothing comes to mind, begin with a few "
            "questions.",
            icon=":material/lightbulb:",
        )
    way = st.segmented_control("Add skills", list(WAYS), default="One at a time", key="own_way")
    if way:
        with st.container(border=True):
            WAYS[way]()
