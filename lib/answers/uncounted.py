"""Figures of pay that were said and do not stand beside others, and what is still asked of them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.compare_told import LEVELS_PAID, Heard, paid
from lib.answers.fields import FieldShown
from lib.answers.words import counted, some
from lib.frames import Row
from lib.markdown import Markdown
from lib.queries.conversations import figure_said_in

UNSAID = {
    "currency": "in which currency?",
    "period": "paid how often?",
    "basis": "with bonus?",
    "tax": "is it before tax?",
    "employed": "employed or freelance?",
}
"""What decides whether a figure stands beside others, and the question where nobody said it."""


class Open(NamedTuple):
    """A figure that does not count, what is asked of it, and where it was said."""

    words: Markdown
    interview_id: str
    finding_id: str


def elsewhere(level: str, field: FieldShown, heard: Heard) -> str:
    """Whether a figure of the level was said at all, though not one that stands beside others.

    What nobody said of it is asked for: answered, the figure may count.
    """
    said, loose = _said(level, field, heard)
    if not said and not loose:
        return f"no {level} figure"
    open_ = _unsaid(said)
    if not said or open_:
        many = counted(len(said or loose), "figure")
        return f"{many} said, not counted: {open_[0] if open_ else 'at which level?'}"
    words = list(dict.fromkeys(row["words"].partition(", said as ")[0] for row in said))
    return f"{some(words, 2)}, said otherwise: see Pay"


def uncounted(
    session: Session, viewer: Explorer, shown: Sequence[FieldShown], heard: Heard
) -> Iterator[Open]:
    """Of each field without entry pay that counts, the figure to ask about first."""
    level = LEVELS_PAID["pay"]
    for field in shown:
        rows = [] if paid(heard, field.field_id, level) else _to_ask(level, field, heard)
        if rows:
            words = Markdown("{}: {}").format(field.field, elsewhere(level, field, heard))
            identity = rows[0]["finding_id"]
            yield Open(words, figure_said_in(session, viewer, identity), identity)


def _to_ask(level: str, field: FieldShown, heard: Heard) -> list[Row]:
    """Figures of a level, or of none, of which something that decides was not said."""
    said, loose = _said(level, field, heard)
    return [row for row in said if _unsaid([row])] if said else loose


def _said(level: str, field: FieldShown, heard: Heard) -> tuple[list[Row], list[Row]]:
    """The figures of a level, and those of no level."""
    rows = heard.figures.get(field.field_id, ())
    return (
        [row for row in rows if row["level"] == level],
        [row for row in rows if row["level"] == "unstated"],
    )


def _unsaid(rows: Sequence[Row]) -> list[str]:
    """What is asked of these figures, in the order of `UNSAID`."""
    return [
        ask for name, ask in UNSAID.items() if any(row[name] in ("", "unstated") for row in rows)
    ]
