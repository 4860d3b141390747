"""A finding as a line of a cell: plain where that is read back the same, else quoted."""

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError

from lib.errors import Refused
from lib.figures import span_phrase
from lib.findings import BY_RECORD, Kind
from lib.findings.parts import Code, Flag, Money, Part, Span, Typed, Whole, Word
from lib.records import Said
from lib.sheet.figures import write_money
from lib.sheet.findings import READERS
from lib.sheet.parts import quote
from lib.text import unmarked


def line_of(said: Any, kind: Kind) -> str:
    """The first of the forms that is read back the same."""
    forms = list(FORMS.get(kind.list_of, _named)(kind, said))
    for form in forms[:-1]:
        if _reads_back(form, said, kind):
            return form
    return forms[-1]


def same(one: Said, other: Said) -> bool:
    """Whether two findings say the same, whatever their ids."""
    return _content(one) == _content(other)


def _reads_back(form: str, said: Said, kind: Kind) -> bool:
    if unmarked(form) != [form]:
        return False
    try:
        read = READERS[kind.list_of](form, "USD")
        fixed = {name: getattr(said, name) for name in kind.from_column}
        return len(read) == 1 and same(type(said)(**{**fixed, **read[0]}), said)
    except (Refused, ValidationError):
        return False


def _content(said: Any) -> dict[str, Any]:
    content: dict[str, Any] = said.model_dump(exclude={"id", "note_id"})
    for name, part in BY_RECORD[type(said)].typed.items():
        if part.instead_of and content[name] == content[part.instead_of]:
            content[name] = ""
    return content


def _skill(kind: Kind, said: Any) -> Iterator[str]:
    also = said.said_as if said.said_as != said.skill else ""
    yield _join([said.skill, _keyed("as", also), *_rest(said)])
    yield _join([_keyed("skill", said.skill), *_rest(said), _keyed("as", also)])


def _pay(kind: Kind, said: Any) -> Iterator[str]:
    yield _join([*_about(kind, said, between=", "), *_rest(said)], between=", ")


def _labelled(kind: Kind, said: Any) -> Iterator[str]:
    label = getattr(said, kind.counts_by)
    if isinstance(kind.naming, Word):
        label = _stated(label)
    yield f"{label}: {said.quote}" if label and said.quote else label or said.quote
    if label:
        yield _join([f"{label}: {quote(said.quote)}" if said.quote else label, *_flags(said)])
    yield _join([_keyed(kind.counts_by, label), *_rest(said)])


def _named(kind: Kind, said: Any) -> Iterator[str]:
    name, about = getattr(said, kind.counts_by), list(_about(kind, said))
    yield _join([name, *about, *_rest(said)], first=True)
    yield _join([_keyed(kind.counts_by, name), *about, *_rest(said)])


FORMS: dict[str, Callable[[Kind, Any], Iterator[str]]] = {
    "skills": _skill,
    "salaries": _pay,
    "aspects": _labelled,
    "outlooks": _labelled,
}
"""Kinds that have a grammar of their own; all others are a name with what is about it."""


def _about(kind: Kind, said: Any, between: str = "; ") -> Iterator[str]:
    """What stands beside the name; units stand with their figure."""
    left_out = {kind.named_by, *kind.from_column, *kind.units}
    for part in kind.parts:
        if part.name not in left_out:
            yield _written(kind, part, said, between)


def _written(kind: Kind, part: Part, said: Any, between: str) -> str:
    ends = [getattr(said, end) for end in part.ends]
    match part:
        case Money():
            return _money(kind, part, said, between)
        case Span():
            return span_phrase(ends[0], ends[1], part.name)
        case Flag():
            return {None: "", True: part.words[0], False: f"not {part.words[0]}"}[ends[0]]
        case Word():
            return _stated(ends[0])
        case Whole(bare=True):
            return str(ends[0] or "")
        case Whole() | Typed() | Code():
            return _keyed(part.name, str(ends[0] or ""))
    raise TypeError(type(part))


def _money(kind: Kind, part: Money, said: Any, between: str) -> str:
    """The figure; where there is none, what is known of it all the same."""
    low, high = (getattr(said, end) for end in part.ends)
    units = {unit: getattr(said, unit) for unit in part.units}
    if low is None and high is None:
        return _join([_keyed(unit, _stated(word or "")) for unit, word in units.items()], between)
    return write_money(low, high, units["currency"], units.get("period", "unstated"))


def _stated(word: str) -> str:
    return "" if word == "unstated" else word


def _rest(said: Said) -> list[str]:
    return [quote(said.quote) if said.quote else "", *_flags(said)]


def _flags(said: Said) -> list[str]:
    return [_keyed("field", said.field), "private" if said.private else ""]


def _keyed(key: str, text: str) -> str:
    return f"{key}: {quote(text)}" if text else ""


def _join(parts: list[str], between: str = "; ", *, first: bool = False) -> str:
    """The parts that say something; `first` keeps the place of an empty first one."""
    kept = [part for n, part in enumerate(parts) if part or (first and n == 0)]
    return between.join(kept).strip()
