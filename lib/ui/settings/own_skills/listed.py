"""A pasted list or a file of skills: read, shown as a table to confirm, then saved at one press."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from lib.answers.words import counted
from lib.commands.own_skills import Rated, rate_skills
from lib.errors import AppError
from lib.filters import EVERYTHING
from lib.frames import records, unrun
from lib.importing.skill_file import file_list
from lib.markdown import Markdown
from lib.queries.skill_names import skill_names
from lib.queries.skills import own_skills
from lib.sheet import original
from lib.skills.lists import Listed, typed_list
from lib.skills.meant import meant
from lib.statistics import SKILLED
from lib.ui import show
from lib.ui.last_press import press
from lib.ui.reads import read
from lib.ui.settings.own_skills.kept import forget, keep, kept
from lib.ui.settings.own_skills.words import LEVEL_OF, LEVELS

Row = dict[str, Any]

TEXT, TABLE, UNSURE = "own_list_text", "own_list_table", 12
TAKE, SKILL, TYPED, LEVEL, SHOWN = "Take", "Skill", "As written", "How well", "Where I showed it"
COLUMNS = {TAKE: "take", SKILL: "skill", LEVEL: "level", SHOWN: "shown"}
PRESET = SKILLED


def a_list() -> None:
    """First the list, then what it means; both come back after a reload."""
    content = kept("list")
    if content.get("rows"):
        _confirm(content)
        return
    st.session_state.setdefault(TEXT, content.get("text", ""))
    st.text_area(
        "Paste your skills",
        key=TEXT,
        height=200,
        placeholder="One a line, or with commas or semicolons between",
        on_change=lambda: keep("list", text=st.session_state[TEXT]),
    )
    st.button("Read the list", key="own_list_read", on_click=_read_text)
    key = f"own_list_file_{content.get('files', 0)}"
    st.file_uploader(
        "Or a file: a spreadsheet with a column “skill” or “name”, such as LinkedIn's Skills.csv",
        type=["csv", "xlsx", "ods", "xls", "tsv", "txt"],
        key=key,
        on_change=_read_file,
        args=(key,),
    )


def _read_text() -> None:
    text = st.session_state[TEXT]
    _understand(lambda: typed_list(text), text=text)


def _read_file(key: str) -> None:
    file = st.session_state[key]
    if file is not None:
        _understand(lambda: file_list(file.getvalue()))


def _understand(listed: Callable[[], list[Listed]], **more: Any) -> None:
    """The rows to confirm, those rated before with their level; or what cannot be read."""
    try:
        found = meant(listed(), read(skill_names, EVERYTHING))
    except AppError as error:
        st.session_state["said"] = ("error", str(error), None)
        keep("list", **more, files=kept("list").get("files", 0) + 1)
        return
    mine = {row["skill"]: row for row in records(read(own_skills, EVERYTHING))}
    rows = [
        {
            "take": True,
            "typed": one.typed,
            "skill": one.skill,
            "level": one.level or mine.get(one.skill, {}).get("level") or PRESET,
            "shown": one.shown or mine.get(one.skill, {}).get("shown") or "",
            "alike": list(one.alike),
        }
        for one in found
    ]
    keep("list", **more, rows=rows, base=rows)
    _another_table()


def _confirm(content: Row) -> None:
    rows: list[Row] = content["rows"]
    _unsure(rows)
    st.caption(
        "Untick what is no skill of yours, and say how well you can do each: "
        f"level {PRESET} stands where nothing else was said."
    )
    key = f"{TABLE}_{st.session_state.get(TABLE, 0)}"
    st.data_editor(
        unrun(_frame(content["base"])),
        key=key,
        height=38 + 35 * min(len(rows), 14),
        hide_index=True,
        disabled=[TYPED],
        column_config={
            SKILL: st.column_config.TextColumn(max_chars=200),
            LEVEL: st.column_config.SelectboxColumn(options=list(LEVELS.values())),
            SHOWN: st.column_config.TextColumn(max_chars=2_000),
        },
        on_change=_typed,
        args=(key,),
        alt="The skills of the list, with level and where I showed it",
    )
    taken = sum(bool(row["take"]) for row in rows)
    with st.container(horizontal=True):
        show.button(f"Save {counted(taken, 'skill')}", key="own_list_save", on_click=_save)
        st.button("Back to the list", key="own_list_back", type="tertiary", on_click=_back)


def _frame(rows: list[Row]) -> pd.DataFrame:
    columns = {
        TAKE: [row["take"] for row in rows],
        SKILL: [row["skill"] for row in rows],
        LEVEL: [LEVELS.get(row["level"]) for row in rows],
        SHOWN: [row["shown"] for row in rows],
    }
    if any(row["typed"] != row["skill"] for row in rows):
        columns[TYPED] = [row["typed"] for row in rows]
    return pd.DataFrame(columns).astype({LEVEL: "object"})


def _unsure(rows: list[Row]) -> None:
    """Names that are new here and like others; left alone, each stays as it was written."""
    asked = [(place, row) for place, row in enumerate(rows) if row["take"] and row["alike"]]
    for place, row in asked[:UNSURE]:
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            show.caption(
                Markdown("“{}” is new here. Did you mean").format(row["typed"]), width="content"
            )
            for name in row["alike"]:
                show.button(
                    Markdown("{}?").format(name),
                    key=f"own_list_meant_{place}_{name}",
                    type="tertiary",
                    on_click=_take,
                    args=(place, name),
                )
            show.button(
                "No",
                key=f"own_list_no_{place}",
                help=Markdown("Keep “{}” as it is").format(row["typed"]),
                type="tertiary",
                on_click=_take,
                args=(place, row["skill"]),
            )
    if len(asked) > UNSURE:
        show.caption(f"{len(asked) - UNSURE:,} more come after these.")


def _rows(of: str = "rows") -> list[Row]:
    """The rows to confirm, for a change; none where a press came after they were saved."""
    return [dict(row) for row in kept("list").get(of, [])]


def _take(place: int, name: str) -> None:
    """That one was meant; a table with this row in it takes the place of the one before."""
    rows = _rows()
    if place >= len(rows):
        return
    rows[place] |= {"skill": name, "alike": []}
    keep("list", rows=rows, base=rows)
    _another_table()


def _typed(key: str) -> None:
    """What was changed in the table, put beside the rows as they were when it was drawn.

    A browser tells of a change once more while its table goes: by then the rows are saved.
    """
    rows = _rows("base")
    if not rows:
        return
    for place, values in st.session_state[key]["edited_rows"].items():
        for column, value in values.items():
            text = column in (SKILL, SHOWN)
            said = LEVEL_OF.get(value) if column == LEVEL else value
            rows[int(place)][COLUMNS[column]] = original(value or "") if text else said
    keep("list", rows=rows)


def _save() -> None:
    """All that is ticked, in one step; without a level nothing is written."""
    rows = _rows()
    if not rows:
        return
    taken = [row for row in rows if row["take"]]
    bare = [row["skill"] for row in taken if not row["level"]]
    if bare:
        words = f"Say how well you can do {bare[0]}, or untick it."
        st.session_state["said"] = ("error", words, None)
        return
    rated = [Rated(row["skill"], row["level"], row["shown"].strip() or None) for row in taken]
    done = f"Saved {counted(len(rated), 'skill')}."
    if press("own_skills", done, rate_skills, rated=rated):
        forget("list")
        st.session_state.pop(TEXT, None)


def _back() -> None:
    content = kept("list")
    keep("list", rows=[], base=[], files=content.get("files", 0) + 1)


def _another_table() -> None:
    """Other rows need another table: the browser keeps what was typed into one."""
    st.session_state[TABLE] = st.session_state.get(TABLE, 0) + 1
