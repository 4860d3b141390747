"""Each field in one line, from Compare's cells: what it pays, asks for and costs; no new figure."""

from collections.abc import Iterator

import pandas as pd

from lib.answers.compare_cells import NOT_RELEASED
from lib.answers.fields import FieldShown
from lib.answers.words import counted, listed
from lib.charts.compare import QUESTIONS
from lib.markdown import Markdown

SAID = {
    **{"pay": "entry pay", "months": "months to enter", "cost": "cost", "skills": "skills I have"},
    "interest": "interest",
}
"""The questions in the order of a line, in its words."""
LEFT_OUT = "left out"
OF_WAYS = ("months", "cost")


def in_a_line(compared: pd.DataFrame, shown: list[FieldShown]) -> Iterator[Markdown]:
    """`compared`: Field, Question, Answer of Compare; a line a field that stands there.

    Where no way in is released, a last line names the fields.
    """
    answers = {(row.Field, row.Question): str(row.Answer) for row in compared.itertuples()}
    unshown = []
    for field in shown:
        told = {name: answers.get((field.field, QUESTIONS[name]), LEFT_OUT) for name in SAID}
        if {told[name] for name in OF_WAYS} == {NOT_RELEASED}:
            unshown.append(field.field)
            told |= dict.fromkeys(OF_WAYS, LEFT_OUT)
        parts = [
            Markdown("{}: {}").format(SAID[name], answer)
            for name, answer in told.items()
            if answer != LEFT_OUT
        ]
        if parts:
            people = counted(field.voices, "person", "people") + ", now" * field.current
            line = Markdown(" · ").join(parts)
            yield Markdown("**{}** ({}): {}").format(field.field, people, line)
    if unshown:
        where = "any of them" if len(unshown) == len(shown) else listed(unshown)
        yield Markdown("How people get into {} is not released.").format(where)
