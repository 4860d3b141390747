"""What was read in a line of notes, as values of a finding; what was not read stays blank."""

from collections.abc import Callable
from typing import Any

from lib import notes
from lib.figures import span_phrase
from lib.ui.record.phrases import pay_phrase
from lib.words import THEMES

KINDS = {
    "skill": "skills",
    "training": "training",
    "pay": "salaries",
    "good": "upsides",
    "hard": "downsides",
    "step": "steps",
    "outlook": "outlook",
}
"""By mark, what the reader calls it."""
OWN_WORDS = 4
"""A theme of one's own has at most so many words; of more, somebody has to say what it is about."""

Values = dict[str, Any]


def read_as(line: str, mark: str, dollar: str) -> list[Values]:
    """Values of each finding that a pressed line makes; none where nothing could be read."""
    if mark not in KINDS:
        return []
    read = notes.read_as(line, KINDS[mark], dollar=dollar)
    return [values(mark, one) for one in getattr(read, KINDS[mark])]


def values(mark: str, one: notes.Suggestion) -> Values:
    """The columns of one finding, as Record's form keeps them."""
    return _OF_MARK[mark](one)


def _skill(one: notes.SkillFound) -> Values:
    return {"skill": one.name[:1].upper() + one.name[1:], "necessity": one.necessity}


def _training(one: notes.TrainingFound) -> Values:
    named = one.kind != "other" or len(one.name.split()) <= OWN_WORDS
    return {
        "name": one.name[:1].upper() + one.name[1:] if named else "",
        "kind": one.kind,
        "required": one.required,
        "months": span_phrase(one.months_low, one.months_high),
        "cost": pay_phrase(one.cost_low, one.cost_high, one.currency, None),
        "alongside_work": one.alongside_work,
    }


def _salary(one: notes.PayFound) -> Values:
    return {
        "pay": pay_phrase(one.low, one.high, one.currency, one.period),
        "level": one.level,
        "whose": one.whose,
        "basis": one.basis,
        "tax": one.tax,
        "employed": one.employed,
        "year": one.year,
        **({"times": one.times} if one.times else {}),
    }


def _aspect(one: notes.AspectFound) -> Values:
    short = len(one.quote.split()) <= OWN_WORDS
    return {"theme": one.theme if one.theme in THEMES or short else "", "side": one.side}


def _step(one: notes.StepFound) -> Values:
    return {"title": one.title, "years": span_phrase(one.years_low, one.years_high)}


def _outlook(one: notes.OutlookFound) -> Values:
    return {"direction": one.direction}


_OF_MARK: dict[str, Callable[[Any], Values]] = {
    "skill": _skill,
    "training": _training,
    "pay": _salary,
    "good": _aspect,
    "hard": _aspect,
    "step": _step,
    "outlook": _outlook,
}
