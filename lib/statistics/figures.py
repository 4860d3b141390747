"""Which figures of pay may stand together; refuses to pool whatever was left unstated."""

from collections.abc import Hashable
from typing import NamedTuple

OLD = 3
"""Years after which a figure is drawn hollow."""


class Pool(NamedTuple):
    """What figures that are pooled have in common."""

    field: Hashable
    level: str
    basis: str
    tax: str
    employed: str


def pool(field: Hashable, level: str, basis: str, tax: str, employed: str) -> Pool | None:
    """The key under which figures are pooled; None where anything is unstated.

    Levels, base and total, gross and net, employed and freelance never meet. A figure without a
    key is listed in a panel of its own and enters no band or median. Periods and currencies are
    pooled after conversion, so that one without them (`money.yearly`, `money.convert`: None)
    stays out as well.
    """
    stated = (level, basis, tax, employed)
    return None if "unstated" in stated else Pool(field, *stated)


def counts(whose: str) -> bool:
    """Whether a figure may enter a band or median: one's own or one seen, never hearsay."""
    return whose in ("own", "seen")


def old(year: int | None, this_year: int) -> bool:
    """Whether a figure is older than three years by its year: in 2026, one of 2022 is old.

    2023 is not, for years are all that is known; nor is a figure without a year.
    """
    return year is not None and this_year - year > OLD
