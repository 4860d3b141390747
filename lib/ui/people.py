"""The people one knows: found, changed, made one, forgotten."""

from uuid import UUID

import pandas as pd
import streamlit as st
from pydantic import ValidationError

from lib.answers.words import counted
from lib.commands.forgetting import forget_person
from lib.commands.people import change_person, merge_people
from lib.errors import AppError, Conflict
from lib.filters import EVERYTHING
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.conversations import conversations_with, person
from lib.queries.people import people_known
from lib.records import PersonSaid
from lib.settings import read_settings
from lib.storage.backups import kept
from lib.storage.daily import HELD, days_of
from lib.text import fold
from lib.ui import show
from lib.ui.access.session import database, explorer
from lib.ui.reads import read
from lib.ui.record.state import let_go
from lib.ui.tables import table
from lib.ui.writes import saying, write

APPEARANCE = {
    "described": "described, without a name",
    "named": "by name, as they agreed",
    "off the record": "not at all: off the record",
}
TEXTS = {
    "name": "Name",
    "nicknames": "Nicknames",
    "role": "Role",
    "organisation": "Organisation",
    "email": "Email",
    "phone": "Phone",
    "profile_link": "Profile link",
    "description": "Described as",
}


def choose() -> str | None:
    """The person that is open, in the address."""
    known = {row["person_id"]: _label(row) for row in records(read(people_known, EVERYTHING))}
    chosen: str | None = show.selectbox(
        "Open somebody",
        list(known),
        None,
        key="person",
        bind="query-params",
        format_func=lambda one: known.get(one, one),
        placeholder="Type a name or an organisation",
    )
    return chosen


def everybody() -> None:
    """The list, as a table."""
    known = read(people_known, EVERYTHING)
    if known.empty:
        st.info("Nobody yet: people come with the first conversation.", icon=":material/group:")
        return
    shown = known[["person", "role", "organisation", "attribution", "held", "last_on"]]
    headings = ["Who", "Role", "Organisation", "Appears to a coach", "Conversations", "Last"]
    days = shown["last_on"].map(lambda day: "" if pd.isna(day) else f"{day.day} {day:%B %Y}")
    named = shown.assign(last_on=days.astype("str")).set_axis(headings, axis="columns")
    table(named, alt="Everybody you know, with role, organisation and conversations")


def twice() -> None:
    """Two of one name may be one person: asked, never decided."""
    known = read(people_known, EVERYTHING)
    named = known[known["name"] != ""]
    for _, same in named.groupby(named["name"].map(fold), sort=False):
        if len(same) > 1:
            first, *others = records(same)
            for other in others:
                _ask(first, other)


def _ask(first: Row, other: Row) -> None:
    with st.container(horizontal=True, border=True, vertical_alignment="center"):
        words = Markdown("Is {} the same person as {}?").format(_label(first), _label(other))
        show.markdown(words, width="stretch")
        st.button(
            "Make them one",
            key=f"same_{other['person_id']}",
            on_click=_merge,
            args=(first["person_id"], other["person_id"]),
        )


def one(chosen: str) -> None:
    """Everything about one person."""
    try:
        with database().read() as session:
            said = person(session, explorer(), explorer().real(chosen))
            talks = conversations_with(session, explorer(), said.id)
    except (AppError, ValueError):
        st.info("This person is not there any more.")
        return
    _talks(talks)
    _form(said)
    with st.container(horizontal=True):
        with st.popover("The same as somebody else", icon=":material/merge:"):
            _other(chosen)
        with st.popover("Forget this person", icon=":material/person_off:"):
            _forget(chosen)


def _talks(talks: pd.DataFrame) -> None:
    if talks.empty:
        st.caption("You have not talked yet.")
    for row in records(talks):
        held = row["held_on"]
        day: str = "" if pd.isna(held) else f", {held.day} {held:%B %Y}"
        status = "" if row["status"] == "held" else f" ({row['status']})"
        show.page_link(
            "pages/interviews/record.py",
            label=Markdown("{}{}{}").format(row["field"], day, status),
            icon=":material/forum:",
            query_params={"interview": row["interview_id"]},
        )


