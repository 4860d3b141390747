"""The shape of a table: its headings, and what was said of them; written as JSON, read again."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256

from lib.errors import Refused
from lib.importing.matching.headings import WORDS, bare
from lib.importing.matching.statuses import bare_words
from lib.sheet.columns import ALIASES
from lib.words import STATUSES

TARGETS = frozenset((*WORDS, *ALIASES, "leave"))
MOST_KEPT = 40
"""Tables whose columns are remembered."""
NO_SHAPE = (
    'This is no map of columns. Write JSON such as {"columns": {"Who": "person", "When": "day"}, '
    '"statuses": {"circling back": "requested"}}.'
)


@dataclass(frozen=True)
class Shape:
    """What was said about a table with these headings: by heading, and by the word of a status."""

    columns: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)

    def said_of(self, headings: Sequence[str]) -> dict[int, str]:
        """What was said, by the place of the column; headings without a name by their letter."""
        found: dict[int, str] = {}
        for place, heading in enumerate(headings):
            said = self.columns.get(name_of(place, headings))
            if said is not None and heading is not None:
                found[place] = said
        return found

    def written(self) -> str:
        """The map as a file keeps it."""
        told = {"columns": dict(self.columns), "statuses": dict(self.statuses)}
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def kept_shapes(text: str) -> dict[str, Shape]:
    """What was kept, by fingerprint, the earliest first; nothing of what cannot be read."""
    try:
        told = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    found: dict[str, Shape] = {}
    for key, shape in told.items() if isinstance(told, dict) else ():
        with suppress(Refused):
            found[key] = read_shape(json.dumps(shape))
    return found


def kept_with(text: str, shapes: Mapping[str, Shape]) -> str:
    """The text that keeps these too, each at most once, the latest of them all."""
    before = {key: shape for key, shape in kept_shapes(text).items() if key not in shapes}
    latest = list({**before, **shapes}.items())[-MOST_KEPT:]
    told = {key: json.loads(shape.written()) for key, shape in latest}
    return json.dumps(told, ensure_ascii=False) if told else ""


def name_of(place: int, headings: Sequence[str]) -> str:
    """What a column is kept under: its heading and which of that name, or its place."""
    heading = bare(headings[place])
    times = [bare(one) for one in headings[:place]].count(heading)
    return (heading or f"column {place + 1}") + (f" ({times + 1})" if times and heading else "")


def fingerprint(headings: Sequence[str]) -> str:
    """The same for the same headings in the same order."""
    return sha256("\x1f".join(map(bare, headings)).encode()).hexdigest()[:32]


def read_shape(text: str) -> Shape:
    """The map that a file holds; raises Refused for what is none, naming what is not understood."""
    try:
        told = json.loads(text)
    except ValueError as error:
        raise Refused(NO_SHAPE) from error
    if not isinstance(told, dict) or not told.keys() <= {"columns", "statuses"}:
        raise Refused(NO_SHAPE)
    columns, statuses = told.get("columns", {}), told.get("statuses", {})
    if not isinstance(columns, dict) or not isinstance(statuses, dict):
        raise Refused(NO_SHAPE)
    for heading, target in columns.items():
        if not isinstance(target, str) or not set(target.split("+")) <= TARGETS:
            raise Refused(f"“{heading}” cannot be taken for “{target}”. docs/import.md lists all.")
    for word, status in statuses.items():
        if status not in (*STATUSES, "a note"):
            raise Refused(f"“{word}” cannot mean “{status}”. Choose one of {', '.join(STATUSES)}.")
    return Shape(
        {bare(heading): target for heading, target in columns.items()},
        {bare_words(word): status for word, status in statuses.items()},
    )
