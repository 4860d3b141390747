"""What a link withholds, found by plain counting and taken out of the database: the slow way.

Written against the definitions and not against the queries, which it is there to judge.
"""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.model import FINDINGS, Interview, Note, Person, ShareField, ShareQuote, TopicAsked
from lib.model import Explorer as ExplorerRow
from lib.model import Share as ShareRow
from lib.storage import rows
from lib.typed import TYPED


class Withheld:
    """Takes out of the database, by plain counting, what a link must not be made of."""

    def __init__(self, session: Session, me: Explorer, link: UUID) -> None:
        self.session, self.me = session, me
        row = session.get_one(ShareRow, (me.explorer_id, link))
        self.threshold, self.link = row.threshold, link
        mine = (ShareField.explorer_id == me.explorer_id, ShareField.share_id == link)
        self.fields = set(session.scalars(select(ShareField.field_id).where(*mine)))

    def take_out(self) -> None:
        self._conversations_and_what_is_private()
        self._said_by_few()
        self._fields_of_few()
        self._conversations_that_say_nothing()
        self._people_nobody_meets()
        self._secrets()
        self.session.flush()
        self.session.expire_all()

    def _all(self, model: Any) -> list[Any]:
        mine = model.explorer_id == self.me.explorer_id
        return list(self.session.scalars(select(model).where(mine).order_by(model.id)))

    def _drop(self, *gone: Any) -> None:
        for one in gone:
            self.session.delete(one)
        self.session.flush()

    def _conversations_and_what_is_private(self) -> None:
        off = {p.id for p in self._all(Person) if p.attribution == "off the record"}
        talks = self._all(Interview)
        hidden = {talk.id for talk in talks if talk.status != "held" or talk.person_id in off}
        for model in FINDINGS:
            for said in self._all(model):
                if said.private:
                    self._untick(said.interview_id, model.topic)
                if said.interview_id in hidden or said.private or said.field_id not in self.fields:
                    self._drop(said)
        for talk in talks:
            if talk.id in hidden:
                self._forget(talk)

    def _untick(self, talk: UUID, topic: str) -> None:
        ticks = self._all(TopicAsked)
        self._drop(*(t for t in ticks if t.interview_id == talk and t.topic == topic))

    def _forget(self, talk: Any) -> None:
        for name, model in reversed(rows.models().items()):
            columns = rows.table(model).c
            if name != "interview" and "interview_id" in columns:
                table = rows.table(model)
                its = (table.c.explorer_id == self.me.explorer_id, table.c.interview_id == talk.id)
                self.session.execute(delete(table).where(*its))
        self.session.expire_all()
        self._drop(talk)

    def _wording(self, model: Any, row: Any, column: str) -> str:
        mine = (ShareQuote.explorer_id == self.me.explorer_id, ShareQuote.share_id == self.link)
        its = (ShareQuote.row_id == row.id, ShareQuote.column_name == column)
        found = select(ShareQuote.wording).where(*mine, *its)
        return self.session.scalar(found) or ""

    def _same(self, model: Any, row: Any) -> tuple[Any, ...]:
        """What two people's findings share when they said the same and a link shows the same."""
        typed = [self._wording(model, row, c) for c in model.alike if c in TYPED.get(model, ())]
        return (model, row.field_id, *(getattr(row, c) for c in model.alike), *typed)

    def _few(self, said: list[tuple[tuple[Any, ...], Any]]) -> list[Any]:
        """The rows whose group holds fewer people than the link may show."""
        people: dict[tuple[Any, ...], set[UUID]] = defaultdict(set)
        for group, row in said:
            people[group].add(row.person_id)
        return [row for group, row in said if len(people[group]) < self.threshold]

    def _said_by_few(self) -> None:
        if self.threshold == 1:
            return
        for model in FINDINGS:
            self._drop(*self._few([(self._same(model, r), r) for r in self._all(model)]))
            self._answers_beside(model)
            self._figures(model)

    def _answers_beside(self, model: Any) -> None:
        for name, none in model.beside.items():
            told = [((*self._same(model, r), getattr(r, name)), r) for r in self._all(model)]
            for row in self._few(told):
                setattr(row, name, none)

    def _figures(self, model: Any) -> None:
        for ends, units in model.figures:
            named = [r for r in self._all(model) if any(getattr(r, e) is not None for e in ends)]
            whole = [
                (*self._same(model, r), *(getattr(r, u) in (None, "unstated") for u in units))
                for r in named
            ]
            for row in self._few(list(zip(whole, named, strict=True))):
                for end in ends:
                    setattr(row, end, None)
        self.session.flush()

    def _fields_of_few(self) -> None:
        if self.threshold == 1:
            return
        spoke: dict[UUID, set[UUID]] = defaultdict(set)
        for talk in self._all(Interview):
            spoke[talk.field_id].add(talk.person_id)
        for model in FINDINGS:
            for said in self._all(model):
                spoke[said.field_id].add(said.person_id)
        gone = {field for field in self.fields if len(spoke[field]) < self.threshold}
        for model in FINDINGS:
            self._drop(*(said for said in self._all(model) if said.field_id in gone))
        kept = [r for r in self._all(ShareField) if r.share_id == self.link]
        self._drop(*(row for row in kept if row.field_id in gone))
        self.fields -= gone

    def _conversations_that_say_nothing(self) -> None:
        told = {said.interview_id for model in FINDINGS for said in self._all(model)}
        for talk in self._all(Interview):
            if talk.field_id not in self.fields and talk.id not in told:
                self._forget(talk)

    def _people_nobody_meets(self) -> None:
        met = {talk.person_id for talk in self._all(Interview)}
        for person in self._all(Person):
            if person.id not in met:
                person.introduced_by_id = None
        self.session.flush()

    def _secrets(self) -> None:
        """Texts and figures that no link of these tests may be made of."""
        for talk in self._all(Interview):
            talk.purpose, talk.place, talk.role = "other", "other", "other"
            talk.takeaway = talk.takeaway and "other"
        for person in self._all(Person):
            person.name = f"other {person.name}"
            person.email, person.nicknames, person.role = "other", "other", "other"
        for model in FINDINGS:
            for said in self._all(model):
                said.quote = said.quote and "other"
        for note in self._all(Note):
            note.text = "other"
        other = {"current_pay": 1, "least_pay": 2, "most_cost": 3, "applications": 4}
        mine = ExplorerRow.id == self.me.explorer_id
        self.session.execute(update(ExplorerRow).where(mine).values(**other))
