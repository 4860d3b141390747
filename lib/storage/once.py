"""Reads that several pieces of a screen need, made once in a session that cannot change anything.

What is kept is handed out as it is: nobody changes a frame that a query gave them.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from sqlalchemy.orm import Session

Answer = TypeVar("Answer")
Asked = ParamSpec("Asked")
KEPT = "kept"
"""Under this a session that reads one state of the data, and writes none, has its dictionary."""


def kept(session: Session, key: Any, make: Callable[[], Answer]) -> Answer:
    """What was made under this key before, where the session keeps anything; else made anew."""
    known: dict[Any, Any] | None = session.info.get(KEPT)
    if known is None:
        return make()
    if key not in known:
        known[key] = make()
    found: Answer = known[key]
    return found


def once(query: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """The query `(session, viewer, filters, ...)`, answered once for each viewer and filters."""

    @wraps(query)
    def read(*arguments: Asked.args, **named: Asked.kwargs) -> Answer:
        session: Any = arguments[0]
        key = (query, arguments[1:], tuple(named.items()))
        return kept(session, key, lambda: query(*arguments, **named))

    return read
