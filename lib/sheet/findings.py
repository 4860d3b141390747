"""A line of a cell as a finding: what a skill, a pay, a training, a step and an outlook look like.

Each reader takes one line and gives the values of one finding (skills: several), or raises
Refused with the words that were not understood.
"""

import re
from collections.abc import Callable
from functools import partial
from itertools import takewhile
from typing import Any, get_args

from lib import figures, money
from lib.errors import Refused
from lib.figures import read_span
from lib.findings import KINDS, Kind
from lib.findings.parts import Code, Flag, Money, Span, Typed, Whole, Word
from lib.findings.parts import Part as Role
from lib.findings.pay import PAY
from lib.sheet.parts import Part, split
from lib.text import fold
from lib.words import THEMES, Direction

Values = dict[str, Any]


def keys_of(kind: Kind) -> tuple[str, ...]:
    """What may stand with its key before it, in a line; what the column says may not."""
    keyed = (part for part in kind.parts if isinstance(part, Word | Typed | Code | Whole))
    bare = {part.name for part in kind.of(Whole) if part.bare}
    return (*(part.name for part in keyed if part.name not in {kind.by, *bare}), "field")


SHORT_THEME = 40
"""Characters up to which a line without a colon is a theme and not a quote."""

_PAY_WORDS = {
    word: part.name for part in PAY.of(Word) if part.name not in PAY.units for word in part.stated
}
_PAY_KEYS = tuple(key for key in keys_of(PAY) if key not in _PAY_WORDS.values())
(_PAY_YEAR,) = (part.name for part in PAY.of(Whole) if part.bare)
_DIRECTIONS = tuple(word for word in get_args(Direction) if word != "unstated")
_THEMES = {fold(theme): theme for theme in THEMES}


def read_skills(line: str, dollar: str) -> list[Values]:
    """`SQL, Python` or `SQL; as: T-SQL; "You need it from day one."; private`."""
    found: list[Values] = []
    for part in split(line, keys=("skill", "as", "field")):
        if part.key == "skill":
            found.append({"skill": part.text})
        elif not part.key and not part.quoted and fold(part.text) != "private":
            names = (name.strip() for name in part.text.split(","))
            found += [{"skill": name} for name in names if name]
        else:
            if not found:
                found.append({})
            _common(part, found[-1], line, more={"as": "said_as"})
    return found


def read_pay(line: str, dollar: str) -> list[Values]:
    """`60000-72000 USD/year, own, base, gross, employed, 2026, "That is what I get."`.

    The figure may be told in more words, as in a conversation: they are kept as what was said.
    """
    parts = split(line, keys=_PAY_KEYS, at=",;")
    values: Values = {}
    length = _figure(parts)
    if length and (pay := money.parse(line[: parts[length - 1].end], dollar=dollar, only=True)):
        values = _pay(pay)
    if not _says_more(parts[length if values else 0 :], values):
        return [values]
    worded = len(list(takewhile(_is_wording, parts)))
    if not worded:
        return _only_words(line, "Write pay as 60000-72000 USD/year, own, base, 2026.")
    try:
        values = figures.read_pay(line[: parts[worded - 1].end], dollar)
    except Refused:
        return _only_words(line, "Write pay as 60000-72000 USD/year, own, base, 2026.")
    if _says_more(parts[worded:], values):
        return _only_words(line, "Write pay as 60000-72000 USD/year, own, base, 2026.")
    return [values]


def _figure(parts: list[Part]) -> int:
    """How many of the first parts are one figure, whose thousands may stand behind commas."""
    bare = list(takewhile(lambda part: not part.key and not part.quoted, parts))
    more = takewhile(lambda part: re.match(r"\d{3}(?!\d)", part.text), bare[1:])
    return 1 + len(list(more)) if bare else 0


def _says_more(parts: list[Part], values: Values) -> bool:
    """Whether a part is none that stands behind a figure; the others are added to the values."""
    for part in parts:
        word = "" if part.quoted else fold(part.text)
        if not part.key and word in _PAY_WORDS:
            values[_PAY_WORDS[word]] = word
        elif not part.key and re.fullmatch(r"\d{4}", word) and values:
            values[_PAY_YEAR] = word
        elif not _is_common(part, values, more={key: key for key in _PAY_KEYS}):
            return True
    return False


def _is_wording(part: Part) -> bool:
    """Whether a part may belong to the words of a figure: no key, no quote, no word of a list."""
    word = fold(part.text)
    return not part.key and not part.quoted and word not in _PAY_WORDS and not _is_flag(part)


def read_named(kind: Kind, line: str, dollar: str) -> list[Values]:
    """A name with what is about it: a way in, a step, and what has no grammar of its own.

    `Nursing diploma; degree; 24-36 months; 4000-9000 USD; alongside`.
    `Senior analyst; 2-3 years; 60000-70000 USD/year`.
    """
    keys = keys_of(kind)
    values, rest = _named(split(line, keys=keys), kind.counts_by)
    for part in rest:
        about = None if part.quoted or part.key else _about(kind, part.text, dollar)
        if about:
            values |= about
        else:
            _common(part, values, line, more={key: key for key in keys})
    return [values]


