"""Whom to ask next, and why: people by what another conversation in their field would teach.

Pure: people and fields in, an order with its reasons out. A figure of what a conversation teaches
is said of fields with three people or more, as everywhere; a field with fewer teaches more than
any of these, the one with the fewest people most.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

FEWEST = 3
Why = Literal["named", "known", "coach", "field", "differ"]
ORDER: tuple[Why, ...] = ("named", "differ", "coach", "known", "field")
"""What comes first where as much is to be learned."""


@dataclass(frozen=True)
class FieldNow:
    """One open field: people heard, topics nobody was asked about, new things of the last talk.

    `teaches` is None under three people; `differ` are the sentences of its contradictions.
    """

    field_id: str
    field: str
    people: int
    unasked: tuple[str, ...]
    teaches: float | None
    differ: tuple[str, ...] = ()


@dataclass(frozen=True)
class ToAsk:
    """Somebody not talked to: by whom they were named, and the field they would speak about."""

    person_id: str
    person: str
    about: str
    """Their work, or where one met them."""
    named_by: tuple[str, ...]
    field_id: str
    """Empty: not known."""
    interview_id: str = ""
    """Where a conversation was begun as an idea."""


@dataclass(frozen=True)
class Suggested:
    """What a coach asks for: somebody to meet, in a field or in none."""

    comment_id: str
    author: str
    text: str
    field_id: str


@dataclass(frozen=True)
class Next:
    """One card: whom, why, and what another conversation in the field would bring."""

    why: Why
    who: str
    about: str
    named_by: tuple[str, ...]
    field: FieldNow | None
    person_id: str = ""
    interview_id: str = ""
    comment_id: str = ""
    settles: str = ""
    """The contradiction that a further voice would weigh."""


def whom_next(
    people: Iterable[ToAsk], fields: Iterable[FieldNow], suggested: Iterable[Suggested]
) -> tuple[Next, ...]:
    """All of them in order: what would be learned, then the reason, then by name.

    A field stands by itself where nobody of it can be asked and something is missing in it.
    """
    by_id = {field.field_id: field for field in fields}
    found = [_person(one, by_id) for one in people]
    found += [_suggested(one, by_id) for one in suggested]
    covered = {one.field.field_id for one in found if one.field is not None}
    for field in by_id.values():
        found += [_differs(field, words) for words in field.differ[:1]]
        if field.field_id not in covered and not field.differ and _lacks(field):
            found.append(Next("field", "", "", (), field))
    return tuple(sorted(found, key=_place))


def _person(one: ToAsk, fields: Mapping[str, FieldNow]) -> Next:
    why: Why = "named" if one.named_by else "known"
    field = fields.get(one.field_id)
    known = (one.person_id, one.interview_id)
    return Next(why, one.person, one.about, one.named_by, field, *known)


def _suggested(one: Suggested, fields: Mapping[str, FieldNow]) -> Next:
    field = fields.get(one.field_id)
    return Next("coach", one.text, "", (one.author,), field, comment_id=one.comment_id)


def _differs(field: FieldNow, words: str) -> Next:
    return Next("differ", "", "", (), field, settles=words)


def _lacks(field: FieldNow) -> bool:
    return field.people < FEWEST or bool(field.unasked)


def _place(one: Next) -> tuple[object, ...]:
    more = len(one.named_by) if one.why == "named" else 0
    return (*_learned(one.field), ORDER.index(one.why), -more, one.who, one.person_id)


def _learned(field: FieldNow | None) -> tuple[float, ...]:
    """Smaller is more: thin fields by people, then by what the last conversation brought."""
    if field is None:
        return (inf, 0, 0)
    if field.people < FEWEST:
        return (0, field.people, -len(field.unasked))
    return (1, -round(field.teaches or 0, 9), -len(field.unasked))


@dataclass(frozen=True)
class Branch:
    """Somebody, and whom they led to."""

    person_id: str
    led_to: tuple["Branch", ...]


def tree(people: Sequence[str], introduced_by: Mapping[str, str]) -> tuple[Branch, ...]:
    """Who introduced whom, in the order given; people without either are left out.

    Where introductions go round in a circle, the first of its people stands at the root.
    """
    known = set(people)
    source = {p: introduced_by[p] for p in people if introduced_by.get(p, p) in known - {p}}
    led: dict[str, list[str]] = {}
    for person, by in source.items():
        led.setdefault(by, []).append(person)
    seen: set[str] = set()
    roots = [p for p in people if p in led and p not in source]
    found = [_branch(person, led, seen) for person in roots]
    for person in people:
        if person in led and person not in seen:
            found.append(_branch(person, led, seen))
    return tuple(found)


def _branch(person: str, led: Mapping[str, Sequence[str]], seen: set[str]) -> Branch:
    seen.add(person)
    below: list[Branch] = []
    for one in led.get(person, ()):
        if one not in seen:
            below.append(_branch(one, led, seen))
    return Branch(person, tuple(below))
