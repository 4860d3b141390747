"""Skills: which carry over, which to show or to learn, what I have, what one more opens."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy.orm import Session

from lib import statistics
from lib.access.viewer import Viewer
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.limited import why_not_by
from lib.answers.skill_gaps import GapsAnswer, gaps
from lib.answers.skill_next import NextAnswer, next_skills
from lib.answers.skill_worth import WorthAnswer, worth
from lib.answers.skills_told import Ranked, Told, told_of_skills, why_none
from lib.answers.superlatives import first, leading
from lib.answers.words import FEWEST_IN_WORDS, counted, number, some
from lib.charts.base import Drawing
from lib.charts.skills import skill_heatmap
from lib.filters import Filters
from lib.frames import records
from lib.markdown import Markdown, bold
from lib.queries.skills import spellings
from lib.skills import taxonomy
from lib.text import fold

MOST_ROWS = 40
MOST_FIELDS = 12
TOP, LEVEL = 3, 6
"""Skills that an answer names; with those level with the last, at most so many."""


@dataclass(frozen=True)
class SkillsAnswer:
    """The heatmap with its words and what follows from it; `skills` were named, `shown` drawn.

    `rated`: whether the explorer has said what they can do.
    """

    drawing: Drawing
    sentence: Markdown
    caption: Markdown
    skills: int
    found: int
    shown: int
    fields: int
    fields_drawn: int
    none: str
    """Why there is no skill at all."""
    rated: bool
    in_short: tuple[Markdown, ...]
    """Which carry over, who wants most of mine, what to learn next: where there is an answer."""
    worth: WorthAnswer
    gaps: GapsAnswer
    following: NextAnswer


def skills(session: Session, viewer: Viewer, filters: Filters) -> SkillsAnswer:
    """Every skill that was named, the widest first."""
    return skills_like(session, viewer, filters, "")


def skills_like(session: Session, viewer: Viewer, filters: Filters, typed: str) -> SkillsAnswer:
    """The same for the skills that go by something like the typed words; empty: all of them."""
    everyone = fields_shown(session, viewer, filters)
    told = told_of_skills(session, viewer, filters, everyone)
    found = _like(typed, told.ranked, spellings(session, viewer, filters)) if typed else told.ranked
    drawn = _drawn(everyone)
    having, following = gaps(told, MOST_FIELDS), next_skills(session, viewer, filters, told)
    return SkillsAnswer(
        drawing=skill_heatmap(_cells(found[:MOST_ROWS], drawn, told)),
        sentence=_sentence(told),
        caption=_caption(told),
        skills=len(told.ranked),
        found=len(found),
        shown=min(len(found), MOST_ROWS),
        fields=len(everyone),
        fields_drawn=len(drawn),
        none="" if told.ranked else why_none(session, viewer, filters, "skills", everyone),
        rated=bool(told.mine),
        in_short=tuple(one for one in (_brief(told), having.brief, following.brief) if one),
        worth=worth(found, drawn, told),
        gaps=having,
        following=following,
    )


def _drawn(everyone: list[FieldShown]) -> list[FieldShown]:
    """As many fields as fit, the current one among them."""
    current = [field for field in everyone if field.current]
    targets = [field for field in everyone if not field.current]
    return [*targets[: MOST_FIELDS - len(current)], *current]


def _like(typed: str, ranked: list[Ranked], known: pd.DataFrame) -> list[Ranked]:
    """Skills one of whose names holds the typed words, or that go by them in the taxonomy."""
    wanted, meant = fold(typed), taxonomy.find(typed)
    heard = {
        row["skill_id"]
        for row in records(known)
        if wanted in fold(row["spelling"]) or (meant and row["code"] == meant.code)
    }
    return [row for row in ranked if row.skill_id in heard or wanted in fold(row.skill)]


def _cells(rows: list[Ranked], shown: list[FieldShown], told: Told) -> pd.DataFrame:
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
            "field_asked": str(told.asked.get(field.field_id, 0)).replace("at most ", "≤"),
            "voices": told.said.get((row.skill_id, field.field_id), {}).get("voices", 0),
            "asked": told.asked.get(field.field_id, 0),
            "of": str(told.asked.get(field.field_id, 0)),
            "required": row.skill_id in told.required.get(field.field_id, ()),
        }
        for row in rows
        for field in shown
    ]
    return pd.DataFrame(table, columns=COLUMNS)


COLUMNS = [
    *("skill_id", "skill", "mine", "breadth", "of_fields", "field_id", "field", "tone"),
    *("field_asked", "voices", "asked", "of", "required"),
]


def _sentence(told: Told) -> Markdown:
    """Which three of mine carry over furthest; without any of mine, which reach furthest."""
    fields, rows = len(told.targets), told.ranked
    if not rows or not fields:
        return Markdown("Nobody in a field you consider was asked about skills yet.")
    if fields == 1:
        return Markdown(
            "Skills were asked about in one field only: whether they carry over is not known."
        )
    wide = [row for row in rows if row.reach.breadth > 1]
    if not wide:
        return Markdown(
            "No skill was named in more than one of the {} fields asked so far."
        ).format(number(fields))
    if not told.whole:
        return why_not_by(told.step)
    mine = leading([row for row in wide if row.mine], _width, TOP)
    others = first([row for row in wide if not row.mine], _width)
    if mine:
        verb = "carries" if len(mine) == 1 else "carry"
        said = [Markdown("{} {} over furthest of the skills you have.").format(_named(mine), verb)]
        if others:
            verb = "is" if len(others) == 1 else "are"
            said.append(
                Markdown("Of those you do not have, {} {} named most widely.").format(
                    _named(others), verb
                )
            )
        return Markdown(" ").join(said)
    widest = leading(wide, _width, TOP)
    words = Markdown("{} {} named most widely.").format(
        _named(widest), "is" if len(widest) == 1 else "are"
    )
    return words + Markdown(" You have none of the skills that more than one field named.") * bool(
        told.mine
    )


def _width(row: Ranked) -> tuple[int, float]:
    return row.reach.breadth, round(row.reach.reach or 0.0, 9)


def _brief(told: Told) -> Markdown:
    mine = [row for row in told.ranked if row.mine and row.reach.breadth > 1]
    mine = mine if told.whole else []
    named = some([bold(row.skill) for row in leading(mine, _width, TOP)], LEVEL)
    return Markdown("Carry over furthest: {}").format(named) if len(mine) > 1 else Markdown("")


def _named(rows: list[Ranked]) -> Markdown:
    """The skills with the fields that named them, of those asked."""
    head = [Markdown("**{}** (named in {} fields)").format(rows[0].skill, rows[0].of_fields)]
    rest = (Markdown("**{}** ({})").format(row.skill, row.of_fields) for row in rows[1:])
    return some([*head, *rest], LEVEL)


def _caption(told: Told) -> Markdown:
    people = sum(told.asked.get(field.field_id, 0) for field in told.shown)
    return Markdown(
        "In brackets by field: who was asked about skills, {}; one asked about two fields counts "
        "in both. 4/5: named by 4 of the 5 asked; the shade is that share, paler where fewer than "
        "{} were asked. Ringed: required, that is, at least two call it mandatory, and at least "
        "half of those who {}. ✓ You have it (level {} or more). Hatched: nobody was asked. "
        "Outlined: asked, and nobody named it, which does not mean it is not needed."
    ).format(
        counted(people, "person", "people"), FEWEST_IN_WORDS, told.weighing, statistics.SKILLED
    )
