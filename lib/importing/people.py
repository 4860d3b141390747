"""Who the person of a row is: somebody here, somebody earlier in the file, or somebody new.

Same name and same organisation are one person, and so are same name and an address of their own;
the same name alone, or one address under two names, is asked, and without an answer it is somebody
new; no name is a new described person.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.importing.parsed import Candidate, Question, Same, SheetRow
from lib.importing.signs import Sign, signs
from lib.model import Interview, Person
from lib.records import PersonSaid
from lib.text import fold


@dataclass
class People:
    """Everybody here and in the file so far, by id, by name, and by the key of a file."""

    same: Same
    by_id: dict[UUID, Candidate] = field(default_factory=dict)
    by_name: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    by_sign: dict[Sign, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    by_key: dict[str, UUID] = field(default_factory=dict)
    """What a file calls them, and who that is."""
    places: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Where each works or worked, folded."""
    here: set[UUID] = field(default_factory=set)
    new: dict[UUID, PersonSaid] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)
    answered: list[Question] = field(default_factory=list)

    def whose(self, row: SheetRow) -> UUID:
        """The person of a row, made known to the rows behind it."""
        if row.person_key and row.person_key in self.by_key:
            return self.by_key[row.person_key]
        own = as_id(row.person_key)
        who = own if own in self.here else self._sure(row)
        if who is None and not row.person_key:
            who = self._answered(row)
        if who is None:
            who = own or row.person.id
            self._add(row.person.model_copy(update={"id": who}))
        if row.person_key:
            self.by_key[row.person_key] = who
        return who

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

    def _sure(self, row: SheetRow) -> UUID | None:
        """Somebody of that name who works there, or has an address that is in the row."""
        named = self._named(row.person)
        among = [one for one in named if not row.person_key or one in self.here]
        place, sharing = fold(row.person.organisation), set(self._sharing(row.person))
        sure = (one for one in among if place in self.places[one] or one in sharing)
        return next(sure, None)

    def _answered(self, row: SheetRow) -> UUID | None:
        """Whom the explorer chose among those who may be meant; asked until they did."""
        alike = list(dict.fromkeys([*self._named(row.person), *self._sharing(row.person)]))
        if not alike:
            return None
        person, among = row.person, tuple(self.by_id[identity] for identity in alike)
        question = Question(row.row, row.key, person.name, person.organisation, among)
        (self.answered if row.key in self.same else self.asked).append(question)
        answer = self.same.get(row.key)
        return answer if answer in alike else None

    def _named(self, person: PersonSaid) -> list[UUID]:
        return self.by_name.get(fold(person.name), []) if person.name else []

    def _sharing(self, person: PersonSaid) -> list[UUID]:
        known = signs(person.email, person.phone, person.profile_link)
        return [one for sign in known for one in self.by_sign.get(sign, ())]

    def _add(self, person: PersonSaid) -> None:
        self.new[person.id] = person
        self.learn(person)

    def learn(self, person: PersonSaid) -> None:
        """Somebody who may be meant by a later row."""
        one = Candidate(person.id, person.name, person.role, person.organisation)
        self.by_id[person.id] = one
        self.places[person.id].add(fold(person.organisation))
        for sign in signs(person.email, person.phone, person.profile_link):
            self.by_sign[sign].append(person.id)
        if person.name:
            self.by_name[fold(person.name)].append(person.id)


def people_here(session: Session, viewer: Explorer, same: Same) -> People:
    """Everybody of the explorer, in the order in which they were written down."""
    people = People(same)
    columns = ["id", "name", "role", "organisation", "email", "phone", "profile_link"]
    query = select(*(getattr(Person, name) for name in columns))
    mine = query.where(Person.explorer_id == viewer.explorer_id).order_by(Person.id)
    for row in session.execute(mine):
        people.learn(PersonSaid.model_construct(**dict(zip(columns, row, strict=True))))
        people.here.add(row.id)
    then = select(Interview.person_id, Interview.organisation_folded).where(
        Interview.explorer_id == viewer.explorer_id, Interview.organisation_folded != ""
    )
    for whom, place in session.execute(then.distinct()):
        people.places[whom].add(place)
    return people


def as_id(text: str) -> UUID | None:
    """The id, where the text is one as Fieldwork writes it."""
    try:
        found = UUID(text)
    except ValueError:
        return None
    return found if str(found) == text.lower() else None
