"""How many jobs an occupation is projected to have: BLS Employment Projections, as brought."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lib.reference.places import Stamp, brought, stamp

NAME = "projections.csv"
COLUMNS = ("code", "title", "base_year", "target_year", "jobs", "projected", "change", "openings")
SOURCE = "US Bureau of Labor Statistics, Employment Projections"


@dataclass(frozen=True)
class Projection:
    """Jobs in thousands in two years, the change in per cent, and openings a year in thousands."""

    title: str
    base_year: int
    target_year: int
    jobs: float
    projected: float
    change: float
    openings: float | None
    source: str = SOURCE


def projection(occupation: str) -> Projection | None:
    """The projection of an occupation by its code; None where none was brought, or it has none.

    The bureau projects some occupations together: then their broad group's stands for each, and
    its title says so.
    """
    rows = _rows(stamp(brought(NAME)))
    return rows.get(occupation) or rows.get(occupation[:-1] + "0")


@lru_cache(maxsize=4)
def _rows(file: Stamp | None) -> dict[str, Projection]:
    if file is None:
        return {}
    with Path(file[0]).open(encoding="utf-8", newline="") as opened:
        return {row["code"]: _projection(row) for row in csv.DictReader(opened)}


def _projection(row: dict[str, str]) -> Projection:
    return Projection(
        title=row["title"],
        base_year=int(row["base_year"]),
        target_year=int(row["target_year"]),
        jobs=float(row["jobs"]),
        projected=float(row["projected"]),
        change=float(row["change"]),
        openings=float(row["openings"]) if row["openings"] else None,
    )
