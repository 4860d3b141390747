"""What is set apart before amounts are read: hours, years, and figures told by their digits."""

import re
from decimal import Decimal
from typing import Any

from lib.money.amounts import Amount
from lib.money.items import Item
from lib.money.numbers import Number
from lib.money.periods import period_at, period_end
from lib.money.ranges import Figure

TWO_YEARS = re.compile(r"(?:19[5-9]|20[0-4])\d ?[-–] ?(?:19[5-9]|20[0-4])\d")
_WORDED = re.compile(
    r"\b(?:(low|lower|mid|middle|high|upper)[ -]+(?:to[ -](mid|high)[ -]+)?)?"
    r"(four|five|six|seven|[4-7])[ -]+figures?\b(?! contract| deal| budget)",
    re.IGNORECASE,
)
_PLACES = {"four": 4, "five": 5, "six": 6, "seven": 7}
_PARTS = {
    "low": (1, 4), "lower": (1, 4), "mid": (4, 6), "middle": (4, 6), "high": (6, 10),
    "upper": (6, 10),
}  # fmt: skip
OTHER = frozenset({"other"})


def hours_apart(items: list[Item], text: str) -> list[Item]:
    """The items with "35 hours a week", "3-5 years" and "12-hour" as one that is no amount."""
    if not any("noun" in one.roles for one in items):
        return items
    kept: list[Item] = []
    at = 0
    while at < len(items):
        end, noun = _duration(items, at)
        if not end or (kept and "currency" in kept[-1].roles and not _apart(items, at)):
            kept.append(items[at])
            at += 1
            continue
        behind = period_end(items, end, len(items)) if end < len(items) else 0
        period = period_at(items, end, behind) if behind else ""
        number = items[at].number
        facts: dict[str, Any] = {"hours": (noun, period), "count": number and number.amount}
        first, last = items[at].start, items[(behind or end) - 1].end
        kept.append(Item(first, last, text[first:last], OTHER, facts))
        at = behind or end
    return kept


def set_years_apart(items: list[Item]) -> None:
    """Makes "in 2023", "2019-2024" no amounts."""
    for at, one in enumerate(items):
        if _is_year(items, at):
            one.roles = frozenset({"year number", "other"})
            one.number = None


def worded(text: str, items: list[Item]) -> list[Figure]:
    """Figures told by their digits: "mid five figures" is 40,000 to 60,000, and a guess."""
    if "figure" not in text:
        return []
    return [_guess(match, items) for match in _WORDED.finditer(text)]


def _guess(match: re.Match[str], items: list[Item]) -> Figure:
    within = [
        at for at, one in enumerate(items) if one.end > match.start() and one.start < match.end()
    ]
    first, last = within[0], within[-1] + 1
    part, to, count = match.groups()
    unit = Decimal(10) ** (_PLACES.get(count.lower()) or int(count)) / 10
    low = (_PARTS[part.lower()][0] if part else 1) * unit
    high = _PARTS[(to or part).lower()][1] * unit if part else None
    amount = Amount(first, last, Number(low), scaled=True)
    return Figure(first, last, low, high, [amount], [], last, guess=True)


def _apart(items: list[Item], at: int) -> bool:
    """Whether the currency before a number belongs to an amount that stands before it."""
    return at >= 2 and items[at - 2].number is not None


def _duration(items: list[Item], at: int) -> tuple[int, str]:
    """Behind a number (or two) of hours, days or years, and their noun; (0, "") for none."""
    end = at
    if items[end].number is None:
        return 0, ""
    end += 1
    if end + 1 < len(items) and "range" in items[end].roles and items[end + 1].number:
        end += 2
    if end < len(items) and items[end].text == "+":
        end += 1
    if end + 1 < len(items) and items[end].text == "-" and items[end].glued:
        end += 1
    if end >= len(items):
        return 0, ""
    noun = items[end]
    short = len(noun.text) < 2 and noun.text.isascii()
    if "noun" not in noun.roles or (noun.glued and "scale" in noun.roles):
        return 0, ""
    if short and not noun.glued and noun.text != "h":
        return 0, ""
    if noun.roles & {"per", "fill"} and not noun.glued:
        return 0, ""
    if re.fullmatch(r"\d+[.,]\d\d", items[at].text) and noun.text.lower() in ("hr", "hour"):
        return 0, ""  # 33.50 hr is a rate
    return end + 1, str(noun.facts["noun"])


def _is_year(items: list[Item], at: int) -> bool:
    one = items[at]
    if one.number is None or not re.fullmatch(r"19[5-9]\d|20[0-4]\d", one.text):
        return False
    behind = items[at + 1] if at + 1 < len(items) else None
    before = items[at - 1] if at else None
    if before is not None and "currency" in before.roles:
        return False
    years = {one.text for one in (before, behind) if one is not None and one.text == "-"}
    if years and TWO_YEARS.search(" ".join(one.text for one in items[max(0, at - 2) : at + 3])):
        return True
    if before is not None and "range" in before.roles and "fill" not in before.roles:
        return False
    if behind is None:
        return True
    if behind.roles & {"currency", "scale", "tax"}:
        return False
    ranged = "range" in behind.roles and at + 2 < len(items) and items[at + 2].number
    return not period_end(items, at + 1, len(items)) and not ranged
