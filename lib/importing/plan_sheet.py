"""What a sheet would bring: each row new, as it is here, different here, or left out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.importing import existing
from lib.importing.merging import difference, merged, named_as_here
from lib.importing.parsed import Parsed, Plan, Sheet, SheetRow, row_error
from lib.importing.people import People, as_id, people_here
from lib.model import ImportRow, Interview
from lib.queries.whole import conversations_of
from lib.records import Conversation, PersonSaid


@dataclass
class SheetWork:
    """What `apply` writes: new people and conversations, and those that are overwritten."""

    people: list[PersonSaid] = field(default_factory=list)
    new: list[tuple[SheetRow, UUID, UUID]] = field(default_factory=list)
    """A row, the conversation's id, its person's id."""
    taken: list[tuple[SheetRow, Conversation]] = field(default_factory=list)
    before: dict[str, tuple[UUID, str, UUID]] = field(default_factory=dict)
    """Rows that this source brought before, by key: import row, digest, conversation."""


def plan_sheet(
    session: Session,
    viewer: Explorer,
    parsed: Parsed,
    take: Collection[str],
    same: Mapping[str, UUID],
) -> Plan:
    """Compare all rows with what is here, and with what the same file brought before."""
    assert isinstance(parsed.content, Sheet)
    revision = existing.profile(session, viewer)["revision"]
    plan = Plan(parsed.source, revision, parsed.rows, refused=parsed.refused)
    plan.errors.extend(parsed.errors)
    plan.ignored = parsed.content.ignored
    work = SheetWork(before=_before(session, viewer, parsed.source))
    compared = _Compared(session, viewer, plan, work, people_here(session, viewer, same))
    known, new = compared.sorted_out(parsed.content.rows)
    compared.add(new)
    compared.meet(known, parsed.content.columns, take)
    work.people = compared.people_wanted()
    plan.people = len(work.people)
    plan.work = work
    return plan


def _before(session: Session, viewer: Explorer, source: str) -> dict[str, tuple[UUID, str, UUID]]:
    query = select(ImportRow.row_key, ImportRow.id, ImportRow.digest, ImportRow.interview_id)
    mine = query.where(ImportRow.explorer_id == viewer.explorer_id, ImportRow.source == source)
    return {key: (identity, digest, talk) for key, identity, digest, talk in session.execute(mine)}


@dataclass
class _Compared:
    """One pass over the rows: what became of each."""

    session: Session
    viewer: Explorer
    plan: Plan
    work: SheetWork
    people: People

    def sorted_out(
        self, rows: Collection[SheetRow]
    ) -> tuple[dict[UUID, SheetRow], dict[UUID, SheetRow]]:
        """Rows of conversations that are here, and new ones, by the conversation's id."""
        mine = select(Interview.id).where(Interview.explorer_id == self.viewer.explorer_id)
        here = set(self.session.scalars(mine))
        keys: dict[str, SheetRow] = {}
        claimed: dict[UUID, SheetRow] = {}
        for row in rows:
            _, digest, brought = self.work.before.get(row.key, (None, "", None))
            identity = brought or as_id(row.identity) or row.talk_id
            first = keys.get(row.key) or claimed.get(identity)
            if digest == row.digest or (first and first.digest == row.digest):
                self.plan.unchanged += 1
            elif first:
                self._refuse_second(row, first)
            else:
                claimed[identity] = row
            keys.setdefault(row.key, row)
        known = {identity: row for identity, row in claimed.items() if identity in here}
        return known, {i: row for i, row in claimed.items() if i not in known}

    def add(self, new: dict[UUID, SheetRow]) -> None:
        """New rows: first who they are, since a row may be introduced by one further down."""
        found = []
        for identity, row in new.items():
            whose, question = self.people.whose(row)
            if question is not None:
                self.plan.questions.append(question)
            found.append((row, identity, whose))
        for row, identity, whose in found:
            person = self.people.new.get(whose)
            if person is not None and row.introduced_by:
                by = self._introducer(row, whose)
                if isinstance(by, str):
                    continue
                self.people.new[whose] = person.model_copy(update={"introduced_by_id": by})
            self.plan.created += 1
            self.work.new.append((row, identity, whose))

    def meet(
        self, known: dict[UUID, SheetRow], columns: Collection[str], take: Collection[str]
    ) -> None:
        """Rows of conversations that are here: equal, different, or taken."""
        naming = named_as_here(self.session, self.viewer)
        labels = {identity: one.name for identity, one in self.people.by_id.items() if one.name}
        for some in existing.batches(sorted(known)):
            for have in conversations_of(self.session, self.viewer, some):
                row = known[have.id]
                said = row.said
                change = difference(have, naming(said), row, columns, labels)
                if not change.columns:
                    self.plan.unchanged += 1
                elif row.key in take:
                    self._take(have, said, row, columns)
                else:
                    self.plan.differences.append(change)

    def _take(
        self, have: Conversation, said: Conversation, row: SheetRow, columns: Collection[str]
    ) -> None:
        said = merged(have, said, columns)
        if "introduced_by" in columns:
            by = self._introducer(row, have.person.id) if row.introduced_by else None
            if isinstance(by, str):
                return
            person = said.person.model_copy(update={"introduced_by_id": by})
            said = said.model_copy(update={"person": person})
        self.plan.updated += 1
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
