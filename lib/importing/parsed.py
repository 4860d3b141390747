"""What a file holds once it is read, what an import would do, and what it has done."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from lib.importing.calendar_file import Event
from lib.importing.known_again import Mark
from lib.importing.matching.guessing import Column
from lib.importing.matching.statuses import Unknown
from lib.importing.row_errors import RowError, row_error
from lib.records import Conversation, PersonSaid
from lib.skills.lists import Listed

__all__ = [
    "Archive", "Candidate", "Contact", "Contacts", "Difference", "Offered", "OwnSkills", "Parsed",
    "Plan", "Question", "Report", "RowError", "Same", "Seen", "Sheet", "SheetRow", "TableRow",
    "Tables", "report", "row_error",
]  # fmt: skip


@dataclass(frozen=True)
class SheetRow:
    """One interview of a spreadsheet; `key` and `digest` are how it is known again.

    What was said waits as JSON: ten thousand records would take ten times the memory.
    """

    row: int
    key: str
    digest: str
    talk_id: UUID
    person: PersonSaid
    content: str
    mark: Mark
    identity: str = ""
    """What its id column says."""
    person_key: str = ""
    introduced_by: str = ""
    unread: frozenset[str] = frozenset()
    """Columns whose cell could not be read: they say nothing, and empty nothing."""

    @property
    def said(self) -> Conversation:
        """The conversation, the same each time."""
        return Conversation.model_validate_json(self.content)


@dataclass(frozen=True)
class Seen:
    """One table of a file as it is shown: what each column was taken for, and what it asks."""

    name: str
    head_row: int
    titles: int
    headings: tuple[str, ...]
    columns: tuple[Column, ...]
    unknown: tuple[Unknown, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A spreadsheet: its readable rows, the columns it has, and what is left aside of it."""

    rows: tuple[SheetRow, ...]
    columns: frozenset[str]
    ignored: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True)
class TableRow:
    """One row of a list in our own format, as the table's columns take it."""

    row: int
    values: dict[str, Any]


@dataclass(frozen=True)
class Tables:
    """Our own format: the profile, and the rows by table, referred-to tables first."""

    profile: dict[str, Any] | None
    rows: dict[type[Any], list[TableRow]]


@dataclass(frozen=True)
class OwnSkills:
    """A list of one's own skills; `level` stands where the file does not say how well."""

    skills: tuple[Listed, ...]
    level: int | None


@dataclass(frozen=True)
class Contact:
    """Somebody of an address book, and where in the file they stand."""

    row: int
    person: PersonSaid


@dataclass(frozen=True)
class Contacts:
    """An address book: people, and headings nobody understands."""

    people: tuple[Contact, ...]
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True)
class Archive:
    """What a whole archive of one's own tells: people, own skills, and what one has done."""

    people: Contacts
    skills: OwnSkills
    about: str


@dataclass(frozen=True)
class Offered:
    """What a list of something else is, and its companies by the key of each."""

    words: str
    companies: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Parsed:
    """A file that was read: how many rows it has, what they say, and which were refused."""

    source: str
    rows: int
    refused: int
    errors: tuple[RowError, ...]
    content: Sheet | Tables | OwnSkills | Contacts | Archive
    aside: tuple[RowError, ...] = ()
    """What is no row of the kind that is read, such as a group among people; counted nowhere."""
    cells: tuple[RowError, ...] = ()
    """Cells that were not understood, in rows that were read all the same."""
    events: tuple[Event, ...] = ()
    """What a calendar holds, to say yes to."""
    offered: Offered | None = None
    """Where the file is a list of something else than conversations."""


@dataclass(frozen=True)
class Difference:
    """A row that is here already and says something else: column, what is here, what it brings."""

    row: int
    key: str
    columns: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Candidate:
    """Somebody of the same name, with what tells them apart."""

    person_id: UUID
    name: str
    role: str
    organisation: str


@dataclass(frozen=True)
class Question:
    """Whether the person of a row is one of those who go by the same name."""

    row: int
    key: str
    name: str
    organisation: str
    candidates: tuple[Candidate, ...]


Same = Mapping[str, UUID | None]
"""Answers by the key of their question: who is meant, or None for somebody else."""


@dataclass
class Plan:
    """What an import would do; every row is counted once."""

    source: str
    revision: UUID
    rows: int
    refused: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    people: int = 0
    links: int = 0
    """Links for a coach that the file brings and that are open."""
    differences: list[Difference] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    answered: list[Question] = field(default_factory=list)
    """Questions that were answered: they stay on the screen until the file is brought in."""
    aside: tuple[RowError, ...] = ()
    cells: tuple[RowError, ...] = ()
    ignored: tuple[str, ...] = ()
    work: Any = None
    """What `apply` does; nothing for a reader."""

    @property
    def conflicts(self) -> int:
        """Rows that are left as they are here, because they were changed."""
        return len(self.differences)


@dataclass(frozen=True)
class Report:
    """What an import did, or would do; `step` takes it back."""

    rows: int
    created: int
    updated: int
    unchanged: int
    conflicts: int
    people: int
    conversations: int
    skills: int
    fields: int
    refused: int
    errors: tuple[RowError, ...]
    aside: tuple[RowError, ...] = ()
    cells: tuple[RowError, ...] = ()
    step: UUID | None = None

    def as_json(self) -> dict[str, Any]:
        """The report for a program; what was left aside, and cells, where there were any."""
        plain = asdict(self)
        told = ("rows", "created", "updated", "unchanged", "conflicts", "people", "errors")
        more = {name: plain[name] for name in ("aside", "cells") if plain[name]}
        return {name: plain[name] for name in told} | more


def report(plan: Plan, step: UUID | None = None, added: Mapping[str, int] | None = None) -> Report:
    """The counts of a plan; `added` are those of each table once it was written."""
    added = added or {}
    return Report(
        rows=plan.rows,
        created=plan.created,
        updated=plan.updated,
        unchanged=plan.unchanged,
        conflicts=plan.conflicts,
        people=plan.people,
        conversations=added.get("interview", 0),
        skills=added.get("skill", 0),
        fields=added.get("field", 0),
        refused=plan.refused,
        errors=tuple(plan.errors),
        aside=plan.aside,
        cells=plan.cells,
        step=step,
    )
