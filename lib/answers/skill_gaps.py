"""Related or new: how much of what each field requires I have, what I lack, what nobody brought up.

A field of which I have most is a related career, one of which I have little a new direction.
"""

from dataclasses import dataclass

import pandas as pd

from lib import statistics
from lib.answers.fields import FieldShown
from lib.answers.limited import in_steps, why_not_by
from lib.answers.skills_told import Told
from lib.answers.superlatives import first
from lib.answers.words import counted, listed, so_many, some
from lib.charts.base import Drawing
from lib.charts.skill_gaps import field_gaps
from lib.frames import Row
from lib.markdown import Markdown, bold

FIELDS = ["field_id", "field", "tone", "have", "of", "asked", "people", "words", "silent"]
SKILLS = ["field_id", "skill_id", "skill", "mine", "required", "voices", "asked", "of", "said"]


@dataclass(frozen=True)
class GapsAnswer:
    """What I have and lack by field; `brief` names the field that wants most of what I have."""

    drawing: Drawing
    sentence: Markdown
    caption: Markdown
    brief: Markdown


@dataclass(frozen=True)
class Standing:
    """One field: of what it requires, what I have; None where it requires nothing yet."""

    field: FieldShown
    have: statistics.Have | None

    @property
    def order(self) -> tuple[bool, bool, float, int]:
        """The largest share first, then the most skills; the current field last."""
        k, n = self.have or (0, 1)
        return self.field.current, self.have is None, -k / n, -n


Known = list[tuple[Standing, statistics.Have]]
"""Fields that require something, with what I have of it."""


def gaps(told: Told, most: int) -> GapsAnswer:
    """The fields of which I have most, the current one after them; the words are about all."""
    fields = sorted((_standing(field, told) for field in told.shown), key=lambda one: one.order)
    now = [one for one in fields if one.field.current]
    targets = [one for one in fields if not one.field.current]
    drawn = [*targets[: most - len(now)], *now]
    rows = [_field(one, told) for one in drawn]
    skills = [row for one in drawn for row in _skills(one.field, told)]
    return GapsAnswer(
        drawing=field_gaps(
            pd.DataFrame(rows if skills else [], columns=FIELDS),
            pd.DataFrame(skills, columns=SKILLS),
        ),
        sentence=_sentence(targets) if told.whole else why_not_by(told.step),
        caption=_caption(told),
        brief=_brief(targets) if told.whole else Markdown(""),
    )


def _standing(field: FieldShown, told: Told) -> Standing:
    required = told.required.get(field.field_id, [])
    return Standing(field, statistics.skills_i_have(required, told.mine))


def _field(one: Standing, told: Told) -> Row:
    field_id, asked = one.field.field_id, told.asked.get(one.field.field_id, 0)
    have, of = one.have or (0, 0)
    if not asked:
        words = "nobody was asked about skills"
    else:
        words = f"{have} of {of} required" if of else "no skill required yet"
    silent = [
        told.names[skill_id]
        for skill_id in told.mine
        if asked and told.have(skill_id) and (skill_id, field_id) not in told.said
    ]
    return {
        **{"field_id": field_id, "field": one.field.field + " (now)" * one.field.current},
        **{"tone": one.field.tone, "have": have, "of": of, "asked": asked},
        **{"people": told.answered.get(field_id, 0), "words": words, "silent": sorted(silent)},
    }


def _skills(field: FieldShown, told: Told) -> list[Row]:
    """The skills named there: required ones first, then by who calls them mandatory."""
    required, asked = told.required.get(field.field_id, []), told.asked.get(field.field_id, 0)
    here = sorted(
        told.by_field.get(field.field_id, []),
        key=lambda r: (r["skill_id"] not in required, -r["mandatory"], -r["voices"], r["skill"]),
    )
    return [
        {
            **{"field_id": field.field_id, "skill_id": row["skill_id"], "skill": row["skill"]},
            "mine": told.have(row["skill_id"]),
            "required": row["skill_id"] in required,
            **{"voices": row["voices"], "asked": asked, "of": str(asked)},
            "said": _weight(row, told),
        }
        for row in here
    ]


def _weight(row: Row, told: Told) -> str:
    if not row["mandatory"] + row["helpful"] + row["not_needed"]:
        return "nobody said how much it matters"
    return f"mandatory to {row['mandatory']} of {in_steps(told.step, row['of'])}"


def _sentence(fields: list[Standing]) -> Markdown:
    """The field that wants most of what I have, and where it differs, the nearest and farthest."""
    known = [(one, one.have) for one in fields if one.have is not None]
    if not known:
        return Markdown(
            "No field requires a skill yet: two people or more must call it mandatory, and at "
            "least half of those who said how much it matters."
        )
    tops = _most(known)
    have = tops[0][1]
    if not have.k:
        return Markdown(
            "Of the skills that these fields require you have none at level {} or more yet."
        ).format(statistics.SKILLED)
    words = [_wants(tops)]
    best = [one for one, _ in tops]
    whole = [one.field.field for one, (k, n) in known if k == n and one not in best]
    if whole:
        words.append(Markdown("You have all that {} {}.").format(some(whole), _require(len(whole))))
    least = first(known, lambda pair: (-pair[1].k / pair[1].n, pair[1].n))
    k, n = least[0][1]
    if k < n and not any(one in best for one, _ in least):
        names = listed([one.field.field for one, _ in least])
        verb = "is the newest direction" if len(least) == 1 else "are the newest directions"
        words.append(Markdown("{} {}: {} of {}.").format(names, verb, k, n))
    return Markdown(" ").join(words)


def _most(known: Known) -> Known:
    """The fields that require most of what I have; of two, the one I lack least of."""
    return first(known, lambda pair: (pair[1].k, pair[1].k / pair[1].n))


def _wants(tops: Known) -> Markdown:
    """All of these require as many skills of mine, of as many."""
    have = tops[0][1]
    names = listed([bold(one.field.field) for one, _ in tops])
    if len(tops) > 1:
        return Markdown("{} want most of what you have: {} of the {} that each requires.").format(
            names, have.k, counted(have.n, "skill")
        )
    skills = counted(have.n, "skill")
    return Markdown("{} wants most of what you have: {} of the {} it requires.").format(
        names, have.k, skills
    )


def _brief(fields: list[Standing]) -> Markdown:
    known = [(one, one.have) for one in fields if one.have is not None and one.have.k]
    if not known:
        return Markdown("")
    tops = _most(known)
    k, n = tops[0][1]
    names = listed([bold(one.field.field) for one, _ in tops])
    verb = "Wants" if len(tops) == 1 else "Want"
    return Markdown("{} most of what you have: {} ({} of {} required)").format(verb, names, k, n)


def _require(fields: int) -> str:
    return "requires" if fields == 1 else "require"


def _caption(told: Told) -> Markdown:
    people = sum(told.asked.get(field.field_id, 0) for field in told.shown)
    return Markdown(
        "{} asked about skills. A mark a required skill: the more are filled, the closer to what "
        "you can do; the fewer, the newer the direction. Bold: required, that is, at least two "
        "call it mandatory, and at least half of those who {}; beside it, who named it of those "
        "asked. ● ✓ you have it (level {} or more), ◇ you do not. Not brought up: skills of yours "
        "that nobody there named; ask, it does not mean they are not needed."
    ).format(so_many(people), told.weighing, statistics.SKILLED)
