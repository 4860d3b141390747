"""Every difference between what the app shows and what the definitions make of the same rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.filters import EVERYTHING, Filters
from tests.factories import a_link
from tests.oracle.book import Book, View
from tests.oracle.looked_at import About, AnyOf, Look, Reckoned
from tests.oracle.screens import (
    compare,
    day_to_day,
    getting_in,
    overview,
    pay,
    report,
    sentences,
    skills,
    verdicts,
    weighed,
)

SCREENS = {
    "Overview": overview,
    "Overview, sentences": sentences,
    "Compare": compare,
    "Compare, weighed": weighed,
    "Skills": skills,
    "Getting in": getting_in,
    "Pay": pay,
    "Day to day": day_to_day,
    "Report": report,
    "Verdicts": verdicts,
}
NOT_IN_LINKS = {"new things expected", "Hard : good", "reach", "interval"}
"""Figures that a link with a threshold does not give."""
NOTHING = "nothing"


@dataclass(frozen=True)
class Difference:
    """One figure on which the two do not agree."""

    who: str
    screen: str
    name: str
    where: str
    app: Any
    oracle: Any

    @property
    def kind(self) -> str:
        return f"{self.screen}: {self.name} ({self.who})"

    def __str__(self) -> str:
        return f"{self.kind}, {self.where}: app {self.app!r}, oracle {self.oracle!r}"


def today() -> date:
    return datetime.now(UTC).date()


VIEWS = ("explorer", "filtered", "link", "threshold 2", "threshold 3")
"""Who looks: the explorer at all or at some, a coach with everything, and under a threshold."""


def differences(
    session: Session, viewer: Explorer, export: dict[str, Any], who: str
) -> Iterator[Difference]:
    """What one of `VIEWS` sees otherwise than the definitions say."""
    view = view_of(export, who)
    book = Book(export, view)
    if not book.voices:
        return
    fields = [row["name"] for row in export["fields"] if row["id"] in book.fields]
    looks: Viewer = viewer
    if view.link:
        looks = a_link(session, viewer, *held(book, fields), threshold=view.threshold)
    yield from of_view(session, looks, book, who)


def view_of(export: dict[str, Any], who: str) -> View:
    """A threshold of three is tried on a link that holds a field less."""
    if who == "explorer":
        return View(today())
    if who == "filtered":
        return narrowed(export)
    if who == "link":
        return View(today(), link=True)
    k = int(who[-1])
    return View(today(), narrowed(export).fields if k == 3 else None, link=True, threshold=k)


def narrowed(export: dict[str, Any]) -> View:
    """All fields but the last written, and the later half of the days."""
    days = sorted(row["held_on"] for row in export["interviews"] if row["held_on"])
    fields = frozenset(row["id"] for row in export["fields"][:-1])
    return View(today(), fields, since=date.fromisoformat(days[len(days) // 3]))


def filters_of(view: View) -> Filters:
    """What the app is asked with; a link has no filters."""
    if view.link:
        return EVERYTHING
    return Filters(fields=tuple(map(UUID, sorted(view.fields or ()))), since=view.since)


def held(heard: Book, fields: list[str]) -> list[str]:
    """Fields with enough people, as a link opens them."""
    enough = {
        row["name"]
        for f, row in heard.fields.items()
        if len(heard.people(f)) >= heard.view.threshold
    }
    return [name for name in fields if name in enough]


def of_view(session: Session, viewer: Viewer, book: Book, who: str) -> Iterator[Difference]:
    """One viewer's screens."""
    look, on = Look(session, viewer, filters_of(book.view)), Reckoned(book)
    for screen, module in SCREENS.items():
        app, oracle = module.shown(look), module.reckoned(on)
        for name, where in sorted({*app, *oracle}):
            if on.k > 1 and name in NOT_IN_LINKS:
                continue
            found = app.get((name, where), NOTHING), oracle.get((name, where), NOTHING)
            if not alike(*found):
                yield Difference(who, screen, name, where, *found)


def counted(value: Any) -> Any:
    if isinstance(value, str):
        bare = value.removeprefix("at most ")
        return int(bare) if bare.isdecimal() else value
    return value


def alike(one: Any, other: Any) -> bool:
    """Equal, or as near as two decimals are; "at most 8" is 8, as which it is reckoned."""
    if isinstance(other, AnyOf):
        return one == NOTHING or alike(one, other.value)
    if isinstance(other, About):
        return isinstance(one, float) and abs(one - other.value) <= other.within
    one, other = counted(one), counted(other)
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(map(alike, one, other))
    numbers = (int, float)
    if isinstance(one, numbers) and isinstance(other, numbers):
        return abs(one - other) <= 0.0101 + 1e-6 * abs(other)
    return bool(one == other)
