"""A finding as a line of a cell: plain where that is read back the same, else quoted."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from lib.errors import Refused
from lib.figures import span_phrase
from lib.records import (
    AspectSaid,
    OutlookSaid,
    Said,
    SalarySaid,
    SkillSaid,
    StepSaid,
    TrainingSaid,
)
from lib.sheet.figures import write_money
from lib.sheet.findings import READERS
from lib.sheet.parts import quote
from lib.text import unmarked


def line_of(said: Any, kind: str) -> str:
    """The first of the forms that is read back the same."""
    forms = list(_forms(said))
    for form in forms[:-1]:
        if _reads_back(form, said, kind):
            return form
    return forms[-1]


def same(one: Said, other: Said) -> bool:
    """Whether two findings say the same, whatever their ids."""
    return _content(one) == _content(other)


def _reads_back(form: str, said: Said, kind: str) -> bool:
    if unmarked(form) != [form]:
        return False
    try:
        read = READERS[kind](form, "USD")
        fixed = {name: getattr(said, name) for name in FROM_COLUMN.get(type(said), ())}
        return len(read) == 1 and same(type(said)(**{**fixed, **read[0]}), said)
    except (Refused, ValidationError):
        return False


def _content(said: Any) -> dict[str, Any]:
    content: dict[str, Any] = said.model_dump(exclude={"id", "note_id"})
    if isinstance(said, SkillSaid) and said.said_as == said.skill:
        content["said_as"] = ""
    return content


FROM_COLUMN: dict[type[Said], tuple[str, ...]] = {
    SkillSaid: ("necessity",),
    SalarySaid: ("level",),
    TrainingSaid: ("required",),
    AspectSaid: ("side",),
    StepSaid: ("position",),
}
"""What the column, or the place in it, says already."""


def _forms(said: Any) -> Iterator[str]:
    match said:
        case SkillSaid():
            also = said.said_as if said.said_as != said.skill else ""
            yield _join([said.skill, _keyed("as", also), *_rest(said)])
            yield _join([_keyed("skill", said.skill), *_rest(said), _keyed("as", also)])
        case SalarySaid():
            yield _join([_pay(said), *_about_pay(said), *_rest(said)], between=", ")
        case TrainingSaid():
            yield _join([said.name, *_about_training(said), *_rest(said)], first=True)
            yield _join([_keyed("name", said.name), *_about_training(said), *_rest(said)])
        case AspectSaid():
            yield from _labelled(said, "theme", said.theme)
        case StepSaid():
            yield _join([said.title, *_about_step(said), *_rest(said)], first=True)
            yield _join([_keyed("title", said.title), *_about_step(said), *_rest(said)])
        case OutlookSaid():
            direction = "" if said.direction == "unstated" else said.direction
            yield from _labelled(said, "direction", direction)


def _labelled(said: Any, key: str, label: str) -> Iterator[str]:
    plain = f"{label}: {said.quote}" if label and said.quote else label or said.quote
    yield plain
    if label:
        yield _join([f"{label}: {quote(said.quote)}" if said.quote else label, *_flags(said)])
    yield _join([_keyed(key, label), *_rest(said)])


def _about_pay(said: SalarySaid) -> list[str]:
    words = [said.whose, said.basis, said.tax, said.employed, str(said.year or "")]
    plain = ["" if word == "unstated" else word for word in words]
    return [*plain, _keyed("place", said.place), _keyed("benefits", said.benefits)]


def _pay(said: SalarySaid | StepSaid) -> str:
    """The figure; where there is none, what is known of it all the same."""
    if said.low is not None or said.high is not None:
        return write_money(said.low, said.high, said.currency, said.period)
    period = "" if said.period == "unstated" else said.period
    between = ", " if isinstance(said, SalarySaid) else "; "
    return _join([_keyed("currency", said.currency or ""), _keyed("period", period)], between)


def _about_training(said: TrainingSaid) -> list[str]:
    cost = write_money(said.cost_low, said.cost_high, said.currency)
    return [
        said.kind,
        span_phrase(said.months_low, said.months_high, "months"),
        cost or _keyed("currency", said.currency or ""),
        {None: "", True: "alongside", False: "not alongside"}[said.alongside_work],
    ]


def _about_step(said: StepSaid) -> list[str]:
    return [span_phrase(said.years_low, said.years_high, "years"), _pay(said)]


def _rest(said: Said) -> list[str]:
    return [quote(said.quote) if said.quote else "", *_flags(said)]


def _flags(said: Said) -> list[str]:
    return [_keyed("field", said.field), "private" if said.private else ""]


def _keyed(key: str, text: str) -> str:
    return f"{key}: {quote(text)}" if text else ""


def _join(parts: list[str], between: str = "; ", *, first: bool = False) -> str:
    """The parts that say something; `first` keeps the place of an empty first one."""
    kept = [part for n, part in enumerate(parts) if part or (first and n == 0)]
    return between.join(kept).strip()
