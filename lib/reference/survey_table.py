"""A survey of salaries as a table of wages: an answer a row, put together by title and place.

A title in a place is kept from five answers on, in one currency and one year; its quartiles are
those of what was answered (linear between two answers), its outer tenths from twenty on.
"""

import statistics
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal

from lib import money
from lib.errors import Refused
from lib.files.delimited import DELIMITERS, beginning, records_below
from lib.reference.figures import SHARES
from lib.text import fold

FEWEST, FEWEST_OF_TENTHS = 5, 20
COLUMNS = {
    "title": "job title, title, role, position, occupation",
    "area": "country, what country do you work in?, area, region, state, location",
    "pay": (
        "annual salary, salary, base salary, what is your annual salary?, pay, compensation, "
        "yearly salary, gross salary, total yearly compensation"
    ),
    "currency": "currency, salary currency, please indicate the currency",
    "year": "year, work year, timestamp, date, submitted at, submission date",
}
"""What a column is called, lower case; of several the first."""
LEAST_A_YEAR = 1_000
"""What is less is pay an hour or a day whose period nobody said."""
TOO_FEW = (
    "No title of this survey has five answers in one place, currency and year: that is too few "
    "for figures to hold a field against."
)
EVERYWHERE = "All places"
Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Survey:
    """The rows to keep, how many answers they stand on, and how many were left out."""

    rows: Rows
    answers: int
    left: int


def read_survey(text: str, *, dollar: str = "USD", year: int) -> Survey | None:
    """The survey's wages; None where it is none. Raises Refused where nothing can be kept.

    `dollar` is whose currency "$" is, `year` the one of answers that do not say theirs.
    """
    found = _headings(text)
    if found is None:
        return None
    at, delimiter, places = found
    groups: dict[tuple[str, str, str, str], list[Decimal]] = defaultdict(list)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    answers = 0
    for _, record in records_below(text, delimiter, at):
        cells = {name: record[p].strip() for name, p in places.items() if p < len(record)}
        answers += 1
        paid = _paid(cells.get("pay", ""), cells.get("currency", ""), dollar)
        title, area = cells.get("title", "")[:200], cells.get("area", "")[:200] or EVERYWHERE
        if paid is None or not title:
            continue
        names[fold(title)][title] += 1
        names[fold(area)][area] += 1
        groups[fold(title), fold(area), paid[1], _year(cells.get("year", ""), year)].append(paid[0])
    kept = _kept(groups)
    if not kept:
        raise Refused(TOO_FEW)
    rows = [_row(names, group, amounts) for group, amounts in sorted(kept.items())]
    used = sum(map(len, kept.values()))
    return Survey(rows, used, answers - used)


def _kept(
    groups: dict[tuple[str, str, str, str], list[Decimal]],
) -> dict[tuple[str, str, str, str], list[Decimal]]:
    """Of each title and place the group with the most answers, the later year first."""
    best: dict[tuple[str, str], tuple[int, str, str]] = {}
    for (title, area, currency, year), amounts in groups.items():
        if len(amounts) >= FEWEST:
            rank = (len(amounts), year, currency)
            best[title, area] = max(best.get((title, area), rank), rank)
    chosen = {(*place, rank[2], rank[1]) for place, rank in best.items()}
    return {group: amounts for group, amounts in groups.items() if group in chosen}


def _row(
    names: dict[str, Counter[str]], group: tuple[str, str, str, str], amounts: list[Decimal]
) -> dict[str, str]:
    title, area, currency, year = group
    cut = statistics.quantiles(amounts, n=100, method="inclusive")
    shown = {f"p{n}": f"{round(cut[n - 1])}" for n in SHARES}
    if len(amounts) < FEWEST_OF_TENTHS:
        shown |= {"p10": "", "p90": ""}
    return {
        "title": names[title].most_common(1)[0][0],
        "area": names[area].most_common(1)[0][0],
        "currency": currency,
        **shown,
        "year": year,
        "source": f"A survey that you brought, {len(amounts)} answers",
    }


def _headings(text: str) -> tuple[int, str, dict[str, int]] | None:
    known = {
        heading: (name, rank)
        for name, many in COLUMNS.items()
        for rank, heading in enumerate(many.split(", "))
    }
    for delimiter in DELIMITERS:
        for at, record in enumerate(beginning(text, delimiter)):
            ranked: dict[str, tuple[int, int]] = {}
            for place, cell in enumerate(record):
                name, rank = known.get(fold(cell).replace("_", " ").rstrip("*: "), ("", 0))
                if name:
                    ranked[name] = min(ranked.get(name, (rank, place)), (rank, place))
            if {"title", "pay"} <= ranked.keys():
                return at, delimiter, {name: place for name, (_, place) in ranked.items()}
    return None


def _paid(cell: str, currency: str, dollar: str) -> tuple[Decimal, str] | None:
    """An amount a year and its currency; None for what is neither, or is a range or another pay."""
    said = f"{cell} {currency}".strip() if currency else cell
    read = money.parse(said, dollar=dollar, only=True) if any(map(str.isdigit, cell)) else None
    if read is None or read.low is None or read.high not in (None, read.low):
        return None
    if read.period not in ("year", None) or not read.currency or read.low < LEAST_A_YEAR:
        return None
    return read.low, read.currency


def _year(cell: str, year: int) -> str:
    parts = [part for part in cell.replace("/", " ").replace("-", " ").split() if part.isdecimal()]
    return next((part for part in parts if len(part) == 4 and "1950" <= part <= "2100"), str(year))
