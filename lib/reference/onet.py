"""What O*NET's release says of an occupation, once brought: titles, related work, skills.

By SOC code, without O*NET's own finer division: 15-1252.00 and 15-1252.01 are one.
"""

import csv
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from lib.reference.places import Stamp, brought, stamp

TITLES, RELATED, SKILLS = "onet_titles.csv", "onet_related.csv", "onet_skills.csv"
COLUMNS = {
    TITLES: ("code", "title"),
    RELATED: ("code", "related", "title", "rank"),
    SKILLS: ("code", "element", "name", "importance"),
}
CREDIT = "O*NET, US Department of Labor, Employment and Training Administration (CC BY 4.0)"
Rows = list[dict[str, str]]


def titles() -> tuple[tuple[str, str], ...]:
    """What people call occupations, with their codes; nothing where no release was brought."""
    found = _by_code(stamp(brought(TITLES)))
    return tuple((row["title"], code) for code, rows in found.items() for row in rows)


def related(occupation: str) -> tuple[tuple[str, str], ...]:
    """The codes and titles of related occupations, the most related first."""
    rows = _by_code(stamp(brought(RELATED))).get(occupation, [])
    return tuple((row["related"], row["title"]) for row in rows)


def skills(occupation: str) -> dict[str, float]:
    """How important each O*NET skill is there, 1 to 5, by its code in the taxonomy of skills."""
    rows = _by_code(stamp(brought(SKILLS))).get(occupation, [])
    return {row["element"]: float(row["importance"]) for row in rows}


@lru_cache(maxsize=8)
def _by_code(file: Stamp | None) -> dict[str, Rows]:
    found: dict[str, Rows] = defaultdict(list)
    if file is not None:
        with Path(file[0]).open(encoding="utf-8", newline="") as opened:
            for row in csv.DictReader(opened):
                found[row["code"]].append(row)
    return dict(found)
