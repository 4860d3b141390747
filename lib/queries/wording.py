"""What was typed, as a viewer may read it: a link has the wording that was released, or none."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, select

from lib.access.viewer import Share, Viewer
from lib.findings import Kind
from lib.findings.aspect import ASPECT
from lib.model import Person, ShareQuote
from lib.model.findings import Finding
from lib.skills import taxonomy


def words(viewer: Viewer, column: Any) -> ColumnElement[str]:
    """What somebody typed: as it stands for the explorer, for a link in the wording released.

    A link's SELECT does not name the column. What was not read and released for it is empty.
    """
    if not isinstance(viewer, Share):
        return func.coalesce(column, "")
    table = column.parent.entity
    released = select(ShareQuote.wording).where(
        ShareQuote.explorer_id == viewer.explorer_id,
        ShareQuote.share_id == viewer.share_id,
        ShareQuote.table_name == column.class_.__tablename__,
        ShareQuote.column_name == column.key,
        ShareQuote.row_id == table.id,
        ShareQuote.released_at.is_not(None),
    )
    return func.coalesce(released.correlate(table).scalar_subquery(), "")


def quoted(viewer: Viewer, finding: type[Finding]) -> ColumnElement[str]:
    """The words behind a finding; a link has them only where it was made with quotes."""
    if isinstance(viewer, Share) and not viewer.quotes:
        return literal("")
    return words(viewer, finding.quote)


def skill_named(viewer: Viewer, skill: Any) -> ColumnElement[str]:
    """A skill's name: a spelling of the taxonomy, or as `words`; `skill` is Skill or an alias."""
    if not isinstance(viewer, Share):
        return func.coalesce(skill.name, "").label("skill")
    known = (skill.folded.in_(taxonomy.folded_spellings()), skill.name)
    return case(known, else_=words(viewer, skill.name)).label("skill")


def worded(viewer: Viewer, kind: Kind, name: str) -> ColumnElement[str]:
    """What was typed into one part of a finding: of a closed list, or as `words`."""
    column, known = getattr(kind.table, name), kind.typed[name].known
    if not isinstance(viewer, Share) or not known:
        return words(viewer, column).label(name)
    cases = [(column == word, literal(word)) for word in known]
    return case(*cases, else_=words(viewer, column)).label(name)


def themed(viewer: Viewer) -> ColumnElement[str]:
    """The theme of something good or hard, as `worded`."""
    return worded(viewer, ASPECT, "theme")


def label(viewer: Viewer) -> ColumnElement[str]:
    """How the viewer may call the person: the explorer by name, a link as they agreed.

    Empty where nothing may be said: `frame` numbers such a person.
    """
    description, role = words(viewer, Person.description), words(viewer, Person.role)
    described = case((description != "", description), else_=role)
    if isinstance(viewer, Share) and not viewer.names:
        return described
    named = Person.name != ""
    if isinstance(viewer, Share):
        named = and_(named, Person.attribution == "named")
    return case((named, Person.name), else_=described)
