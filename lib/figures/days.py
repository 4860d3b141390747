"""Days as people write them; which of 9/14 and 14/9 is meant is decided by the whole column."""

import re
from collections.abc import Iterable
from datetime import date

from lib.errors import Refused

_MONTHS = (
    "january januar januari janvier enero gennaio janeiro",
    "february februar februari février fevrier febrero febbraio fevereiro",
    "march märz mrz maart mrt mars marzo março",
    "april avril abril aprile",
    "may mai mei mayo maggio maio",
    "june juni juin junio giugno junho",
    "july juli juillet julio luglio julho",
    "august augustus août agosto",
    "september septembre septiembre settembre setembro",
    "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro",
    "december dezember décembre diciembre dicembre dezembro",
)
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo segunda terça quarta quinta sexta "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
)
_ZONES = (
    "Z UTC GMT CET CEST EET EEST WET WEST BST IST JST AEST AEDT NZST NZDT MSK SAST HKT SGT "
    "MEZ MESZ OEZ OESZ WEZ WESZ HNEC HAEC ET EST EDT CT CST CDT MT MST MDT PT PST PDT"
)
_AREAS = "Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc"
_CLOCK = r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?"
_HOUR = re.compile(
    rf"(?:T|,? ?(?:at )?)(?:{_CLOCK}(?: ?[AaPp]\.?[Mm]\.?)?|1?\d ?[AaPp]\.?[Mm]\.?)"
    rf"(?: ?(?:{'|'.join(_ZONES.split())}|(?:UTC|GMT)?[+-]\d\d?(?::?\d\d)?"
    rf"|(?:{_AREAS})/[\w+/-]+))?",
    re.ASCII,
)

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|\.)?[ /-]+(?:de )?([^\W\d_]{3,10})\.?,?[ /-]+(?:de )?"
    r"(\d{4}|\d{2})",
    re.I,
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,10})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4}|\d{2})", re.I)
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})")
_FORMS = (_ISO, _COMPACT, _NAMED, _MONTH_FIRST, _DOTTED, _SLASHED)

EARLIEST, LATEST = date(1950, 1, 1), date(2100, 12, 31)
"""Between them lies every day that is kept: clocks can be moved on each of them."""
NOT_KEPT = "A date lies between 1950 and 2100."
LONGEST = 80
NO_DATE = "Write the date as 2026-03-31."
MORE_THAN_A_DAY = (
    "There is more here than a day. Write the date as 2026-03-31, and no words behind it."
)


def day_first(values: Iterable[str]) -> bool | None:
    """Whether the day comes first in all these dates; None where nothing tells, or both do.

    Only dates with two numbers before the year can be meant in two ways; a column without any
    needs no answer, and gets True.
    """
    found = (_matched(value) for value in values)
    pairs = [(int(m[1]), int(m[2])) for m in found if m and m.re is _SLASHED]
    either = [(one, two) for one, two in pairs if one != two]
    if not either:
        return True
    day_leads = any(one > 12 for one, two in either)
    month_leads = any(two > 12 for one, two in either)
    return day_leads if day_leads != month_leads else None


def read_date(value: str, *, day_first: bool) -> date:
    """The day, also where an hour and a zone stand behind it; raises Refused for anything else."""
    match = _matched(value)
    if match is None:
        raise Refused(MORE_THAN_A_DAY if _begins(value) else NO_DATE)
    if match.re in (_ISO, _COMPACT):
        return _date(match[1], match[2], match[3])
    if match.re is _NAMED:
        return _date(match[3], _month(match[2]), match[1])
    if match.re is _MONTH_FIRST:
        return _date(match[3], _month(match[1]), match[2])
    if match.re is _DOTTED:
        return _date(match[3], match[2], match[1])
    one, two, year = match.groups()
    return _date(year, two, one) if day_first else _date(year, one, two)


def behind(value: str) -> str:
    """The hour and the zone that stand behind a day; nothing where only a day stands there."""
    match = _matched(value)
    return match.string[match.end() :].lstrip("T, ") if match else ""


def kept_day(day: date) -> date:
    """The day itself; raises Refused for one that no conversation, promise or figure can have."""
    if not EARLIEST <= day <= LATEST:
        raise Refused(NOT_KEPT)
    return day


def _matched(value: str) -> re.Match[str] | None:
    """The form that the whole value has, once an hour behind it is taken off."""
    text = " ".join(value.split())
    if len(text) > LONGEST:
        return None
    # "Mar" is Tuesday in three languages and March in others: it is March where that is a day.
    first, space, rest = text.partition(" ")
    without = [rest] if space and _is_weekday(first.rstrip(",.")) else []
    return next(filter(None, map(_whole, (text, *without))), None)


def _whole(text: str) -> re.Match[str] | None:
    for form in _FORMS:
        match = form.match(text)
        if match and (match.end() == len(text) or _HOUR.fullmatch(text, match.end())):
            return match
    return None


def _begins(value: str) -> bool:
    text = " ".join(value[:LONGEST].split())
    return any(form.match(text) for form in _FORMS)


def _is_weekday(word: str) -> bool:
    return len(word) >= 2 and any(day.startswith(word.lower()) for day in _DAYS.split())


def _month(name: str) -> str:
    """Its number, by three letters or more that no other month begins with; else 0."""
    lower = "sep" if name.lower() == "sept" else name.lower()
    known = {
        str(number)
        for number, names in enumerate(_MONTHS, 1)
        if any(word.startswith(lower) for word in names.split())
    }
    return known.pop() if len(known) == 1 else "0"


def _date(year: str, month: str, day: str) -> date:
    """Two digits of a year mean the hundred years that end twenty years from now."""
    number = int(year)
    if len(year) == 2:
        latest = date.today().year + 20
        number += latest - latest % 100
        number -= 100 if number > latest else 0
    try:
        return date(number, int(month), int(day))
    except ValueError as error:
        raise Refused("There is no such day. Write the date as 2026-03-31.") from error
