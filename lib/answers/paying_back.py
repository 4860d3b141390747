"""When each way in pays back: at the best and the worst of what people said, or what is missing."""

from collections.abc import Iterable, Sequence
from math import inf, isnan
from typing import NamedTuple

import pandas as pd

from lib import statistics
from lib.answers.agreed import agreement
from lib.answers.spread import spread
from lib.answers.words import FEWEST_IN_WORDS, OLD_IN_WORDS, listed, of_unit
from lib.answers.yearly import MAIN, in_words
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.money import short
from lib.queries.explorer import Profile
from lib.statistics import FEWEST, Back, Telling
from lib.statistics.payback import LONG, Ends

COLUMNS = ["Field", "Way in", "Training", "Cost", "Entry pay", "New pay until it is back"]
COLUMNS += ["From the first day"]
ENDS = ("low", "high")


class Payback(NamedTuple):
    """A row a way in, and what the table rests on."""

    table: pd.DataFrame
    words: Markdown


def entry_pay(figures: Iterable[Row]) -> dict[str, Ends]:
    """By field: the outer ends of the band of entry pay, under three people those of the figures.

    Where three people or more have no band, what they said stands as it does under three.
    `figures`: the columns of `with_yearly`.
    """
    entry: dict[str, list[Row]] = {}
    for row in figures:
        if row["counts"] and row["level"] == "entry" and row["panel"] == MAIN:
            entry.setdefault(row["field_id"], []).append(row)
    return {field_id: _ends(said) for field_id, said in entry.items()}


def _ends(said: list[Row]) -> Ends:
    found = agreement(said)
    if found.pieces:
        return found.pieces[0].low, found.pieces[-1].high
    if found.n >= FEWEST:
        return found.ends
    low, high, less, more = spread((row["a_low"], row["a_high"]) for row in said)
    return None if less else low, None if more else high


def paying_back(ways: pd.DataFrame, entry: dict[str, Ends], me: Profile) -> Payback:
    """The ways into every field but the current one, the soonest back first.

    `ways`: field_id, field, name, current, tellings, low, high, less, more and words of months and
    cost, and cost_whole (no cost is left out for want of a currency or a rate).
    """
    if me.current_pay is None:
        return Payback(
            pd.DataFrame(columns=COLUMNS),
            Markdown(
                "Say on Profile what you earn now, and this table says when a way in pays back."
            ),
        )
    current = me.current_pay / 100
    rows = sorted(
        (_row(row, current, entry, me) for row in records(ways) if not row["current"]),
        key=lambda one: one[0],
    )
    table = pd.DataFrame([cells for _, cells in rows], columns=COLUMNS)
    return Payback(
        table,
        Markdown(
            "Against {} a year now, base pay before tax. From what costs least, as one person "
            "tells it, with the best entry pay to what costs most with the least; pay lost during "
            "training counts, unless it is done beside a job. Entry pay: the ends of what at least "
            "half of {} or more people share; of fewer, what they said. Costs and pay older than "
            "{} years are left out."
        ).format(short(current, me.base_currency), FEWEST_IN_WORDS, OLD_IN_WORDS),
    )


Cells = tuple[str, ...]


def _row(
    row: Row, current: float, entry: dict[str, Ends], me: Profile
) -> tuple[tuple[float, ...], Cells]:
    """What sorts a row (training plus the later end), and its cells."""
    pay = entry.get(row["field_id"])
    start = (row["field"], row["name"], row["months_words"], row["cost_words"])
    said = "not said" if pay is None else in_words(*pay, me.base_currency, "year")
    missing = [
        name
        for name, known in (
            ("months", not isnan(row["months_low"])),
            ("a cost to count with", row["cost_whole"] and not isnan(row["cost_low"])),
            ("an entry figure", pay is not None),
        )
        if not known
    ]
    if missing or pay is None:
        return (inf, inf, inf), (*start, said, f"missing: {listed(missing)}", "")
    back = statistics.payback(row["tellings"], current_pay=current, entry=pay)
    first, last = back.whole
    order = (inf if last is None or back.more else last, inf if first is None else first, 0.0)
    return order, (*start, said, new_pay(back), from_first_day(back))


def tellings(said: Sequence[Row]) -> list[Telling]:
    """A way in as each person tells it; what one left out is as the others say.

    `said`: the columns of `with_costs`. Pay is lost where work goes on was not said by anybody.
    """
    cost, months = (_over_all(said, name) for name in ("cost", "months"))
    beside = {row["alongside"] for row in said if not isnan(row["alongside"])} == {1}
    return [
        Telling(
            cost=_of_one(row, "cost") or cost,
            months=_of_one(row, "months") or months,
            lost=not (beside if isnan(row["alongside"]) else row["alongside"]),
        )
        for row in said
    ]


def _over_all(said: Sequence[Row], name: str) -> Ends:
    found = spread((row[f"{name}_low"], row[f"{name}_high"]) for row in said)
    return None if found.less else found.low, None if found.more else found.high


def _of_one(row: Row, name: str) -> Ends | None:
    """The two ends of months or cost, None where one was left open; None where none was said."""
    low, high = (None if isnan(row[f"{name}_{end}"]) else row[f"{name}_{end}"] for end in ENDS)
    return None if low is None and high is None else (low, high)


def new_pay(back: Back) -> str:
    """Such as `33 to 66 months`, `33 months or more`, `33 months, or never`, `never`."""
    return _said(back, *back.new_pay)


def from_first_day(back: Back) -> str:
    """The same with the training before it; nothing more where it takes ten years or never is."""
    if back.new_pay[0] is None or _long(back.new_pay[0]):
        return new_pay(back)
    return _said(back, *back.whole)


def _said(back: Back, first: float | None, last: float | None) -> str:
    if first is None:
        return "never"
    soonest, latest = map(_long, back.new_pay)
    begins = "more than ten years" if soonest else of_unit(f"{first:.0f}", "month")
    if last is None:
        return f"{begins}, or never"
    ends = "more than ten years" if latest else of_unit(f"{last:.0f}", "month")
    if back.more and back.less:
        return "not known: open at both ends"
    if back.more:
        return begins + " or more" * (not soonest)
    if back.less:
        return f"{ends} or less"
    if soonest or begins == ends:
        return ends
    return f"{begins} to {ends}" if latest else f"{first:.0f} to {ends}"


def _long(months: float | None) -> bool:
    return months is not None and months > LONG
