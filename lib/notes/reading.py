"""Reads a page of notes: every clause is judged, then each kind takes what is its own."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from lib import money
from lib.notes.aspects import aspects_of, outlook_of
from lib.notes.found import Page, PayFound, SkillFound, Suggestion
from lib.notes.kinds import KINDS, Judged, judged
from lib.notes.long import to_read
from lib.notes.pay import pay_of
from lib.notes.people import people_of
from lib.notes.pieces import pieces
from lib.notes.skills import same_name, skills_of
from lib.notes.speaker import Speaker, speaker_of
from lib.notes.steps import steps_of
from lib.notes.training import training_of

FORCED = 0.95
"""How likely a kind is that somebody says it is."""

BEFORE_A_NAME = 12
"""Characters before a name in which "talk to" or "ask for" stands."""

Some = TypeVar("Some", bound=Suggestion)


@lru_cache(maxsize=64)
def read_page(page: str, dollar: str | None = "USD") -> Page:
    """See `lib.notes.read`."""
    text, unread = to_read(page)
    read = _found(_judged(text), text, dollar, speaker_of(text))
    return replace(read, unread=unread)


@lru_cache(maxsize=256)
def read_line(line: str, kind: str, dollar: str | None = "USD") -> Page:
    """See `lib.notes.read_as`: every clause is of that kind, whatever it seems to be."""
    text, _ = to_read(line)
    likely = dict.fromkeys(KINDS, 1 - FORCED) | {kind: FORCED}
    clauses = [replace(one, likely=likely) for one in _judged(text)]
    return _found(clauses, text, dollar, Speaker())


def _found(clauses: list[Judged], text: str, dollar: str | None, who: Speaker) -> Page:
    return Page(
        speaker=who.name,
        field=who.field,
        role=who.role,
        skills=_once(
            _each(clauses, lambda one: _skills(one, text, who)), lambda one: same_name(one.name)
        ),
        salaries=_pay(clauses, text, dollar),
        training=_once(
            _each(clauses, lambda one: training_of(one, dollar)),
            lambda one: (one.kind, one.start),
        ),
        upsides=_each(clauses, lambda one: aspects_of(one, "upsides")),
        downsides=_each(clauses, lambda one: aspects_of(one, "downsides")),
        steps=_once(_each(clauses, steps_of), lambda one: one.title.casefold()),
        outlook=_each(clauses, outlook_of),
        people=_once(
            _each(clauses, lambda one: people_of(one.piece, who.name)),
            lambda one: one.name.casefold(),
        ),
    )


def _skills(clause: Judged, text: str, who: Speaker) -> list[SkillFound]:
    """The skills of a clause, but for what is told of somebody to meet."""
    met = [one.start - BEFORE_A_NAME for one in people_of(clause.piece, who.name)]
    return [one for one in skills_of(clause, text) if one.end < min(met, default=one.end + 1)]


def _judged(text: str) -> list[Judged]:
    made: list[Judged] = []
    for piece in pieces(text):
        made.append(judged(piece, made[-1] if made else None))
    return made


def _each(clauses: list[Judged], found: Callable[[Judged], list[Some]]) -> tuple[Some, ...]:
    return tuple(one for clause in clauses for one in found(clause))


def _once(found: Iterable[Some], key: Callable[[Some], object]) -> tuple[Some, ...]:
    """The first of those that are the same thing."""
    kept: dict[object, Some] = {}
    for one in found:
        kept.setdefault(key(one), one)
    return tuple(kept.values())


def _pay(clauses: list[Judged], text: str, dollar: str | None) -> tuple[PayFound, ...]:
    plain = money.found(text, dollar=dollar)
    made: list[PayFound] = []
    line = -9
    for clause in clauses:
        near = made[-1] if made and clause.piece.line - line <= 1 else None
        found = pay_of(clause, plain, text, dollar, near)
        if found:
            made += found
            line = clause.piece.line
    return tuple(made)
