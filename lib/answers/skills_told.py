"""What the screens know of skills: who named what where, which fields require it, what I have."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from sqlalchemy.orm import Session

from lib import statistics
from lib.access.viewer import Viewer
from lib.answers.fields import FieldShown
from lib.answers.limited import as_asked, steps_of
from lib.answers.sentence import Groups, groups_over_all
from lib.answers.words import none_at_all
from lib.filters import Filters
from lib.frames import Row, records
from lib.queries.coverage import employed, people_asked, topics_asked
from lib.queries.skills import own_skills, skill_voices, skills_heard
from lib.queries.threshold import at_most
from lib.queries.unreleased import unreleased


@dataclass(frozen=True)
class Ranked:
    """One skill that somebody named, over the target fields that were asked."""

    skill_id: str
    skill: str
    mine: bool
    reach: statistics.Reach

    @property
    def of_fields(self) -> str:
        """`5 of 5`: fields that named it, of those asked."""
        return f"{self.reach.breadth} of {self.reach.fields}"


@dataclass(frozen=True)
class Told:
    """Read once for all that a screen says of skills; frames as the queries give them."""

    shown: tuple[FieldShown, ...]
    asked: dict[str, int]
    answered: dict[str, int]
    heard: pd.DataFrame
    voices: pd.DataFrame
    groups: Groups
    """Everybody by who hangs together, over all fields."""
    mine: dict[str, int]
    names: dict[str, str]
    """Every skill that was named or is mine, by id."""
    step: int
    """In which those asked are told: more than one where what few people said is withheld."""

    @property
    def whole(self) -> bool:
        """Whether nothing is withheld, so that shares over several fields can be given."""
        return self.step == 1

    @property
    def weighing(self) -> str:
        """Of whom the shares of those who call a skill mandatory are taken."""
        return "said how much it matters" if self.whole else "named it"

    @cached_property
    def targets(self) -> list[FieldShown]:
        """The target fields in which somebody was asked about skills."""
        return [f for f in self.shown if not f.current and self.asked.get(f.field_id)]

    @cached_property
    def required(self) -> dict[str, list[str]]:
        """The skills that a field requires, by field id."""
        return required_by_field(self.heard)

    @cached_property
    def said(self) -> dict[tuple[str, str], Row]:
        """The counts by skill and field."""
        return {(row["skill_id"], row["field_id"]): row for row in records(self.heard)}

    @cached_property
    def by_field(self) -> dict[str, list[Row]]:
        """The counts of every skill named in a field."""
        found: dict[str, list[Row]] = {}
        for (_, field_id), row in self.said.items():
            found.setdefault(field_id, []).append(row)
        return found

    @cached_property
    def ranked(self) -> list[Ranked]:
        """Every skill that was named, by breadth, then reach, then name."""
        targets = {field.field_id for field in self.targets}
        shares: dict[str, list[tuple[int, int]]] = {}
        for (skill_id, field_id), row in self.said.items():
            named = shares.setdefault(skill_id, [])
            if field_id in targets:
                named.append((row["voices"], self.asked[field_id]))
        rows = [
            Ranked(
                skill_id,
                self.names[skill_id],
                self.have(skill_id),
                statistics.breadth_and_reach(named, len(targets) - len(named)),
            )
            for skill_id, named in shares.items()
        ]
        return sorted(rows, key=self._order)

    def _order(self, row: Ranked) -> tuple[int, float, str]:
        """Reach orders nothing where what is withheld would lower it."""
        reach = row.reach.reach or 0.0 if self.whole else 0.0
        return -row.reach.breadth, -reach, row.skill

    def have(self, skill_id: str) -> bool:
        """Own level 3 or more."""
        return self.mine.get(skill_id, 0) >= statistics.SKILLED

    def people(self, skill_ids: Iterable[str]) -> dict[str, int]:
        """How many different people named each of these skills, in any field."""
        rows = self.voices[self.voices["skill_id"].isin(list(skill_ids))]
        return {str(k): int(n) for k, n in rows.groupby("skill_id")["person_id"].nunique().items()}


def told_of_skills(
    session: Session, viewer: Viewer, filters: Filters, shown: list[FieldShown]
) -> Told:
    """All that was said of skills in these fields."""
    coverage = topics_asked(session, viewer, filters)
    coverage = coverage[coverage["topic"] == "skills"]
    heard = skills_heard(session, viewer, filters)
    own = own_skills(session, viewer, filters)
    names = {row["skill_id"]: row["skill"] for rows in (own, heard) for row in records(rows)}
    return Told(
        shown=tuple(shown),
        asked=asked_about(session, viewer, filters, "skills"),
        answered=dict(zip(coverage["field_id"], coverage["answered"].astype(int), strict=True)),
        heard=heard,
        voices=skill_voices(session, viewer, filters),
        groups=groups_over_all(employed(session, viewer, filters)),
        mine=dict(zip(own["skill_id"], own["level"].astype(int), strict=True)),
        names=names,
        step=steps_of(viewer),
    )


def asked_about(session: Session, viewer: Viewer, filters: Filters, topic: str) -> dict[str, int]:
    """People asked about a topic, by field id."""
    rows = topics_asked(session, viewer, filters)
    rows = rows[rows["topic"] == topic]
    return {row["field_id"]: as_asked(viewer, row["asked"]) for row in records(rows)}


def people_asked_about(
    session: Session, viewer: Viewer, filters: Filters, topic: str, shown: list[FieldShown]
) -> int:
    """Different people asked about a topic in these fields."""
    rows = people_asked(session, viewer, filters)
    here = rows["field_id"].isin([field.field_id for field in shown]) & (rows["topic"] == topic)
    people = int(rows.loc[here, "person_id"].nunique())
    return as_asked(viewer, at_most(viewer, people))


def kept_back(session: Session, viewer: Viewer, filters: Filters, topic: str) -> set[str]:
    """The fields in which a name was said that a link may not show."""
    rows = unreleased(session, viewer, filters)
    return set(rows.loc[rows["kept_back"] & (rows["topic"] == topic), "field_id"])


NAMED = {
    "training": "a way in",
    "path": "a step of a career",
    "day to day": "anything good or hard",
    "skills": "a skill",
    "pay": "a figure",
    "outlook": "where the field is going",
    "whom next": "anybody else to ask",
}
"""What is named when a topic is answered."""


def why_none(
    session: Session, viewer: Viewer, filters: Filters, topic: str, shown: list[FieldShown]
) -> str:
    """Why there is nothing on a topic in any of these fields."""
    asked = people_asked_about(session, viewer, filters, topic, shown)
    back = bool(kept_back(session, viewer, filters, topic))
    return none_at_all(asked, NAMED[topic], kept_back=back)


def skills_mine(session: Session, viewer: Viewer, filters: Filters) -> dict[str, int]:
    """Own level by skill id."""
    own = own_skills(session, viewer, filters)
    return dict(zip(own["skill_id"], own["level"].astype(int), strict=True))


def required_by_field(heard: pd.DataFrame) -> dict[str, list[str]]:
    """The skills that a field requires, by field id."""
    needed: dict[str, list[str]] = {}
    for row in records(heard):
        if statistics.required(row["mandatory"], row["of"] - row["mandatory"], 0):
            needed.setdefault(row["field_id"], []).append(row["skill_id"])
    return needed
