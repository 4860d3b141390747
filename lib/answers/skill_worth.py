"""Which skills are worth showing, which worth learning: how far they reach, what they weigh."""

from dataclasses import dataclass

import pandas as pd

from lib import statistics
from lib.answers.fields import FieldShown
from lib.answers.limited import in_steps, why_not_by
from lib.answers.skills_told import Ranked, Told
from lib.answers.superlatives import first
from lib.answers.words import FEWEST_IN_WORDS, counted, number, so_many, some
from lib.charts.base import Drawing
from lib.charts.skill_worth import skills_worth
from lib.frames import Row, records
from lib.markdown import Markdown, bold

MOST = 24
FEW = 10
"""Fields up to which every breadth has a heading of its own."""
SKILLS = [
    *("skill_id", "skill", "mine", "group", "breadth", "of_fields", "reach", "mandatory"),
    *("stated", "unstated", "low", "high", "people", "of"),
]
FIELDS = ["skill_id", "field_id", "field", "tone", "current", "look", "said"]


@dataclass(frozen=True)
class WorthAnswer:
    """The skills by breadth, with how much they matter and in which fields."""

    drawing: Drawing
    sentence: Markdown
    caption: Markdown
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
        caption=_first(len(rows)) + _caption(told),
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
    nan = float("nan")
    low, high = (weight.interval if told.whole else None) or (nan, nan)
    of, unstated = weight.stated, weight.unstated
    if not told.whole and of:
        of, unstated = in_steps(told.step, of + unstated), 0
    return {
        **{"skill_id": row.skill_id, "skill": row.skill, "mine": row.mine},
        "group": _group(row, told),
        **{"breadth": row.reach.breadth, "of_fields": row.reach.fields},
        "reach": row.reach.reach or 0.0 if told.whole else nan,
        **{"mandatory": weight.mandatory, "stated": of, "unstated": unstated},
        **{"low": low, "high": high, "people": people[row.skill_id]},
        "of": str(of),
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
        mostly = said["of"] > 0 and 2 * said["mandatory"] >= said["of"]
        look = "filled" if mostly else "hollow"
        words = f"{said['voices']} of {asked} named it, {said['mandatory']} as mandatory"
    return {
        **{"skill_id": row.skill_id, "field_id": field.field_id, "field": field.field},
        **{"tone": field.tone, "current": field.current, "look": look, "said": words},
    }


def _sentence(weights: dict[str, statistics.Necessity], told: Told) -> Markdown:
    """The strongest of mine, the clearest gap, and what I would take along from where I am.

    Each needs half of two or more who call it mandatory; else what was named most widely.
    """
    if not told.whole:
        return why_not_by(told.step)
    wide = [row for row in told.ranked if row.reach.breadth > 1 or len(told.targets) < 2]
    wide = [row for row in wide if row.reach.breadth]
    words = []
    for mine, which in ((True, "that you have"), (False, "that you do not have")):
        rows = [row for row in wide if row.mine == mine]
        strong = [row for row in rows if weights.get(row.skill_id, NOBODY).mostly]
        if strong:
            best = first(strong, lambda row: round(weights[row.skill_id].bound or 0.0, 9))
            words.append(_strongest(best, weights, _verb(mine, len(best), told)))
        elif rows:
            of_which = f" of the skills {which}" if told.mine else ""
            words.append(_widest(first(rows, _width), of_which))
    return Markdown(" ").join([*words, *_taken_along(told)])


def _verb(mine: bool, count: int, told: Told) -> str:
    if mine:
        return "is most worth showing" if count == 1 else "are most worth showing"
    if not told.mine:
        return "matters most" if count == 1 else "matter most"
    return "is the clearest gap" if count == 1 else "are the clearest gaps"


def _width(row: Ranked) -> tuple[int, float]:
    return row.reach.breadth, round(row.reach.reach or 0.0, 9)


def _strongest(best: list[Ranked], weights: dict[str, statistics.Necessity], what: str) -> Markdown:
    if len(best) == 1:
        (one,) = best
        weight = weights[one.skill_id]
        return Markdown(
            "**{}** {}: named in {} fields, and {} of the {} who said how much it matters call it "
            "mandatory."
        ).format(one.skill, what, one.of_fields, weight.mandatory, weight.stated)
    named = [
        Markdown("**{}** ({} fields, mandatory to {} of {})").format(
            one.skill, one.of_fields, weights[one.skill_id].mandatory, weights[one.skill_id].stated
        )
        for one in best
    ]
    return Markdown("{} {}.").format(some(named), what)


def _widest(best: list[Ranked], of_which: str) -> Markdown:
    names = some([bold(one.skill) for one in best])
    verb = "is" if len(best) == 1 else "are"
    return Markdown("{} {} named most widely{}, in {} fields.").format(
        names, verb, of_which, best[0].of_fields
    )


def _taken_along(told: Told) -> list[Markdown]:
    """Of what my field now asks for and I have: what the others named too, and what nobody did."""
    words = []
    for now in (field for field in told.shown if field.current):
        here = [r for r in told.ranked if (r.skill_id, now.field_id) in told.said and r.mine]
        along = [r for r in here if r.reach.breadth]
        left = [r.skill for r in here if not r.reach.breadth]
        if along:
            named = some([Markdown("{} ({} fields)").format(r.skill, r.of_fields) for r in along])
            words.append(Markdown("From {} you would take along {}.").format(now.field, named))
        if left and told.targets:
            words.append(Markdown("Nobody elsewhere named {}.").format(" or ".join(left[:2])))
    return words


def _first(skills: int) -> Markdown:
    """That not all are drawn, where they are not."""
    return Markdown("The first {} of {:,} skills. ").format(MOST, skills) * (skills > MOST)


def _caption(told: Told) -> Markdown:
    people = sum(told.asked[field.field_id] for field in told.targets)
    mine = f"✓ ● you have it (level {statistics.SKILLED} or more), ◆ you do not."
    if not told.mine:
        mine = "◆ everything: your own skills are not on Profile yet."
    said, line, bar = "named a skill", "", ""
    if told.whole:
        said = "said how much a skill matters"
        line = "; the line is where that share may lie if others were asked (95%, from"
        line += f" {FEWEST_IN_WORDS} people on)"
        bar = " Grey bar: the mean share of those asked who named it."
    return Markdown(
        "{} asked, in {} you consider. At the right: of those who {}, who call it mandatory{}. {} "
        "Small dots: the fields, filled where at least half call it mandatory, hollow where it was "
        "named otherwise, a speck where nobody named it, a dash where nobody was asked; what you "
        "do now stands apart.{}"
    ).format(so_many(people), counted(len(told.targets), "field"), said, line, mine, bar)