def _about(kind: Kind, text: str, dollar: str) -> Values | None:
    """What a bare part says: by the first of the roles that understand it."""
    word = fold(text)
    for role in (Word, Flag, Span, Money):
        for part in kind.of(role):
            if word and part.name not in {kind.by, *kind.units}:
                read = _read_part(part, word, text, dollar)
                if read:
                    return read
    return None


def _read_part(part: Role, word: str, text: str, dollar: str) -> Values | None:
    match part:
        case Word() if word in part.stated:
            return {part.name: word}
        case Flag() if word.removeprefix("not ") in part.words:
            return {part.name: not word.startswith("not ")}
        case Span():
            span = read_span(word, part.name, bare=False)
            return dict(zip(part.ends, span, strict=True)) if span else None
        case Money() if "period" in part.units:
            pay = money.parse(text, dollar=dollar, only=True)
            return _pay(pay) if pay else None
        case Money():
            return _cost(part, text, dollar)
    return None


def read_aspect(line: str, dollar: str) -> list[Values]:
    """`Autonomy: I choose my hours`, `Autonomy`, or what was said in more than forty letters."""
    return [_labelled(line, "theme", _theme)]


def read_outlook(line: str, dollar: str) -> list[Values]:
    """`growing: They look for twenty people.`, `growing`, or just what was said."""
    return [_labelled(line, "direction", _direction)]


def _labelled(line: str, key: str, label: Callable[[str, bool], str | None]) -> Values:
    """A label, a quote, or both with a colon between them; further parts after a quoted one."""
    parts = split(line, keys=(key, "field"))
    if parts[0].key == key or (parts[0].quoted and not parts[0].key):
        return _all_common(parts, line, key)
    head, colon, rest = line.partition(":")
    named = label(head.strip(), True) if colon and rest[:1].strip() == "" else None
    if named is None:
        alone = label(parts[0].text, False)
        if alone is not None and (len(parts) == 1 or parts[1].quoted or _is_flag(parts[1])):
            return {key: alone} | _all_common(parts[1:], line, key)
        return {"quote": line}
    behind = split(rest, keys=("field",))
    if behind[0].quoted:
        return {key: named} | _all_common(behind, line, key)
    return {key: named} | ({"quote": rest.strip()} if rest.strip() else {})


def _all_common(parts: list[Part], line: str, key: str) -> Values:
    values: Values = {}
    for part in parts:
        _common(part, values, line, more={key: key})
    return values


def _theme(text: str, before_colon: bool) -> str | None:
    if not text or len(text) > SHORT_THEME:
        return None
    return _THEMES.get(fold(text), text)


def _direction(text: str, before_colon: bool) -> str | None:
    return fold(text) if fold(text) in _DIRECTIONS else None


def _named(parts: list[Part], key: str) -> tuple[Values, list[Part]]:
    """The first part is the name, unless it is something else."""
    if parts[0].key or parts[0].quoted:
        return {}, parts
    return {key: parts[0].text}, parts[1:]


def _common(part: Part, values: Values, line: str, more: dict[str, str]) -> None:
    if not _is_common(part, values, more):
        raise Refused(f"“{part.text[:60]}” is not understood here. docs/import.md shows how.")


def _is_common(part: Part, values: Values, more: dict[str, str]) -> bool:
    """What any finding may have: its quote, `private`, another field, an empty part."""
    if part.key:
        column = "field" if part.key == "field" else more.get(part.key, "")
        values[column] = part.text
        return bool(column)
    if part.quoted and "quote" not in values:
        values["quote"] = part.text
        return True
    if _is_flag(part):
        values["private"] = True
        return True
    return not part.text and not part.quoted


def _is_flag(part: Part) -> bool:
    return not part.key and not part.quoted and fold(part.text) == "private"


def _pay(pay: money.Pay) -> Values:
    return {
        "low": pay.low,
        "high": pay.high,
        "currency": pay.currency,
        "period": pay.period or "unstated",
    }


def _cost(part: Money, text: str, dollar: str) -> Values | None:
    low, high = part.ends
    if fold(text) in ("free", "no cost"):
        return {low: 0, high: 0}
    pay = money.parse(text, dollar=dollar, only=True)
    if pay is None or pay.period:
        return None
    return {low: pay.low, high: pay.high, "currency": pay.currency}


def _only_words(line: str, wanted: str) -> list[Values]:
    """Words without a figure are kept as what was said; a figure that cannot be read is not."""
    if re.search(r"\d", line):
        raise Refused(wanted)
    return [{"quote": line}]


READERS: dict[str, Callable[[str, str], list[Values]]] = {
    **{kind.list_of: partial(read_named, kind) for kind in KINDS},
    "skills": read_skills,
    "salaries": read_pay,
    "aspects": read_aspect,
    "outlooks": read_outlook,
}
read_training, read_step = READERS["trainings"], READERS["steps"]
