"""What was said as tagged highlights and a codebook, as Taguette and programs like it take them."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.findings import KINDS, Kind
from lib.queries.whole import all_conversations
from lib.records import Conversation, Said
from lib.sheet import harmless


def export_highlights(session: Session, viewer: Explorer) -> bytes:
    """id, document, tag, content: a row for every quote and its tag; no cell is run."""
    rows = (row for talk in all_conversations(session, viewer) for row in _highlights(talk))
    return _table(("id", "document", "tag", "content"), rows)


def export_codebook(session: Session, viewer: Explorer) -> bytes:
    """tag, description: every tag of the highlights once, in alphabetical order."""
    tags = {
        tag: meaning
        for talk in all_conversations(session, viewer)
        for meaning, tag, _ in _tagged(talk)
    }
    # Without a mark Taguette takes a book with few letters beyond ASCII for another encoding.
    return codecs.BOM_UTF8 + _table(("tag", "description"), sorted(tags.items()))


def _highlights(talk: Conversation) -> Iterator[tuple[str, str, str, str]]:
    for _, tag, said in _tagged(talk):
        yield str(said.id), document_of(talk), tag, said.quote


def document_of(talk: Conversation) -> str:
    """What a conversation is called among documents: field, person, day."""
    who = talk.person.name or talk.person.description or talk.person.role or "Somebody"
    day = talk.held_on or talk.planned_on
    return ", ".join(filter(None, (talk.field, who, day.isoformat() if day else "")))


def quoted(talk: Conversation) -> Iterator[tuple[Kind, Said]]:
    """Each finding that has its words, with its kind."""
    for kind in KINDS:
        for said in getattr(talk, kind.list_of):
            if said.quote:
                yield kind, said


def _tagged(talk: Conversation) -> Iterator[tuple[str, str, Said]]:
    """What the tag stands for, the tag and the finding, of all that has its words.

    A tag is such as "skill: SQL", "downside: Deadlines", "pay: entry".
    """
    for kind, said in quoted(talk):
        yield kind.meaning, ": ".join(filter(None, kind.tag(said))), said


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")
