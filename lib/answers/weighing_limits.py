"""Which fields miss a limit, and why, in words; a field that nothing is known of misses none."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isnan

import pandas as pd

from lib import money
from lib.answers.compare_told import LEVELS_PAID, Heard, paid
from lib.answers.fields import FieldShown
from lib.answers.words import counted, listed
from lib.frames import records
from lib.markdown import Markdown
from lib.queries.weighing import Limits
from lib.statistics import SEVERAL
from lib.text import fold


@dataclass(frozen=True)
class Kept:
    """How one field stands to the limits: why it misses some, what is unknown, what is close."""

    misses: tuple[str, ...]
    unknown: tuple[str, ...]
    close: tuple[str, ...]


def kept(
    field: FieldShown, stage: str, heard: Heard, limits: Limits, deal_breakers: list[str]
) -> Kept:
    """Every limit held against the best that anybody told: what meets it once does not miss it.

    Months and cost are held against one way at a time. Where something is withheld, only what the
    explorer decided is told.
    """
    misses = [STAGES[stage]] if stage in STAGES else []
    if not heard.whole:
        return Kept(tuple(misses), (), ())
    unknown: list[str] = []
    if limits.least_pay is not None:
        why = _pay(field, heard, limits.least_pay)
        misses += [why] if why else []
        unknown += ["entry pay"] if why is None else []
    _ways(field, heard, limits, misses, unknown)
    close: list[str] = []
    for theme in deal_breakers:
        _break(field, heard, theme, misses, close)
    if deal_breakers and not _asked(field, heard):
        unknown.append("what is hard")
    return Kept(tuple(misses), tuple(unknown), tuple(close))


STAGES = {"ruled out": "you ruled it out", "not now": "you put it off for now"}


def _pay(field: FieldShown, heard: Heard, least: int) -> str | None:
    """Why entry pay misses: the most that anybody told, own or seen; an open end may be any more.

    Empty: it does not; None: nothing is known.
    """
    rows = paid(heard, field.field_id, LEVELS_PAID["pay"])
    rows = rows[rows["counts"]]
    if rows.empty:
        return None
    if any(isnan(row["high"]) for row in records(rows)) or rows["high"].max() * 100 >= least:
        return ""
    base = heard.me.base_currency
    people = counted(rows["person_id"].nunique(), "person", "people")
    most, limit = money.told_apart(float(rows["high"].max()), least / 100, base)
    return f"entry pay of {most} at most ({people}), under your {limit}"


def _ways(
    field: FieldShown, heard: Heard, limits: Limits, misses: list[str], unknown: list[str]
) -> None:
    """A field misses where every way that anybody told misses months or cost at its best."""
    rows = heard.trainings[heard.trainings["field_id"] == field.field_id]
    over: list[pd.Series[bool]] = []
    words = []
    for name, judged in _judged(limits, heard).items():
        if judged is None:
            continue
        said = rows.dropna(subset=[f"{name}_low", f"{name}_high"], how="all")
        if said.empty:
            unknown.append({"months": "time to enter", "cost": "cost to enter"}[name])
        most, told = judged
        over.append(rows[f"{name}_low"] > most)
        if len(rows) and over[-1].all():
            words.append(told(float(rows[f"{name}_low"].min()), said["person_id"].nunique()))
    if not words and len(over) > 1 and len(rows) and (over[0] | over[1]).all():
        words = [_neither(rows, heard, limits)]
    misses += words


Told = Callable[[float, int], str]
"""The least that was said, and by how many, in words."""


def _judged(limits: Limits, heard: Heard) -> dict[str, tuple[float, Told] | None]:
    """By what is judged: the limit, and the words for missing it."""
    months, cents, base = limits.most_months, limits.most_cost, heard.me.base_currency

    def long(least: float, people: int) -> str:
        who = counted(people, "person", "people")
        return f"{least:g} months to enter at least ({who}), over your {months}"

    def dear(least: float, people: int) -> str:
        said, limit = money.told_apart(least, (cents or 0) / 100, base)
        who = counted(people, "person", "people")
        return f"{said} to enter at least ({who}), over your {limit}"

    return {
        "months": None if months is None else (float(months), long),
        "cost": None if cents is None else (cents / 100, dear),
    }


def _neither(rows: pd.DataFrame, heard: Heard, limits: Limits) -> str:
    """Each limit is kept by some way, and both by none."""
    base, cost = heard.me.base_currency, (limits.most_cost or 0) / 100
    fast = rows.loc[~(rows["months_low"] > (limits.most_months or 0))]
    cheap = rows.loc[~(rows["cost_low"] > cost)]
    dear, limit = money.told_apart(float(fast["cost_low"].min()), cost, base)
    return (
        f"no one way keeps both {limits.most_months} months and {limit}: in that time it costs "
        f"{dear} at least, for that money it takes {cheap['months_low'].min():g} months at least"
    )


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
    words = Markdown("“{}” named as hard by {} of {}").format(theme, len(said), asked)
    if len(said) >= SEVERAL and 2 * len(said) >= asked:
        misses.append(words)
    elif said:
        close.append(words)


def in_words(found: dict[str, Kept]) -> tuple[Markdown, ...]:
    """What stands above the line without being known to keep to all limits, by field's name."""
    remarks = []
    if unknown := [
        Markdown("{}: {}").format(name, listed(one.unknown))
        for name, one in found.items()
        if one.unknown
    ]:
        remarks.append(
            Markdown("Nothing is known of these, so they miss no limit. {}.").format(
                Markdown("; ").join(unknown)
            )
        )
    remarks += [
        Markdown("{}: {}, too few to rule it out.").format(name, listed(one.close))
        for name, one in found.items()
        if one.close
    ]
    return tuple(remarks)
