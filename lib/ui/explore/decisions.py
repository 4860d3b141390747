"""The journal of decisions on a screen: what was decided, when and why; the explorer's alone."""

from datetime import date
from uuid import UUID

import streamlit as st

from lib.access.viewer import Share
from lib.answers.standing import standing
from lib.commands.decisions import decide, forget_decision
from lib.errors import AppError
from lib.filters import EVERYTHING
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.weighing import decisions
from lib.records import LONG
from lib.ui import show
from lib.ui.access.session import viewer
from lib.ui.reads import read, today
from lib.ui.writes import saying, write
from lib.words import STAGES

ALL = "all of them"
AS_IT_IS = "as it is"


def journal() -> None:
    """What was decided, the latest first, and a form for the next; nothing of it in a link."""
    if isinstance(viewer(), Share):
        return
    words = "What I decided, and why"
    opened = show.expander(words, key="journal", on_change="rerun", icon=":material/edit_note:")
    if not opened.open:
        return
    with opened:
        _next()
        for row in records(read(decisions, EVERYTHING)):
            _line(row)


def _next() -> None:
    fields = read(standing, EVERYTHING).fields
    with st.form("decision", border=False):
        with st.container(horizontal=True):
            about = show.selectbox("About", [ALL, *fields])
            stage = st.selectbox("From now on it is", [AS_IT_IS, *STAGES])
            day = st.date_input("Decided on", today())
        why = st.text_area("What I decided, and why", max_chars=LONG)
        pressed = st.form_submit_button("Write it down")
    if pressed:
        chosen = None if about == ALL else UUID(fields[about])
        _write(chosen, None if stage == AS_IT_IS else stage, day, why)


def _write(field_id: UUID | None, stage: str | None, day: date, why: str) -> None:
    try:
        write(decide, why=why, decided_on=day, field_id=field_id, stage=stage)
    except AppError as error:
        show.error(str(error), icon=":material/error:")
    else:
        st.session_state["said"] = ("done", "Written down.", None)
        st.rerun()


def _line(row: Row) -> None:
    about = Markdown(" · {}").format(row["field"]) if row["field"] else ""
    stage = f", from then on {row['stage']}" if row["stage"] else ""
    with st.container(horizontal=True, vertical_alignment="center"):
        show.markdown(
            Markdown("**{0.day} {0:%B %Y}**{1}{2}  \n{3}").format(
                row["decided_on"], about, stage, row["why"]
            ),
            width="stretch",
        )
        st.button(
            "Remove",
            key=f"decision_{row['decision_id']}",
            help="Take it out of the journal; the field stays where it stands",
            on_click=_forget,
            args=(row["decision_id"],),
            type="tertiary",
        )


def _forget(decision_id: str) -> None:
    saying("Removed.", lambda: write(forget_decision, decision_id=UUID(decision_id)))
