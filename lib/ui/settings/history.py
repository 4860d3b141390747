"""What was changed in the last thirty days, each taken back by one press."""

from uuid import UUID

import streamlit as st

from lib.answers.imported import what_it_did
from lib.commands.undo import undo
from lib.figures import clock
from lib.filters import EVERYTHING
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.history import changes
from lib.ui import show
from lib.ui.access.session import current
from lib.ui.reads import read
from lib.ui.writes import saying, write

AT_ONCE = 20


def history() -> None:
    """The list, the latest first; a page of twenty at a time."""
    done = read(changes, EVERYTHING)
    if done.empty:
        st.caption("Nothing was changed in the last thirty days.")
        return
    pages = -(-len(done) // AT_ONCE)
    page = 1
    if pages > 1:
        page = st.pagination(pages, key="history_page")
    for row in records(done.iloc[(page - 1) * AT_ONCE : page * AT_ONCE]):
        _line(row)


def _line(row: Row) -> None:
    when = row["at"].tz_convert(clock(current().zone))
    words = row["summary"] + what_it_did(row)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(f"{when.day} {when:%B, %H:%M}  {words}", width="stretch")
        if row["undone"]:
            st.caption("taken back")
        else:
            show.button(
                "Take back",
                key=f"undo_{row['step']}",
                help=Markdown("Take back: {}").format(words),
                on_click=_take_back,
                args=(row["step"],),
                type="tertiary",
            )


def _take_back(step: str) -> None:
    saying("Taken back.", write, undo, UUID(step))
