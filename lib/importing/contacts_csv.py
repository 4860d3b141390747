"""Reads people from an address book's CSV: LinkedIn's connections, Google's contacts and others."""

import re
from collections.abc import Sequence

from lib.errors import Refused
from lib.files.delimited import DELIMITERS, beginning, records_below
from lib.importing.contacts import Found, Told, contacts
from lib.importing.headed import MOST_COLUMNS, Headed, too_wide
from lib.importing.matching.headings import meant
from lib.importing.parsed import Parsed
from lib.sheet import original
from lib.sheet.columns import known_column
from lib.text import fold

HEADINGS = {
    "first": "first name, given name, first, vorname, prénom, nombre, voornaam",
    "middle": "middle name, additional name",
    "last": "last name, family name, last, surname, nachname, nom, apellidos, achternaam",
    "name": "name, full name, display name, anzeigename, nom complet",
    "nicknames": "nickname",
    "role": (
        "position, job title, organization title, organization 1 - title, title, jobtitle, "
        "fonction, puesto, functie, berufsbezeichnung, funktion, poste, cargo"
    ),
    "organisation": (
        "company, organization name, organization 1 - name, company name, organization, "
        "account name, associated company, firma, société, empresa, bedrijf, unternehmen, "
        "entreprise, employer"
    ),
    "email": (
        "email address, e-mail address, email, e-mail 1 - value, email 1 - value, primary email, "
        "work email, e-mail, personal email, secondary email, e-mail 2 address, e-mail 3 address, "
        "e-mail-adresse, adresse de messagerie, email 2, e-mailadres"
    ),
    "phone": (
        "phone 1 - value, mobile phone, phone, mobile number, mobile, phone number, work phone, "
        "business phone, primary phone, home phone, business phone 2, home phone 2, other phone, "
        "mobiltelefon, telefon geschäftlich, téléphone mobile"
    ),
    "profile_link": (
        "url, profile url, website 1 - value, linkedin url, linkedin, linkedin profile url, "
        "linkedin profile, web page, web page 1, website, website url, webseite"
    ),
    "notes": "notes, notizen, notas",
    "connected": "connected on",
}
"""What a column is called, lower case; of several for one thing the first of these stands."""
KNOWN = {heading: column for column, many in HEADINGS.items() for heading in many.split(", ")}
RANKS = {
    heading: rank for many in HEADINGS.values() for rank, heading in enumerate(many.split(", "))
}
WITHIN = (
    ("email", r"e-?mails?\b|courriel|\bcorreo\b"),
    ("phone", r"phones?\b|\bmobile?\b|handy|telefon|t[ée]l[ée]phone|tel[ée]fono|celular|\bcell\b"),
    ("profile_link", r"linkedin|web ?(?:page|site|seite)|website|homepage"),
    ("notes", r"\bnotes\b|bemerkung|anmerkung|\bnotizen\b|\bdescription\b"),
)
"""What a heading is about that nobody listed ("E-Mail privat"), by a word within it."""
NO_VALUE = re.compile(r"\b(?:type|typ|label|display|fax|pager|opt|owner|status|yomi|phonetic)\b")
"""A heading with one of these is about an address, and holds none."""
SEVERAL = frozenset(
    ("emails", "phones", "email addresses", "phone numbers", "e-mail 1 - value", "email 1",
     "phone 1 - value", "phone 1", "e-mails")
)  # fmt: skip
"""Headings that only an address book has, beside a name that is whole."""
ALSO = "also "
"""How a further column for one thing is called here, with its place and that thing."""

OF_INTERVIEWS = {"field", "held_on", "planned_on", "status"}
"""Columns that make a table with first and last names one of conversations."""

OF_TALKS = {"day", "was_held", "status"}
"""The same in the words of six languages."""
LONGEST_HEADING = 60

LAST = 1_000
"""The rank of a heading that is known by a word within it."""
BETWEEN = " ::: "
"""Stands between several values of a cell."""


def read_contacts(source: str, text: str) -> Parsed | None:
    """The people of an address book; None where the headings are those of something else."""
    for delimiter in DELIMITERS:
        for at, head in enumerate(beginning(text, delimiter)):
            if _is_address_book(head):
                columns, ignored = _columns(head)
                table = Headed(columns, ignored, list(records_below(text, delimiter, at)))
                return contacts(source, _found(table), ignored)
    return None


def _is_address_book(head: list[str]) -> bool:
    columns = {_column(heading) for heading in head}
    talks = {known_column(heading) for heading in head} & OF_INTERVIEWS
    told = {meant(heading) for heading in head if len(heading) <= LONGEST_HEADING} & OF_TALKS
    named = {"first", "last"} <= columns
    whole = "name" in columns and SEVERAL & {_plain(heading) for heading in head}
    return bool(named or whole) and not talks and not told


def _columns(head: list[str]) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    """What each heading stands for; further e-mails, telephones and pages are "also" a value."""
    if len(head) > MOST_COLUMNS:
        raise Refused(too_wide(len(head)))
    named = [_column(heading) for heading in head]
    ranks = [RANKS.get(_plain(heading), LAST) for heading in head]
    best: dict[str, int] = {}
    for place in sorted(range(len(head)), key=ranks.__getitem__):
        if column := named[place]:
            best.setdefault(column, place)
    columns = tuple(
        column if column is None or best[column] == place else f"{ALSO}{place} {column}"
        for place, column in enumerate(named)
    )
    left = (h[:60] for h, column in zip(head, columns, strict=True) if h.strip() and not column)
    return columns, tuple(left)


def _column(heading: str) -> str | None:
    known = _plain(heading)
    if known in KNOWN or NO_VALUE.search(known) or len(known) > LONGEST_HEADING:
        return KNOWN.get(known)
    return next((column for column, words in WITHIN if re.search(words, known)), None)


def _plain(heading: str) -> str:
    return fold(original(heading).lstrip("\ufeff"))


def _found(table: Headed) -> list[Found]:
    return [_one(table, number, record) for number, record in table.records]


def _one(table: Headed, number: int, record: Sequence[str]) -> Found:
    wrong = table.beyond(number, record)
    if wrong is not None:
        return wrong
    said = {name: cell.strip() for name, cell in table.cells(record).items()}
    for further in [name for name in said if name.startswith(ALSO) and said[name]]:
        column = further.rpartition(" ")[2]
        if not said.get(column):
            said[column] = said.pop(further)
    parts = (said.pop(part, "") for part in ("first", "middle", "last"))
    full = " ".join(part for part in parts if part)
    many = {name: cell.split(BETWEEN) for name, cell in said.items() if ALSO not in name}
    others = [value for values in many.values() for value in values[1:] if value]
    others += [cell for name, cell in said.items() if name.startswith(ALSO) and cell]
    met = [said.get("notes", "")]
    if connected := said.get("connected"):
        met.append(f"Connected on LinkedIn on {connected}.")
    if others:
        met.append(f"Also {', '.join(others)}.")
    firsts = {name: values[0] for name, values in many.items() if name in PLAIN}
    named = full or said.get("name", "")
    return Told(number, {**firsts, "name": named, "how_met": "\n".join(filter(None, met))})


PLAIN = ("nicknames", "role", "organisation", "email", "phone", "profile_link")
