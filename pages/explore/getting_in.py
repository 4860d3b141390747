"""How do people get in, how long, at what cost?"""

import streamlit as st

from lib import ui
from lib.answers.getting_in import getting_in

ui.viewer()
st.title("Getting in", anchor=False)
ui.banner()
filters = ui.filter_bar()
ui.stop_if_nothing_held()
answer = ui.read(getting_in, filters)
ui.stop_if_empty(answer.drawing.table, "Nobody under these filters has named a way in yet.")
ui.chart(
    "ways_in",
    answer.drawing,
    question="How do people get in, how long, at what cost?",
    answer=answer.sentence,
    caption=answer.caption,
    filters=filters,
    about="A person counts once a way in, with their later answer.",
)
st.subheader("When does it pay back?", anchor=False)
st.caption(answer.payback_words)
if not answer.payback.empty:
    st.dataframe(answer.payback, hide_index=True, alt="When each way in pays back")
