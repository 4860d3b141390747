"""Which one skill to learn next: the fields it opens or brings nearer, and who named a training.

A training counts for a skill where its name, or the words about it, hold one of the skill's names
as whole words (`lib.text.names`). Nothing else is inferred: a certificate in analytics is no
training for SQL until somebody says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, isnan

import pandas as pd
from sqlalchemy.orm import Session

from lib import money, statistics
from lib.access.viewer import Viewer
from lib.answers.costs import with_costs
from lib.answers.limited import why_not_by
from lib.answers.skills_told import Told
from lib.answers.spread import in_words, spread
from lib.answers.words import counted, listed, number, of_unit, so_many, some
from lib.charts.base import Drawing, key
from lib.charts.skill_next import skills_next
from lib.filters import Filters
from lib.frames import Row, records
from lib.markdown import Markdown, bold
from lib.queries.explorer import profile
from lib.queries.skills import spellings
from lib.queries.voices import trainings, trainings_in_words
from lib.text import digest, initials, names

MOST = 8
SKILLS = ["skill_id", "skill", "people", "training", "training_key", "training_people"]
FIELDS = ["skill_id", "field", "tone", "left", "opens"]


@dataclass(frozen=True)
class NextAnswer:
    """Skills that fields require and I lack, the one that opens most first."""

    drawing: Drawing
    sentence: Markdown
    caption: Markdown
    brief: Markdown
    left_out: int


@dataclass(frozen=True)
class Course:
    """A training named for a skill: its key, its figures in words, and who named it at all."""

    key: str
    name: str
    words: str
    people: int
    cost: float
    """The highest cost said; infinite where it was not said in full."""
    order: tuple[float, float, str]
    """By the highest cost, then the lowest; what was not said stands last."""


def next_skills(session: Session, viewer: Viewer, filters: Filters, told: Told) -> NextAnswer:
    """What each required skill that I lack would do, in the target fields."""
    ranked = _ranked(told)
    shown = [one.skill for one in ranked[:MOST]]
    courses = _courses(session, viewer, filters, told, shown)
    people = told.people(shown)
    rows = [
        {
            **{"skill_id": skill, "skill": told.names[skill], "people": people[skill]},
            **_training(courses.get(skill, [])),
        }
        for skill in shown
    ]
    dots = [dot for one in ranked[:MOST] for dot in _dots(one, told)]
    return NextAnswer(
        drawing=skills_next(pd.DataFrame(rows, columns=SKILLS), pd.DataFrame(dots, columns=FIELDS)),
        sentence=_sentence(ranked, courses, told) if told.whole else why_not_by(told.step),
        caption=_caption(told),
        brief=_brief(ranked, told) if told.whole else Markdown(""),
        left_out=len(ranked) - len(shown),
    )


def _ranked(told: Told) -> list[statistics.OneMore[str, str]]:
    """By fields opened, then brought nearer, then by the people who call it mandatory there."""
    targets = {field.field_id for field in told.targets}
    required = {f: skills for f, skills in told.required.items() if f in targets}
    found = statistics.one_more(required, told.mine)
    return sorted(found, key=lambda one: (_order(one, told), told.names[one.skill]))


def _order(one: statistics.OneMore[str, str], told: Told) -> tuple[tuple[int, int], int]:
    rows = (told.said.get((one.skill, field.field_id)) for field in told.targets)
    return one.rank, -sum(row["mandatory"] for row in rows if row is not None)


def _first(
    ranked: list[statistics.OneMore[str, str]], told: Told
) -> list[statistics.OneMore[str, str]]:
    """The first, and those that do as much as it."""
    return [one for one in ranked if _order(one, told) == _order(ranked[0], told)]


def _dots(one: statistics.OneMore[str, str], told: Told) -> list[Row]:
    """The fields in their order, with what would still be missing there."""
    made = []
    for field in told.targets:
        if field.field_id in (*one.opens, *one.nearer):
            lacking = [s for s in told.required[field.field_id] if not told.have(s)]
            opens, left = field.field_id in one.opens, len(lacking) - 1
            row = {"field": field.field, "tone": field.tone, "left": left, "opens": opens}
            made.append({"skill_id": one.skill, **row})
    return sorted(made, key=lambda row: int(row["left"]))


def _courses(
    session: Session, viewer: Viewer, filters: Filters, told: Told, skills: list[str]
) -> dict[str, list[Course]]:
    """The trainings that somebody named for each of these skills, the cheapest first."""
    known = spellings(session, viewer, filters)
    called = {skill: {told.names[skill]} for skill in skills}
    for row in records(known[known["skill_id"].isin(skills)]):
        called[row["skill_id"]].add(row["spelling"])
    fields = {field.field_id for field in told.shown}
    spoken = [
        row
        for row in records(trainings_in_words(session, viewer, filters))
        if row["field_id"] in fields
    ]
    me = profile(session, viewer)
    named = records(with_costs(trainings(session, viewer, filters), me))
    ways = {_way(row): row for row in named}
    people: dict[str, set[str]] = {}
    for row in named:
        people.setdefault(_key(row), set()).add(row["person_id"])
    found = {}
    for skill, spelled in called.items():
        fitting = {_way(row) for row in spoken if _names(row, spelled)}
        made = (_course(ways[way], me.base_currency, people) for way in fitting if way in ways)
        if by_cost := sorted(made, key=lambda course: course.order):
            found[skill] = list({course.key: course for course in reversed(by_cost)}.values())[::-1]
    return found


def _way(row: Row) -> tuple[str, str, str]:
    return row["field_id"], row["person_id"], digest(row["kind"], row["name"])


def _names(row: Row, spelled: Iterable[str]) -> bool:
    """By the training's name; by the words about it, unless the skill's name is a letter or two."""
    return any(
        names(row["name"], name) or (not initials(name) and names(row["quote"], name))
        for name in spelled
    )


def _course(row: Row, base: str, people: dict[str, set[str]]) -> Course:
    """One person's answer; an open end makes no cheapest."""
    cost, months = (spread([(row[f"{of}_low"], row[f"{of}_high"])]) for of in ("cost", "months"))
    words = [row["name"], in_words(cost, lambda amount: money.short(amount, base))]
    words[1] = words[1] or row["cost_beside"] or "cost not said"
    words.append(of_unit(in_words(months, "{:g}".format), "month"))
    most, least = (inf if isnan(row[end]) else row[end] for end in ("cost_high", "cost_low"))
    most = inf if cost.more else most
    return Course(
        *(_key(row), row["name"], ", ".join(filter(None, words))),
        *(len(people[_key(row)]), inf if cost.less else most, (most, least, row["name"])),
    )


