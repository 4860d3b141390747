"""Which skills carry over, which are worth learning, and what would one more open?"""

import streamlit as st

from lib import ui
from lib.answers.skills import skills, skills_like
from lib.ui import show
from lib.ui.explore import skills as screen

ui.viewer()
st.title("Skills", anchor=False)
ui.banner()
filters = ui.filter_bar()
ui.stop_if_nothing_held()
everything = ui.read(skills, filters)
ui.stop_if_empty(everything.drawing.table, everything.none)
screen.say_in_short(everything)
typed = screen.search()
answer = ui.read(skills_like, filters, typed) if typed else everything
screen.say_what_is_shown(answer, typed)
if answer.found:
    ui.chart(
        "skills",
        answer.drawing,
        question="Which skills carry over?",
        answer=answer.sentence,
        caption=answer.caption,
        filters=filters,
        about=screen.CARRY_OVER,
    )
    ui.chart(
        "worth",
        answer.worth.drawing,
        question="Which are worth showing, which worth learning?",
        answer=answer.worth.sentence,
        caption=answer.worth.caption,
        filters=filters,
        about=screen.WORTH,
        folded=True,
    )
if screen.rated(answer):
    ui.chart(
        "gaps",
        answer.gaps.drawing,
        question="How much of what a field requires do I have?",
        answer=answer.gaps.sentence,
        caption=answer.gaps.caption,
        filters=filters,
        about=screen.GAPS,
        folded=True,
    )
    if answer.following.drawing.openings:
        ui.chart(
            "next",
            answer.following.drawing,
            question="What would one more skill open?",
            answer=answer.following.sentence,
            caption=answer.following.caption,
            filters=filters,
            about=screen.NEXT,
            folded=True,
        )
    else:
        st.subheader("What would one more skill open?", help=screen.NEXT, anchor=False)
        show.markdown(answer.following.sentence)
st.caption(
    "Names of skills: O\\*NET 30.3, U.S. Department of Labor, CC BY 4.0, modified; and your own."
)
