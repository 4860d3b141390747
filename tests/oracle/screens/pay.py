"""Pay: every figure in its panel, and where people agree."""

from math import isnan
from typing import Any

from lib.answers.pay import pay
from tests.oracle import agreement
from tests.oracle.links import figured
from tests.oracle.looked_at import Figures, Look, Reckoned, tally
from tests.oracle.money import Figure, figure, figures
from tests.oracle.pools import UNSAID, in_pool, panel, ranges
from tests.oracle.screens.skills import NOW
from tests.oracle.words import numbers
from tests.oracle.words import shown as rounded

LEVELS = ("entry", "mid", "senior", "unstated")


def shown(look: Look) -> Figures:
    answer = pay(look.session, look.viewer, look.filters)
    figures: Figures = {}
    for one in answer.panels:
        for row in one.drawing.table.to_dict("records"):
            field = row["Field"].removesuffix(NOW)
            level = row["Level"].lower().replace("not said", "unstated")
            low, high = end(row["From, a year"]), end(row["To, a year"])
            old = row["Older than three years"] in (True, "yes", "True")
            tally(figures, "figure", (field, level, row["Whose"], low, high, one.key, old))
            figures["they agree", f"{field}, {level}, {one.key}"] = band(str(row["They agree"]))
    figures["figures without a place", ""] = len(answer.loose)
    return figures


def end(amount: Any) -> float | None:
    return None if amount is None or isnan(amount) else round(float(amount))


def band(words: str) -> list[tuple[float, float]]:
    parts = [numbers(part) for part in words.replace(" and ", ";").split(";")]
    return [(found[0], found[-1]) for found in parts if found]


def reckoned(on: Reckoned) -> Figures:
    found: Figures = {}
    base = on.book.explorer["base_currency"]
    for field_id, field in on.names.items():
        every = figures(on.book, field_id)
        for one in every:
            tally(found, "figure", (field, *described(one)))
        for level, name in {(one.said.row["level"], panel(one)) for one in every}:
            said = ranges(in_pool(on.book, field_id, level, name))
            pooled = level != "unstated" and not name.startswith(UNSAID)
            pieces = agreement.band(said) if pooled else None
            words = [(rounded(low, base), rounded(high, base)) for low, high in pieces or []]
            found["they agree", f"{field}, {level}, {name}"] = words
    named = [said for said in figured(on.book) if said.field in on.names]
    loose = sum(figure(on.book, said) is None for said in named)
    found["figures without a place", ""] = loose
    return found


def described(one: Figure) -> tuple[Any, ...]:
    row = one.said.row
    return (row["level"], row["whose"], end(one.low), end(one.high), panel(one), one.old)
