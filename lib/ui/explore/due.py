"""What is due, as a short list, each done with one press; nothing where nothing is."""

from datetime import datetime, timedelta
from uuid import UUID

import streamlit as st

from lib.answers.due import due, waiting
from lib.answers.due_talks import Due
from lib.answers.words import counted
from lib.commands import after
from lib.commands.comments import resolve_comment
from lib.commands.letters import no_answer
from lib.commands.links import extend_link
from lib.commands.moving import move_to
from lib.filters import EVERYTHING
from lib.ids import now
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
    **{"notes": "Write it down", "asked": "I have asked", "request": "No answer came"},
    "link": f"Open {LONGER} days more",
}
OFTEN = 5
"""Minutes: so soon after a talk its notes are asked for."""


def overview_title() -> str:
    """Overview in the navigation, with how much is due by today."""
    due_now = read(waiting, EVERYTHING, _lately())
    return f"Overview · {due_now} due" if due_now else "Overview"


def what_is_due() -> None:
    """What is due by today, as many as the navigation says, and what is ahead; a line each.

    Whatever is looked at: no filter makes anything less due. Above it, where that is so, that the
    search is closed.
    """
    since = read(closed_on, EVERYTHING)
    if since:
        closed_line(since)
    found = read(due, EVERYTHING, _lately())
    if found:
        by_today = [one for one in found if one.now]
        ahead = [one for one in found if not one.now]
        with st.container(border=True, gap="xsmall"):
            heading = Markdown("What is due?")
            if by_today:
                heading += Markdown(" :small[{} by today]").format(len(by_today))
            show.subheader(heading, anchor=False)
            _lines(by_today, "due_more")
            if ahead:
                st.caption("Ahead")
                _lines(ahead, "ahead_more")
    last_press("due")


def _lately() -> datetime:
    """The moment, in steps: what was read stays good for so long."""
    moment = now()
    return moment.replace(minute=moment.minute // OFTEN * OFTEN, second=0, microsecond=0)


def _lines(found: list[Due], key: str) -> None:
    """The first ones; the rest when it is opened: each line costs a link and a button."""
    for one in found[:FIRST]:
        _line(one)
    if not found[FIRST:]:
        return
    more = show.expander(counted(len(found) - FIRST, "more", "more"), key=key, on_change="rerun")
    if more.open:
        with more:
            for one in found[FIRST:]:
                _line(one)


def _line(one: Due) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        day = Markdown(":orange[{}]").format(bold(_day(one))) if one.overdue else bold(_day(one))
        show.markdown(Markdown("{}  \n{}").format(day, one.words), width="stretch")
        about = {"talk": one.interview_id} if one.interview_id else None
        if about and one.step:
            about["step"] = one.step
        st.page_link(one.page, label="Open", query_params=about)
        if one.press == "notes":
            if show.button(LABELS["notes"], key=f"due_notes_{one.of}", icon=":material/edit_note:"):
                _write_it_down(one)
        elif one.press:
            show.button(
                LABELS[one.press],
                key=f"due_{one.press}_{one.of}",
                icon=":material/check:",
                on_click=_pressed,
                args=(one,),
            )


def _write_it_down(one: Due) -> None:
    """It was held, and its notes open."""
    write(after.was_held, interview_id=UUID(one.of), on=one.on or today())
    about = {"talk": one.interview_id, "step": one.step}
    st.switch_page(one.page, query_params=about)


def _pressed(one: Due) -> None:
    of = UUID(one.of)
    match one.press:
        case "talk":
            day = one.on or today()
            press("due", "It was held.", after.was_held, interview_id=of, on=day)
        case "asked":
            press("due", "Asked.", move_to, interview_id=of, status="requested")
        case "request":
            press("due", "No answer came.", no_answer, interview_id=of)
        case "letter":
            sent("due", of)
        case "promise":
            press("due", "Done.", after.done, follow_up_id=of, on=today())
        case "suggestion":
            press("due", "Done.", resolve_comment, comment_id=of, resolved=True)
        case "link":
            saying(_OPEN, _open_longer, of)


def _open_longer(link_id: UUID) -> None:
    write(extend_link, link_id=link_id, days=LONGER)


def _day(one: Due) -> str:
    if one.on is None:
        return "No day set"
    day = today()
    near = {day: "Today", day + timedelta(days=1): "Tomorrow"}
    year = "" if one.on.year == day.year else f" {one.on.year}"
    words = near.get(one.on, f"{one.on:%a} {one.on.day} {one.on:%B}{year}")
    return f"Overdue, {words}" if one.overdue else words
