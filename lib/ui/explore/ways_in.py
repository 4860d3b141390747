"""What an empty Fieldwork offers: four ways in, each one press away."""

import streamlit as st

from lib.access.viewer import Share
from lib.answers.standing import standing
from lib.commands.samples import load_samples
from lib.filters import EVERYTHING
from lib.queries.people import people_known
from lib.ui import show
from lib.ui.access.session import viewer
from lib.ui.reads import read
from lib.ui.writes import saying, write

RECORD, DATA = "pages/interviews/record.py", "pages/settings/data.py"
GO = ":material/arrow_forward:"


def ways_in(*, people: bool = False) -> None:
    """Stop with the four ways in where there is not one conversation; else nothing.

    `people`: a screen that has something to show as soon as anybody is known, talked to or not.
    """
    if isinstance(viewer(), Share) or read(standing, EVERYTHING).conversations:
        return
    if people and not read(people_known, EVERYTHING).empty:
        return
    st.markdown(
        "Fieldwork keeps what people told you about their work, and shows which fields, skills "
        "and salaries came up, each with who said it. How would you like to begin?"
    )
    with st.grid(2, min_column_width=260, border=True):
        with st.container():
            _words("Look around", "Thirty invented conversations of one career changer.")
            st.button("Load the sample interviews", on_click=_samples, key="load_samples")
        with st.container():
            _words("Paste my notes", "A page of notes, line by line, one press each.")
            st.page_link(RECORD, label="Paste notes", icon=GO, query_params={"start": "paste"})
        with st.container():
            _words("Bring a file", "A spreadsheet as CSV, or an export of Fieldwork.")
            st.page_link(DATA, label="Choose a file", icon=GO)
        with st.container():
            _words("Write down a first interview", "Who it was, when, and what they said.")
            st.page_link(RECORD, label="Start writing", icon=GO, query_params={"start": "new"})
    st.stop()


def _words(title: str, words: str) -> None:
    show.subheader(title, anchor=False)
    show.caption(words)


def _samples() -> None:
    saying("The sample interviews are loaded.", write, load_samples)
