"""A record of anybody's table as the cells that conversations are read from.

What no column is taken for, and what two cells both want to be, stays as "heading: value" with the
notes.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lib.errors import Refused
from lib.figures import Moment, read_moment
from lib.importing.matching.contents import is_email, is_link, is_phone
from lib.importing.matching.guessing import MANY, Column
from lib.importing.matching.headings import LEAVE, NOTE
from lib.importing.matching.statuses import bare_words, read_status, read_whether_held
from lib.importing.matching.years import DAYS, with_year
from lib.sheet import original
from lib.sheet.parts import note_line
from lib.sheet.reading import known_word
from lib.text import fold, unmarked

NOTHING = frozenset(
    (
        "n/a", "na", "n.a.", "n. a.", "tbd", "tba", "tbc", "-", "--", "---", "–", "—", "none",
        "none yet", "nothing yet", "nil", "?", "??", "...", "…", "unknown", "not sure", "null",
        "nan", "k.a.", "k. a.", "keine", "keine angabe", "noch keine", "aucun", "aucune", "néant",
        "ninguno", "ninguna", "nenhum", "nenhuma", "geen", "nvt", "n.v.t.", "s/o", "n/d",
    )
)  # fmt: skip
"""Words for an empty cell."""

LONGEST_NOTHING = max(map(len, NOTHING))

SPLITS = ("\n", " / ", " | ", " – ", " — ", " - ", " @ ", " at ", ", ", "/", "; ")
"""What stands between two things of one cell, the surest first."""

NOT_HELD = ("scheduled", "cancelled", "declined")
PAYS = ("pay", "pay_entry", "pay_mid", "pay_senior")
PERIODS = {
    "year": ("year", "yearly", "annual", "annually", "per year", "a year", "yr", "jahr", "an"),
    "month": ("month", "monthly", "per month", "a month", "monat", "mois", "mes", "maand"),
    "week": ("week", "weekly", "per week", "a week", "woche"),
    "day": ("day", "daily", "per day", "a day", "tag"),
    "hour": ("hour", "hourly", "per hour", "an hour", "hr", "stunde", "heure", "hora", "uur"),
}
"""What people call the period that pay is for."""
A_NOTE = "a note"
"""What is answered of a status that says nothing about how far it is."""


@dataclass
class Filled:
    """A record's cells by our columns, which heading each came from, and what goes to the notes."""

    cells: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    left: list[tuple[str, str]] = field(default_factory=list)
    unknown: tuple[str, str] | None = None
    """Heading and value of a status that nobody knows yet."""

    def put(self, name: str, value: str, heading: str) -> None:
        """A value in its column; lists grow; of two for one thing the second goes to the notes."""
        here = self.cells.get(name)
        if here is None or here == value:
            self.cells[name] = value
            self.headings.setdefault(name, heading)
        elif name in MANY:
            self.cells[name] = f"{here}\n{value}"
        else:
            self.left.append((heading, value))

    def with_notes(self) -> dict[str, str]:
        """The cells, with what was left at the end of the notes."""
        kept = [
            note_line(f"{heading}: {value}" if heading else value) for heading, value in self.left
        ]
        if not kept:
            return self.cells
        notes = "\n".join(filter(None, (self.cells.get("notes", ""), *kept)))
        return {**self.cells, "notes": notes}


@dataclass(frozen=True)
class Filler:
    """How the records of one table are read: columns, day orders, answers to unknown words."""

    columns: Sequence[Column]
    orders: Mapping[int, bool]
    today: date
    statuses: Mapping[str, str] = field(default_factory=dict)
    between: Mapping[int, str] = field(default_factory=dict)
    """What stands between the two things of a column, by its place."""
    exact: bool = False
    """Whether each cell is meant as it stands: Fieldwork wrote the file."""
    year: int | None = None
    """Of which year days are that name none."""

    def fill(self, record: Sequence[str], skipped: Mapping[int, str]) -> Filled:
        """The cells of one record; those at the places of `skipped` say nothing."""
        filled = Filled()
        later: list[tuple[Column, str]] = []
        for column in self.columns:
            value = original(record[column.place]) if column.place < len(record) else ""
            value = value if self.exact else value.strip()
            silent = not value.strip() if self.exact else is_nothing(value)
            if column.target == LEAVE or column.place in skipped or silent:
                continue
            if self.year and column.target in DAYS:
                value = with_year(value, self.year)
            if column.second:
                self._two(filled, column, value)
            elif column.target in _LATER:
                later.append((column, value))
            else:
                _plain(filled, column, value)
        self._together(filled, later)
        return filled

    def _two(self, filled: Filled, column: Column, value: str) -> None:
        """Both things of a cell, the first where only one stands there."""
        sign = self.between.get(column.place, "")
        first, _, rest = value.partition(sign) if sign and sign in value else (value, "", "")
        bracket = re.fullmatch(r"([^()]+)\(([^()]+)\)", value) if not rest else None
        if bracket:
            first, rest = bracket[1], bracket[2]
        filled.put(column.target, first.strip(), column.heading)
        if rest.strip():
            filled.put(column.second, rest.strip(), column.heading)

    def _together(self, filled: Filled, later: list[tuple[Column, str]]) -> None:
        """What is read with other cells beside it: names, addresses, pay, status and days."""
        by_target: dict[str, list[tuple[Column, str]]] = {}
        for column, value in later:
            by_target.setdefault(column.target, []).append((column, value))
        _full_name(filled, by_target)
        for column, value in by_target.get("contact", []):
            _addresses(filled, column.heading, value)
        _pay_ends(filled, by_target)
        _pay_units(filled, by_target)
        for target in ("status", "was_held"):
            for column, value in by_target.get(target, []):
                self._status(filled, column, value)
        for column, value in by_target.get("day", []):
            self._day(filled, column, value)
        for column, value in by_target.get("hour", []):
            _hour(filled, column, value)

    def _status(self, filled: Filled, column: Column, value: str) -> None:
        read = read_status if column.target == "status" else read_whether_held
        status = read(value) or self.statuses.get(bare_words(value))
        status = status or known_word("status", value)
        if status == A_NOTE:
            filled.left.append((column.heading, value))
        elif status is None:
            filled.unknown = (column.heading, value)
        else:
            filled.put("status", status, column.heading)

    def _day(self, filled: Filled, column: Column, value: str) -> None:
        """A day alone: held where it is past, planned where it is to come; or as its status is."""
        status, heading = filled.cells.get("status"), column.heading
        try:
            moment = read_moment(value, day_first=self.orders.get(column.place, True))
        except Refused:
            named = "held_on" if status in (None, "held") else "planned_on"
            filled.put(named, value, heading)
            return
        past = moment.day <= self.today
        if status == "held" or (status is None and past):
            filled.put("held_on", _written(moment), heading)
        elif status is None or status in NOT_HELD or not past:
            filled.put("planned_on", _written(moment), heading)
        else:
            filled.left.append((heading, value))


