"""What a finding keeps beside its words, by role: a name, words of a closed list, pairs of ends.

A part has one column in the record and in the row, a pair of ends two. What a sheet, a form, the
evidence, a link and forgetting do with it follows from its role.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

Values = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One thing that a kind keeps; `about` stands beside its column in a template."""

    name: str
    about: str = ""
    column: str = ""
    """Its column in a sheet with a finding a row, where it is not called like the part."""
    placed: bool = True
    """Whether it has its place in such a sheet here; else where another kind has it."""

    @property
    def ends(self) -> tuple[str, ...]:
        """The attributes of the record that hold it."""
        return (self.name,)

    @property
    def kept(self) -> tuple[str, ...]:
        """The columns of the row that hold it."""
        return self.ends

    @property
    def dtype(self) -> str:
        """As what a query gives it, see `lib.queries.base.frame`."""
        return "text"

    def in_sheet(self, end: str) -> str:
        """The column in which one of its ends stands there."""
        return self.column or end


@dataclass(frozen=True, kw_only=True)
class Reference(Part):
    """A name that is a row of its own, by its id."""

    by: str

    @property
    def kept(self) -> tuple[str, ...]:
        """The column with the id."""
        return (self.by,)


@dataclass(frozen=True, kw_only=True)
class Typed(Part):
    """What somebody typed: it goes when they are forgotten, and a link shows it as released."""

    shown_as: str
    """What it is called where one reads what a link may show."""
    instead_of: str = ""
    """The part that it stands for where it is empty: the word behind a name."""
    known: tuple[str, ...] = ()
    """Words of a closed list that may stand in it and are nobody's own."""


@dataclass(frozen=True, kw_only=True)
class Word(Part):
    """A word of a closed list."""

    words: Any
    """The `Literal` of `lib.words`."""
    empty: str = "unstated"
    counted: bool = False
    """Whether it is counted by itself, so that a link shows it where enough people said it."""

    @property
    def stated(self) -> tuple[str, ...]:
        """Its words; what is unstated is an empty cell."""
        return tuple(word for word in get_args(self.words) if word != "unstated")


@dataclass(frozen=True, kw_only=True)
class Code(Part):
    """A currency, by its code."""


@dataclass(frozen=True, kw_only=True)
class Whole(Part):
    """A whole number."""

    needed: bool = False
    """Whether there always is one."""
    bare: bool = False
    """Whether four digits alone mean it, in a line of a sheet."""

    @property
    def dtype(self) -> str:
        """NaN where it may be missing."""
        return "int64" if self.needed else "float64"


@dataclass(frozen=True, kw_only=True)
class Flag(Part):
    """Yes, no or not said; counted by itself."""

    words: tuple[str, ...]
    """What says yes in a line of a sheet, the first as it is written; with "not" before it, no."""

    @property
    def dtype(self) -> str:
        """1, 0 or NaN."""
        return "float64"


@dataclass(frozen=True, kw_only=True)
class Pair(Part):
    """A low and a high end; a form has one phrase for both, called by its name."""

    abouts: tuple[str, str]
    """What a template says beside each of them."""
    units: tuple[str, ...] = ()
    """The parts without which a figure has no place among others."""

    @property
    def dtype(self) -> str:
        """NaN where an end is open."""
        return "float64"


@dataclass(frozen=True, kw_only=True)
class Span(Pair):
    """A span of time, in months or years, as its name says."""

    @property
    def ends(self) -> tuple[str, str]:
        """Such as months_low, months_high."""
        return f"{self.name}_low", f"{self.name}_high"


@dataclass(frozen=True, kw_only=True)
class Money(Pair):
    """Amounts: hundredths in a row."""

    read: Callable[[str, str], Values]
    """A typed phrase, and what $ alone means, as values of the record; raises Refused."""
    prefix: str = ""

    @property
    def ends(self) -> tuple[str, str]:
        """Such as cost_low, cost_high."""
        return f"{self.prefix}low", f"{self.prefix}high"

    @property
    def dtype(self) -> str:
        """In whole units."""
        return "cents"
