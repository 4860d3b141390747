"""Databases full of what makes figures wrong, the same for the same seed, as exports to bring in.

People in two fields and asides, repeated talks, employers and names in several spellings, private
findings, people off the record, open ends, ties, old figures, several currencies, much unstated.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.oracle import said_at_random as said
from tests.oracle.written import Written

FIELDS = ("Nurse", "Cook", "Tutor", "Luthier")
EMPLOYERS = ("Acme", "ACME ", "acme", "Cobalt", "Cobalt  Works", "cobalt works", "Dune", "", "")
OCCUPATIONS = {"Nurse": "29-1141", "Cook": "35-2014"}
"""Codes of official figures for all of the United States."""
STATUSES = ("idea", "requested", "scheduled", "moved", "no answer", "declined", "cancelled")
TOPICS = ("day to day", "skills", "training", "path", "pay", "outlook", "whom next")


def generated(seed: int) -> Written:
    """One database; every seventh leaves everything unstated, every ninth holds old figures."""
    random = Random(seed)
    made = Written(**explorer(random))
    many = random.random() < 0.5
    for place, name in enumerate(FIELDS[: 2 if many else random.randint(2, 4)]):
        current = place == 1 and random.random() < 0.4
        hours = random.choice([None, None, 1800])
        held: dict[str, Any] = {"kind": "current" if current else "new", "hours_a_year": hours}
        code = random.choice([OCCUPATIONS.get(name), None])
        held |= {"occupation_code": code, "area_code": code and "0000000"}
        made.field(name, **held)
    people(made, random, 9 if many else 3)
    day = date(2024, 1, 8)
    for _ in range(random.randint(*((12, 26) if many else (4, 13)))):
        day += timedelta(days=random.randint(1, 40))
        one_talk(made, random, str(day), said.Habits(seed % 7 == 0, seed % 9 == 0))
    own(made, random)
    ahead(made, random)
    return made


def explorer(random: Random) -> dict[str, Any]:
    """Whose career it is: currency, pay and limits, each of them sometimes not said."""
    limits = {
        "least_pay": random.choice([None, None, 45_000_00, 60_000_00]),
        "most_months": random.choice([None, 6, 12]),
        "most_cost": random.choice([None, 1_000_00, 10_000_00]),
    }
    pay = random.choice([None, 40_000_00, 48_000_00, 61_000_00])
    currency = random.choice(["USD", "USD", "EUR", "CHF"])
    return {"base_currency": currency, "current_pay": pay, **limits}


def people(made: Written, random: Random, fewest: int) -> None:
    for number in range(random.randint(fewest, fewest + 4)):
        appear = "off the record" if random.random() < 0.12 else "described"
        known = list(made.export.get("people", []))
        by = random.choice(known)["id"] if known and random.random() < 0.2 else None
        made.person(f"Person {number}", attribution=appear, introduced_by_id=by)


def one_talk(made: Written, random: Random, day: str, habits: said.Habits) -> None:
    """A conversation, mostly a held one, with what was asked and said in it."""
    names = [row["name"] for row in made.export["people"]]
    fields = [row["name"] for row in made.export["fields"]]
    status = "held" if random.random() < 0.93 else "declined"
    noted: dict[str, Any] = {
        "interest_before": random.choice([None, 1, 2, 3, 4, 5]),
        "interest_after": random.choice([None, 1, 3, 5]),
    }
    talk = made.talk(
        random.choice(names),
        random.choice(fields[:2] if random.random() < 0.6 else fields),
        random.choice(EMPLOYERS),
        **{"day": day, "status": status, **noted},
    )
    for topic in random.sample(TOPICS, random.randint(0, 3)):
        made.tick(talk, topic)
    if random.random() < 0.2:
        item = {"interview_id": talk, "topic": random.choice(TOPICS), "position": 1}
        made.add("agenda_items", **item, answered=random.random() < 0.7)
    said.everything(made, random, talk, fields, habits)


def ahead(made: Written, random: Random) -> None:
    """Conversations that were not held, and what the explorer would not put up with."""
    for status in random.sample(STATUSES, random.randint(0, len(STATUSES))):
        who = random.choice(made.export["people"])["name"]
        where = random.choice(made.export["fields"])["name"]
        made.talk(who, where, status=status, held_on=None)
    for theme in random.sample(("Paperwork", "Pace and deadlines"), random.choice([0, 0, 1, 2])):
        made.add("deal_breakers", theme=theme)


def own(made: Written, random: Random) -> None:
    """What the explorer can do, and how criteria are weighed, where anything is."""
    for row in list(made.export.get("skills", [])):
        if row["merged_into_id"] is None and random.random() < 0.5:
            made.add("own_skills", skill_id=row["id"], level=random.randint(1, 5))
    if random.random() < 0.5:
        for criterion in ("pay", "months", "cost", "interest", "aspects", "outlook", "skills"):
            made.add("criterion_weights", criterion=criterion, points=random.randint(0, 10))
