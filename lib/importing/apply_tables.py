"""Writes what a plan of our own format found to be new or taken, parents before children."""

from typing import Any
from uuid import UUID

from lib.commands.journal import Step
from lib.commands.skills import straighten
from lib.exporting.format import lists
from lib.importing.plan_tables import Work, references

Row = dict[str, Any]
AT_ONCE = 1_000


def apply_tables(step: Step, work: Work) -> None:
    """Add and change the rows within the step."""
    step.change_profile(**work.profile)
    for model in lists().values():
        add_parents_first(step, model, work.add.get(model, []))
    for model in lists().values():
        for values in work.change.get(model, []):
            step.change(model, values["id"], **values)
    straighten(step)


def add_parents_first(step: Step, model: type[Any], many: list[Row]) -> None:
    """Add rows that may refer to each other."""
    column = next((name for name, target in references(model) if target is model), None)
    later: list[tuple[UUID, UUID]] = []
    ordered = many if column is None else _parents_first(many, column, later)
    for first in range(0, len(ordered), AT_ONCE):
        step.add_all(model, ordered[first : first + AT_ONCE])
    for row_id, parent in later:
        step.change(model, row_id, **{str(column): parent})


def _parents_first(many: list[Row], column: str, later: list[tuple[UUID, UUID]]) -> list[Row]:
    """The rows so that each follows the one it refers to; circles are closed in `later`."""
    waiting = {row["id"]: row for row in many}
    ordered: list[Row] = []
    for start in many:
        chain: list[Row] = []
        row = waiting.pop(start["id"], None)
        while row is not None:
            chain.append(row)
            row = waiting.pop(row[column], None)
        if chain and chain[-1][column] in {link["id"] for link in chain}:
            last = chain.pop()
            later.append((last["id"], last[column]))
            chain.append({**last, column: None})
        ordered += reversed(chain)
    return ordered
