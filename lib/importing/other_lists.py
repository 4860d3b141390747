"""Lists of something else than conversations: job postings, applications, answers to a survey.

They are told by their headings. Their people and companies are offered; conversations are not made
of them. A survey of salaries belongs to the official figures.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lib.errors import Refused
from lib.importing.contacts import Found, Told, contacts
from lib.importing.matching.headings import bare
from lib.importing.matching.matched import Matched
from lib.importing.parsed import Offered, Parsed
from lib.text import fold

POSTINGS = (
    "job url, job link, posting url, job posting, job description, html description, "
    "htmldescription, date posted, posted, posted on, posted at, posting date, job type, jobtype, "
    "employment type, work mode, workplace type, workplacetype, remote, seniority level, job id, "
    "requisition id, closing date, application deadline, apply link, apply url, job source, "
    "jobsource, listname, list, date saved, date scraped, createdat, created at, job board, "
    "stellenanzeige, lien de l'offre, offre, oferta, vaga, vacature"
)
APPLICATIONS = (
    "date applied, applied, applied on, applied date, applieddate, application date, "
    "application status, date of application, resume, resume version, cv, cv version, "
    "cover letter, interview round, interview rounds, offer, rejected, rejection date, "
    "bewerbung, beworben am, bewerbungsdatum, bewerbungsstatus, candidature, date de candidature, "
    "fecha de solicitud, fecha de postulacion, data da candidatura, sollicitatiedatum, "
    "gesolliciteerd op, candidate, candidate name, candidate email, applicant, applicant name, "
    "current stage, rejection reason, hired on, recruiter, hiring manager"
)
APPLIED = (
    "date applied, applied on, applied date, applieddate, application date, date of application, "
    "beworben am, bewerbungsdatum, date de candidature, fecha de solicitud, fecha de postulacion, "
    "data da candidatura, sollicitatiedatum, gesolliciteerd op, candidate name, applicant name"
)
"""Those of applications that mean nothing else: one is enough."""
ANSWERS = (
    "timestamp, respondent id, response id, responseid, collector id, submission date, "
    "submitted at, submit date, submission id, zeitstempel, horodateur, marca temporal, "
    "carimbo de data/hora, tijdstempel"
)
ABOUT_PAID = (
    "years of, experience, yoe, years at, age, old are you, gender, country, level, education, "
    "yearsofexperience, yearsatcompany, annual salary, annual compensation, base salary, "
    "total compensation, compensation, bonus, stock, currency, race, ethnicity, work year, "
    "salary in usd, company size, remote ratio, employee residence, industry"
)
"""Phrases within the headings of a survey of salaries."""
TALKS = frozenset(
    ("held_on", "planned_on", "was_held", "takeaway", "asked", "quotes", "talked", "purpose",
     "interest_before", "interest_after", "introduced_by", "upsides", "downsides")
)  # fmt: skip
"""Columns that only conversations have."""
NAMES = ("person", "first", "last")
SURVEYED = (
    "This is a survey of salaries: what many are paid, not what somebody told you. Keep it as "
    "official figures with `python -m lib reference FILE`, and choose its titles under Profile."
)
KINDS = {
    "postings": "This is a list of job postings.",
    "applications": "This is a list of applications.",
    "answers": "These are answers to a survey.",
}
PERSON = ("email", "phone", "profile_link", "role", "organisation")
MOST_COMPANIES = 2_000


@dataclass(frozen=True)
class _Told:
    """What the headings of one table tell."""

    targets: frozenset[str]
    postings: int
    applications: int
    answers: int
    paid: int
    asks: int


def kind_of(tables: Collection[Matched]) -> str:
    """Which list of something else all tables are; "" for conversations; refuses a salary survey.

    What was said of a column counts: a person who names one says that these are conversations.
    """
    found = {_kind(table) for table in tables}
    if found == {"salaries"}:
        raise Refused(SURVEYED, where="reference")
    return found.pop() if len(found) == 1 else ""


def read_other_list(
    source: str, kind: str, tables: list[Matched], yes: Collection[str] | Literal["all"]
) -> Parsed:
    """Its people, and somebody at each company that was chosen."""
    people: dict[tuple[str, str], Found] = {}
    companies: dict[str, str] = {}
    for table in tables:
        table.answer = True  # no day of the list is read
        for number, record in table.records:
            cells = table.filled(number, record).cells
            _person(people, number, cells)
            company = cells.get("organisation", "").strip()[:150]
            if company and len(companies) < MOST_COMPANIES:
                companies.setdefault(fold(company), company)
    chosen = [one for key, one in companies.items() if yes == "all" or key in yes]
    found = [*people.values(), *_somebody_at(chosen, source)]
    parsed = contacts(source, found)
    return Parsed(
        source, parsed.rows, parsed.refused, parsed.errors, parsed.content,
        offered=Offered(KINDS[kind], tuple(companies.items())),
    )  # fmt: skip


def _person(people: dict[tuple[str, str], Found], number: int, cells: dict[str, str]) -> None:
    name = cells.get("person", "").strip()
    if name:
        told = {one: cells[one].strip() for one in PERSON if cells.get(one)}
        # The title of a job is not what the person of its row does.
        told.pop("role", None)
        key = fold(name), fold(told.get("organisation", ""))
        people.setdefault(key, Told(number, {"name": name, **told}))


def _somebody_at(companies: list[str], source: str) -> Iterator[Told]:
    for number, company in enumerate(companies, 1):
        named = f"Somebody at {company}"
        said = {"description": f"somebody at {company}", "how_met": f"To be found: from {source}."}
        yield Told(number, {"name": named, "organisation": company, **said})


def _kind(table: Matched) -> str:
    told = _told(table)
    if table.own or told.targets & TALKS or "you said so" in {c.why for c in table.columns}:
        return ""
    named = bool({column.target for column in table.columns} & {*NAMES})
    about_work = bool(told.targets & {"role", "organisation"})
    if told.applications + told.postings > 1 and about_work:
        if told.applications > named:
            return "applications"
        if not named:
            return "applications" if told.applications else "postings"
    if named:
        return ""
    if told.targets & {"pay", "pay_low"} and told.paid > 1 and told.targets & {"role", "field"}:
        return "salaries"
    return "answers" if told.answers and told.asks else ""


def _told(table: Matched) -> _Told:
    headings = [bare(column.heading) for column in table.columns if column.heading]
    by_heading = [c for c in table.columns if c.why in ("heading", "two things, by its heading")]
    return _Told(
        frozenset(filter(None, (t for c in by_heading for t in (c.target, c.second)))),
        _times(headings, POSTINGS),
        _times(headings, APPLICATIONS) + (_times(headings, APPLIED) > 0),
        _times(headings, ANSWERS),
        sum(any(f" {word} " in f" {one} " for word in _words(ABOUT_PAID)) for one in headings),
        sum(1 for column in table.columns if column.heading.strip().endswith("?")),
    )


def _times(headings: list[str], words: str) -> int:
    return sum(heading in _words(words) for heading in headings)


@cache
def _words(words: str) -> frozenset[str]:
    return frozenset(map(bare, words.split(", ")))
