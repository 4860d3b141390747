"""Looking for words in notes, quotes, takeaways, agendas and letters."""

import streamlit as st

from lib.answers.search import Found, people_found
from lib.answers.search import search as found_for
from lib.answers.words import counted
from lib.filters import EVERYTHING
from lib.frames import Row
from lib.markdown import Markdown, bold
from lib.ui import show
from lib.ui.reads import read

MOST_PEOPLE = 20


def box() -> str:
    """What is looked for, in the address."""
    typed = st.text_input(
        "Words in notes, quotes, agendas and letters",
        key="words",
        bind="query-params",
        max_chars=200,
        placeholder='on call, or "on call" for the two together',
        icon=":material/search:",
    )
    return str(typed or "").strip()


def results(typed: str) -> None:
    """A card a conversation, the latest first; a sentence where there is none."""
    answer = read(found_for, EVERYTHING, typed)
    people = read(people_found, EVERYTHING, typed)
    _people(people)
    if not answer.conversations and people:
        return
    if not answer.conversations:
        st.info(
            "No note, quote, agenda or letter holds all of these words. Try fewer, or the "
            "beginning of one.",
            icon=":material/search_off:",
        )
        return
    talks = counted(len(answer.conversations), "conversation")
    first = f", the first {answer.texts} texts" if answer.more else ""
    show.caption(f"{counted(answer.texts, 'text')} in {talks}{first}.")
    for found in answer.conversations:
        with st.container(border=True):
            _card(found)


def _people(found: list[Row]) -> None:
    """Those whose name, role or organisation holds the words, talked to or not."""
    for row in found[:MOST_PEOPLE]:
        place = ", ".join(filter(None, (row["role"], row["organisation"])))
        show.page_link(
            "pages/interviews/people.py",
            label=" · ".join(dict.fromkeys(filter(None, (row["person"], place)))),
            icon=":material/person:",
            query_params={"person": row["person_id"]},
        )
    if len(found) > MOST_PEOPLE:
        show.caption(f"{counted(len(found) - MOST_PEOPLE, 'more person', 'more people')}.")


def _card(found: Found) -> None:
    show.markdown(bold(found.heading))
    lines = (Markdown("- {}").format(line) for line in found.lines)
    show.markdown(Markdown("\n").join(lines))
    st.page_link(
        "pages/interviews/record.py",
        label="Open the conversation",
        query_params={"interview": found.interview_id},
    )
