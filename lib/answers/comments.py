"""What coaches left, as threads, for the explorer's inbox and for the coach's own screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.anchors import parsed
from lib.access.viewer import Viewer
from lib.filters import EVERYTHING, Filters
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.comments import comments, talks_shown
from lib.queries.fields import fields
from lib.screens import FIGURES, SCREENS


@dataclass(frozen=True)
class Said:
    """One answer to a comment, as it was typed."""

    comment_id: str
    author: str
    text: str
    at: datetime


@dataclass(frozen=True)
class Thread:
    """One comment, as it was typed, and what was answered; `about` in words."""

    comment_id: str
    link_id: str
    author: str
    kind: str
    about: str
    anchor: str
    text: str
    due_on: date | None
    at: datetime
    read: bool
    resolved: bool
    answers: tuple[Said, ...]

    @property
    def figure(self) -> str:
        """The name of the figure that it is on; empty where it is on none."""
        place = parsed(self.anchor)
        return place.name if place.kind == "figure" else ""


def threads(session: Session, viewer: Viewer, filters: Filters) -> tuple[Thread, ...]:
    """The latest first, what is settled last; a link has its own alone."""
    rows = records(comments(session, viewer, filters))
    places = dict(anchors(session, viewer, EVERYTHING)) if rows else {}
    answers: dict[str, list[Said]] = {}
    for row in rows:
        if row["parent_id"]:
            answers.setdefault(row["parent_id"], []).append(_said(row))
    found = [
        _thread(row, places, answers.get(row["comment_id"], []))
        for row in rows
        if not row["parent_id"]
    ]
    found.sort(key=lambda one: (not one.resolved, one.at), reverse=True)
    return tuple(found)


def unread(session: Session, viewer: Viewer, filters: Filters) -> int:
    """How many nobody has read yet."""
    rows = comments(session, viewer, filters)
    return int((~rows["read"]).sum())


def anchors(session: Session, viewer: Viewer, filters: Filters) -> Iterator[tuple[str, str]]:
    """All that this viewer may leave a comment on, with its words: fields, then conversations."""
    for name, title in SCREENS.items():
        yield f"screen/{name}", f"the screen {title}"
    for row in records(fields(session, viewer, filters)):
        yield f"field/{row['field_id']}", row["field"]
    for row in records(talks_shown(session, viewer, filters)):
        words = f"{row['person']}, {row['field']}, {row['held_on'].day} {row['held_on']:%B %Y}"
        yield f"interview/{row['interview_id']}", words


def _said(row: Row) -> Said:
    return Said(row["comment_id"], row["author"], row["text"], row["made_at"].to_pydatetime())


def _thread(row: Row, places: dict[str, str], answers: list[Said]) -> Thread:
    return Thread(
        **{"comment_id": row["comment_id"], "link_id": row["link_id"]},
        **{"author": row["author"], "kind": row["kind"]},
        **{"about": _about(row["anchor"], places), "anchor": row["anchor"], "text": row["text"]},
        due_on=None if pd.isna(row["due_on"]) else row["due_on"].date(),
        at=row["made_at"].to_pydatetime(),
        **{"read": row["read"], "resolved": row["resolved"], "answers": tuple(answers)},
    )


def _about(anchor: str, places: dict[str, str]) -> str:
    """What it is on, in words: of a figure its question, and its field where one was chosen."""
    place = parsed(anchor)
    if place.kind in {"", "message"}:
        return "the message" if place.kind else ""
    gone = "something that is not shown any more"
    if place.kind != "figure":
        return places.get(anchor, gone)
    screen, question = FIGURES[place.name]
    field = places.get(f"field/{place.identity}", gone) if place.identity else ""
    return f"{SCREENS[screen]}, “{question}”" + f", {field}" * bool(field)


def signed(author: str) -> Markdown:
    """Who left it, as far as anybody knows."""
    return Markdown("through the link “{}”").format(author)
