"""The number on a mark is the number of people who open under it, on every screen."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from dataclasses import fields as dataclass_fields
from datetime import date
from functools import cache
from importlib import import_module
from math import isfinite
from typing import Any, TypeVar, get_type_hints

import pandas as pd
import pytest
from sqlalchemy.orm import Session

from lib import answers
from lib.access.viewer import Explorer, Viewer
from lib.answers.evidence import behind
from lib.charts.base import Drawing
from lib.commands.profile import rate_skill
from lib.commands.samples import load_samples
from lib.commands.weighing import set_weights
from lib.criteria import Weight
from lib.filters import EVERYTHING, Filters
from lib.findings import KINDS, Kind
from lib.queries.fields import fields
from lib.records import AspectSaid, OutlookSaid, SalarySaid, SkillSaid, StepSaid, TrainingSaid
from lib.storage.database import Database
from tests.conftest import an_explorer
from tests.factories import (
    a_figure,
    a_link,
    a_person,
    a_question_put,
    an_interview,
    field_id,
    merge,
    one_of_each,
    what_must_not_count,
)

Part = TypeVar("Part")
Answering = Callable[[Session, Viewer, Filters], Any]

AUTUMN = Filters(since=date(2026, 6, 1), until=date(2026, 9, 30))
SPRING = Filters(since=date(2026, 3, 1), until=date(2026, 3, 31))
NARROWED = (AUTUMN, Filters(level="senior"), Filters(stages=("open",)))
OPEN_ENDED = {"From", "To", "From, a year", "To, a year", "Before", "After"}
"""Figures that may be missing on purpose: an open end, a cell in words, interest not noted."""


@dataclass(frozen=True)
class Told:
    session: Session
    samples: Explorer
    odd: Explorer


@pytest.fixture(scope="module")
def told(shared_database: Database) -> Iterator[Told]:
    """The samples, and another explorer with what the samples do not hold."""
    with Session(shared_database.writer) as session:
        samples, odd = an_explorer(session), an_explorer(session)
        load_samples(session, samples)
        odd_conversations(session, odd)
        yield Told(session, samples, odd)
        answered.cache_clear()
        session.rollback()


def odd_conversations(session: Session, me: Explorer) -> None:
    """Asides, words alone, two talks, merged skills, answered questions, what is not mine."""
    what_must_not_count(session, me, "Nurse")
    ann = a_person("Ann", organisation="Acme")
    for month in (3, 4):
        once_more = {"held_on": date(2026, month, 1), "interest_after": month}
        an_interview(session, me, "Nurse", person=ann, **once_more, **one_of_each())
    an_interview(session, me, "Nurse", **one_of_each(field="Cook"))
    an_interview(session, me, "Nurse", **one_of_each(private=True))
    asked = an_interview(session, me, "Cook", asked=("whom next", "skills", "pay"))
    a_question_put(session, me, asked, "outlook", answered=True)
    an_interview(
        *(session, me, "Cook"),
        person=a_person(attribution="off the record", introduced_by_id=ann.id),
        interest_before=2,
        skills=[SkillSaid(quote="A head for it."), "Queries"],
        trainings=(TrainingSaid(quote="Nights."), TrainingSaid(name="Law", months_high=24)),
        salaries=(SalarySaid(quote="Not much."), a_figure(None, 9, whose="heard")),
        aspects=(AspectSaid(side="downside", quote="Rain."),),
        steps=(StepSaid(quote="Up."),),
        outlooks=(OutlookSaid(quote="Who knows."),),
    )
    other = (a_figure(30, 40, period="hour"), a_figure(currency=None), a_figure(basis="total"))
    an_interview(session, me, "Cook", salaries=other, skills=["Databases", "Queries"])
    an_interview(session, me, "Cook", trainings=(TrainingSaid(quote="You just begin."),))
    merge(session, me, "Queries", into="Databases")
    rate_skill(session, me, skill="Databases", level=4)
    set_weights(session, me, weights=[Weight("pay", 9, 20_000, 60_000), Weight("skills", 0)])


def listed() -> Iterator[tuple[str, Answering]]:
    """Every answer of lib.answers: of (session, viewer, filters) one that holds a drawing.

    What it takes beside these is left as it is by default.
    """
    for module in pkgutil.iter_modules(answers.__path__):
        loaded = import_module(f"lib.answers.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            own = function.__module__ == loaded.__name__ and name[0] != "_"
            takes = list(inspect.signature(function).parameters.values())
            asked = [one.name for one in takes if one.default is one.empty]
            if own and asked == ["session", "viewer", "filters"]:
                made = get_type_hints(function)["return"]
                if is_dataclass(made):
                    yield name, function


ANSWERS = dict(listed())


def parts(answer: Any, kind: type[Part], name: str) -> Iterator[tuple[str, Part]]:
    """Everything of one kind in an answer, however deep, by the names on the way to it."""
    if isinstance(answer, kind):
        yield name, answer
    elif isinstance(answer, tuple | list):
        for one in answer:
            yield from parts(one, kind, f"{name} {getattr(one, 'key', '')}")
    elif is_dataclass(answer):
        for field in dataclass_fields(answer):
            yield from parts(getattr(answer, field.name), kind, f"{name} {field.name}")


@cache
def answered(session: Session, viewer: Viewer, filters: Filters, name: str) -> Any:
    """The answer, made once for all tests that look at it."""
    return ANSWERS[name](session, viewer, filters)


def drawings(session: Session, viewer: Viewer, filters: Filters) -> dict[str, Drawing]:
    """Every chart of every screen."""
    found: dict[str, Drawing] = {}
    for name in ANSWERS:
        found |= parts(answered(session, viewer, filters, name), Drawing, name)
    return found


def test_every_screen_is_among_them() -> None:
    assert ANSWERS.keys() >= {
        *("overview", "skills", "pay", "compare", "weighed", "day_to_day", "getting_in")
    }


def wrong_counts(
    session: Session, viewer: Viewer, filters: Filters, *, every: int = 1
) -> list[tuple[str, int, int]]:
    """(label, people on the mark, people behind it) where the two differ.

    `every`: of many marks alike each second, third ...; what is odd is tried whole.
    """
    found = []
    for name, drawing in drawings(session, viewer, filters).items():
        for opening in drawing.openings[::every]:
            rows = behind(session, viewer, filters, opening.key)
            found.append((f"{name}: {opening.label}", opening.people, rows["person_id"].nunique()))
    assert found
    return [one for one in found if one[1] != one[2]]


def test_every_mark_of_the_samples_opens_onto_as_many_people_as_it_says(told: Told) -> None:
    assert wrong_counts(told.session, told.samples, EVERYTHING, every=2) == []


@pytest.mark.parametrize("filters", NARROWED, ids=str)
def test_and_under_filters_too(told: Told, filters: Filters) -> None:
    assert wrong_counts(told.session, told.samples, filters, every=6) == []


@pytest.mark.parametrize("filters", [EVERYTHING, SPRING, *NARROWED[1:]], ids=str)
def test_and_in_conversations_unlike_the_samples(told: Told, filters: Filters) -> None:
    every = 1 if filters == EVERYTHING else 3
    assert wrong_counts(told.session, told.odd, filters, every=every) == []


def test_and_to_a_link(told: Told) -> None:
    link = a_link(told.session, told.odd, "Nurse", "Cook")
    assert wrong_counts(told.session, link, EVERYTHING) == []


@pytest.mark.parametrize("threshold", [2, 3])
def test_and_to_a_link_that_leaves_small_groups_out(told: Told, threshold: int) -> None:
    for me, named in ((told.odd, ("Nurse", "Cook")), (told.samples, ())):
        names = named or tuple(fields(told.session, me, EVERYTHING)["field"])
        link = a_link(told.session, me, *names, threshold=threshold)
        assert wrong_counts(told.session, link, EVERYTHING, every=1 if named else 6) == []


def test_one_field_alone_opens_as_it_does_among_others(told: Told) -> None:
    only = Filters(fields=(field_id(told.session, told.odd, "Cook"),))
    assert wrong_counts(told.session, told.odd, only) == []


def test_every_key_in_the_data_can_be_opened_unless_nobody_stands_behind_it(told: Told) -> None:
    for viewer in (told.samples, told.odd):
        for name, drawing in drawings(told.session, viewer, EVERYTHING).items():
            opened = [opening.key for opening in drawing.openings]
            assert len(opened) == len(set(opened)), name
            assert dead_marks(drawing) == [], name


def dead_marks(drawing: Drawing) -> list[str]:
    """Keys of marks that show people and have no opening."""
    known = {opening.key for opening in drawing.openings}
    dead = []
    for marks in drawing.data.values():
        if "key" in marks:
            nobody = marks["k"] == 0 if "k" in marks else pd.Series(False, index=marks.index)
            dead += [k for k in marks.loc[~nobody, "key"].dropna() if k and k not in known]
    return dead


def test_every_opening_is_a_mark(told: Told) -> None:
    for name, drawing in drawings(told.session, told.odd, EVERYTHING).items():
        marks = {k for data in drawing.data.values() if "key" in data for k in data["key"].dropna()}
        assert {opening.key for opening in drawing.openings} <= marks, name


@pytest.mark.parametrize("filters", [EVERYTHING, AUTUMN], ids=str)
def test_every_figure_to_download_is_finite_or_missing_on_purpose(
    told: Told, filters: Filters
) -> None:
    for viewer in (told.samples, told.odd):
        for name, drawing in drawings(told.session, viewer, filters).items():
            for column in drawing.table.select_dtypes("number"):
                figures = drawing.table[column]
                known = figures.dropna() if column in OPEN_ENDED else figures
                assert known.map(isfinite).all(), (name, column)


@pytest.mark.parametrize("name", sorted(ANSWERS.keys() - {"pay"}))
def test_a_level_of_pay_narrows_pay_alone(told: Told, name: str) -> None:
    senior = answered(told.session, told.samples, Filters(level="senior"), name)
    everything = answered(told.session, told.samples, EVERYTHING, name)
    assert list(parts(senior, str, name)) == list(parts(everything, str, name))
    for (where, one), (_, other) in zip(tables(senior), tables(everything), strict=True):
        pd.testing.assert_frame_equal(one, other, obj=where)


def tables(answer: Any) -> list[tuple[str, pd.DataFrame]]:
    """Every table to look at or to download."""
    drawn = [(where, drawing.table) for where, drawing in parts(answer, Drawing, "")]
    return [*drawn, *parts(answer, pd.DataFrame, "")]


def test_nothing_heard_draws_nothing_and_opens_nothing(told: Told) -> None:
    nobody = an_explorer(told.session)
    for name, drawing in drawings(told.session, nobody, EVERYTHING).items():
        assert not drawing.openings, name
        assert drawing.table.empty, name


def test_a_filter_that_leaves_nobody_draws_nothing(told: Told) -> None:
    before = Filters(until=date(1999, 12, 31))
    for name, drawing in drawings(told.session, told.samples, before).items():
        assert not drawing.openings, name


def charts(answer: Any) -> Iterator[tuple[Drawing, str]]:
    """Every drawing in an answer, however deep, with the sentence beside it."""
    if isinstance(answer, tuple | list):
        for one in answer:
            yield from charts(one)
    elif is_dataclass(answer):
        for field in dataclass_fields(answer):
            held = getattr(answer, field.name)
            if isinstance(held, Drawing):
                named = "outlook_sentence" if field.name == "outlook" else "sentence"
                yield held, str(getattr(answer, named, ""))
            else:
                yield from charts(held)


def opens_onto(told: Told, drawing: Drawing) -> set[str]:
    """The kinds of rows behind the first marks of a chart."""
    keys = [one.key for one in drawing.openings[:4]]
    rows = [behind(told.session, told.samples, EVERYTHING, key) for key in keys]
    return {str(kind) for one in rows for kind in one["kind"].unique()}


@pytest.fixture(scope="module")
def topics_of_charts(told: Told) -> set[str]:
    """What has a chart with a sentence that opens onto it and nothing else."""
    every = (answered(told.session, told.samples, EVERYTHING, name) for name in ANSWERS)
    found = [
        opens_onto(told, drawing) for answer in every for drawing, words in charts(answer) if words
    ]
    return {kind for kinds in found if len(kinds) == 1 for kind in kinds}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.list_of))
def test_a_kind_has_a_chart_of_its_own_with_a_sentence(
    topics_of_charts: set[str], kind: Kind
) -> None:
    assert kind.topic in topics_of_charts
