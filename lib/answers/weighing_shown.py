"""What the weighing rests on, to look at: who leads at each weight, and each field's values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from lib import money
from lib.answers.compare_cells import cells_of
from lib.answers.compare_told import Heard
from lib.answers.fields import FieldShown
from lib.answers.weighing_words import NAMES
from lib.charts.base import Drawing, key
from lib.charts.leads import who_leads
from lib.charts.weighed_values import weighed_values
from lib.criteria import Ends
from lib.markdown import Markdown
from lib.statistics.turning import stretches, turns
from lib.statistics.weighing import Value, moments

Means = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Leads:
    """Who leads from 0 to 10 points of each criterion, the nearest turn first."""

    drawing: Drawing
    caption: Markdown


@dataclass(frozen=True)
class Values:
    """Each field's value by each criterion, with its spread."""

    drawing: Drawing
    caption: Markdown


def leads(points: Mapping[str, float], means: Means, order: Sequence[FieldShown]) -> Leads:
    """One strip a criterion."""
    nearest = list(dict.fromkeys(turn.criterion for turn in turns(points, means))) if order else []
    criteria = [*nearest, *(name for name in points if name not in nearest)] if order else []
    fields = {field.field_id: field for field in order}
    rows = [
        (
            *(name, NAMES[name], points[name], one.low, one.high),
            *(one.leader, fields[one.leader].field, fields[one.leader].tone),
            *(fields[one.leader].voices, key("things", one.leader)),
        )
        for name in criteria
        for one in stretches(points, means, name)
    ]
    columns = ["criterion", "name", "points", "low", "high", "field_id", "field", "tone"]
    return Leads(
        who_leads(pd.DataFrame(rows, columns=[*columns, "people", "key"])),
        Markdown(
            "From 0 points at the left to 10 at the right, the other criteria as they stand. The "
            "mark is the points as they are. Nearest to a turn first."
        ),
    )


def values_shown(
    order: Sequence[FieldShown],
    values: Mapping[str, Mapping[str, Value]],
    scales: Mapping[str, Ends],
    heard: Heard,
) -> Values:
    """A line a field under each criterion."""
    rows = []
    for name, ends in scales.items():
        for field in order:
            mean, spread = moments(values[field.field_id][name])
            cells = cells_of(name, field, heard)
            people = max(cell.people for cell in cells)
            told = "; ".join(dict.fromkeys(cell.words for cell in cells))
            rows.append(
                (
                    *(name, f"{NAMES[name]}: {scale_in_words(name, ends, heard.me.base_currency)}"),
                    *(NAMES[name], field.field_id, field.field, field.tone, people, told),
                    *(mean, spread, key("compare", field.field_id, name)),
                )
            )
    columns = ["criterion", "heading", "name", "field_id", "field", "tone", "people", "told"]
    return Values(
        weighed_values(pd.DataFrame(rows, columns=[*columns, "mean", "spread", "key"])),
        Markdown(
            "0 is the end of the scale that counts nothing, 100 the one that counts all. The bar "
            "is as far as the value spreads: the fewer people told it, and the less they agree, "
            "the longer. With nobody it is 50, give or take 29. Interest and skills are your own "
            "and have no spread."
        ),
    )


def scale_in_words(criterion: str, ends: Ends, currency: str) -> str:
    """The two ends of a scale, the one that counts nothing first."""
    if criterion in ("pay", "pay later", "cost"):
        nothing, everything = (money.short(end, currency) for end in ends)
        return f"{nothing} counts nothing, {everything} all"
    if criterion == "months":
        return f"{ends[0]:g} months count nothing, {ends[1]:g} all"
    return FIXED[criterion]


FIXED = {
    "skills": "none of those required counts nothing, all of them all",
    "interest": "1 counts nothing, 5 all",
    "aspects": "all hard counts nothing, all good all",
    "outlook": "shrinking counts nothing, steady or changing half, growing all",
}
