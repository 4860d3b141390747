"""Numbers in words, by a kept library, guarded: fractions and vague counts stay words."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from lib.money.numbers import Number

_UNITS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy "
    "eighty ninety hundred thousand million",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "vingt trente quarante cinquante soixante septante huitante nonante cent cents mille",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte "
    "treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil "
    "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici quindici venti trenta "
    "quaranta cinquanta sessanta settanta ottanta novanta cento mila mille",
    "pt": "dois duas três quatro cinco seis sete oito nove dez onze doze quinze vinte trinta "
    "quarenta cinquenta sessenta setenta oitenta noventa cem cento mil "
    "duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf honderd duizend",
}
_BY_WORD: dict[str, list[str]] = {}
for _language, _words in _UNITS.items():
    for _word in _words.split():
        _BY_WORD.setdefault(_word, []).append(_language)
_COMPOUND = {
    "de": re.compile(r"\w{3,}(?:zig|ßig|zehn|hundert|tausend)$"),
    "nl": re.compile(r"\w{3,}(?:tig|tien|honderd|duizend)$"),
    "it": re.compile(r"\w{3,}(?:mila|cento|anta|enta)$"),
    "es": re.compile(r"veinti\w+$"),
}
_ENDINGS = ("zig", "ßig", "zehn", "hundert", "tausend", "tig", "tien", "honderd", "duizend", "mila",
            "cento", "anta", "enta")  # fmt: skip
_JOINS = {"and", "et", "y", "e", "-"}
_VAGUE = {
    "half", "quarter", "few", "couple", "several", "many", "some", "halbe", "viertel", "paar",
    "demi", "medio", "media", "mezzo", "meio", "meia", "point", "hundreds", "tens",
}  # fmt: skip
_THOUSANDS = {"mil", "mille", "tausend", "duizend", "cent", "hundert"}
_BIG = {"hundred", "thousand", "million"}
_SIGNS = {sign: value for value, sign in enumerate("零一二三四五六七八九十")} | {"两": 2, "": 0}
LONGEST = 9
"""Words of one number."""

_SPOKEN = re.compile(
    rf"\b(?:{'|'.join(_BY_WORD)})\b|(?:{'|'.join(_ENDINGS)})\b|veinti|[一二三四五六七八九十两]",
    re.IGNORECASE,
)

Make = Callable[..., Any]


def may_be_spoken(line: str) -> bool:
    """Whether there may be a number in words at all; quick."""
    return _SPOKEN.search(line) is not None


def in_words(items: list[Any], make: Make) -> list[Any]:
    """The items with each run of number words as one number."""
    found: list[Any] = []
    at = 0
    while at < len(items):
        signs = items[at].text in _SIGNS
        length, number = _signs(items, at) if signs else _number(items, at)
        if number is None:
            found.append(items[at])
            at += 1
            continue
        one, last = items[at], items[at + length - 1]
        text = " ".join(each.text for each in items[at : at + length])
        roles = frozenset({"number", "spoken"})
        found.append(make(one.start, last.end, text, roles, {}, number, one.glued))
        at += length
    return _with_cents(found, make)


def _with_cents(items: list[Any], make: Make) -> list[Any]:
    """ "fourteen fifty an hour" is 14.50: two numbers in words, and a price behind them."""
    found: list[Any] = []
    for at, one in enumerate(items):
        before = found[-1] if found else None
        behind = items[at + 1 : at + 3]
        hundreds = before is not None and _are_hundreds(before, one, behind)
        if before is not None and (hundreds or _are_cents(before, one, behind)):
            whole = before.number.digits * (100 if hundreds else 1)
            rest = one.number.digits / (1 if hundreds else 100)
            number = Number(whole + rest, pointed=not hundreds)
            roles = frozenset({"number", "spoken"})
            text = f"{before.text} {one.text}"
            found[-1] = make(before.start, one.end, text, roles, {}, number, before.glued)
        else:
            found.append(one)
    return found


def _are_cents(one: Any, other: Any, behind: list[Any]) -> bool:
    if not ("spoken" in one.roles and "spoken" in other.roles and behind):
        return False
    whole, cents = one.number.digits, other.number.digits
    return 7 <= whole < 100 and 10 <= cents < 100 and cents % 5 == 0 and "per" in behind[0].roles


def _are_hundreds(one: Any, other: Any, behind: list[Any]) -> bool:
    """ "six fifty a day" is 650: nobody is paid 6.50 for a day."""
    if not ("spoken" in one.roles and "spoken" in other.roles and len(behind) > 1):
        return False
    hundreds, rest = one.number.digits, other.number.digits
    day = behind[1].facts.get("noun") in ("day", "week")
    return 1 <= hundreds < 10 <= rest < 100 and "per" in behind[0].roles and day


def _signs(items: list[Any], at: int) -> tuple[int, Number | None]:
    """A number in Chinese signs before a scale: 一万, 十五万, 二十万."""
    end = at
    while end < len(items) and end < at + 3 and items[end].text in _SIGNS:
        end += 1
    if end == at or end >= len(items) or "scale" not in items[end].roles:
        return 1, None
    tens, ten, ones = "".join(one.text for one in items[at:end]).rpartition("十")
    if len(tens) > 1 or len(ones) > 1:
        return 1, None
    value = (_SIGNS.get(tens, 1) * 10 if ten else 0) + _SIGNS.get(ones, 0)
    return end - at, Number(Decimal(value))


def _languages(word: str) -> list[str]:
    lower = word.lower()
    if (known := _BY_WORD.get(lower)) is not None:
        return known
    if len(lower) < 6 or not (lower.endswith(_ENDINGS) or lower.startswith("veinti")):
        return []
    return [language for language, form in _COMPOUND.items() if form.match(lower)]


def _number(items: list[Any], at: int) -> tuple[int, Number | None]:
    """How many items from here are one number in words, and the number; none: (1, None)."""
    before = items[at - 1] if at else None
    if before is not None and before.text.lower() in _VAGUE:
        return 1, None
    if items[at].text.lower() == "once" and not _is_eleven(items[at + 1 : at + 2]):
        return 1, None
    start = at
    if items[at].text.lower() in ("a", "one") and at + 1 < len(items):
        start += items[at + 1].text.lower() in _BIG
    languages = _languages(items[start].text)
    if not languages or (start == at and items[at].text.lower() in _BIG | {"mila"}):
        return 1, None
    if items[at].text.lower() in _THOUSANDS and (before is not None and before.number):
        return 1, None
    end = _end(items, start, languages)
    while end > start:
        value = _value([each.text for each in items[start:end]], languages)
        if value is not None and not (end < len(items) and items[end].text.lower() in _VAGUE):
            return end - at, Number(Decimal(value))
        end -= 1
    return 1, None


def _is_eleven(behind: list[Any]) -> bool:
    """Whether "once" is the Spanish number, and not the English word."""
    return bool(behind) and behind[0].text.lower() in ("mil", "euros", "pesos", "dólares", "soles")


def _end(items: list[Any], start: int, languages: list[str]) -> int:
    """Behind the last item of the run that begins here."""
    end = last = start + 1
    while end < min(len(items), start + LONGEST):
        word = items[end].text.lower()
        if any(language in languages for language in _languages(word)):
            last = end + 1
        elif word not in _JOINS:
            break
        end += 1
    return last


def _value(words: list[str], languages: list[str]) -> int | None:
    # "fifty and sixty" are two numbers, "a hundred and ten" is one.
    lower = [word.lower() for word in words if word != "-"]
    if lower[-1] in _JOINS or any(
        word == "and" and lower[n - 1] not in _BIG for n, word in enumerate(lower) if n
    ):
        return None
    from text_to_num import text2num  # noqa: PLC0415 - most texts hold no number in words

    for language in languages:
        try:
            return int(text2num(" ".join(lower), language))
        except ValueError:
            continue
    return None
