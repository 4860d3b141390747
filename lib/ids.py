"""Ids made by the program, before the row exists: UUIDv7, so that they sort by when."""

from datetime import UTC, datetime
from uuid import UUID

import uuid_utils.compat


def new_id() -> UUID:
    """A new id, later than all before it."""
    return uuid_utils.compat.uuid7()


def now() -> datetime:
    """This moment, aware."""
    return datetime.now(UTC)
