"""Precision, recall and F1 of what is read from notes, by kind, against the marks in the texts.

A skill is found where its name shares half of its words with the marked one; training where its
kind is right and its words lie there; pay where low, high, currency and period are right; a good
or hard thing, an outlook where side or direction is right and the words lie there; a step and a
person by name. Each mark counts once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from lib import notes
from tests.evaluation.marked import KINDS, Mark, Marked
from tests.evaluation.matching import alike, same_place

DIRECTION_OF = {"g": "growing", "s": "steady", "h": "shrinking", "c": "changing"}
NEAR = 0.5


@dataclass
class Score:
    """How many were found rightly, wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was suggested that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was suggested."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def scores(texts: Sequence[Marked]) -> dict[str, Score]:
    """The score of each kind over these texts."""
    told = {kind: Score() for kind in KINDS.values()}
    for text in texts:
        page = notes.read(text.text)
        for kind, score in told.items():
            right, wrong, missed = compared(getattr(page, kind), text.of(kind), _FITS[kind])
            score.right += len(right)
            score.wrong += len(wrong)
            score.missed += len(missed)
    return told


def compared(
    found: Sequence[Any], marks: Sequence[Mark], fits: Callable[[Any, Mark], float]
) -> tuple[list[Any], list[Any], list[Mark]]:
    """What is right, what is wrong, and which marks were missed; the best fits pair first."""
    pairs = sorted(
        ((fits(one, mark), i, j) for i, one in enumerate(found) for j, mark in enumerate(marks)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    taken: dict[int, int] = {}
    for fit, i, j in pairs:
        if fit >= NEAR and i not in taken and j not in taken.values():
            taken[i] = j
    right = [one for i, one in enumerate(found) if i in taken]
    wrong = [one for i, one in enumerate(found) if i not in taken]
    return right, wrong, [mark for j, mark in enumerate(marks) if j not in taken.values()]


def _skill(found: notes.SkillFound, mark: Mark) -> float:
    return max(alike(found.name, mark.name), alike(found.name, mark.quote))


def _training(found: notes.TrainingFound, mark: Mark) -> float:
    kind = mark.stands_for.split(";")[0].strip()
    return float(found.kind == kind and _there(found, mark) > 0)


def _pay(found: notes.PayFound, mark: Mark) -> float:
    low, high, currency, period = figure(mark)
    mine = (found.low, found.high)
    same = mine == (low, high) and _there(found, mark) > 0
    units = found.currency in {currency, None} or currency is None
    times = found.period in {period, None} or period is None
    return float(same and units and times)


def figure(mark: Mark) -> tuple[Decimal | None, Decimal | None, str | None, str | None]:
    """Low, high, currency and period of a mark of pay; "?" is what was not said."""
    amount, *rest = mark.stands_for.split() or ["-"]
    unit = [word for word in (part.strip(";") for part in rest) if word]
    currency = next((word for word in unit if word.isupper() and len(word) == 3), None)
    period = next((w for w in unit if w in {"hour", "day", "week", "month", "year"}), None)
    try:
        if amount.startswith("<"):
            return None, Decimal(amount[1:]), currency, period
        if amount.endswith("+"):
            return Decimal(amount[:-1]), None, currency, period
        low, _, high = amount.partition("-")
        return Decimal(low), Decimal(high or low), currency, period
    except InvalidOperation:
        return None, None, currency, period


def _there(found: Any, mark: Mark) -> float:
    return float(same_place(found.start, found.end, mark.start, mark.end))


def _outlook(found: notes.OutlookFound, mark: Mark) -> float:
    return float(found.direction == DIRECTION_OF[mark.more] and _there(found, mark) > 0)


def _step(found: notes.StepFound, mark: Mark) -> float:
    return alike(found.title, mark.name)


def _person(found: notes.PersonFound, mark: Mark) -> float:
    return alike(found.name, mark.quote)


_FITS: dict[str, Callable[[Any, Mark], float]] = {
    "skills": _skill,
    "training": _training,
    "salaries": _pay,
    "upsides": _there,
    "downsides": _there,
    "steps": _step,
    "outlook": _outlook,
    "people": _person,
}
