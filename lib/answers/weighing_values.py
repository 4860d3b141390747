"""Each field's value by each criterion, on the person's own scales; what is not known stays open.

Pay, months, cost, what is good and hard, and outlook are told by people; interest and skills are
one's own and have no spread.
"""

from collections.abc import Mapping
from math import isnan, nan

from lib import statistics
from lib.answers.compare_told import (
    LEVELS_PAID,
    Heard,
    People,
    Told,
    cheapest,
    paid,
    quickest,
    sides_named,
)
from lib.answers.interest import interest_in
from lib.criteria import DIRECTIONS, Ends
from lib.statistics.weighing import Value, scaled


def values_of(field_id: str, heard: Heard, scales: Mapping[str, Ends]) -> dict[str, Value]:
    """The field's value by each criterion that has a scale."""
    return {name: _value(name, field_id, heard, ends) for name, ends in scales.items()}


def _value(criterion: str, field_id: str, heard: Heard, ends: Ends) -> Value:
    if criterion in LEVELS_PAID:
        return _told(figures(heard, field_id, LEVELS_PAID[criterion]), ends)
    if criterion == "months":
        return _told(quickest(heard, field_id), ends)
    if criterion == "cost":
        return _told(cheapest(heard, field_id), ends)
    if criterion == "skills":
        return _skills(field_id, heard)
    if criterion == "interest":
        return _interest(field_id, heard, ends)
    if criterion == "aspects":
        return _aspects(field_id, heard)
    return _outlook(field_id, heard)


def figures(heard: Heard, field_id: str, level: str) -> People:
    """Own or seen pay; of several figures the widest (NaN: an open end)."""
    said: dict[str, list[tuple[float, float]]] = {}
    for row in paid(heard, field_id, level):
        if row["counts"]:
            said.setdefault(row["person_id"], []).append((row["a_low"], row["a_high"]))
    return [Told(person, *_widest(said[person])) for person in sorted(said)]


def _widest(ranges: list[tuple[float, float]]) -> tuple[float, float]:
    lows, highs = zip(*ranges, strict=True)
    return (
        nan if any(map(isnan, lows)) else min(lows),
        nan if any(map(isnan, highs)) else max(highs),
    )


def _told(people: People, ends: Ends) -> Value:
    """A range a person, the worse end first; an open end reaches to the end of the scale."""
    found = []
    for one in people:
        low = min(ends) if isnan(one.low) else one.low
        high = max(ends) if isnan(one.high) else one.high
        near, far = scaled(low, *ends), scaled(high, *ends)
        found.append((min(near, far), max(near, far)))
    return Value(tuple(found))


def _skills(field_id: str, heard: Heard) -> Value:
    have = statistics.skills_i_have(heard.required.get(field_id, []), heard.mine)
    return Value() if have is None or not heard.mine else Value(own=have.k / have.n)


def _interest(field_id: str, heard: Heard, ends: Ends) -> Value:
    """The latest interest after a conversation."""
    latest = interest_in(heard.interest.get(field_id, ())).after
    return Value() if latest is None else Value(own=scaled(latest, *ends))


def _aspects(field_id: str, heard: Heard) -> Value:
    """Each person's share of what is good in all that they called good or hard, if it is whole."""
    if not heard.whole:
        return Value()
    counts = sides_named(heard, field_id)
    dots = statistics.leaning((c["upside"], c["downside"]) for c in counts).dots
    return Value(tuple((dot, dot) for dot in dots))


def _outlook(field_id: str, heard: Heard) -> Value:
    told = [DIRECTIONS[row["direction"]] for row in heard.outlooks.get(field_id, ())]
    return Value(tuple((one, one) for one in told))
