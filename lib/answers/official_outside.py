"""Where most people's pay lies outside official figures, of what may be held against them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf, isnan

import pandas as pd

from lib import money, statistics
from lib.answers.agreed import asked_of
from lib.answers.fields import FieldShown
from lib.answers.limited import AtMost
from lib.answers.official import Official
from lib.answers.words import capital, listed, ordinal
from lib.frames import Row, by
from lib.markdown import Markdown
from lib.reference.figures import SHARES, Wage

LEVELS_COMPARED = ("mid", "senior", "unstated")


@dataclass(frozen=True)
class Outside:
    """Where most of the people whose figures may be compared lie, for one level of a field."""

    level: str
    lies: statistics.Beyond
    compared: tuple[str, ...]
    words: Markdown


def compared(said: Iterable[Row], one: Wage) -> list[Row]:
    """The rows that a sentence may hold against official figures: own or seen, and not old.

    Of mid and senior level or of none that was said, in the release's own currency, of a year at
    most one before it. Entry pay stands before a band of all levels, and is not judged by it.
    `said` is of base pay before tax, as an employee.
    """
    earliest = (one.year or 0) - 1
    return [
        row
        for row in said
        if row["level"] in LEVELS_COMPARED
        and row["currency"] == one.currency
        and row["year"] >= earliest
        and statistics.counts(row["whose"])
        and not row["old"]
    ]


def outside(levels: Mapping[str, Sequence[Row]], one: Wage, fewest: int) -> list[Outside]:
    """What lies outside, a level of one field each; nothing under three people asked.

    `fewest` is how many must lie there for the viewer to see it.

    `levels`: by level, person_id, level, year, currency, whose, old, a_low, a_high, perhaps asked.
    """
    at: dict[int, float] = {n: end for n in SHARES if (end := one.exact(n)) is not None}
    asked = max((asked_of(said) for said in levels.values()), default=0)
    found = []
    for level in LEVELS_COMPARED:
        people = _people(compared(levels.get(level, ()), one))
        lies = statistics.beyond(people, at)
        of = AtMost(asked) if asked else len(people)
        if lies is not None and len(lies.those) >= fewest and 2 * len(lies.those) > of:
            words = Markdown(
                "{} the official {} percentile of all levels ({}) for {} of {} people"
            ).format(
                "above" if lies.above else "below",
                ordinal(lies.share),
                money.short(at[lies.share], one.currency),
                len(lies.those),
                of,
            )
            found.append(Outside(level, lies, tuple(people), words))
    return found


def _people(said: Iterable[Row]) -> dict[str, tuple[float, float]]:
    """What each person's figures span; an open end reaches anywhere."""
    found: dict[str, tuple[float, float]] = {}
    for row in said:
        low = -inf if isnan(row["a_low"]) else row["a_low"]
        high = inf if isnan(row["a_high"]) else row["a_high"]
        least, most = found.get(row["person_id"], (inf, -inf))
        found[row["person_id"]] = min(least, low), max(most, high)
    return found


def outside_in_words(
    table: pd.DataFrame, found: Official, shown: list[FieldShown], fewest: int
) -> list[Markdown]:
    """A sentence a field; `table` as `outside` takes it, with field_id."""
    told, fields = [], by(table, "field_id")
    for field in shown:
        if field.field_id not in found.wages:
            continue
        levels: dict[str, list[Row]] = {}
        for row in fields.get(field.field_id, ()):
            levels.setdefault(row["level"], []).append(row)
        found_here = outside(levels, found.wages[field.field_id], fewest)
        parts = [Markdown("{} lies {}").format(subject(one.level), one.words) for one in found_here]
        if parts:
            told.append(Markdown("**{}:** {}.").format(field.field, capital(listed(parts))))
    return told


def subject(level: str) -> str:
    """`mid pay`, `pay whose level was not said`."""
    return "pay whose level was not said" if level == "unstated" else f"{level} pay"
