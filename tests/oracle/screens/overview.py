"""Overview: how many were heard, asked and answered, and what another conversation brings."""

from fractions import Fraction

from lib.access.viewer import Share
from lib.answers.fields import fields_shown
from lib.answers.overview import overview
from tests.oracle import learning
from tests.oracle.book import Book, Row
from tests.oracle.looked_at import Figures, Look, Reckoned

AHEAD = ("idea", "requested", "scheduled", "moved")
TOPICS = {
    **{"Upsides, downsides": "day to day", "Skills": "skills", "Training": "training"},
    **{"Career path": "path", "Pay": "pay", "Outlook": "outlook", "Whom else to ask": "whom next"},
}


def shown(look: Look) -> Figures:
    answer = overview(look.session, look.viewer, look.filters)
    figures: Figures = {}
    if not isinstance(look.viewer, Share):
        figures["conversations held", ""] = answer.held
        figures["people", ""] = answer.people
        figures["fields", ""] = answer.fields
        figures["planned", ""] = answer.planned
    for field in fields_shown(look.session, look.viewer, look.filters):
        figures["people", field.field] = field.voices
    for row in answer.coverage.drawing.table.to_dict("records"):
        where = f"{row['Field']}, {TOPICS[row['Topic']]}"
        figures["asked", where] = row["Asked"]
        figures["answered", where] = row["Answered"]
    for row in answer.learning.drawing.table.to_dict("records"):
        where = f"{row['Field']}, talk {row['Conversation']}"
        figures["new things expected", where] = row["New things expected"]
    return figures


def ahead(talk: Row, book: Book) -> bool:
    """Meant to be asked, asked for or scheduled; days held do not narrow it."""
    shown = book.view.fields
    return talk["status"] in AHEAD and (shown is None or talk["field_id"] in shown)


def reckoned(on: Reckoned) -> Figures:
    book, figures = on.book, Figures()
    if not book.view.link:
        figures["conversations held", ""] = len(book.held)
        figures["people", ""] = len(book.people())
        figures["fields", ""] = len(on.names)
        figures["planned", ""] = sum(ahead(row, book) for row in book.rows("interviews"))
    for field_id, name in on.names.items():
        figures["people", name] = len(book.people(field_id))
        for topic in TOPICS.values():
            figures["asked", f"{name}, {topic}"] = on.asked(field_id, topic)
            figures["answered", f"{name}, {topic}"] = on.answered(field_id, topic)
        known = [
            Fraction(0),
            *learning.curve(learning.things(book, field_id), len(book.people(field_id))),
        ]
        for m in range(1, len(known)):
            where = f"{name}, talk {m}"
            figures["new things expected", where] = round(float(known[m] - known[m - 1]), 2)
    return figures
