"""What each column of a file is taken for, and why; a box changes it, one press answers a word.

What was said holds for every file with these headings while the window is open, and once a file
was brought for good; as a file of its own it serves `python -m lib import --map`.
"""

import pandas as pd
import streamlit as st

from lib.answers.words import counted
from lib.importing import existing
from lib.importing.matching.guessing import Column
from lib.importing.matching.shapes import (
    TARGETS,
    Shape,
    fingerprint,
    kept_shapes,
    name_of,
)
from lib.importing.matching.statuses import Unknown
from lib.importing.parsed import Seen, Sheet
from lib.ui import show
from lib.ui.access.session import database, explorer
from lib.ui.tables import table

SHAPES = "import_shapes"
FIRST = 5
"""Rows that are shown as what they become."""

LABELS = {
    "note": "Kept with the notes",
    "leave": "Left out",
    "person": "Person",
    "first": "First name",
    "middle": "Middle name",
    "last": "Last name",
    "day": "Day of the conversation",
    "held_on": "Day it was held",
    "planned_on": "Day it is planned for",
    "hour": "Time of day",
    "was_held": "Whether we talked",
    "contact": "E-mail, telephone or link",
    "pay": "Pay, no level said",
    "pay_low": "Pay from",
    "pay_high": "Pay up to",
    "pay_currency": "Currency of the pay",
    "pay_period": "What the pay is for: a year, an hour",
    "skills": "Skills",
    "organisation+role": "Organisation and role",
    "role+organisation": "Role and organisation",
    "person+role": "Person and role",
    "person+organisation": "Person and organisation",
}
STATUSES = {
    "idea": "to ask",
    "requested": "asked",
    "no answer": "no answer",
    "scheduled": "planned",
    "moved": "moved",
    "held": "talked",
    "declined": "declined",
    "cancelled": "cancelled",
    "a note": "a note",
}


def shape_of(key: str) -> Shape | None:
    """What was said of a table with these headings, in this window or with an earlier file."""
    return _shapes().get(key) or _kept().get(key)


def said_of(sheet: Sheet) -> dict[str, Shape]:
    """What was said in this window of the tables of a file."""
    keys = {fingerprint(one.headings) for one in sheet.seen}
    return {key: shape for key, shape in _shapes().items() if key in keys}


def said_so_far() -> str:
    """All that was said, in one text: a file is read anew when it changes."""
    told = {**_kept(), **_shapes()}
    return "\n".join(f"{key} {shape.written()}" for key, shape in sorted(told.items()))


def columns(seen: tuple[Seen, ...]) -> None:
    """A row a column of every table, the questions of its statuses below it."""
    tables = [one for one in seen if one.columns]
    sure = all(column.why == "heading" for one in tables for column in one.columns)
    asks = any(one.unknown for one in tables)
    if not tables:
        return
    with st.expander("How its columns are read", expanded=asks or not sure):
        for number, one in enumerate(tables):
            _table(number, one)


def becomes(sheet: Sheet) -> None:
    """The first rows as the conversations that they would become."""
    rows = []
    for row in sheet.rows[:FIRST]:
        said = row.said
        day = said.held_on or said.planned_on
        rows.append(
            {
                "Row": row.row,
                "Who": said.person.name or "described",
                "Role": ", ".join(filter(None, (said.person.role, said.person.organisation))),
                "Field": said.field,
                "Conversation": STATUSES[said.status] + (f" {day.day} {day:%B %Y}" if day else ""),
                "Kept with the notes": "; ".join(note.text for note in said.notes)[:200],
            }
        )
    if rows:
        st.markdown("**What it becomes**")
        table(pd.DataFrame(rows), alt="The first rows as conversations")


def _table(number: int, seen: Seen) -> None:
    above = f"; {counted(seen.titles, 'row')} above left out" if seen.titles else ""
    where = f"Sheet {seen.name}, " if seen.name else ""
    show.caption(f"{where}headings in row {seen.head_row}{above}.")
    for column in seen.columns:
        _column(number, seen, column)
        for unknown in seen.unknown:
            if unknown.heading == column.heading:
                _word(number, seen, unknown)
    shape = shape_of(fingerprint(seen.headings))
    if shape:
        st.download_button(
            "Keep this as a map for the command line", shape.written(), "columns.json",
            "application/json", key=f"map_{number}", type="tertiary", on_click="ignore",
        )  # fmt: skip


def _column(number: int, seen: Seen, column: Column) -> None:
    heading = column.heading or f"(column {column.place + 1}, no heading)"
    taken = "+".join(filter(None, (column.target, column.second)))
    options = sorted({*TARGETS, *LABELS, taken}, key=_label)
    key = f"column_{number}_{column.place}_{fingerprint(seen.headings)}"
    name, values, box, why = st.columns([3, 4, 3, 3], vertical_alignment="center")
    name.text(heading)
    values.text(" · ".join(column.values))
    with box:
        show.selectbox(
            f"What “{heading}” is taken for",
            options,
            options.index(taken),
            format_func=_label,
            label_visibility="collapsed",
            key=key,
            on_change=_taken_for,
            args=(seen, column.place, key),
        )
    why.text(column.why)


def _word(number: int, seen: Seen, unknown: Unknown) -> None:
    st.text(f"“{unknown.value}” stands in {counted(unknown.rows, 'row')}. What is it?")
    key = f"word_{number}_{unknown.key}_{fingerprint(seen.headings)}"
    show.segmented_control(
        "What this word means",
        list(STATUSES),
        format_func=STATUSES.__getitem__,
        label_visibility="collapsed",
        key=key,
        on_change=_means,
        args=(seen, unknown.key, key),
    )


def _taken_for(seen: Seen, place: int, key: str) -> None:
    name = name_of(place, seen.headings)
    old = shape_of(fingerprint(seen.headings)) or Shape()
    _keep(seen, Shape({**old.columns, name: st.session_state[key]}, old.statuses))


def _means(seen: Seen, word: str, key: str) -> None:
    chosen = st.session_state.get(key)
    if chosen:
        old = shape_of(fingerprint(seen.headings)) or Shape()
        _keep(seen, Shape(old.columns, {**old.statuses, word: chosen}))


def _keep(seen: Seen, shape: Shape) -> None:
    st.session_state[SHAPES] = {**_shapes(), fingerprint(seen.headings): shape}


def _shapes() -> dict[str, Shape]:
    kept: dict[str, Shape] = st.session_state.setdefault(SHAPES, {})
    return kept


def _kept() -> dict[str, Shape]:
    with database().read() as session:
        return kept_shapes(existing.profile(session, explorer())["shapes"])


def _label(target: str) -> str:
    return LABELS.get(target) or target.replace("_", " ").capitalize()
