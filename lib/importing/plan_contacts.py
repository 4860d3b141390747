"""What an address book would bring: each person new, as they are here, filled up, or different.

Known by name and organisation, or by name and an address of their own. The same name alone, or
one address under two names, is asked, and without an answer it is somebody new. What is empty
here is filled; what differs is shown.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.conversation_rows import person_row
from lib.commands.journal import Step
from lib.importing import existing
from lib.importing.apply_tables import AT_ONCE
from lib.importing.parsed import (
    Candidate,
    Contact,
    Contacts,
    Difference,
    Parsed,
    Plan,
    Question,
    Same,
    row_error,
)
from lib.importing.signs import Sign, signs
from lib.model import Person
from lib.records import PersonSaid
from lib.storage import rows
from lib.text import fold

COMPARED = ("name", "nicknames", "role", "organisation", "email", "phone", "profile_link")
FILLED = (*COMPARED, "how_met")
"""How one met is filled where it is empty, and never compared: it is one's own to write on."""


@dataclass
class ContactsWork:
    """What `apply` writes."""

    new: dict[UUID, PersonSaid] = field(default_factory=dict)
    changed: dict[UUID, dict[str, str]] = field(default_factory=dict)


Known = dict[str, str]
"""Somebody's columns, as they are here or as the file said first."""


@dataclass
class _Book:
    """Everybody here and in the file so far, by what they are known by."""

    people: dict[UUID, Known] = field(default_factory=dict)
    by_sign: dict[Sign, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))

    def learn(self, identity: UUID, known: Known) -> None:
        """Somebody who may be meant by a later row."""
        self.people[identity] = known
        for sign in _signs(known):
            self.by_sign[sign].append(identity)
        if known["name"]:
            self.by_name[fold(known["name"])].append(identity)

    def same(self, person: Known) -> UUID | None:
        """Who this is, where that is beyond doubt: name and organisation, or name and address."""
        named = self.by_name.get(fold(person["name"]), [])
        sharing = set(self.sharing(person))
        place = fold(person["organisation"])
        sure = (i for i in named if i in sharing or fold(self.people[i]["organisation"]) == place)
        return next(sure, None)

    def sharing(self, person: Known) -> list[UUID]:
        """Everybody with the same e-mail, telephone or page."""
        return [one for sign in _signs(person) for one in self.by_sign.get(sign, ())]

    def alike(self, person: Known) -> list[UUID]:
        """Everybody who may be the same: of the same name, or with a shared address."""
        named = self.by_name.get(fold(person["name"]), [])
        return list(dict.fromkeys([*named, *self.sharing(person)]))


def _signs(known: Known) -> list[Sign]:
    return signs(known["email"], known["phone"], known["profile_link"])


def plan_contacts(
    session: Session,
    viewer: Explorer,
    parsed: Parsed,
    take: Collection[str],
    same: Same,
) -> Plan:
    """Compare each person with those who are here, and with those further up in the file."""
    assert isinstance(parsed.content, Contacts)
    revision = existing.profile(session, viewer)["revision"]
    plan = Plan(parsed.source, revision, parsed.rows, refused=parsed.refused)
    plan.errors.extend(parsed.errors)
    plan.ignored, plan.aside = parsed.content.ignored, parsed.aside
    plan.work = work = ContactsWork()
    compared = _Compared(plan, work, _here(session, viewer), take, same)
    for contact in parsed.content.people:
        compared.place(contact)
    plan.people = len(work.new)
    return plan


def _here(session: Session, viewer: Explorer) -> _Book:
    book = _Book()
    table = rows.table(Person)
    query = select(table.c.id, *(table.c[name] for name in FILLED))
    mine = query.where(table.c.explorer_id == viewer.explorer_id).order_by(table.c.id)
    for identity, *values in session.execute(mine):
        book.learn(identity, dict(zip(FILLED, values, strict=True)))
    return book


@dataclass
class _Compared:
    """One pass over the file: what becomes of each."""

    plan: Plan
    work: ContactsWork
    book: _Book
    take: Collection[str]
    same: Same
    placed: dict[UUID, int] = field(default_factory=dict)
    """The row in which the file first told of somebody."""

    def place(self, contact: Contact) -> None:
        """Somebody new, or somebody who is known."""
        said = {name: getattr(contact.person, name) for name in FILLED}
        who = self.book.same(said) or self._answered(contact, said)
        if who is None:
            who = contact.person.id
            self.plan.created += 1
            self.work.new[who] = contact.person
            self.book.learn(who, said)
        else:
            self._meet(contact, who, said)
        self.placed.setdefault(who, contact.row)

    def _answered(self, contact: Contact, said: Known) -> UUID | None:
        """Whom the explorer chose among those who may be meant; asked until they did."""
        alike = self.book.alike(said)
        if not alike:
            return None
        columns = ("name", "role", "organisation")
        among = (Candidate(i, *(self.book.people[i][c] for c in columns)) for i in alike)
        key = "|".join(fold(said[name]) for name in ("name", "organisation", "email"))
        names = (said["name"], said["organisation"])
        question = Question(contact.row, key, *names, tuple(among))
        (self.plan.answered if key in self.same else self.plan.questions).append(question)
        answer = self.same.get(key)
        return answer if answer in alike else None

    def _meet(self, contact: Contact, who: UUID, said: Known) -> None:
        """Only what the file says can differ."""
        have, key = self.book.people[who], f"people/{who}"
        filled = {name: said[name] for name in FILLED if said[name] and not have[name]}
        differs = tuple(
            (name, have[name], said[name])
            for name in COMPARED
            if said[name] and have[name] and fold(said[name]) != fold(have[name])
        )
        if differs and who in self.placed:
            self._refuse_second(contact, who, differs[0])
        elif differs and key not in self.take:
            self.plan.differences.append(Difference(contact.row, key, differs))
        elif differs or filled:
            self.plan.updated += 1
            self._write(who, {**filled, **{name: there for name, _, there in differs}})
        else:
            self.plan.unchanged += 1

    def _refuse_second(self, contact: Contact, who: UUID, differs: tuple[str, str, str]) -> None:
        column, _, value = differs
        earlier = self.placed[who]
        message = f"This is the person of row {earlier} in other words. Keep one of the two."
        self.plan.errors.append(row_error(contact.row, column, value, message))
        self.plan.refused += 1

    def _write(self, who: UUID, values: dict[str, str]) -> None:
        self.book.people[who] |= values
        if who in self.work.new:
            self.work.new[who] = self.work.new[who].model_copy(update=values)
        else:
            self.work.changed.setdefault(who, {}).update(values)


def apply_contacts(step: Step, work: ContactsWork) -> None:
    """Add and change the people within the step."""
    added: list[dict[str, Any]] = [
        {**person_row(one), "sample": False} for one in work.new.values()
    ]
    for first in range(0, len(added), AT_ONCE):
        step.add_all(Person, added[first : first + AT_ONCE])
    for identity, values in work.changed.items():
        named = {"folded": fold(values["name"])} if "name" in values else {}
        step.change(Person, identity, **values, **named)
