"""Beside the people who named a skill: who contradicts whom, and who is not independent of whom.

A contradiction is mandatory to one and not needed to another of the same field; mandatory here and
not needed elsewhere is a difference between fields.
"""

from collections.abc import Mapping, Sequence

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Viewer
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.limited import limited
from lib.answers.words import listed
from lib.filters import Filters
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.skills import skill_voices
from lib.queries.voices import introductions

MOST = 4
"""People named on one side, and remarks of one kind."""


def remarks(
    session: Session, viewer: Viewer, filters: Filters, key: str, said: pd.DataFrame
) -> tuple[Markdown, ...]:
    """Sentences about those behind skill/<skill> or skill/<skill>/<field>, as Markdown.

    `said` is what opens under the key.
    """
    _, skill, *field = key.split("/")
    voices = skill_voices(session, viewer, filters)
    voices = voices[voices["skill_id"] == skill]
    if field:
        voices = voices[voices["field_id"] == field[0]]
    people = {row["person_id"]: row["person"] for row in records(said)}
    shown = fields_shown(session, viewer, filters)
    led = records(introductions(session, viewer, filters))
    colleagues = [] if limited(viewer) else _colleagues(voices, said, people)
    alike = [*colleagues, *_introduced(led, people)][:MOST]
    return (
        *_contradictions(voices, shown, people),
        *([Markdown("Not independent: {}.").format("; ".join(alike))] if alike else []),
    )


def _contradictions(
    voices: pd.DataFrame, shown: list[FieldShown], people: Mapping[str, str]
) -> list[Markdown]:
    """Within one field: who calls it mandatory, and who not needed."""
    found = []
    for field in shown:
        here = voices[voices["field_id"] == field.field_id]
        sides = {
            word: [people[row["person_id"]] for row in records(here[here["necessity"] == word])]
            for word in ("mandatory", "not needed")
        }
        if all(sides.values()):
            need, without = _some(sides["mandatory"]), _some(sides["not needed"])
            found.append(
                Markdown(
                    "They contradict each other in {}: mandatory to {}; not needed to {}."
                ).format(field.field, need, without)
            )
    return found[:MOST]


def _colleagues(voices: pd.DataFrame, said: pd.DataFrame, people: Mapping[str, str]) -> list[str]:
    """Those who worked for one employer on the day of their answer that counts."""
    known = voices[voices["employer"] != ""].drop_duplicates(["employer", "person_id"])
    names = {row["employer"]: row["organisation"] for row in records(said)}
    found = []
    for employer, rows in known.groupby("employer", sort=False):
        if len(rows) > 1:
            where = names.get(str(employer), "")
            at = f"both at {where}" if where else "for one employer"
            at = at.replace("both", "all") if len(rows) > 2 else at
            found.append(f"{_some([people[one] for one in rows['person_id']])} ({at})")
    return found


def _introduced(led: list[Row], people: Mapping[str, str]) -> list[str]:
    return [
        f"{people[row['person_id']]} was introduced by {people[row['introduced_by_id']]}"
        for row in led
        if row["person_id"] in people and row["introduced_by_id"] in people
    ]


def _some(names: Sequence[str]) -> str:
    """The first few by name."""
    if len(names) <= MOST:
        return listed(names)
    return f"{', '.join(names[:MOST])} and {len(names) - MOST} more"
