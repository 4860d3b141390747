"""Which fields miss a limit, and why, in words; a field that nothing is known of misses none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import isnan

from sqlalchemy.orm import Session

from lib import money
from lib.access.viewer import Viewer
from lib.answers.compare_told import LEVELS_PAID, Heard, paid, people_of
from lib.answers.fields import FieldShown
from lib.answers.words import capital, counted, listed, of_unit
from lib.filters import Filters
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.fields import fields
from lib.queries.weighing import Limits, deal_breakers, limits
from lib.statistics import SEVERAL
from lib.text import fold


@dataclass(frozen=True)
class Kept:
    """How one field stands to the limits: why it misses some, what is unknown, what is close."""

    misses: tuple[str, ...]
    unknown: tuple[str, ...]
    close: tuple[str, ...]


def held_against(
    session: Session, viewer: Viewer, filters: Filters, shown: Iterable[FieldShown], heard: Heard
) -> dict[str, Kept]:
    """How each field stands to the limits, by its id."""
    rules = limits(session, viewer, filters)
    themes = deal_breakers(session, viewer, filters)["theme"].tolist()
    stages = {row["field_id"]: row["stage"] for row in records(fields(session, viewer, filters))}
    return {f.field_id: kept(f, stages[f.field_id], heard, rules, themes) for f in shown}


def below(field: FieldShown, why: Kept) -> Markdown:
    """A field that misses a limit, with why."""
    return Markdown("**{}**: {}.").format(field.field, capital(Markdown("; ").join(why.misses)))


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
    rows = [row for row in rows if row["counts"]]
    if not rows:
        return None
    highs = [row["a_high"] for row in rows]
    if any(map(isnan, highs)) or max(highs) * 100 >= least:
        return ""
    base = heard.me.base_currency
    people = counted(people_of(rows), "person", "people")
    most, limit = money.told_apart(max(highs), least / 100, base)
    return f"entry pay of {most} at most ({people}), under your {limit}"


def _ways(
    field: FieldShown, heard: Heard, limits: Limits, misses: list[str], unknown: list[str]
) -> None:
    """A field misses where every way that anybody told misses months or cost at its best."""
    rows = heard.trainings.get(field.field_id, ())
    over: list[list[bool]] = []
    words = []
    for name, judged in _judged(limits, heard).items():
        if judged is None:
            continue
        low, high = f"{name}_low", f"{name}_high"
        said = [row for row in rows if not (isnan(row[low]) and isnan(row[high]))]
        if not said:
            unknown.append({"months": "time to enter", "cost": "cost to enter"}[name])
        most, told = judged
        over.append([row[low] > most for row in rows])
        if rows and all(over[-1]):
            words.append(told(_least(row[low] for row in rows), people_of(said)))
    if not words and len(over) > 1 and rows and all(map(any, zip(*over, strict=True))):
        words = [_neither(rows, heard, limits)]
    misses += words


Told = Callable[[float, int], str]
"""The least that was said, and by how many, in words."""


def _judged(limits: Limits, heard: Heard) -> dict[str, tuple[float, Told] | None]:
    """By what is judged: the limit, and the words for missing it."""
    months, cents, base = limits.most_months, limits.most_cost, heard.me.base_currency

    def long(least: float, people: int) -> str:
        who = counted(people, "person", "people")
        span = of_unit(f"{least:g}", "month")
        return f"{span} to enter at least ({who}), over your {months}"

    def dear(least: float, people: int) -> str:
        said, limit = money.told_apart(least, (cents or 0) / 100, base)
        who = counted(people, "person", "people")
        return f"{said} to enter at least ({who}), over your {limit}"

    return {
        "months": None if months is None else (float(months), long),
        "cost": None if cents is None else (cents / 100, dear),
    }


def _least(lows: Iterable[float]) -> float:
    return min(low for low in lows if not isnan(low))


def _neither(rows: Sequence[Row], heard: Heard, limits: Limits) -> str:
    """Each limit is kept by some way, and both by none."""
    base, cost = heard.me.base_currency, (limits.most_cost or 0) / 100
    fast = [row for row in rows if not row["months_low"] > (limits.most_months or 0)]
    cheap = [row for row in rows if not row["cost_low"] > cost]
    dear, limit = money.told_apart(_least(row["cost_low"] for row in fast), cost, base)
    quick = counted(limits.most_months or 0, "month")
    slow = of_unit(f"{_least(row['months_low'] for row in cheap):g}", "month")
    return (
        f"no one way keeps both {quick} and {limit}: in that time it costs {dear} at least, "
        f"for that money it takes {slow} at least"
    )


def _asked(field: FieldShown, heard: Heard) -> int:
    return heard.coverage.get((field.field_id, "day to day"), (0, 0))[0]


def _break(
    field: FieldShown, heard: Heard, theme: str, misses: list[str], close: list[str]
) -> None:
    """Two people or more, and at least half of those asked, must call the theme hard."""
    rows = heard.aspects.get(field.field_id, ())
    hard = [row for row in rows if row["side"] == "downside"]
    said = {row["person_id"] for row in hard if fold(row["theme"]) == fold(theme)}
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
