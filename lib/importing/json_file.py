"""Reads our own format: every row checked by itself, before anything is compared or written."""

import json
from collections.abc import Callable
from typing import Any, NoReturn

from sqlalchemy import Connection

from lib.errors import Refused
from lib.exporting.format import FORMAT, PROFILE, lists
from lib.figures import known_zone
from lib.importing.columns_typed import default, typed
from lib.importing.parsed import Parsed, RowError, TableRow, Tables, row_error
from lib.importing.records_checked import DERIVED, derived, unreadable
from lib.importing.rules import empty_database, refusals
from lib.model import Explorer
from lib.money import CURRENCIES
from lib.storage import rows

MOST_VALUES = 5_000_000
"""Commas or brackets, counted before any of it is taken apart; 100 MB of ours have half of it."""

Progress = Callable[[int, int], None]

NOT_OURS = (
    "This JSON file is not an export of Fieldwork: its “format” is missing. "
    "Export it from Fieldwork, or bring the interviews as CSV."
)


def read_json(source: str, text: str, progress: Progress) -> Parsed:
    """The file's rows by table; raises Refused where it is not in our format."""
    content = _content(text)
    known = lists()
    total = sum(len(content.get(name, [])) for name in known) + ("explorer" in content)
    errors: list[RowError] = []
    done = 0
    read: dict[type[Any], list[TableRow]] = {}
    with empty_database() as connection:
        for name, model in known.items():
            read[model] = _table(connection, name, model, content.get(name, []), errors)
            done += len(content.get(name, []))
            progress(done, total)
    profile = _profile(content["explorer"], errors) if "explorer" in content else None
    kept = sum(len(many) for many in read.values()) + (profile is not None)
    return Parsed(source, total, total - kept, tuple(errors), Tables(profile, read))


def _content(text: str) -> dict[str, Any]:
    content = _loaded(text)
    if not isinstance(content, dict) or not isinstance(content.get("format"), str):
        raise Refused(NOT_OURS)
    if not content["format"].startswith("fieldwork/"):
        raise Refused(NOT_OURS)
    if content.pop("format") != FORMAT:
        raise Refused(
            f"This file was written by another version of Fieldwork. This one reads {FORMAT}: "
            "import the file there, or bring this Fieldwork up to date."
        )
    for name, value in content.items():
        if name != "explorer" and name not in lists():
            raise Refused(f"This file has a list “{name[:60]}” that Fieldwork does not know.")
        if not isinstance(value, dict if name == "explorer" else list):
            raise Refused(f"“{name}” is not what it should be in an export of Fieldwork.")
    return content


def _loaded(text: str) -> Any:
    if max(map(text.count, "{[,")) > MOST_VALUES:
        raise Refused("This JSON file holds far more values than an export of Fieldwork has.")
    try:
        return json.loads(text, parse_constant=_no_number)
    except RecursionError as error:
        raise Refused("This JSON file is nested too deeply to be an export.") from error
    except json.JSONDecodeError as error:
        raise Refused(
            f"This JSON file cannot be read from line {error.lineno} on. It may have been cut "
            "off: export or download it again."
        ) from error
    except ValueError as error:
        raise Refused("This JSON file holds a number that cannot be read.") from error


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _table(
    connection: Connection, name: str, model: type[Any], many: list[Any], errors: list[RowError]
) -> list[TableRow]:
    """The rows of one list that keep every rule; the others are added to `errors`."""
    read = [
        row
        for number, said in enumerate(many, 1)
        if (row := _row(name, model, number, said, errors)) is not None
    ]
    broken = refusals(connection, model, [row.values for row in read])
    for position, (column, message) in broken.items():
        row = read[position]
        shown = row.values.get(column)
        errors.append(row_error(row.row, f"{name}.{column}".rstrip("."), shown, message))
    return [row for position, row in enumerate(read) if position not in broken]


def _row(name: str, model: Any, number: int, said: Any, errors: list[RowError]) -> TableRow | None:
    table, before = rows.table(model), len(errors)
    if not isinstance(said, dict):
        errors.append(row_error(number, name, said, "A row is an object with its columns."))
        return None
    values: dict[str, Any] = {}
    for column in sorted(said.keys() - set(rows.columns(model))):
        message = "This is not something Fieldwork keeps."
        errors.append(row_error(number, f"{name}.{column[:60]}", said[column], message))
    for column in rows.columns(model):
        try:
            there = column in said
            kind = table.c[column]
            if column in DERIVED:
                values[column] = ""
            else:
                values[column] = typed(kind, said[column]) if there else default(kind)
        except Refused as refused:
            errors.append(row_error(number, f"{name}.{column}", said.get(column), str(refused)))
    if len(errors) == before:
        for column, message in unreadable(model, values):
            where = f"{name}.{column}".rstrip(".")
            errors.append(row_error(number, where, said.get(column), message))
    return TableRow(number, derived(model, values)) if len(errors) == before else None


def _profile(said: dict[str, Any], errors: list[RowError]) -> dict[str, Any] | None:
    table, before = rows.table(Explorer), len(errors)
    values: dict[str, Any] = {}
    for column, value in said.items():
        try:
            if column not in PROFILE:
                raise Refused("This is not something Fieldwork keeps.")
            values[column] = _sensible(column, typed(table.c[column], value))
        except Refused as refused:
            errors.append(row_error(1, f"explorer.{column[:60]}", value, str(refused)))
    return values if len(errors) == before else None


def _sensible(column: str, value: Any) -> Any:
    """The profile's own rules."""
    if column == "base_currency" and value not in CURRENCIES:
        raise Refused("This is no currency we know. Use a code such as USD or EUR.")
    if column == "zone":
        return known_zone(value)
    if isinstance(value, int) and value < 0:
        raise Refused("This cannot be negative.")
    if column == "hours_a_year" and value == 0:
        raise Refused("A year has some hours of work.")
    return value
