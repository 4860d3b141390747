"""All that Compare reads, once: what people told of each field, and what is one's own."""

from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.answers.costs import with_costs
from lib.answers.limited import as_asked, limited
from lib.answers.skills_told import required_by_field, skills_mine
from lib.answers.yearly import MAIN, with_yearly
from lib.filters import Filters
from lib.frames import records
from lib.queries.coverage import employed, topics_asked
from lib.queries.explorer import Profile, profile
from lib.queries.pay import salaries
from lib.queries.skills import skills_heard
from lib.queries.voices import aspects, interest, outlooks, trainings

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


@dataclass(frozen=True)
class Heard:
    """Frames as the queries give them, pay a year in the base currency."""

    me: Profile
    left_out: frozenset[str]
    """Criteria that a link does not hold."""
    whole: bool
    """Whether nothing that few people said is withheld."""
    coverage: dict[tuple[str, str], tuple[int, int]]
    people: pd.DataFrame
    """field_id and person_id of everybody heard."""
    interest: pd.DataFrame
    required: dict[str, list[str]]
    mine: dict[str, int]
    trainings: pd.DataFrame
    """With costs in the base currency."""
    figures: pd.DataFrame
    aspects: pd.DataFrame
    outlooks: pd.DataFrame


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
        interest=interest(session, viewer, filters),
        required=required_by_field(skills_heard(session, viewer, filters)),
        mine=skills_mine(session, viewer, filters),
        trainings=with_costs(trainings(session, viewer, filters), me),
        figures=with_yearly(salaries(session, viewer, replace(filters, level=None)), me),
        aspects=aspects(session, viewer, filters),
        outlooks=outlooks(session, viewer, filters),
    )


def _left_out(viewer: Viewer) -> frozenset[str]:
    if not isinstance(viewer, Share):
        return frozenset()
    return frozenset(part for part in ("interest", "skills") if not getattr(viewer, part))


def quickest(heard: Heard, field_id: str) -> pd.DataFrame:
    """person_id, low, high: each voice's shortest way in, in months (NaN: an open end)."""
    rows = heard.trainings[heard.trainings["field_id"] == field_id]
    return _least(rows.assign(low=rows["months_low"], high=rows["months_high"]))


def cheapest(heard: Heard, field_id: str) -> pd.DataFrame:
    """person_id, low, high: each voice's cheapest way in, in the base currency (NaN: open)."""
    rows = heard.trainings[heard.trainings["field_id"] == field_id]
    return _least(rows.assign(low=rows["cost_low"], high=rows["cost_high"]))


def _least(rows: pd.DataFrame) -> pd.DataFrame:
    """Of what was said in full, the least; what has an open end only where nothing else was."""
    known = rows.dropna(subset=["low", "high"], how="all")[["person_id", "low", "high"]]
    whole = known["low"].notna() & known["high"].notna()
    placed = known.assign(
        open=~whole,
        first=known["high"].where(whole, known["low"].fillna(0)),
        second=known["low"].where(whole, known["high"].fillna(0)),
    )
    least = placed.sort_values(["open", "first", "second"], kind="stable")
    return least.drop_duplicates("person_id")[["person_id", "low", "high"]]


def paid(heard: Heard, field_id: str, level: str) -> pd.DataFrame:
    """The figures of a level in the main panel with low and high (NaN: an open end)."""
    rows = heard.figures
    rows = rows[(rows["field_id"] == field_id) & (rows["level"] == level)]
    rows = rows[rows["placed"] & (rows["panel"] == MAIN)]
    return rows.assign(low=rows["a_low"], high=rows["a_high"])
