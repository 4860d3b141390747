"""The fields of a screen, in order, with their colours; the current one stands apart, last."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Viewer
from lib.answers.words import counted
from lib.charts.base import slot_tone
from lib.filters import Filters
from lib.frames import records
from lib.queries.fields import fields


@dataclass(frozen=True)
class FieldShown:
    """One field: its id, name, tone, whether it is the current one, how many were heard.

    `occupation` and `area` are codes of official figures, empty where none were chosen.
    """

    field_id: str
    field: str
    tone: str
    current: bool
    voices: int
    hours_a_year: float
    occupation: str
    area: str


def fields_shown(session: Session, viewer: Viewer, filters: Filters) -> list[FieldShown]:
    """Fields that somebody was heard in, most people first, the current field last."""
    found = [
        FieldShown(
            field_id=row["field_id"],
            field=row["field"],
            tone=slot_tone(row["slot"]),
            current=row["kind"] == "current",
            voices=row["voices"],
            hours_a_year=row["hours_a_year"],
            occupation=row["occupation"],
            area=row["area"],
        )
        for row in records(fields(session, viewer, filters))
        if row["voices"]
    ]
    return sorted(found, key=lambda shown: shown.current)


def people_heard(shown: list[FieldShown], voices: pd.DataFrame) -> str:
    """Such as "28 people": each once; says so where the fields' counts add up to more.

    `voices` has field_id and person_id: whoever was heard about a field, in asides too.
    """
    among = voices[voices["field_id"].isin([one.field_id for one in shown])]
    people = int(among["person_id"].nunique())
    twice = sum(one.voices for one in shown) > people
    also = " (who spoke about two fields counts in both)" if twice else ""
    return counted(people, "person", "people") + also


def room(shown: list[FieldShown]) -> int:
    """Lines that each field has on a screen: the fewer fields are looked at, the more of each."""
    return max(5, 60 // max(len(shown), 1))
