"""Reads people from vCards (versions 2.1 to 4.0), card by card; groups and companies are none."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from lib.errors import Refused
from lib.files.delimited import MOST_ROWS
from lib.importing.contacts import Aside, Found, Told, contacts
from lib.importing.parsed import Parsed, row_error
from lib.importing.vcard_lines import Line, NoLine, read_lines

LONGEST_CARD = 2_000_000
"""Characters of a card, its picture among them."""

_EDGE = re.compile(r"^(BEGIN|END):VCARD[ \t]*\r?$\n?", re.I | re.M)
_PICTURE = re.compile(
    r"^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:].*\r?\n(?:[ \t].*\r?\n)*", re.I | re.M
)

UNREADABLE = "This card cannot be read. Save it again from the address book, or leave it out."
A_GROUP = "This card is a group of people and nobody to talk to: it was left aside."
A_COMPANY = "This card is a company and nobody to talk to: it was left aside."
_NO_PERSON = {"group": A_GROUP, "org": A_COMPANY, "organization": A_COMPANY}


def is_vcard(text: str) -> bool:
    """Whether the text begins as an address book's cards do."""
    return text.lstrip()[:11].upper() == "BEGIN:VCARD"


def read_vcards(source: str, text: str, progress: Callable[[int, int], None]) -> Parsed:
    """Everybody of the file; a card that cannot be read is refused by its number."""
    some = islice(_EDGE.finditer(text), 2 * MOST_ROWS + 1)
    edges = [(edge[1].upper(), *edge.span()) for edge in some]
    if len(edges) > 2 * MOST_ROWS:
        raise Refused(f"This file has more than {MOST_ROWS:,} cards. Split it.")
    if [kind for kind, *_ in edges] != ["BEGIN", "END"] * (len(edges) // 2):
        raise Refused(
            "This file ends in the middle of a card, or a card stands within another. Save it "
            "again from the address book."
        )
    between = zip(edges[::2], edges[1::2], strict=True)
    cards = [text[begun:ended] for (_, _, begun), (_, ended, _) in between]
    return contacts(source, _found(cards, progress))


def _found(cards: list[str], progress: Callable[[int, int], None]) -> Iterator[Found]:
    for number, card in enumerate(cards, 1):
        yield _one(number, card)
        if number % 100 == 0:
            progress(number, len(cards))


def _one(number: int, card: str) -> Found:
    if len(card) > LONGEST_CARD:
        return row_error(number, "", "", "This card is too large. Take its picture out.")
    try:
        lines = read_lines(_PICTURE.sub("", card))
    except NoLine:
        return row_error(number, "", "", UNREADABLE)
    told = _told(lines)
    why = _no_person(lines, told)
    return Aside(row_error(number, "", told["name"], why)) if why else Told(number, told)


def _no_person(lines: list[Line], told: dict[str, str]) -> str:
    """Why a card is nobody's: it says so of itself, or is named as its company is."""
    kinds = [line.text().lower() for line in lines if line.name in _KINDS]
    said = next((_NO_PERSON[kind] for kind in kinds if kind in _NO_PERSON), "")
    shown = any(line.name == "X-ABSHOWAS" and line.text().upper() == "COMPANY" for line in lines)
    own_name = any(line.name == "N" and "".join(line.parts()) for line in lines)
    named_alike = told["name"] and told["name"] == told["organisation"] and not own_name
    return said or (A_COMPANY if shown or named_alike else "")


_KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")


def _told(lines: list[Line]) -> dict[str, str]:
    first, *rest = _parts(lines, "ORG") or [""]
    emails, phones, links = (_preferred(lines, name) for name in ("EMAIL", "TEL", "URL"))
    others = [*rest, *emails[1:], *phones[1:], *links[1:]]
    met = _texts(lines, "NOTE") + ([f"Also {', '.join(others)}."] if others else [])
    return {
        "name": next(iter(_texts(lines, "FN") or _names(lines)), ""),
        "nicknames": ", ".join(_nicknames(lines)),
        "role": next(iter(_texts(lines, "TITLE") or _texts(lines, "ROLE")), ""),
        "organisation": first,
        "email": next(iter(emails), ""),
        "phone": next(iter(phones), ""),
        "profile_link": next(iter(links), ""),
        "how_met": "\n".join(met),
    }


def _texts(lines: list[Line], name: str) -> list[str]:
    return [text for line in lines if line.name == name and (text := line.text())]


def _preferred(lines: list[Line], name: str) -> list[str]:
    """The values, the preferred one first; what stands before a telephone's number is no part."""
    mine = sorted((line for line in lines if line.name == name), key=lambda one: one.preference)
    return [text.removeprefix("tel:") for line in mine if (text := line.text())]


def _parts(lines: list[Line], name: str) -> list[str]:
    return [text for line in lines if line.name == name for text in line.parts() if text]


def _nicknames(lines: list[Line]) -> list[str]:
    found = [one for line in lines if line.name == "NICKNAME" for one in line.listed() if one]
    return list(dict.fromkeys(found))


def _names(lines: list[Line]) -> list[str]:
    """Names in the order in which they are said, from family, given, additional, before, behind."""
    for line in lines:
        if line.name == "N":
            parts = [*line.parts(), "", "", "", "", ""]
            family, given, additional, before, behind = (" ".join(p.split()) for p in parts[:5])
            said = " ".join(one for one in (before, given, additional, family, behind) if one)
            return [said] if said else []
    return []
