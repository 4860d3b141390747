"""What a template says beside each column, in a sentence or two."""

from lib.findings import IN_SHEETS
from lib.findings.parts import Pair, Part
from lib.sheet.said_columns import KINDS, PLACED

TALKS = (
    "One conversation a row; only the field is needed. What was said in them stands on the sheet "
    "“What they said”. Overwrite or delete the examples, then bring the file in under Data."
)
SAID = (
    "One thing that was said a row. Say in which conversation by its id under “interview”, or by "
    "person, field and day; choose its kind, and fill in what that kind has."
)

ABOUT_TALKS = {
    "id": "Any text or number that tells this row apart. Leave it as it is once it was brought in.",
    "person_id": "Only where one person is in several rows under different names.",
    "field": "The line of work that it was about. Needed.",
    "person": "Their name. Empty: somebody who is only described.",
    "role": "Their role on that day.",
    "organisation": "Where they worked on that day.",
    "role_now": "Their role today, where it differs.",
    "organisation_now": "Where they work today, where it differs.",
    "introduced_by": "The name of who introduced you.",
    "attribution": "How they agreed to appear. “named” needs the day under consent_on.",
    "consent_on": "The day on which they agreed to be named.",
    "description": "How they may be described, such as: a nurse at a city hospital.",
    "status": "Empty: held where held_on is filled, scheduled where planned_on is, else idea.",
    "held_on": "The day of the conversation, such as 2026-03-31.",
    "planned_on": "The day it is planned for, such as 2026-03-31.",
    "starts_at": "Such as 2026-03-31T09:30.",
    "zone": "Such as Europe/Zurich.",
    "planned_minutes": "Such as 30.",
    "purpose": "What you wanted from it.",
    "interest_before": "Your interest in the field before it, 1 to 5.",
    "interest_after": "Your interest in the field after it, 1 to 5.",
    "talked": "How much you talked, in quarters: 0 to 4.",
    "takeaway": "What you take from it.",
    "notes": "Your notes, a line each (Alt+Enter for a new line).",
    "asked": "What you asked about, a line each: day to day, skills, training, path, pay, "
    "outlook, whom next. What has findings counts as asked.",
}


def _what() -> str:
    *others, last = [kind.what for kind in IN_SHEETS if kind.what]
    told = f"{', '.join(others)}, or {last}."
    return told[:1].upper() + told[1:]


def _about(column: str, part: Part) -> str:
    """Of which kinds it is, and what is said of it there."""
    words = [word for word, kind in KINDS.items() if column in kind.attributes]
    if isinstance(part, Pair):
        about = next(a for end, a in zip(part.ends, part.abouts, strict=True) if end == column)
    else:
        about = part.about
    return f"{', '.join(words).capitalize()}: {about}"


ABOUT_SAID = {
    "interview": "The id of the conversation on the other sheet.",
    "person": "Or their name, where that tells which conversation.",
    "field": "Or its field.",
    "held_on": "Or its day.",
    "kind": "What it is. A note is a further line of the conversation's notes.",
    "what": _what(),
    "quote": "Their words.",
    **{column: _about(column, part) for column, part in PLACED.items()},
    "private": "yes: nobody but you sees it.",
    "about_field": "Only where it is about another field than the conversation.",
}
