"""The step "talk": time left, the present question, and a line of notes with every Enter."""

from collections.abc import Callable
from uuid import UUID

import streamlit as st

from lib.answers.carrying import Carried
from lib.answers.talking import Asking, Line, Talking, talking
from lib.answers.words import counted
from lib.commands.talking import add_line, begin_talk, end_talk, five_more, go_on, mark_line
from lib.filters import EVERYTHING
from lib.markdown import Markdown
from lib.meeting.marks import SIGNS
from lib.ui import show
from lib.ui.access.session import explorer
from lib.ui.last_press import last_press, press, press_quietly
from lib.ui.meeting.write_up import write_up
from lib.ui.reads import read, today
from lib.ui.scripts import script

PLACE = "talk"
SHOWN = 30
"""So many lines stand below the entry; all of them at Write up."""
LATELY = 5
"""So many lines may still be on their way out of the entry."""
NUDGE = 5
"""Minutes before the end."""


def talk_step(talk: Carried) -> None:
    """Time and question left, lines right; below each other on a telephone."""
    answer = read(talking, EVERYTHING, talk.meeting.interview_id)
    left, right = st.columns([5, 8], gap="large")
    with left:
        _time(answer)
        if answer.ended:
            write_up(talk)
        else:
            _question(answer)
    with right:
        _entry(answer)
        _lines(answer)


def _time(answer: Talking) -> None:
    if answer.ended:
        since = [answer.begun, answer.ended] if answer.begun else [answer.ended]
        hours = " to ".join(f"{moment:%H:%M}" for moment in since)
        show.markdown(Markdown(":material/check: You talked, {}.").format(hours))
    elif answer.begun and answer.ends:
        _clock(answer, int(answer.begun.timestamp()), int(answer.ends.timestamp()))
    else:
        frame = counted(answer.minutes, "minute")
        with st.container(horizontal=True, vertical_alignment="center"):
            _button("Begin", "begin", begin_talk, answer, "The time runs.")
            show.caption(Markdown("{}, from the press on").format(frame))


def _clock(answer: Talking, begun: int, ends: int) -> None:
    """Counted in the browser; the moment it began is in the database."""
    words = {
        "until": f"until {answer.ends:%H:%M}, as agreed",
        "left": "min left",
        "ask": "Ask whom else to meet.",
        "go": "Time to thank, and to go",
    }
    script("clock", {**words, "begun": begun, "ends": ends, "nudge": NUDGE})
    _button("Five more, they offered", "more", five_more, answer, "Five minutes more.", quiet=True)


def _button(
    words: str,
    name: str,
    command: Callable[..., UUID],
    answer: Talking,
    done: str,
    *,
    quiet: bool = False,
) -> None:
    show.button(
        words,
        key=f"talk_{name}",
        type="tertiary" if quiet else "secondary",
        on_click=_pressed,
        args=(done, command, answer.meeting.interview_id),
    )


def _question(answer: Talking) -> None:
    with st.container(border=True):
        if answer.ahead:
            _present(answer)
        elif answer.questions:
            st.markdown("Everything on the agenda was asked.")
        else:
            st.markdown("No agenda was made: the step Prepare proposes one.")
        with st.container(horizontal=True):
            if answer.ahead:
                item = answer.ahead[0][1]
                _go("Next question", item, skipped=False)
                _go("Skip", item, skipped=True)
            st.button(
                "Thank, and go",
                key="talk_end",
                type="tertiary",
                on_click=_end,
                args=(answer.meeting.interview_id,),
            )


def _present(answer: Talking) -> None:
    number, item = answer.ahead[0]
    minutes = f", {counted(item.minutes, 'minute')}" if item.minutes else ""
    show.caption(f"Question {number} of {len(answer.questions)}{minutes}")
    show.header(item.text, anchor=False)
    if len(answer.ahead) > 1:
        show.caption(f"Then: {answer.ahead[1][1].text}")


def _go(words: str, item: Asking, *, skipped: bool) -> None:
    show.button(
        words,
        key=f"talk_skip_{item.item_id}" if skipped else f"talk_next_{item.item_id}",
        type="tertiary" if skipped else "secondary",
        on_click=_go_on,
        args=(item.item_id, skipped),
    )


def _entry(answer: Talking) -> None:
    """In a container, or it would stick to the end of the page."""
    talk = answer.meeting.interview_id
    key = f"line_{talk}"
    topic = answer.ahead[0][1].topic if answer.ahead and answer.begun else ""
    with st.container():
        st.chat_input(
            "What they say, then Enter", key=key, on_submit=_add, args=(talk, key, topic or None)
        )


def _lines(answer: Talking) -> None:
    if answer.lines:
        _newest(answer.lines[0])
    last_press(PLACE)
    if older := answer.lines[1:SHOWN]:
        show.markdown(Markdown("\n\n").join([_said(line, badge=True) for line in older]))
    if (hidden := len(answer.lines) - SHOWN) > 0:
        show.caption(f"{counted(hidden, 'earlier line')} at Write up.")
    signs = ", ".join(f"{sign} {mark}" for sign, mark in SIGNS.items())
    show.caption(f"{counted(len(answer.lines), 'line')} saved. A first character marks: {signs}.")
    kept = "\n".join(line.text for line in answer.lines[:LATELY])
    script("half_typed", {"talk": str(answer.meeting.interview_id), "kept": kept})


def _newest(line: Line) -> None:
    show.markdown(_said(line, badge=False))
    key = f"mark_{line.note_id}_{line.mark}"
    show.pills(
        "What this line is about",
        list(SIGNS.values()),
        default=line.mark or None,
        key=key,
        on_change=_mark,
        args=(line.note_id, key),
        label_visibility="collapsed",
        wrap=True,
    )


def _said(line: Line, *, badge: bool) -> Markdown:
    at = Markdown(":gray[{}] ").format(line.at) if line.at else Markdown("")
    mark = Markdown(" :gray-badge[{}]").format(line.mark) if badge and line.mark else Markdown("")
    return at + Markdown("{}").format(line.text) + mark


def _add(interview_id: UUID, key: str, topic: str | None) -> None:
    line = {"typed": str(st.session_state[key] or ""), "topic": topic}
    press_quietly(PLACE, "Saved.", add_line, interview_id=interview_id, **line)


def _mark(note_id: str, key: str) -> None:
    mark = str(st.session_state[key] or "")
    press_quietly(PLACE, "Marked.", mark_line, note_id=explorer().real(note_id), mark=mark)


def _go_on(item_id: str, skipped: bool) -> None:
    done = "Skipped." if skipped else "Asked."
    real = explorer().real(item_id)
    press_quietly(PLACE, done, go_on, item_id=real, skipped=skipped)


def _end(interview_id: UUID) -> None:
    press(PLACE, "The talk ended.", end_talk, interview_id=interview_id, on=today())


def _pressed(done: str, command: Callable[..., UUID], interview_id: UUID) -> None:
    press_quietly(PLACE, done, command, interview_id=interview_id)
