"""All that a coach's browser can be sent through one link: every query, every answer, every key.

Listed from the code: a query or an answer for whom a link may ask is among them the day it is
added, and one with a parameter that is not known here fails.
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from datetime import date
from importlib import import_module
from itertools import product
from types import ModuleType
from typing import Any, get_args, get_type_hints

import pandas as pd
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib import answers, queries
from lib.access.viewer import Share, Viewer
from lib.answers.came_of_it import STEPS
from lib.answers.compare_told import heard_of
from lib.answers.fields import fields_shown
from lib.answers.report import titles
from lib.answers.skills_told import told_of_skills
from lib.charts.base import Opening
from lib.errors import NotFound, Refused
from lib.filters import EVERYTHING
from lib.model import Field, Person, SalaryFinding, Skill
from lib.words import LEVELS, TOPICS, Direction

Asked = Callable[..., Any]
Got = dict[str, Any]

WITHIN = {
    *("answers.skill_people.remarks", "answers.evidence.behind", "queries.evidence.evidence"),
    *("queries.evidence.figures", "queries.explorer.pulse", "queries.explorer.revision"),
}
"""What `opened` asks for, of which every key is tried; and what a run is known by on the server."""
ANY_DAY = date(2026, 3, 3)


def chosen_of(session: Session, share: Share) -> tuple[str, ...]:
    """The last two fields that are shown."""
    return tuple(one.field_id for one in fields_shown(session, share, EVERYTHING)[-2:])


def listed(package: ModuleType) -> Iterator[tuple[str, Asked]]:
    """Every public function that begins with a session and a viewer that may be a link."""
    for module in pkgutil.iter_modules(package.__path__):
        if module.name == "base":  # what queries are made of
            continue
        loaded = import_module(f"{package.__name__}.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            takes = list(inspect.signature(function).parameters)
            mine = function.__module__ == loaded.__name__ and name[0] != "_"
            asks = mine and takes[:2] == ["session", "viewer"]
            if asks and get_type_hints(function)["viewer"] in (Viewer, Share):
                place = f"{package.__name__.removeprefix('lib.')}.{module.name}.{name}"
                yield place, function


ASKED = {
    name: function
    for package in (queries, answers)
    for name, function in listed(package)
    if name not in WITHIN
}

Choices = Callable[[Session, Share], list[Any]]
PARAMETERS: dict[str, Choices] = {
    "filters": lambda session, share: [EVERYTHING],
    "shown": lambda session, share: [fields_shown(session, share, EVERYTHING)],
    "told": lambda session, share: [
        told_of_skills(session, share, EVERYTHING, fields_shown(session, share, EVERYTHING))
    ],
    "topic": lambda session, share: list(TOPICS),
    "title": lambda session, share: list(titles(worded=True)),
    "day": lambda session, share: [ANY_DAY],
    "typed": lambda session, share: ["", "sql"],
    "trial": lambda session, share: [None],
    "moment": lambda session, share: [None],
    "heard": lambda session, share: [heard_of(session, share, EVERYTHING)],
    "chosen": lambda session, share: [(), chosen_of(session, share)],
    "key": lambda session, share: list(keys(session, share)),
    "step": lambda session, share: list(STEPS),
}
"""What each parameter after session and viewer is called with; a new one needs a line here."""


def ids(session: Session, share: Share, model: Any) -> list[str]:
    """Every id of the explorer's, as this link would know it: also those it must not know."""
    mine = select(model.id).where(model.explorer_id == share.explorer_id).order_by(model.id)
    return [share.shown(one) for one in session.scalars(mine)]


