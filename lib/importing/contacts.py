"""People of an address book, whatever its format: each checked like one who is typed in."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError

from lib.importing.parsed import Contact, Contacts, Parsed, RowError, row_error
from lib.records import PersonSaid, problems

NO_NAME = "There is no name here. Write one, or leave this row out."


@dataclass(frozen=True)
class Told:
    """What a file tells of somebody, by the columns of a person."""

    row: int
    values: dict[str, str]


@dataclass(frozen=True)
class Aside:
    """What stands in the file and is nobody, with the reason."""

    why: RowError


Found = Told | RowError | Aside


def contacts(source: str, found: Iterable[Found], ignored: tuple[str, ...] = ()) -> Parsed:
    """The file with everybody who could be read, and the others refused."""
    people: list[Contact] = []
    errors: list[RowError] = []
    aside: list[RowError] = []
    refused = 0
    for one in found:
        if isinstance(one, Aside):
            aside.append(one.why)
            continue
        made = one if isinstance(one, RowError) else _checked(one)
        if isinstance(made, Contact):
            people.append(made)
        else:
            errors += [made] if isinstance(made, RowError) else made
            refused += 1
    rows = len(people) + refused
    book = Contacts(tuple(people), ignored)
    return Parsed(source, rows, refused, tuple(errors), book, tuple(aside))


def _checked(told: Told) -> Contact | list[RowError]:
    if not told.values.get("name"):
        return [row_error(told.row, "name", "", NO_NAME)]
    try:
        return Contact(told.row, PersonSaid.model_validate(told.values))
    except ValidationError as error:
        return [_refusal(told, problem.where, problem.message) for problem in problems(error)]


def _refusal(told: Told, where: tuple[str | int, ...], message: str) -> RowError:
    column = str(where[0]) if where else ""
    return row_error(told.row, column, told.values.get(column, ""), message)
