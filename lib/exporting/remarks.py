"""What one coach left through one link, and what was answered: as a table and as a page of text."""

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.links import CLOSED, stands
from lib.access.viewer import Viewer
from lib.answers.comments import Thread, threads
from lib.answers.words import capital
from lib.errors import NotOpen
from lib.filters import EVERYTHING
from lib.frames import figures_csv
from lib.markdown import Markdown, plain

COLUMNS = ("On", "Kind", "About", "Text", "By when", "Settled", "Answer", "Answered on")


def left_through(session: Session, viewer: Viewer) -> tuple[Thread, ...]:
    """What was left through a link, to take along; raises NotOpen where it was closed meanwhile."""
    if not stands(session, viewer):
        raise NotOpen(CLOSED)
    return threads(session, viewer, EVERYTHING)


def remarks_csv(left: tuple[Thread, ...]) -> bytes:
    """A row an answer, or a remark without one; no cell of it is run by a spreadsheet program."""
    rows = [(*_told(one), *answer) for one in left for answer in _answers(one)]
    return figures_csv(pd.DataFrame(rows, columns=list(COLUMNS), dtype="object"))


def _told(one: Thread) -> tuple[str, ...]:
    due = one.due_on.isoformat() if one.due_on else ""
    settled = "yes" if one.resolved else "no"
    return (f"{one.at:%Y-%m-%d}", one.kind, one.about, one.text, due, settled)


def _answers(one: Thread) -> list[tuple[str, str]]:
    return [(answer.text, f"{answer.at:%Y-%m-%d}") for answer in one.answers] or [("", "")]


def remarks_page(left: tuple[Thread, ...], title: str) -> bytes:
    """Markdown in which what was typed stays what was typed."""
    parts = [Markdown("# Remarks for {}").format(title), *(_part(one) for one in left)]
    return (Markdown("\n\n").join(parts) + "\n").encode()


def _part(one: Thread) -> Markdown:
    due = f"by {one.due_on.day} {one.due_on:%B %Y}" if one.due_on else ""
    facts = (f"{one.at.day} {one.at:%B %Y}", one.about, due, "settled" * one.resolved)
    lines = [
        Markdown("## {}").format(capital(one.kind)),
        Markdown(" · ").join(fact for fact in facts if fact),
        plain(one.text),
    ]
    for answer in one.answers:
        said = Markdown("> {}").format(answer.text).replace("\n", "\n> ")
        lines.append(
            said + Markdown("\n>\n> {0}, {1.day} {1:%B %Y}").format(answer.author, answer.at)
        )
    return Markdown("\n\n").join(lines)
