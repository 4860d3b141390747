"""The cells of one row as a conversation, with the column and the value of all that was refused."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import ValidationError

from lib.errors import Refused
from lib.figures import Moment, kept_day, known_zone, read_moment
from lib.findings import IN_SHEETS, Kind
from lib.records import Conversation, Problem, problems
from lib.sheet.findings import READERS, Values
from lib.sheet.parts import note_of
from lib.text import fold, unmarked, untimed

PERSON = {
    "person": "name", "role": "role", "organisation": "organisation", "email": "email",
    "phone": "phone", "profile_link": "profile_link", "nicknames": "nicknames",
    "how_met": "how_met", "attribution": "attribution", "consent_on": "consent_on",
    "description": "description",
}  # fmt: skip
ON_THE_DAY = ("role", "organisation")
DATES = ("held_on", "planned_on", "consent_on")
MOMENTS = ("starts_at", *DATES)
"""Columns of days; an hour may stand behind the first three."""
PLAIN = (
    "field", "status", *ON_THE_DAY, "held_on", "planned_on", "starts_at", "zone",
    "planned_minutes", "setting", "place", "purpose", "interest_before", "interest_after",
    "talked", "takeaway",
)  # fmt: skip
SYNONYMS = {
    "status": {
        "held": "done, completed, complete, finished, interviewed, met, yes",
        "scheduled": "booked, planned, confirmed, upcoming",
        "requested": "outreach sent, contacted, asked, replied, pending, invited",
        "idea": "researching, to contact, identified, to do, warm contact",
        "no answer": "no reply, no response",
        "moved": "postponed, put off",
        "declined": "no, refused, rejected",
        "cancelled": "canceled, no show",
    },
    "setting": {
        "video": "zoom, teams, google meet, online, video call, skype",
        "phone": "call, phone call, telephone",
        "office": "on site, their office, workplace",
        "other": "in person, coffee, lunch, email",
    },
    "attribution": {"described": "anonymous, no", "off the record": "confidential", "named": "yes"},
}


@dataclass
class Read:
    """A row as it was read: the conversation, or what was refused by column, value and message."""

    said: Conversation | None = None
    refused: list[tuple[str, str, str]] = field(default_factory=list)


def read_cells(
    cells: Mapping[str, str],
    *,
    dollar: str = "USD",
    day_first: Mapping[str, bool] | None = None,
    also: Iterable[tuple[str, Any]] = (),
) -> Read:
    """The conversation of one row; cells by column, an empty one is one that is not there.

    `also` are records that stand elsewhere, each with the list that it belongs to.
    """
    read = Read()
    given = {name: text for name, text in cells.items() if text.strip()}
    values, places = _values(given, read, dollar, day_first or {})
    if read.refused:
        return read
    for list_of, one in also:
        values[list_of].append(one)
        places[list_of].append((list_of, ""))
    try:
        read.said = Conversation.model_validate(values)
    except ValidationError as error:
        for problem in problems(error):
            column, value = _place(problem, places)
            read.refused.append((column, value or given.get(column, ""), problem.message))
    return read


def _values(
    cells: dict[str, str], read: Read, dollar: str, day_first: Mapping[str, bool]
) -> tuple[Values, dict[str, list[tuple[str, str]]]]:
    """What the record takes, and for each list of findings the column and line of each."""
    cells = {name: _word(name, text) for name, text in cells.items()}
    _days(cells, read, day_first)
    values: Values = {name: cells[name] for name in PLAIN if name in cells}
    values["person"] = {to: cells[name] for name, to in PERSON.items() if name in cells} | {
        name: cells[f"{name}_now"] for name in ON_THE_DAY if f"{name}_now" in cells
    }
    values.setdefault("status", _status(cells))
    topics = re.split("[\n,;]", cells.get("asked", ""))
    values["asked"] = [fold(topic) for topic in topics if topic.strip()]
    said = unmarked(cells.get("notes", "")) + unmarked(cells.get("quotes", ""))
    values["notes"] = [_a_note(line) for line in said]
    places: dict[str, list[tuple[str, str]]] = {
        "notes": [("notes" if "notes" in cells else "quotes", line) for line in said]
    }
    for kind in IN_SHEETS:
        found = list(_findings(kind, cells, read, dollar))
        values[kind.list_of] = [value for value, _ in found]
        places[kind.list_of] = [place for _, place in found]
    return values, places


def _a_note(line: str) -> Values:
    said_at, text = untimed(line)
    return {"text": note_of(text), "said_at": said_at}


def _days(cells: dict[str, str], read: Read, day_first: Mapping[str, bool]) -> None:
    """Days and zones as they are kept; an hour behind the day is when it began."""
    if "zone" in cells:
        with _refusing(read, "zone", cells["zone"]):
            cells["zone"] = known_zone(cells["zone"])
    for name in MOMENTS:
        if name in cells:
            with _refusing(read, name, cells[name]):
                moment = read_moment(cells.pop(name), day_first=day_first.get(name, True))
                kept_day(moment.day)
                cells |= _kept(name, moment, cells)


def _kept(name: str, moment: Moment, cells: Mapping[str, str]) -> dict[str, str]:
    """What a moment says in its column; of two hours the first stands."""
    day = str(moment.day)
    if name == "starts_at" and not moment.starts_at:
        return {} if {"held_on", "planned_on"} & cells.keys() else {"planned_on": day}
    kept = {} if name == "starts_at" else {name: day}
    if moment.starts_at and name != "consent_on":
        kept["starts_at"] = cells.get("starts_at", moment.starts_at)
        if moment.zone and "zone" not in cells:
            kept["zone"] = moment.zone
    return kept


def _findings(
    kind: Kind, cells: dict[str, str], read: Read, dollar: str
) -> Iterator[tuple[Values, tuple[str, str]]]:
    for column, word in kind.cell_words.items():
        for number, line in enumerate(unmarked(cells.get(column, "")), 1):
            with _refusing(read, column, line):
                for value in READERS[kind.list_of](line, dollar):
                    if kind.by and word != "unstated":
                        value[kind.by] = word
                    if kind.in_order:
                        value.setdefault(kind.in_order, number)
                    yield value, (column, line)


class _refusing:  # noqa: N801
    """Notes down what is refused, and goes on with the rest of the row."""

    def __init__(self, read: Read, column: str, value: str) -> None:
        self.read, self.column, self.value = read, column, value

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, Refused):
            return False
        self.read.refused.append((self.column, self.value, str(error)))
        return True


def _status(cells: dict[str, str]) -> str:
    if "held_on" in cells:
        return "held"
    return "scheduled" if "planned_on" in cells else "idea"


def _word(column: str, text: str) -> str:
    """Words of closed lists by what else people call them; whole numbers with their unit."""
    if column in SYNONYMS:
        return _known_words(column).get(fold(text), fold(text))
    if column == "planned_minutes":
        return _minutes(text)
    if column in ("interest_before", "interest_after", "talked"):
        return re.sub(r"\s*/\s*[45]$", "", text.strip())
    return text


def known_word(column: str, text: str) -> str | None:
    """The word of a closed list that a cell means; None for any other."""
    word = fold(text)
    return word if word in SYNONYMS[column] else _known_words(column).get(word)


@cache
def _known_words(column: str) -> dict[str, str]:
    return {also: word for word, others in SYNONYMS[column].items() for also in others.split(", ")}


def _minutes(text: str) -> str:
    match = re.fullmatch(
        r"\s*(\d+(?:\.\d+)?)\s*(m|min|mins|minutes?|h|hrs?|hours?)?\.?\s*", text, re.I
    )
    if match is None:
        clock = re.fullmatch(r"\s*(\d{1,2}):(\d\d)(?::00)?\s*", text)
        return str(60 * int(clock[1]) + int(clock[2])) if clock else text
    hours = (match[2] or "m").lower().startswith("h")
    return f"{float(match[1]) * (60 if hours else 1):g}"


def _place(problem: Problem, places: dict[str, list[tuple[str, str]]]) -> tuple[str, str]:
    """The column and the line that a refusal of the record is about."""
    where = problem.where
    if not where:
        return "held_on", ""
    first = str(where[0])
    if first in places and len(where) > 1:
        return places[first][int(where[1])]
    if first == "person":
        inside = str(where[1]) if len(where) > 1 else "consent_on"
        return next((name for name, to in PERSON.items() if to == inside), inside), ""
    return first, ""
