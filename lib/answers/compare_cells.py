"""Each cell of Compare in words and marks: one answer of one field to one question."""

from collections import Counter
from collections.abc import Callable, Sequence
from math import isnan
from statistics import mean
from typing import NamedTuple

from lib import money, statistics
from lib.answers.agreed import agreement
from lib.answers.agreed_words import together
from lib.answers.compare_told import (
    LEVELS_PAID,
    TOPIC,
    Heard,
    People,
    cheapest,
    paid,
    people_of,
    quickest,
    sides_named,
)
from lib.answers.costs import otherwise_said
from lib.answers.fields import FieldShown
from lib.answers.interest import interest_in
from lib.answers.limited import NOT_GIVEN
from lib.answers.projected import in_brief
from lib.answers.spread import in_words, spread
from lib.answers.uncounted import elsewhere
from lib.frames import Row

NOT_SAID, NOT_RELEASED = "not said", "not released"
MOST_MARKS = 24
"""More people than these are no dots any more in one cell."""
DIRECTIONS = ("growing", "steady", "changing", "shrinking")


class Cell(NamedTuple):
    """One mark of one cell, as the chart takes it."""

    field_id: str
    criterion: str
    piece: int
    start: float
    end: float
    mark: str
    words: str
    people: int


def cells_of(criterion: str, field: FieldShown, heard: Heard) -> list[Cell]:
    """The marks of one cell, with the official projection beside what people say of the outlook."""
    cells = _told(criterion, field, heard)
    official = in_brief(field) if criterion == "outlook" else ""
    return (
        [cell._replace(words=f"{cell.words}; {official}") for cell in cells] if official else cells
    )


def _told(criterion: str, field: FieldShown, heard: Heard) -> list[Cell]:
    """Hatched where nobody was asked, words alone where nothing adds up."""
    if criterion in heard.left_out:
        return [_blank(field, criterion, "none", "left out", 0)]
    if criterion == "interest":
        return _interest(field, heard.interest.get(field.field_id, ()))
    asked, answered = heard.coverage.get((field.field_id, TOPIC[criterion]), (0, 0))
    if not asked:
        return [_blank(field, criterion, "hatched", "not asked", 0)]
    if not answered:
        return [_blank(field, criterion, "none", "no answer", 0)]
    made = _MARKS[criterion](field, heard, asked, answered)
    if TOPIC[criterion] == "training" and field.field_id in heard.unreleased:
        made = [
            (start, end, mark, NOT_RELEASED if words == NOT_SAID else words, people)
            for start, end, mark, words, people in made
        ]
    return [
        Cell(field.field_id, criterion, piece, start, end, mark, words, people)
        for piece, (start, end, mark, words, people) in enumerate(made)
    ]


def _blank(field: FieldShown, criterion: str, mark: str, words: str, people: int) -> Cell:
    nan = float("nan")
    return Cell(field.field_id, criterion, 0, nan, nan, mark, words, people)


Mark = tuple[float, float, str, str, int]
NAN = float("nan")


def _interest(field: FieldShown, rows: Sequence[Row]) -> list[Cell]:
    """From the first before to the latest after; a before alone is not an after."""
    found = interest_in(rows)
    if found.after is None:
        return [_blank(field, "interest", "hatched", "not noted yet", 0)]
    before = found.after if found.before is None else found.before
    words = f"{found.after:g}" if before == found.after else f"{before:g} to {found.after:g}"
    people = people_of(r for r in rows if not (isnan(r["before"]) and isnan(r["after"])))
    return [Cell(field.field_id, "interest", 0, before, found.after, "arrow", words, people)]


def _skills(field: FieldShown, heard: Heard, asked: int, answered: int) -> list[Mark]:
    have = statistics.skills_i_have(heard.required.get(field.field_id, []), heard.mine)
    if have is None:
        return [(NAN, NAN, "none", "none required yet", answered)]
    if not heard.mine:
        return [(NAN, NAN, "none", "yours not rated yet", answered)]
    return [(have.k, have.n, "bar", f"{have.k} of {have.n}", answered)]


def _months(field: FieldShown, heard: Heard, asked: int, answered: int) -> list[Mark]:
    return _way_in(quickest(heard, field.field_id), asked, answered, lambda v: f"{v:g}")


def _cost(field: FieldShown, heard: Heard, asked: int, answered: int) -> list[Mark]:
    """Costs that are old or have no place stand as they were said."""
    base = heard.me.base_currency
    least = cheapest(heard, field.field_id)
    here = heard.trainings.get(field.field_id, ())
    made = _way_in(least, asked, answered, lambda v: money.short(v, base))
    if not (rest := otherwise_said(here)):
        return made
    return [
        (start, end, mark, f"{words}; {rest}" if least else rest, people)
        for start, end, mark, words, people in made
    ]


