"""What there is to know about a kind of finding, in one place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from lib.findings.parts import Flag, Money, Pair, Part, Reference, Typed, Word
from lib.records import Said

Some = TypeVar("Some", bound=Part)
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Sort:
    """What a kind is called in a file and on Record; a kind of two sides has one for each."""

    word: str
    """Under `kind` in a sheet with a finding a row."""
    mark: str
    """As a line of notes is marked, and its box to type into."""
    also: tuple[str, ...] = ()
    """What else a file may call it."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """What it says of the finding."""


@dataclass(frozen=True)
class Cell:
    """A column of a sheet with a conversation a row: what else it is called, what it says."""

    column: str
    also: str
    word: str = ""
    """The word of the part that tells such columns apart."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of finding: where it is kept, what it keeps, and how it is told."""

    list_of: str
    """The list of a conversation that holds it."""
    record: type[Said]
    table: type[Any]
    topic: str
    counts_by: str
    """The part under which it counts; what lacks it is still to be named."""
    parts: tuple[Part, ...]
    """In the order of the columns of a sheet with a finding a row."""
    alike: tuple[str, ...]
    """Columns that two people's findings share when they said the same."""
    sorts: tuple[Sort, ...]
    words: Callable[[Row], list[str]]
    """Parts of the line that the evidence shows, from a row of `dtypes`; empty ones are none."""
    tag: Callable[[Any], tuple[str, ...]]
    """Parts of the tag of a highlight, from the record."""
    meaning: str
    """What such a tag stands for."""
    one: str
    """What one of them is called, at the beginning of a sentence."""
    cells: tuple[Cell, ...]
    """Where it stands in a sheet with a conversation a row."""
    by: str = ""
    """The part that those columns tell apart."""
    what: str = ""
    """What the column `what` holds of it, in a sheet with a finding a row."""
    sheet_place: int = 9
    """Its place in a sheet, the lowest first; else in the order of kinds."""
    in_order: str = ""
    """The part that counts those of one conversation, from 1 on."""
    replaced: bool = False
    """Whether somebody's later answer takes the place of any earlier one."""
    several: bool = False
    """Whether one person's figures stand beside each other, and none replaces another."""

    @cached_property
    def by_name(self) -> dict[str, Part]:
        """The parts by their names."""
        return {part.name: part for part in self.parts}

    @property
    def naming(self) -> Part:
        """The part under which it counts."""
        return self.by_name[self.counts_by]

    def of(self, role: type[Some]) -> Iterator[Some]:
        """The parts of one role."""
        return (part for part in self.parts if isinstance(part, role))

    @cached_property
    def units(self) -> frozenset[str]:
        """Parts that belong to a figure."""
        return frozenset(unit for pair in self.of(Pair) for unit in pair.units)

    @cached_property
    def part_of(self) -> dict[str, Part]:
        """The part that an attribute of the record belongs to."""
        return {end: part for part in self.parts for end in part.ends}

    @cached_property
    def from_column(self) -> tuple[str, ...]:
        """The parts that a column with a line each, or the place in it, says already."""
        return tuple(filter(None, (self.by, self.in_order)))

    @cached_property
    def typed(self) -> dict[str, Typed]:
        """What is typed freely beside the quote, by column."""
        return {part.name: part for part in self.of(Typed)}

    @cached_property
    def dtypes(self) -> dict[str, str]:
        """Each attribute of the record, as what a query gives it."""
        return {end: part.dtype for part in self.parts for end in part.ends}

    @cached_property
    def beside(self) -> dict[str, Any]:
        """What is counted by itself, each with what stands for none."""
        words = {part.name: part.empty for part in self.of(Word) if part.counted}
        return words | {part.name: None for part in self.of(Flag)}

    @cached_property
    def pairs(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """Low and high ends, each pair with the units without which it has no place."""
        return tuple((pair.ends, pair.units) for pair in self.of(Pair))

    @cached_property
    def named_by(self) -> str:
        """The attribute that is its name; "" where it counts by a figure."""
        return "" if isinstance(self.naming, Money) else self.counts_by

    @cached_property
    def references(self) -> dict[str, str]:
        """Parts that are rows of their own, each with the column of the id."""
        return {part.name: part.by for part in self.of(Reference)}

    @cached_property
    def cell_words(self) -> dict[str, str]:
        """What each column of a sheet with a conversation a row says of all its lines."""
        return {cell.column: cell.word for cell in self.cells}
