"""A table with headings, from whatever file: which column each stands for, and its rows below."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lib.errors import Refused
from lib.figures import day_first
from lib.files.delimited import Record
from lib.importing.parsed import RowError, row_error
from lib.sheet import original

MOST_COLUMNS = 500

Known = Callable[[str], str | None]


@dataclass(frozen=True)
class Headed:
    """The headings by place, those that nobody understands, and the records below them."""

    columns: tuple[str | None, ...]
    ignored: tuple[str, ...]
    records: list[Record]

    def cells(self, record: Sequence[str]) -> dict[str, str]:
        """A record's cells by column, as they were before an export made them harmless."""
        named = zip(self.columns, record, strict=False)
        return {name: original(cell) for name, cell in named if name}

    def beyond(self, number: int, record: Sequence[str]) -> RowError | None:
        """The refusal of a record with more cells than there are headings."""
        left = [cell for cell in record[len(self.columns) :] if cell.strip()]
        if not left:
            return None
        message = "This row has more cells than there are headings. Is a quotation mark missing?"
        return row_error(number, "", left[0], message)

    def day_first(self, name: str, answer: bool | None) -> bool:
        """Whether the day comes first in a column; raises Refused where only a person can say."""
        if name not in self.columns:
            return True
        at = self.columns.index(name)
        values = [original(record[at]) for _, record in self.records if len(record) > at]
        first = day_first(values)
        if first is None and answer is None:
            example = next(value for value in values if day_first([value]) is not True)
            raise Refused(
                f"In “{name}”, is {example.strip()[:40]} written with the day first or the month "
                "first? The dates of this file do not say which.",
                where="day_first",
            )
        return bool(answer) if first is None else first


def times_known(head: Sequence[str], known: Known) -> int:
    """How many of the cells are headings of a known column."""
    return sum(known(original(heading)) is not None for heading in head[:MOST_COLUMNS])


def headings(head: Sequence[str], known: Known) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    """The column that each heading stands for; raises Refused where two stand for one."""
    if len(head) > MOST_COLUMNS:
        raise Refused(too_wide(len(head)))
    named = [original(heading).strip() for heading in head]
    columns = tuple(known(heading) for heading in named)
    counted = Counter(name for name in columns if name)
    for name, times in counted.items():
        if times > 1:
            same = [h[:60] for h, column in zip(named, columns, strict=True) if column == name]
            raise Refused(
                f"The headings {' and '.join(f'“{heading}”' for heading in same[:4])} stand for "
                "the same column. Rename or remove all but one."
            )
    ignored = (h[:60] for h, column in zip(named, columns, strict=True) if h and not column)
    return columns, tuple(ignored)


def too_wide(columns: int) -> str:
    """The refusal of so many columns."""
    return f"This file has {columns:,} columns; a sheet of interviews has at most {MOST_COLUMNS}."
