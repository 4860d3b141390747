"""How do the fields compare?"""

import streamlit as st

from lib import ui
from lib.answers.compare import compare
from lib.answers.getting_in import getting_in
from lib.answers.payback_told import COUNTED, payback_told, soonest_of_each
from lib.ui import show

ui.viewer()

PAYING = ":material/savings:"
st.title("Compare", anchor=False)
ui.banner()
filters = ui.filter_bar()
ui.stop_if_nothing_held()
chosen = ui.drawn_fields(filters)
answer = ui.read(compare, filters, chosen)
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
ui.open_figures(answer.open)
if answer.official:
    show.caption(answer.official)
ui.below_the_line(answer.below)
if answer.left_out:
    with show.expander(f"All {len(answer.every)} fields in a table", icon=":material/table_rows:"):
        ui.table(answer.every, alt="How all fields compare")
back = st.expander("When does it pay back?", key="payback", on_change="rerun", icon=PAYING)
if back.open:
    with back:
        found = ui.read(getting_in, filters)
        if not found.payback.empty:
            show.caption(COUNTED + "Of each field its soonest; Getting in has them all.")
            ui.table(soonest_of_each(payback_told(found.payback)), alt="When each field pays back")
        show.caption(found.payback_words or found.none)
ui.weighing(filters, chosen)
ui.journal()
