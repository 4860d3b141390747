"""What each voice said, a row a voice or thing: interest, ways in, good and hard, direction."""

from typing import Any

import pandas as pd
from sqlalchemy import String, cast, func, literal, null, select, union
from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.filters import EVERYTHING, Filters
from lib.frames import records
from lib.model import (
    AspectFinding,
    Interview,
    OutlookFinding,
    Person,
    Skill,
    SkillFinding,
    StepFinding,
    TrainingFinding,
)
from lib.model.findings import Finding
from lib.queries.base import frame, noted_beside, said
from lib.queries.beside import beside, still_by_enough
from lib.queries.later import later_answers, latest_first
from lib.queries.threshold import by_enough
from lib.queries.visible import held, latest
from lib.queries.wording import label, quoted, themed, words
from lib.storage.once import once
from lib.text import fold


@once
def interest(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, person_id, person, held_on, before, after: interest 1 to 5 (NaN: not noted).

    One row an interview, in order of time; a link that leaves interest out has the people alone.
    """
    noted: tuple[Any, Any] = Interview.interest_before, Interview.interest_after
    if isinstance(viewer, Share) and not viewer.interest:
        noted = null(), null()
    query = (
        select(
            *(Interview.field_id, Interview.person_id, label(viewer)),
            *(Interview.held_on, *noted),
        )
        .where(*held(viewer, filters))
        .order_by(Interview.held_on, Interview.id)
    )
    dtypes = {"field_id": "id", "person_id": "id", "person": "person", "held_on": "date"}
    rows = frame(session, viewer, query, {**dtypes, "before": "float64", "after": "float64"})
    return _noted_by_enough(viewer, by_enough(viewer, rows, "field_id"))


def _noted_by_enough(viewer: Viewer, rows: pd.DataFrame) -> pd.DataFrame:
    """Interest after too few people of a field stands as if it had not been noted."""
    ends = ["before", "after"]
    noted = rows.dropna(subset=ends, how="all")
    kept = by_enough(viewer, noted, "field_id")["field_id"]
    return rows.assign(**{end: rows[end].where(rows["field_id"].isin(kept)) for end in ends})


@once
def trainings(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, person_id, kind, name, months_low, months_high, cost_low, cost_high, ...

    ..., currency, required, alongside, year: one row a voice and way in by its folded name (NaN:
    not said), the later answer; cost in units of `currency`, `year` the conversation's;
    `alongside` 1 alongside work, 0 not, NaN not said.
    """
    name = words(viewer, TrainingFinding.name)
    kept = {
        **{"field_id": "id", "person_id": "id", "kind": "text", "name": "text"},
        **{"months_low": "float64", "months_high": "float64"},
        **{"cost_low": "cents", "cost_high": "cents", "currency": "text", "required": "text"},
        "alongside_work": "float64",
    }
    columns = (name if each == "name" else beside(viewer, TrainingFinding, each) for each in kept)
    query = (
        select(*columns, func.extract("year", Interview.held_on))
        .where(*said(viewer, filters, TrainingFinding), name != "")
        .order_by(*latest_first(TrainingFinding))
    )
    told = frame(session, viewer, query, {**kept, "year": "int64"})
    later = later_answers(told, "name", "field_id", "kind")
    shown = still_by_enough(viewer, later, TrainingFinding, "field_id", "kind", "folded")
    shown = shown.drop(columns="folded")
    shown = shown.rename(columns={"alongside_work": "alongside"})
    return shown.sort_values(["field_id", "kind", "name"], kind="stable", ignore_index=True)


def trainings_in_words(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, person_id, kind, name, quote: one row a named way in, whenever spoken of."""
    name = words(viewer, TrainingFinding.name)
    query = (
        select(
            *(TrainingFinding.field_id, TrainingFinding.person_id),
            *(TrainingFinding.kind, name, quoted(viewer, TrainingFinding)),
        )
        .where(*said(viewer, filters, TrainingFinding), name != "")
        .order_by(TrainingFinding.id)
    )
    columns = ("field_id", "person_id", "kind", "name", "quote")
    return frame(
        session, viewer, query, {name: "id" if "_id" in name else "text" for name in columns}
    )


def introductions(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """person_id, introduced_by_id: who was heard, and by whom else that was heard they came."""
    # Both stand in `heard` on their own, not as the person that the outer query is at.
    heard = select(Interview.person_id).where(*held(viewer, filters)).correlate(None)
    query = (
        select(Person.id, Person.introduced_by_id)
        .where(Person.explorer_id == viewer.explorer_id)
        .where(Person.id.in_(heard), Person.introduced_by_id.in_(heard))
        .order_by(Person.id)
    )
    if isinstance(viewer, Share) and viewer.threshold > 1:
        noted = noted_beside(viewer, EVERYTHING)
        led = select(noted.c.person_id).where(noted.c.topic == "whom next").correlate(None)
        query = query.where(Person.introduced_by_id.in_(led))
    return frame(session, viewer, query, {"person_id": "id", "introduced_by_id": "id"})


@once
def aspects(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, person_id, person, side, theme: each side and folded theme once a voice.

    Of two spellings the later stands; what has no theme yet counts nowhere.
    """
    query = (
        select(
            *(AspectFinding.field_id, AspectFinding.person_id, label(viewer)),
            *(AspectFinding.side, themed(viewer)),
        )
        .where(*said(viewer, filters, AspectFinding))
        .order_by(*latest_first(AspectFinding))
    )
    dtypes = {"field_id": "id", "person_id": "id", "person": "person"}
    told = frame(session, viewer, query, {**dtypes, "side": "text", "theme": "text"})
    named = later_answers(told[told["theme"] != ""], "theme", "field_id", "side")
    rows = named.drop(columns="folded")
    order = ["field_id", "person_id", "side", "theme"]
    return rows.sort_values(order, kind="stable", ignore_index=True)


@once
def outlooks(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, person_id, direction: one row a voice that said where it goes, its later answer."""
    voice = (OutlookFinding.field_id, OutlookFinding.person_id)
    answers = (
        select(*voice, OutlookFinding.direction, latest(OutlookFinding, *voice))
        .where(*said(viewer, filters, OutlookFinding), OutlookFinding.direction != "unstated")
        .subquery()
    )
    query = (
        select(answers.c.field_id, answers.c.person_id, answers.c.direction)
        .where(answers.c.later == 1)
        .order_by(answers.c.field_id, answers.c.person_id)
    )
    dtypes = {"field_id": "id", "person_id": "id", "direction": "text"}
    return by_enough(viewer, frame(session, viewer, query, dtypes), "field_id", "direction")


@once
def things_said(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, person_id, thing: each different thing once a voice.

    A thing is a skill, a training's kind and name, a side with its theme, or a step's title;
    names are folded here, since the two engines fold differently.
    """
    skill = cast(func.coalesce(Skill.merged_into_id, Skill.id), String)
    named_skills = _things(viewer, filters, SkillFinding, literal("skill"), skill).where(
        Skill.explorer_id == SkillFinding.explorer_id, Skill.id == SkillFinding.skill_id
    )
    told = union(
        named_skills,
        _things(
            *(viewer, filters, TrainingFinding),
            *(TrainingFinding.kind, words(viewer, TrainingFinding.name)),
        ),
        _things(viewer, filters, AspectFinding, AspectFinding.side, themed(viewer)),
        _things(
            *(viewer, filters, StepFinding, literal("step"), words(viewer, StepFinding.title)),
        ),
    ).subquery()
    columns = {"field_id": "id", "person_id": "id", "kind": "text", "name": "text"}
    rows = frame(session, viewer, select(*told.c).where(told.c.name != ""), columns)
    folded = [f"{row['kind']}/{fold(row['name'])}" for row in records(rows)]
    rows["thing"] = pd.Series([viewer.opaque(thing) for thing in folded], dtype="str")
    return rows[["field_id", "person_id", "thing"]].drop_duplicates(ignore_index=True)


def _things(viewer: Viewer, filters: Filters, finding: type[Finding], kind: Any, name: Any) -> Any:
    about = select(finding.field_id, finding.person_id, kind.label("kind"), name.label("name"))
    return about.where(*said(viewer, filters, finding))
