"""What was promised, with days, ticked off where it stands."""

from datetime import date
from uuid import UUID

import streamlit as st

from lib.answers.thanks import Promise, ToThank
from lib.commands import after
from lib.markdown import Markdown
from lib.ui import show
from lib.ui.last_press import last_press, press
from lib.ui.reads import today

KINDS = {
    **{"introduction": "Write to somebody they named", "send something": "Send something"},
    **{"check in": "Tell them what came of it", "next step": "Something else"},
}


def promises(interview_id: UUID, found: ToThank) -> None:
    """A tick and a day each; one more at the end."""
    place = f"promises/{interview_id}"
    st.header("What I promised", anchor=False)
    for one in found.promises:
        _line(place, one)
    if not found.promises:
        st.caption("Nothing so far: an introduction to follow, something to send, a word later on.")
    with st.expander("Add a promise", icon=":material/add:", key=f"{place}/more"):
        _one_more(place, interview_id)
    last_press(place)


def _line(place: str, one: Promise) -> None:
    late = one.due_on is not None and one.due_on < today() and not one.done_on
    day = Markdown("{0:%a} {0.day} {0:%b}").format(one.due_on) if one.due_on else Markdown("no day")
    with st.container(horizontal=True, vertical_alignment="center"):
        key = f"{place}/{one.follow_up_id}"
        st.session_state[key] = one.done_on is not None
        show.checkbox(
            one.text or KINDS.get(one.kind, one.kind),
            key=key,
            on_change=_ticked,
            args=(place, one.follow_up_id),
            wrap=True,
            width="stretch",
        )
        show.markdown(Markdown(":orange[{}]").format(day) if late else day)
        st.button(
            "Take out",
            icon=":material/close:",
            type="tertiary",
            key=f"{key}/out",
            on_click=_out,
            args=(place, one.follow_up_id),
        )


def _ticked(place: str, follow_up_id: str) -> None:
    on = today() if st.session_state[f"{place}/{follow_up_id}"] else None
    words = "Done." if on else "Open again."
    press(place, words, after.done, follow_up_id=UUID(follow_up_id), on=on)


def _out(place: str, follow_up_id: str) -> None:
    press(place, "Taken out.", after.take_out_promise, follow_up_id=UUID(follow_up_id))


def _one_more(place: str, interview_id: UUID) -> None:
    st.selectbox("What kind", list(KINDS), format_func=KINDS.__getitem__, key=f"{place}/kind")
    st.text_input("In a few words", key=f"{place}/text", max_chars=after.LONGEST)
    st.date_input("By when", value=None, key=f"{place}/day", min_value=date(2000, 1, 1))
    st.button("Add", key=f"{place}/add", on_click=_added, args=(place, interview_id))


def _added(place: str, interview_id: UUID) -> None:
    owed = {name: st.session_state[f"{place}/{name}"] for name in ("kind", "text")}
    due_on = st.session_state[f"{place}/day"]
    about = {"interview_id": interview_id, "due_on": due_on}
    if press(place, "Noted.", after.promise, **owed, **about):
        st.session_state[f"{place}/text"] = ""
        st.session_state[f"{place}/day"] = None
