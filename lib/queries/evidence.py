"""What stands behind a mark: the conversations and the words, found by the mark's key.

Keys come from a browser; whatever is not one of these opens nothing:

    person/<person>                  all that somebody said
    topic/<field>/<topic>            who was asked, and what they answered
    skill/<skill>                    who named the skill, field by field
    skill/<skill>/<field>            who named the skill there
    things/<field>                   all that was said in the field
    interest/<field>                 interest before and after each conversation
    salary/<finding>                 one figure
    pay/<field>/<level>/<panel>      the figures drawn together
    compare/<field>/<criterion>      what one cell of the comparison rests on
    theme/<side>/<digest>            who called a theme good or hard
    training/<field>/<digest>        who named a way in
    step/<field>/<digest>            who named a step of the career by this title
    outlook/<field>/<direction>      who says now that it goes there, with what they said before
"""

from collections.abc import Callable
from math import isnan
from typing import Any, get_args
from uuid import UUID

import pandas as pd
from sqlalchemy import case, literal, null, or_, select
from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.errors import NotFound
from lib.filters import Filters
from lib.findings import BY_TABLE, KINDS, Kind
from lib.frames import records
from lib.model import (
    FINDINGS,
    AspectFinding,
    Field,
    Interview,
    Note,
    OutlookFinding,
    Person,
    SalaryFinding,
    Skill,
    SkillFinding,
    StepFinding,
    TrainingFinding,
)
from lib.model.findings import Finding
from lib.queries.answers_noted import agenda_answers, led_to
from lib.queries.base import asked, frame, noted_beside, said, voices
from lib.queries.beside import beside
from lib.queries.visible import held
from lib.queries.voices import interest, outlooks
from lib.queries.wording import label, quoted, skill_named, worded, words
from lib.text import digest
from lib.words import TOPICS, Direction, Side

_WHO = {
    "person_id": "id",
    "person": "person",
    "employer": "group",
    "organisation": "text",
    "interview_id": "id",
    "field": "text",
    "held_on": "date",
}
_WORDS = {"kind": "text", "quote": "text", "note": "text", "private": "bool"}
COLUMNS = {**_WHO, "kind": "text", "said": "text", "quote": "text", "note": "text"}
COLUMNS["private"] = "bool"
_SILENT = "asked; nothing noted"
_NOTHING = "There is nothing to open here. Choose a mark of the chart."


def evidence(session: Session, viewer: Viewer, filters: Filters, key: str) -> pd.DataFrame:
    """person_id, person, employer, organisation, interview_id, field, held_on, kind, said, ...

    ..., quote, note, private: one row a finding, the latest conversation first; `said` in words,
    `note` the line of the notes it was taken from, which a link does not read.
    Raises NotFound for a key that is none.
    """
    kind, *parts = key.split("/")
    try:
        rows = _KEYS[kind](session, viewer, filters, *parts)
    except (KeyError, TypeError, ValueError) as error:
        raise NotFound(_NOTHING) from error
    fewest = viewer.threshold if isinstance(viewer, Share) and kind not in _OF_ONE else 1
    if rows["person_id"].nunique() < fewest:
        rows = rows.iloc[:0]
    return rows.sort_values(
        ["held_on", "person", "kind"],
        ascending=[False, True, True],
        ignore_index=True,
        kind="stable",
    )


def _told(
    session: Session,
    viewer: Viewer,
    filters: Filters,
    finding: type[Finding],
    *conditions: Any,
    named: tuple[str, ...] = (),
) -> pd.DataFrame:
    """The findings of one kind that meet the conditions, in words.

    `named` holds columns and the digest that their text must have: the two engines fold text
    differently, so names are compared here.
    """
    kind = BY_TABLE[finding]
    query = (
        select(*_who(viewer), literal(kind.topic))
        .add_columns(quoted(viewer, finding), _note(viewer, finding), finding.private)
        .add_columns(*(_detail(viewer, kind, name) for name in kind.dtypes))
        .where(*said(viewer, filters, finding), *conditions)
        .order_by(finding.id)
    )
    if finding is SkillFinding:
        its = (Skill.explorer_id == finding.explorer_id) & (Skill.id == finding.skill_id)
        query = query.outerjoin(Skill, its)
    details = {f"_{name}": dtype for name, dtype in kind.dtypes.items()}
    rows = frame(session, viewer, query, {**_WHO, **_WORDS, **details})
    if named:
        *columns, wanted = named
        texts = [digest(*(row[f"_{name}"] for name in columns)) for row in records(rows)]
        rows = rows[pd.Series(texts, index=rows.index, dtype="str") == wanted]
        rows = rows.reset_index(drop=True)
    told = rows[list(details)].rename(columns=dict(zip(details, kind.dtypes, strict=True)))
    rows["said"] = pd.Series([_line(kind.words(row)) for row in records(told)], dtype="str")
    return rows[list(COLUMNS)]


def _line(parts: list[str]) -> str:
    """`SQL, mandatory`, `$60k to $72k a year, entry, own pay`."""
    return ", ".join(filter(None, parts))


