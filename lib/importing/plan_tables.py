"""What our own format would bring: each row new, as it is here, different here, or left out.

A row is known by its id, else by the name that tells it apart (a field's, a skill's): then what
the file says of it is said of the one that is here. A conversation that differs here keeps all
its parts as they are here, unless its row is taken.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.exporting.format import lists
from lib.ids import now
from lib.importing import existing
from lib.importing.parsed import Difference, Parsed, Plan, TableRow, Tables, row_error
from lib.importing.plan_profile import plan_profile
from lib.model import Interview, Person, Share
from lib.storage import rows

Row = dict[str, Any]


@dataclass
class Work:
    """What `apply` writes: the profile, rows to add and rows to change, by table."""

    profile: Row = field(default_factory=dict)
    add: dict[type[Any], list[Row]] = field(default_factory=dict)
    change: dict[type[Any], list[Row]] = field(default_factory=dict)


def plan_tables(session: Session, viewer: Explorer, parsed: Parsed, take: Collection[str]) -> Plan:
    """Compare all rows with what is here."""
    assert isinstance(parsed.content, Tables)
    have = existing.profile(session, viewer)
    plan = Plan(parsed.source, have["revision"], parsed.rows, refused=parsed.refused)
    plan.errors.extend(parsed.errors)
    work = Work()
    blank = existing.is_blank(session, viewer, parsed.content.rows)
    if parsed.content.profile is not None:
        work.profile = plan_profile(plan, have, parsed.content.profile, blank=blank, take=take)
    compared = _Compared(session, viewer, plan, work, frozenset(take))
    for name, model in lists().items():
        compared.table(name, model, parsed.content.rows.get(model, []))
    plan.people = len(work.add.get(Person, []))
    plan.links = sum(
        not row["paused"] and row["revoked_at"] is None and row["expires_at"] > now()
        for row in work.add.get(Share, [])
    )
    plan.work = work
    return plan


class _Compared:
    """One pass over the tables, parents first: what became of each row of the file."""

    def __init__(
        self, session: Session, viewer: Explorer, plan: Plan, work: Work, take: frozenset[str]
    ) -> None:
        self.session, self.viewer, self.plan, self.work, self.take = (
            session, viewer, plan, work, take
        )  # fmt: skip
        self.here: dict[tuple[str, UUID], UUID] = {}
        """Table and id in the file: the id here, for all rows that will be here."""
        self.held_back: set[tuple[str, UUID]] = set()
        """Rows that are left out without being wrong."""
        self.kept: set[UUID] = set()
        """Conversations that differ here and stay as they are, with all their parts."""
        self.taken: set[UUID] = set()

    def table(self, name: str, model: type[Any], many: list[TableRow]) -> None:
        """Decide on every row of one table."""
        if not many:
            return
        self.name, self.model = name, model
        self.fixed = {row.values["id"]: row.values["id"] for row in many}
        self._sound(many)
        found = self._known(many)
        foreign = self._of_others(many) if model is Share else set()
        add: list[Row] = []
        for row in many:
            values = self._redirected(row)
            if values is None:
                continue
            if values["id"] in found:
                self._met(row, values, found[values["id"]])
            elif row.values["id"] in foreign:
                self._differs(row, (("link", "somebody else's", "this one"),))
            elif values.get("interview_id") in self.kept:
                self._differs(row, (("", "not here", "new"),))
            else:
                self.plan.created += 1
                self.here[model.__tablename__, row.values["id"]] = values["id"]
                add.append(values)
        self.work.add[model] = add

    def _known(self, many: list[TableRow]) -> dict[UUID, Row]:
        """The rows that are here already, by id; a row that has a name here gets its id."""
        found = existing.by_id(self.session, self.viewer, self.model, self.fixed)
        names = existing.by_name(self.session, self.viewer, self.model)
        columns = existing.unique_columns(self.model)
        table = dict(references(self.model))
        for row in many if names else ():
            own = row.values["id"]
            key = tuple(self._as_here(table.get(name), row.values[name]) for name in columns)
            if own in self.fixed and own not in found and key in names:
                self.fixed[own] = names[key]
        named = set(self.fixed.values()) - self.fixed.keys()
        return found | existing.by_id(self.session, self.viewer, self.model, named)

    def _as_here(self, target: type[Any] | None, value: Any) -> Any:
        return value if target is None else self.here.get((target.__tablename__, value), value)

    def _sound(self, many: list[TableRow]) -> None:
        """Leave in `fixed` the rows whose references lead somewhere, among themselves too."""
        while True:
            self._outside(many)
            lost = {row.values["id"] for row in many if self._leads_nowhere(row)}
            if not lost & self.fixed.keys():
                return
            self.fixed = {i: here for i, here in self.fixed.items() if i not in lost}

    def _leads_nowhere(self, row: TableRow) -> bool:
        for column, target in references(self.model):
            wanted = row.values[column]
            key = (target.__tablename__, wanted)
            known = key in self.here or key in self.held_back or self._own(target, wanted)
            if wanted is not None and not known:
                return True
        return False

    def _outside(self, many: list[TableRow]) -> None:
        """Learn which rows that the file refers to and does not hold are here."""
        for column, target in references(self.model):
            table = target.__tablename__
            wanted = {row.values[column] for row in many} - {None}
            unknown = [
                i for i in wanted if (table, i) not in self.here and not self._own(target, i)
            ]
            for identity in existing.by_id(self.session, self.viewer, target, unknown):
                if (table, identity) not in self.held_back:
                    self.here[table, identity] = identity

    def _own(self, target: type[Any], identity: UUID) -> bool:
        return target is self.model and identity in self.fixed

    def _redirected(self, row: TableRow) -> Row | None:
        """The row with its references as they are here; None where one leads nowhere."""
        values = dict(row.values)
        values["id"] = self.fixed.get(values["id"], values["id"])
        for column, target in references(self.model):
            wanted = values[column]
            if wanted is None:
                continue
            if self._own(target, wanted):
                values[column] = self.fixed[wanted]
                continue
            key = (target.__tablename__, wanted)
            if key in self.here:
                values[column] = self.here[key]
            elif key in self.held_back:
                self._differs(row, ((column, "left as it is here", str(wanted)),))
                return None
            else:
                message = "It refers to a row that is neither in the file nor here."
                where = f"{self.name}.{column}"
                self.plan.errors.append(row_error(row.row, where, wanted, message))
                self.plan.refused += 1
                return None
        return values

    def _met(self, row: TableRow, values: Row, have: Row) -> None:
        """A row that is here already: the same, different, or taken."""
        self.here[self.model.__tablename__, row.values["id"]] = have["id"]
        different = [name for name, value in values.items() if have[name] != value]
        if not different:
            self.plan.unchanged += 1
        elif self._is_taken(row, values):
            self.plan.updated += 1
            if self.model is Interview:
                self.taken.add(have["id"])
                values["version"] = max(values["version"], have["version"]) + 1
            self.work.change.setdefault(self.model, []).append(values)
        else:
            if self.model is Interview:
                self.kept.add(have["id"])
            here, there = rows.to_json(have), rows.to_json(values)
            self._differs(row, tuple((n, str(here[n]), str(there[n])) for n in different))

    def _is_taken(self, row: TableRow, values: Row) -> bool:
        return self._key(row) in self.take or values.get("interview_id") in self.taken

    def _differs(self, row: TableRow, columns: tuple[tuple[str, str, str], ...]) -> None:
        key = (self.model.__tablename__, row.values["id"])
        if key not in self.here:
            self.held_back.add(key)
        self.plan.differences.append(Difference(row.row, self._key(row), columns))

    def _key(self, row: TableRow) -> str:
        return f"{self.name}/{row.values['id']}"

    def _of_others(self, many: list[TableRow]) -> set[UUID]:
        """Links whose token opens somebody else's data here: a token opens one explorer's."""
        digests = {row.values["token_digest"]: row.values["id"] for row in many}
        query = select(Share.token_digest).where(Share.explorer_id != self.viewer.explorer_id)
        return {
            digests[digest]
            for some in existing.batches(digests)
            for digest in self.session.scalars(query.where(Share.token_digest.in_(some)))
        }


def references(model: type[Any]) -> tuple[tuple[str, type[Any]], ...]:
    """The columns that refer to other rows of the explorer, and to which table."""
    found = (
        (constraint.column_keys[1], rows.models()[constraint.referred_table.name])
        for constraint in rows.table(model).constraints
        if isinstance(constraint, ForeignKeyConstraint) and len(constraint.column_keys) == 2
    )
    order = list(rows.table(model).c.keys())
    return tuple(sorted(found, key=lambda reference: order.index(reference[0])))
