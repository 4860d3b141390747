"""The step "write up": what was said is written down on Record, at the same conversation.

What is asked the same day stands here: interest, what one takes away, how much one talked, and
which questions are still open.
"""

from collections.abc import Mapping
from uuid import UUID
from zlib import crc32

import streamlit as st

from lib.answers.carrying import Carried
from lib.answers.written_up import QUARTERS, WrittenUp, written_up
from lib.commands.after import LONGEST, think_of
from lib.commands.agenda import add_question
from lib.commands.talking import go_on
from lib.filters import EVERYTHING
from lib.markdown import Markdown
from lib.ui import show
from lib.ui.access.session import explorer
from lib.ui.last_press import last_press, press
from lib.ui.reads import read
from lib.words import TOPICS

PLACE = "write_up"
INTEREST = {1: "1, none", 2: "2", 3: "3", 4: "4", 5: "5, great"}


def write_up(talk: Carried) -> None:
    """The way to Record, which keeps what was said; once it was held, what one thinks of it."""
    if talk.written_up:
        st.markdown("What was said stands at Write up: notes beside findings.")
    else:
        st.markdown("Once you have talked, write down what was said while it is fresh.")
    show.page_link(
        "pages/interviews/record.py",
        label="Write down what was said",
        icon=":material/edit_note:",
        query_params={"interview": explorer().shown(talk.meeting.interview_id)},
    )
    if talk.talked:
        _same_day(talk.meeting.interview_id)


def _same_day(interview_id: UUID) -> None:
    now = read(written_up, EVERYTHING, interview_id)
    st.header("The same day", anchor=False)
    _choice("My interest now", "interest_after", INTEREST, now.interest, interview_id)
    _takeaway(now, interview_id)
    _choice("How much of the time I talked", "talked", QUARTERS, now.talked, interview_id)
    if now.over_time:
        show.caption(Markdown("Over time: {}").format(now.over_time))
    last_press(PLACE)
    _open(now, interview_id)


def _choice(
    label: str, about: str, answers: Mapping[int, str], said: int | None, interview_id: UUID
) -> None:
    key = f"{about}_{interview_id}_{said}"
    show.pills(
        *(label, list(answers)),
        format_func=answers.__getitem__,
        default=said,
        key=key,
        on_change=_think,
        args=(interview_id, about, key),
        wrap=True,
    )


def _takeaway(now: WrittenUp, interview_id: UUID) -> None:
    key = f"takeaway_{interview_id}_{crc32(now.takeaway.encode())}"
    show.text_area(
        "What I take away",
        now.takeaway,
        key=key,
        max_chars=LONGEST,
        on_change=_think,
        args=(interview_id, "takeaway", key),
    )


def _think(interview_id: UUID, about: str, key: str) -> None:
    said = st.session_state[key]
    press(PLACE, "Kept.", think_of, interview_id=interview_id, about=about, said=said)


def _open(now: WrittenUp, interview_id: UUID) -> None:
    """What nobody answered waits for the next talk of the field."""
    st.header("Still open", anchor=False)
    if now.open:
        show.caption(Markdown("Kept for the next talk about {}.").format(now.field))
    for item_id, text in now.open:
        with st.container(horizontal=True, vertical_alignment="center"):
            show.markdown(text, width="stretch")
            show.button(
                *("It was answered", f"answered_{item_id}"),
                type="tertiary",
                icon=":material/check:",
                on_click=_answered,
                args=(item_id,),
            )
    with st.popover("A question stays open", icon=":material/add:"):
        _one_more(interview_id)


def _one_more(interview_id: UUID) -> None:
    with st.form("open_question", clear_on_submit=True, border=False):
        text = st.text_area("Question", max_chars=1_000)
        topic = st.selectbox("About", TOPICS)
        if st.form_submit_button("Keep it for the next talk"):
            about = {"text": text, "topic": str(topic), "minutes": 3}
            press(PLACE, "Kept.", add_question, interview_id=interview_id, **about)
            st.rerun()


def _answered(item_id: str) -> None:
    press(PLACE, "Answered.", go_on, item_id=explorer().real(item_id))
