"""What is paid, and do they agree?"""

import streamlit as st

from lib import ui
from lib.answers.pay import Panel, pay
from lib.answers.words import FEWEST_IN_WORDS, OLD_IN_WORDS
from lib.markdown import Markdown
from lib.ui import show

ui.viewer()

ABOUT = (
    "Levels, bonus and none, before and after tax, employed and freelance are never put together. "
    "Where they agree: every stretch that lies in at least half of "
    f"{FEWEST_IN_WORDS} or more people's ranges. "
    "How far: the most people whose figures share one stretch. They split where two groups with "
    "nobody in both share one each, and few lie between. "
    f"Older than {OLD_IN_WORDS} years counts nowhere."
)
st.title("Pay", anchor=False)
ui.banner()
filters = ui.filter_bar()
ui.stop_if_nothing_held()
answer = ui.read(pay, filters)
if not answer.panels:
    ui.stop_if_empty(answer.loose, "Nobody under these filters has named a figure yet.")


def draw(panel: Panel, question: str, words: Markdown) -> None:
    """One panel of figures that may stand side by side."""
    ui.chart(
        f"pay_{panel.key}",
        panel.drawing,
        question=question,
        answer=words,
        caption=panel.caption,
        filters=filters,
        about=ABOUT,
        figure="pay" if panel is answer.panels[0] else "",
    )
    if panel.official:
        show.markdown(panel.official)
    if panel.sources:
        show.caption(panel.sources)
    every = {lines.title: lines for lines in panel.lines}
    if not every:
        return
    chosen = show.selectbox(
        "Every line of ...", list(every), None, key=f"every_{panel.key}", placeholder="Choose one"
    )
    if chosen in every:
        lines = every[chosen]
        ui.chart(
            f"lines_{lines.key}",
            lines.drawing,
            question=lines.title,
            answer=Markdown(""),
            caption=lines.caption,
            filters=filters,
        )


for panel in answer.panels[:1]:
    draw(panel, "What is paid, and do they agree?", panel.titled)
for panel in answer.panels[1:]:
    label = f"{panel.title} ({panel.figures})"
    aside = show.expander(label, key=f"panel_{panel.key}", on_change="rerun")
    if aside.open:
        with aside:
            draw(panel, panel.title, panel.sentence)
ui.untied(answer.untied)
if not answer.loose.empty:
    st.subheader("As it was said", anchor=False)
    st.markdown(
        "No currency or no period was said, or there is no rate for the currency in that year, so "
        "these have no place on an axis."
    )
    ui.table(answer.loose, alt="Figures without a place on an axis")
    ui.open_evidence("loose", answer.loose_openings, filters)
