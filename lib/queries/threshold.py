"""What a link with a threshold may show: only what enough people said alike."""

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, String, and_, case, func, or_, select, tuple_

from lib.access.viewer import Share, Viewer
from lib.filters import EVERYTHING
from lib.findings import BY_TABLE
from lib.findings.parts import Typed, Word
from lib.model import Skill, SkillFinding
from lib.model.findings import Finding
from lib.queries.visible import Conditions, latest, open_to
from lib.queries.wording import words


def alike_by_enough(
    viewer: Share, finding: type[Finding], *beside: Any, where: Conditions | None = None
) -> ColumnElement[bool]:
    """Whether enough people said what this finding says, and what `beside` holds along with it.

    Alike is what was typed alike and reads alike, by folded names and the skill that counts: where
    the wording of one was released and that of the other not, or differently, a link would show a
    group of one. Of what stands beside, each person's later answer counts.
    """
    kind = BY_TABLE[finding]
    typed = [name for name in kind.alike if name in kind.typed]
    thing = (
        finding.field_id,
        *(alike(viewer, getattr(finding, name)) for name in kind.alike),
        *(_spelled(viewer, words(viewer, getattr(finding, name))) for name in typed),
    )
    same = (*thing, *beside)
    replaces = beside and not kind.several
    unstated = [column == "unstated" for column in beside if column is SkillFinding.necessity]
    later = latest(finding, finding.person_id, *thing, first=tuple(unstated))
    answers = (
        select(
            *(one.label(f"same_{place}") for place, one in enumerate(same)),
            finding.person_id,
            *([later] if replaces else []),
            case((and_(*has_a_name(finding), *(where or [])), 1), else_=0).label("counts"),
        )
        .where(*open_to(viewer, EVERYTHING, finding))
        .correlate(None)
        .subquery()
    )
    columns = list(answers.c)[: len(same)]
    groups = (
        select(*columns)
        .where(answers.c.counts == 1, *([answers.c.later == 1] if replaces else []))
        .group_by(*columns)
        .having(func.count(answers.c.person_id.distinct()) >= viewer.threshold)
    )
    return tuple_(*same).in_(groups)


def alike(viewer: Share, column: Any) -> Any:
    """A column by which answers are one: a name as it is spelled first, a skill as it counts."""
    if column.key != "skill_id":
        return _spelled(viewer, column) if isinstance(column.type, String) else column
    counts = select(func.coalesce(Skill.merged_into_id, Skill.id))
    its = (Skill.explorer_id == viewer.explorer_id, Skill.id == column)
    return counts.where(*its).correlate(column.class_).scalar_subquery()


def _spelled(viewer: Share, text: Any) -> Any:
    """The spelling that stands for all that are one when folded."""
    return case(dict(viewer.spellings), value=text, else_=text) if viewer.spellings else text


def now_by_enough(viewer: Share, finding: type[Finding]) -> ColumnElement[bool]:
    """Whether enough people say now what the one who said this says now.

    For answers of which the later replaces the earlier, whatever either was.
    """
    voice, (name,) = (finding.field_id, finding.person_id), BY_TABLE[finding].alike
    answer = getattr(finding, name)
    answers = (
        select(*voice, answer.label("answer"), latest(finding, *voice))
        .where(*open_to(viewer, EVERYTHING, finding), answer != "unstated")
        .correlate(None)
        .subquery()
    )
    now = select(answers).where(answers.c.later == 1).cte()
    groups = select(now.c.field_id, now.c.answer).group_by(now.c.field_id, now.c.answer)
    groups = groups.having(func.count() >= viewer.threshold)
    kept = select(now.c.field_id, now.c.person_id)
    return tuple_(*voice).in_(kept.where(tuple_(now.c.field_id, now.c.answer).in_(groups)))


def has_a_name(finding: type[Finding]) -> Conditions:
    """What has no name or figure yet is nothing that another could have said too."""
    part = BY_TABLE[finding].naming
    columns = [getattr(finding, name) for name in part.kept]
    if isinstance(part, Typed | Word):
        return [columns[0] != (part.empty if isinstance(part, Word) else "")]
    return [or_(*(column.is_not(None) for column in columns))]


def at_most(viewer: Viewer, people: int) -> int:
    """Those asked, as the viewer may know it: for a link rounded up to whole steps, 7 to 8 by two.

    Under its threshold nobody was asked.
    """
    if not isinstance(viewer, Share):
        return people
    return 0 if people < viewer.threshold else -(-people // viewer.threshold) * viewer.threshold


def enough(viewer: Viewer, people: Any) -> ColumnElement[int]:
    """A number of people; none where a link may not show so few."""
    fewest = viewer.threshold if isinstance(viewer, Share) else 1
    return case((people >= fewest, people), else_=0)


def by_enough(viewer: Viewer, rows: pd.DataFrame, *group: str) -> pd.DataFrame:
    """The rows whose group holds enough people for a link to show."""
    if not isinstance(viewer, Share):
        return rows
    people = rows.groupby(list(group))["person_id"].transform("nunique")
    return rows[people >= viewer.threshold].reset_index(drop=True)
