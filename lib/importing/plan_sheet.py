"""What a sheet would bring: each row new, as it is here, different here, or left out."""

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.importing import existing
from lib.importing.merging import difference, merged, named_as_here, unsettled
from lib.importing.parsed import Parsed, Plan, Same, Sheet, SheetRow, row_error
from lib.importing.people import People, as_id, people_here
from lib.importing.same_talk import Earlier, Remembered, Talks, talks_here
from lib.queries.whole import conversations_of
from lib.records import Conversation, PersonSaid


@dataclass
class SheetWork:
    """What `apply` writes: new people and conversations, and those that are overwritten."""

    people: list[PersonSaid] = field(default_factory=list)
    new: list[tuple[SheetRow, UUID, UUID]] = field(default_factory=list)
    """A row, the conversation's id, its person's id."""
    taken: list[tuple[SheetRow, Conversation]] = field(default_factory=list)
    before: dict[str, Remembered] = field(default_factory=dict)
    """What a file of this name brought, by the key of a row that is taken."""


def plan_sheet(
    session: Session,
    viewer: Explorer,
    parsed: Parsed,
    take: Collection[str],
    same: Same,
) -> Plan:
    """Compare all rows with what is here, and with what files brought before."""
    assert isinstance(parsed.content, Sheet)
    revision = existing.profile(session, viewer)["revision"]
    plan = Plan(parsed.source, revision, parsed.rows, refused=parsed.refused)
    plan.errors.extend(parsed.errors)
    plan.ignored, plan.aside = parsed.content.ignored, parsed.aside
    plan.cells = parsed.cells
    people, talks = people_here(session, viewer, same), talks_here(session, viewer, parsed.source)
    compared = _Compared(session, viewer, plan, SheetWork(), people, talks)
    rows = compared.each_once(parsed.content.rows)
    known, new = compared.sorted_out(rows)
    compared.add(new, known)
    compared.meet(known, parsed.content.columns, take)
    compared.work.people = compared.people_wanted()
    plan.people = len(compared.work.people)
    plan.questions, plan.answered = people.asked, people.answered
    plan.work = compared.work
    return plan


@dataclass
class _Compared:
    """One pass over the rows: what became of each."""

    session: Session
    viewer: Explorer
    plan: Plan
    work: SheetWork
    people: People
    talks: Talks

    def each_once(self, rows: Collection[SheetRow]) -> list[SheetRow]:
        """The rows without those that repeat an earlier one, or say it in other words."""
        earlier, kept = Earlier(), []
        for row in rows:
            twin = earlier.twin(row)
            if twin is None:
                earlier.add(row)
                kept.append(row)
            elif twin.digest == row.digest:
                self.plan.unchanged += 1
            else:
                self._refuse_second(row, twin)
        return kept

    def sorted_out(self, rows: Collection[SheetRow]) -> tuple[dict[UUID, SheetRow], list[SheetRow]]:
        """Rows of conversations that are here, by the conversation's id, and all others.

        What is certain goes first, so that a row which may be several leaves them to the others.
        """
        known: dict[UUID, SheetRow] = {}
        left = list(rows)
        for same in (self._as_it_was, self.talks.by_identity, self.talks.by_day,
                     self.talks.moved_on):  # fmt: skip
            waiting, left = left, []
            for row in waiting:
                talk = same(row)
                if talk is None:
                    left.append(row)
                elif talk not in self.talks.taken:
                    self.talks.take(talk)
                    if same != self._as_it_was:
                        known[talk] = row
                else:
                    self._refuse_second(row, known.get(talk, row))
        return known, left

    def _as_it_was(self, row: SheetRow) -> UUID | None:
        """The conversation that the very same row brought: nothing is left to do."""
        talk = self.talks.as_it_was(row)
        self.plan.unchanged += talk is not None
        return talk

    def add(self, new: Collection[SheetRow], known: dict[UUID, SheetRow]) -> None:
        """New rows: first who they are, since a row may be introduced by one further down."""
        found = []
        for row in new:
            whose = self.people.whose(row)
            talk = self._theirs(row, whose)
            if talk is None:
                found.append((row, self._own_id(row), whose))
            else:
                self.talks.take(talk)
                known[talk] = row
        for row, identity, whose in found:
            person = self.people.new.get(whose)
            if person is not None and row.introduced_by:
                by = self._introducer(row, whose)
                if isinstance(by, str):
                    continue
                self.people.new[whose] = person.model_copy(update={"introduced_by_id": by})
            self.plan.created += 1
            self.work.new.append((row, identity, whose))

    def _theirs(self, row: SheetRow, whose: UUID) -> UUID | None:
        """The conversation with somebody who is here, under whatever name the row has for them."""
        if whose not in self.people.here:
            return None
        return self.talks.by_day(row, whose) or self.talks.moved_on(row, whose)

    def _own_id(self, row: SheetRow) -> UUID:
        return as_id(row.identity) or row.talk_id

    def meet(
        self, known: dict[UUID, SheetRow], columns: Collection[str], take: Collection[str]
    ) -> None:
        """Rows of conversations that are here: equal, different, or taken."""
        naming = named_as_here(self.session, self.viewer)
        labels = {identity: one.name for identity, one in self.people.by_id.items() if one.name}
        for some in existing.batches(sorted(known)):
            for have in conversations_of(self.session, self.viewer, some):
                row = known[have.id]
                said, there = row.said, {*columns} - row.unread
                change = difference(have, naming(said), row, there, labels)
                if not change.columns:
                    self.plan.unchanged += 1
                elif row.key in take:
                    self._take(have, said, row, there)
                else:
                    self.plan.differences.append(change)

    def _take(
        self, have: Conversation, said: Conversation, row: SheetRow, columns: Collection[str]
    ) -> None:
        said = merged(have, said, columns)
        if why := unsettled(said):
            self._refuse(row, "held_on", "", why)
            return
        if "introduced_by" in columns:
            by = self._introducer(row, have.person.id) if row.introduced_by else None
            if isinstance(by, str):
                return
            person = said.person.model_copy(update={"introduced_by_id": by})
            said = said.model_copy(update={"person": person})
        self.plan.updated += 1
        if before := self.talks.before(row.key):
            self.work.before[row.key] = before
        self.work.taken.append((row, said))

    def people_wanted(self) -> list[PersonSaid]:
        """New people whom a row that was not refused needs, and who introduced them."""
        waiting = [whose for _, _, whose in self.work.new]
        waiting += [i for _, said in self.work.taken if (i := said.person.introduced_by_id)]
        wanted: dict[UUID, PersonSaid] = {}
        while waiting:
            one = self.people.new.get(waiting.pop())
            if one is not None and one.id not in wanted:
                wanted[one.id] = one
                waiting += [one.introduced_by_id] if one.introduced_by_id else []
        return [one for identity, one in self.people.new.items() if identity in wanted]

    def _introducer(self, row: SheetRow, whom: UUID) -> UUID | str | None:
        by = self.people.introducer(row.introduced_by, whom)
        if isinstance(by, str):
            self._refuse(row, "introduced_by", row.introduced_by, by)
        return by

    def _refuse_second(self, row: SheetRow, first: SheetRow) -> None:
        message = (
            f"This is the conversation of row {first.row} in other words. Keep one of the two, "
            "or give each its own id."
        )
        self._refuse(row, "id", row.identity or row.person.name, message)

    def _refuse(self, row: SheetRow, column: str, value: str, message: str) -> None:
        self.plan.errors.append(row_error(row.row, column, value, message))
        self.plan.refused += 1
