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
from lib.figures import read_date
from lib.files.delimited import Record
from lib.findings import BY_LIST
from lib.importing.headed import Headed
from lib.importing.parsed import RowError, row_error
from lib.records import NoteLine
from lib.sheet.said_reading import Misread, named_kind, read_said
from lib.text import fold, untimed

Tie = tuple[str, str, str]
"""Person and field, folded, and the day."""

Heard = tuple[str, Any]
"""The list of a conversation that a record belongs to, and the record."""

MOST_IN_ORDER = 40
NOBODY_S = "No conversation of the other sheet fits. Write its id, or its person, field and day."
SEVERAL_S = "Several conversations fit. Write the id of the one that is meant."


@dataclass
class SaidSheet:
    """The second sheet: its rows by the row of their conversation, read when they are asked for.

    `lost` are rows that belong to no conversation. A hundred thousand findings as records would
    take three times the memory of their cells.
    """

    name: str
    table: Headed
    dollar: str
    rows: dict[int, list[Record]] = field(default_factory=lambda: defaultdict(list))
    lost: list[RowError] = field(default_factory=list)
    notes: bool = False
    """Whether it has lines of notes."""

    def heard(self, talk: int) -> tuple[list[Heard], list[RowError]]:
        """What was said in a conversation, and what of it is refused."""
        found: list[Heard] = []
        refused: list[RowError] = []
        for number, record in self.rows.get(talk, ()):
            beyond = self.table.beyond(number, record)
            refused += [beyond] if beyond else []
            cells = self.table.cells(record)
            try:
                found.append(_placed(*read_said(cells, dollar=self.dollar), found, cells))
            except Misread as misread:
                refused += (
                    row_error(number, f"{self.name}: {c}", v, m) for c, v, m in misread.refused
                )
        return found, refused


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
    name: str, table: Headed, talks: Conversations, *, dollar: str, day_first: bool | None
) -> SaidSheet:
    """Every row of the second sheet with its conversation; its name stands before its columns."""
    sheet = SaidSheet(name, table, dollar)
    orders = {"held_on": table.day_first("held_on", day_first)}
    for number, record in table.records:
        cells = table.cells(record)
        identity = cells.get("interview", "").strip()
        try:
            mine = talks.of(identity, ("", "", "") if identity else tie_of(cells, orders))
        except Refused as error:
            shown = identity or cells.get("person") or cells.get("what", "")
            sheet.lost.append(row_error(number, f"{name}: interview", shown, str(error)))
            continue
        sheet.notes = sheet.notes or named_kind(cells.get("kind", "")) == "note"
        for talk in mine:
            sheet.rows[talk].append((number, record))
    return sheet


def tie_of(cells: Mapping[str, str], orders: Mapping[str, bool]) -> Tie:
    """Person, field and day of a row; empty where they are not given, or no day."""
    day = ""
    for name in ("held_on", "planned_on"):
        with suppress(Refused):
            text = cells.get(name, "")
            day = day or (str(read_date(text, day_first=orders[name])) if text.strip() else "")
    return fold(cells.get("person", "")), fold(cells.get("field", "")), day


def _placed(list_of: str, one: Any, before: list[Heard], cells: Mapping[str, str]) -> Heard:
    """What has no place in its order follows what stands before it in the sheet."""
    if isinstance(one, NoteLine):
        said_at, text = untimed(one.text)
        one = one.model_copy(update={"said_at": said_at, "text": text})
    place = BY_LIST[list_of].in_order if list_of in BY_LIST else ""
    if place and not cells.get(place, "").strip():
        number = 1 + sum(other == list_of for other, _ in before)
        one = one.model_copy(update={place: min(number, MOST_IN_ORDER)})
    return list_of, one