def _note(viewer: Viewer, finding: type[Finding]) -> Any:
    if isinstance(viewer, Share):
        return literal("")
    stamp = case((Note.recorded_at == "", ""), else_="[" + Note.recorded_at + "] ")
    line = select(stamp + Note.text).where(
        Note.explorer_id == finding.explorer_id, Note.id == finding.note_id
    )
    return line.correlate(finding).scalar_subquery()


def _who(viewer: Viewer) -> list[Any]:
    shown = not isinstance(viewer, Share) or viewer.organisations
    organisation = Interview.organisation if shown else literal("")
    return [
        *(Person.id, label(viewer), Interview.id, organisation),
        *(Interview.id, Field.name, Interview.held_on),
    ]


def _detail(viewer: Viewer, kind: Kind, name: str) -> Any:
    """A link selects free text only as it was released for it."""
    if name in kind.references:
        return skill_named(viewer, Skill)
    if name in kind.typed:
        return worded(viewer, kind, name)
    return beside(viewer, kind.table, name)


def _skill(session: Session, viewer: Viewer, filters: Filters, skill: str, *field: str) -> Any:
    merged = select(Skill.id).where(
        Skill.explorer_id == viewer.explorer_id,
        or_(Skill.id == viewer.real(skill), Skill.merged_into_id == viewer.real(skill)),
    )
    there = [SkillFinding.field_id == viewer.real(field[0])] if field else []
    if field[1:]:
        raise NotFound(_NOTHING)
    named = SkillFinding.skill_id.in_(merged)
    return _told(session, viewer, filters, SkillFinding, named, *there)


def _topic(session: Session, viewer: Viewer, filters: Filters, field: str, topic: str) -> Any:
    if topic not in TOPICS:
        raise NotFound(_NOTHING)
    told = [
        _told(session, viewer, filters, kind.table, kind.table.field_id == viewer.real(field))
        for kind in KINDS
        if kind.topic == topic
    ]
    put = noted_beside(viewer, filters) if _limited(viewer) else asked(viewer, filters)
    here = select(put.c.interview_id).where(
        put.c.field_id == viewer.real(field), put.c.topic == topic
    )
    answered = {person for rows in told for person in rows["person_id"]}
    silent = _interviews(session, viewer, filters, field, Interview.id.in_(here))
    silent = silent[~silent["person_id"].isin(answered)]
    said = _noted(session, viewer, filters, topic, records(silent))
    return _stack(*told, silent.assign(kind=topic, said=pd.Series(said, silent.index, "str")))


def _limited(viewer: Viewer) -> bool:
    """Whether a threshold hides how many were asked and said nothing that it shows."""
    return isinstance(viewer, Share) and viewer.threshold > 1


def _noted(
    session: Session, viewer: Viewer, filters: Filters, topic: str, silent: list[dict[str, Any]]
) -> list[str]:
    """What those answered who said nothing that is a finding: whom they led to, or a question."""
    led: dict[str, list[str]] = {}
    if topic == "whom next":
        for row in records(led_to(session, viewer, filters)):
            led.setdefault(row["introduced_by_id"], []).append(row["person"])
    answers = {
        row["interview_id"]: ": ".join(filter(None, ("answered", row["answer"])))
        for row in records(agenda_answers(session, viewer, filters))
        if row["topic"] == topic
    }
    return [
        f"introduced {', '.join(led[row['person_id']])}"
        if row["person_id"] in led
        else answers.get(row["interview_id"], _SILENT)
        for row in silent
    ]


def _things(session: Session, viewer: Viewer, filters: Filters, field: str) -> Any:
    about = viewer.real(field)
    parts = [_told(session, viewer, filters, f, f.field_id == about) for f in FINDINGS]
    parts.append(_interviews(session, viewer, filters, field))
    if _limited(viewer):
        parts.append(_asides(session, viewer, filters, about, parts))
    return _stack(*parts)


def _asides(
    session: Session, viewer: Viewer, filters: Filters, about: UUID, told: list[pd.DataFrame]
) -> pd.DataFrame:
    """Who was asked about the field in a talk about another, where nothing of it is shown."""
    spoke = voices(viewer, filters)
    there = select(spoke.c.interview_id).where(spoke.c.field_id == about)
    query = (
        select(*_who(viewer), literal("asked"), literal(""), literal(""), literal(False))
        .where(*held(viewer, filters, about), Interview.id.in_(there))
        .order_by(Interview.id)
    )
    rows = frame(session, viewer, query, {**_WHO, **_WORDS})
    known = {person for part in told for person in part["person_id"]}
    rows["said"] = pd.Series(["asked; nothing noted"] * len(rows), index=rows.index, dtype="str")
    return rows.loc[~rows["person_id"].isin(known), list(COLUMNS)]


def _interest(session: Session, viewer: Viewer, filters: Filters, field: str) -> Any:
    if isinstance(viewer, Share) and not viewer.interest:
        raise NotFound(_NOTHING)
    noted = Interview.interest_after.is_not(None) | Interview.interest_before.is_not(None)
    return _interviews(session, viewer, filters, field, noted)


