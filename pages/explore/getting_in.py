"""How do people get in, how long, at what cost, and where does it lead?"""

import streamlit as st

from lib import ui
from lib.answers.getting_in import getting_in
from lib.answers.ladders import ladders
from lib.answers.payback_told import COUNTED, payback_told
from lib.ui import show

ui.viewer()

FEWER = "that fewer people named do not fit: choose fewer fields above to see more of each."
st.title("Getting in", anchor=False)
ui.banner()
filters = ui.filter_bar()
ui.stop_if_nothing_held()
answer = ui.read(getting_in, filters)
if answer.drawing.openings:
    ui.chart(
        "ways_in",
        answer.drawing,
        question="How do people get in, how long, at what cost?",
        answer=answer.sentence,
        caption=answer.caption,
        filters=filters,
        about="A person counts once a way in, with their later answer.",
    )
    if answer.left_out:
        show.caption(f"{answer.left_out} ways in {FEWER}")
    if answer.payback_words:
        st.subheader("When does it pay back?", anchor=False)
        show.caption(COUNTED * (not answer.payback.empty) + answer.payback_words)
    if not answer.payback.empty:
        ui.table(payback_told(answer.payback), alt="When each way in pays back")
        ui.at_figure("payback")
else:
    show.info(answer.none, icon=":material/forum:")
path = ui.read(ladders, filters)
if path.drawing.openings:
    ui.chart(
        "ladders",
        path.drawing,
        question="Where does it lead?",
        answer=path.sentence,
        caption=path.caption,
        filters=filters,
        about="Years add up within each person's own steps, never across people. A person counts "
        "once a title, with their later answer.",
    )
    if path.left_out:
        show.caption(f"{path.left_out} titles {FEWER}")
elif answer.drawing.openings:
    show.info(path.none, icon=":material/forum:")
