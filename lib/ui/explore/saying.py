"""What the conversations say, in sentences that open onto who said it."""

import streamlit as st

from lib.answers.data_say import NOTHING, data_say
from lib.filters import Filters
from lib.ui import show
from lib.ui.explore.charts import show_evidence
from lib.ui.reads import read
from lib.ui.sharing.at_figure import at_figure

OPEN = "open_sentence"
ABOUT = (
    "The best supported first: the lower end of Wilson's 95 % interval of those who said so, of "
    "those asked, people whom employers connect counting as one; of a contradiction twice that of "
    "its smaller side. Nothing rests on fewer than two such groups; at most two of a kind."
)


def what_they_say(filters: Filters) -> None:
    """The sentences, each a press that opens it: one element, not three, keeps the screen quick."""
    said = read(data_say, filters).sentences
    st.subheader("What do the conversations say?", help=ABOUT, anchor=False)
    if not said:
        st.markdown(NOTHING)
        return
    with st.container(gap="xsmall"):
        for place, one in enumerate(said):
            show.button(
                one.words,
                key=f"sentence_{place}",
                icon=":material/forum:",
                type="tertiary",
                on_click=_open,
                args=(one.key,),
            )
    st.caption("Press a sentence to see who said it.")
    opened = {one.key: one.label for one in said}
    chosen = st.session_state.get(OPEN)
    if chosen in opened:
        show_evidence(opened[chosen], chosen, filters, place="sentences")
    at_figure("said")


def _open(key: str) -> None:
    """The press that opened it closes it again."""
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == key else key