def _training(named: list[Course]) -> Row:
    if not named:
        nothing = "nobody named a training for it"
        return {"training": nothing, "training_key": "", "training_people": 0}
    first = named[0]
    return {"training": first.words, "training_key": first.key, "training_people": first.people}


def _key(row: Row) -> str:
    return key("training", row["field_id"], digest(row["kind"], row["name"]))


def _sentence(
    ranked: list[statistics.OneMore[str, str]], courses: dict[str, list[Course]], told: Told
) -> Markdown:
    """Which one skill next, and what people named for learning it."""
    if not told.mine or not any(told.required.values()):
        return Markdown("No field requires a skill that you have said you lack.")
    if not ranked:
        return Markdown("You have every skill that these fields require so far.")
    best = _first(ranked, told)
    fields = {field.field_id: field.field for field in told.targets}
    if len(best) > 1:
        return _level(best, told)
    (one,) = best
    name = told.names[one.skill]
    opens = listed([bold(fields[field]) for field in one.opens])
    nearer = listed([fields[field] for field in one.nearer])
    if opens:
        words = Markdown("**{}** next: it is the only required skill that you lack in {}").format(
            name, opens
        )
        words += Markdown(", and it brings {} nearer.").format(nearer) if nearer else "."
    else:
        words = Markdown("No one skill opens a field; **{}** brings most nearer: {}.").format(
            name, nearer
        )
    return Markdown("{} {}").format(words, _learned(courses.get(one.skill, [])))


def _level(best: list[statistics.OneMore[str, str]], told: Told) -> Markdown:
    """Several that do as much as one another."""
    names = some([bold(told.names[one.skill]) for one in best])
    opens, nearer = (-count for count in best[0].rank)
    if opens:
        each = f"opens {counted(opens, 'field')}"
        each += f" and brings {number(nearer)} nearer" if nearer else ""
        return Markdown("Any of {} next: each {}.").format(names, each)
    return Markdown("No one skill opens a field; {} each bring {} nearer.").format(
        names, counted(nearer, "field")
    )


def _learned(named: list[Course]) -> Markdown:
    """The cheapest training, or all that cost as little; without a cost in full, one of them."""
    if not named:
        return Markdown("Nobody named a training for it: ask what they learned it with.")
    first = named[0]
    if first.cost == inf:
        return Markdown("A training named for it: {}.").format(first.words)
    alike = [course for course in named if course.cost == first.cost]
    known = " with a cost in full" * any(course.cost == inf for course in named)
    if len(alike) > 1:
        words = listed([course.name for course in alike])
        return Markdown("The cheapest trainings named for it{}: {}.").format(known, words)
    return Markdown("The cheapest training named for it{}: {}.").format(known, first.words)


def _brief(ranked: list[statistics.OneMore[str, str]], told: Told) -> Markdown:
    if not ranked or not told.mine:
        return Markdown("")
    best = _first(ranked, told)
    if len(best) > 1:
        return Markdown("Learn next: {}").format(
            some([bold(told.names[one.skill]) for one in best])
        )
    (one,) = best
    fields = {field.field_id: field.field for field in told.targets}
    does = f"opens {fields[one.opens[0]]}" if one.opens else f"nearer: {fields[one.nearer[0]]}"
    more = len(one.opens or one.nearer) - 1
    does += f" and {more} more" * bool(more)
    return Markdown("Learn next: **{}** ({})").format(told.names[one.skill], does)


def _caption(told: Told) -> Markdown:
    people = sum(told.asked[field.field_id] for field in told.targets)
    return Markdown(
        "{} asked about skills in the fields you consider. Filled: the only required skill you "
        "lack there, so that it opens the field. Hollow: it brings the field nearer; the figure "
        "says how many required ones you would still lack. A training counts for a skill where its "
        "name, or what somebody said of it, names the skill; the cheapest by its highest cost, as "
        "one person said it."
    ).format(so_many(people))
