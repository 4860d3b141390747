"""One value of our own format as its column takes it; refuses what does not fit its type."""

from collections.abc import Callable
from datetime import date, datetime
from math import isfinite
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    Integer,
    LargeBinary,
    String,
    Text,
    Uuid,
)

from lib.errors import Refused
from lib.model.base import Instant
from lib.records import LONG
from lib.text import clean

Result = TypeVar("Result")


def typed(column: Column[Any], value: Any) -> Any:
    """The value; raises Refused with a sentence for one that does not fit."""
    if value is None:
        if column.nullable:
            return None
        raise Refused("This is needed.")
    for kind, read in _READERS:
        if isinstance(column.type, kind):
            return read(column.type, value)
    if not isinstance(value, dict):
        raise Refused("This is an object.")
    return value


def default(column: Column[Any]) -> Any:
    """What a column holds where a row leaves it out; raises Refused where it may not."""
    if column.default is not None and column.default.is_scalar:
        return column.default.arg  # type: ignore[attr-defined]
    return typed(column, None)


def _id(_: Any, value: Any) -> UUID:
    return _read(value, UUID, "An id is 32 hexadecimal digits with hyphens.")


def _instant(_: Any, value: Any) -> datetime:
    wanted = "Write the moment as 2026-03-31T09:30:00+00:00."
    moment = _read(value, datetime.fromisoformat, wanted)
    if moment.tzinfo is None:
        raise Refused(wanted)
    return moment


def _date(_: Any, value: Any) -> date:
    return _read(value, date.fromisoformat, "Write the date as 2026-03-31.")


def _bytes(kind: Any, value: Any) -> bytes:
    read = _read(value, bytes.fromhex, "This is written in hexadecimal digits.")
    if len(read) != kind.length:
        raise Refused(f"This is {kind.length} bytes long.")
    return read


def _float(_: Any, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise Refused("Write a number.")
    return float(value)


def _boolean(_: Any, value: Any) -> bool:
    if not isinstance(value, bool):
        raise Refused("Write true or false.")
    return value


def _integer(kind: Any, value: Any) -> int:
    most = 2 ** (63 if isinstance(kind, BigInteger) else 31)
    if isinstance(value, bool) or not isinstance(value, int) or not -most <= value < most:
        raise Refused("Write a whole number.")
    return value


def _text(kind: Any, value: Any) -> str:
    if not isinstance(value, str):
        raise Refused("Write text.")
    most = LONG if isinstance(kind, Text) else kind.length
    clean(value, most=most, what="This")
    if len(value) > most:
        raise Refused(f"At most {most:,} characters are kept.")
    return value


def _read(value: Any, read: Callable[[str], Result], wanted: str) -> Result:
    if not isinstance(value, str):
        raise Refused(wanted)
    try:
        return read(value)
    except ValueError as error:
        raise Refused(wanted) from error


_READERS: tuple[tuple[type[Any], Callable[[Any, Any], Any]], ...] = (
    (Uuid, _id),
    (Instant, _instant),
    (Date, _date),
    (LargeBinary, _bytes),
    (Float, _float),
    (Boolean, _boolean),
    (Integer, _integer),
    (String, _text),
)
