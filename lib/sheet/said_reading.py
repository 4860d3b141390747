"""One row of a sheet with a finding a row, as the record that it is."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from lib import money
from lib.errors import Refused
from lib.figures import read_span
from lib.findings.parts import Flag, Money, Part, Span, Typed, Word
from lib.records import problems
from lib.sheet.said_columns import ALSO, KINDS, TIED, Kind
from lib.text import fold

Problem = tuple[str, str, str]
"""Column, value and sentence of what is refused."""


class Misread(Exception):
    """A row that is refused, with each of its problems."""

    def __init__(self, *refused: Problem) -> None:
        super().__init__(*refused)
        self.refused = refused


def read_said(cells: Mapping[str, str], *, dollar: str = "USD") -> tuple[str, Any]:
    """The list of the conversation that it belongs to, and the record; raises Misread."""
    given = {name: text.strip() for name, text in cells.items() if text.strip()}
    kind = _kind(given.get("kind", ""))
    attributes = kind.attributes
    values: dict[str, Any] = dict(kind.sort.fixed)
    refused: list[Problem] = []
    for column, text in given.items():
        if column == "kind" or column in TIED:
            continue
        try:
            if column not in attributes:
                word = fold(given["kind"])
                raise Refused(f"This says nothing about a {word}. Empty the cell.")
            part = kind.of.part_of.get(attributes[column]) if kind.of else None
            values |= _value(part, attributes[column], text, dollar)
        except Refused as error:
            refused.append((column, text, str(error)))
    if given.get("currency"):
        values["currency"] = given["currency"]
    if refused:
        raise Misread(*refused)
    try:
        return kind.list_of, kind.record(**values)
    except ValidationError as error:
        raise Misread(*_places(error, attributes, given)) from error


def named_kind(text: str) -> str:
    """The kind's own name for what somebody wrote."""
    return ALSO.get(fold(text), fold(text))


def _kind(text: str) -> Kind:
    word = named_kind(text)
    if word not in KINDS:
        raise Misread(("kind", text, f"Say what it is: {', '.join(KINDS)}."))
    return KINDS[word]


def _value(part: Part | None, attribute: str, text: str, dollar: str) -> dict[str, Any]:
    match part:
        case Money():
            return _amount(attribute, text, dollar)
        case Span():
            return {attribute: _span(text, part.name)}
        case Flag():
            return {attribute: _yes(text)}
        case Word():
            return {attribute: fold(text)}
        case Typed():
            known = {fold(word): word for word in part.known}
            return {attribute: known.get(fold(text), text)}
    return {attribute: _yes(text) if attribute == "private" else text}


def _amount(attribute: str, text: str, dollar: str) -> dict[str, Any]:
    """A number, or one with a currency, as `$60k`."""
    pay = money.parse(text, dollar=dollar, only=True)
    if pay is None or pay.low is None or pay.low != pay.high or pay.period:
        raise Refused("Write one number, such as 60000.")
    return {attribute: pay.low} | ({"currency": pay.currency} if pay.currency else {})


def _span(text: str, unit: str) -> float:
    ends = read_span(text, unit)
    if ends is None or ends[0] is None or ends[0] != ends[1]:
        raise Refused(f"Write a number of {unit}.")
    return ends[0]


def _yes(text: str) -> bool:
    word = fold(text)
    if word not in ("yes", "no", "true", "false", "x", "1", "0"):
        raise Refused("Write yes or no.")
    return word in ("yes", "true", "x", "1")


def _places(
    error: ValidationError, attributes: dict[str, str], given: dict[str, str]
) -> list[Problem]:
    columns = {attribute: column for column, attribute in attributes.items()}
    found = []
    for problem in problems(error):
        column = columns.get(str(problem.where[0]), "") if problem.where else ""
        found.append((column or "what", given.get(column, ""), problem.message))
    return found
