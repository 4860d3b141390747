"""Which fields miss a limit, and why, in words; a field that nothing is known of misses none."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isnan

from lib import money
from lib.answers.compare_told import LEVELS_PAID, Heard, cheapest, paid, quickest
from lib.answers.fields import FieldShown
from lib.answers.words import counted, listed
from lib.frames import records
from lib.markdown import plain
from lib.queries.weighing import Limits
from lib.text import fold

FEWEST = 2
"""People who must name a deal-breaker, and half of those asked: one is a data point."""


@dataclass(frozen=True)
class Kept:
    """How one field stands to the limits: why it misses some, what is unknown, what is close."""

    misses: tuple[str, ...]
    unknown: tuple[str, ...]
    close: tuple[str, ...]


def kept(
    field: FieldShown, stage: str, heard: Heard, limits: Limits, deal_breakers: list[str]
) -> Kept:
    """Every limit held against the best that anybody told: what meets it once does not miss it."""
    misses = [STAGES[stage]] if stage in STAGES else []
    unknown: list[str] = []
    for limit, name, judge in (
        (limits.least_pay, "entry pay", _pay),
        (limits.most_months, "time to enter", _months),
        (limits.most_cost, "cost to enter", _cost),
    ):
        if limit is None:
            continue
        why = judge(field, heard, limit)
        if why is None:
            unknown.append(name)
        elif why:
            misses.append(why)
    close: list[str] = []
    for theme in deal_breakers:
        _break(field, heard, theme, misses, close)
    if deal_breakers and not _asked(field, heard):
        unknown.append("what is hard")
    return Kept(tuple(misses), tuple(unknown), tuple(close))


STAGES = {"ruled out": "you ruled it out", "not now": "you put it off for now"}

Judge = Callable[[FieldShown, Heard, int], str | None]
"""Why the field misses the limit; empty: it does not; None: nothing is known."""


def _pay(field: FieldShown, heard: Heard, least: int) -> str | None:
    """The most that anybody told of entry pay, own or seen; an open end may be any more."""
    rows = paid(heard, field.field_id, LEVELS_PAID["pay"])
    rows = rows[rows["counts"]]
    if rows.empty:
        return None
    if any(isnan(row["high"]) for row in records(rows)) or rows["high"].max() * 100 >= least:
        return ""
    base = heard.me.base_currency
    people = counted(rows["person_id"].nunique(), "person", "people")
    most = money.short(float(rows["high"].max()), base)
    return f"entry pay of {most} at most ({people}), under your {money.short(least / 100, base)}"


def _months(field: FieldShown, heard: Heard, most: int) -> str | None:
    rows = quickest(heard, field.field_id)
    if rows.empty:
        return None
    if rows["low"].min() <= most:
        return ""
    people = counted(len(rows), "person", "people")
    return f"{rows['low'].min():g} months to enter at least ({people}), over your {most}"


def _cost(field: FieldShown, heard: Heard, most: int) -> str | None:
    rows = cheapest(heard, field.field_id)
    if rows.empty:
        return None
    if rows["low"].min() * 100 <= most:
        return ""
    base = heard.me.base_currency
    people = counted(len(rows), "person", "people")
    least = money.short(float(rows["low"].min()), base)
    return f"{least} to enter at least ({people}), over your {money.short(most / 100, base)}"


def _asked(field: FieldShown, heard: Heard) -> int:
    return heard.coverage.get((field.field_id, "day to day"), (0, 0))[0]


def _break(
    field: FieldShown, heard: Heard, theme: str, misses: list[str], close: list[str]
) -> None:
    """Two people or more, and at least half of those asked, must call the theme hard."""
    rows = heard.aspects
    rows = rows[(rows["field_id"] == field.field_id) & (rows["side"] == "downside")]
    said = {row["person_id"] for row in records(rows) if fold(row["theme"]) == fold(theme)}
    asked = _asked(field, heard)
    words = f"“{plain(theme)}” named as hard by {len(said)} of {asked}"
    if len(said) >= FEWEST and 2 * len(said) >= asked:
        misses.append(words)
    elif said:
        close.append(words)


def in_words(found: dict[str, Kept]) -> tuple[str, ...]:
    """What stands above the line without being known to keep to all limits, by field's name."""
    remarks = []
    if unknown := [f"{name}: {listed(one.unknown)}" for name, one in found.items() if one.unknown]:
        remarks.append(f"Nothing is known of these, so they miss no limit. {'; '.join(unknown)}.")
    remarks += [
        f"{name}: {listed(one.close)}, too few to rule it out."
        for name, one in found.items()
        if one.close
    ]
    return tuple(remarks)
