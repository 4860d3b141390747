"""Every write goes through a Step: the row, its change for undo, and one new revision.

A step is what one press changes. It commits nothing; the caller's `with` is the transaction.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from lib import searching
from lib.access.viewer import Explorer as Viewer
from lib.commands.ages import KEPT, time_has_passed
from lib.commands.drafts import end_old_drafts
from lib.errors import NotFound
from lib.ids import new_id, now
from lib.model import Change, Explorer, search_text
from lib.queries.history import latest_step
from lib.storage import rows

AT_ONCE = 500
"""Rows that one statement names; databases limit how many."""


def later_than(last: UUID | None) -> UUID:
    """A new id that sorts after this one, also where the clock was set back meanwhile.

    Whether a change stands on another is told by the order of their steps.
    """
    made = new_id()
    return made if last is None or made > last else UUID(int=last.int + 1)


class Step:
    """One press: what it adds, changes and removes, written down as it happens."""

    def __init__(self, session: Session, viewer: Viewer, summary: str) -> None:
        self.session = session
        self.explorer_id = viewer.explorer_id
        self.id = later_than(latest_step(session, viewer))
        self._summary = summary[:200]
        self._at = now()
        self._revised = False

    @property
    def wrote(self) -> bool:
        """Whether anything was added, changed or removed."""
        return self._revised

    def add(self, model: type[Any], **values: Any) -> UUID:
        """Add one row; returns its id, made here unless it is given."""
        values.setdefault("id", new_id())
        self.add_all(model, [values])
        identity: UUID = values["id"]
        return identity

    def add_all(self, model: type[Any], many: Sequence[dict[str, Any]]) -> None:
        """Add rows of one table, each with the same columns, `id` among them."""
        if not many:
            return
        owner = {"explorer_id": self.explorer_id}
        self.session.execute(insert(rows.table(model)), [{**row, **owner} for row in many])
        self._index(model, many)
        self._log(model, "added", [{"row_id": row["id"]} for row in many])

    def change(self, model: type[Any], row_id: UUID, **values: Any) -> bool:
        """Change columns of one row; returns whether any of them was different."""
        before = self.row(model, row_id)
        new = {name: value for name, value in values.items() if before[name] != value}
        if not new:
            return False
        self.session.execute(update(model).where(*self._is(model, row_id)).values(**new))
        if not self._words(model).isdisjoint(new):
            self._drop_words(model, [row_id])
            self._index(model, [{**before, **new}])
        old = rows.to_json({name: before[name] for name in new})
        self._log(model, "changed", [{"row_id": row_id, "before": old, "after": rows.to_json(new)}])
        return True

    def remove(self, model: type[Any], row_id: UUID) -> None:
        """Remove one row; its change keeps it whole."""
        before = self.row(model, row_id)
        self._drop_words(model, [row_id])
        self.session.execute(delete(model).where(*self._is(model, row_id)))
        self._log(model, "removed", [{"row_id": row_id, "before": rows.to_json(before)}])

    def remove_all(self, model: type[Any], ids: Sequence[UUID]) -> int:
        """Remove rows of one table; their changes keep them whole. Returns how many there were."""
        removed = 0
        for first in range(0, len(ids), AT_ONCE):
            some = ids[first : first + AT_ONCE]
            these = (model.explorer_id == self.explorer_id, model.id.in_(some))
            found = self.session.execute(select(model.__table__).where(*these)).mappings()
            before = {row["id"]: rows.to_json(dict(row)) for row in found}
            self._drop_words(model, some)
            self.session.execute(delete(rows.table(model)).where(*these))
            if before:
                kept = [{"row_id": i, "before": before[i]} for i in some if i in before]
                self._log(model, "removed", kept)
            removed += len(before)
        return removed

    def row(self, model: type[Any], row_id: UUID) -> dict[str, Any]:
        """The row as it is; raises NotFound where it is not there or not theirs."""
        query = select(model.__table__).where(*self._is(model, row_id))
        found = self.session.execute(query).mappings().one_or_none()
        if found is None:
            raise NotFound("This is not there any more. Go back and look again.")
        return dict(found)

    def revise(self) -> None:
        """A new revision, once a step, and an end to changes and drafts of thirty days ago."""
        if self._revised:
            return
        mine = Explorer.id == self.explorer_id
        self.session.execute(update(Explorer).where(mine).values(revision=uuid4()))
        if time_has_passed(self.session, self.explorer_id, self._at):
            old = (Change.explorer_id == self.explorer_id, Change.at < self._at - KEPT)
            self.session.execute(delete(Change).where(*old))
        end_old_drafts(self.session, self.explorer_id, self._at)
        self._revised = True

    def change_profile(self, **values: Any) -> None:
        """Change columns of the explorer's own row."""
        query = select(Explorer.__table__).where(Explorer.id == self.explorer_id)
        before = self.session.execute(query).mappings().one()
        new = {name: value for name, value in values.items() if before[name] != value}
        if not new:
            return
        mine = Explorer.id == self.explorer_id
        self.session.execute(update(Explorer).where(mine).values(**new))
        old = rows.to_json({name: before[name] for name in new})
        self._log(
            Explorer,
            "changed",
            [{"row_id": self.explorer_id, "before": old, "after": rows.to_json(new)}],
        )

    def _words(self, model: type[Any]) -> frozenset[str]:
        """The columns of a table that a search reads."""
        columns, _ = searching.SEARCHED.get(model.__tablename__, ((), ""))
        return frozenset(columns)

    def _index(self, model: type[Any], many: Sequence[dict[str, Any]]) -> None:
        """What was written can be found, in the same transaction."""
        if not self._words(model):
            return
        if made := searching.rows(model.__tablename__, self.explorer_id, many):
            self.session.execute(insert(search_text), made)

    def _drop_words(self, model: type[Any], ids: Sequence[UUID]) -> None:
        if self._words(model):
            mine = (search_text.c.explorer_id == self.explorer_id, search_text.c.id.in_(ids))
            self.session.execute(delete(search_text).where(*mine))

    def _is(self, model: type[Any], row_id: UUID) -> tuple[Any, Any]:
        return model.explorer_id == self.explorer_id, model.id == row_id

    def _log(self, model: type[Any], action: str, changes: Sequence[dict[str, Any]]) -> None:
        self.revise()
        shared = {
            "explorer_id": self.explorer_id,
            "step": self.id,
            "at": self._at,
            "actor": "explorer",
            "summary": self._summary,
            "action": action,
            "table_name": model.__tablename__,
            "undone": False,
        }
        # What is empty is left out: the many rows of an import are written half again as fast.
        self.session.execute(
            insert(rows.table(Change)),
            [{**shared, "id": new_id(), **change} for change in changes],
        )
