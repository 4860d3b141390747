"""What the conversations say, in sentences: the strongest first, each with its evidence.

Templates over figures that the screens show too; nothing from fewer than two independent groups,
nothing of the current field, which is what one holds the others against.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from lib import statistics
from lib.access.viewer import Viewer
from lib.answers.costs import with_costs
from lib.answers.data_differ import differences
from lib.answers.data_official import official_sentences
from lib.answers.data_pay import paid_of, pay_sentences
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.limited import AtMost, in_steps, limited
from lib.answers.sentence import Asked, Groups, Sentence, groups_of, groups_over_all, voices
from lib.answers.skills_told import Ranked, Told, told_of_skills
from lib.answers.ways import Way, ways_named
from lib.answers.words import FEWEST_IN_WORDS, counted, listed, of_unit
from lib.charts.base import key
from lib.filters import Filters
from lib.frames import records
from lib.markdown import Markdown
from lib.money import short
from lib.queries.coverage import employed, people_asked
from lib.queries.explorer import profile
from lib.queries.pay import salaries
from lib.queries.voices import outlooks, trainings
from lib.text import fold

NOTHING = Markdown(
    "No sentence yet on a skill in two fields, on what is paid, on a way in and its cost, or on "
    "where people of one field contradict each other: each needs two people whom no employer "
    "connects, pay {}."
).format(FEWEST_IN_WORDS)
MOST = 24
"""Skills, those that most people named: the strongest sentences are among them."""


@dataclass(frozen=True)
class DataSay:
    """The sentences, the strongest first; none where the conversations carry none yet."""

    sentences: tuple[Sentence, ...]


def data_say(session: Session, viewer: Viewer, filters: Filters) -> DataSay:
    """Skills that cross fields, pay alone and against official figures, ways in, contradictions."""
    targets = [field for field in fields_shown(session, viewer, filters) if not field.current]
    heard = employed(session, viewer, filters)
    asked = groups_of(people_asked(session, viewer, filters), heard)
    me = profile(session, viewer)
    told = told_of_skills(session, viewer, filters, targets)
    ways = ways_named(with_costs(trainings(session, viewer, filters), me))
    paid = paid_of(salaries(session, viewer, replace(filters, level=None)), me)
    found = [
        *_skills(told, asked, groups_over_all(heard)),
        *pay_sentences(paid, targets, asked, me, viewer),
        *official_sentences(paid, targets, asked, me, viewer),
        *(() if limited(viewer) else _cheapest(ways, targets, asked, me.base_currency)),
        *differences(targets, told, ways, outlooks(session, viewer, filters), asked),
    ]
    return DataSay(tuple(statistics.ranked(found)))


def contradictions(session: Session, viewer: Viewer, filters: Filters) -> list[Sentence]:
    """Where people of one field contradict each other, the strongest first: all there are."""
    targets = [field for field in fields_shown(session, viewer, filters) if not field.current]
    heard = employed(session, viewer, filters)
    asked = groups_of(people_asked(session, viewer, filters), heard)
    me = profile(session, viewer)
    told = told_of_skills(session, viewer, filters, targets)
    ways = ways_named(with_costs(trainings(session, viewer, filters), me))
    paid = paid_of(salaries(session, viewer, replace(filters, level=None)), me)
    said = pay_sentences(paid, targets, asked, me, viewer)
    found = [
        *differences(targets, told, ways, outlooks(session, viewer, filters), asked),
        *(one for one in said if not one.agreed),
    ]
    return sorted(found, key=lambda one: (-one.strength, -one.groups))


def _skills(told: Told, asked: Asked, groups: Groups) -> Iterator[Sentence]:
    """A skill that two fields or more named."""
    everybody = [
        (person, field.field_id)
        for field in told.targets
        for person in asked.get((field.field_id, "skills"), {})
    ]
    people = {person for person, _ in everybody}
    within = told.voices[told.voices["field_id"].isin([f.field_id for f in told.targets])]
    named: dict[str, set[tuple[str, str]]] = {}
    for row in records(within):
        named.setdefault(row["skill_id"], set()).add((row["person_id"], row["field_id"]))
    wide = [one for one in told.ranked if one.reach.breadth > 1]
    wide = sorted(wide, key=lambda one: -len({p for p, _ in named[one.skill_id]}))[:MOST]
    opens = told.people(one.skill_id for one in wide)
    for one in wide:
        said = [(groups[voice[0]], voice in named[one.skill_id]) for voice in everybody]
        strength = statistics.claim(said)
        if strength is not None:
            of = in_steps(told.step, len(people))
            words = _crosses(one, len({p for p, _ in named[one.skill_id]}), of)
            yield Sentence(
                *("skill", words, key("skill", one.skill_id), one.skill),
                *(opens[one.skill_id], strength, statistics.independent(said).n),
            )


def _crosses(one: Ranked, people: int, of: int) -> Markdown:
    return Markdown(
        "**{}** crosses fields: it came up in {} fields, from {} of {}{} asked there."
    ).format(
        one.skill,
        one.of_fields,
        people,
        "" if isinstance(of, AtMost) else "the ",
        counted(of, "person", "people"),
    )


def _cheapest(
    ways: list[Way], targets: list[FieldShown], asked: Asked, base: str
) -> Iterator[Sentence]:
    """By field: of the ways in that carry a sentence and whose cost was said, the cheapest."""
    for field in targets:
        groups = asked.get((field.field_id, "training"), {})
        carried = []
        for way in _priced(ways, field):
            said = voices(groups, way.people)
            if (strength := statistics.claim(said)) is not None:
                weight = statistics.independent(said).n
                carried.append((way.cost_high, way.months_high, -strength, -weight, way))
        carried.sort(key=lambda one: (*one[:4], fold(one[-1].name)))
        if carried:
            cost, months, strength, weight, way = carried[0]
            level = [one[-1].name for one in carried[1:] if one[:2] == (cost, months)]
            words = _in_words(way, level, field, len(groups), base)
            label = f"{way.name}, {field.field}"
            yield Sentence("way in", words, way.key, label, len(way.people), -strength, -weight)


def _priced(ways: list[Way], field: FieldShown) -> list[Way]:
    return [way for way in ways if way.field_id == field.field_id and way.priced]


def _in_words(way: Way, level: list[str], field: FieldShown, of: int, base: str) -> Markdown:
    """`level`: ways in that cost and take as much."""
    cost = f"{short(way.cost_high, base)} at most" if way.cost_high else "free"
    months = of_unit(f"{way.months_high:g}", "month")
    takes = f", {months} at most" if way.timed else ""
    also = f"; level with it: {listed(level)}" if level else ""
    return Markdown(
        "The cheapest way into **{}** that two or more named: {}, {}{} ({} of {} asked){}."
    ).format(field.field, way.name, cost, takes, len(way.people), of, also)
