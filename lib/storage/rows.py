"""Rows as plain JSON and back, the same for export, history and undo."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Boolean, Date, Float, LargeBinary, Table, Uuid

from lib.model import Base
from lib.model.base import Instant


@cache
def models() -> dict[str, type[Any]]:
    """Every table's class by the table's name, referred-to tables first."""
    by_name = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
    return {
        table.name: by_name[table.name]
        for table in Base.metadata.sorted_tables
        if table.name in by_name
    }


def table(model: type[Any]) -> Table:
    """The class's table, for inserts of many rows at once."""
    return cast("Table", model.__table__)


@cache
def columns(model: type[Any]) -> tuple[str, ...]:
    """The table's columns without its owner."""
    return tuple(c.name for c in model.__table__.columns if c.name != "explorer_id")


def to_json(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as JSON knows them: ids and days as text, bytes as hex."""
    return {name: _plain(value) for name, value in values.items() if name != "explorer_id"}


def from_json(model: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the table's columns take them; raises ValueError for one that does not fit."""
    table = model.__table__.columns
    return {name: _typed(table[name].type, value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value


def _typed(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, Uuid):
        return UUID(value)
    if isinstance(kind, Instant):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, LargeBinary):
        return bytes.fromhex(value)
    if isinstance(kind, Float):
        return float(value)
    if isinstance(kind, Boolean):
        return bool(value)
    return value
