"""What each column of a table is taken for, and why: by its heading first, then by its cells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from lib.importing.matching.contents import Kind, few_values, is_name, kinds
from lib.importing.matching.headings import (
    LEAVE,
    NOTE,
    is_own,
    meant,
    meant_within,
    two_meant,
)

SHOWN = 3
"""Values of a column that are shown."""

MANY = frozenset(
    (
        "notes", "quotes", "asked", "skills_mandatory", "skills_helpful", "skills_not_needed",
        "skills", "pay_entry", "pay_mid", "pay_senior", "pay", "training_required",
        "training_not_required", "training", "upsides", "downsides", "steps", "outlook",
        "takeaway", "purpose", "how_met", NOTE, LEAVE,
    )
)  # fmt: skip
"""What several columns may hold together; of all others the first stands."""

TYPED = frozenset(("email", "profile_link", "day", "hour", "phone", "pay", "planned_minutes"))
"""Kinds of cells that a heading's guess has to bear."""

WORDY = ("person", "organisation", "role", "field", "place")
BEARS: dict[str, tuple[str, ...]] = {
    "person": ("person",),
    "organisation": (),
    "role": (),
    "field": (),
    "place": (),
    "how_met": ("profile_link", "email"),
    "contact": ("email", "phone", "profile_link"),
}
"""Kinds that do not speak against a column of words."""


@dataclass(frozen=True)
class Column:
    """One column: where it stands, its heading, some values, what it is taken for and why."""

    place: int
    heading: str
    values: tuple[str, ...]
    target: str
    why: str
    second: str = ""
    """The other thing of a column that holds two, as "Company/Role" does."""


def guessed(
    headings: Sequence[str],
    cells: Callable[[int], Sequence[str]],
    said: Mapping[int, str] | None = None,
) -> tuple[Column, ...]:
    """Every column of the table; `said` are those that a person chose, by place."""
    said = said or {}
    columns = [
        _column(place, heading.strip(), cells(place), said.get(place))
        for place, heading in enumerate(headings)
    ]
    chosen = _by_cells(_names(_each_once(columns)), cells, said)
    return tuple(_each_once(chosen))


def _column(place: int, heading: str, cells: Sequence[str], said: str | None) -> Column:
    values = tuple(dict.fromkeys(cell.strip()[:60] for cell in cells if cell.strip()))[:SHOWN]
    column = Column(place, heading, values, NOTE, "nothing here fits; no cell is lost")
    if said is not None:
        target, _, second = said.partition("+")
        return replace(column, target=target, second=second, why="you said so")
    if not values and not is_own(heading):
        return replace(column, target=LEAVE, why="nothing stands in it")
    if heading and (pair := two_meant(heading)) and meant(heading) in (None, *pair):
        return replace(column, target=pair[0], second=pair[1], why="two things, by its heading")
    if heading and is_own(heading):
        return replace(column, target=heading, why="heading")
    known = (meant(heading) or meant_within(heading)) if heading else None
    if known is None:
        return column
    return _borne(replace(column, target=known, why="heading"), kinds(cells))


def _borne(column: Column, found: list[Kind]) -> Column:
    """What the heading says, unless the cells say something else for certain."""
    target, names = column.target, [kind.name for kind in found]
    surest = next((kind for kind in found if kind.name in TYPED), None)
    borne = (*BEARS.get(target, ()), "planned_minutes", "pay")
    if target in WORDY and surest and surest.name not in borne:
        return replace(column, target=surest.name, why=surest.why)
    if target == "talked" and {"yes_no", "status"} & {*names}:
        return replace(column, target="was_held", why="yes and no")
    if target == "status" and "yes_no" in names and "status" not in names:
        return replace(column, target="was_held", why="yes and no")
    if target == "was_held" and "day" in names:
        return replace(column, target="day", why=next(k.why for k in found if k.name == "day"))
    if target == "day" and found and "day" not in names and "hour" in names:
        return replace(column, target="hour", why="times of day")
    if target in ("email", "phone", "profile_link") and surest and surest.name != target:
        return replace(column, target=surest.name, why=surest.why)
    return column


def _names(columns: list[Column]) -> list[Column]:
    """A first name without a last one is a whole name, and the other way round."""
    targets = {column.target for column in columns}
    if "person" not in targets and ("first" in targets) != ("last" in targets):
        return [
            replace(column, target="person") if column.target in ("first", "last") else column
            for column in columns
        ]
    return columns


def _each_once(columns: list[Column]) -> list[Column]:
    """Of two columns for one thing the first stands; the other is kept with the notes."""
    taken: set[str] = set()
    once: list[Column] = []
    for column in sorted(columns, key=lambda one: (one.why != "you said so", one.place)):
        both = {column.target, column.second} - {""}
        doubled = bool(both & taken) and column.target not in MANY
        taken |= set() if doubled else both - MANY
        again = "another column is that already"
        once.append(replace(column, target=NOTE, second="", why=again) if doubled else column)
    return sorted(once, key=lambda one: one.place)


def _by_cells(
    columns: list[Column], cells: Callable[[int], Sequence[str]], said: Mapping[int, str]
) -> list[Column]:
    """Columns whose headings say nothing, by what stands in them."""
    taken = {one.target for one in columns} | {one.second for one in columns}
    for number, column in enumerate(columns):
        silent = column.target == NOTE and column.why.startswith("nothing here")
        if not silent or column.place in said:
            continue
        found = _by_kind(cells(column.place), taken)
        if found is not None:
            columns[number] = replace(column, target=found[0], why=found[1])
            taken.add(found[0])
    return columns


def _by_kind(cells: Sequence[str], taken: set[str]) -> tuple[str, str] | None:
    for kind in kinds(cells):
        if kind.name == "yes_no":
            return None
        free = kind.name in MANY or kind.name not in taken
        if kind.name == "day" and taken & {"day", "held_on", "planned_on"}:
            free = False
        if kind.name == "person" and taken & {"person", "first", "last"}:
            free = False
        if free:
            return kind.name, kind.why
    if "field" not in taken and few_values(cells) and not any(map(is_name, cells[:5])):
        return "field", "few values, often repeated"
    return None
