"""What stands in the cells of a column: days, addresses, pay, skills, names, yes and no.

Rules that can be read, no more: a kind is said where most of the cells are of it.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lib import money
from lib.errors import Refused
from lib.figures import read_date
from lib.importing.matching.statuses import NO, YES, read_status
from lib.sheet.reading import SYNONYMS
from lib.skills import taxonomy
from lib.text import fold, unmarked
from lib.words import THEMES, TOPICS

SAMPLE = 200
"""Cells that are looked at."""
MOST_OF = 0.6

_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]{2,}")
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?:\w+\.)*linkedin\.com/\S+", re.I)
_PHONE = re.compile(r"\+?[\d\s()./-]{6,24}(?:\s*(?:ext|x)\.?\s*\d+)?", re.I)
_CLOCK = re.compile(r"\d{1,2}[:h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?", re.I)
_MINUTES = re.compile(r"\d{1,3}\s*(?:m|min|mins|minutes?|minuten|hours?|hrs?|h)\.?", re.I)
_NAME = re.compile(r"(?:[^\W\d_][\w'’.-]*,? ){1,3}[^\W\d_][\w'’.-]*")
_PAID = re.compile(
    r"[$€£¥]|\b(?:usd|eur|gbp|chf|cad|aud)\b|\d\s*k\b|\bper (?:year|hour)\b|/(?:yr|hr)", re.I
)
NOT_YET = frozenset(("not yet", "noch nicht", "pas encore", "todavía no", "ainda não", "nog niet"))
YES_NO = YES | NO | NOT_YET


@dataclass(frozen=True)
class Kind:
    """What a column's cells are, and how many of those looked at."""

    name: str
    share: float
    why: str


def kinds(cells: Sequence[str]) -> list[Kind]:
    """The kinds that most of the cells are of, the surest first."""
    some = [cell for cell in cells if cell.strip()][:SAMPLE]
    if not some:
        return []
    found = []
    for name, is_one, words in TESTS:
        times = sum(1 for cell in some if is_one(cell.strip()))
        if times / len(some) >= MOST_OF:
            all_of = "all" if times == len(some) else f"{times} of {len(some)}"
            found.append(Kind(name, times / len(some), f"{all_of} {words}"))
    return found


def few_values(cells: Sequence[str]) -> bool:
    """Whether a column's cells are few short words, each often repeated."""
    some = [fold(cell) for cell in cells if cell.strip()]
    counted = Counter(some)
    short = all(len(word) <= 60 for word in counted)
    repeated = (
        len(some) >= 4 and len(counted) <= max(2, len(some) // 2) and len(counted) < len(some)
    )
    return short and repeated and not any(re.search(r"\d", word) for word in counted)


def is_day(cell: str) -> bool:
    """Whether a cell is a day, in either order."""
    return _day(cell[:80])


@lru_cache(20_000)
def _day(cell: str) -> bool:
    if not any(sign.isdigit() for sign in cell):
        return False
    for first in (True, False):
        try:
            read_date(cell, day_first=first)
        except Refused:
            continue
        return True
    return False


def is_email(cell: str) -> bool:
    """Whether a cell is an e-mail address."""
    return bool(_EMAIL.fullmatch(cell.removeprefix("mailto:")))


def is_link(cell: str) -> bool:
    """Whether a cell is an address of a page."""
    return bool(_LINK.fullmatch(cell))


def is_phone(cell: str) -> bool:
    """Whether a cell is a telephone number and no day."""
    digits = sum(sign.isdigit() for sign in cell)
    return 6 <= digits <= 15 and bool(_PHONE.fullmatch(cell)) and not is_day(cell)


def is_pay(cell: str) -> bool:
    """Whether a cell is an amount with its currency or period, or in thousands."""
    return bool(_PAID.search(cell)) and money.parse(cell[:80], dollar="USD") is not None


def is_name(cell: str) -> bool:
    """Whether a cell looks like somebody's name: two to four words in capitals."""
    words = cell.replace(",", "").split()
    small = {
        "de",
        "da",
        "di",
        "del",
        "der",
        "van",
        "von",
        "den",
        "la",
        "le",
        "ten",
        "ter",
        "dos",
        "bin",
    }
    capital = all(word[:1].isupper() or word in small for word in words)
    return 2 <= len(words) <= 4 and capital and bool(_NAME.fullmatch(cell))


def is_yes_or_no(cell: str) -> bool:
    """Whether a cell answers yes or no."""
    return fold(cell).strip(" .!") in YES_NO


def _is_clock(cell: str) -> bool:
    return bool(_CLOCK.fullmatch(cell))


def _is_length(cell: str) -> bool:
    return bool(_MINUTES.fullmatch(cell))


def _is_setting(cell: str) -> bool:
    return fold(cell) in _SETTINGS


def _is_status(cell: str) -> bool:
    return read_status(cell) is not None and not is_yes_or_no(cell)


def _is_skills(cell: str) -> bool:
    parts = [name.strip() for line in unmarked(cell) for name in re.split(r"[,;|]", line)]
    known = sum(1 for name in parts if name and taxonomy.find(name) is not None)
    return bool(parts) and known * 2 >= len(parts)


def _is_topics(cell: str) -> bool:
    parts = [fold(part) for part in re.split(r"[\n,;]", cell) if part.strip()]
    return bool(parts) and all(part in TOPICS for part in parts)


def _is_theme(cell: str) -> bool:
    return fold(cell.partition(":")[0]) in _THEMES


def _is_long(cell: str) -> bool:
    return len(cell) > 80


_SETTINGS = {
    word for setting, words in SYNONYMS["setting"].items() for word in (setting, *words.split(", "))
} - {"other", "email"}
_THEMES = {fold(theme) for theme in THEMES}

TESTS: tuple[tuple[str, Callable[[str], bool], str], ...] = (
    ("email", is_email, "are e-mail addresses"),
    ("profile_link", is_link, "are links"),
    ("day", is_day, "are days"),
    ("hour", _is_clock, "are times of day"),
    ("planned_minutes", _is_length, "are lengths of time"),
    ("pay", is_pay, "are pay"),
    ("phone", is_phone, "are telephone numbers"),
    ("yes_no", is_yes_or_no, "are yes or no"),
    ("asked", _is_topics, "are topics"),
    ("setting", _is_setting, "are ways to talk"),
    ("status", _is_status, "are known states"),
    ("upsides", _is_theme, "are known themes"),
    ("skills", _is_skills, "are known skills"),
    ("notes", _is_long, "are long texts"),
    ("person", is_name, "look like names of people"),
)
"""Kinds in the order in which they are surer than the next."""