def _interviews(
    session: Session, viewer: Viewer, filters: Filters, field: str, *conditions: Any
) -> pd.DataFrame:
    """A row an interview: interest before and after, and the takeaway as its words."""
    hidden = isinstance(viewer, Share) and not viewer.interest
    takeaway = literal("") if hidden else words(viewer, Interview.takeaway)
    noted = (Interview.interest_before, Interview.interest_after)
    hidden = hidden or (_limited(viewer) and not _interest_shown(session, viewer, filters, field))
    query = (
        select(*_who(viewer), literal("interest"), takeaway, literal(""))
        .add_columns(literal(False))
        .add_columns(*((null(), null()) if hidden else noted))
        .where(*held(viewer, filters), Interview.field_id == viewer.real(field), *conditions)
        .order_by(Interview.id)
    )
    rows = frame(
        session, viewer, query, {**_WHO, **_WORDS, "_before": "float64", "_after": "float64"}
    )
    rows["said"] = pd.Series([_line(_interest_noted(row)) for row in records(rows)], dtype="str")
    return rows[list(COLUMNS)]


def _interest_noted(row: dict[str, Any]) -> list[str]:
    noted = [("before", row["_before"]), ("after", row["_after"])]
    return [f"interest {when} {value:.0f}" for when, value in noted if not isnan(value)]


def _interest_shown(session: Session, viewer: Viewer, filters: Filters, field: str) -> bool:
    rows = interest(session, viewer, filters)
    here = rows[rows["field_id"] == viewer.shown(viewer.real(field))]
    return bool(here[["before", "after"]].notna().any(axis=None))


def _salary(session: Session, viewer: Viewer, filters: Filters, finding: str) -> Any:
    return _told(session, viewer, filters, SalaryFinding, SalaryFinding.id == viewer.real(finding))


def figures(session: Session, viewer: Viewer, filters: Filters, ids: list[str]) -> pd.DataFrame:
    """The columns of `evidence`: the figures with these ids."""
    wanted = SalaryFinding.id.in_([viewer.real(one) for one in ids])
    return _told(session, viewer, filters, SalaryFinding, wanted)


def _compare(session: Session, viewer: Viewer, filters: Filters, field: str, criterion: str) -> Any:
    if criterion == "interest":
        return _interest(session, viewer, filters, field)
    rows = _topic(session, viewer, filters, field, BY_TABLE[_CRITERIA[criterion]].topic)
    return rows[rows["said"] != _SILENT].reset_index(drop=True)


def _theme(session: Session, viewer: Viewer, filters: Filters, side: str, theme: str) -> Any:
    if side not in get_args(Side):
        raise NotFound(_NOTHING)
    on_side = AspectFinding.side == side
    return _told(session, viewer, filters, AspectFinding, on_side, named=("theme", theme))


def _training(session: Session, viewer: Viewer, filters: Filters, field: str, way: str) -> Any:
    about = TrainingFinding.field_id == viewer.real(field)
    named = ("kind", "name", way)
    return _told(session, viewer, filters, TrainingFinding, about, named=named)


def _step(session: Session, viewer: Viewer, filters: Filters, field: str, title: str) -> Any:
    about = StepFinding.field_id == viewer.real(field)
    return _told(session, viewer, filters, StepFinding, about, named=("title", title))


def _outlook(session: Session, viewer: Viewer, filters: Filters, field: str, direction: str) -> Any:
    if direction not in get_args(Direction):
        raise NotFound(_NOTHING)
    now = outlooks(session, viewer, filters)
    here = (now["field_id"] == viewer.shown(viewer.real(field))) & (now["direction"] == direction)
    people = [viewer.real(person) for person in now.loc[here, "person_id"]]
    about = (OutlookFinding.field_id == viewer.real(field), OutlookFinding.person_id.in_(people))
    return _told(session, viewer, filters, OutlookFinding, *about)


def _person(session: Session, viewer: Viewer, filters: Filters, person: str) -> Any:
    """All that one person said, in every conversation and field."""
    whose = viewer.real(person)
    return _stack(*(_told(session, viewer, filters, f, f.person_id == whose) for f in FINDINGS))


def _stack(*parts: pd.DataFrame) -> pd.DataFrame:
    filled = [rows[list(COLUMNS)] for rows in parts if not rows.empty]
    return pd.concat(filled, ignore_index=True) if filled else parts[0][list(COLUMNS)]


_OF_ONE = {"person", "salary"}
"""Keys that stand for one person: all that they said in company; one line of a chart."""
_CRITERIA: dict[str, Any] = {
    "skills": SkillFinding,
    "months": TrainingFinding,
    "cost": TrainingFinding,
    "aspects": AspectFinding,
    "outlook": OutlookFinding,
}
_KEYS: dict[str, Callable[..., pd.DataFrame]] = {
    "person": _person,
    "topic": _topic,
    "skill": _skill,
    "things": _things,
    "interest": _interest,
    "salary": _salary,
    "compare": _compare,
    "theme": _theme,
    "training": _training,
    "step": _step,
    "outlook": _outlook,
}
