"""Where people of one field contradict each other: on a skill, a way in, or where it goes."""

from collections.abc import Collection, Iterable, Iterator

import pandas as pd

from lib import statistics
from lib.answers.fields import FieldShown
from lib.answers.limited import in_steps
from lib.answers.sentence import Asked, Sentence
from lib.answers.skills_told import Told
from lib.answers.ways import Way
from lib.charts.base import key
from lib.frames import records
from lib.markdown import Markdown

KIND = "contradiction"


def differences(
    targets: list[FieldShown],
    told: Told,
    ways: list[Way],
    going: pd.DataFrame,
    asked: Asked,
) -> Iterator[Sentence]:
    """A sentence a contradiction that two groups carry."""
    for field in targets:
        yield from _skills(field, told, asked)
        yield from _ways(field, ways, asked, told.step)
        yield from _directions(field, going, asked, told.step)


def _of(step: int, people: int) -> str:
    """Of how many, where some of them may have said something that is withheld."""
    return f", of {in_steps(step, people)}" if step > 1 else ""


def _skills(field: FieldShown, told: Told, asked: Asked) -> Iterator[Sentence]:
    """Mandatory to some, not needed to others."""
    here = told.voices[told.voices["field_id"] == field.field_id]
    sides: dict[str, dict[str, set[str]]] = {}
    for row in records(here[here["necessity"].isin(["mandatory", "not needed"])]):
        by_word = sides.setdefault(row["skill_id"], {"mandatory": set(), "not needed": set()})
        by_word[row["necessity"]].add(row["person_id"])
    named = here["skill_id"].value_counts()
    for skill_id, by_word in sorted(sides.items(), key=lambda one: told.names[one[0]]):
        need, without = by_word["mandatory"], by_word["not needed"]
        skill = told.names[skill_id]
        words = Markdown("**{}** in {}: {} mandatory, {} not needed{}.").format(
            skill, field.field, _say(need), _say(without), _of(told.step, int(named[skill_id]))
        )
        opens = key("skill", skill_id, field.field_id), f"{skill}, {field.field}"
        yield from _made(
            words, opens, int(named[skill_id]), (need, without), _groups(asked, field, "skills")
        )


def _ways(field: FieldShown, ways: list[Way], asked: Asked, step: int) -> Iterator[Sentence]:
    """Required to some, not required to others."""
    for way in ways:
        if way.field_id == field.field_id:
            groups = _groups(asked, field, "training")
            words = Markdown("**{}** as a way into {}: {} required, {} not required{}.").format(
                way.name,
                field.field,
                _say(way.required),
                _say(way.not_required),
                _of(step, len(groups)),
            )
            opens = way.key, f"{way.name}, {field.field}"
            sides = way.required, way.not_required
            yield from _made(words, opens, len(way.people), sides, groups)


def _directions(
    field: FieldShown, going: pd.DataFrame, asked: Asked, step: int
) -> Iterator[Sentence]:
    """Growing to some, shrinking to others."""
    here = going[going["field_id"] == field.field_id]
    up, down = (
        set(here.loc[here["direction"] == direction, "person_id"])
        for direction in ("growing", "shrinking")
    )
    groups = _groups(asked, field, "outlook")
    words = Markdown("**{}**: {} it is growing, {} it is shrinking{}.").format(
        field.field, _say(up), _say(down), _of(step, len(groups))
    )
    opens = key("compare", field.field_id, "outlook"), f"Outlook, {field.field}"
    yield from _made(words, opens, len(here), (up, down), groups)


def _made(
    words: Markdown,
    opens: tuple[str, str],
    people: int,
    sides: tuple[Iterable[str], Iterable[str]],
    groups: dict[str, str],
) -> Iterator[Sentence]:
    took = [(groups[p], at == 0) for at, side in enumerate(sides) for p in side]
    strength = statistics.contradiction(took)
    if strength is not None:
        weight = statistics.independent(took)
        yield Sentence(KIND, words, *opens, people, strength, weight.n)


def _say(those: Collection[str]) -> str:
    return f"{len(those)} {'says' if len(those) == 1 else 'say'}"


def _groups(asked: Asked, field: FieldShown, topic: str) -> dict[str, str]:
    return asked.get((field.field_id, topic), {})
