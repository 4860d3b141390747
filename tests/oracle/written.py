"""Writes an export by hand: a line a talk, a line a finding, every other column at its default."""

from datetime import date
from typing import Any
from uuid import UUID

from tests.oracle.book import Book, Row, View

SAID = {"note_id": None, "quote": "", "private": False}
FINDINGS: dict[str, Row] = {
    "skill_findings": {"skill_id": None, "said_as": "", "necessity": "unstated"},
    "training_findings": {
        **{"kind": "other", "name": "", "months_low": None, "months_high": None},
        **{"cost_low": None, "cost_high": None, "currency": None},
        **{"required": "unstated", "alongside_work": None},
    },
    "salary_findings": {
        **{"level": "unstated", "low": None, "high": None, "currency": None},
        **{"period": "unstated", "basis": "unstated", "tax": "unstated"},
        **{"employed": "unstated", "whose": "heard", "year": None, "place": "", "benefits": ""},
    },
    "aspect_findings": {"side": "upside", "theme": ""},
    "step_findings": {
        **{"position": 1, "title": "", "years_low": None, "years_high": None},
        **{"low": None, "high": None, "currency": None, "period": "unstated"},
    },
    "outlook_findings": {"direction": "unstated"},
}
TALK: Row = {
    **{"role": "", "organisation": "", "status": "held", "planned_on": None},
    **{"interest_before": None, "interest_after": None, "takeaway": ""},
}
EXPLORER: Row = {
    **{"base_currency": "USD", "zone": "UTC", "hours_a_year": 2080, "current_pay": None},
    **{"least_pay": None, "most_months": None, "most_cost": None},
}
TODAY = date(2026, 11, 30)


class Written:
    """An export in the making; names of fields, people and skills stand for their ids."""

    def __init__(self, **explorer: Any) -> None:
        self.export: dict[str, Any] = {"format": "fieldwork/1", "explorer": EXPLORER | explorer}
        self.ids: dict[tuple[str, str], str] = {}
        self._last = 0

    def add(self, list_name: str, **values: Any) -> str:
        """A row under a new id, later ones after earlier ones."""
        self._last += 1
        identity = str(UUID(int=(0x0197 << 112) | (7 << 76) | (2 << 62) | self._last))
        self.export.setdefault(list_name, []).append({"id": identity, **values})
        return identity

    def known(self, list_name: str, name: str, **values: Any) -> str:
        """The row of that name, made where there is none yet."""
        if (list_name, name) not in self.ids:
            self.ids[list_name, name] = self.add(list_name, name=name, **values)
        return self.ids[list_name, name]

    def field(self, name: str, **values: Any) -> str:
        colour = {"colour_slot": len(self.export.get("fields", []))}
        rest = {"kind": "new", "hours_a_year": None, "occupation_code": None, "area_code": None}
        return self.known("fields", name, **{**rest, **colour, **values})

    def person(self, name: str, **values: Any) -> str:
        rest = {"attribution": "described", "introduced_by_id": None, "role": "analyst"}
        return self.known("people", name, **{**rest, **values})

    def skill(self, name: str, **values: Any) -> str:
        return self.known("skills", name, **{"merged_into_id": None, **values})

    def talk(
        self, person: str, field: str, at: str = "", *, day: str = "2026-03-02", **values: Any
    ) -> str:
        """A held conversation at an employer."""
        who, where = self.person(person), self.field(field)
        held = {"held_on": day, "organisation": at, "field_id": where, "person_id": who}
        return self.add("interviews", **{**TALK, **held, **values})

    def tick(self, talk: str, topic: str) -> None:
        self.add("topics_asked", interview_id=talk, topic=topic)

    def said(self, talk: str, kind: str, /, *, about: str = "", **values: Any) -> str:
        """A finding of the talk, about its own field unless another is named."""
        row = next(i for i in self.export["interviews"] if i["id"] == talk)
        field = self.field(about) if about else row["field_id"]
        whose = {"interview_id": talk, "field_id": field, "person_id": row["person_id"]}
        return self.add(kind, **{**SAID, **FINDINGS[kind], **whose, **values})

    def names(self, talk: str, skill: str, necessity: str = "unstated", **values: Any) -> str:
        skill_id = self.skill(skill)
        return self.said(talk, "skill_findings", skill_id=skill_id, necessity=necessity, **values)

    def book(self, **view: Any) -> Book:
        return Book(self.export, View(**{"today": TODAY, **view}))
