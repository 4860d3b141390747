"""A table of skills in which levels and places are typed; one press saves all that was changed.

What is typed lies beside the table by skill, so that it outlives a reload, and a change made
elsewhere in between.
"""

from typing import Any
from uuid import UUID

import pandas as pd
import streamlit as st

from lib.answers.skill_names import NamedSkill
from lib.answers.words import counted
from lib.commands.own_skills import Rated, rate_skills
from lib.frames import unrun
from lib.sheet import original
from lib.ui import show
from lib.ui.access.session import current
from lib.ui.last_press import press
from lib.ui.settings.own_skills.kept import forget, keep, kept
from lib.ui.settings.own_skills.words import LEVEL_OF, LEVELS

Edits = dict[str, dict[str, Any]]

SKILL, PEOPLE, LEVEL, SHOWN, OUT = "Skill", "Named by", "How well", "Where I showed it", "Remove"
TYPED = {LEVEL: "level", SHOWN: "shown", OUT: "out"}
TALLEST = 12
"""Rows before the table scrolls."""


def levels_table(part: str, skills: list[NamedSkill], *, removable: bool) -> None:
    """The skills in this order, and what to do with what was typed."""
    ids = [one.skill_id for one in skills]
    times = st.session_state.get(_thrown(part), 0)
    key = f"own_skills/{part}/{current().revision}/{times}"
    held = f"{key}/opened"
    if held not in st.session_state:  # the same rows until something is saved: typing goes on
        st.session_state[held] = _frame(skills, _edits(part), removable=removable)
    st.data_editor(
        unrun(st.session_state[held]),
        key=key,
        height=38 + 35 * min(len(ids), TALLEST),
        hide_index=True,
        disabled=[SKILL, PEOPLE],
        column_config={
            PEOPLE: st.column_config.NumberColumn(width=80),
            LEVEL: st.column_config.SelectboxColumn(options=list(LEVELS.values())),
            SHOWN: st.column_config.TextColumn(max_chars=2_000),
        },
        on_change=_typed,
        args=(part, key, ids, times),
        placeholder="",
        alt="Skills with their level and where I showed it",
    )
    changes = _changes(skills, _edits(part))
    with st.container(horizontal=True):
        show.button(
            f"Save {counted(len(changes), 'change')}" if changes else "Nothing changed",
            key=f"save_{part}",
            disabled=not changes,
            on_click=_save,
            args=(part, skills),
        )
        if changes:
            st.button(
                "Throw away", key=f"drop_{part}", type="tertiary", on_click=_drop, args=(part,)
            )


def _frame(skills: list[NamedSkill], edits: Edits, *, removable: bool) -> pd.DataFrame:
    rows = []
    for one in skills:
        typed = edits.get(one.skill_id, {})
        row = {
            SKILL: one.skill,
            PEOPLE: len(one.people),
            LEVEL: LEVELS.get(typed.get("level", one.level)),
            SHOWN: typed.get("shown", one.shown),
        }
        rows.append(row | ({OUT: typed.get("out", False)} if removable else {}))
    frame = pd.DataFrame(rows)
    return frame.astype({LEVEL: "object"})


def _typed(part: str, key: str, ids: list[str], times: int) -> None:
    """Every commit goes beside the table at once; nothing from a table that was thrown away."""
    if times != st.session_state.get(_thrown(part), 0):
        return
    edits = _edits(part)
    for row, values in st.session_state[key]["edited_rows"].items():
        for column, value in values.items():
            said = LEVEL_OF.get(value, 0) if column == LEVEL else _plain(value)
            edits.setdefault(ids[int(row)], {})[TYPED[column]] = said
    keep(part, edits=edits)


def _plain(value: Any) -> Any:
    """Text without the sign that keeps a spreadsheet program from running it; empty for none."""
    return original(value or "") if value is None or isinstance(value, str) else value


def _edits(part: str) -> Edits:
    edits: Edits = kept(part).get("edits", {})
    return edits


def _changes(skills: list[NamedSkill], edits: Edits) -> list[tuple[NamedSkill, int, str]]:
    """What differs from what is saved: level 0 is none."""
    found = []
    for one in skills:
        typed = edits.get(one.skill_id, {})
        level = 0 if typed.get("out") else typed.get("level", one.level)
        shown = typed.get("shown", one.shown)
        if level != one.level or (level and shown != one.shown):
            found.append((one, level, shown))
    return found


def _save(part: str, skills: list[NamedSkill]) -> None:
    changes = _changes(skills, _edits(part))
    rated = [Rated(one.skill, level, shown) for one, level, shown in changes if level]
    gone = [UUID(one.skill_id) for one, level, _ in changes if not level]
    done = f"Saved {counted(len(changes), 'change')}."
    if press("own_skills", done, rate_skills, rated=rated, forgotten=gone):
        forget(part)


def _drop(part: str) -> None:
    """Another key, another table: the browser keeps what was typed into one."""
    forget(part)
    st.session_state[_thrown(part)] = st.session_state.get(_thrown(part), 0) + 1


def _thrown(part: str) -> str:
    return f"own_skills/{part}/thrown"
