"""Where most people's pay lies outside official figures, of what may be held against them."""

from dataclasses import dataclass
from math import inf, isnan

import pandas as pd

from lib import money, statistics
from lib.answers.agreed import asked_of
from lib.answers.fields import FieldShown
from lib.answers.limited import AtMost
from lib.answers.official import Official
from lib.answers.words import capital, listed, ordinal
from lib.frames import records
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


def compared(said: pd.DataFrame, one: Wage) -> pd.DataFrame:
    """The rows that a sentence may hold against official figures: own or seen, and not old.

    Of mid and senior level or of none that was said, in the release's own currency, of a year at
    most one before it. Entry pay stands before a band of all levels, and is not judged by it.
    `said` is of base pay before tax, as an employee.
    """
    recent = said["year"] >= (one.year or 0) - 1
    fits = said["level"].isin(LEVELS_COMPARED) & (said["currency"] == one.currency)
    own = said["whose"].map(statistics.counts).astype("bool")
    return said[fits & recent & own & ~said["old"]]


def outside(table: pd.DataFrame, one: Wage, fewest: int) -> list[Outside]:
    """What lies outside, a level of one field each; nothing under three people asked.

    `fewest` is how many must lie there for the viewer to see it.

    `table`: person_id, level, year, currency, whose, old, a_low, a_high.
    """
    at: dict[int, float] = {n: end for n in SHARES if (end := one.exact(n)) is not None}
    found = []
    for level in LEVELS_COMPARED:
        people = _people(compared(table[table["level"] == level], one))
        lies = statistics.beyond(people, at)
        of = AtMost(asked) if (asked := asked_of(table)) else len(people)
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


def _people(said: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """What each person's figures span; an open end reaches anywhere."""
    found: dict[str, tuple[float, float]] = {}
    for row in records(said):
        low = -inf if isnan(row["a_low"]) else row["a_low"]
        high = inf if isnan(row["a_high"]) else row["a_high"]
        least, most = found.get(row["person_id"], (inf, -inf))
        found[row["person_id"]] = min(least, low), max(most, high)
    return found


def outside_in_words(
    table: pd.DataFrame, found: Official, shown: list[FieldShown], fewest: int
) -> list[Markdown]:
    """A sentence a field; `table` as `outside` takes it, with field_id."""
    told = []
    for field in shown:
        if field.field_id not in found.wages:
            continue
        here = table[table["field_id"] == field.field_id]
        found_here = outside(here, found.wages[field.field_id], fewest)
        parts = [Markdown("{} lies {}").format(subject(one.level), one.words) for one in found_here]
        if parts:
            told.append(Markdown("**{}:** {}.").format(field.field, capital(listed(parts))))
    return told


def subject(level: str) -> str:
    """`mid pay`, `pay whose level was not said`."""
    return "pay whose level was not said" if level == "unstated" else f"{level} pay"
