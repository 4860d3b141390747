"""Amounts in a line: a number with its scale and what currency it may be in."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from lib.money.items import Item
from lib.money.numbers import Number, read_number

GLUED_SCALES = {"m", "t", "w", "ks"}
"""Scales that are something else where a blank stands before them (metres, tons)."""
SPANISH = {
    "al", "año", "mes", "mês", "por", "ano", "hora", "brutos", "netos", "líquidos", "unos", "uns",
    "unas", "umas", "hasta", "até", "reais", "gano", "cobro", "ganho", "sueldo", "salario",
    "salário", "recebo", "entre", "anuales", "mensuales", "brl", "mxn", "r$", "pesos", "cerca",
    "de", "más", "mais", "pagan", "pagam", "ordenado", "anuais", "mensais", "bruto",
}  # fmt: skip
ENGLISH = {
    "year", "month", "per", "the", "about", "around", "over", "make", "makes", "made", "salary",
    "earn", "earns", "pay", "pays", "paid", "up to", "total", "package", "base", "comp", "annually",
    "more than", "at least", "between", "and", "is", "was", "with", "nearly", "almost", "roughly",
}  # fmt: skip
"""Words that tell whether "mil" is a thousand (Spanish, Portuguese) or a million."""


@dataclass
class Amount:
    """One amount: its items [first, last), its number, the currencies that it may be in."""

    first: int
    last: int
    number: Number
    currencies: list[frozenset[str]] = field(default_factory=list)
    scaled: bool = False


def amounts_of(items: list[Item]) -> tuple[list[Amount], list[int]]:
    """The amounts of a line, and the places of numbers that cannot be read."""
    found: list[Amount] = []
    unreadable: list[int] = []
    at = 0
    while at < len(items):
        if not items[at].roles & {"number", "unreadable"}:
            at += 1
            continue
        free = found[-1].last if found else 0
        if _is_name(items, at) or _runs_on(items, _scale(items, at)[0]):
            at += 1
        elif amount := _amount(items, at, free):
            found.append(amount)
            at = amount.last
        else:
            unreadable.append(at)
            at += 1
    return found, unreadable


def _is_name(items: list[Item], at: int) -> bool:
    """Whether the number ends a name such as B2B, W2 or IR35."""
    before = items[at - 1] if at and items[at].glued else None
    if before is None or not before.text[-1:].isalpha():
        return False
    if "currency" in before.roles:
        return before.glued and before.text[0].isalpha() and items[at - 2].text[-1].isalnum()
    return before.text[-1] < "\u3040"


def _amount(items: list[Item], at: int, free: int) -> Amount | None:
    """The amount whose number stands here; None for one that cannot be read."""
    last, factor = _scale(items, at)
    if factor == 0:
        return None
    one = items[at]
    spoken = "spoken" in one.roles
    whole = spoken or not items[last - 1].text.isascii()
    number = one.number if factor is None or whole else read_number(one.text, factor)
    if number is not None and whole and factor:
        number = replace(number, scale=factor)
    if number is None:
        return None
    last, number = _rest(items, last, number)
    first, currencies = _before(items, at, free)
    last, behind = _behind(items, last, has=bool(currencies))
    return Amount(first, last, number, currencies + behind, factor is not None)


def _runs_on(items: list[Item], last: int) -> bool:
    """Whether letters follow without a blank that are no unit: 5G, 4x4, 1e5."""
    if last >= len(items) or not items[last].glued or not items[last].text[:1].isalpha():
        return False
    if last + 1 < len(items) and items[last + 1].glued and "number" in items[last + 1].roles:
        return items[last].text.isalpha() and "range" not in items[last].roles
    units = {"currency", "scale", "noun", "period", "hedge", "plus", "range"}
    return items[last].text.isascii() and not items[last].roles & units


def _scale(items: list[Item], at: int) -> tuple[int, Decimal | None]:
    """Behind the scale words, and what they multiply by: None where there is none, 0 unclear."""
    last, factor = at + 1, None
    while last < len(items):
        one = items[last]
        word = one.text.lower()
        if word == "mil":
            meant = _mil(items)
            return last + 1, meant if meant else Decimal(0)
        euros = last + 1 < len(items) and items[last + 1].text == "€"
        if "scale" not in one.roles or (word == "t" and not euros):
            break
        if word in GLUED_SCALES and not (one.glued or euros):
            break
        factor = one.facts["scale"] * (factor or 1)
        last += 1
        if "currency" in one.roles:
            return last - 1, factor
    return last, factor


def _mil(items: list[Item]) -> Decimal | None:
    words = {one.text.lower() for one in items}
    spanish, english = bool(words & SPANISH), bool(words & ENGLISH)
    if spanish == english:
        return None
    return Decimal(1000) if spanish else Decimal(1_000_000)


def _rest(items: list[Item], last: int, number: Number) -> tuple[int, Number]:
    """28万5千: what stands glued behind a Chinese or Japanese scale is added."""
    if number.scale is None or items[last - 1].text.isascii() or last >= len(items):
        return last, number
    one = items[last]
    if not one.glued or one.number is None or "spoken" in one.roles:
        return last, number
    end, factor = _scale(items, last)
    more = read_number(one.text, factor)
    if more is None or more.amount >= number.scale:
        return last, number
    # 1万5 is how 15,000 is said.
    short = factor is None and more.amount < 10
    whole = number.amount + more.amount * (number.scale / 10 if short else 1)
    return end, replace(number, digits=whole / number.scale)


def _before(items: list[Item], at: int, free: int) -> tuple[int, list[frozenset[str]]]:
    first = at
    while first > free and "currency" in items[first - 1].roles and _is_sign(items, first - 1):
        first -= 1
    return first, [one.facts["currency"] for one in items[first:at]]


def _behind(items: list[Item], last: int, *, has: bool) -> tuple[int, list[frozenset[str]]]:
    end = last
    while end < len(items) and "currency" in items[end].roles and not _belongs_on(items, end, has):
        end += 1
    return end, [one.facts["currency"] for one in items[last:end]]


def _belongs_on(items: list[Item], at: int, has: bool) -> bool:
    """Whether a currency belongs to the number behind it, as the second $ of "$50 $60" does."""
    behind = items[at + 1] if at + 1 < len(items) else None
    if behind is None or behind.number is None or not behind.glued:
        return items[at].text == "r"
    return has or not items[at].glued


def _is_sign(items: list[Item], at: int) -> bool:
    """One letter is a currency only as it is written (R 18 000)."""
    return len(items[at].text) > 1 or items[at].text != "r"
