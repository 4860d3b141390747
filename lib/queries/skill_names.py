"""Every name under which the explorer keeps a skill, for whoever has to tell which one is meant."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.filters import Filters
from lib.model import Skill
from lib.skills.names import SkillNames, SkillRow


def skill_names(session: Session, viewer: Explorer, filters: Filters) -> SkillNames:
    """The explorer's skills by all they go by, merged ones among them, in the order they came."""
    query = select(Skill.id, Skill.name, Skill.folded, Skill.taxonomy_code, Skill.merged_into_id)
    mine = query.where(Skill.explorer_id == viewer.explorer_id).order_by(Skill.id)
    return SkillNames(SkillRow(*row) for row in session.execute(mine))
