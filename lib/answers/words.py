"""Plain words for counts and lists; a list of Markdown is Markdown."""

from collections.abc import Sequence
from typing import overload

from lib.markdown import Markdown
from lib.statistics import FEWEST, OLD

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(count: int) -> str:
    """Up to ten in letters."""
    return SMALL[count] if count < len(SMALL) else f"{count:,}"


FEWEST_IN_WORDS, OLD_IN_WORDS = number(FEWEST), number(OLD)
"""People who carry a summary, and years after which money is old."""


def ordinal(place: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`."""
    last = 0 if 10 <= place % 100 < 20 else place % 10
    return str(place) + {1: "st", 2: "nd", 3: "rd"}.get(last, "th")


def counted(count: int, one: str, many: str = "") -> str:
    """`1 person`, `3 people`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def of_unit(words: str, unit: str) -> str:
    """`3 to 8 years`, `1 year`: the unit after figures in words; nothing after nothing."""
    one = words.rpartition(" ")[2] == "1"
    return f"{words} {unit}{'' if one else 's'}" if words else ""


@overload
def listed(parts: Sequence[Markdown]) -> Markdown: ...
@overload
def listed(parts: Sequence[str]) -> str: ...
def listed(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return parts[0] if parts else Markdown("")
    marked = any(isinstance(part, Markdown) for part in parts)
    comma, last = (Markdown(", "), Markdown(" and ")) if marked else (", ", " and ")
    return comma.join(parts[:-1]) + last + parts[-1]


def nothing(asked: int, what: str, *, kept_back: bool = False) -> str:
    """Why a field has nothing to draw: nobody was asked, nobody named any, or none is released."""
    if not asked:
        return "nobody was asked"
    people = so_many(asked)
    if kept_back:
        return f"{people} asked; the wording of {what} is not released"
    return f"{people} asked, nobody named {what}"


def none_at_all(asked: int, what: str, *, kept_back: bool = False) -> str:
    """The same of all fields at once, as a sentence."""
    if not asked:
        return "Nobody was asked about it yet, in the fields and days that are looked at."
    people = so_many(asked)
    if kept_back:
        return f"{people} asked; what they named is not released, so that none of it shows here."
    return f"{people} asked, and nobody named {what}."


@overload
def some(parts: Sequence[Markdown], most: int = 3) -> Markdown: ...
@overload
def some(parts: Sequence[str], most: int = 3) -> str: ...
def some(parts: Sequence[str], most: int = 3) -> str:
    """`a, b, c and 4 more`."""
    rest = len(parts) - most
    return listed([*parts[:most], f"{rest} more"] if rest > 0 else parts)


@overload
def capital(sentence: Markdown) -> Markdown: ...
@overload
def capital(sentence: str) -> str: ...
def capital(sentence: str) -> str:
    """The sentence with a capital first letter."""
    if isinstance(sentence, Markdown):
        return sentence.capital()
    return sentence[:1].upper() + sentence[1:]


def so_many(people: int) -> str:
    """`6 people` at the beginning of a sentence, `At most 6 people`."""
    return capital(counted(people, "person", "people"))
