"""All that Compare reads, once: what people told of each field, and what is one's own."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan
from typing import NamedTuple

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.answers.costs import with_costs
from lib.answers.limited import as_asked, limited
from lib.answers.skills_told import kept_back, required_by_field, skills_mine
from lib.answers.yearly import MAIN, with_yearly
from lib.filters import Filters
from lib.frames import Row, by, records
from lib.queries.coverage import employed, topics_asked
from lib.queries.explorer import Profile, profile
from lib.queries.pay import salaries
from lib.queries.skills import skills_heard
from lib.queries.voices import aspects, interest, outlooks, trainings
from lib.storage.once import once

TOPIC = {
    "skills": "skills",
    "months": "training",
    "cost": "training",
    "pay": "pay",
    "pay later": "pay",
    "aspects": "day to day",
    "outlook": "outlook",
}
"""The topic that people were asked about; interest is one's own."""
LEVELS_PAID = {"pay": "entry", "pay later": "mid"}
"""Levels are never pooled: later is one level too, the one that most people can tell of."""


Rows = Mapping[str, Sequence[Row]]
"""By field id; a field that nothing was said of has none."""


class Told(NamedTuple):
    """One person's figure (NaN: an open end); `required`: of a way in that this person calls so."""

    person_id: str
    low: float
    high: float
    required: bool = False


People = list[Told]


@dataclass(frozen=True)
class Heard:
    """Rows as the queries give them, by the id of their field; pay a year in the base currency."""

    me: Profile
    left_out: frozenset[str]
    """Criteria that a link does not hold."""
    whole: bool
    """Whether nothing that few people said is withheld."""
    coverage: dict[tuple[str, str], tuple[int, int]]
    people: pd.DataFrame
    """field_id and person_id of everybody heard."""
    interest: Rows
    required: dict[str, list[str]]
    mine: dict[str, int]
    trainings: Rows
    """With costs in the base currency."""
    figures: Rows
    aspects: Rows
    outlooks: Rows
    unreleased: frozenset[str] = frozenset()
    """Fields in which a way in was named that a link may not show."""


@once
def heard_of(session: Session, viewer: Viewer, filters: Filters) -> Heard:
    """What was told under these filters; a level of pay narrows nothing here."""
    me = profile(session, viewer)
    asked = topics_asked(session, viewer, filters)
    return Heard(
        me=me,
        left_out=_left_out(viewer),
        whole=not limited(viewer),
        coverage={
            (row["field_id"], row["topic"]): (as_asked(viewer, row["asked"]), row["answered"])
            for row in records(asked)
        },
        people=employed(session, viewer, filters),
        interest=by(interest(session, viewer, filters), "field_id"),
        required=required_by_field(skills_heard(session, viewer, filters)),
        mine=skills_mine(session, viewer, filters),
        trainings=by(with_costs(trainings(session, viewer, filters), me), "field_id"),
        figures=by(
            with_yearly(salaries(session, viewer, replace(filters, level=None)), me), "field_id"
        ),
        aspects=by(aspects(session, viewer, filters), "field_id"),
        outlooks=by(outlooks(session, viewer, filters), "field_id"),
        unreleased=frozenset(kept_back(session, viewer, filters, "training"))
        if isinstance(viewer, Share)
        else frozenset(),
    )


def _left_out(viewer: Viewer) -> frozenset[str]:
    if not isinstance(viewer, Share):
        return frozenset()
    return frozenset(part for part in ("interest", "skills") if not getattr(viewer, part))


def quickest(heard: Heard, field_id: str) -> People:
    """Each voice's shortest way in, in months (NaN: an open end)."""
    return _least(heard, field_id, "months")


def cheapest(heard: Heard, field_id: str) -> People:
    """Each voice's cheapest way in, in the base currency (NaN: an open end)."""
    return _least(heard, field_id, "cost")


def _least(heard: Heard, field_id: str, name: str) -> People:
    """Of what was said in full, the least; what has an open end only where nothing else was."""
    low, high = f"{name}_low", f"{name}_high"
    said = [
        Told(row["person_id"], row[low], row[high], heard.whole and row["required"] == "yes")
        for row in heard.trainings.get(field_id, ())
        if not (isnan(row[low]) and isnan(row[high]))
    ]
    least: dict[str, Told] = {}
    for one in sorted(said, key=_whole_and_low_first):
        least.setdefault(one.person_id, one)
    return list(least.values())


def _whole_and_low_first(one: Told) -> tuple[bool, float, float, bool]:
    low, high = one.low, one.high
    if isnan(low) or isnan(high):
        ends = (0.0 if isnan(low) else low, 0.0 if isnan(high) else high)
        return True, *ends, one.required
    return False, high, low, one.required


def paid(heard: Heard, field_id: str, level: str) -> list[Row]:
    """The figures of a level in the main panel, with a_low and a_high (NaN: an open end)."""
    return [
        row
        for row in heard.figures.get(field_id, ())
        if row["level"] == level and row["placed"] and row["panel"] == MAIN
    ]


def people_of(rows: Iterable[Row]) -> int:
    """How many different people these rows are of."""
    return len({row["person_id"] for row in rows})


def sides_named(heard: Heard, field_id: str) -> list[Counter[str]]:
    """How many things each person called good and hard, by their id."""
    found: dict[str, Counter[str]] = {}
    for row in heard.aspects.get(field_id, ()):
        found.setdefault(row["person_id"], Counter())[row["side"]] += 1
    return [found[person] for person in sorted(found)]
