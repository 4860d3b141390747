"""The opening page of a link: its message, what changed, and the answers first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from textwrap import shorten

import pandas as pd
from sqlalchemy.orm import Session

from lib.access import links as sharing
from lib.access.viewer import Share, Viewer
from lib.answers.comments import threads
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.first_page import FirstPage, first_page
from lib.answers.words import counted
from lib.filters import Filters
from lib.markdown import Markdown
from lib.queries.comments import people_since

MOST_ANSWERS, BRIEF = 5, 120


@dataclass(frozen=True)
class AtAGlance:
    """The parts of the page; `message` as it was typed, the sentences as Markdown."""

    message: str
    last_visit: date | None
    changed: tuple[Markdown, ...]
    answered: tuple[Markdown, ...]
    """What was answered on their remarks since."""
    first: FirstPage


def at_a_glance(session: Session, viewer: Viewer, filters: Filters) -> AtAGlance:
    """All that a coach sees first; without a link it has no message and no visit before."""
    link = sharing.told(session, viewer, filters) if isinstance(viewer, Share) else None
    shown = fields_shown(session, viewer, filters)
    last = _last_visit(link.days) if link else None
    people = people_since(session, viewer, filters)
    step = viewer.threshold if isinstance(viewer, Share) else 1
    return AtAGlance(
        message=link.message if link else "",
        last_visit=last,
        changed=() if last is None else tuple(_changed(people, shown, last, step)),
        answered=() if last is None else tuple(_answered(session, viewer, filters, last)),
        first=first_page(session, viewer, filters),
    )


def _last_visit(days: tuple[date, ...]) -> date | None:
    """The latest day before this one: visits are counted by day."""
    today = datetime.now(UTC).date()
    return max((day for day in days if day < today), default=None)


def _answered(session: Session, viewer: Viewer, filters: Filters, last: date) -> Iterator[Markdown]:
    """The latest first; an answer of that day itself counts as new."""
    new = [
        (answer, thread)
        for thread in threads(session, viewer, filters)
        for answer in thread.answers
        if answer.at.date() >= last
    ]
    for answer, thread in sorted(new, key=lambda one: one[0].at, reverse=True)[:MOST_ANSWERS]:
        said = (shorten(text, BRIEF, placeholder="…") for text in (thread.text, answer.text))
        yield Markdown("**{}** on “{}”: {}").format(answer.author, *said)


def _changed(
    people: pd.DataFrame, shown: list[FieldShown], last: date, step: int
) -> Iterator[Markdown]:
    """Fields with more people than on that day, both numbers rounded down to whole steps.

    What came on the day itself counts as new: said twice is better than never.
    """
    since = pd.Timestamp(datetime.combine(last, time(), UTC))
    new = people["since"] >= since
    for field in shown:
        here = people["field_id"] == field.field_id
        now, then = int(here.sum()), int((here & ~new).sum())
        more = now // step * step - then // step * step
        if more:
            least = "at least " if step > 1 else ""
            yield Markdown("**{}**: {}{}").format(
                field.field, least, counted(more, "more person", "more people")
            )
