"""A skill that the work asks for, or does not."""

from lib.findings.kind import Cell, Kind, Row, Sort
from lib.findings.parts import Reference, Typed, Word
from lib.findings.said import stated
from lib.model import SkillFinding
from lib.records import SkillSaid
from lib.words import Necessity


def words(row: Row) -> list[str]:
    """`SQL, mandatory, said as “queries”`."""
    name, typed = row["skill"], row["said_as"]
    aside = f"said as “{typed}”" if typed and typed.casefold() != name.casefold() else ""
    return [name or "a skill still to be named", stated(row["necessity"]), aside]


SKILL = Kind(
    list_of="skills",
    record=SkillSaid,
    table=SkillFinding,
    topic="skills",
    counts_by="skill",
    parts=(
        Reference(name="skill", by="skill_id"),
        Word(
            name="necessity",
            about="how much they said it matters.",
            words=Necessity,
            counted=True,
        ),
        Typed(
            name="said_as",
            about="the word they used, where it differs.",
            shown_as="a skill as they said it",
            instead_of="skill",
        ),
    ),
    alike=("skill_id",),
    sorts=(Sort("skill", "skill", ("skills",)),),
    words=words,
    tag=lambda said: ("skill", said.skill),
    meaning="A skill that the work asks for, or does not.",
    one="A skill",
    cells=(
        Cell(
            "skills_mandatory",
            "mandatory skills, required skills, must have skills, skills required",
            "mandatory",
        ),
        Cell("skills_helpful", "helpful skills, nice to have skills, useful skills", "helpful"),
        Cell("skills_not_needed", "skills that are not needed, unneeded skills", "not needed"),
        Cell("skills", "skill, skills mentioned, skills named, key skills", "unstated"),
    ),
    by="necessity",
    what="the skill",
    sheet_place=1,
)
