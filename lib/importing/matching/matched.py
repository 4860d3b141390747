"""A table whose columns were matched: what each is, what it asks, and its records as our cells."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from lib.errors import Refused
from lib.figures import day_first
from lib.files.delimited import Record
from lib.importing.matching.filling import A_NOTE, Filled, Filler, between_of, is_nothing
from lib.importing.matching.guessing import Column, guessed
from lib.importing.matching.headings import LEAVE, NOTE, is_own
from lib.importing.matching.shapes import Shape, fingerprint
from lib.importing.matching.statuses import Unknown, bare_words, read_status, read_whether_held
from lib.importing.matching.tables import Table
from lib.importing.matching.years import DAYS, with_year
from lib.importing.row_errors import RowError, row_error

NO_RESULT = "no result"
BECOMES: dict[str, tuple[str, ...]] = {
    "day": ("held_on", "planned_on", "starts_at"),
    "held_on": ("held_on", "starts_at"),
    "planned_on": ("planned_on", "starts_at"),
    "hour": ("starts_at",),
    "was_held": ("status",),
    "first": ("person",),
    "middle": ("person",),
    "last": ("person",),
    "contact": ("email", "phone", "profile_link"),
    "pay_low": ("pay",),
    "pay_high": ("pay",),
    "pay_currency": (),
    "pay_period": (),
    NOTE: ("more_notes",),
    LEAVE: (),
}
"""Our columns that a column of somebody's table fills, where they are others."""


@dataclass
class Matched:
    """One table of a file, ready to be read."""

    table: Table
    columns: tuple[Column, ...]
    shape: Shape
    today: date = field(default_factory=date.today)
    answer: bool | None = None
    """Whether the day comes first, where the dates do not say."""
    year: int | None = None
    """Of which year days are that name none."""

    @property
    def records(self) -> list[Record]:
        """The rows below the headings."""
        return self.table.records

    @property
    def own(self) -> bool:
        """Whether every heading is one that Fieldwork writes: then each cell is meant as it is."""
        named = [column.heading for column in self.columns if column.heading]
        return len(named) > 20 and all(map(is_own, named))

    @cached_property
    def present(self) -> frozenset[str]:
        """Our columns that the table speaks of."""
        found = frozenset().union(*(self.fills(column.place) for column in self.columns))
        return found | ({"status"} if "day" in {one.target for one in self.columns} else set())

    @cached_property
    def filler(self) -> Filler:
        """How its records are read; raises Refused where only a person can say an order of days."""
        orders = {
            column.place: self._order(column) for column in self.columns if column.target in DAYS
        }
        between = {
            column.place: between_of(self.table.column(column.place))
            for column in self.columns
            if column.second
        }
        return Filler(
            self.columns, orders, self.today, self.shape.statuses, between, self.own, self.year
        )

    @property
    def orders(self) -> dict[str, bool]:
        """Whether the day comes first, by our column; the general one is read already."""
        return {
            column.target: self.filler.orders[column.place]
            for column in self.columns
            if column.place in self.filler.orders
        }

    def filled(self, number: int, record: Sequence[str]) -> Filled:
        """A record as our cells."""
        return self.filler.fill(record, self.wrong_in(number))

    def wrong_in(self, number: int) -> dict[int, str]:
        """Places of a row whose cell says nothing for a reason."""
        if not self.table.wrong:
            return {}
        return {
            column.place: self.table.wrong[number, column.place]
            for column in self.columns
            if (number, column.place) in self.table.wrong
        }

    def fills(self, place: int) -> set[str]:
        """Our columns that a column fills."""
        column = self.columns[place]
        named = filter(None, (column.target, column.second))
        return {one for name in named for one in BECOMES.get(name, (name,))}

    def heading(self, place: int) -> str:
        """A column as the person's own program shows it: its heading, else its letter."""
        named = self.columns[place].heading if place < len(self.columns) else ""
        return named or f"column {letter(place)}"

    def unknown(self) -> list[Unknown]:
        """Words of status columns that nobody knows yet."""
        found: list[Unknown] = []
        for column in self.columns:
            if column.target not in ("status", "was_held"):
                continue
            read = read_status if column.target == "status" else read_whether_held
            cells = (cell.strip() for cell in self.table.column(column.place))
            counted = Counter(
                cell for cell in cells
                if not is_nothing(cell) and read(cell) is None
                and bare_words(cell) not in self.shape.statuses
            )  # fmt: skip
            found += [Unknown(column.heading, value, rows) for value, rows in counted.items()]
        return found

    def beyond(self, number: int, record: Sequence[str]) -> RowError | None:
        """The refusal of a record with more cells than there are columns."""
        left = [cell for cell in record[len(self.columns) :] if cell.strip()]
        if not left:
            return None
        message = "This row has more cells than there are headings. Is a quotation mark missing?"
        return row_error(number, "", left[0], message)

    def _order(self, column: Column) -> bool:
        values = [with_year(value, self.year) for value in self.table.column(column.place)]
        first = day_first(values)
        if first is None and self.answer is None:
            example = next(value for value in values if day_first([value]) is not True)
            raise Refused(
                f"In “{self.heading(column.place)}”, is {example.strip()[:40]} written with the "
                "day first or the month first? The dates of this file do not say which.",
                where="day_first",
            )
        return bool(self.answer) if first is None else first


def matched(
    table: Table,
    known: Callable[[str], Shape | None],
    answer: bool | None = None,
    year: int | None = None,
) -> Matched:
    """The table with every column guessed, or as it was said of these headings before."""
    shape = known(fingerprint(table.headings)) or Shape()
    columns = guessed(table.headings, table.column, shape.said_of(table.headings))
    return Matched(table, columns, shape, answer=answer, year=year)


def letter(place: int) -> str:
    """A, B, ... Z, AA: how spreadsheet programs call a column."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name


__all__ = ["A_NOTE", "Matched", "Unknown", "letter", "matched"]
