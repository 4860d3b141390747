"""The calendar of one month: its weeks, and the talks in it by day and hour."""

from calendar import Calendar, day_abbr
from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.hours import USUAL, Hour, all_hours
from lib.filters import EVERYTHING, Filters
from lib.markdown import Markdown


@dataclass(frozen=True)
class Month:
    """`table` has a day in each cell, with a dot for each talk; `talks` are told below it."""

    first: date
    table: Markdown
    talks: tuple[Hour, ...]


def month(session: Session, viewer: Explorer, filters: Filters, first: date) -> Month:
    """The month that begins on that day, by the explorer's clock."""
    talks = tuple(
        one
        for one in all_hours(session, viewer, EVERYTHING)
        if (one.day.year, one.day.month) == (first.year, first.month)
    )
    return Month(first, _table(first, Counter(one.day for one in talks)), talks)


def _table(first: date, talks: Counter[date]) -> Markdown:
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    rows: list[list[str]] = [list(day_abbr), [Markdown(":-:")] * 7]
    rows += [[_cell(day, first, talks[day]) for day in week] for week in weeks]
    return Markdown("\n").join(
        [Markdown("| {} |").format(Markdown(" | ").join(row)) for row in rows]
    )


def _cell(day: date, first: date, talks: int) -> Markdown:
    if day.month != first.month:
        return Markdown(" ")
    if not talks:
        return Markdown("{}").format(day.day)
    return Markdown("**{} {}**").format(day.day, "•" * min(talks, 3))


def in_words(one: Hour) -> str:
    """When it is on the explorer's clock, with whom, and how far it is; there, where it differs."""
    who = f"{one.person}, {one.field}"
    day = f"{one.day:%a} {one.day.day} {one.day:%b}"
    state = "talked" if one.status == "held" else "planned"
    if one.here is None or one.at is None:
        return f"{day}: {who} ({state})"
    ends = one.minutes or USUAL
    there = f", {one.at:%H:%M} there" if one.at.utcoffset() != one.here.utcoffset() else ""
    return f"{day}, {one.here:%H:%M}, {ends} min: {who} ({state}{there})"
