"""Whom to ask next, and why; who introduced whom; how far one is with each conversation."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy.orm import Session

from lib import statistics
from lib.access.anchors import parsed
from lib.access.viewer import Explorer
from lib.answers.data_say import contradictions
from lib.filters import Filters
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.meeting.whom_next import Branch, FieldNow, Next, Suggested, ToAsk, tree, whom_next
from lib.queries.comments import comments
from lib.queries.coverage import topics_asked
from lib.queries.fields import fields
from lib.queries.voices import things_said
from lib.queries.whom_next import people_and_talks
from lib.words import TOPICS

UNDER_WAY = {"requested", "scheduled", "moved"}
CLOSED = {"declined", "cancelled", "no answer"}


@dataclass(frozen=True)
class Somebody:
    """One person of the tree: their latest conversation, or none yet."""

    person: str
    interview_id: str
    field: str
    status: str
    on: date | None


@dataclass(frozen=True)
class WhomNext:
    """The cards in order, the tree, and who everybody in it is."""

    cards: tuple[Next, ...]
    roots: tuple[Branch, ...]
    who: dict[str, Somebody]
    fields: tuple[FieldNow, ...]


def whom_to_ask(session: Session, viewer: Explorer, filters: Filters) -> WhomNext:
    """All of the screen; the current field and those put aside ask for nobody."""
    now = _fields(session, viewer, filters)
    talks: dict[str, list[Row]] = defaultdict(list)
    for row in records(people_and_talks(session, viewer, filters)):
        talks[row["person_id"]].append(row)
    names = {person: rows[0]["person"] for person, rows in talks.items()}
    source = {person: rows[0]["introduced_by_id"] for person, rows in talks.items()}
    people = [one for rows in talks.values() for one in _to_ask(rows, talks, names)]
    return WhomNext(
        cards=whom_next(people, now, _suggested(session, viewer, filters)),
        roots=tree(list(talks), {p: by for p, by in source.items() if by}),
        who={person: _latest(rows) for person, rows in talks.items()},
        fields=tuple(now),
    )


def _fields(session: Session, viewer: Explorer, filters: Filters) -> list[FieldNow]:
    """The open fields with what is missing in each."""
    asked = {
        (row["field_id"], row["topic"]): row["asked"]
        for row in records(topics_asked(session, viewer, filters))
    }
    said: dict[str, dict[str, list[Hashable]]] = defaultdict(lambda: defaultdict(list))
    for row in records(things_said(session, viewer, filters)):
        said[row["field_id"]][row["person_id"]].append(row["thing"])
    open_ones = [
        row
        for row in records(fields(session, viewer, filters))
        if row["kind"] != "current" and row["stage"] == "open"
    ]
    differ = _differ(session, viewer, filters, [row["field_id"] for row in open_ones])
    return [
        FieldNow(
            *(row["field_id"], row["field"], row["voices"]),
            tuple(topic for topic in TOPICS if not asked.get((row["field_id"], topic))),
            _teaches(list(said[row["field_id"]].values()), row["voices"]),
            tuple(differ[row["field_id"]]),
        )
        for row in open_ones
    ]


def _teaches(voices: list[list[Hashable]], people: int) -> float | None:
    return statistics.last_taught([*voices, *[[]] * (people - len(voices))])


def _differ(
    session: Session, viewer: Explorer, filters: Filters, open_ones: Sequence[str]
) -> dict[str, list[Markdown]]:
    """By field: its contradictions, the strongest first; a key names the field it is about."""
    found: dict[str, list[Markdown]] = defaultdict(list)
    for sentence in contradictions(session, viewer, filters):
        for field_id in {part for part in sentence.key.split("/") if part in open_ones}:
            found[field_id].append(sentence.words)
    return found


def _to_ask(rows: list[Row], talks: dict[str, list[Row]], names: dict[str, str]) -> list[ToAsk]:
    """One where nobody talked to them, nothing is under way, and they did not say no."""
    statuses = {row["status"] for row in rows}
    if statuses & (UNDER_WAY | CLOSED | {"held"}):
        return []
    first = rows[0]
    by = first["introduced_by_id"]
    field = next((row["field_id"] for row in rows if row["field_id"]), "")
    about = ", ".join(part for part in (first["role"], first["organisation"]) if part)
    return [
        ToAsk(
            *(first["person_id"], first["person"], about or first["how_met"]),
            (names[by],) if by in names else (),
            field or _field_of(talks.get(by, [])),
            next((row["interview_id"] for row in rows if row["interview_id"]), ""),
        )
    ]


def _field_of(rows: list[Row]) -> str:
    """The field that whoever introduced them spoke about last."""
    spoke = [row for row in rows if row["status"] == "held"]
    return max(spoke, key=lambda row: row["held_on"])["field_id"] if spoke else ""


def _suggested(session: Session, viewer: Explorer, filters: Filters) -> list[Suggested]:
    found = []
    for row in records(comments(session, viewer, filters)):
        if row["kind"] == "person to meet" and not row["resolved"] and not row["parent_id"]:
            place = parsed(row["anchor"])
            field = "" if place.kind == "interview" else place.identity
            found.append(Suggested(row["comment_id"], row["author"], row["text"], field))
    return found


def _latest(rows: list[Row]) -> Somebody:
    """With one person: the conversation that was held last, else the one that was begun last."""
    held = [row for row in rows if row["status"] == "held"]
    one = max(held, key=lambda row: row["held_on"]) if held else rows[-1]
    name = "held_on" if held else "planned_on"
    day: date | None = None if pd.isna(one[name]) else one[name].date()
    return Somebody(one["person"], one["interview_id"], one["field"], one["status"], day)
