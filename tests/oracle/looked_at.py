"""What is compared: one look of one viewer at one database, from both sides."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from lib.access.viewer import Viewer
from lib.filters import Filters
from tests.oracle import links
from tests.oracle.book import Book
from tests.oracle.independence import groups

Figures = dict[tuple[str, str], Any]
"""Values by what they are a figure of, and where: a field, a skill, a panel."""


@dataclass(frozen=True)
class AnyOf:
    """A value that may also be left out, since others are level with it."""

    value: Any


@dataclass(frozen=True)
class About:
    """A value that is drawn at random: the two may lie so far apart."""

    value: float
    within: float


@dataclass(frozen=True)
class Look:
    """The app's side: who looks at what."""

    session: Session
    viewer: Viewer
    filters: Filters


@dataclass(frozen=True)
class Reckoned:
    """The oracle's side: the book of the same view, less what a threshold withholds."""

    whole: Book

    @cached_property
    def book(self) -> Book:
        return links.withheld(self.whole)

    @property
    def k(self) -> int:
        return self.whole.view.threshold

    @cached_property
    def names(self) -> dict[str, str]:
        """The fields in which enough people were heard to be shown, by id."""
        fields = self.book.fields.items()
        return {f: row["name"] for f, row in fields if len(self.book.people(f)) >= self.k}

    @cached_property
    def skills(self) -> dict[str, str]:
        return {row["id"]: row["name"] for row in self.book.rows("skills")}

    def asked(self, field_id: str, topic: str) -> int:
        """Those asked, as a fraction's denominator shows them."""
        return self.of(len(self.book.asked_of(field_id, topic)))

    def answered(self, field_id: str, topic: str) -> int:
        """How many answered; fewer than a threshold read as none."""
        people = len(self.book.answered(field_id, topic))
        return people if people >= self.k else 0

    def of(self, people: int) -> int:
        return links.at_most(people, self.k) if self.k > 1 else people

    def parts(self, field_id: str | None = None) -> dict[str, int]:
        return groups(self.book, field_id)


def tally(figures: dict[tuple[str, str], int], name: str, where: Hashable) -> None:
    """One more of this."""
    key = name, str(where)
    figures[key] = figures.get(key, 0) + 1
