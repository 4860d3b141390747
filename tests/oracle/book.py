"""An export as the definitions see it: who was heard in which field, was asked what, said what."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

Row = dict[str, Any]
Voice = tuple[str, str]
"""A person within one field."""

KINDS = {
    "skill_findings": "skills",
    "training_findings": "training",
    "salary_findings": "pay",
    "aspect_findings": "day to day",
    "step_findings": "path",
    "outlook_findings": "outlook",
}
"""The lists of what was said, with the topic of each."""


@dataclass(frozen=True)
class View:
    """What the reader looks at; `link` leaves out private findings and people off the record."""

    today: date
    fields: frozenset[str] | None = None
    since: date | None = None
    until: date | None = None
    link: bool = False
    threshold: int = 1


@dataclass(frozen=True)
class Said:
    """One finding: its row, the conversation's row, and the day."""

    kind: str
    row: Row
    interview: Row
    day: date

    @property
    def voice(self) -> Voice:
        return self.row["person_id"], self.row["field_id"]

    @property
    def person(self) -> str:
        return str(self.row["person_id"])

    @property
    def field(self) -> str:
        return str(self.row["field_id"])


def fold(text: str) -> str:
    """The form in which two spellings are one."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True)
class Book:
    """Voice, Asked: the rows of the export that a view leaves."""

    export: Row
    view: View
    hidden: frozenset[str] = field(default=frozenset())
    """Ids of findings that read as no answer, whoever said them being asked all the same."""

    def rows(self, name: str) -> list[Row]:
        return list(self.export.get(name, []))

    @cached_property
    def explorer(self) -> Row:
        return dict(self.export["explorer"])

    @cached_property
    def fields(self) -> dict[str, Row]:
        """The fields that the view leaves, by id."""
        kept = self.view.fields
        return {f["id"]: f for f in self.rows("fields") if kept is None or f["id"] in kept}

    @cached_property
    def off_the_record(self) -> frozenset[str]:
        """Those who count nowhere in a link."""
        rows = self.rows("people") if self.view.link else []
        return frozenset(p["id"] for p in rows if p["attribution"] == "off the record")

    @cached_property
    def talks(self) -> list[Row]:
        """Held conversations within the days of the view, of any field, the earliest first."""
        found = [
            i
            for i in self.rows("interviews")
            if i["status"] == "held"
            and i["person_id"] not in self.off_the_record
            and within(date.fromisoformat(i["held_on"]), self.view)
        ]
        return sorted(found, key=lambda i: (i["held_on"], i["id"]))

    @cached_property
    def held(self) -> list[Row]:
        """Held conversations of the view's fields."""
        return [i for i in self.talks if i["field_id"] in self.fields]

    @cached_property
    def everything(self) -> list[Said]:
        """All that was said and may be read, the earliest first, withheld answers included."""
        talks = {i["id"]: i for i in self.talks}
        found = [
            Said(kind, row, talks[row["interview_id"]], day_of(talks[row["interview_id"]]))
            for kind in KINDS
            for row in self.rows(kind)
            if row["interview_id"] in talks
            and row["field_id"] in self.fields
            and row["person_id"] not in self.off_the_record
            and not (self.view.link and row["private"])
        ]
        return sorted(found, key=lambda s: (s.day, s.interview["id"], s.row["id"]))

    def said(self, kind: str, field_id: str | None = None) -> list[Said]:
        """What was said of one kind, in one field or in all; the earliest first."""
        return [
            s
            for s in self.everything
            if s.kind == kind and s.row["id"] not in self.hidden and field_id in (None, s.field)
        ]

    @cached_property
    def voices(self) -> set[Voice]:
        """Voice: who was heard about a field, in a conversation about it or in an aside."""
        own = {(i["person_id"], i["field_id"]) for i in self.held}
        return own | {s.voice for s in self.everything}

    def people(self, field_id: str | None = None) -> set[str]:
        """Everybody heard about the field, or about any."""
        return {person for person, of in self.voices if field_id in (None, of)}

    @cached_property
    def asked(self) -> dict[tuple[str, str], set[str]]:
        """Asked: people by (field, topic); ticks and answers speak for the talk's own field."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        talks = {i["id"]: i for i in self.held}
        for tick in self.rows("topics_asked"):
            if (talk := talks.get(tick["interview_id"])) is not None:
                found[talk["field_id"], tick["topic"]].add(talk["person_id"])
        for talk, topic in self.answers:
            found[talk["field_id"], topic].add(talk["person_id"])
        for said in self.everything:
            found[said.field, KINDS[said.kind]].add(said.person)
        return found

    @cached_property
    def answers(self) -> list[tuple[Row, str]]:
        """The conversations with an answered question of the agenda, and its topic."""
        talks = {i["id"]: i for i in self.held}
        return [
            (talks[item["interview_id"]], item["topic"])
            for item in self.rows("agenda_items")
            if item["answered"] and item["topic"] and item["interview_id"] in talks
        ]

    def asked_of(self, field_id: str, topic: str) -> set[str]:
        return self.asked.get((field_id, topic), set())

    def answered(self, field_id: str, topic: str) -> set[str]:
        """Who gave an answer on the topic: anything said, an answered question, an introduction.

        Answers that left nothing said are one kind: under a link's threshold they read as none.
        """
        asked = self.asked_of(field_id, topic)
        noted = {
            t["person_id"] for t, of in self.answers if (t["field_id"], of) == (field_id, topic)
        }
        if topic == "whom next":
            noted |= self.introducing & asked
        if len(noted) < self.view.threshold:
            noted = set()
        found = {
            s.person
            for s in self.everything
            if s.field == field_id and KINDS[s.kind] == topic and s.row["id"] not in self.hidden
        }
        return (found | noted) & asked

    @cached_property
    def introducing(self) -> set[str]:
        """Who led to somebody; through a link to somebody who was heard there."""
        heard = self.people()
        return {
            p["introduced_by_id"]
            for p in self.rows("people")
            if p["introduced_by_id"] and (not self.view.link or p["id"] in heard)
        }

    def without(self, hidden: Iterable[str]) -> "Book":
        return replace(self, hidden=frozenset(hidden))

    def skill(self, skill_id: str) -> str:
        """The skill that counts for one that was merged."""
        merged = {s["id"]: s["merged_into_id"] for s in self.rows("skills")}
        while merged.get(skill_id):
            skill_id = merged[skill_id]
        return skill_id

    def name_of(self, list_name: str, identity: str) -> str:
        return next(str(r["name"]) for r in self.rows(list_name) if r["id"] == identity)


def within(day: date, view: View) -> bool:
    after = view.since is None or day >= view.since
    return after and (view.until is None or day <= view.until)


def day_of(talk: Row) -> date:
    return date.fromisoformat(talk["held_on"])


def thing(book: Book, said: Said) -> Hashable | None:
    """Voice: under which folded name an answer is the same; None has no name yet."""
    row = said.row
    if said.kind == "skill_findings":
        return book.skill(row["skill_id"]) if row["skill_id"] else None
    if said.kind == "training_findings":
        return (row["kind"], fold(row["name"])) if fold(row["name"]) else None
    if said.kind == "aspect_findings":
        return (row["side"], fold(row["theme"])) if fold(row["theme"]) else None
    if said.kind == "step_findings":
        return fold(row["title"]) or None
    if said.kind == "outlook_findings":
        return None if row["direction"] == "unstated" else "direction"
    return None if row["low"] is None and row["high"] is None else row["id"]


def later(book: Book, kind: str, field_id: str | None = None) -> dict[tuple[Voice, Hashable], Said]:
    """Voice: of each voice and thing the later answer stands; what has no name counts nowhere."""
    standing = {}
    for said in book.said(kind, field_id):
        if (name := thing(book, said)) is not None:
            standing[said.voice, name] = said
    return standing


def tally(
    book: Book, kind: str, field_id: str, of: Callable[[Said], Hashable | None]
) -> dict[Hashable, set[str]]:
    """People by what `of` makes of their standing answers in one field."""
    found: dict[Hashable, set[str]] = defaultdict(set)
    for ((person, _), _), said in later(book, kind, field_id).items():
        if (value := of(said)) is not None:
            found[value].add(person)
    return found
