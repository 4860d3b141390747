"""Cached reads: keyed by who looks, the revision of their data and of the official figures, what
they look at, and the day.

What is cached is handed out as it is, to all sessions of that viewer: nobody changes it.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import streamlit as st
from sqlalchemy.orm import Session

from lib.access.links import stands
from lib.access.viewer import Share
from lib.errors import AppError
from lib.filters import Filters
from lib.queries import explorer
from lib.queries.explorer import revision
from lib.storage.once import KEPT
from lib.ui.access.session import Run, current, database, refresh, welcome
from lib.ui.pressed import in_a_callback, say_and_end

Answer = TypeVar("Answer")
ENTRIES = 400
STATES = 4
"""Of so many viewers and revisions what several screens need is kept as it was read."""


class _Stale(Exception):
    """The data or the link changed between finding out who looks and reading the rows."""


def read(query: Callable[..., Answer], filters: Filters, *more: Any) -> Answer:
    """What `query(session, viewer, filters, *more)` answers, read once a revision."""
    while True:
        run = current()
        about = (run, filters, today(), more)
        key = repr((query.__module__, query.__qualname__, *about))
        try:
            answer: Answer = _cached(key, query, run, filters, more)
        except _Stale:
            # A link may be closed by now, or a field may have too few people left for it.
            welcome() if isinstance(run.viewer, Share) else refresh(run.viewer)
        except AppError as error:
            if in_a_callback():
                say_and_end(error)
            raise
        else:
            return answer


def today() -> date:
    """The explorer's day."""
    return explorer.today(current().zone)


@st.cache_resource(max_entries=ENTRIES, show_spinner=False)
def _cached(key: str, _query: Any, _run: Run, _filters: Filters, _more: tuple[Any, ...]) -> Any:
    def held(session: Session) -> bool:
        fresh = revision(session, _run.viewer) == _run.revision
        return fresh and stands(session, _run.viewer)

    def question(session: Session) -> Any:
        if not held(session):
            raise _Stale
        return _query(session, _run.viewer, _filters, *_more)

    if isinstance(_run.viewer, Share):  # a coach only reads: where a standby is as far, from that
        return database().ask(question, held=held)
    with database().read() as session:
        session.info[KEPT] = _shared(repr((_run, today())))
        return question(session)


@st.cache_resource(max_entries=STATES, show_spinner=False)
def _shared(key: str) -> dict[Any, Any]:
    """What the screens of one viewer, revision and day share; `question` looks at the revision."""
    return {}
