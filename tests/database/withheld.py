"""What a link withholds, found by plain counting and ticked as asked instead: the slow way.

Written against the definitions and not against the queries, which it is there to judge.
"""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.findings import BY_TABLE
from lib.ids import new_id
from lib.model import (
    FINDINGS,
    AspectFinding,
    Interview,
    Note,
    OutlookFinding,
    Person,
    SalaryFinding,
    ShareField,
    ShareQuote,
    Skill,
    SkillFinding,
    StepFinding,
    TopicAsked,
    TrainingFinding,
)
from lib.model import Explorer as ExplorerRow
from lib.model import Share as ShareRow
from lib.storage import rows
from lib.text import fold
from lib.typed import TYPED

NAMELESS: dict[type[Any], dict[str, Any]] = {
    SkillFinding: {"skill_id": None},
    TrainingFinding: {"name": ""},
    SalaryFinding: {"low": None},
    AspectFinding: {"side": "upside", "theme": ""},
    StepFinding: {"title": "", "position": 1},
    OutlookFinding: {"direction": "unstated"},
}
"""What a finding of each kind holds before it has a name or a figure."""


def has_name(row: Any) -> bool:
    if isinstance(row, SalaryFinding):
        return (row.low, row.high) != (None, None)
    (name,) = [column for column in NAMELESS[type(row)] if column not in {"side", "position"}]
    return getattr(row, name) not in {None, "", "unstated"}


class Withheld:
    """Replaces, by plain counting, what too few said by a tick that they were asked."""

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
        self._interest_of_few()
        self._introductions_by_few()
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
                if said.interview_id in hidden or said.private or said.field_id not in self.fields:
                    self._drop(said)
        for talk in talks:
            if talk.id in hidden:
                self._forget(talk)

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
        typed = [c for c in BY_TABLE[model].alike if c in TYPED.get(model, ())]
        return (
            *(model, row.field_id),
            *(
                fold(getattr(row, c)) if c in typed else self._plain(row, c)
                for c in BY_TABLE[model].alike
            ),
            *(fold(self._wording(model, row, c)) for c in typed),
        )

    def _plain(self, row: Any, column: str) -> Any:
        value = getattr(row, column)
        if column == "skill_id" and value is not None:
            skill = self.session.get_one(Skill, (self.me.explorer_id, value))
            return skill.merged_into_id or skill.id
        return value

    def _named(self, model: Any) -> list[Any]:
        """The findings with a name or a figure, the later first."""
        order = {talk.id: talk.held_on for talk in self._all(Interview)}
        found = [row for row in self._all(model) if has_name(row)]
        return sorted(found, key=lambda r: (order[r.interview_id], r.interview_id, r.id))[::-1]

    def _people(self, told: list[tuple[Any, Any]]) -> dict[Any, int]:
        people: dict[Any, set[UUID]] = defaultdict(set)
        for group, row in told:
            people[group].add(row.person_id)
        return {group: len(them) for group, them in people.items()}

    def _said_by_few(self) -> None:
        if self.threshold == 1:
            return
        for model in FINDINGS:
            named = self._named(model)
            kept = self._kept_directions(named) if model is OutlookFinding else self._kept(named)
            for row in self._all(model):
                if row.id not in kept:
                    self._tick_instead(row)
            self._beside(model)

    def _kept(self, named: list[Any]) -> set[UUID]:
        told = [(self._same(type(row), row), row) for row in named]
        people = self._people(told)
        return {row.id for group, row in told if people[group] >= self.threshold}

    def _kept_directions(self, named: list[Any]) -> set[UUID]:
        """Of those whose direction of today is shared: all that they said of it."""
        now: dict[Any, Any] = {}
        for row in named:
            now.setdefault((row.field_id, row.person_id), row)
        told = [((row.field_id, row.direction), row) for row in now.values()]
        people = self._people(told)
        kept = {
            (row.field_id, row.person_id) for group, row in told if people[group] >= self.threshold
        }
        return {row.id for row in named if (row.field_id, row.person_id) in kept}

    def _tick_instead(self, row: Any) -> None:
        """A tick; of an aside, which has none, a finding of the field with no name yet."""
        talk = self.session.get_one(Interview, (self.me.explorer_id, row.interview_id))
        mine = {"explorer_id": self.me.explorer_id, "interview_id": talk.id}
        topic = BY_TABLE[type(row)].topic
        if (row.field_id, row.person_id) == (talk.field_id, talk.person_id):
            ticks = {(t.interview_id, t.topic) for t in self._all(TopicAsked)}
            if (talk.id, topic) not in ticks:
                self.session.add(TopicAsked(**mine, id=new_id(), topic=topic))
        else:
            said = {"field_id": row.field_id, "person_id": row.person_id, "quote": "Asked."}
            self.session.add(type(row)(**mine, id=new_id(), **said, **NAMELESS[type(row)]))
        self._drop(row)

    def _beside(self, model: Any) -> None:
        """What stands beside a thing, by each person's later answer; figures by who named one."""
        named = self._named(model)
        whole = BY_TABLE[model].beside.items()
        gone = [(row, name, none) for name, none in whole for row in self._few(named, name)]
        for ends, units in BY_TABLE[model].pairs:
            gone += [(r, e, None) for r in self._unplaced(named, ends, units) for e in ends]
        for row, name, none in gone:
            setattr(row, name, none)
        self.session.flush()

    def _few(self, named: list[Any], name: str) -> list[Any]:
        told = [((*self._same(type(r), r), getattr(r, name)), r) for r in named]
        people = self._people([(g, r) for g, r in told if r in self._later(named, name)])
        return [row for group, row in told if people.get(group, 0) < self.threshold]

    def _later(self, named: list[Any], name: str) -> list[Any]:
        """Of each person about each thing; what says how much a skill matters stands first."""
        stated = name == "necessity"
        order = sorted(named, key=lambda r: stated and r.necessity == "unstated")
        first: dict[Any, Any] = {}
        for row in order:
            first.setdefault((*self._same(type(row), row), row.person_id), row)
        return list(first.values())

    def _unplaced(self, named: list[Any], ends: Any, units: Any) -> list[Any]:
        told = [
            ((*self._same(type(r), r), *(getattr(r, u) in (None, "unstated") for u in units)), r)
            for r in named
            if any(getattr(r, end) is not None for end in ends)
        ]
        every = [row for _, row in told]
        if named and type(named[0]) is not SalaryFinding:
            every = [row for row in self._later(named, "") if row in every]
        people = self._people([(group, row) for group, row in told if row in every])
        return [row for group, row in told if people.get(group, 0) < self.threshold]

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

    def _interest_of_few(self) -> None:
        talks = self._all(Interview)
        noted = [t for t in talks if {t.interest_before, t.interest_after} != {None}]
        people = self._people([(talk.field_id, talk) for talk in noted])
        for talk in noted:
            if people[talk.field_id] < self.threshold:
                talk.interest_before = talk.interest_after = None

    def _introductions_by_few(self) -> None:
        """Who led to whom, where too few of a field led to somebody."""
        led = {p.introduced_by_id for p in self._all(Person)}
        talks = [t for t in self._all(Interview) if t.field_id in self.fields]
        people = self._people([(t.field_id, t) for t in talks if t.person_id in led])
        kept = {t.person_id for t in talks if people.get(t.field_id, 0) >= self.threshold}
        for person in self._all(Person):
            if person.introduced_by_id not in kept:
                person.introduced_by_id = None

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
