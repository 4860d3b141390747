"""How far each conversation is, in five columns, and what it waits for."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.due import TOO_LATE
from lib.filters import Filters
from lib.frames import Row, records
from lib.queries.after import letters_sent
from lib.queries.explorer import profile, today
from lib.queries.whom_next import people_and_talks

COLUMNS = ("To ask", "Asked", "Planned", "Talked", "Complete")
STANDS_IN = {
    **{"idea": "To ask", "requested": "Asked", "no answer": "Asked"},
    **{"scheduled": "Planned", "moved": "Planned"},
}


@dataclass(frozen=True)
class Card:
    """One conversation; `late`: it waits for the explorer."""

    interview_id: str
    person: str
    field: str
    status: str
    on: date | None
    words: str
    late: bool


def board(session: Session, viewer: Explorer, filters: Filters) -> dict[str, tuple[Card, ...]]:
    """By column: what is next first, what was last held first; declined and cancelled are left."""
    now = today(profile(session, viewer).zone)
    thanked = set(letters_sent(session, viewer, filters)["interview_id"])
    found: dict[str, list[Card]] = {name: [] for name in COLUMNS}
    for row in records(people_and_talks(session, viewer, filters)):
        if row["status"] == "held":
            open_still = row["interview_id"] not in thanked
            recent = now - row["held_on"].date() <= TOO_LATE
            name = "Talked" if open_still and recent else "Complete"
            found[name].append(_card(row, now, thanked=not open_still))
        elif row["status"] in STANDS_IN:
            found[STANDS_IN[row["status"]]].append(_card(row, now))
    for name, cards in found.items():
        cards.sort(key=lambda one: (one.on is None, one.on or now), reverse=name == "Complete")
    return {name: tuple(cards) for name, cards in found.items()}


def _card(row: Row, now: date, *, thanked: bool = False) -> Card:
    name = "held_on" if row["status"] == "held" else "planned_on"
    on: date | None = None if pd.isna(row[name]) else row[name].date()
    words, late = _waits_for(row["status"], on, now)
    who = (row["interview_id"], row["person"], row["field"], row["status"])
    return Card(*who, on, words, late and not thanked)


def _waits_for(status: str, on: date | None, now: date) -> tuple[str, bool]:
    day = f"{on:%a} {on.day} {on:%b}" if on else ""
    match status:
        case "held" if on and now - on <= TOO_LATE:
            return f"talked on {day}", now - on > timedelta(days=1)
        case "held":
            return f"talked in {on:%B %Y}" if on else "talked", False
        case "scheduled" if on and on < now:
            return f"was planned for {day}", True
        case "scheduled":
            return day or "no day yet", not day
        case "moved":
            return "waits for another day", True
        case "no answer":
            return "no answer", False
        case "requested":
            return f"asked, for {day}" if day else "asked", False
        case _:
            return "", False