def _form(now: PersonSaid) -> None:
    """The fields as they were when the person was opened: what another window saved is not lost."""
    base = f"person_opened_{now.id}"
    opened: PersonSaid = st.session_state.setdefault(base, now)
    typed: dict[str, object] = {}
    with st.form(f"person_{now.id}"):
        with st.grid(2, min_column_width=260):
            for name, text in TEXTS.items():
                key = f"person_{now.id}_{name}"
                typed[name] = show.text_input(text, getattr(opened, name), key=key)
            typed["attribution"] = show.selectbox(
                *("How a coach may see them", list(APPEARANCE)),
                list(APPEARANCE).index(opened.attribution),
                format_func=lambda how: APPEARANCE[how],
                key=f"person_{now.id}_attribution",
            )
            typed["consent_on"] = st.date_input(
                "They agreed to their name on", opened.consent_on, key=f"person_{now.id}_consent"
            )
        typed["how_met"] = st.text_area(
            "How we met", opened.how_met, key=f"person_{now.id}_how_met"
        )
        pressed = st.form_submit_button("Save")
    if pressed:
        _save(opened, now, typed)


def _save(opened: PersonSaid, now: PersonSaid, typed: dict[str, object]) -> None:
    """Field by field; after a refusal the next press knows what is here, and overwrites it."""
    try:
        said = PersonSaid(**{**opened.model_dump(), **typed})
        write(change_person, said=said, opened=opened)
    except ValidationError as wrong:
        show.error(wrong.errors()[0]["msg"].removeprefix("Value error, "))
    except Conflict as changed:
        show.error(str(changed))
        st.session_state[f"person_opened_{now.id}"] = _met(opened, now, typed)
    except AppError as refused:
        show.error(str(refused))
    else:
        for key in [k for k in st.session_state if str(k).startswith(f"person_{now.id}_")]:
            del st.session_state[key]
        del st.session_state[f"person_opened_{now.id}"]
        st.session_state["said"] = ("done", "Saved.", None)
        st.rerun()


def _met(opened: PersonSaid, now: PersonSaid, typed: dict[str, object]) -> PersonSaid:
    """As it was opened, but for what was typed over: that is held against what is here now."""
    over = {name for name, value in typed.items() if value != getattr(opened, name)}
    return opened.model_copy(update={name: getattr(now, name) for name in over})


def _other(chosen: str) -> None:
    """Whom they are the same as: their conversations and words come here."""
    others = {
        row["person_id"]: _label(row)
        for row in records(read(people_known, EVERYTHING))
        if row["person_id"] != chosen
    }
    other = show.selectbox(
        *("Who is it?", list(others), None), format_func=lambda one: others.get(one, one)
    )
    if other:
        st.markdown("Their conversations come here, and they count as one person from then on.")
        st.button("Make them one", on_click=_merge, args=(chosen, other), key="merge_people")


def _merge(keep: str, other: str) -> None:
    me = explorer()
    keys = {"keep": me.real(keep), "other": me.real(other)}
    saying("They are one person now.", lambda: write(merge_people, **keys))


def _forget(chosen: str) -> None:
    """What goes, what stays, what still holds it; a tick before the press."""
    st.markdown(
        "Name, contacts, organisation, notes and quotes go for good, also from the history: this "
        "cannot be taken back. Unsaved drafts that name them go too, in every window, and so do "
        "sentences that name them in what you wrote of yourself, fields, decisions, skills and "
        "questions. Notes of other conversations that mention them stay as they are."
    )
    keep = st.checkbox("Keep what they said as figures of an unnamed person", value=True)
    copies = kept(read_settings().copies)
    if copies:
        listed = "; ".join(f"{name}, removed after {day.day} {day:%B %Y}" for name, day in copies)
        show.caption(
            f"{counted(len(copies), 'copy', 'copies')} of before still hold them: {listed}."
        )
    if days_of(read_settings().copies):
        show.caption(HELD)
    st.caption("Copies and exports that you made yourself hold them until you delete those.")
    sure = st.checkbox("I am sure")
    st.button(
        "Forget for good", disabled=not sure, key="forget", on_click=_forgotten, args=(chosen, keep)
    )


def _forgotten(chosen: str, keep: bool) -> None:
    person_id: UUID = explorer().real(chosen)

    def forget() -> None:
        let_go(write(forget_person, person_id=person_id, keep_findings=keep))

    saying("Forgotten.", forget)
    st.session_state["person"] = None


def _label(row: Row) -> str:
    parts = [row["person"], row["role"] if row["name"] else "", row["organisation"]]
    return " · ".join(dict.fromkeys(part for part in parts if part))
