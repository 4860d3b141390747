"""Figures in a line: one amount or two, open or closed by the marks before, between and behind."""

from dataclasses import dataclass
from decimal import Decimal

from lib.money.amounts import Amount
from lib.money.currencies import among
from lib.money.figures import MOST
from lib.money.items import Item
from lib.money.numbers import scaled
from lib.money.periods import period_at, period_end

LOOSE = {"hedge", "fill", "currency"}
NOT_ALONE = {"von", "de", "van", "du"}
"""Words that begin a range, and mean "of" where there is none."""


@dataclass
class Figure:
    """One figure: its items [first, last), its ends and what its units may be."""

    first: int
    last: int
    low: Decimal | None
    high: Decimal | None
    amounts: list[Amount]
    periods: list[str]
    inside: int
    """Behind its last amount; marks behind that ("or more") belong to it too."""
    guess: bool = False
    refused: bool = False
    """It says two things at once, or nothing that can be told."""

    def currency(self, dollar: str | None, beside: list[frozenset[str]]) -> tuple[bool, str | None]:
        """Whether its signs agree, and the currency they mean."""
        stated = [one for amount in self.amounts for one in amount.currencies] + beside
        return among(stated, dollar)


def figures_of(items: list[Item], amounts: list[Amount]) -> list[Figure]:
    """The figures that the amounts make, by the marks before, between and behind them."""
    found: list[Figure] = []
    at = 0
    while at < len(amounts):
        free = amounts[at - 1].last if at else 0
        lead, first = _lead(items, amounts[at].first, free)
        joined = _joined(items, amounts, at, lead)
        many = amounts[at : at + 2] if joined else [amounts[at]]
        if joined and _chained(items, amounts, at + 1):
            many = amounts[at : at + 3]
        limit = amounts[at + len(many)].first if at + len(many) < len(amounts) else len(items)
        found.append(_figure(items, many, lead, first, limit))
        at += len(many)
    return found


def _lead(items: list[Item], first: int, free: int) -> tuple[str, int]:
    """The mark before an amount (from, over, under, between, or none), and where it begins."""
    at = first
    while at > free and (items[at - 1].roles & (LOOSE | {"scale"})):
        at -= 1
        for mark in ("under", "over", "from", "between"):
            if mark in items[at].roles and _marks(items, at, mark):
                return mark, at
    if at > free:
        for mark in ("between", "under", "over", "from"):
            if mark in items[at - 1].roles and _marks(items, at - 1, mark):
                return mark, at - 1
    return "", first


def _marks(items: list[Item], at: int, mark: str) -> bool:
    """Whether a word is a mark here: "do", "da", "tot" are words of other languages too."""
    if at and items[at - 1].text.lower() in ("went", "goes", "go", "came", "rose", "not", "isn't"):
        return False
    word = items[at].text.lower()
    if word in (
        "de",
        "da",
        "van",
        "von",
        "a",
        "od",
        "do",
        "tot",
        "ab",
        "dès",
        "dal",
        "från",
        "fra",
    ):
        behind = items[at + 1 : at + 4]
        return any("number" in one.roles for one in behind) and word not in ("de", "a")
    return True


def _joined(items: list[Item], amounts: list[Amount], at: int, lead: str) -> bool:
    """Whether an amount and the next are the two ends of one range."""
    if at + 1 >= len(amounts):
        return False
    between = core(items, amounts[at].last, amounts[at + 1].first)
    if len(between) != 1 or items[amounts[at].last : amounts[at + 1].first][-1].text == "(":
        return False
    roles, word = between[0].roles, between[0].text.lower()
    if lead == "between":
        return bool(roles & {"and", "range"})
    if "range" in roles and word not in ("a", "al", "à", "do", "tot"):
        return True
    if word in ("a", "al", "à", "do", "tot"):
        return lead == "from" or len(items[amounts[at].last : amounts[at + 1].first]) <= 3
    return lead == "from" and "under" in roles


def core(items: list[Item], first: int, last: int) -> list[Item]:
    """What stands between two amounts but for periods, currencies and small words."""
    kept: list[Item] = []
    at = first
    while at < last:
        if end := period_end(items, at, last):
            at = end
            continue
        one = items[at]
        marks = one.roles & {"range", "and", "under", "over", "between", "cut", "comma", "plus"}
        if marks - ({"and"} if one.text == "a" else set()) or not one.roles & LOOSE:
            kept.append(one)
        at += 1
    return kept


