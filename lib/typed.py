"""What was typed freely, by table: a link shows none of it but in wording released for it."""

from typing import Any

from lib.model import (
    AspectFinding,
    Interview,
    OutlookFinding,
    Person,
    SalaryFinding,
    Skill,
    SkillFinding,
    StepFinding,
    TrainingFinding,
)

TYPED: dict[type[Any], tuple[str, ...]] = {
    Person: ("description", "role"),
    Interview: ("takeaway",),
    Skill: ("name",),
    SkillFinding: ("said_as", "quote"),
    TrainingFinding: ("name", "quote"),
    SalaryFinding: ("place", "benefits", "quote"),
    AspectFinding: ("theme", "quote"),
    StepFinding: ("title", "quote"),
    OutlookFinding: ("quote",),
}
"""Names of the taxonomy and of the closed list of themes pass as they are."""
