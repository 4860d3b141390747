"""The reading list of a link: every text typed, in the wording it would be shown in."""

from typing import Any
from uuid import UUID

import pandas as pd
import streamlit as st
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.links import Reading, reading_list
from lib.commands.links import link_of_files, release
from lib.filters import EVERYTHING
from lib.frames import unrun
from lib.sheet import original
from lib.ui import show
from lib.ui.access.session import database, explorer
from lib.ui.writes import saying, write


def read_for(link_id: str, waiting: int = 0) -> None:
    """A table to read and mend; what is ticked is released, the rest stays out.

    Without a link: for files.
    """
    words = "Read all that they may see" + (f" ({waiting} new)" if waiting else "")
    with show.expander(
        words, icon=":material/menu_book:", on_change="rerun", key=f"r_{link_id}"
    ) as opened:
        if not opened.open:
            return
        with database().read() as session:
            found = reading_list(session, explorer(), EVERYTHING, link_id)
        if not found:
            st.caption("Nothing was typed that this link could show.")
            return
        st.caption(
            "Nothing that you typed reaches a coach before you read it here. The wording is a "
            "proposal with names, organisations and numbers taken out: mend it, and tick what "
            "may be seen. An empty wording keeps it out."
        )
        _table(link_id, found)


def _table(link_id: str, found: list[Reading]) -> None:
    ticked = st.checkbox("Tick all: I have read them", key=f"all_{link_id}")
    edited = st.data_editor(
        unrun(
            pd.DataFrame(
                {
                    "read": [one.released or ticked for one in found],
                    "kind": [one.kind for one in found],
                    "text": [one.text for one in found],
                    "wording": [one.wording for one in found],
                    "flagged": [", ".join(one.flagged) for one in found],
                }
            )
        ),
        column_config={
            "read": st.column_config.CheckboxColumn("May be seen"),
            "kind": st.column_config.TextColumn("What it is", disabled=True),
            "text": st.column_config.TextColumn("As you typed it", disabled=True, width="large"),
            "wording": st.column_config.TextColumn("As they will read it", width="large"),
            "flagged": st.column_config.TextColumn("Are these names?", disabled=True),
        },
        hide_index=True,
        key=f"texts_{link_id}_{ticked}",
        width="stretch",
    )
    st.button(
        "Release what is ticked",
        key=f"release_{link_id}",
        on_click=lambda: saying("Released.", write, _release, link_id, found, edited),
    )


def _release(
    session: Session, viewer: Explorer, link_id: str, found: list[Reading], edited: Any
) -> None:
    """Ticked ones in their wording; ticks that were taken away keep the text out again."""
    link = viewer.real(link_id) if link_id else link_of_files(session, viewer)
    for one, seen, wording in zip(found, edited["read"], edited["wording"], strict=True):
        if not seen and not one.released:
            continue
        release(
            session,
            viewer,
            link_id=link,
            texts=[(table, UUID(row), column) for table, row, column in one.places],
            wording=original(wording or "") if seen else "",
        )
