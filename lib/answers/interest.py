"""Whether the conversations changed one's interest: from before the first to after the latest."""

from collections.abc import Iterable

import pandas as pd

from lib import statistics
from lib.answers.fields import FieldShown
from lib.answers.section import Section
from lib.answers.words import counted, listed, number
from lib.charts.interest import interest_change
from lib.frames import Row, by
from lib.markdown import Markdown

Changes = dict[FieldShown, tuple[float, float]]
COLUMNS = {
    **dict.fromkeys(("field_id", "field", "tone", "person_id", "person"), "str"),
    **dict.fromkeys(("before", "after"), "float64"),
}


def interest_in(rows: Iterable[Row]) -> statistics.Interest:
    """One's interest in a field, from the columns of `interest` of that field."""
    return statistics.interest((row["before"], row["after"]) for row in rows)


def interest_section(noted: pd.DataFrame, shown: list[FieldShown]) -> Section:
    """The chart with its words, of `noted` as `lib.queries.voices.interest` gives it."""
    known = by(noted.dropna(subset=["before", "after"], how="all"), "field_id")
    table, moved = [], {}
    for field in shown:
        here = known.get(field.field_id, [])
        found = interest_in(here)
        if found.before is not None and found.after is not None:
            moved[field] = (found.before, found.after)
        table += [
            (
                *(field.field_id, field.field, field.tone, row["person_id"], row["person"]),
                *(row["before"], row["after"]),
            )
            for row in here
        ]
    frame = pd.DataFrame(table, columns=list(COLUMNS)).astype(COLUMNS)
    return Section(
        drawing=interest_change(frame),
        sentence=_moved(moved),
        caption=Markdown(
            "{} before or after which you noted your interest, 1 to 5. Arrow: from before the "
            "first to after the latest. Below it the way between, downwards in time, a dot each "
            "time it was noted. It is your own state, so nothing is averaged over people."
        ).format(counted(len(table), "conversation")),
    )


def _moved(moved: Changes) -> Markdown:
    """Where it grew most and fell most; all that did so alike."""
    if not moved:
        return Markdown(
            "In no field is your interest noted both before a first and after a latest talk."
        )
    change = {field: after - before for field, (before, after) in moved.items()}
    words = [
        Markdown("Your interest {} most in {}.").format(verb, _named(moved, change, most))
        for verb, most in (("grew", max(change.values())), ("fell", min(change.values())))
        if (most > 0 if verb == "grew" else most < 0)
    ]
    return Markdown(" ").join(words) or (
        Markdown("Your interest stayed level in {} field{}.").format(
            number(len(moved)), "s" * (len(moved) != 1)
        )
    )


def _named(moved: Changes, change: dict[FieldShown, float], most: float) -> Markdown:
    return listed(
        [
            Markdown("**{}** ({:g} to {:g})").format(field.field, before, after)
            for field, (before, after) in moved.items()
            if change[field] == most
        ]
    )
