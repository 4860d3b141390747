"""Money: one unit for all, what is pooled with what, and which figures are old."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.oracle.book import Book, Row, Said
from tests.oracle.links import figured

RATES = Path(__file__).parents[2] / "data" / "rates.csv"
OLD = 3
"""Years: a figure is old where this year less its year is more than these."""


@cache
def rates() -> dict[tuple[int, str], float]:
    """What a euro bought, by year and currency."""
    with RATES.open(encoding="utf-8") as file:
        found = {
            (int(r["year"]), r["currency"]): float(r["per_euro"]) for r in csv.DictReader(file)
        }
    return found | {(year, "EUR"): 1.0 for year, _ in found}


def rate(from_: str | None, to: str, year: int) -> float | None:
    """Money: the European Central Bank's rate of the figure's own year; one of itself is one."""
    if from_ is None:
        return None
    if from_ == to:
        return 1.0
    known = rates()
    if (year, from_) not in known or (year, to) not in known:
        return None
    return known[year, to] / known[year, from_]


def times_a_year(period: str, employed: str, hours: float, times: float | None) -> float | None:
    """Money: how many periods of the figure are a year; None: a panel of the own period.

    >>> [times_a_year(p, "employed", 2080, None) for p in ("hour", "day", "week", "month")]
    [2080, 260.0, 52, 12]
    >>> times_a_year("day", "freelance", 2080, None), times_a_year("day", "freelance", 2080, 180)
    (None, 180)
    """
    if period == "unstated":
        return None
    if period == "year":
        return 1
    if times is not None:
        return times
    if employed == "freelance" and period in ("hour", "day", "week"):
        return None
    return {"hour": hours, "day": hours / 8, "week": 52, "month": 12}[period]


@dataclass(frozen=True)
class Figure:
    """One figure of pay on the axis of its panel; an end that is None is open."""

    said: Said
    low: float | None
    high: float | None
    pool: tuple[str, str, str, str]
    """Basis, tax, employed, and the unit: a year or a period of its own."""
    converted: bool
    year: int
    old: bool

    @property
    def whole(self) -> bool:
        return self.low is not None and self.high is not None

    @property
    def counting(self) -> bool:
        """Whether it is own or seen, and not old; an end may be open."""
        return not self.old and self.said.row["whose"] != "heard"

    @property
    def counts(self) -> bool:
        """Whether it may enter a band or a median: with both ends."""
        return self.whole and self.counting


def year_of(said: Said) -> int:
    """Money: the figure's own year, its conversation's where none was said."""
    return int(said.row.get("year") or said.day.year)


def is_old(year: int, this_year: int) -> bool:
    """Money: more than three years back.

    >>> is_old(2022, 2026), is_old(2023, 2026)
    (True, False)
    """
    return this_year - year > OLD


def figures(book: Book, field_id: str | None = None) -> list[Figure]:
    """Money: all figures that have a place on an axis, converted, in pools."""
    found = (figure(book, said) for said in figured(book, field_id))
    return [one for one in found if one is not None]


def figure(book: Book, said: Said) -> Figure | None:
    """None where no currency, no period or no rate gives it a place."""
    row, year, base = said.row, year_of(said), book.explorer["base_currency"]
    worth = rate(row["currency"], base, year)
    if worth is None or row["period"] == "unstated":
        return None
    hours = book.fields[said.field]["hours_a_year"] or book.explorer["hours_a_year"]
    times = times_a_year(row["period"], row["employed"], hours, row.get("times"))
    unit = row["period"] if times is None else "year"
    low, high = (scaled(row[end], worth * (times or 1)) for end in ("low", "high"))
    pool = (row["basis"], row["tax"], row["employed"], unit)
    converted = row["currency"] != base
    return Figure(said, low, high, pool, converted, year, is_old(year, book.view.today.year))


def scaled(hundredths: int | None, times: float) -> float | None:
    return None if hundredths is None else hundredths / 100 * times


@dataclass(frozen=True)
class Cost:
    """What a way in costs, in the base currency where there is a rate."""

    low: float | None
    high: float | None
    in_base: bool
    old: bool


def cost(book: Book, said: Said) -> Cost | None:
    """Money: costs are money like any other, by their own year's rate; None: not said."""
    row: Row = said.row
    if row["cost_low"] is None and row["cost_high"] is None:
        return None
    year = year_of(said)
    worth = rate(row["currency"], book.explorer["base_currency"], year)
    low, high = (scaled(row[f"cost_{end}"], worth or 1) for end in ("low", "high"))
    return Cost(low, high, worth is not None, is_old(year, book.view.today.year))
