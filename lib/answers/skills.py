"""Which skills carry over: who named what, in how many fields, and which of them are mine."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy.orm import Session

from lib import statistics
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.words import capital, counted, listed, number, plain
from lib.charts.base import Drawing
from lib.charts.skills import skill_heatmap
from lib.filters import Filters
from lib.frames import records
from lib.queries.coverage import topics_asked
from lib.queries.skills import own_skills, skills_heard
from lib.viewer import Viewer

MOST_ROWS = 40
MOST_FIELDS = 12


@dataclass(frozen=True)
class SkillsAnswer:
    """The heatmap with its words; `skills` different ones were named, `shown` are drawn."""

    drawing: Drawing
    sentence: str
    caption: str
    skills: int
    shown: int


@dataclass(frozen=True)
class Row:
    """One skill over the target fields that were asked."""

    skill_id: str
    skill: str
    mine: bool
    reach: statistics.Reach


def skills(session: Session, viewer: Viewer, filters: Filters) -> SkillsAnswer:
    """The skills named, sorted by breadth, then reach."""
    shown = fields_shown(session, viewer, filters)[:MOST_FIELDS]
    asked = asked_about(session, viewer, filters, "skills")
    heard = skills_heard(session, viewer, filters)
    mine = skills_mine(session, viewer, filters)
    rows = _rows(heard, shown, asked, mine)
    cells = _cells(rows[:MOST_ROWS], heard, shown, asked)
    return SkillsAnswer(
        drawing=skill_heatmap(cells),
        sentence=_sentence(rows, shown, asked),
        caption=_caption(shown, asked),
        skills=len(rows),
        shown=min(len(rows), MOST_ROWS),
    )


def asked_about(session: Session, viewer: Viewer, filters: Filters, topic: str) -> dict[str, int]:
    """People asked about a topic, by field id."""
    rows = topics_asked(session, viewer, filters)
    rows = rows[rows["topic"] == topic]
    return dict(zip(rows["field_id"], rows["asked"].astype(int), strict=True))


def skills_mine(session: Session, viewer: Viewer, filters: Filters) -> dict[str, int]:
    """Own level by skill id."""
    own = own_skills(session, viewer, filters)
    return dict(zip(own["skill_id"], own["level"].astype(int), strict=True))


def required_by_field(heard: pd.DataFrame) -> dict[str, list[str]]:
    """The skills that a field requires, by field id."""
    needed: dict[str, list[str]] = {}
    for row in records(heard):
        if statistics.required(row["mandatory"], row["helpful"], row["not_needed"]):
            needed.setdefault(row["field_id"], []).append(row["skill_id"])
    return needed


def _rows(
    heard: pd.DataFrame, shown: list[FieldShown], asked: dict[str, int], mine: dict[str, int]
) -> list[Row]:
    targets = [field.field_id for field in shown if not field.current]
    said = {(r["skill_id"], r["field_id"]): r["voices"] for r in records(heard)}
    names = dict(zip(heard["skill_id"], heard["skill"], strict=True))
    rows = [
        Row(
            skill_id,
            name,
            mine.get(skill_id, 0) >= statistics.SKILLED,
            statistics.breadth_and_reach(
                (said.get((skill_id, field), 0), asked.get(field, 0)) for field in targets
            ),
        )
        for skill_id, name in names.items()
    ]
    return sorted(rows, key=lambda r: (-r.reach.breadth, -(r.reach.reach or 0), r.skill))


def _cells(
    rows: list[Row], heard: pd.DataFrame, shown: list[FieldShown], asked: dict[str, int]
) -> pd.DataFrame:
    said = {(r["skill_id"], r["field_id"]): r["voices"] for r in records(heard)}
    needed = required_by_field(heard)
    table = [
        {
            "skill_id": row.skill_id,
            "skill": row.skill,
            "mine": row.mine,
            "breadth": row.reach.breadth,
            "of_fields": row.reach.fields,
            "field_id": field.field_id,
            "field": field.field + " (now)" * field.current,
            "tone": field.tone,
            "field_asked": asked.get(field.field_id, 0),
            "voices": said.get((row.skill_id, field.field_id), 0),
            "asked": asked.get(field.field_id, 0),
            "required": row.skill_id in needed.get(field.field_id, ()),
        }
        for row in rows
        for field in shown
    ]
    return pd.DataFrame(table, columns=COLUMNS)


COLUMNS = [
    *("skill_id", "skill", "mine", "breadth", "of_fields", "field_id", "field", "tone"),
    *("field_asked", "voices", "asked", "required"),
]


def _sentence(rows: list[Row], shown: list[FieldShown], asked: dict[str, int]) -> str:
    fields = sum(1 for f in shown if not f.current and asked.get(f.field_id))
    if not rows or not fields:
        return "Nobody in a field you consider was asked about skills yet."
    if fields == 1:
        return "Skills were asked about in one field only: whether they carry over is not known."
    widest = rows[0].reach.breadth
    if widest < 2:
        return f"No skill was named in more than one of the {number(fields)} fields asked so far."
    top = [row for row in rows if row.reach.breadth == widest]
    have = [plain(row.skill) for row in top if row.mine][:4]
    lack = [plain(row.skill) for row in top if not row.mine][:4]
    where = "all" if widest == fields else f"{number(widest)} of the"
    where += f" {number(fields)} fields that were asked"
    if have:
        verb = "was" if len(have) == 1 else "were"
        words = f"**{listed(have)}**, which you have, {verb} named in {where}."
        more = f" {listed(lack)} too, which you do not have yet." if lack else ""
        return capital(words) + more
    return f"**{listed(lack)}** reached furthest, named in {where}; you have none of them yet."


def _caption(shown: list[FieldShown], asked: dict[str, int]) -> str:
    people = sum(asked.get(field.field_id, 0) for field in shown)
    return (
        f"{counted(people, 'person', 'people')} asked about skills, in brackets by field. "
        "4/5: named by 4 of the 5 asked; the shade is that share, paler where "
        "fewer than three were asked. Ringed: required, that is, "
        "at least two call it mandatory, and at least half of those who said how much it "
        "matters. ✓ You have it (level 3 or more). Hatched: nobody was asked. Outlined: asked, "
        "and nobody named it, which does not mean it is not needed."
    )
