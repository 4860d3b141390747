"""The names that a file or a link needs before it can say how people get in: few, and read at once.

Every name that a chart counts by and that was typed: ways in, titles of steps, themes and skills in
one's own words. Texts that are no names (quotes, descriptions, takeaways) are read one by one.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from lib import findings
from lib.access.viewer import Explorer
from lib.answers.links import KINDS, Reading, is_for_files, reading_list
from lib.filters import EVERYTHING, Filters
from lib.frames import records
from lib.queries.links import links

COUNTED = {
    **{"a way in": ("way in", "ways in"), "a step": ("step", "steps")},
    "a theme of your own": ("theme of your own", "themes of your own"),
    "a skill of your own words": ("skill in your own words", "skills in your own words"),
}
"""What a chart counts by, as reading calls it: one, and many of it."""
CLOSED = {
    (KINDS[kind.table.__tablename__, name], word)
    for kind in findings.KINDS
    for name, part in kind.typed.items()
    for word in part.known
}


@dataclass(frozen=True)
class Names:
    """Names of one kind, as they would be read, in the alphabet's order."""

    one: str
    many: str
    names: tuple[Reading, ...]


def for_files(session: Session, viewer: Explorer, filters: Filters) -> str:
    """The id of the link that keeps the wording of files; empty before the first."""
    found = records(links(session, viewer, filters))
    return next((row["link_id"] for row in found if is_for_files(row)), "")


def short_list(
    session: Session, viewer: Explorer, filters: Filters, link_id: str
) -> tuple[Names, ...]:
    """The names that this link could show; every field's where there is no link yet."""
    found = [one for one in reading_list(session, viewer, EVERYTHING, link_id) if _is_typed(one)]
    return tuple(
        Names(*words, tuple(sorted(each, key=lambda one: one.text.casefold())))
        for kind, words in COUNTED.items()
        if (each := [one for one in found if one.kind == kind])
    )


def _is_typed(one: Reading) -> bool:
    """A word of a closed list shows in every link, released or not."""
    return (one.kind, one.text) not in CLOSED
