"""What is good, what is hard, is it growing?"""

import streamlit as st

from lib import ui
from lib.answers.day_to_day import day_to_day
from lib.ui import show

ui.viewer()
st.title("Day to day", anchor=False)
ui.banner()
filters = ui.filter_bar()
ui.stop_if_nothing_held()
answer = ui.read(day_to_day, filters)
if answer.themes.openings:
    ui.chart(
        "themes",
        answer.themes,
        question="What is good, what is hard?",
        answer=answer.sentence,
        caption=answer.caption,
        filters=filters,
        about="Each person counts once a theme and side, however often they come back to it.",
    )
    if answer.left_out:
        show.caption(f"{answer.left_out} themes that were named less often do not fit.")
else:
    show.info(answer.none, icon=":material/forum:")
if answer.outlook.openings:
    ui.chart(
        "outlook",
        answer.outlook,
        question="Where is the field going?",
        answer=answer.outlook_sentence,
        caption=answer.outlook_caption,
        filters=filters,
        about="As told by the people who do the work; each person's later answer.",
    )
    for line in answer.projected:
        show.markdown(line)
