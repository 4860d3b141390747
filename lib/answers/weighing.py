"""Which field is ahead, and does that depend on what I weigh? Nothing is decided for the person."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.answers.compare import drawn
from lib.answers.compare_told import Heard, heard_of
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.weighing_limits import below, held_against, in_words
from lib.answers.weighing_shown import Leads, Values, leads, values_shown
from lib.answers.weighing_values import values_of
from lib.answers.weighing_words import NAMES, ahead, turned_over
from lib.answers.what_counts import weights_given
from lib.answers.words import counted, listed
from lib.charts.base import Drawing, key
from lib.charts.ranking import ranks
from lib.criteria import Ends, Weight, Weights, ends
from lib.filters import Filters
from lib.markdown import Markdown
from lib.statistics import FEWEST
from lib.statistics.weighing import DRAWS, Value, Weighing, moments, weigh


@dataclass(frozen=True)
class WeighedAnswer:
    """How often each field comes first, what would turn it over, and each value it rests on.

    `below` are the fields that miss a limit, each with why; `remarks` what must be said beside.
    `ranked` is whether there are two fields to rank and something to rank them by.
    """

    drawing: Drawing
    sentence: Markdown
    caption: Markdown
    below: tuple[Markdown, ...]
    remarks: tuple[Markdown, ...]
    ranked: bool
    turn: Markdown
    leads: Leads
    values: Values


def weighed(
    session: Session,
    viewer: Viewer,
    filters: Filters,
    trial: tuple[Weight, ...] | None = None,
    chosen: tuple[str, ...] = (),
) -> WeighedAnswer:
    """By the explorer's weights, or a trial that is kept nowhere; of the fields that are drawn."""
    everyone = fields_shown(session, viewer, filters)
    shown = [field for field in drawn(everyone, chosen) if not field.current]
    heard = heard_of(session, viewer, filters)
    weights = weights_given(session, viewer, filters)
    weights = weights if trial is None else Weights(trial, given=True)
    found = held_against(session, viewer, filters, shown, heard)
    above = [field for field in shown if not found[field.field_id].misses]
    scales = scales_of(weights, heard)
    values = {f.field_id: values_of(f.field_id, heard, scales) for f in above}
    points = {name: given for name, given in weights.points.items() if name in scales}
    counting = {name: given for name, given in points.items() if given}
    result = _weighed(viewer, values, counting) if counting and above else None
    order = _ordered(above, result)
    means = {f: {name: moments(one).mean for name, one in v.items()} for f, v in values.items()}
    ranked = result is not None and len(above) > 1
    return WeighedAnswer(
        drawing=ranks(_rows(order, result) if result and ranked else _rows([], None)),
        sentence=_sentence(order, result, weights, bool(counting)),
        caption=_caption(order),
        below=tuple(below(field, found[field.field_id]) for field in shown if field not in above),
        remarks=(
            *in_words({f.field: found[f.field_id] for f in above}),
            *_left_out(weights, scales, viewer),
        ),
        ranked=ranked,
        turn=(
            turned_over(points, means, {f.field_id: f.field for f in order})
            if ranked
            else Markdown("")
        ),
        leads=leads(points, means, order if ranked else []),
        values=values_shown(order, values, scales, heard),
    )


def scales_of(weights: Weights, heard: Heard) -> dict[str, Ends]:
    """The ends of every criterion that has any."""
    pay = heard.me.current_pay
    a_year = None if pay is None else pay / 100
    found = {w.criterion: ends(w, a_year) for w in weights.each}
    return {name: one for name, one in found.items() if one is not None}


def _weighed(
    viewer: Viewer, values: Mapping[str, dict[str, Value]], points: Mapping[str, float]
) -> Weighing:
    """Streams belong to the field's real id: a link draws what its explorer draws."""
    real = {str(viewer.real(field_id)): field_id for field_id in values}
    found = weigh({one: values[field_id] for one, field_id in real.items()}, points)
    return Weighing(
        tuple(real[one] for one in found.order),
        {real[one]: worth for one, worth in found.worth.items()},
        {real[one]: shares for one, shares in found.ranks.items()},
    )


def _ordered(above: list[FieldShown], result: Weighing | None) -> list[FieldShown]:
    by_id = {field.field_id: field for field in above}
    return above if result is None else [by_id[field_id] for field_id in result.order]


def _rows(order: list[FieldShown], result: Weighing | None) -> pd.DataFrame:
    rows = [
        (
            *(f.field_id, f.field, f.tone, f.voices, f.voices < FEWEST),
            *(key("things", f.field_id), rank, share),
        )
        for f in order
        for rank, share in enumerate(result.ranks[f.field_id] if result else ())
    ]
    columns = ("field_id", "field", "tone", "people", "thin", "key", "rank", "share")
    return pd.DataFrame(rows, columns=list(columns))


def _sentence(
    order: list[FieldShown], result: Weighing | None, weights: Weights, counting: bool
) -> Markdown:
    if not order:
        return Markdown("Every field under these filters misses a limit of yours: see why above.")
    if not counting:
        if any(weights.points.values()):
            return Markdown(
                "Nothing that has points can be weighed yet: see below what is missing."
            )
        return Markdown("No criterion has any points, so nothing is weighed.")
    how = (
        "By your points "
        if weights.given
        else "You gave no points yet, so all criteria count the same. With equal weights "
    )
    if len(order) == 1 or result is None:
        return Markdown("**{}** stands alone: there is no other field to rank it with.").format(
            order[0].field
        )
    return how + ahead(order, result)


def _caption(order: list[FieldShown]) -> Markdown:
    words = Markdown(
        "{}, weighed {:,} times: each time the points are shaken and each value is drawn from what "
        "people told and one more person who was not asked. Fields level share the rank. The order "
        "is that of the points as they stand."
    ).format(counted(len(order), "field"), DRAWS)
    thin = [
        Markdown("{} ({})").format(f.field, counted(f.voices, "person", "people"))
        for f in order
        if f.voices < FEWEST
    ]
    return words + (
        Markdown(" Hatched: {}, too few to lean on.").format(listed(thin)) if thin else Markdown("")
    )


def _left_out(weights: Weights, scales: Mapping[str, Ends], viewer: Viewer) -> list[Markdown]:
    """Criteria without a scale count nothing, and that is said."""
    without = [NAMES[w.criterion].lower() for w in weights.each if w.criterion not in scales]
    if not without:
        return []
    do = (
        "Set the ends."
        if isinstance(viewer, Share)
        else "Say on Profile what you earn, or set the ends."
    )
    return [Markdown("Not weighed: {}. {}").format(listed(without), do)]
