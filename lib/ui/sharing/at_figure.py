"""What was left on a figure, where it stands, with its answers; and the press to leave more."""

import streamlit as st

from lib.access.links import told
from lib.access.viewer import Share
from lib.answers.comments import Thread, threads
from lib.answers.fields import fields_shown
from lib.answers.words import counted
from lib.filters import EVERYTHING
from lib.screens import FIGURES
from lib.ui import show
from lib.ui.access.session import viewer
from lib.ui.last_press import last_press
from lib.ui.reads import read
from lib.ui.sharing.inbox import HERE, presses
from lib.ui.sharing.leaving import form, half_typed, say_what_was_sent
from lib.ui.sharing.threads import thread

MOST = 3
"""So many stand at one figure, the latest; a page is for its figures."""


def at_figure(figure: str) -> None:
    """Under a figure of `lib.screens`: what is not settled; nothing under any other."""
    if figure not in FIGURES:
        return
    coach = isinstance(viewer(), Share)
    open_still = [
        one for one in read(threads, EVERYTHING) if one.figure == figure and not one.resolved
    ]
    for one in open_still[:MOST]:
        _one(one, coach)
    if more := len(open_still) - MOST if len(open_still) > MOST else 0:
        where = "What you left, below" if coach else "Remarks"
        show.caption(f"{counted(more, 'more', 'more')} under {where}.")
    if coach and read(told, EVERYTHING).comments:
        _leave(figure)
    elif open_still and not coach:
        last_press(HERE)


def _one(one: Thread, coach: bool) -> None:
    with st.container(border=True):
        thread(one, mine=coach)
        if not coach:
            presses(one)


def _leave(figure: str) -> None:
    say_what_was_sent(figure)
    press = st.popover(
        "Leave a remark here",
        icon=":material/add_comment:",
        key=f"write_{figure}",
        on_change="rerun",
    )
    if press.open or half_typed(figure):
        with press:
            form(figure, _anchors(figure))


def _anchors(figure: str) -> dict[str, str]:
    """The figure as a whole, then one field of it."""
    fields = read(fields_shown, EVERYTHING)
    of_fields = {f"figure/{figure}/{one.field_id}": one.field for one in fields}
    return {f"figure/{figure}": "all of this", **of_fields}