def _chained(items: list[Item], amounts: list[Amount], at: int) -> bool:
    """Whether a third end follows, as in 50k-60k-70k."""
    if at + 1 >= len(amounts):
        return False
    between = core(items, amounts[at].last, amounts[at + 1].first)
    return len(between) == 1 and between[0].text == "-"


def _figure(items: list[Item], many: list[Amount], lead: str, first: int, limit: int) -> Figure:
    periods, last = _periods(items, many, limit)
    trail, end = _trail(items, many[-1].last, last, limit)
    start = min(first, many[0].first)
    made = Figure(start, max(last, end), None, None, many, periods, many[-1].last)
    if lead == "from" and len(many) == 1 and items[first].text.lower() in NOT_ALONE:
        lead = ""
    ends = _ends(many, lead, trail)
    if ends is None:
        made.refused = True
        return made
    made.low, made.high = ends
    return made


def _periods(items: list[Item], many: list[Amount], limit: int) -> tuple[list[str], int]:
    """The periods between and right behind the amounts, and where the last of them ends."""
    found: list[str] = []
    last = many[-1].last
    for n, amount in enumerate(many):
        to = many[n + 1].first if n + 1 < len(many) else limit
        within = items[amount.first : amount.last]
        found += [str(one.facts["period"]) for one in within if "period" in one.roles]
        at = amount.last
        while at < to:
            end = period_end(items, at, to) or _bare_noun(items, at, amount, to)
            if end:
                found.append(period_at(items, at, end))
                at = end
                if n == len(many) - 1:
                    last = end
            elif items[at].roles & {"hedge", "tax", "currency", "basis", "plus"} or (
                items[at].text in ".,()-*" and items[at].roles
            ):
                at += 1
            else:
                break
    return found, last


def _bare_noun(items: list[Item], at: int, amount: Amount, to: int) -> int:
    """ "60k year", "$30 hr": a period without "per", in the singular and right behind."""
    one = items[at]
    if at != amount.last or "noun" not in one.roles or one.text.lower().endswith("s"):
        return 0
    if len(one.text) < 2 or not (amount.currencies or amount.scaled or amount.number.pointed):
        return 0
    return at + 1


def _trail(items: list[Item], behind: int, last: int, limit: int) -> tuple[str, int]:
    """The mark behind an amount: "plus", "less", both or none; and where it ends."""
    found, end = "", behind
    for at in range(behind, min(last + 3, limit)):
        one = items[at]
        inside = period_end(items, at, limit) or at < last
        if inside and (one.text != "+" or at >= last + 1):
            continue
        mark = "plus" if "plus" in one.roles else "less" if "less" in one.roles else ""
        if mark and _trails(items, at, limit):
            return mark, at + 1
        if mark or not one.roles & {"hedge", "fill", "currency", "tax", "basis"}:
            break
        if "cut" in one.roles or one.text in "(,.":
            break
    return found, end


def _trails(items: list[Item], at: int, limit: int) -> bool:
    """Whether + means "and more" here, and not what is added: "60k + 10k", "60k + bonus"."""
    word = items[at].text.lower()
    if word in "+~":
        behind = items[at + 1] if at + 1 < len(items) else None
        if behind is None or at + 1 >= limit:
            return behind is None or not (behind.number or "currency" in behind.roles)
        return items[at].glued or not (behind.known or behind.text.isalpha())
    if word in ("max", "max.", "maximum", "min", "minimum", "min.", "at most", "at least"):
        behind = items[at + 1] if at + 1 < len(items) else None
        return behind is None or not (behind.number or "currency" in behind.roles)
    return True


def _ends(
    many: list[Amount], lead: str, trail: str
) -> tuple[Decimal | None, Decimal | None] | None:
    """Low and high in whole units; None where the marks contradict each other."""
    if len(many) > 2:
        return None
    if len(many) == 2:
        if trail or lead in ("over", "under"):
            return None
        pair = scaled(many[0].number, many[1].number)
        return pair if pair and _sound(*pair) and pair[0] <= pair[1] else None
    amount = many[0].number.amount
    up = trail == "plus" or lead in ("from", "over")
    down = trail == "less" or lead == "under"
    if (up and down) or lead == "between" or not _sound(amount):
        return None
    return (None if down else amount, None if up else amount)


def _sound(*ends: Decimal) -> bool:
    return all(end < MOST and end == round(end, 2) for end in ends)
