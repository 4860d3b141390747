"""What an occupation pays in an area, by official figures, as they were released.

BLS's notes are kept: a figure that is "at least" its top code is an open end, one that was not
released is none, and pay published by the hour alone stays by the hour.
"""

from functools import cache, lru_cache

from pyarrow import parquet

from lib.frames import Row
from lib.reference import own
from lib.reference.figures import SHARES, Wage
from lib.reference.places import WAGES, brought, stamp

SOURCE = "US Bureau of Labor Statistics, Occupational Employment and Wage Statistics"


def wage(occupation: str, area: str) -> Wage | None:
    """What is known of this occupation there; None where no such figure was ever made."""
    if own.is_own(occupation):
        return own.wage(stamp(brought("wages.csv")), occupation, area)
    row = _of(occupation).get(area)
    return None if row is None else _wage(row)


def areas_of(occupation: str) -> tuple[str, ...]:
    """The codes of the areas that have a row for it: the nation, then states, then the rest."""
    if own.is_own(occupation):
        return own.areas_of(stamp(brought("wages.csv")), occupation)
    return tuple(_of(occupation))


@cache
def official_release() -> str:
    """The release of the wages that come with Fieldwork, such as "May 2025"."""
    metadata = parquet.read_schema(WAGES).metadata or {}
    return str(metadata[b"release"].decode())


@lru_cache(maxsize=64)
def _of(occupation: str) -> dict[str, Row]:
    """The rows of one occupation by area, in the file's order; none of an unknown one."""
    code = occupation.replace("-", "")
    if not code.isdecimal():
        return {}
    found = parquet.read_table(WAGES, filters=[("occupation", "==", int(code))])
    return {f"{row['area']:07}": row for row in found.to_pylist()}


def _wage(row: Row) -> Wage:
    hourly = {n: row[f"h{n}"] / 100 for n in SHARES if row[f"h{n}"] is not None}
    yearly = {n: float(row[f"a{n}"]) for n in SHARES if row[f"a{n}"] is not None}
    return Wage(
        at=yearly or hourly,
        period="year" if yearly or not hourly else "hour",
        currency="USD",
        release=official_release(),
        source=SOURCE,
        open_from=row["open_from"] or None,
    )
