"""Figures of pay that were said and do not count yet: a press opens each at its question."""

from collections.abc import Iterable

from lib.answers.uncounted import Open
from lib.ui import show


def open_figures(figures: Iterable[Open]) -> None:
    """A line each, which leads to the figure with what is still to be said of it."""
    for one in figures:
        show.page_link(
            "pages/interviews/record.py",
            label=one.words,
            icon=":material/help:",
            query_params={"interview": one.interview_id, "figure": one.finding_id},
        )
