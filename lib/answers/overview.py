"""What was heard and what is missing: counts, topics asked, what another talk teaches, interest."""

from collections import defaultdict
from dataclasses import dataclass

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Viewer
from lib.answers.fields import FieldShown, fields_shown, people_heard
from lib.answers.interest import interest_section
from lib.answers.learning import learning_section
from lib.answers.limited import as_asked, why_not
from lib.answers.section import Section
from lib.answers.words import FEWEST_IN_WORDS, listed
from lib.charts.coverage import topics_asked as topics_chart
from lib.filters import Filters
from lib.frames import records
from lib.markdown import Markdown
from lib.queries.coverage import employed, topics_asked
from lib.queries.fields import interviews_by_status
from lib.queries.voices import interest, things_said
from lib.words import TOPICS


@dataclass(frozen=True)
class OverviewAnswer:
    """The counts and the three charts."""

    held: int
    people: int
    fields: int
    planned: int
    coverage: Section
    learning: Section
    interest: Section


def overview(session: Session, viewer: Viewer, filters: Filters) -> OverviewAnswer:
    """All of Overview."""
    shown = fields_shown(session, viewer, filters)
    statuses = interviews_by_status(session, viewer, filters)
    waiting = statuses["status"].isin(["idea", "requested", "scheduled", "moved"])
    noted = interest(session, viewer, filters)
    people = employed(session, viewer, filters)
    return OverviewAnswer(
        held=len(noted),
        people=int(people["person_id"].nunique()),
        fields=len(shown),
        planned=int(statuses.loc[waiting, "interviews"].sum()),
        coverage=coverage(session, viewer, filters),
        learning=learning_section(things_said(session, viewer, filters), shown, why_not(viewer)),
        interest=interest_section(noted, shown),
    )


def coverage(session: Session, viewer: Viewer, filters: Filters) -> Section:
    """What was asked in which field, by itself."""
    people = employed(session, viewer, filters)
    shown = fields_shown(session, viewer, filters)
    known = {
        (row["field_id"], row["topic"]): (as_asked(viewer, row["asked"]), row["answered"])
        for row in records(topics_asked(session, viewer, filters))
    }
    return _coverage(known, shown, people)


def _coverage(
    known: dict[tuple[str, str], tuple[int, int]], shown: list[FieldShown], people: pd.DataFrame
) -> Section:
    table: list[dict[str, object]] = [
        {
            **{"field_id": field.field_id, "field": field.field, "tone": field.tone},
            **{"voices": field.voices, "topic": topic},
            **dict(
                zip(("asked", "answered"), known.get((field.field_id, topic), (0, 0)), strict=True)
            ),
        }
        for field in shown
        for topic in TOPICS
    ]
    columns = ["field_id", "field", "tone", "voices", "topic", "asked", "of", "answered"]
    table = [{**cell, "of": str(cell["asked"])} for cell in table]
    return Section(
        drawing=topics_chart(pd.DataFrame(table, columns=columns)),
        sentence=_gaps(table, shown),
        caption=Markdown(
            "{}, in brackets by field. 5/6: answered by 5 of the 6 asked. Dark: {} people or "
            "more answered; pale: one or two; outlined: asked, no answer; hatched: nobody was "
            "asked."
        ).format(people_heard(shown, people), FEWEST_IN_WORDS),
    )


def _gaps(table: list[dict[str, object]], shown: list[FieldShown]) -> Markdown:
    missing: dict[str, list[str]] = defaultdict(list)
    for cell in table:
        if not cell["asked"]:
            missing[str(cell["field"])].append(str(cell["topic"]))
    covered = [field.field for field in shown if field.field not in missing]
    words = []
    if covered:
        verb = "is" if len(covered) == 1 else "are"
        words.append(
            Markdown("{} {} covered: every topic was asked about.").format(listed(covered), verb)
        )
    worst = sorted(missing.items(), key=lambda one: -len(one[1]))[:2]
    for field, topics in worst:
        words.append(Markdown("**Nobody in {} was asked about {}.**").format(field, listed(topics)))
    return Markdown(" ").join(words)
