"""The answers first: what a coach wants to know before any chart; no figure is new here.

What the person does now and wants, where they lean, what the conversations say, where people
differ, what is missing and what would help next.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.answers.compare import compare
from lib.answers.data_say import contradictions, data_say
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.in_a_line import in_a_line
from lib.answers.interest import interest_section
from lib.answers.learning import learning_section
from lib.answers.limited import why_not
from lib.answers.sentence import Sentence
from lib.answers.weighing import weighed
from lib.answers.what_counts import limits_in_words, what_counts
from lib.answers.words import counted, listed
from lib.filters import Filters
from lib.markdown import Markdown
from lib.queries.coverage import topics_asked
from lib.queries.voices import interest, things_said
from lib.statistics import FEWEST
from lib.words import TOPICS

MOST_THIN, MOST_DIFFER = 5, 5
WHICH = "Which fields, and what do they pay?"


@dataclass(frozen=True)
class FirstPage:
    """Sentences as Markdown; an empty one, or none, has nothing to say."""

    fields: tuple[Markdown, ...]
    """A line a field: what it pays, what it takes to get in, what of it is there."""
    more_fields: int
    now: Markdown
    leans: tuple[Markdown, ...]
    compared: Markdown
    """Over all fields: which has what most."""
    said: tuple[Sentence, ...]
    differ: tuple[Sentence, ...]
    """The strongest first; `more_differ` are left."""
    more_differ: int
    missing: tuple[Markdown, ...]
    next: Markdown


def first_page(session: Session, viewer: Viewer, filters: Filters) -> FirstPage:
    """All of it, of what this viewer may read."""
    shown = fields_shown(session, viewer, filters)
    differ = contradictions(session, viewer, filters)
    step = viewer.threshold if isinstance(viewer, Share) else 1
    found = data_say(session, viewer, filters).sentences
    things = things_said(session, viewer, filters)
    compared = compare(session, viewer, filters)
    return FirstPage(
        fields=tuple(in_a_line(compared.drawing.table, shown)),
        more_fields=compared.left_out,
        now=_now(session, viewer, filters, shown),
        leans=tuple(_leans(session, viewer, filters, shown)),
        compared=compared.sentence,
        said=tuple(one for one in found if one.key not in {other.key for other in differ}),
        differ=tuple(differ[:MOST_DIFFER]),
        more_differ=max(len(differ) - MOST_DIFFER, 0),
        missing=tuple(_missing(session, viewer, filters, shown, step)),
        next=learning_section(things, shown, why_not(viewer)).sentence,
    )


def _now(session: Session, viewer: Viewer, filters: Filters, shown: list[FieldShown]) -> Markdown:
    """The present field, and the limits that were set."""
    now = [one.field for one in shown if one.current]
    counts = what_counts(session, viewer, filters)
    work = Markdown("Now: **{}**.").format(listed(now)) if now else Markdown("")
    wanted = Markdown("Wanted: {}").format(limits_in_words(counts)) if counts.limited else ""
    return Markdown(" ").join(filter(None, (work, wanted)))


def _leans(
    session: Session, viewer: Viewer, filters: Filters, shown: list[FieldShown]
) -> Iterator[Markdown]:
    """The ranking with what would turn it over, the fields below the line, and their interest.

    Without points of their own all criteria count the same, and the sentence says so.
    """
    ranked = weighed(session, viewer, filters)
    if ranked.ranked:
        yield ranked.sentence
        yield ranked.turn
    yield from ranked.below
    if not isinstance(viewer, Share) or viewer.interest:
        yield interest_section(interest(session, viewer, filters), shown).sentence


def _missing(
    session: Session, viewer: Viewer, filters: Filters, shown: list[FieldShown], step: int
) -> Iterator[Markdown]:
    """The fields with the topics that fewest people were asked about, a line a field."""
    rows = topics_asked(session, viewer, filters).itertuples()
    known = {(row.field_id, row.topic): int(str(row.asked)) for row in rows}
    most = "at most " if step > 1 else ""
    spots = []
    for place, field in enumerate(shown):
        by_count: dict[int, list[str]] = {}
        for topic in TOPICS:
            count = known.get((field.field_id, topic), 0)
            if count < FEWEST:
                by_count.setdefault(count, []).append(topic)
        for count, topics in by_count.items():
            words = f"{most}{counted(count, 'person', 'people')} asked" if count else "nobody asked"
            line = Markdown("{} ({})").format(listed(topics), words)
            spots.append((count, -len(topics), place, line))
    by_field: dict[int, list[Markdown]] = {}
    for *_, place, line in sorted(spots)[:MOST_THIN]:
        by_field.setdefault(place, []).append(line)
    for place, lines in by_field.items():
        yield Markdown("**{}**: {}").format(shown[place].field, Markdown(", ").join(lines))
