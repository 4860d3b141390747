"""The letter of thanks, written from what was said, changed by hand, and marked as sent.

Nothing is sent from here. What is typed is kept as a draft, and is there again after a reload.
What was sent is kept as it was, and is changed no more.
"""

from typing import Any, get_args
from uuid import UUID

import streamlit as st

from lib.answers.thanks import ToThank, to_thank
from lib.commands import after
from lib.commands.drafts import keep_draft
from lib.errors import AppError
from lib.markdown import Markdown
from lib.meeting.mail import EML, eml
from lib.meeting.paper import DOCX, docx
from lib.meeting.thanks import SUBJECT, called, letter
from lib.queries.history import drafts
from lib.ui import show
from lib.ui.access.session import database, explorer
from lib.ui.after.promises import promises
from lib.ui.last_press import last_press, press
from lib.ui.reads import today
from lib.ui.writes import write_draft
from lib.words import Length

LENGTHS: tuple[Length, ...] = get_args(Length)
TWO = 2


def thank(interview_id: UUID) -> None:
    """The letter at the left; two things, what becomes of them, and promises at the right."""
    with database().read() as session:
        found = to_thank(session, explorer(), interview_id)
    key = f"thank/{interview_id}"
    _begin(key, found)
    left, right = st.columns([6, 4], gap="large")
    with right:
        if not found.sent_on:
            with st.container():
                _chosen(key, found)
        with st.container():
            promises(interview_id, found)
    with left:
        _letter(key, interview_id, found)


def _begin(key: str, found: ToThank) -> None:
    """The first time in a window: as it was left, or a letter of middle length."""
    if f"{key}/text" in st.session_state:
        return
    held = _left(key)
    said = [one for one in held.get("said", found.offered[:TWO]) if one in found.offered]
    length = held.get("length") if held.get("length") in LENGTHS else "medium"
    st.session_state[f"{key}/said"] = said
    st.session_state[f"{key}/length"] = length
    st.session_state[f"{key}/will"] = str(held.get("will", ""))
    text = held.get("text")
    st.session_state[f"{key}/text"] = str(text) if text else _written(key, found)


def _left(key: str) -> dict[str, Any]:
    """What was typed and chosen, in whichever window; empty where nothing was."""
    with database().read() as session:
        return dict(next((held for _, held, _ in drafts(session, explorer(), key)), {}))


def _written(key: str, found: ToThank) -> str:
    """The letter that these choices make."""
    about = found.about
    said = tuple(st.session_state[f"{key}/said"])[:TWO]
    chosen = {"said": said, "will": st.session_state[f"{key}/will"] or ""}
    length: Length = st.session_state[f"{key}/length"]
    return letter(type(about)(**{**vars(about), **chosen}), length, today())


def _anew(key: str, found: ToThank) -> None:
    """For callbacks: other choices make another letter; what was changed by hand gives way."""
    st.session_state[f"{key}/text"] = _written(key, found)
    _keep(key)


def _keep(key: str) -> None:
    """For callbacks: what is typed and chosen is kept until the letter is sent."""
    names = ("said", "length", "will", "text")
    try:
        write_draft(keep_draft, key, {name: st.session_state[f"{key}/{name}"] for name in names})
    except AppError as error:
        st.session_state["said"] = ("error", f"This could not be kept: {error}", None)


def _chosen(key: str, found: ToThank) -> None:
    who = called(found.name) or "this person"
    show.header(f"Two things {who} said", anchor=False)
    if found.offered:
        show.pills(
            f"What {who} said",
            found.offered,
            selection_mode="multi",
            format_func=str,
            key=f"{key}/said",
            on_change=_anew,
            args=(key, found),
            label_visibility="collapsed",
            wrap=True,
        )
    else:
        st.caption(
            "Nothing to choose from: what stands in quotes in the findings is offered, but for "
            "pay, what is private, and what names somebody else."
        )
    st.text_input("What I will do with them", key=f"{key}/will", on_change=_anew, args=(key, found))


def _letter(key: str, interview_id: UUID, found: ToThank) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header("Letter", anchor=False)
        show.markdown(_due(found))
    if found.sent_on:
        _as_sent(found)
    else:
        _to_send(key, interview_id, found)
    last_press(key)


def _as_sent(found: ToThank) -> None:
    if found.sent:
        st.code(found.sent, language=None, wrap_lines=True)
    else:
        st.caption("It was noted as sent without its words.")


def _to_send(key: str, interview_id: UUID, found: ToThank) -> None:
    show.segmented_control(
        "Length",
        LENGTHS,
        format_func=str.capitalize,
        required=True,
        key=f"{key}/length",
        on_change=_anew,
        args=(key, found),
        label_visibility="collapsed",
    )
    st.text_area(
        "Letter",
        key=f"{key}/text",
        height=340,
        max_chars=20_000,
        on_change=_keep,
        args=(key,),
        label_visibility="collapsed",
    )
    _ways_out(key, found)
    st.button(
        "I have sent it",
        icon=":material/check:",
        key=f"{key}/sent",
        on_click=_sent,
        args=(key, interview_id),
    )
    st.caption("Fieldwork sends nothing by itself. Other choices write the letter anew.")


def _due(found: ToThank) -> Markdown:
    if found.sent_on:
        return Markdown(":material/check: sent on {0.day} {0:%B}").format(found.sent_on)
    if found.by < today():
        return Markdown(":orange-badge[overdue since {0:%a} {0.day} {0:%B}]").format(found.by)
    return Markdown("by {0:%a} {0.day} {0:%B}").format(found.by)


def _ways_out(key: str, found: ToThank) -> None:
    text = st.session_state[f"{key}/text"]
    mail = {"subject": SUBJECT, "to": found.name, "address": found.email}
    with st.container(horizontal=True):
        st.download_button(
            "E-mail file",
            lambda: eml(text, **mail),
            "thank-you.eml",
            EML,
            icon=":material/mail:",
            key=f"{key}/eml",
            on_click="ignore",
        )
        st.download_button(
            "Word file",
            lambda: docx(text),
            "thank-you.docx",
            DOCX,
            icon=":material/description:",
            key=f"{key}/docx",
            on_click="ignore",
        )
        with st.popover("Copy", icon=":material/content_copy:", key=f"{key}/copy"):
            st.code(text, language=None, wrap_lines=True)


def _sent(key: str, interview_id: UUID) -> None:
    _keep(key)
    sent(key, interview_id)


def sent(place: str, interview_id: UUID) -> None:
    """For callbacks: it went out today, as it was left. The draft stays: a press is taken back."""
    left = _left(f"thank/{interview_id}")
    length = left.get("length") if left.get("length") in LENGTHS else "medium"
    words = {"text": str(left.get("text") or ""), "length": str(length)}
    about = {"interview_id": interview_id, "on": today(), **words}
    press(place, "Noted as sent today.", after.thanked, **about)
