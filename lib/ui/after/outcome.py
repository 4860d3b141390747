"""What a conversation led to: noted by kind and day, taken out again."""

from datetime import date
from typing import get_args
from uuid import UUID

import streamlit as st

from lib.answers.came_of_it import of_one_talk
from lib.answers.words import capital
from lib.commands import after
from lib.filters import EVERYTHING
from lib.frames import records
from lib.queries.conversations import people
from lib.ui import show
from lib.ui.access.session import database, explorer
from lib.ui.last_press import last_press, press
from lib.ui.reads import read, today
from lib.words import OutcomeKind

KINDS: tuple[OutcomeKind, ...] = get_args(OutcomeKind)


def outcome(interview_id: UUID) -> None:
    """What is noted, and one more by a kind and a day."""
    place = f"outcome/{interview_id}"
    with database().read() as session:
        noted = of_one_talk(session, explorer(), interview_id)
    st.header("What came of it", anchor=False)
    if not noted:
        st.caption("Nothing is noted yet. It may take weeks: what comes later is noted here too.")
    for outcome_id, words in noted:
        with st.container(horizontal=True, vertical_alignment="center"):
            show.markdown(capital(words), width="stretch")
            st.button(
                "Take out",
                icon=":material/close:",
                type="tertiary",
                key=f"{place}/{outcome_id}/out",
                on_click=_out,
                args=(place, outcome_id),
            )
    _one_more(place, interview_id)
    last_press(place)


def _one_more(place: str, interview_id: UUID) -> None:
    show.pills(
        "It led to",
        KINDS,
        format_func=str.capitalize,
        key=f"{place}/kind",
        wrap=True,
    )
    kind = st.session_state[f"{place}/kind"]
    if kind is None:
        return
    if kind == "introduction":
        show.selectbox(
            *("To whom", list(_known()), None),
            key=f"{place}/whom",
            accept_new_options=True,
            placeholder="Their name; somebody new stands in Whom next",
        )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        now, day = today(), "On which day"
        show.date_input(day, now, min_value=date(2000, 1, 1), max_value=now, key=f"{place}/day")
        st.text_input("In a few words, if you like", key=f"{place}/note", max_chars=after.LONGEST)
        st.button("Note it", key=f"{place}/add", on_click=_added, args=(place, interview_id))


def _added(place: str, interview_id: UUID) -> None:
    held = {name: st.session_state[f"{place}/{name}"] for name in ("kind", "day", "note")}
    came = {"kind": held["kind"] or "", "happened_on": held["day"], "note": held["note"]}
    if whom := st.session_state.get(f"{place}/whom"):
        known = _known().get(whom)
        came |= {"person_id": explorer().real(known)} if known else {"named": whom}
    if press(place, "Noted.", after.led_to, interview_id=interview_id, **came):
        st.session_state[f"{place}/kind"] = None
        st.session_state[f"{place}/note"] = ""


def _known() -> dict[str, str]:
    """Everybody known by name, each under words of their own."""
    labels: dict[str, str] = {}
    for row in records(read(people, EVERYTHING)):
        label = ", ".join(filter(None, (row["person"], row["role"], row["organisation"])))
        labels[f"{label} ({len(labels) + 1})" if label in labels else label] = row["person_id"]
    return labels


def _out(place: str, outcome_id: str) -> None:
    press(place, "Taken out.", after.take_out_outcome, outcome_id=UUID(outcome_id))
