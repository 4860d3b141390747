"""Which skills carry over?"""

import streamlit as st

from lib import ui
from lib.answers.skills import skills

ui.viewer()
st.title("Skills", anchor=False)
ui.banner()
filters = ui.filter_bar()
ui.stop_if_nothing_held()
answer = ui.read(skills, filters)
ui.stop_if_empty(answer.drawing.table, "Nobody under these filters has named a skill yet.")
ui.chart(
    "skills",
    answer.drawing,
    question="Which skills carry over?",
    answer=answer.sentence,
    caption=answer.caption,
    filters=filters,
    about="Sorted by how many of the fields named a skill, then by the mean share of the people "
    "asked who did. A person counts once a field, with their later answer.",
)
st.caption(
    "Names of skills: O\\*NET 30.3, U.S. Department of Labor, CC BY 4.0, modified; and your own."
)
if answer.skills > answer.shown:
    st.caption(
        f"The first {answer.shown} of {answer.skills} skills: choose fields above to see others."
    )
