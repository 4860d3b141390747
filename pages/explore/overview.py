"""What have I heard, what is missing, what is due?"""

import streamlit as st

from lib import ui
from lib.access.viewer import Share
from lib.answers.came_of_it import came_of_it
from lib.answers.overview import overview

viewer = ui.viewer()

PLANNED = (
    "Meant to be asked, asked for or scheduled, in the fields shown. Days chosen above narrow "
    "what was held, not what is planned."
)
st.title("Overview", anchor=False)
ui.banner()
ui.ways_in()
filters = ui.filter_bar()
ui.what_is_due()
ui.stop_if_nothing_held()
answer = ui.read(overview, filters)
mine = not isinstance(viewer, Share)
with st.grid(3 + mine, min_column_width=120):
    st.metric("Conversations held", f"{answer.held:,}", border=True)
    st.metric("People", f"{answer.people:,}", border=True)
    st.metric("Fields", f"{answer.fields:,}", border=True)
    if mine:
        st.metric("Planned", f"{answer.planned:,}", border=True, help=PLANNED)
if not answer.held:
    ui.stop_if_empty(answer.coverage.drawing.table, "Nobody was heard under these filters.")
ui.what_they_say(filters)
ui.where_i_work_now(filters)
ui.chart(
    "coverage",
    answer.coverage.drawing,
    question="What have I not asked yet?",
    answer=answer.coverage.sentence,
    caption=answer.coverage.caption,
    filters=filters,
    about="A person was asked about a topic when a tick at Write up says so, or something "
    "they said about it is written down.",
)
ui.chart(
    "learning",
    answer.learning.drawing,
    question="Is another conversation still teaching me something?",
    answer=answer.learning.sentence,
    caption=answer.learning.caption,
    filters=filters,
    about="The expected number of different things after so many of the people, over all orders "
    "in which they could have been heard.",
)
came = ui.read(came_of_it, filters)
if came:
    ui.chart(
        "came_of_it",
        came.drawing,
        question="What came of the conversations?",
        answer=came.sentence,
        caption=came.caption,
        filters=filters,
        about="Letters of thanks that went out, and what you noted as the outcome of a "
        "conversation. Somebody who was introduced counts as an introduction too.",
        folded=True,
    )
if not isinstance(viewer, Share) or viewer.interest:
    ui.chart(
        "interest",
        answer.interest.drawing,
        question="Did the conversations change my interest?",
        answer=answer.interest.sentence,
        caption=answer.interest.caption,
        filters=filters,
        about="Your own interest: the first figure before a conversation, the latest after one, "
        "and what you noted between.",
        folded=True,
    )
