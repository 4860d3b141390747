"""The rows of tables as conversations, with what a second sheet says was said in them.

A cell that is not understood costs itself and is kept with the notes, unless leaving it out would
make the row mean something else: then the row is refused, or waits for an answer.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lib.errors import Refused
from lib.importing.headed import Headed
from lib.importing.known_again import digest_of, key_of, mark_of
from lib.importing.matching.filling import Filled
from lib.importing.matching.matched import NO_RESULT, Matched, letter
from lib.importing.matching.years import DAYS, YEARLESS, is_yearless
from lib.importing.parsed import Parsed, Seen, Sheet, SheetRow
from lib.importing.row_errors import RowError, row_error
from lib.importing.said_rows import Conversations, SaidSheet, tie_of, tied
from lib.records import Conversation
from lib.sheet import read_cells
from lib.sheet.columns import FINDING_COLUMNS
from lib.sheet.reading import MOMENTS, Read
from lib.text import fold, unmarked

Progress = Callable[[int, int], None]

NO_FIELD = (
    "Say which field of work these conversations are about: add a column “field”, or name one "
    "field for all of them."
)
ESSENTIAL = frozenset(
    ("id", "field", "person", "status", "held_on", "zone", "attribution", "consent_on", "notes",
     "quotes", "asked")
)  # fmt: skip
"""Columns without which a row would mean something else."""
UNRESULTED = (
    "This formula has no result in the file. Open it in a spreadsheet program and save it, then "
    "bring it again."
)
AN_ERROR = "This cell holds an error of the spreadsheet. Correct it there, then bring it again."
UNKNOWN_STATUS = (
    "Say what this means: idea, requested, scheduled, held, declined, cancelled, or a note."
)
NO_FIELDS = frozenset(
    ("interviews", "interview", "contacts", "contact", "people", "tracker", "log", "notes",
     "conversations", "calls", "meetings", "networking", "sheet", "data", "list", "main",
     "informational interviews", "archive", "done", "planned", "to do", "kontakte",
     "gespräche", "personen", "entretiens", "contactos", "entrevistas", "contatos", "gesprekken",
     "contacten")
)  # fmt: skip
"""Names of sheets that say what is on them, and not which field it is about."""
ROUNDS = 4


@dataclass(frozen=True)
class Answers:
    """What the person said where a file leaves it open."""

    day_first: bool | None = None
    default_field: str = ""
    dollar: str = "USD"


def read_rows(
    source: str,
    tables: Sequence[Matched],
    answers: Answers,
    progress: Progress,
    *,
    also: tuple[str, Headed] | None = None,
    ignored: Iterable[str] = (),
) -> Parsed:
    """Every conversation of the tables; raises Refused where their field is nowhere said.

    `also` is a sheet of what was said in them, with its name.
    """
    fielded = all("field" in table.present or _named_field(table, tables) for table in tables)
    total = sum(len(table.records) for table in tables)
    from_sheet = any(table.table.name or table.table.head_row for table in tables)
    if not fielded and not answers.default_field.strip() and (total or from_sheet):
        raise Refused(NO_FIELD, where="default_field")
    said = _tied(tables[0], answers, also) if also else None
    reading = _Reading(answers, said, several=len(tables) > 1)
    rows: list[SheetRow] = []
    done = 0
    for table in tables:
        field = answers.default_field or _named_field(table, tables)
        for number, record in table.records:
            row = reading.row(table, number, record, field)
            if row is not None:
                rows.append(row)
            done += 1
            if done % 100 == 0 or done == total:
                progress(done, total)
    lost = said.lost if said else []
    total += len(lost)
    present = frozenset().union(*(table.present for table in tables))
    aside = (*ignored, *_ignored(said))
    sheet = Sheet(tuple(rows), _present(present, said), aside, tuple(map(seen_of, tables)))
    errors = (*reading.errors, *lost)
    return Parsed(source, total, total - len(rows), errors, sheet, cells=tuple(reading.cells))


def _named_field(table: Matched, tables: Sequence[Matched]) -> str:
    """The name of one sheet among several without a field, where it may be that of one."""
    name = table.table.name.strip()
    sheets = {one.table.name for one in tables}
    silent = len(sheets) < 2 or "field" in table.present or fold(name) in NO_FIELDS
    return "" if silent or any(sign.isdigit() for sign in name) else name


def seen_of(table: Matched) -> Seen:
    """A table as it is shown."""
    shown = table.table
    return Seen(
        shown.name, shown.head_row, shown.titles, shown.headings, table.columns,
        tuple(table.unknown()),
    )  # fmt: skip


def _tied(table: Matched, answers: Answers, also: tuple[str, Headed]) -> SaidSheet:
    talks = Conversations()
    orders = {name: table.orders.get(name, True) for name in MOMENTS}
    for number, record in table.records:
        cells = _with_field(table.filled(number, record), answers.default_field)
        talks.add(number, cells.get("id", "").strip(), tie_of(cells, orders))
    return tied(*also, talks, dollar=answers.dollar, day_first=answers.day_first)


def _present(present: frozenset[str], said: SaidSheet | None) -> frozenset[str]:
    """The columns that the file speaks of; a sheet of what was said speaks of all findings."""
    if said is None:
        return present
    return present | {*FINDING_COLUMNS} | ({"notes"} if said.notes else set())


def _ignored(said: SaidSheet | None) -> tuple[str, ...]:
    return tuple(f"{said.name}: {heading}" for heading in said.table.ignored) if said else ()


def _with_field(filled: Filled, field: str) -> dict[str, str]:
    if field and not filled.cells.get("field", "").strip():
        filled.cells["field"] = field
    return filled.with_notes()


@dataclass
class _Reading:
    """One pass over the conversations, and what is refused of them."""

    answers: Answers
    said: SaidSheet | None
    several: bool
    errors: list[RowError] = field(default_factory=list)
    cells: list[RowError] = field(default_factory=list)

    def row(
        self, table: Matched, number: int, record: Sequence[str], field: str
    ) -> SheetRow | None:
        """The conversation of a row; None where it, or something said in it, is refused."""
        beyond = table.beyond(number, record)
        if beyond:
            self.errors.append(beyond)
            return None
        filled = table.filled(number, record)
        unread, told = self._wrong(table, number)
        also, unheard = self.said.heard(number) if self.said else ([], [])
        refused = [*told, *unheard]
        if filled.unknown:
            heading, value = filled.unknown
            refused.append(self._told(table, number, heading, value, UNKNOWN_STATUS))
        if refused:
            self.errors += refused
            return None
        read = self._read(table, number, filled, unread, field=field, also=also)
        if read.said is None:
            return None
        return _sheet_row(number, filled.cells, read.said, frozenset(unread))

    def _wrong(self, table: Matched, number: int) -> tuple[set[str], list[RowError]]:
        """Cells that hold an error or no result: each told; the row goes only where it needs it."""
        unread: set[str] = set()
        refused: list[RowError] = []
        for place, why in table.wrong_in(number).items():
            shown = "" if why == NO_RESULT else why
            message = UNRESULTED if why == NO_RESULT else AN_ERROR
            error = self._told(table, number, table.heading(place), shown, message)
            fills = table.fills(place)
            if fills & ESSENTIAL:
                refused.append(error)
            else:
                self.cells.append(error)
                unread |= fills
        return unread, refused

    def _read(
        self,
        table: Matched,
        number: int,
        filled: Filled,
        unread: set[str],
        *,
        field: str,
        also: Iterable[tuple[str, object]],
    ) -> Read:
        """The row without what is not understood of it, which goes to its notes."""
        read = Read()
        for _ in range(ROUNDS):
            cells = _with_field(filled, field)
            read = read_cells(cells, dollar=self.answers.dollar, day_first=table.orders, also=also)
            if read.said is not None:
                return read
            left = [one for one in read.refused if one[0] not in ESSENTIAL]
            if len(left) < len(read.refused) or not self._leave(table, number, filled, left):
                break
            unread |= {column for column, _, _ in left}
        for column, value, message in read.refused:
            heading = filled.headings.get(column, column)
            why = YEARLESS if column in DAYS and is_yearless(value) else message
            self.errors.append(self._told(table, number, heading, value, why))
        return Read()

    def _leave(
        self, table: Matched, number: int, filled: Filled, left: list[tuple[str, str, str]]
    ) -> bool:
        """Move what was not understood to the notes; whether all of it could be."""
        for column, value, message in left:
            cell = filled.cells.get(column)
            if cell is None:
                return False
            rest = [line for line in unmarked(cell) if line != value]
            lost = value if value and value in unmarked(cell) else cell
            if lost == cell or not rest:
                del filled.cells[column]
            else:
                filled.cells[column] = "\n".join(rest)
            heading = filled.headings.get(column, column)
            filled.left.append((heading, lost))
            self.cells.append(self._told(table, number, heading, lost, message))
        return True

    def _told(
        self, table: Matched, number: int, heading: str, value: str, message: str
    ) -> RowError:
        name = f"{table.table.name}: {heading}" if self.several and table.table.name else heading
        if table.table.turned:
            name = f"{name}, column {letter(number - 1)}"
            rows = dict(zip(table.table.headings, table.table.turned, strict=True))
            number = rows.get(heading, number)
        return row_error(number, name, value, message)


def _sheet_row(
    number: int, cells: Mapping[str, str], said: Conversation, unread: frozenset[str]
) -> SheetRow:
    identity, introduced = cells.get("id", "").strip(), cells.get("introduced_by", "").strip()
    digest = digest_of(said, introduced)
    return SheetRow(
        row=number,
        key=key_of(identity, said, digest),
        digest=digest,
        talk_id=said.id,
        person=said.person,
        content=said.model_dump_json(),
        mark=mark_of(said),
        identity=identity,
        person_key=cells.get("person_id", "").strip(),
        introduced_by=introduced,
        unread=unread,
    )
