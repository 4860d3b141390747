"""Invented conversations in any number, the same for the same seed, and explorers beside."""

import csv
from io import StringIO
from random import Random
from uuid import UUID, uuid4

from sqlalchemy import insert, select, text, true
from sqlalchemy.orm import Session

from lib.model import Explorer
from lib.storage import rows

FIELDS, SKILLS = 12, 300
TRAININGS = ("Bootcamp", "Certificate", "Evening school", "Portfolio")
GOOD = ("Autonomy", "Meaning of the work", "Colleagues and clients", "Hours and flexibility")
HARD = ("Pay", "Pace and deadlines", "Job security", "Being listened to")


def sheet(interviews: int, seed: int = 1) -> bytes:
    """A CSV of conversations as a person's own spreadsheet would have them."""
    random, out = Random(seed), StringIO()
    lines = csv.DictWriter(out, list(_row(random, 0)))
    lines.writeheader()
    lines.writerows(_row(random, number) for number in range(interviews))
    return out.getvalue().encode()


def _row(random: Random, number: int) -> dict[str, str]:
    low = random.randrange(40, 90)
    return {
        "field": f"Field {random.randrange(FIELDS) + 1}",
        "person": f"Person {number}",
        "organisation": f"Employer {random.randrange(400)}",
        "held_on": f"20{random.randrange(24, 27)}-0{random.randrange(1, 9)}-1{random.randrange(9)}",
        "interest_after": str(random.randrange(1, 6)),
        "skills_mandatory": f"Skill {_often(random, SKILLS)}",
        "skills_helpful": f"Skill {_often(random, SKILLS)}; Skill {_often(random, SKILLS)}",
        "pay_entry": f"${low}k-${low + random.randrange(5, 20)}k a year",
        "training": f"{random.choice(TRAININGS)}, {random.randrange(2, 24)} months",
        "upsides": random.choice(GOOD),
        "downsides": random.choice(HARD),
        "notes": f"They told me about project {number} and its deadlines.",
    }


def _often(random: Random, many: int) -> int:
    """A few of many come up often, most of them seldom."""
    return int(many * random.random() ** 3) + 1


def explorers_beside(session: Session, model: UUID, many: int) -> None:
    """So many other explorers, each with a copy of the rows of one: ids are theirs per explorer."""
    others = [{"id": uuid4(), "revision": uuid4(), "subject": f"other {n}"} for n in range(many)]
    session.execute(insert(rows.table(Explorer)), others)
    for name, kept in rows.models().items():
        if name in {"explorer", "change", "share"}:
            continue
        table = rows.table(kept)
        columns = [column for column in table.columns if column.name != "explorer_id"]
        copied = (
            select(Explorer.id, *columns)
            .select_from(table.join(rows.table(Explorer), true()))
            .where(table.c.explorer_id == model, Explorer.subject.like("other %"))
        )
        names = ["explorer_id", *(column.name for column in columns)]
        session.execute(insert(table).from_select(names, copied))
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("ANALYZE"))
