"""The screen Whom next: people in order with a reason each, the board, the month, and who
introduced whom.
"""

from lib.answers.whom_next import whom_to_ask
from lib.filters import EVERYTHING
from lib.ui import show
from lib.ui.meeting.month import calendar_of_the_month
from lib.ui.reads import read, today
from lib.ui.whom_next.board import the_board
from lib.ui.whom_next.cards import cards
from lib.ui.whom_next.introductions import introductions

__all__ = ["screen"]

VIEWS = {
    **{"people": "People", "board": "Board", "month": "Month"},
    "introductions": "Who introduced whom",
}


def screen() -> None:
    """One of the four, as the address says."""
    view = show.segmented_control(
        "View",
        list(VIEWS),
        format_func=VIEWS.__getitem__,
        default="people",
        required=True,
        key="view",
        bind="query-params",
        label_visibility="collapsed",
    )
    if view == "board":
        the_board()
        return
    if view == "month":
        calendar_of_the_month("whom_next", today())
        return
    found = read(whom_to_ask, EVERYTHING)
    if view == "introductions":
        introductions(found)
    else:
        cards(found)
