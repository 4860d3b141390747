"""The opening page of a link: what changed, where people contradict each other, what is thin."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import pandas as pd
from sqlalchemy.orm import Session

from lib.access import links as sharing
from lib.access.viewer import Share, Viewer
from lib.answers.data_say import contradictions
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.sentence import Sentence
from lib.answers.words import counted, listed
from lib.filters import Filters
from lib.markdown import Markdown
from lib.queries.comments import people_since
from lib.queries.coverage import topics_asked
from lib.statistics import FEWEST
from lib.words import TOPICS

MOST = 5


@dataclass(frozen=True)
class AtAGlance:
    """The parts of the page; `message` as it was typed, the sentences as Markdown."""

    message: str
    last_visit: date | None
    changed: tuple[Markdown, ...]
    contradictions: tuple[Sentence, ...]
    thinnest: tuple[Markdown, ...]
    fields: tuple[Markdown, ...]


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
        contradictions=tuple(contradictions(session, viewer, filters)),
        thinnest=tuple(_thinnest(topics_asked(session, viewer, filters), shown, step)),
        fields=tuple(
            Markdown("{} ({})").format(f.field, counted(f.voices, "person", "people"))
            for f in shown
        ),
    )


def _last_visit(days: tuple[date, ...]) -> date | None:
    """The latest day before this one: visits are counted by day."""
    today = datetime.now(UTC).date()
    return max((day for day in days if day < today), default=None)


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


def _thinnest(asked: pd.DataFrame, shown: list[FieldShown], step: int) -> Iterator[Markdown]:
    """The fields with the topics that fewest people were asked about, under three."""
    known = {(row.field_id, row.topic): int(str(row.asked)) for row in asked.itertuples()}
    most = "at most " if step > 1 else ""
    fewest = "nobody asked"
    spots = []
    for place, field in enumerate(shown):
        by_count: dict[int, list[str]] = {}
        for topic in TOPICS:
            count = known.get((field.field_id, topic), 0)
            if count < FEWEST:
                by_count.setdefault(count, []).append(topic)
        for count, topics in by_count.items():
            words = f"{most}{count} asked" if count else fewest
            line = Markdown("**{}**: {} ({})").format(field.field, listed(topics), words)
            spots.append((count, -len(topics), place, line))
    for *_, line in sorted(spots)[:MOST]:
        yield line
