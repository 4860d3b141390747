"""Which conversation a row of a sheet is: one that is here, or a new one; files' names never say.

By its id; else by person, organisation, field and day (and hour, where both have one), wherever
it came from; else it is the only conversation of that person and field that was not held yet and
that no other row takes, moved on; else it is new.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.importing.known_again import Mark, when
from lib.importing.parsed import SheetRow
from lib.importing.people import as_id
from lib.model import Field, ImportRow, Interview, Person
from lib.text import fold


@dataclass(frozen=True)
class Remembered:
    """A row that was brought before: its own row here, what it said, and its conversation."""

    id: UUID
    source: str
    key: str
    digest: str
    talk: UUID


@dataclass
class Talks:
    """The conversations that are here, and what earlier files brought; each is taken once."""

    source: str
    marks: dict[UUID, Mark] = field(default_factory=dict)
    whose: dict[UUID, UUID] = field(default_factory=dict)
    """The person of each."""
    by_subject: dict[tuple[str, str], list[UUID]] = field(default_factory=lambda: defaultdict(list))
    """By person's name and field, folded."""
    by_key: dict[str, list[Remembered]] = field(default_factory=lambda: defaultdict(list))
    by_digest: dict[str, list[Remembered]] = field(default_factory=lambda: defaultdict(list))
    taken: set[UUID] = field(default_factory=set)

    def learn(self, talk: UUID, person: UUID, mark: Mark) -> None:
        """One conversation that is here."""
        self.marks[talk], self.whose[talk] = mark, person
        if mark.name:
            self.by_subject[mark.name, mark.field].append(talk)

    def remember(self, row: Remembered) -> None:
        """One row of an earlier file."""
        self.by_key[row.key].append(row)
        self.by_digest[row.digest].append(row)

    def before(self, key: str) -> Remembered | None:
        """What a file of this name brought under the key."""
        return next((one for one in self.by_key[key] if one.source == self.source), None)

    def as_it_was(self, row: SheetRow) -> UUID | None:
        """The conversation that a row brought, saying the very same."""
        known = [one.talk for one in self.by_digest.get(row.digest, ())]
        return next(self._free(known), None)

    def by_identity(self, row: SheetRow) -> UUID | None:
        """By the row's id: Fieldwork's own, or the file's, where it is about the same talk."""
        own = as_id(row.identity)
        if own in self.marks:
            return own
        if not row.identity:
            return None
        mine = [one for one in self.by_key.get(row.key, ()) if one.source == self.source]
        others = [one for one in self.by_key.get(row.key, ()) if one.source != self.source]
        sure = [one.talk for one in mine if not self._elsewhere(row, one.talk)]
        sure += [one.talk for one in others if _agree(row.mark, self.marks.get(one.talk))]
        return next(self._free(sure), None)

    def by_day(self, row: SheetRow, person: UUID | None = None) -> UUID | None:
        """By person, field and day; `person` is who was said to be meant."""
        fits = [one for one in self._of(row, person) if self.marks[one].at_that_time(row.mark)]
        places = row.mark.places
        fits.sort(key=lambda one: (self.marks[one].hour != row.mark.hour,
                                   not self.marks[one].places & places))  # fmt: skip
        return next(self._free(fits), None)

    def moved_on(self, row: SheetRow, person: UUID | None = None) -> UUID | None:
        """The only one with that person about that field which was not held yet."""
        waiting = [one for one in self._free(self._of(row, person)) if not self.marks[one].held]
        return waiting[0] if len(waiting) == 1 else None

    def take(self, talk: UUID) -> None:
        """A conversation belongs to one row of a file."""
        self.taken.add(talk)

    def _of(self, row: SheetRow, person: UUID | None) -> list[UUID]:
        mark = row.mark
        if person is not None:
            return [one for one, whom in self.whose.items()
                    if whom == person and self.marks[one].field == mark.field]  # fmt: skip
        named = self.by_subject.get((mark.name, mark.field), ())
        return [one for one in named if self.marks[one].with_them(mark)]

    def _elsewhere(self, row: SheetRow, talk: UUID) -> bool:
        """Whether a numbered row is about another talk by now: its numbers were given anew."""
        agrees = _agree(row.mark, self.marks.get(talk))
        return not agrees and self.by_day(row) is not None

    def _free(self, talks: Iterable[UUID]) -> Iterator[UUID]:
        return (one for one in talks if one in self.marks and one not in self.taken)


def _agree(row: Mark, here: Mark | None) -> bool:
    """Whether a row and a conversation share the person, or field and day."""
    if here is None:
        return False
    same_name = bool(row.name) and row.name == here.name
    return same_name or (row.field == here.field and row.at_that_time(here))


def talks_here(session: Session, viewer: Explorer, source: str) -> Talks:
    """Every conversation of the explorer, and every row that a file brought."""
    talks = Talks(source)
    mine = viewer.explorer_id
    query = (
        select(
            *(Interview.id, Interview.person_id, Person.folded, Person.organisation),
            *(Interview.organisation_folded, Field.folded, Interview.status, Interview.held_on),
            *(Interview.planned_on, Interview.starts_at),
        )
        .join(Person, and_(Person.explorer_id == mine, Person.id == Interview.person_id))
        .join(Field, and_(Field.explorer_id == mine, Field.id == Interview.field_id))
        .where(Interview.explorer_id == mine)
        .order_by(Interview.id)
    )
    for talk, person, name, now, then, subject, status, held, planned, starts in session.execute(
        query
    ):
        day, hour = when(held or planned, starts)
        places = frozenset(filter(None, (fold(now), then)))
        talks.learn(talk, person, Mark(name, places, subject, day, hour, status == "held"))
    columns = (ImportRow.id, ImportRow.source, ImportRow.row_key, ImportRow.digest)
    rows = select(*columns, ImportRow.interview_id).where(ImportRow.explorer_id == mine)
    for row in session.execute(rows):
        talks.remember(Remembered(*row))
    return talks


@dataclass
class Earlier:
    """The rows of one file so far, to find one that is the same talk in the same or other words."""

    by_key: dict[str, SheetRow] = field(default_factory=dict)
    by_day: dict[tuple[str, ...], list[SheetRow]] = field(default_factory=lambda: defaultdict(list))

    def twin(self, row: SheetRow) -> SheetRow | None:
        """The earlier row of the same talk, if any; rows with ids of their own are told apart."""
        if row.key in self.by_key:
            return self.by_key[row.key]
        alike: Collection[SheetRow] = self.by_day.get(_subject(row), ())
        return next(
            (one for one in alike
             if one.mark.with_them(row.mark) and one.mark.at_that_time(row.mark)
             and not (one.identity and row.identity)), None)  # fmt: skip

    def add(self, row: SheetRow) -> None:
        """One more row."""
        self.by_key.setdefault(row.key, row)
        self.by_day[_subject(row)].append(row)


def _subject(row: SheetRow) -> tuple[str, ...]:
    return row.mark.name, row.mark.field, str(row.mark.day)
