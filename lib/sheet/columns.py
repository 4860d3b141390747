"""The columns of an interview sheet, in order, and what else people call them."""

import re
from functools import cache

from lib.findings import BY_RECORD, IN_SHEETS
from lib.records import Said
from lib.text import fold

ALIASES: dict[str, str] = {
    "id": "#, no, nr, number, interview id",
    "person_id": "interviewee id, contact id",
    "field": "line of work, area, interest area, target field, career field, occupation",
    "person": (
        "name, full name, contact, contact name, contact person, interviewee, who, "
        "person of contact, person of contact and relevant position, spoke with, talked to"
    ),
    "role": "title, job title, position, their role, current role, jobtitle",
    "organisation": (
        "organization, company, employer, company name, organisation name, organization name, "
        "company/role, company / role, company of contact, workplace"
    ),
    "role_now": "role today",
    "organisation_now": "organization now, organisation today",
    "email": "e-mail, email address, e-mail address, mail",
    "phone": "telephone, phone number, mobile",
    "profile_link": "linkedin, linkedin url, profile, profile url, url, link",
    "nicknames": "nickname, also known as",
    "how_met": "how found, how we met, source, connection",
    "introduced_by": "mutual connection, referred by, referral, introduction by",
    "attribution": "may i name them, consent",
    "consent_on": "date of consent, consent date",
    "description": "described as",
    "status": "state, log status",
    "held_on": (
        "date, interview date, date of interview, date held, date of contact, last contact, "
        "conversation date, day, held"
    ),
    "planned_on": "planned, planned date, planned for, scheduled for, scheduled on",
    "starts_at": "starts, start time",
    "zone": "time zone, timezone",
    "planned_minutes": "minutes, duration, length, planned duration, duration (minutes)",
    "setting": "format, medium, channel, how we talked",
    "place": "location, where",
    "purpose": "goal, aim, objective, why",
    "interest_before": "interest before (1-5), interest before",
    "interest_after": "interest after (1-5), interest, interest level",
    "talked": "how much i talked, my share of talk",
    "takeaway": "takeaways, key takeaway, key takeaways, outcome, conclusion, lesson, summary",
    "notes": "note, key insights, insights, key insight, what they said, learnings",
    "quotes": "quote, key quotes",
    "asked": "topics, topics asked, asked about",
    **{cell.column: cell.also for kind in IN_SHEETS for cell in kind.cells},
}

COLUMNS = tuple(name for name in ALIASES if name != "quotes")
"""What an export writes; `quotes` is read only, as further lines of the notes."""

FINDING_COLUMNS = tuple(cell.column for kind in IN_SHEETS for cell in kind.cells)


def column_of(said: Said) -> str:
    """The column in which a finding is written."""
    kind = BY_RECORD[type(said)]
    word = getattr(said, kind.by) if kind.by else ""
    return next(column for column, meant in kind.cell_words.items() if meant == word)


def known_column(heading: str) -> str | None:
    """The column that a heading stands for, by its name or by what else people call it."""
    return _by_heading().get(bare(heading))


@cache
def _by_heading() -> dict[str, str]:
    found = {
        bare(alias): name for name, aliases in ALIASES.items() for alias in aliases.split(", ")
    }
    return found | {bare(name): name for name in ALIASES}


def bare(heading: str) -> str:
    """Case, underscores, hyphens and closing marks do not matter."""
    return re.sub(r"[\s_-]+", " ", fold(heading)).strip(" :*?.") or fold(heading)
