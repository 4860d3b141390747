"""How long something takes, and what it costs, as it stands in a clause of notes."""

import re
from decimal import Decimal

from lib import money

_SMALL = (
    "a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_WORDS: dict[str, float] = {word: max(1, at - 1) for at, word in enumerate(_SMALL.split(" "))}
_WORDS |= {"couple": 2, "thirty": 30, "forty": 40, "half a": 0.5, "half": 0.5}
_NUMBER = r"\d+(?:[.,]\d+)?|" + "|".join(sorted(_WORDS, key=len, reverse=True))
_SPAN = re.compile(
    r"(?P<most>\bup to |\bunder |\bless than )?"
    r"(?P<least>\bat least |\bover |\bmore than |\bminimum )?"
    rf"(?<![\w$£€.,])(?P<low>{_NUMBER})(?P<half> and a half)?"
    rf"(?:(?: ?[-–] ?| to | or | and )(?P<high>{_NUMBER})(?P<half2> and a half)?)?"
    r"(?P<plus>\+| plus)?[ -]?(?:full |more |whole |couple of )?"
    r"(?P<unit>years?|yrs?|y|months?|mos?|mths?|m|weeks?|wks?|semesters?|days?"
    r"|jahre?|monate?|wochen?|ans?|mois|a[nñ]os?|meses)\b(?P<plus2> (?:or more|plus)|\+)?",
    re.IGNORECASE,
)
_IN_MONTHS = {
    "mo": 1.0, "mt": 1.0, "m": 1.0, "y": 12.0, "j": 12.0, "a": 12.0, "w": 12 / 52, "s": 6.0,
    "d": 12 / 365,
}  # fmt: skip
_SCALES = "k|grand|thousand|hundred|million|lakh"
_AMOUNT = r"\d[\d.,'’ ]*\d|\d"
_SPOKEN = "an?|" + "|".join(_SMALL.split(" ")[2:]) + "|thirty|forty|fifty"
_COST = re.compile(
    rf"(?:[A-Z]{{0,3}}[$£€₹]|(?:CHF|USD|EUR|GBP|AUD|CAD|SGD|NZD|SEK|Rs\.?) ?)\s?(?:{_AMOUNT})"
    rf"\s?(?:{_SCALES})?\b"
    rf"|(?<![\w.,$£€])(?:{_AMOUNT}|{_SPOKEN})(?: and a half)? ?(?:{_SCALES})?(?: hundred)? ?"
    r"(?:dollars?|bucks|usd|eur|euros?|€|pounds?|quid|gbp|chf|francs|\$|£|kr|won|rupees"
    r"|grand\b|k\b)",
    re.IGNORECASE,
)
MOST_MONTHS, LEAST_COST = 600, 20


def months(text: str) -> tuple[float | None, float | None] | None:
    """The first span of time in months, either end open (None); None where there is none."""
    for said in _SPAN.finditer(text):
        unit = said["unit"].lower()
        if len(unit) == 1 and not said["low"][0].isdigit():
            continue
        factor = _IN_MONTHS.get(unit[:2]) or _IN_MONTHS[unit[0]]
        low = _value(said["low"], said["half"]) * factor
        high = _value(said["high"], said["half2"]) * factor if said["high"] else low
        low, high = sorted((round(low, 1), round(high, 1)))
        if high <= MOST_MONTHS:
            open_end = said["plus"] or said["plus2"] or said["least"]
            return (None if said["most"] else low), (None if open_end else high)
    return None


def _value(word: str, half: str | None) -> float:
    whole = _WORDS.get(word.lower())
    return (float(word.replace(",", ".")) if whole is None else whole) + (0.5 if half else 0)


def cost(text: str, dollar: str | None = "USD") -> tuple[Decimal, Decimal, str | None] | None:
    """The first amount of money of the text: low, high and currency, or None."""
    for said in money.found(text, dollar=dollar):
        if said.low is not None and said.high is not None and said.currency:
            return said.low, said.high, said.currency
    for words in _COST.finditer(text):
        read = money.parse(words[0].strip(), dollar=dollar)
        if read and read.low is not None and read.high is not None and read.low >= LEAST_COST:
            return read.low, read.high, read.currency
    return None
