"""Reads people from vCards (versions 2.1 to 4.0), card by card."""

import logging
import re
from binascii import Error as BadBase64
from collections.abc import Callable, Iterator
from typing import Any

import vobject
from vobject.base import VObjectError

from lib.errors import Refused
from lib.files.delimited import MOST_ROWS
from lib.importing.contacts import Found, Told, contacts
from lib.importing.parsed import Parsed, row_error

LONGEST_CARD = 2_000_000
"""Characters of a card, its picture among them."""

_EDGE = re.compile(r"^(BEGIN|END):VCARD[ \t]*\r?$\n?", re.I | re.M)
_PICTURE = re.compile(
    r"^(?:\w+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:].*\r?\n(?:[ \t].*\r?\n)*", re.I | re.M
)

UNREADABLE = "This card cannot be read. Save it again from the address book, or leave it out."
logging.getLogger("vobject.base").setLevel(logging.CRITICAL)  # its messages repeat the card


def is_vcard(text: str) -> bool:
    """Whether the text begins as an address book's cards do."""
    return text.lstrip()[:11].upper() == "BEGIN:VCARD"


def read_vcards(source: str, text: str, progress: Callable[[int, int], None]) -> Parsed:
    """Everybody of the file; a card that cannot be read is refused by its number."""
    edges = [(edge[1].upper(), *edge.span()) for edge in _EDGE.finditer(text)]
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
    bare = _PICTURE.sub("", card)
    try:
        read = vobject.readOne(f"BEGIN:VCARD\n{bare}END:VCARD\n", allowQP=True)
    except (VObjectError, BadBase64, ValueError, LookupError, AttributeError, TypeError):
        return row_error(number, "", "", UNREADABLE)
    return Told(number, _told(read.contents))


def _told(contents: dict[str, Any]) -> dict[str, str]:
    first, *rest = _texts(contents, "org") or [""]
    emails, phones, links = (_texts(contents, name) for name in ("email", "tel", "url"))
    others = [*rest, *emails[1:], *phones[1:], *links[1:]]
    met = _texts(contents, "note") + ([f"Also {', '.join(others)}."] if others else [])
    return {
        "name": next(iter(_texts(contents, "fn") or _texts(contents, "n")), ""),
        "nicknames": ", ".join(_texts(contents, "nickname")),
        "role": next(iter(_texts(contents, "title") or _texts(contents, "role")), ""),
        "organisation": first,
        "email": next(iter(emails), ""),
        "phone": next(iter(phones), "").removeprefix("tel:"),
        "profile_link": next(iter(links), ""),
        "how_met": "\n".join(met),
    }


def _texts(contents: dict[str, Any], name: str) -> list[str]:
    """Every value of a property as text: an organisation's units each, a name in its order."""
    values = [line.value for line in contents.get(name, ())]
    flat = [one for value in values for one in (value if isinstance(value, list) else [value])]
    texts = (" ".join(str(one).split()) if name == "n" else str(one).strip() for one in flat)
    return [text for text in texts if text]
