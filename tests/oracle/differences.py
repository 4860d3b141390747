"""Every difference between what the app shows and what the definitions make of the same rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.filters import EVERYTHING
from tests.factories import a_link
from tests.oracle.book import Book, View
from tests.oracle.looked_at import Look, Reckoned
from tests.oracle.screens import (
    compare,
    day_to_day,
    getting_in,
    overview,
    pay,
    sentences,
    skills,
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


def differences(session: Session, viewer: Explorer, export: dict[str, Any]) -> Iterator[Difference]:
    """As the explorer, as a coach with everything, and through thresholds of two and three."""
    yield from of_view(session, viewer, Book(export, View(today())), "explorer")
    fields = [row["name"] for row in export["fields"]]
    for k in (1, 2, 3):
        heard = Book(export, View(today(), link=True, threshold=k))
        if not heard.voices:
            continue
        share = a_link(session, viewer, *held(heard, fields), threshold=k)
        yield from of_view(session, share, heard, f"link, threshold {k}")


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
    look, on = Look(session, viewer, EVERYTHING), Reckoned(book)
    for screen, module in SCREENS.items():
        app, oracle = module.shown(look), module.reckoned(on)
        for name, where in sorted({*app, *oracle}):
            if on.k > 1 and name in NOT_IN_LINKS:
                continue
            found = app.get((name, where), NOTHING), oracle.get((name, where), NOTHING)
            if not alike(*found):
                yield Difference(who, screen, name, where, *found)


def alike(one: Any, other: Any) -> bool:
    """Equal, or as near as two decimals are."""
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(map(alike, one, other))
    numbers = (int, float)
    if isinstance(one, numbers) and isinstance(other, numbers):
        return abs(one - other) <= 0.0101 + 1e-6 * abs(other)
    return bool(one == other)
