"""Who the person of a row is: somebody here, somebody earlier in the file, or somebody new.

Same name and same organisation are one person; the same name alone is asked, and without an
answer it is somebody new; no name is a new described person.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.importing.parsed import Candidate, Question, SheetRow
from lib.model import Person
from lib.records import PersonSaid
from lib.text import fold


@dataclass
class People:
    """Everybody here and in the file so far, by id, by name, and by the key of a file."""

    same: Mapping[str, UUID]
    by_id: dict[UUID, Candidate] = field(default_factory=dict)
    by_name: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    by_key: dict[str, UUID] = field(default_factory=dict)
    """What a file calls them, and who that is."""
    here: set[UUID] = field(default_factory=set)
    new: dict[UUID, PersonSaid] = field(default_factory=dict)

    def whose(self, row: SheetRow) -> tuple[UUID, Question | None]:
        """The person of a row, made known to the rows behind it; and what to ask, if anything."""
        person = row.person
        if row.person_key and row.person_key in self.by_key:
            return self.by_key[row.person_key], None
        own = as_id(row.person_key)
        if own in self.here:
            return self._known(row, own)
        alike = self.by_name.get(fold(person.name), []) if person.name else []
        among = [i for i in alike if not row.person_key or i in self.here]
        for identity in among:
            if fold(self.by_id[identity].organisation) == fold(person.organisation):
                return self._known(row, identity)
        identity, question = own or person.id, None
        if alike and not row.person_key:
            answer = self.same.get(row.key)
            if answer in alike:
                return self._known(row, answer)
            if answer is None:
                question = self._question(row, alike)
        self._add(person.model_copy(update={"id": identity}))
        return self._known(row, identity)[0], question

    def introducer(self, text: str, whom: UUID) -> UUID | str | None:
        """Who introduced somebody, by id or name, made if unknown; a sentence where several fit."""
        identity = self.by_key.get(text) or as_id(text)
        if identity in self.by_id:
            return None if identity == whom else identity
        named = self.by_name.get(fold(text), [])
        alike = [one for one in named if one != whom]
        if named == [whom]:
            return None
        if len(alike) > 1:
            return "Several people go by this name. Write the person_id of the one who is meant."
        if not alike:
            person = PersonSaid(name=text)
            self._add(person)
            return person.id
        return alike[0]

    def _known(self, row: SheetRow, identity: UUID) -> tuple[UUID, None]:
        if row.person_key:
            self.by_key[row.person_key] = identity
        return identity, None

    def _add(self, person: PersonSaid) -> None:
        self.new[person.id] = person
        self.learn(Candidate(person.id, person.name, person.role, person.organisation))

    def learn(self, one: Candidate) -> None:
        """Somebody who may be meant by a later row."""
        self.by_id[one.person_id] = one
        if one.name:
            self.by_name[fold(one.name)].append(one.person_id)

    def _question(self, row: SheetRow, alike: list[UUID]) -> Question:
        person, among = row.person, tuple(self.by_id[identity] for identity in alike)
        return Question(row.row, row.key, person.name, person.organisation, among)


def people_here(session: Session, viewer: Explorer, same: Mapping[str, UUID]) -> People:
    """Everybody of the explorer, in the order in which they were written down."""
    people = People(same)
    query = select(Person.id, Person.name, Person.role, Person.organisation)
    mine = query.where(Person.explorer_id == viewer.explorer_id).order_by(Person.id)
    for row in session.execute(mine):
        people.learn(Candidate(*row))
        people.here.add(row.id)
    return people


def as_id(text: str) -> UUID | None:
    """The id, where the text is one as Fieldwork writes it."""
    try:
        found = UUID(text)
    except ValueError:
        return None
    return found if str(found) == text.lower() else None