def keys(session: Session, share: Share) -> list[str]:
    """Keys of every kind over all rows there are, as somebody would forge them who knew the ids."""
    fields, skills = ids(session, share, Field), ids(session, share, Skill)
    criteria = ("interest", "skills", "months", "cost", "pay", "pay later", "aspects", "outlook")
    return [
        *(f"salary/{one}" for one in ids(session, share, SalaryFinding)),
        *(f"person/{one}" for one in ids(session, share, Person)),
        *(f"{kind}/{field}" for kind in ("things", "interest") for field in fields),
        *(f"topic/{field}/{topic}" for field in fields for topic in TOPICS),
        *(f"skill/{skill}" for skill in skills),
        *(f"skill/{skill}/{field}" for skill in skills for field in fields),
        *(f"outlook/{field}/{way}" for field in fields for way in get_args(Direction)),
        *(f"compare/{field}/{criterion}" for field in fields for criterion in criteria),
        *(f"pay/{field}/{level}/base-gross-employed" for field in fields for level in LEVELS),
    ]


def everything(session: Session, share: Share, sent: dict[str, list[Any]] | None = None) -> Got:
    """What each answers, by its name and what it was asked with; then what every mark opens."""
    got: Got = {}
    known = dict(sent or {})
    for name, function in ASKED.items():
        takes = list(inspect.signature(function).parameters)[2:]
        for one in takes:
            if one not in known:
                known[one] = PARAMETERS[one](session, share)
        for more in product(*(known[one] for one in takes)):
            asked = " ".join([name, *(one for one in more if isinstance(one, str))])
            got[asked] = answer(function, session, share, *more)
    opened = ASKED["answers.evidence.opened"]
    filters = known["filters"][0]
    for opening in openings(got):
        asked = f"answers.evidence.opened {opening.key}"
        if asked not in got:
            got[asked] = answer(opened, session, share, filters, opening.key)
    return got


def answer(function: Asked, session: Session, share: Share, *more: Any) -> Any:
    try:
        found = function(session, share, *more)
        return list(found) if isinstance(found, Iterator) else found
    except (NotFound, Refused) as refused:
        return str(refused)


def parts(found: Any, kind: type[Any]) -> Iterator[Any]:
    """Everything of one kind in what was got, however deep."""
    if isinstance(found, kind):
        yield found
    elif isinstance(found, dict):
        for one in found.values():
            yield from parts(one, kind)
    elif isinstance(found, list | tuple | set | frozenset):
        for one in found:
            yield from parts(one, kind)
    elif is_dataclass(found):
        for each in dataclass_fields(found):
            yield from parts(getattr(found, each.name), kind)


def openings(got: Any) -> list[Opening]:
    """Every mark that opens, once."""
    return list(dict.fromkeys(parts(got, Opening)))


def as_text(found: Any) -> str:
    """All of it as text; employers are told apart by when they first come, as keys differ."""
    if isinstance(found, pd.DataFrame):
        shown = found.copy()
        for name in {"employer"} & set(shown.columns):
            codes, _ = pd.factorize(shown[name].where(shown[name] != ""))
            shown[name] = codes
        return shown.to_csv()
    if isinstance(found, dict):
        return "\n".join(f"{name}: {as_text(one)}" for name, one in found.items())
    if isinstance(found, set | frozenset):
        return "\n".join(sorted(map(as_text, found)))
    if isinstance(found, list | tuple):
        return "\n".join(map(as_text, found))
    if is_dataclass(found):
        each = [(one.name, getattr(found, one.name)) for one in dataclass_fields(found)]
        return "\n".join(f"{name}: {as_text(one)}" for name, one in each)
    return str(found)


def texts(got: Got) -> dict[str, str]:
    """What was got, as text."""
    return {name: as_text(one) for name, one in got.items()}


def differing(one: dict[str, str], other: dict[str, str]) -> Iterable[str]:
    """Where two readings differ, with the lines that do."""
    for name in sorted(one.keys() | other.keys()):
        left, right = one.get(name, "(nothing)"), other.get(name, "(nothing)")
        if left != right:
            mine, theirs = left.splitlines(), right.splitlines()
            yield f"{name}\n  - {[x for x in mine if x not in theirs]}\n  + " + str(
                [x for x in theirs if x not in mine]
            )
