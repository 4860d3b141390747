"""Reads people from an address book's CSV: LinkedIn's connections, Google's contacts and others."""

from collections.abc import Sequence

from lib.files.delimited import DELIMITERS, beginning, records_below
from lib.importing.contacts import Found, Told, contacts
from lib.importing.headed import Headed, headings
from lib.importing.parsed import Parsed
from lib.sheet.columns import known_column
from lib.text import fold

HEADINGS = {
    "first": "first name, given name",
    "middle": "middle name, additional name",
    "last": "last name, family name",
    "name": "name, full name, display name",
    "nicknames": "nickname",
    "role": "position, job title, organization title, organization 1 - title",
    "organisation": "company, organization name, organization 1 - name",
    "email": "email address, e-mail address, email, e-mail 1 - value, email 1 - value",
    "phone": "phone 1 - value, mobile phone, phone",
    "profile_link": "url, profile url, website 1 - value",
    "notes": "notes",
    "connected": "connected on",
}
"""What a column is called, lower case."""
KNOWN = {heading: column for column, many in HEADINGS.items() for heading in many.split(", ")}

OF_INTERVIEWS = {"field", "held_on", "planned_on", "status"}
"""Columns that make a table with first and last names one of conversations."""

BETWEEN = " ::: "
"""Stands between several values of a cell."""


def read_contacts(source: str, text: str) -> Parsed | None:
    """The people of an address book; None where the headings are those of something else."""
    for delimiter in DELIMITERS:
        for at, head in enumerate(beginning(text, delimiter)):
            if _is_address_book(head):
                columns, ignored = headings(head, _column)
                table = Headed(columns, ignored, list(records_below(text, delimiter, at)))
                return contacts(source, _found(table), ignored)
    return None


def _is_address_book(head: list[str]) -> bool:
    columns = {_column(heading) for heading in head}
    talks = {known_column(heading) for heading in head}
    return {"first", "last"} <= columns and not talks & OF_INTERVIEWS


def _column(heading: str) -> str | None:
    return KNOWN.get(fold(heading.lstrip("\ufeff")))


def _found(table: Headed) -> list[Found]:
    return [_one(table, number, record) for number, record in table.records]


def _one(table: Headed, number: int, record: Sequence[str]) -> Found:
    wrong = table.beyond(number, record)
    if wrong is not None:
        return wrong
    said = {name: cell.strip() for name, cell in table.cells(record).items()}
    parts = (said.pop(part, "") for part in ("first", "middle", "last"))
    full = " ".join(part for part in parts if part)
    many = {name: cell.split(BETWEEN) for name, cell in said.items()}
    others = [value for values in many.values() for value in values[1:] if value]
    met = [said.get("notes", "")]
    if connected := said.get("connected"):
        met.append(f"Connected on LinkedIn on {connected}.")
    if others:
        met.append(f"Also {', '.join(others)}.")
    firsts = {name: values[0] for name, values in many.items() if name in PLAIN}
    named = full or said.get("name", "")
    return Told(number, {**firsts, "name": named, "how_met": "\n".join(filter(None, met))})


PLAIN = ("nicknames", "role", "organisation", "email", "phone", "profile_link")
