"""A conversation as the cells of one row, by column."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from lib.findings import KINDS
from lib.records import Conversation, Said
from lib.sheet.columns import COLUMNS, column_of
from lib.sheet.finding_lines import line_of
from lib.sheet.parts import note_line
from lib.sheet.reading import ON_THE_DAY, PERSON, PLAIN
from lib.text import timed


def cells_of(said: Conversation, people: Mapping[UUID, str] | None = None) -> dict[str, str]:
    """Every cell that holds something; `people` names who introduced somebody."""
    cells = cells_about(said, people) | _findings(said)
    return {name: cells[name] for name in COLUMNS if name in cells}


def cells_about(said: Conversation, people: Mapping[UUID, str] | None = None) -> dict[str, str]:
    """The cells of the conversation itself, without what was found in it."""
    person = said.person
    cells = {name: _plain(getattr(said, name)) for name in PLAIN}
    cells |= {
        name: _plain(getattr(person, to)) for name, to in PERSON.items() if name not in ON_THE_DAY
    }
    for name in ON_THE_DAY:
        on_the_day, now = getattr(said, name), getattr(person, name)
        cells[name] = on_the_day or now
        cells[f"{name}_now"] = now if on_the_day and now != on_the_day else ""
    if person.attribution == "described":
        cells["attribution"] = ""
    cells["id"], cells["person_id"] = str(said.id), str(person.id)
    if person.introduced_by_id:
        known = people or {}
        cells["introduced_by"] = known.get(person.introduced_by_id, str(person.introduced_by_id))
    cells["asked"] = "\n".join(said.asked)
    cells["notes"] = "\n".join(timed(note.said_at, note_line(note.text)) for note in said.notes)
    return {name: cells[name] for name in COLUMNS if cells.get(name)}


def lines_of(said: Conversation) -> Iterator[tuple[Said, str, str]]:
    """Each finding with its column and its line there, in their order."""
    for kind in KINDS:
        many: dict[str, int] = {}
        for one in getattr(said, kind.list_of):
            column, line = column_of(one), line_of(one, kind)
            many[column] = many.get(column, 0) + 1
            if kind.in_order and getattr(one, kind.in_order) != many[column]:
                line += f"; {kind.in_order}: {getattr(one, kind.in_order)}"
            yield one, column, line


def _findings(said: Conversation) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for _, column, line in lines_of(said):
        found.setdefault(column, []).append(line)
    return {column: "\n".join(many) for column, many in found.items()}


def _plain(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
