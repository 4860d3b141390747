"""What was heard and what is missing: counts, topics asked, what another talk teaches, interest."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd
from sqlalchemy.orm import Session

from lib import statistics
from lib.access.viewer import Viewer
from lib.answers.fields import FieldShown, fields_shown, people_heard
from lib.answers.interest import interest_section
from lib.answers.section import Section
from lib.answers.words import listed, ordinal, some
from lib.charts.coverage import topics_asked as topics_chart
from lib.charts.learning import further_interviews
from lib.filters import Filters
from lib.markdown import plain
from lib.queries.coverage import topics_asked
from lib.queries.fields import interviews_by_status
from lib.queries.voices import interest, things_said
from lib.words import TOPICS

LEVELLING, SLOWING = 1.0, 2.0
"""Fewer new things than this from the last conversation: levelling off, slowing."""


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
    waiting = statuses["status"].isin(["idea", "requested", "scheduled"])
    noted = interest(session, viewer, filters)
    return OverviewAnswer(
        held=len(noted),
        people=int(noted["person_id"].nunique()),
        fields=len(shown),
        planned=int(statuses.loc[waiting, "interviews"].sum()),
        coverage=_coverage(topics_asked(session, viewer, filters), shown, noted),
        learning=_learning(things_said(session, viewer, filters), shown),
        interest=interest_section(noted, shown),
    )


def coverage(session: Session, viewer: Viewer, filters: Filters) -> Section:
    """What was asked in which field, by itself."""
    noted = interest(session, viewer, filters)
    shown = fields_shown(session, viewer, filters)
    return _coverage(topics_asked(session, viewer, filters), shown, noted)


def _coverage(rows: pd.DataFrame, shown: list[FieldShown], noted: pd.DataFrame) -> Section:
    known = {(row.field_id, row.topic): (row.asked, row.answered) for row in rows.itertuples()}
    table = [
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
    columns = ["field_id", "field", "tone", "voices", "topic", "asked", "answered"]
    return Section(
        drawing=topics_chart(pd.DataFrame(table, columns=columns)),
        sentence=_gaps(table, shown),
        caption=(
            f"{people_heard(shown, noted)}, in brackets by field. 5/6: "
            "answered by 5 of the 6 asked. Dark: three people or more answered; pale: one or "
            "two; outlined: asked, no answer; hatched: nobody was asked."
        ),
    )


def _gaps(table: list[dict[str, object]], shown: list[FieldShown]) -> str:
    missing: dict[str, list[str]] = defaultdict(list)
    for cell in table:
        if not cell["asked"]:
            missing[str(cell["field"])].append(str(cell["topic"]))
    covered = [plain(field.field) for field in shown if field.field not in missing]
    words = []
    if covered:
        verb = "is" if len(covered) == 1 else "are"
        words.append(f"{listed(covered)} {verb} covered: every topic was asked about.")
    worst = sorted(missing.items(), key=lambda one: -len(one[1]))[:2]
    for field, topics in worst:
        words.append(f"**Nobody in {plain(field)} was asked about {listed(topics)}.**")
    return " ".join(words)


def _learning(rows: pd.DataFrame, shown: list[FieldShown]) -> Section:
    said: dict[str, dict[str, list[Hashable]]] = defaultdict(lambda: defaultdict(list))
    for row in rows.itertuples():
        said[str(row.field_id)][str(row.person_id)].append(row.thing)
    points, last, levels = [], {}, {}
    for field in shown:
        voices = list(said[field.field_id].values())
        voices += [[]] * (field.voices - len(voices))
        last[field] = statistics.last_taught(voices)
        expected = [0.0, *statistics.curve(voices)]
        if verdict(last[field]) == "levelling off":
            brought = [after - before for before, after in pairwise(expected)]
            levels[field] = next(m for m, new in enumerate(brought, 1) if new < LEVELLING)
        points += [
            (
                field.field_id,
                field.field,
                field.tone,
                m,
                expected[m] - expected[m - 1],
                verdict(last[field]),
            )
            for m in range(1, len(expected))
        ]
    columns = ["field_id", "field", "tone", "m", "new", "verdict"]
    return Section(
        drawing=further_interviews(pd.DataFrame(points, columns=columns)),
        sentence=f"{_still_teaching(last)} {_levels_off(last, levels)}".strip(),
        caption=(
            "How many new things (a skill, a way in, something good or hard, a step) the first, "
            "second, third ... conversation in a field brings on average, in whatever order they "
            "are held. Levelling off: the last one brought less than one. No verdict under three "
            "people."
        ),
    )


def verdict(taught: float | None) -> str:
    """The last conversation's yield in a word or two."""
    if taught is None:
        return "too early"
    if taught < LEVELLING:
        return "levelling off"
    return "slowing" if taught < SLOWING else "still learning"


def _still_teaching(last: dict[FieldShown, float | None]) -> str:
    known = {field: taught for field, taught in last.items() if taught is not None}
    if not known:
        return "Too early to say: no field has three people yet."
    best, least = max(known, key=lambda f: known[f]), min(known, key=lambda f: known[f])
    words = (
        f"**{plain(best.field)} still teaches most:** the last conversation brought "
        f"{known[best]:.1f} new things on average."
    )
    if least != best:
        words += f" {plain(least.field)} brought {known[least]:.1f}."
    early = [plain(field.field) for field, taught in last.items() if taught is None]
    return words + (f" Too early to say for {listed(early)}." if early else "")


def _levels_off(last: dict[FieldShown, float | None], levels: dict[FieldShown, int]) -> str:
    """Where another conversation stops to pay: from which one on it brings less than one thing."""
    if levels:
        where = some([f"{plain(f.field)} (from the {ordinal(m)} on)" for f, m in levels.items()])
        return f"**It levels off in {where}:** each brings less than one new thing there."
    if all(taught is None for taught in last.values()):
        return ""
    return "It levels off nowhere yet: each last one still brought one new thing or more."
