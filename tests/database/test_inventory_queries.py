"""Every query there is, found by listing: its columns, its dtypes, and whose rows it reads.

A new query is covered the day it is added; one without a rule for its parameters, or for what a
coach's link may read of it, fails.
"""

import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from itertools import product
from typing import Any, get_type_hints
from uuid import UUID

import pandas as pd
import pytest
from sqlalchemy import event, update
from sqlalchemy.orm import Session

from lib import queries
from lib.access.viewer import Explorer, Share, Viewer
from lib.errors import NotFound
from lib.filters import EVERYTHING
from lib.model import FINDINGS, Note, ShareQuote
from lib.queries.evidence import _KEYS
from lib.storage.database import Database
from lib.text import digest
from tests.conftest import an_explorer
from tests.database.whole_explorer import (
    FORM,
    SHARED,
    UNSHARED,
    Whole,
    a_twin,
    a_whole_explorer,
)
from tests.factories import field_id, skill_id

Query = Callable[..., Any]


def listed() -> Iterator[tuple[str, Query]]:
    """Every public function of lib.queries that begins with a session; `base` serves them all."""
    for module in pkgutil.iter_modules(queries.__path__):
        if module.name == "base":
            continue
        loaded = import_module(f"lib.queries.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            first = next(iter(inspect.signature(function).parameters), "")
            if function.__module__ == loaded.__name__ and first == "session" and name[0] != "_":
                yield f"{module.name}.{name}", function


def others(query: Query) -> list[str]:
    """The parameters after session and viewer."""
    return list(inspect.signature(query).parameters)[2:]


QUERIES = dict(listed())
FRAMES = [n for n, query in QUERIES.items() if get_type_hints(query)["return"] is pd.DataFrame]
FOR_A_LINK = [n for n, query in QUERIES.items() if get_type_hints(query)["viewer"] == Viewer]

WHO = "person.description"
ITS_OWN = {"comment.author", "comment.text"}
"""What was left through this link, and answered for it: neither needs a release."""
AS_IT_STANDS = {"field.name", "explorer.name", "person.name", "interview.organisation", *ITS_OWN}
"""What a link reads as it stands, where it was made with it; all else as it was released."""
QUOTES = {f"{model.__tablename__}.quote" for model in FINDINGS}
QUOTED = {"evidence.evidence", "evidence.figures", "voices.trainings_in_words"}
QUOTED |= {"words_told.words_told"}
READ_BY_A_LINK: dict[str, set[str]] = {
    "answers_noted.agenda_answers": set(),
    "answers_noted.led_to": {WHO},
    "comments.comments": ITS_OWN,
    "comments.people_since": set(),
    "comments.talks_shown": {WHO, "field.name"},
    "coverage.employed": set(),
    "coverage.people_asked": set(),
    "coverage.topics_asked": set(),
    "evidence.evidence": {
        *(WHO, "field.name", "skill.name"),
        *("training_finding.name", "aspect_finding.theme", "interview.takeaway"),
        *("skill_finding.said_as", "salary_finding.place", "step_finding.title"),
        "salary_finding.benefits",
    },
    "evidence.figures": {WHO, "field.name", "salary_finding.place", "salary_finding.benefits"},
    "explorer.profile": {"explorer.name"},
    "explorer.pulse": set(),
    "explorer.revision": set(),
    "explorer.closed_on": set(),
    "explorer.search_so_far": set(),
    "fields.fields": {"field.name"},
    "fields.interviews_by_status": set(),
    "pay.salaries": {WHO, "salary_finding.place"},
    "skills.own_skills": {"skill.name"},
    "skills.skill_voices": set(),
    "skills.skills_heard": {"skill.name"},
    "skills.spellings": {"skill.name"},
    "steps.steps_told": {"step_finding.title"},
    "unreleased.unreleased": set(),
    "voices.aspects": {WHO, "aspect_finding.theme"},
    "voices.interest": {WHO},
    "voices.introductions": set(),
    "voices.outlooks": set(),
    "voices.things_said": {
        "training_finding.name",
        "aspect_finding.theme",
        "step_finding.title",
    },
    "voices.trainings": {"training_finding.name"},
    "voices.trainings_in_words": {"training_finding.name"},
    "weighing.criterion_weights": set(),
    "weighing.deal_breakers": set(),
    "weighing.limits": set(),
    "words_told.words_told": {WHO, "interview.takeaway"},
}
"""The texts, by table and column, that a link without names and organisations may read."""

HIDDEN = (
    r"\.quote\b|\bperson\.(email|phone|nicknames|how_met|profile_link|organisation)\b"
    r"|\bperson\.(description|role)\b|\btraining_finding\.name\b(?! *(,|\)|=|IN))"
    r"|\binterview\.(takeaway|purpose|place|role)\b|\bnote\.text\b"
    r"|\bown_skill\.shown\b|\bskill_finding\.said_as\b|\bsalary_finding\.(place|benefits)\b"
    r"|\bagenda_item\.(answer|text|why)\b|\bquestion\.text\b|\bstep_finding\.title\b(?! *\))"
    r"|\b(message|calendar_event|checklist_tick|calendar_feed|follow_up|outcome)\."
    r"|\bexplorer\.(about_me|shapes)\b|\bnote\.mark\b|\binterview\.(recording|begun_at|ended_at|talked)\b"
    r"|\bperson\.(zone|day_begins|day_ends|working_days)\b"
)
TAGS = ("private", "off-record", "unshared", "declined", "planned")
NAME, ORGANISATION = r"\bperson\.name\b", r"\binterview\.organisation\b"


def keys(whole: Whole, session: Session) -> list[str]:
    """A key of every kind for each of the two fields."""
    fields = [field_id(session, whole.explorer, name) for name in (SHARED, UNSHARED)]
    skills = [skill_id(session, whole.explorer, f"~skill.name~{t}") for t in ("", " private")]
    topics = ("skills", "training", "pay", "day to day", "path", "outlook", "whom next")
    criteria = ("interest", "skills", "months", "cost", "aspects", "outlook")
    return [
        f"salary/{whole.figure}",
        f"person/{whole.person}",
        *(f"{kind}/{field}" for kind in ("things", "interest") for field in fields),
        *(f"topic/{field}/{topic}" for field in fields for topic in topics),
        *(f"skill/{skill}/{field}" for field in fields for skill in skills),
        *(f"skill/{skill}" for skill in skills),
        *(f"theme/upside/{digest(f'~aspect_finding.theme~ {tag}')}" for tag in ("", "private")),
        *(f"outlook/{field}/growing" for field in fields),
        *(f"training/{field}/{digest('other', '~training_finding.name~')}" for field in fields),
        *(f"step/{field}/{digest('~step_finding.title~')}" for field in fields),
        *(f"compare/{field}/{criterion}" for field in fields for criterion in criteria),
    ]


PARAMETERS: dict[str, Callable[[Whole, Session], list[Any]]] = {
    "filters": lambda whole, session: [EVERYTHING],
    "key": keys,
    "interview_id": lambda whole, session: [whole.interview],
    "person_id": lambda whole, session: [whole.person],
    "finding_id": lambda whole, session: [str(whole.figure)],
    "typed": lambda whole, session: ["note", '"~', "read"],
    "link_id": lambda whole, session: [whole.link.share_id],
    "share": lambda whole, session: [whole.link],
    "form": lambda whole, session: [FORM],
    "prefix": lambda whole, session: [FORM[:3]],
    "model": lambda whole, session: [Note],
    "since": lambda whole, session: [date(2000, 1, 1)],
    "evidence.figures.ids": lambda whole, session: [[str(whole.figure)]],
    "whole.conversations_of.ids": lambda whole, session: [[whole.interview]],
}
"""What each parameter after session and viewer is called with; a new one needs a line here."""


RULED = [
    name
    for name, query in QUERIES.items()
    if all(p in PARAMETERS or f"{name}.{p}" in PARAMETERS for p in others(query))
]


@dataclass
class Beside:
    """Two whole explorers in one session, and what the first one read before the second came."""

    session: Session
    whole: Whole
    nobody: Explorer
    alone: dict[str, list[Any]]


@pytest.fixture(scope="module")
def beside(shared_database: Database) -> Iterator[Beside]:
    with Session(shared_database.writer) as session:
        whole = a_whole_explorer(session)
        alone = {name: answers(session, whole, whole.explorer, name) for name in RULED}
        a_twin(session, whole.explorer)
        yield Beside(session, whole, an_explorer(session), alone)
        session.rollback()


def answers(session: Session, whole: Whole, viewer: Viewer, name: str) -> list[Any]:
    """What the query answers, under every choice of its other parameters."""
    query, found = QUERIES[name], []
    for more in product(*(choice(whole, session) for choice in choices(name))):
        try:
            answer = query(session, viewer, *(as_seen(viewer, one) for one in more))
            found.append(list(answer) if isinstance(answer, Iterator) else answer)
        except NotFound as error:
            found.append(error.args)
    return found


def as_seen(viewer: Viewer, parameter: Any) -> Any:
    """A key or a list of ids with the ids that the viewer knows."""
    if isinstance(parameter, list):
        return [as_seen(viewer, one) for one in parameter]
    if not isinstance(parameter, str):
        return parameter
    return re.sub(r"[0-9a-f-]{36}", lambda found: viewer.shown(UUID(found[0])), parameter)


def choices(name: str) -> list[Callable[[Whole, Session], list[Any]]]:
    return [PARAMETERS.get(p) or PARAMETERS[f"{name}.{p}"] for p in others(QUERIES[name])]


def text(answer: Any) -> str:
    return answer.to_csv() if isinstance(answer, pd.DataFrame) else repr(answer)


def first(answer: list[Any]) -> pd.DataFrame:
    """The first frame that has rows, so that nothing is shown on an empty one."""
    frame: pd.DataFrame = next(frame for frame in answer if len(frame))
    return frame


def test_the_inventory_is_not_empty() -> None:
    assert {"skills.skills_heard", "evidence.evidence", "conversations.people"} < QUERIES.keys()


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_takes_a_session_and_a_viewer_first(name: str) -> None:
    parameters = list(inspect.signature(QUERIES[name]).parameters)
    assert parameters[:2] == ["session", "viewer"]
    assert get_type_hints(QUERIES[name])["viewer"] in (Explorer, Viewer)


def test_a_key_of_every_kind_is_tried(beside: Beside) -> None:
    tried = {key.partition("/")[0] for key in keys(beside.whole, beside.session)}
    assert tried == set(_KEYS)


def test_there_is_something_to_call_every_parameter_with() -> None:
    assert sorted(QUERIES.keys() - set(RULED)) == []


def test_what_a_link_reads_of_each_query_is_written_down() -> None:
    assert sorted(FOR_A_LINK) == sorted(READ_BY_A_LINK)


@pytest.mark.parametrize("name", FRAMES)
def test_the_docstring_names_the_columns_with_rows_and_without(beside: Beside, name: str) -> None:
    shapes = [first(beside.alone[name])]
    if name != "evidence.figures":
        shapes += answers(beside.session, beside.whole, beside.nobody, name)
    assert {tuple(frame.columns) for frame in shapes} == {tuple(documented(name))}


def documented(name: str) -> list[str]:
    """The columns in the docstring, up to its first colon or the end of its first sentence."""
    told = inspect.getdoc(QUERIES[name]) or ""
    if same := re.match(r"The columns of `(\w+)`", told):
        return documented(f"{name.partition('.')[0]}.{same[1]}")
    words = re.split(r":|(?<!\.)\.(?:\s|$)", told, maxsplit=1)[0].split(",")
    return [word.strip() for word in words if word.strip(" .\n")]


@pytest.mark.parametrize("name", FRAMES)
def test_a_column_has_one_dtype_with_rows_and_without(beside: Beside, name: str) -> None:
    full = first(beside.alone[name])
    for frame in answers(beside.session, beside.whole, beside.nobody, name):
        pd.testing.assert_series_equal(frame.dtypes, full.dtypes)
    assert "object" not in {str(dtype) for dtype in full.dtypes}


@pytest.mark.parametrize("name", QUERIES)
def test_rows_of_another_explorer_change_nothing_even_under_the_same_ids(
    beside: Beside, name: str
) -> None:
    found = answers(beside.session, beside.whole, beside.whole.explorer, name)
    assert [text(one) for one in found] == [text(one) for one in beside.alone[name]]
    assert "stranger" not in "".join(text(one) for one in found)


@pytest.mark.parametrize("name", QUERIES)
def test_an_explorer_without_rows_reads_nothing_of_anybodys(beside: Beside, name: str) -> None:
    found = answers(beside.session, beside.whole, beside.nobody, name)
    assert "~" not in "".join(text(one) for one in found)


@pytest.mark.parametrize("name", FOR_A_LINK)
@pytest.mark.parametrize("more", ["", "names", "organisations", "quotes", "pay"])
def test_a_link_reads_its_fields_and_what_it_may_alone(
    beside: Beside, name: str, more: str
) -> None:
    also: dict[str, Any] = {more: True} if more else {}
    link = replace(beside.whole.link, **also)
    with statements(beside.session) as sent:
        found = answers(beside.session, beside.whole, link, name)
    read = "".join(text(one) for one in found)
    assert columns_read(read) <= allowed(name, link)
    assert set(re.findall(r"(?<!read: )~([a-z_]+\.[a-z_]+)~", read)) <= AS_IT_STANDS
    assert [tag for tag in TAGS if f"~ {tag}" in read] == []
    assert "stranger" not in read
    hidden = [link.shown(UUID(identity)) for identity in beside.whole.hidden]
    assert [identity for identity in hidden if identity in read] == []
    for known in (beside.whole.hidden, map(str, (beside.whole.interview, beside.whole.person))):
        assert [identity for identity in known if identity in read] == []
    assert link.pay or "98765" not in read
    assert [statement for statement in sent if re.search(hidden_from(link), statement)] == []


@pytest.mark.parametrize("name", FOR_A_LINK)
def test_what_was_typed_and_not_released_reaches_no_link(beside: Beside, name: str) -> None:
    with beside.session.begin_nested() as undone:
        beside.session.execute(update(ShareQuote).values(released_at=None))
        found = answers(beside.session, beside.whole, replace(beside.whole.link, quotes=True), name)
        undone.rollback()
    read = "".join(text(one) for one in found)
    assert columns_read(read) <= {"field.name", "explorer.name", *ITS_OWN}


@pytest.mark.parametrize("name", [n for n in FOR_A_LINK if n in FRAMES])
def test_a_link_reads_something(beside: Beside, name: str) -> None:
    assert len(first(answers(beside.session, beside.whole, beside.whole.link, name)))


def columns_read(read: str) -> set[str]:
    return set(re.findall(r"~([a-z_]+\.[a-z_]+)~", read))


def allowed(name: str, link: Share) -> set[str]:
    by_name = {"person.name"} if link.names and WHO in READ_BY_A_LINK[name] else set()
    shown = {"interview.organisation"} if link.organisations and "evidence" in name else set()
    quoted = QUOTES if link.quotes and name in QUOTED else set()
    return READ_BY_A_LINK[name] | by_name | shown | quoted


def hidden_from(link: Share) -> str:
    parts = [HIDDEN]
    parts += [] if link.names else [NAME]
    parts += [] if link.organisations else [ORGANISATION]
    parts += [] if link.pay else [r"\bexplorer\.(current_pay|least_pay|most_cost)\b"]
    return "|".join(parts)


@contextmanager
def statements(session: Session) -> Iterator[list[str]]:
    """The SQL that reaches the database meanwhile."""
    sent: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)
