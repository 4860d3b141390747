"""The columns of an interview sheet, in order, and what else people call them."""

import re
from functools import cache

from lib.records import AspectSaid, OutlookSaid, Said, SalarySaid, SkillSaid, StepSaid, TrainingSaid
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
    "skills_mandatory": "mandatory skills, required skills, must have skills, skills required",
    "skills_helpful": "helpful skills, nice to have skills, useful skills",
    "skills_not_needed": "skills that are not needed, unneeded skills",
    "skills": "skill, skills mentioned, skills named, key skills",
    "pay_entry": "entry pay, entry salary, starting salary, starting pay, salary entry",
    "pay_mid": "mid pay, mid salary, salary mid, mid-level salary",
    "pay_senior": "senior pay, senior salary, salary senior, senior-level salary",
    "pay": "salary, salary range, pay range, compensation, wage, wages",
    "training_required": "required training, required education, education required",
    "training_not_required": "optional training",
    "training": "trainings, education, training path, qualifications, education and training",
    "upsides": "upside, pros, likes, best part, positives, advantages",
    "downsides": "downside, cons, dislikes, worst part, negatives, challenges, disadvantages",
    "steps": "career path, career steps, path, career ladder",
    "outlook": "future, trend, growth, industry outlook, job outlook",
}

COLUMNS = tuple(name for name in ALIASES if name != "quotes")
"""What an export writes; `quotes` is read only, as further lines of the notes."""

NECESSITIES = {
    "skills_mandatory": "mandatory",
    "skills_helpful": "helpful",
    "skills_not_needed": "not needed",
    "skills": "unstated",
}
LEVELS = {"pay_entry": "entry", "pay_mid": "mid", "pay_senior": "senior", "pay": "unstated"}
REQUIRED = {"training_required": "yes", "training_not_required": "no", "training": "unstated"}
SIDES = {"upsides": "upside", "downsides": "downside"}

FINDING_COLUMNS = (*NECESSITIES, *LEVELS, *REQUIRED, *SIDES, "steps", "outlook")


def column_of(said: Said) -> str:
    """The column in which a finding is written."""
    match said:
        case SkillSaid():
            return _key(NECESSITIES, said.necessity)
        case SalarySaid():
            return _key(LEVELS, said.level)
        case TrainingSaid():
            return _key(REQUIRED, said.required)
        case AspectSaid():
            return _key(SIDES, said.side)
        case StepSaid():
            return "steps"
        case OutlookSaid():
            return "outlook"
    raise TypeError(type(said))


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


def _key(columns: dict[str, str], word: str) -> str:
    return next(name for name, meant in columns.items() if meant == word)
