"""Which skills are worth showing, which worth learning: how far they reach, what they weigh."""

from dataclasses import dataclass

import pandas as pd

from lib import statistics
from lib.answers.fields import FieldShown
from lib.answers.skills_told import Ranked, Told
from lib.answers.words import counted, listed, number
from lib.charts.base import Drawing
from lib.charts.skill_worth import skills_worth
from lib.frames import Row, records
from lib.markdown import plain

MOST = 24
FEW = 10
"""Fields up to which every breadth has a heading of its own."""
SKILLS = [
    *("skill_id", "skill", "mine", "group", "breadth", "of_fields", "reach", "mandatory"),
    *("stated", "unstated", "low", "high", "people"),
]
FIELDS = ["skill_id", "field_id", "field", "tone", "current", "look", "said"]


@dataclass(frozen=True)
class WorthAnswer:
    """The skills by breadth, with how much they matter and in which fields."""

    drawing: Drawing
    sentence: str
    caption: str
    shown: int


def worth(rows: list[Ranked], drawn: list[FieldShown], told: Told) -> WorthAnswer:
    """The first of these skills, over the fields that are drawn."""
    shown = rows[:MOST]
    people = told.people(row.skill_id for row in shown)
    weights = weighed(told)
    table = [_row(row, weights, people, told) for row in shown]
    dots = [_dot(row, field, told) for row in shown for field in drawn]
    return WorthAnswer(
        drawing=skills_worth(
            pd.DataFrame(table, columns=SKILLS), pd.DataFrame(dots, columns=FIELDS)
        ),
        sentence=_sentence(weights, told),
        caption=f"The first {MOST} of {len(rows):,} skills. " * (len(rows) > MOST) + _caption(told),
        shown=len(shown),
    )


def weighed(told: Told) -> dict[str, statistics.Necessity]:
    """Necessity by skill, over the people of all target fields, and the groups they hang in."""
    targets = {field.field_id for field in told.targets}
    rows = told.voices[told.voices["field_id"].isin(list(targets))]
    said: dict[str, list[tuple[str, str]]] = {}
    for row in records(rows):
        group = told.groups[row["person_id"]]
        said.setdefault(row["skill_id"], []).append((group, row["necessity"]))
    return {skill_id: statistics.necessity(voices) for skill_id, voices in said.items()}


NOBODY = statistics.necessity(())


def _row(
    row: Ranked, weights: dict[str, statistics.Necessity], people: dict[str, int], told: Told
) -> Row:
    weight = weights.get(row.skill_id, NOBODY)
    low, high = weight.interval or (float("nan"), float("nan"))
    return {
        **{"skill_id": row.skill_id, "skill": row.skill, "mine": row.mine},
        "group": _group(row, told),
        **{"breadth": row.reach.breadth, "of_fields": row.reach.fields},
        "reach": row.reach.reach or 0.0,
        **{"mandatory": weight.mandatory, "stated": weight.stated, "unstated": weight.unstated},
        **{"low": low, "high": high, "people": people[row.skill_id]},
    }


def _group(row: Ranked, told: Told) -> str:
    breadth, fields = row.reach.breadth, row.reach.fields
    if not breadth:
        return "Named only where you work now"
    if fields == 1:
        return "Named in the one field asked"
    if breadth == fields:
        return f"Named in {'both' if fields == 2 else f'all {number(fields)}'} fields asked"
    if fields > FEW and breadth > 1:
        return (
            f"Named in {'more than' if 2 * breadth > fields else 'up to'} half of {fields} fields"
        )
    return f"Named in {number(breadth)} of the {number(fields)} fields asked"


def _dot(row: Ranked, field: FieldShown, told: Told) -> Row:
    said = told.said.get((row.skill_id, field.field_id))
    asked = told.asked.get(field.field_id, 0)
    if said is None:
        look, words = ("silent", f"0 of {asked}") if asked else ("blank", "nobody was asked")
    else:
        stated = said["mandatory"] + said["helpful"] + said["not_needed"]
        mostly = stated > 0 and 2 * said["mandatory"] >= stated
        look = "filled" if mostly else "hollow"
        words = f"{said['voices']} of {asked} named it, {said['mandatory']} as mandatory"
    return {
        **{"skill_id": row.skill_id, "field_id": field.field_id, "field": field.field},
        **{"tone": field.tone, "current": field.current, "look": look, "said": words},
    }


def _sentence(weights: dict[str, statistics.Necessity], told: Told) -> str:
    """The strongest of mine, the clearest gap, and what I would take along from where I am."""
    wide = [row for row in told.ranked if row.reach.breadth > 1 or len(told.targets) < 2]
    strong = [(bound, row) for row in wide if (bound := _strength(weights, row.skill_id))]
    strong.sort(key=lambda pair: (-pair[0], pair[1].skill))
    words = []
    gap = "is the clearest gap" if told.mine else "matters most"
    for mine, what in ((True, "is most worth showing"), (False, gap)):
        found = next((row for _, row in strong if row.mine == mine), None)
        if found is not None:
            weight = weights[found.skill_id]
            words.append(
                f"**{plain(found.skill)}** {what}: named in {found.of_fields} fields, and "
                f"{weight.mandatory} of the {weight.stated} who said how much it matters call it "
                "mandatory."
            )
    return " ".join([*words, *_taken_along(told)]) or (
        "Under three people have said of any one skill how much it matters."
    )


def _strength(weights: dict[str, statistics.Necessity], skill_id: str) -> float:
    """Wilson's lower bound of what calls it mandatory; 0 under three people."""
    weight = weights.get(skill_id, NOBODY)
    return weight.interval.low if weight.interval else 0.0


def _taken_along(told: Told) -> list[str]:
    """Of what my field now asks for and I have: what the others named too, and what nobody did."""
    words = []
    for now in (field for field in told.shown if field.current):
        here = [r for r in told.ranked if (r.skill_id, now.field_id) in told.said and r.mine]
        along = [r for r in here if r.reach.breadth]
        left = [plain(r.skill) for r in here if not r.reach.breadth]
        if along:
            named = listed([f"{plain(r.skill)} ({r.of_fields} fields)" for r in along[:3]])
            words.append(f"From {plain(now.field)} you would take along {named}.")
        if left and told.targets:
            words.append(f"Nobody elsewhere named {' or '.join(left[:2])}.")
    return words


def _caption(told: Told) -> str:
    people = sum(told.asked[field.field_id] for field in told.targets)
    mine = "✓ ● you have it (level 3 or more), ◆ you do not."
    if not told.mine:
        mine = "◆ everything: your own skills are not on Profile yet."
    return (
        f"{counted(people, 'person', 'people')} asked, in {counted(len(told.targets), 'field')} "
        "you consider. At the right: of those who said how much a skill matters, who call it "
        "mandatory; the line is where that share may lie if others were asked (95%, from three "
        f"people on). {mine} Small dots: the fields, filled where at least half call it "
        "mandatory, hollow where it was named otherwise, a speck where nobody named it, a dash "
        "where nobody was asked; what you do now stands apart. Grey bar: the mean share of those "
        "asked who named it."
    )
