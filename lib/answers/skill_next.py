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
from lib.answers.skills_told import Told
from lib.answers.words import counted, listed
from lib.charts.base import Drawing, key
from lib.charts.skill_next import skills_next
from lib.filters import Filters
from lib.frames import Row, records
from lib.markdown import plain
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
    sentence: str
    caption: str
    brief: str
    left_out: int


@dataclass(frozen=True)
class Course:
    """A training named for a skill: its key, its figures in words, and who named it at all."""

    key: str
    words: str
    people: int
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
            **_training(courses.get(skill)),
        }
        for skill in shown
    ]
    dots = [dot for one in ranked[:MOST] for dot in _dots(one, told)]
    return NextAnswer(
        drawing=skills_next(pd.DataFrame(rows, columns=SKILLS), pd.DataFrame(dots, columns=FIELDS)),
        sentence=_sentence(ranked, courses, told),
        caption=_caption(told),
        brief=_brief(ranked, told),
        left_out=len(ranked) - len(shown),
    )


def _ranked(told: Told) -> list[statistics.OneMore[str, str]]:
    """By fields opened, then brought nearer, then by the people who call it mandatory there."""
    targets = {field.field_id for field in told.targets}
    required = {f: skills for f, skills in told.required.items() if f in targets}
    mandatory: dict[str, int] = {}
    for (skill_id, field_id), row in told.said.items():
        if field_id in targets:
            mandatory[skill_id] = mandatory.get(skill_id, 0) + row["mandatory"]
    found = statistics.one_more(required, told.mine)
    return sorted(found, key=lambda o: (o.rank, -mandatory[o.skill], told.names[o.skill]))


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
) -> dict[str, Course]:
    """The cheapest training that somebody named for each of these skills."""
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
    named = records(trainings(session, viewer, filters))
    ways = {_way(row): row for row in named}
    people: dict[str, set[str]] = {}
    for row in named:
        people.setdefault(_key(row), set()).add(row["person_id"])
    base = profile(session, viewer).base_currency
    found = {}
    for skill, spelled in called.items():
        fitting = {_way(row) for row in spoken if _names(row, spelled)}
        priced = [_course(ways[way], base, people) for way in fitting if way in ways]
        if priced:
            found[skill] = min(priced, key=lambda course: course.order)
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
    year, currency = money.latest_year(), row["currency"] or None
    cost = [money.convert(float(row[end]), currency, base, year) for end in COST]
    low, high = (float("nan") if end is None else float(end) for end in cost)
    low, high = (high if isnan(low) else low), (low if isnan(high) else high)
    words = [row["name"]]
    words.append("cost not said" if isnan(high) else money.span(low, high, base))
    months = [float(row[end]) for end in ("months_low", "months_high")]
    said = [m for m in months if not isnan(m)]
    if said:
        span = f"{said[0]:g}" if said[0] == said[-1] else f"{said[0]:g} to {said[-1]:g}"
        words.append(f"{span} months")
    order = (inf if isnan(high) else high, inf if isnan(low) else low, row["name"])
    return Course(_key(row), ", ".join(words), len(people[_key(row)]), order)


COST = ("cost_low", "cost_high")


def _training(course: Course | None) -> Row:
    if course is None:
        nothing = "nobody named a training for it"
        return {"training": nothing, "training_key": "", "training_people": 0}
    words, people = course.words, course.people
    return {"training": words, "training_key": course.key, "training_people": people}


def _key(row: Row) -> str:
    return key("training", row["field_id"], digest(row["kind"], row["name"]))


def _sentence(
    ranked: list[statistics.OneMore[str, str]], courses: dict[str, Course], told: Told
) -> str:
    """Which one skill next, and what people named for learning it."""
    if not told.mine or not any(told.required.values()):
        return "No field requires a skill that you have said you lack."
    if not ranked:
        return "You have every skill that these fields require so far."
    best = ranked[0]
    name = plain(told.names[best.skill])
    fields = {field.field_id: plain(field.field) for field in told.targets}
    opens = listed([f"**{fields[one]}**" for one in best.opens[:3]])
    nearer = listed([fields[one] for one in best.nearer[:3]])
    if opens:
        words = f"**{name}** next: it is the only required skill that you lack in {opens}"
        words += f", and it brings {nearer} nearer." if nearer else "."
    else:
        words = f"No one skill opens a field; **{name}** brings most nearer: {nearer}."
    course = courses.get(best.skill)
    if course is None:
        return f"{words} Nobody named a training for it: ask what they learned it with."
    return f"{words} The cheapest training named for it: {plain(course.words)}."


def _brief(ranked: list[statistics.OneMore[str, str]], told: Told) -> str:
    if not ranked or not told.mine:
        return ""
    best = ranked[0]
    fields = {field.field_id: plain(field.field) for field in told.targets}
    does = f"opens {fields[best.opens[0]]}" if best.opens else f"nearer: {fields[best.nearer[0]]}"
    more = len(best.opens or best.nearer) - 1
    does += f" and {more} more" * bool(more)
    return f"Learn next: **{plain(told.names[best.skill])}** ({does})"


def _caption(told: Told) -> str:
    people = sum(told.asked[field.field_id] for field in told.targets)
    return (
        f"{counted(people, 'person', 'people')} asked about skills in the fields you consider. "
        "Filled: the only required skill you lack there, so that it opens the field. Hollow: it "
        "brings the field nearer; the figure says how many required ones you would still lack. "
        "A training counts for a skill where its name, or what somebody said of it, names the "
        "skill; the cheapest by its highest cost, as one person said it."
    )
