"""What is due, as a short list, each done with one press; nothing where nothing is."""

from datetime import timedelta
from uuid import UUID

import streamlit as st

from lib.answers.due import Due, due, waiting
from lib.answers.words import counted
from lib.commands import after
from lib.commands.comments import resolve_comment
from lib.commands.links import extend_link
from lib.filters import EVERYTHING, Filters
from lib.markdown import Markdown, bold
from lib.queries.explorer import closed_on
from lib.ui import show
from lib.ui.after import sent
from lib.ui.last_press import last_press, press
from lib.ui.reads import read, today
from lib.ui.settings.search_over import closed_line
from lib.ui.writes import saying, write

FIRST = 6
LONGER = 90
"""Days that a link is open for again."""
_OPEN = f"It is open for {LONGER} days."
LABELS = {
    **{"talk": "It was held", "letter": "Sent", "promise": "Done", "suggestion": "Done"},
    "link": f"Open {LONGER} days more",
}


def overview_title() -> str:
    """Overview in the navigation, with how much is due by today."""
    due_now = read(waiting, EVERYTHING)
    return f"Overview · {due_now} due" if due_now else "Overview"


def what_is_due(filters: Filters) -> None:
    """A line each with its day, the longest overdue first, that opens the conversation.

    Above it, where that is so, that the search is closed.
    """
    since = read(closed_on, EVERYTHING)
    if since:
        closed_line(since)
    found = read(due, filters)
    if found:
        with st.container(border=True, gap="xsmall"):
            st.subheader("What is due?", anchor=False)
            for one in found[:FIRST]:
                _line(one)
            if found[FIRST:]:
                _rest(found[FIRST:])
    last_press("due")


def _rest(found: tuple[Due, ...]) -> None:
    """Drawn when it is opened: each line costs a link and a button."""
    more = show.expander(counted(len(found), "more", "more"), key="due_more", on_change="rerun")
    if more.open:
        with more:
            for one in found:
                _line(one)


def _line(one: Due) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        day = Markdown(":orange[{}]").format(bold(_day(one))) if one.overdue else bold(_day(one))
        show.markdown(Markdown("{}  \n{}").format(day, one.words), width="stretch")
        about = {"talk": one.interview_id} if one.interview_id else None
        if about and one.step:
            about["step"] = one.step
        st.page_link(one.page, label="Open", query_params=about)
        if one.press:
            show.button(
                LABELS[one.press],
                key=f"due_{one.press}_{one.of}",
                icon=":material/check:",
                on_click=_pressed,
                args=(one,),
            )


def _pressed(one: Due) -> None:
    of, now = UUID(one.of), today()
    match one.press:
        case "talk":
            day = one.on or now
            press("due", "It was held.", after.was_held, interview_id=of, on=day)
        case "letter":
            sent("due", of)
        case "promise":
            press("due", "Done.", after.done, follow_up_id=of, on=now)
        case "suggestion":
            press("due", "Done.", resolve_comment, comment_id=of, resolved=True)
        case "link":
            saying(_OPEN, _open_longer, of)


def _open_longer(link_id: UUID) -> None:
    write(extend_link, link_id=link_id, days=LONGER)


def _day(one: Due) -> str:
    if one.on is None:
        return "No day set"
    now = today()
    near = {now: "Today", now + timedelta(days=1): "Tomorrow"}
    year = "" if one.on.year == now.year else f" {one.on.year}"
    day = near.get(one.on, f"{one.on:%a} {one.on.day} {one.on:%B}{year}")
    return f"Overdue, {day}" if one.overdue else day
