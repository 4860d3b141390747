"""What is paid, and do they agree?"""

import streamlit as st

from lib import ui
from lib.answers.pay import pay

ui.viewer()
st.title("Pay", anchor=False)
ui.banner()
filters = ui.filter_bar()
ui.stop_if_nothing_held()
answer = ui.read(pay, filters)
if not answer.panels and answer.loose.empty:
    ui.stop_if_empty(answer.loose, "Nobody under these filters has named a figure yet.")
for place, panel in enumerate(answer.panels):
    ui.chart(
        f"pay_{panel.key}",
        panel.drawing,
        question="What is paid, and do they agree?" if place == 0 else panel.title,
        answer=f"{panel.title}. {panel.sentence}" if place == 0 else panel.sentence,
        caption=panel.caption,
        filters=filters,
        about="Levels, bonus and none, before and after tax, employed and freelance are never "
        "put together. Where they agree: every stretch that lies in at least half of the ranges, "
        "and in two or more.",
    )
if not answer.loose.empty:
    st.subheader("As it was said", anchor=False)
    st.markdown("No currency or no period was said, so these have no place on an axis.")
    st.dataframe(answer.loose, hide_index=True, alt="Figures without a currency or a period")
