"""A survey of salaries as a table of wages: an answer a row, put together by title and place.

A title in a place is kept from five answers on, in one currency and one year; its quartiles are
those of what was answered (linear between two answers), its outer tenths from twenty on.
"""

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from lib import money
from lib.errors import Refused
from lib.files.delimited import DELIMITERS, PREAMBLE, Record, beginning, records_below
from lib.files.text_of import text_of
from lib.files.workbook import grids, is_workbook
from lib.reference.figures import SHARES
from lib.text import fold

FEWEST, FEWEST_OF_TENTHS = 5, 20
COLUMNS = {
    "title": "job title, what is your job title?, title, role, position, occupation",
    "area": (
        "country, what country do you work in?, company location, area, region, state, location"
    ),
    "pay": (
        "annual salary, salary, base salary, what is your annual salary?, pay, compensation, "
        "yearly salary, gross salary, annual base salary, what is your base salary?, basesalary, "
        "total yearly compensation, totalyearlycompensation"
    ),
    "currency": "currency, salary currency, please indicate the currency",
    "year": "year, work year, timestamp, date, submitted at, submission date",
}
"""What a column is called, lower case; of several the first."""
LEAST_A_YEAR = 1_000
"""What is less is pay an hour or a day whose period nobody said."""
TOO_FEW = (
    "No title of this survey has five answers in one place, currency and year: that is too few "
    "for figures to hold a field against. Amounts without a currency are left out; say which one."
)
EVERYWHERE = "All places"
SOURCE = "A survey that you brought"
_BRACKETS = re.compile(r"\([^()]*\)")
Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Survey:
    """The rows to keep, how many answers they stand on, and how many were left out."""

    rows: Rows
    answers: int
    left: int


def read_survey(
    content: bytes, *, dollar: str = "USD", year: int, source: str = SOURCE, currency: str = ""
) -> Survey | None:
    """The wages of a survey, CSV or a workbook; None where it is none.

    `dollar` is whose currency "$" is, `year` and `currency` are those of answers that do not say
    theirs, `source` is whose survey it is. Raises Refused where nothing can be kept.
    """
    found = _table(content)
    if found is None:
        return None
    places, records = found
    groups: dict[tuple[str, str, str, str], list[Decimal]] = defaultdict(list)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    answers = 0
    for _, record in records:
        cells = {name: record[p].strip() for name, p in places.items() if p < len(record)}
        answers += 1
        paid = _paid(cells.get("pay", ""), cells.get("currency", ""), dollar, currency)
        title, area = cells.get("title", "")[:200], cells.get("area", "")[:200] or EVERYWHERE
        if paid is None or not title:
            continue
        names[fold(title)][title] += 1
        names[fold(area)][area] += 1
        groups[fold(title), fold(area), paid[1], _year(cells.get("year", ""), year)].append(paid[0])
    kept = _kept(groups)
    if not kept:
        raise Refused(TOO_FEW)
    rows = [_row(names, group, amounts, source) for group, amounts in sorted(kept.items())]
    used = sum(map(len, kept.values()))
    return Survey(rows, used, answers - used)


def _table(content: bytes) -> tuple[dict[str, int], Iterable[Record]] | None:
    """Where each column stands, and the records below the headings; None where none are known."""
    if is_workbook(content):
        for grid in grids(content):
            for at, (_, cells) in enumerate(grid.rows[:PREAMBLE]):
                if places := _places(cells):
                    return places, grid.rows[at + 1 :]
        return None
    text = text_of(content)
    for delimiter in DELIMITERS:
        for at, record in enumerate(beginning(text, delimiter)):
            if places := _places(record):
                return places, records_below(text, delimiter, at)
    return None


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
    names: dict[str, Counter[str]],
    group: tuple[str, str, str, str],
    amounts: list[Decimal],
    source: str,
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
        "source": f"{source}, {len(amounts)} answers",
    }


def _places(cells: Sequence[str]) -> dict[str, int]:
    """The place of each column that is known; nothing without a title and pay."""
    ranked: dict[str, tuple[int, int]] = {}
    for place, cell in enumerate(cells):
        bare = fold(_BRACKETS.sub(" ", cell)).replace("_", " ").rstrip("*: ")
        name, rank = _known().get(bare, ("", 0))
        if name:
            ranked[name] = min(ranked.get(name, (rank, place)), (rank, place))
    if not {"title", "pay"} <= ranked.keys():
        return {}
    return {name: place for name, (_, place) in ranked.items()}


@cache
def _known() -> dict[str, tuple[str, int]]:
    return {
        heading: (name, rank)
        for name, many in COLUMNS.items()
        for rank, heading in enumerate(many.split(", "))
    }


def _paid(cell: str, currency: str, dollar: str, unsaid: str) -> tuple[Decimal, str] | None:
    """An amount a year and its currency; None for what is neither, or is a range or another pay."""
    said = f"{cell} {currency}".strip() if currency else cell
    read = money.parse(said, dollar=dollar, only=True) if any(map(str.isdigit, cell)) else None
    if read is None or read.low is None or read.high not in (None, read.low):
        return None
    known = read.currency or unsaid
    if read.period not in ("year", None) or not known or read.low < LEAST_A_YEAR:
        return None
    return read.low, known


def _year(cell: str, year: int) -> str:
    parts = [part for part in cell.replace("/", " ").replace("-", " ").split() if part.isdecimal()]
    return next((part for part in parts if len(part) == 4 and "1950" <= part <= "2100"), str(year))
