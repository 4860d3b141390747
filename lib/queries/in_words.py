"""A finding's row in words, as the evidence lists it."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from math import isnan
from typing import Any

from lib import money

Row = Mapping[str, Any]


def in_words(row: Row) -> str:
    """One line: `SQL, mandatory`, `$60k to $72k a year, entry, own pay`."""
    words: Callable[[Row], list[str]] = next(w for column, w in _WORDS.items() if column in row)
    return ", ".join(part for part in words(row) if part)


def _skill(row: Row) -> list[str]:
    name, typed = row["_skill"], row["_said_as"]
    aside = f"said as “{typed}”" if typed and typed.casefold() != name.casefold() else ""
    stated = "" if row["_necessity"] == "unstated" else row["_necessity"]
    return [name or "a skill still to be named", stated, aside]


def _training(row: Row) -> list[str]:
    required = {"yes": "required", "no": "not required"}.get(row["_required"], "")
    months = _span(row["_months_low"], row["_months_high"], "month")
    cost = money.Pay(
        _decimal(row["_cost_low"]), _decimal(row["_cost_high"]), row["_currency"] or None, None
    )
    kind = "" if row["_kind"] == "other" else row["_kind"]
    beside = {1: "beside a job", 0: "not beside a job"}.get(row["_alongside_work"], "")
    return [row["_name"], kind, months, money.format_pay(cost), required, beside]


def _salary(row: Row) -> list[str]:
    stated = [row[name] for name in ("_level", "_basis", "_tax", "_employed")]
    whose = {"own": "own pay", "seen": "seen on paper", "heard": "heard"}[row["_whose"]]
    year = "" if isnan(row["_year"]) else f"{row['_year']:.0f}"
    return [
        _pay(row) or "no figure",
        *(word for word in stated if word != "unstated"),
        whose,
        year,
        row["_place"],
        row["_benefits"],
    ]


def _aspect(row: Row) -> list[str]:
    return [{"upside": "good", "downside": "hard"}[row["_side"]], row["_theme"]]


def _step(row: Row) -> list[str]:
    years = _span(row["_years_low"], row["_years_high"], "year")
    until = f"{years} until the next" if years else ""
    return [f"step {row['_position']}", row["_title"], until, _pay(row)]


def _outlook(row: Row) -> list[str]:
    return ["" if row["_direction"] == "unstated" else row["_direction"]]


def _interest(row: Row) -> list[str]:
    noted = [("before", row["_before"]), ("after", row["_after"])]
    return [f"interest {when} {value:.0f}" for when, value in noted if not isnan(value)]


def _pay(row: Row) -> str:
    """A figure as it was said; nothing where none was."""
    period = None if row["_period"] == "unstated" else row["_period"]
    ends = (_decimal(row["_low"]), _decimal(row["_high"]))
    said = money.format_pay(money.Pay(*ends, row["_currency"] or None, period))
    return f"{said} a year" if said and period == "year" else said


def _span(low: float, high: float, unit: str) -> str:
    if isnan(low) and isnan(high):
        return ""
    units = unit if (low if isnan(high) else high) == 1 else f"{unit}s"
    if isnan(low) or isnan(high):
        return f"up to {high:g} {units}" if isnan(low) else f"from {low:g} {units}"
    return f"{low:g} {units}" if low == high else f"{low:g} to {high:g} {units}"


def _decimal(amount: float) -> Decimal | None:
    return None if isnan(amount) else Decimal(str(amount))


_WORDS: dict[str, Callable[[Row], list[str]]] = {
    "_skill": _skill,
    "_months_low": _training,
    "_basis": _salary,
    "_side": _aspect,
    "_position": _step,
    "_direction": _outlook,
    "_before": _interest,
}
