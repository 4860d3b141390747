"""How do the fields compare?"""

import streamlit as st

from lib import ui
from lib.answers.compare import compare
from lib.ui import show

ui.viewer()
st.title("Compare", anchor=False)
ui.banner()
filters = ui.filter_bar()
ui.stop_if_nothing_held()
answer = ui.read(compare, filters)
ui.stop_if_empty(answer.drawing.table, "Nobody was heard under these filters.")
ui.chart(
    "compare",
    answer.drawing,
    question="How do the fields compare?",
    answer=answer.sentence,
    caption=answer.caption,
    filters=filters,
    about="Nothing is weighed in this picture: each cell is one answer to one question, with the "
    "number of people behind it when you open it.",
)
if answer.official:
    show.caption(answer.official)
if answer.left_out:
    show.caption(f"{answer.left_out} more fields did not fit: choose which to compare above.")
ui.weighing(filters)
ui.journal()
