"""The rows of a table as conversations, with what a second sheet says was said in them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lib.errors import Refused
from lib.importing.headed import Headed
from lib.importing.known_again import digest_of, key_of, mark_of
from lib.importing.parsed import Parsed, RowError, Sheet, SheetRow, row_error
from lib.importing.said_rows import Conversations, SaidSheet, tie_of, tied
from lib.records import Conversation
from lib.sheet import read_cells
from lib.sheet.columns import FINDING_COLUMNS
from lib.sheet.reading import MOMENTS

Progress = Callable[[int, int], None]

NO_FIELD = (
    "Say which field of work these conversations are about: add a column “field”, or name one "
    "field for all of them."
)


@dataclass(frozen=True)
class Answers:
    """What the person said where a file leaves it open."""

    day_first: bool | None = None
    default_field: str = ""
    dollar: str = "USD"


def read_rows(
    source: str,
    table: Headed,
    answers: Answers,
    progress: Progress,
    also: tuple[str, Headed] | None = None,
) -> Parsed:
    """Every conversation of the table; raises Refused where their field is nowhere said.

    `also` is a sheet of what was said in them, with its name.
    """
    if "field" not in table.columns and not answers.default_field.strip():
        raise Refused(NO_FIELD, where="default_field")
    orders = {name: table.day_first(name, answers.day_first) for name in MOMENTS}
    said = _tied(table, orders, answers, also) if also else None
    reading = _Reading(table, answers, orders, said)
    rows: list[SheetRow] = []
    for done, (number, record) in enumerate(table.records, 1):
        row = reading.row(number, record)
        if row is not None:
            rows.append(row)
        if done % 100 == 0 or done == len(table.records):
            progress(done, len(table.records))
    lost = said.lost if said else []
    total = len(table.records) + len(lost)
    sheet = Sheet(tuple(rows), _present(table, said), _ignored(table, said))
    return Parsed(source, total, total - len(rows), (*reading.errors, *lost), sheet)


def _tied(
    table: Headed, orders: Mapping[str, bool], answers: Answers, also: tuple[str, Headed]
) -> SaidSheet:
    talks = Conversations()
    for number, record in table.records:
        cells = _cells(table, record, answers)
        talks.add(number, cells.get("id", "").strip(), tie_of(cells, orders))
    return tied(*also, talks, dollar=answers.dollar, day_first=answers.day_first)


def _present(table: Headed, said: SaidSheet | None) -> frozenset[str]:
    """The columns that the file speaks of; a sheet of what was said speaks of all findings."""
    present = frozenset(name for name in table.columns if name)
    if said is None:
        return present
    return present | {*FINDING_COLUMNS} | ({"notes"} if said.notes else set())


def _ignored(table: Headed, said: SaidSheet | None) -> tuple[str, ...]:
    more = [f"{said.name}: {heading}" for heading in said.table.ignored] if said else []
    return (*table.ignored, *more)


def _cells(table: Headed, record: Sequence[str], answers: Answers) -> dict[str, str]:
    cells = table.cells(record)
    if not cells.get("field", "").strip():
        cells["field"] = answers.default_field
    return cells


@dataclass
class _Reading:
    """One pass over the conversations, and what is refused of them."""

    table: Headed
    answers: Answers
    orders: Mapping[str, bool]
    said: SaidSheet | None
    errors: list[RowError] = field(default_factory=list)

    def row(self, number: int, record: Sequence[str]) -> SheetRow | None:
        """The conversation of a row; None where it, or something said in it, is refused."""
        beyond = self.table.beyond(number, record)
        if beyond:
            self.errors.append(beyond)
            return None
        cells = _cells(self.table, record, self.answers)
        also, unheard = self.said.heard(number) if self.said else ([], [])
        read = read_cells(cells, dollar=self.answers.dollar, day_first=self.orders, also=also)
        refused = [row_error(number, *one) for one in read.refused] + unheard
        self.errors += refused
        if refused or read.said is None:
            return None
        return _sheet_row(number, cells, read.said)


def _sheet_row(number: int, cells: Mapping[str, str], said: Conversation) -> SheetRow:
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
    )
