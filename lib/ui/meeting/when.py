"""When and where: day, hour and zone of their clock, how long, and the calendar file."""

from calendar import day_abbr
from datetime import datetime, time, timedelta
from functools import partial
from uuid import UUID

import streamlit as st

from lib.access.viewer import Explorer
from lib.answers.carrying import Carried
from lib.answers.settled import Settled, settled
from lib.commands.settling import FURTHEST, call_off, handed_out, set_hours, settle
from lib.figures import clock_of
from lib.filters import EVERYTHING
from lib.markdown import Markdown
from lib.meeting.hours import in_words
from lib.meeting.when import LONGEST, SHORTEST, comes_twice
from lib.ui import show
from lib.ui.access.session import database, explorer, while_it_holds
from lib.ui.last_press import last_press, press
from lib.ui.meeting.month import calendar_of_the_month
from lib.ui.reads import read, today

PLACE = "when"
ASKED = "asked"
SETTINGS = {"office": "at their office", "video": "by video", "phone": "by telephone",
            "other": "elsewhere", "": "not said yet"}  # fmt: skip
WHICH = {False: "the first, before the clocks go back", True: "the second, after"}
DAYS = dict(enumerate(day_abbr, 1))


def when_and_where(talk: Carried) -> None:
    """The form, what it clashes with, and the file to send along."""
    now = read(settled, EVERYTHING, talk.meeting.interview_id)
    st.header("When and where", anchor=False)
    _form(now)
    _their_hours(now)
    with st.expander("The month"):
        calendar_of_the_month(f"{now.meeting.interview_id}", _begins(now).date())
    last_press(PLACE)
    _warnings(now)
    if now.file:
        _file(now)


def _form(now: Settled) -> None:
    begins = _begins(now)
    with st.form(f"when_{now.meeting.interview_id}"):
        with st.grid(3, min_column_width=180):
            day = show.date_input("Day", begins.date())
            hour = st.time_input("Hour, by their clock", begins.time(), step=900)
            minutes = show.number_input(
                "Minutes", SHORTEST, LONGEST, _within(now.meeting.minutes or 30), 5
            )
            zone = show.text_input("Time zone there", now.zone, max_chars=64)
            setting = show.selectbox(
                *("How you meet", list(SETTINGS), list(SETTINGS).index(now.meeting.setting)),
                format_func=SETTINGS.__getitem__,
            )
            where = show.text_input("Place, number or link", now.meeting.place, max_chars=200)
            way = show.number_input(
                *("Minutes of the way, each way", 0, FURTHEST, now.meeting.travel or 0, 5),
                help="Counted before and after where you go there; by video or telephone it is 0.",
            )
        second = _which(now, datetime.combine(day, hour), zone)
        if st.form_submit_button("It is agreed") and second is not ASKED:
            said = {"day": day, "hour": hour, "zone": zone, "minutes": int(minutes)}
            there = {"setting": setting, "location": where, "travel": int(way), "second": second}
            to = now.meeting.interview_id
            press(PLACE, "The day stands.", settle, interview_id=to, **said, **there)
            st.rerun()


def _which(now: Settled, wall: datetime, zone: str) -> bool | str | None:
    """Of two hours of the same name the one that is meant; None where there is one alone.

    ASKED as long as nobody said: the box stands in the form then, and nothing is kept.
    """
    there = clock_of(zone)
    if there is None or not comes_twice(wall.replace(tzinfo=there)):
        return None
    known = now.meeting.starts_at == f"{wall:%Y-%m-%dT%H:%M}"
    chosen = show.segmented_control(
        Markdown("{:%H:%M} comes twice that night. Which one?").format(wall),
        list(WHICH),
        default=bool(now.meeting.fold) if known else None,
        format_func=WHICH.__getitem__,
        key=f"which_{now.meeting.interview_id}_{wall:%Y%m%d%H%M}",
    )
    return ASKED if chosen is None else bool(chosen)


def _their_hours(now: Settled) -> None:
    """When the host works: what is proposed to them lies within it."""
    meeting, hours = now.meeting, now.meeting.hours
    with (
        show.expander(f"Their working day: {in_words(hours)}"),
        st.form(f"hours_{meeting.interview_id}", border=False),
    ):
        with st.grid(3, min_column_width=180):
            begins = st.time_input("From", hours.begins, step=900)
            ends = st.time_input("To", hours.ends, step=900)
            zone = show.text_input("Their time zone", meeting.their_zone or now.zone, max_chars=64)
        days = show.pills(
            *("On", list(DAYS)),
            selection_mode="multi",
            default=sorted(hours.days),
            format_func=DAYS.__getitem__,
        )
        if st.form_submit_button("Keep their hours"):
            when = {"begins": begins, "ends": ends, "days": days, "zone": zone}
            press(PLACE, "Kept.", set_hours, person_id=meeting.person_id, **when)
            st.rerun()


def _begins(now: Settled) -> datetime:
    try:
        return datetime.fromisoformat(now.meeting.starts_at or "")
    except ValueError:
        day = now.meeting.planned_on or today() + timedelta(days=7)
        return datetime.combine(day, time(10))


def _within(minutes: int) -> int:
    return min(max(minutes, SHORTEST), LONGEST)


def _warnings(now: Settled) -> None:
    if now.clashing:
        words = f"At the same time: {', '.join(now.clashing)} (the way there and back counted)."
        show.warning(words, icon=":material/event_busy:")
    if now.outside:
        hours = in_words(now.meeting.hours)
        show.caption(f"Outside their working day ({hours}): ask whether that suits them.")


def _file(now: Settled) -> None:
    with st.container(horizontal=True):
        words = "Calendar file that calls it off" if now.cancelled else "Calendar file"
        show.download_button(
            words,
            while_it_holds(partial(_handed_out, explorer(), now.meeting.interview_id)),
            "talk.ics",
            "text/calendar",
            key="event_file",
            on_click="ignore",
            icon=":material/event:",
        )
        if now.meeting.status == "scheduled":
            for again, said in ((True, "Moved: find another day"), (False, "Called off")):
                show.button(
                    said,
                    key=f"off_{again}",
                    type="tertiary",
                    on_click=_off,
                    args=(now.meeting.interview_id, again),
                )


def _handed_out(me: Explorer, interview_id: UUID) -> bytes:
    """The file as it is at the press; what was in it is remembered, for the next one's number."""
    with database().write() as session:
        now = settled(session, me, EVERYTHING, interview_id)
        handed_out(session, me, interview_id=interview_id, digest=now.digest)
        return settled(session, me, EVERYTHING, interview_id).file


def _off(interview_id: UUID, again: bool) -> None:
    press(PLACE, "Noted.", call_off, interview_id=interview_id, again=again)
