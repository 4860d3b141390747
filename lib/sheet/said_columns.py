"""The columns of a sheet with one finding a row: what each holds, and for which kinds."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from lib import findings
from lib.findings import IN_SHEETS
from lib.findings.parts import Flag, Part, Word
from lib.records import NoteLine
from lib.sheet.columns import ALIASES, bare

TIED = {
    "interview": "interview id, conversation, conversation id",
    "person": ALIASES["person"],
    "field": ALIASES["field"],
    "held_on": ALIASES["held_on"],
}
"""The columns that say in which conversation it was said, and what else they are called."""

YES_OR_NO = ("yes", "no")


@dataclass(frozen=True)
class Kind:
    """What a row may be: a sort of a kind of finding, or a further line of the notes."""

    of: findings.Kind | None
    sort: findings.Sort

    @property
    def list_of(self) -> str:
        """The list of a conversation that holds it."""
        return self.of.list_of if self.of else "notes"

    @property
    def record(self) -> type[Any]:
        """What it is parsed into."""
        return self.of.record if self.of else NoteLine

    def columns(self) -> Iterator[tuple[str, str, Part]]:
        """Column, attribute and part of what this kind alone has."""
        named_by = self.of.named_by if self.of else ""
        for part in self.of.parts if self.of else ():
            if part.name not in self.sort.fixed:
                for end in part.ends:
                    yield "what" if end == named_by else part.in_sheet(end), end, part

    @cached_property
    def attributes(self) -> dict[str, str]:
        """The record's attributes by the columns that hold them."""
        if self.of is None:
            return {"quote": "text"}
        own = {column: attribute for column, attribute, _ in self.columns()}
        return {"quote": "quote", "private": "private", "about_field": "field"} | own


KINDS = {sort.word: Kind(kind, sort) for kind in IN_SHEETS for sort in kind.sorts}
KINDS["note"] = Kind(None, findings.Sort("note", "", ("notes",)))
ALSO = {also: word for word, kind in KINDS.items() for also in kind.sort.also}


def _placed() -> dict[str, Part]:
    """The columns of kinds, in their order, each with the part that has its place there."""
    kinds = [Kind(kind, sort) for kind in findings.KINDS for sort in kind.sorts]
    return {
        column: part
        for kind in kinds
        for column, _, part in kind.columns()
        if part.placed and column != "what"
    }


PLACED = _placed()
SAID_COLUMNS = (*TIED, "kind", "what", "quote", *PLACED, "private", "about_field")
SAID_LISTS: dict[str, tuple[str, ...]] = {
    "kind": tuple(KINDS),
    **{name: part.stated for name, part in PLACED.items() if isinstance(part, Word)},
    **{name: YES_OR_NO for name, part in PLACED.items() if isinstance(part, Flag)},
    "private": YES_OR_NO,
}
"""The columns that hold one word of a closed list."""


def known_said_column(heading: str) -> str | None:
    """The column that a heading stands for."""
    return _by_heading().get(bare(heading))


def is_said(columns: Collection[str | None]) -> bool:
    """Whether headings are those of a sheet with a finding a row."""
    return "kind" in columns and not {"what", "quote"}.isdisjoint(columns)


@cache
def _by_heading() -> dict[str, str]:
    also = {bare(word): name for name, words in TIED.items() for word in words.split(", ")}
    return also | {bare(name): name for name in SAID_COLUMNS}