_LATER = frozenset(
    (
        "first", "middle", "last", "contact", "pay_low", "pay_high", "pay_currency", "pay_period",
        "status", "was_held", "day", "hour",
    )
)  # fmt: skip


def is_nothing(value: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return not value or (len(value) <= LONGEST_NOTHING and fold(value) in NOTHING)


def between_of(cells: Sequence[str]) -> str:
    """What stands between the two things of most cells of a column."""
    some = [cell for cell in cells if cell.strip()]
    counted = [(sum(sign in cell for cell in some), -place) for place, sign in enumerate(SPLITS)]
    times, place = max(counted)
    return SPLITS[-place] if times * 2 >= len(some) > 0 else ""


def _plain(filled: Filled, column: Column, value: str) -> None:
    if column.target == NOTE:
        filled.left.append((column.heading, value))
    else:
        filled.put(column.target, value, column.heading)


def _written(moment: Moment) -> str:
    behind = f" {moment.hour} {moment.zone or ''}".rstrip() if moment.hour else ""
    return f"{moment.day.isoformat()}{behind}"


def _full_name(filled: Filled, by_target: Mapping[str, list[tuple[Column, str]]]) -> None:
    parts = [value for name in ("first", "middle", "last") for _, value in by_target.get(name, [])]
    if parts:
        filled.put("person", " ".join(parts), "name")


def _addresses(filled: Filled, heading: str, value: str) -> None:
    """E-mail, telephone and link of one cell, each to its place; the rest to the notes."""
    rest: list[str] = []
    for part in re.split(r"[\n;,|]|\s/\s|\s{2,}", value):
        bare = re.sub(r"^(?:e-?mail|mail|tel|phone|mobile|cell|linkedin)\s*[:.]\s*", "",
                      part.strip(), flags=re.I)  # fmt: skip
        known = (("email", is_email), ("profile_link", is_link), ("phone", is_phone))
        name = next((name for name, is_one in known if is_one(bare)), "")
        if name:
            filled.put(name, bare, heading)
        elif sum(sign.isdigit() for sign in bare) >= 6 and not re.search(r"[^\W\d_]{2}", bare):
            filled.put("phone", bare, heading)
        elif bare:
            rest.append(bare)
    if rest:
        filled.left.append((heading, ", ".join(rest)))


def _pay_ends(filled: Filled, by_target: Mapping[str, list[tuple[Column, str]]]) -> None:
    low, high = (by_target.get(name, []) for name in ("pay_low", "pay_high"))
    if low and high:
        filled.put("pay", f"{low[0][1]} - {high[0][1]}", low[0][0].heading)
    elif low:
        filled.put("pay", f"from {low[0][1]}", low[0][0].heading)
    elif high:
        filled.put("pay", f"up to {high[0][1]}", high[0][0].heading)


def _pay_units(filled: Filled, by_target: dict[str, list[tuple[Column, str]]]) -> None:
    """Currency and period in columns of their own: behind each figure, or with the notes."""
    for target in ("pay_currency", "pay_period"):
        for column, value in by_target.get(target, []):
            pays = [name for name in PAYS if re.search(r"\d", filled.cells.get(name, ""))]
            written = _per(value) if target == "pay_period" else f" {value}"
            for name in pays if written else ():
                filled.cells[name] = "\n".join(
                    f"{line}{written}" for line in unmarked(filled.cells[name])
                )
            if not pays or not written:
                filled.left.append((column.heading, value))


def _per(value: str) -> str:
    """A period as it stands behind a figure; "" for what is none."""
    found = next((one for one, words in PERIODS.items() if fold(value) in words), "")
    return f"/{found}" if found else ""


def _hour(filled: Filled, column: Column, value: str) -> None:
    """An hour belongs to the day beside it."""
    name = next((one for one in ("held_on", "planned_on") if one in filled.cells), "")
    day = filled.cells.get(name, "")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        filled.left.append((column.heading, value))
        return
    clock = value.replace("h", ":") if re.fullmatch(r"\d{1,2}h\d\d", value) else value
    try:
        moment = read_moment(f"{day} {clock}", day_first=True)
    except Refused:
        filled.left.append((column.heading, value))
        return
    filled.cells[name] = _written(moment)
