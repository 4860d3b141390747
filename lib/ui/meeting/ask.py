"""The step "ask": a short message, edited, copied or opened in a mail program, marked as sent.

What is typed is kept when the box is left; tone and length write it anew.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import streamlit as st

from lib.answers.asking import Asking, Kept, asking
from lib.answers.carrying import Carried
from lib.commands.letters import keep_letter, letter_answered, letter_sent, no_answer
from lib.filters import EVERYTHING
from lib.markdown import Markdown
from lib.meeting.asking import Letter, asking_for_a_job
from lib.meeting.asking import ask as proposed
from lib.meeting.asking import second as once_more
from lib.meeting.mail import EML, eml, mailto
from lib.ui import show
from lib.ui.access.session import KNOWN
from lib.ui.last_press import last_press, press
from lib.ui.meeting.when import when_and_where
from lib.ui.reads import read

PLACE = "letter"
TONES, LENGTHS = ("warm", "plain", "formal"), ("short", "long")


def ask(talk: Carried) -> None:
    """The first message; once it is a week old and unanswered, a second one, once."""
    answer = read(asking, EVERYTHING, talk.meeting.interview_id)
    if answer.first is None or answer.first.sent_on is None:
        _letter(answer, "ask", answer.first)
    else:
        _sent(answer, answer.first)
        _again(answer)
    last_press(PLACE)
    if answer.meeting.status != "held":
        when_and_where(talk)


def _letter(answer: Asking, kind: str, kept: Kept | None) -> None:
    st.header("A message" if kind == "ask" else "A second message", anchor=False)
    keys = _Keys(answer.meeting.interview_id, kind)
    tone, length = _manner(answer, keys, kept)
    letter = Letter(kept.subject, kept.text) if kept else _proposal(answer, kind, tone, length)
    _put(keys, letter, untouched=kept is None)
    typed: dict[str, Any] = {"on_change": _keep, "args": (keys,)}
    subject = show.text_input("Subject", key=keys("subject"), max_chars=200, **typed)
    text = show.text_area("Message", key=keys("text"), height=340, max_chars=20_000, **typed)
    _wording(text)
    _ways_out(answer, keys, subject, text)
    st.button("I have sent it", key=keys("sent"), on_click=_sent_now, args=(answer, keys))


def _put(keys: "_Keys", letter: Letter, *, untouched: bool) -> None:
    """The words into the boxes, once; a proposal follows what becomes known until one types."""
    state = st.session_state
    anew = untouched and state.get(keys("proposed"), letter) != letter
    for name, words in (("subject", letter.subject), ("text", letter.text)):
        if anew or keys(name) not in state:
            state[keys(name)] = words
    state[keys("proposed")] = letter


class _Keys:
    """The keys of one letter's widgets, and what stands in them."""

    def __init__(self, interview_id: UUID, kind: str) -> None:
        self.interview_id, self.kind = interview_id, kind

    def __call__(self, name: str) -> str:
        return f"letter_{self.kind}_{name}_{self.interview_id}"

    def said(self) -> dict[str, Any]:
        """All of the letter as the widgets have it."""
        state = st.session_state
        words = {name: str(state.get(self(name)) or "") for name in ("subject", "text")}
        length = state.get(self("length")) or LENGTHS[0]
        tone = state.get(self("tone")) or TONES[1]
        return {"kind": self.kind, "tone": tone, "length": length, **words}


def _manner(answer: Asking, keys: _Keys, kept: Kept | None) -> tuple[str, str]:
    with st.container(horizontal=True):
        tone = show.segmented_control(
            *("Tone", list(TONES)),
            default=kept.tone if kept else TONES[1],
            key=keys("tone"),
            on_change=_write_anew,
            args=(answer, keys),
        )
        length: str | None = LENGTHS[0]
        if keys.kind == "ask":
            length = show.segmented_control(
                *("Length", list(LENGTHS)),
                default=kept.length if kept and kept.length in LENGTHS else LENGTHS[0],
                key=keys("length"),
                on_change=_write_anew,
                args=(answer, keys),
            )
    return str(tone or TONES[1]), str(length or LENGTHS[0])


def _proposal(answer: Asking, kind: str, tone: str, length: str) -> Letter:
    if kind == "second":
        return once_more(answer.facts, tone=tone)
    return proposed(answer.facts, tone=tone, length=length)


def _write_anew(answer: Asking, keys: _Keys) -> None:
    """Another tone or length: the words are new ones, and are kept."""
    said = keys.said()
    letter = _proposal(answer, keys.kind, said["tone"], said["length"])
    st.session_state[keys("subject")] = letter.subject
    st.session_state[keys("text")] = letter.text
    _keep(keys)


def _keep(keys: _Keys) -> None:
    known = st.session_state.get(KNOWN, "")
    mine = {"interview_id": keys.interview_id, **keys.said(), "known": known}
    press(PLACE, "Kept.", keep_letter, **mine)


def _wording(text: str) -> None:
    for sentence in asking_for_a_job(text):
        show.warning(
            Markdown("“{}” reads as if you asked for a job. Ask for information alone.").format(
                sentence
            ),
            icon=":material/edit_note:",
        )


def _ways_out(answer: Asking, keys: _Keys, subject: str, text: str) -> None:
    met = answer.meeting
    with st.container(horizontal=True):
        if link := mailto(met.email, subject, text):
            st.link_button("Open in my mail program", link, icon=":material/mail:")
        show.download_button(
            "Save as an .eml file",
            eml(text, subject=subject, to=met.person, address=met.email),
            "message.eml",
            EML,
            key=keys("eml"),
            on_click="ignore",
            icon=":material/download:",
        )
        with st.popover("Copy", icon=":material/content_copy:"):
            st.code(text, language=None, wrap_lines=True)


def _sent_now(answer: Asking, keys: _Keys) -> None:
    done = "Marked as sent today."
    said: dict[str, Any] = {**keys.said(), "on": answer.today}
    press(PLACE, done, letter_sent, interview_id=keys.interview_id, **said)


def _sent(answer: Asking, first: Kept) -> None:
    st.header("The message", anchor=False)
    sent, answered = first.sent_on, first.answered_on
    words = f"Sent on {sent.day} {sent:%B %Y}" if sent else ""
    if answered:
        words += f", answered on {answered.day} {answered:%B %Y}"
    show.markdown(f"{words}.")
    with st.expander("What it said"):
        st.code(first.text, language=None, wrap_lines=True)
    if not answered:
        _button("They answered", letter_answered, answer, kind="ask", on=answer.today)


def _again(answer: Asking) -> None:
    if answer.again_from is None:
        return
    if answer.second is not None and answer.second.sent_on is not None:
        show.markdown(
            f"Written once more on {answer.second.sent_on.day} {answer.second.sent_on:%B %Y}."
        )
        if answer.meeting.status == "requested":
            _button("No answer came", no_answer, answer)
    elif answer.today >= answer.again_from:
        _letter(answer, "second", answer.second)
    else:
        show.caption(
            "Without an answer you may write once more, from "
            f"{answer.again_from.day} {answer.again_from:%B} on."
        )


def _button(words: str, command: Callable[..., UUID], answer: Asking, **more: Any) -> None:
    more = {"interview_id": answer.meeting.interview_id, **more}
    key = command.__name__
    show.button(words, key=key, on_click=_noted, args=(command,), kwargs=more)


def _noted(command: Callable[..., UUID], **more: Any) -> None:
    press(PLACE, "Noted.", command, **more)
