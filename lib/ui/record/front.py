"""The way to a form: a new one, one that was left unfinished, one of the list."""

from typing import Any

import pandas as pd
import streamlit as st

from lib.commands.drafts import drop_draft
from lib.figures import clock
from lib.filters import EVERYTHING
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.conversations import conversations
from lib.ui import show
from lib.ui.access.session import current
from lib.ui.reads import read
from lib.ui.record.leaving import take_back_removal
from lib.ui.record.opening import go_on_with, go_to, unfinished
from lib.ui.record.state import ALONG, Form
from lib.ui.writes import saying, write

LATEST = 10
BEGINNINGS = (
    ("new", "New conversation", ":material/add:"),
    ("paste", "Paste notes", ":material/content_paste:"),
)


def ways_on(form: Form | None) -> None:
    """Open another one by typing, or begin one."""
    rows = records(read(conversations, EVERYTHING))
    labels = {_label(row): row["interview_id"] for row in rows}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if labels:
            show.selectbox(
                "Open a conversation",
                list(labels),
                None,
                key="record_choice",
                placeholder="Type a name, a field or a day",
                on_change=_chosen,
                args=(labels,),
                width=420,
            )
        if form is None or not form.is_new or form.dirty:
            for start, label, icon in BEGINNINGS:
                show.button(label, icon=icon, on_click=go_to, args=("start", start))
        if form is not None and not form.is_new:
            show.page_link(
                "pages/interviews/conversation.py",
                label="All steps of this conversation",
                icon=":material/checklist:",
                query_params={"talk": form.identity},
            )
    _removed()


def offers(form: Form | None) -> None:
    """What was left unfinished: go on with it, or throw it away."""
    if form is not None and form.is_new and form.dirty:
        return
    left = unfinished(form.identity if form is not None and not form.is_new else "")
    made_along: list[str] = st.session_state.get(ALONG, [])
    if form is not None and not form.is_new and made_along:
        left += [other for other in unfinished() if other.draft in made_along]
    for other in left[:5]:
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            what = _about(other.content)
            show.markdown(f"You left this unfinished {_when(other)}: {what}.", width="stretch")
            more: dict[str, Any] = {"args": (other,)}
            show.button("Continue", f"go_on_{other.key}", on_click=go_on_with, **more)
            show.button("Throw away", f"drop_{other.key}", on_click=_drop, type="tertiary", **more)


def first_messages(form: Form) -> None:
    """The people who were named and are ideas now: a first message to each is a press away."""
    with st.container(horizontal=True):
        for talk, name in form.to_ask:
            show.page_link(
                "pages/interviews/conversation.py",
                label=Markdown("First message to {}").format(name),
                icon=":material/mail:",
                query_params={"talk": talk, "step": "Ask"},
            )


def the_list() -> None:
    """The latest conversations, each one press away; a sentence where there is none."""
    rows = read(conversations, EVERYTHING)
    if rows.empty:
        st.info(
            "No conversations yet. Begin with one you remember, or paste the notes you took.",
            icon=":material/forum:",
        )
        return
    st.subheader("The latest", anchor=False)
    with st.container(gap=None):
        for row in records(rows.head(LATEST)):
            show.button(
                _label(row),
                key=f"open_{row['interview_id']}",
                type="tertiary",
                on_click=go_to,
                args=("interview", row["interview_id"]),
            )
    if len(rows) > LATEST:
        show.caption(f"{len(rows):,} in all: type above to find the others.")


def sample_badge(form: Form) -> None:
    """Say so where the open conversation is one of the invented ones."""
    rows = read(conversations, EVERYTHING)
    if rows.loc[rows["interview_id"] == form.identity, "sample"].any():
        st.badge("Sample: an invented person", icon=":material/science:", color="gray")


def _label(row: Row) -> str:
    held = row["status"] == "held"
    day = row["held_on"] if held else row["planned_on"]
    parts = [row["person"], row["field"], "" if pd.isna(day) else f"{day.day} {day:%B %Y}"]
    parts += ["" if held else row["status"], "sample" if row["sample"] else ""]
    return " · ".join(part for part in parts if part)


def _chosen(labels: dict[str, str]) -> None:
    chosen = st.session_state["record_choice"]
    st.session_state["record_choice"] = None
    if chosen in labels:
        go_to("interview", labels[chosen])


def _about(content: dict[str, Any]) -> str:
    said = sum(len(value) for value in content.values() if isinstance(value, list))
    names = [content["person"]["name"], content["field"]]
    parts = [name for name in names if name] or ["a new conversation"]
    return f"{', '.join(parts)} ({said} lines and findings)" if said else ", ".join(parts)


def _when(form: Form) -> str:
    if form.since is None:
        return ""
    here = form.since.astimezone(clock(current().zone))
    return f"on {here.day} {here:%B at %H:%M}"


def _drop(form: Form) -> None:
    saying("Thrown away.", write, drop_draft, form.draft)


def _removed() -> None:
    if "record_removed" not in st.session_state:
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown("The conversation is removed.", width="stretch")
        st.button("Undo", icon=":material/undo:", key="undo_removal", on_click=take_back_removal)
