"""What a second sheet says was said, tied to the conversations of the first.

By the conversation's id; without one, by what is given of person, field and day, which has to
fit one conversation alone. What fits none or several is refused, never guessed.
"""

from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from lib.errors import Refused
from lib.importing.headed import Headed
from lib.importing.parsed import RowError, row_error
from lib.sheet.dates import read_date
from lib.sheet.said_reading import Misread, read_said
from lib.text import fold

Tie = tuple[str, str, str]
"""Person and field, folded, and the day."""

MOST_STEPS = 40
NOBODY_S = (
    "This belongs to no conversation of the other sheet. Write its id under “interview”, or its "
    "person, field and day."
)
SEVERAL_S = "Several conversations fit. Write the id of the one that is meant under “interview”."


@dataclass
class Said:
    """What was said, by the row of its conversation; and what is refused, with its conversation.

    `lost` are rows that belong to no conversation.
    """

    heard: dict[int, list[tuple[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    refused: dict[int, list[RowError]] = field(default_factory=lambda: defaultdict(list))
    lost: list[RowError] = field(default_factory=list)


@dataclass
class Conversations:
    """The conversations of the first sheet, to be found by id or by person, field and day."""

    by_id: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_part: dict[tuple[int, str], set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, number: int, identity: str, tie: Tie) -> None:
        """One conversation, by its row."""
        if identity:
            self.by_id[identity].append(number)
        for place, part in enumerate(tie):
            self.by_part[place, part].add(number)

    def of(self, identity: str, tie: Tie) -> list[int]:
        """The rows that are meant; raises Refused where that cannot be told."""
        if identity:
            found = self.by_id.get(identity, [])
        else:
            parts = [self.by_part.get(part, set()) for part in enumerate(tie) if part[1]]
            found = list(set.intersection(*parts)) if parts else []
            if len(found) > 1:
                raise Refused(SEVERAL_S)
        if not found:
            raise Refused(NOBODY_S)
        return found


def tied(
    name: str,
    said: Headed,
    talks: Conversations,
    *,
    dollar: str,
    day_first: bool | None,
) -> Said:
    """Every row of the second sheet, whose name stands before the columns of what is refused."""
    found = Said()
    orders = {"held_on": said.day_first("held_on", day_first)}
    for number, record in said.records:
        cells = said.cells(record)
        try:
            mine = talks.of(cells.get("interview", "").strip(), tie_of(cells, orders))
        except Refused as error:
            shown = cells.get("interview") or cells.get("person") or cells.get("what", "")
            found.lost.append(row_error(number, f"{name}: interview", shown, str(error)))
            continue
        try:
            heard = read_said(cells, dollar=dollar)
        except Misread as misread:
            errors = [row_error(number, f"{name}: {c}", v, m) for c, v, m in misread.refused]
            found.refused[mine[0]].extend(errors)
            continue
        for talk in mine:
            found.heard[talk].append(_placed(*heard, found.heard[talk], cells))
    return found


def tie_of(cells: Mapping[str, str], orders: Mapping[str, bool]) -> Tie:
    """Person, field and day of a row; empty where they are not given, or no day."""
    day = ""
    for name in ("held_on", "planned_on"):
        with suppress(Refused):
            text = cells.get(name, "")
            day = day or (str(read_date(text, day_first=orders[name])) if text.strip() else "")
    return fold(cells.get("person", "")), fold(cells.get("field", "")), day


def _placed(
    list_of: str, one: Any, before: list[tuple[str, Any]], cells: Mapping[str, str]
) -> tuple[str, Any]:
    """Steps without a position follow each other as they stand in the sheet."""
    if list_of == "steps" and not cells.get("position", "").strip():
        position = 1 + sum(kind == "steps" for kind, _ in before)
        one = one.model_copy(update={"position": min(position, MOST_STEPS)})
    return list_of, one
