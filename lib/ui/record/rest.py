"""All other columns of a finding, behind one press; what is closed costs nothing."""

from collections.abc import Callable
from typing import get_args

import streamlit as st

from lib.merging import Where
from lib.records import MOST_TIMES
from lib.ui.record.content import Finding
from lib.ui.record.state import Form
from lib.ui.record.widgets import long_text, name, one_of, text, ticked, whole
from lib.words import TrainingKind

KINDS = get_args(TrainingKind)
ALONGSIDE = {True: "alongside work", False: "instead of work"}


def rest(form: Form, kind: str, one: Finding, fields: list[str]) -> None:
    """What the row has no room for."""
    key = f"more_{form.key}_{one['id']}"
    more = st.popover("More", key=key, on_change="rerun", type="tertiary")
    if not more.open:
        return
    where = (kind, one["id"])
    with more:
        if kind in OF_KIND:
            OF_KIND[kind](form, where)
        long_text(form, "The words behind it", (*where, "quote"))
        ticked(form, "Private: for me alone, never in a link", (*where, "private"))
        name(form, "About another field", (*where, "field"), fields, placeholder="the same field")
        lines = {line["id"]: line["text"][:80] for line in form.content["notes"]}
        one_of(form, "Line of the notes", (*where, "note_id"), lines, listed=True)


def _skill(form: Form, where: Where) -> None:
    text(form, "What they call it", (*where, "said_as"))


def _training(form: Form, where: Where) -> None:
    one_of(form, "Kind", (*where, "kind"), KINDS, empty="other", listed=True)
    text(form, "Months", (*where, "months"), placeholder="6-9")
    text(form, "Cost in all", (*where, "cost"), placeholder="3,000-5,000 USD")
    one_of(form, "Done", (*where, "alongside_work"), ALONGSIDE)


def _salary(form: Form, where: Where) -> None:
    whole(form, "Year of the figure", (*where, "year"), 1950, 2100)
    often = "How often a year that is paid"
    whole(form, often, (*where, "times"), 1, MOST_TIMES, help="Thirteen months: 13. 180 days: 180.")
    text(form, "Place", (*where, "place"))
    long_text(form, "Benefits", (*where, "benefits"))


def _step(form: Form, where: Where) -> None:
    whole(form, "Place in the career", (*where, "position"), 1, 40)
    text(form, "Pay", (*where, "pay"), placeholder="60-72k USD/year")


OF_KIND: dict[str, Callable[[Form, Where], None]] = {
    "skills": _skill,
    "trainings": _training,
    "salaries": _salary,
    "steps": _step,
}
