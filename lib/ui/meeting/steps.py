"""Which conversation is open and which of its steps, both in the address; what is done is ticked.

A step is a line of `STEPS`: its name, whether it is done, and what draws it.
"""

from collections.abc import Callable
from uuid import UUID

import pandas as pd
import streamlit as st

from lib.answers.carrying import Carried, carried
from lib.errors import NotFound
from lib.filters import EVERYTHING
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.meeting import meetings
from lib.ui import show
from lib.ui.access.session import explorer
from lib.ui.after import outcome_step, thank_step
from lib.ui.meeting.ask import ask
from lib.ui.meeting.prepare import prepare
from lib.ui.meeting.talk import talk_step
from lib.ui.meeting.write_up import write_up
from lib.ui.reads import read

STEPS: dict[str, tuple[Callable[[Carried], bool], Callable[[Carried], None]]] = {
    "Ask": (lambda one: one.asked, ask),
    "Prepare": (lambda one: one.prepared, prepare),
    "Talk": (lambda one: one.talked, talk_step),
    "Write up": (lambda one: one.written_up, write_up),
    "Thank": (lambda one: one.thanked, thank_step),
    "Outcome": (lambda one: one.led_on, outcome_step),
}
ADDRESS, STEP = "talk", "step"
SETTINGS = {"office": "at the office", "video": "by video", "phone": "by telephone", "other": ""}


def asked_for() -> Carried | None:
    """The conversation that the address names; None, or a sentence, where there is none."""
    asked = st.query_params.get(ADDRESS)
    chosen = _real(asked) if asked else None
    try:
        return read(carried, EVERYTHING, chosen) if chosen else None
    except NotFound as gone:
        show.info(str(gone), icon=":material/info:")
        return None


def choose() -> None:
    """A box to open another conversation, by name, field or day."""
    labels = {_label(row): row["interview_id"] for row in records(read(meetings, EVERYTHING))}
    if labels:
        show.selectbox(
            "Open a conversation",
            list(labels),
            None,
            key="meeting_choice",
            placeholder="Type a name, a field or a day",
            on_change=_chosen,
            args=(labels,),
            width=420,
        )


def _chosen(labels: dict[str, str]) -> None:
    chosen = st.session_state["meeting_choice"]
    st.session_state["meeting_choice"] = None
    if chosen in labels:
        st.query_params.from_dict({ADDRESS: labels[chosen]})


def steps(talk: Carried) -> None:
    """What it is about and when, the bar, and the open step below it."""
    show.markdown(_about(talk))
    _, draw = STEPS[_bar(talk)]
    draw(talk)


def _bar(talk: Carried) -> str:
    """The steps, those done with a tick; the one that is open: as the address says, or the next."""
    done = {name for name, (is_done, _) in STEPS.items() if is_done(talk)}
    past = {"Prepare"} if talk.meeting.status == "held" else set()
    following = next((name for name in STEPS if name not in done | past), next(iter(STEPS)))
    asked = st.query_params.get(STEP, "")
    opened = asked if asked in STEPS else following
    key = f"step_{talk.meeting.interview_id}"
    chosen = show.segmented_control(
        "Steps",
        list(STEPS),
        default=opened,
        key=key,
        format_func=lambda name: f"✓ {name}" if name in done else name,
        label_visibility="collapsed",
        on_change=_go_to,
        args=(key,),
    )
    return str(chosen or opened)


def _go_to(key: str) -> None:
    if chosen := st.session_state[key]:
        st.query_params[STEP] = chosen


def _real(chosen: str) -> UUID | None:
    try:
        return explorer().real(chosen)
    except ValueError:
        return None


def _about(talk: Carried) -> Markdown:
    place = ", ".join(filter(None, (talk.meeting.role, talk.meeting.organisation)))
    when = ", ".join(filter(None, (talk.when, SETTINGS.get(talk.meeting.setting, ""))))
    parts = [part for part in (place, talk.meeting.field, when) if part]
    return Markdown("{}.").format(". ".join(parts))


def _label(row: Row) -> str:
    held = row["status"] == "held"
    day = row["held_on"] if held else row["planned_on"]
    said: str = "" if pd.isna(day) else f"{day.day} {day:%B %Y}"
    parts = [row["person"], row["field"], said, "" if held else row["status"]]
    return " · ".join(part for part in parts if part)
