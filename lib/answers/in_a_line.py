"""Each field in one line, from Compare's cells: what it pays, asks for and costs; no new figure."""

from collections.abc import Collection, Iterator

import pandas as pd

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
NOTHING, OF_WAYS = {"no answer", "not said"}, {"months", "cost"}


def in_a_line(
    compared: pd.DataFrame, shown: list[FieldShown], kept_back: Collection[str]
) -> Iterator[Markdown]:
    """`compared`: Field, Question, Answer of Compare; a line a field that stands there.

    `kept_back`: ids of the fields in which a way in was named that a link may not show; where
    nothing else was, a last line names them.
    """
    answers = {(row.Field, row.Question): str(row.Answer) for row in compared.itertuples()}
    unshown = []
    for field in shown:
        told = {name: answers.get((field.field, QUESTIONS[name]), LEFT_OUT) for name in SAID}
        if field.field_id in kept_back and {told[name] for name in OF_WAYS} <= NOTHING:
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