def _way_in(least: People, asked: int, answered: int, word: Callable[[float], str]) -> list[Mark]:
    """A mark a person: the shortest or cheapest way in; in words from the lowest to the highest."""
    found = spread((one.low, one.high) for one in least)
    if isnan(found.low):
        return [(NAN, NAN, "none", NOT_SAID, answered)]
    words = f"{in_words(found, word)} ({len(least)} of {asked})"
    return [(start, end, mark, words, answered) for start, end, mark in _people_marked(least)]


def _people_marked(least: People) -> list[tuple[float, float, str]]:
    """A mark a person, and the middle one of what three or more said in full.

    Of more people than dots can show: from the lowest to the highest, and the middle half.
    """
    middles = [mean((one.low, one.high)) for one in least if not isnan(one.low + one.high)]
    found, half = statistics.median(middles), statistics.quantiles(middles)
    tick = [] if found is None else [(found.middle, found.middle, "middle")]
    if len(least) <= MOST_MARKS or half is None:
        each = ((one.low, one.high, "required" if one.required else "person") for one in least)
        return [*each, *tick]
    ends = spread((one.low, one.high) for one in least)
    start, end = (NAN if ends.less else ends.low), (NAN if ends.more else ends.high)
    return [(start, end, "reach"), (half.quarter, half.three_quarters, "half"), *tick]


def _pay(field: FieldShown, heard: Heard, asked: int, answered: int) -> list[Mark]:
    return _pay_at(LEVELS_PAID["pay"], field, heard)


def _pay_later(field: FieldShown, heard: Heard, asked: int, answered: int) -> list[Mark]:
    return _pay_at(LEVELS_PAID["pay later"], field, heard)


def _pay_at(level: str, field: FieldShown, heard: Heard) -> list[Mark]:
    """Pay of a level in the main panel: the band, else the figures themselves."""
    rows = paid(heard, field.field_id, level)
    people = people_of(rows)
    if not rows:
        return [(NAN, NAN, "none", elsewhere(level, field, heard), 0)]
    base = heard.me.base_currency
    found = agreement(rows)
    if found.pieces:
        words = "; ".join(money.span(low, high, base) for low, high in found.pieces)
        words += together(rows)
        return [(low, high, "range", words, people) for low, high in found.pieces]
    ends = [(row["a_low"], row["a_high"]) for row in rows if row["counts"]]
    if not ends:
        words = "older figures only" if all(row["old"] for row in rows) else "heard only"
        return [(NAN, NAN, "none", words, people)]
    words = f"{len(ends)} figures, no band"
    if found.n < statistics.FEWEST:
        words = "; ".join(money.span(_said(low), _said(high), base) for low, high in ends)
    return [(low, high, "range", words, people) for low, high in ends]


def _said(end: float) -> float | None:
    return None if isnan(end) else end


def _aspects(field: FieldShown, heard: Heard, asked: int, answered: int) -> list[Mark]:
    if not heard.whole:
        return [(NAN, NAN, "none", NOT_GIVEN, answered)]
    counts = sides_named(heard, field.field_id)
    leaning = statistics.leaning((c["upside"], c["downside"]) for c in counts)
    if leaning.share is None:
        up, down = sum(c["upside"] for c in counts), sum(c["downside"] for c in counts)
        return [(NAN, NAN, "none", f"{down} hard, {up} good", answered)]
    tenths = round(leaning.share * 10)
    return [(leaning.share, 1.0, "split", f"{10 - tenths} : {tenths}", answered)]


def _outlook(field: FieldShown, heard: Heard, asked: int, answered: int) -> list[Mark]:
    directions = [row["direction"] for row in heard.outlooks.get(field.field_id, ())]
    said = Counter(directions)
    people = len(directions)
    if most := statistics.majority(directions, asked):
        words = f"{most} ({said[most]} of {asked})"
    elif people >= statistics.FEWEST and len(said) > 1:
        words = f"{people} people differ"
    else:
        named = ", ".join(f"{said[d]} {d}" for d in DIRECTIONS if said[d])
        words = f"{named} of {asked}" if people >= statistics.FEWEST else named or "in words only"
    marks = [d for d in DIRECTIONS for _ in range(said[d])]
    return [(NAN, NAN, mark, words, answered) for mark in marks or ["none"]]


_MARKS = {
    "skills": _skills,
    "months": _months,
    "cost": _cost,
    "pay": _pay,
    "pay later": _pay_later,
    "aspects": _aspects,
    "outlook": _outlook,
}
