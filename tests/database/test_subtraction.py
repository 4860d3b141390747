"""What a link withholds cannot be worked out from what it shows, whatever was said.

One property holds it all: a coach reads the same, to the letter, as if whoever said what is
withheld had been asked and had said nothing. Then no total, fraction, caption, sentence or evidence
less another one leaves what was withheld, for none of them was made of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from lib.access.links import Scope, share_of
from lib.access.viewer import Explorer, Share
from lib.access.visits import count_visit
from lib.answers.coach import at_a_glance
from lib.commands.interviews import save_conversation
from lib.commands.links import make_link, release
from lib.commands.skills import merge_skills
from lib.filters import EVERYTHING, Filters
from lib.model import Share as ShareRow
from lib.model import Skill, StatusChange
from lib.queries.links import texts_to_read
from lib.records import (
    AspectSaid,
    Conversation,
    OutlookSaid,
    PersonSaid,
    SalarySaid,
    SkillSaid,
    StepSaid,
    TrainingSaid,
)
from lib.storage import rows
from lib.storage.database import Database
from tests.conftest import an_explorer
from tests.database.a_coach_reads import differing, everything, keys, openings, texts
from tests.database.withheld import Withheld
from tests.factories import a_figure, a_person, an_interview, field_id

FIELDS = ("Nurse", "Cook", "Welder")
HELD = FIELDS[:2]
"""The fields that every link of these tests holds; Welder is in none."""
SKILLS, THEMES = ("SQL", "T-SQL", "Calm", "Triage"), ("Pay", "Odd", "odd")
NAMES = ("Ann", "Bea", "Cleo", "Dan", "Eve")
Row = dict[str, Any]

PEOPLE = re.compile(r"(?<![\w.,])([\d,]+) (?:more )?(?:people|person|says?\b)")
EACH = settings(max_examples=2, phases=[Phase.explicit, Phase.reuse, Phase.generate])
"""An example writes two sets of rows and reads everything of both: shrinking takes minutes."""


@st.composite
def talks(draw: st.DrawFn) -> list[Conversation]:
    """Conversations of a few people, one of them perhaps off the record, on two fields and one."""
    off = draw(st.sampled_from((*NAMES, *[""] * 3)))
    people: list[PersonSaid] = []
    for name in NAMES:
        led = draw(st.sampled_from((None, None, *(one.id for one in people))))
        way = "off the record" if off == name else "described"
        people.append(a_person(name, role=name, attribution=way, introduced_by_id=led))
    met = [Conversation(field=FIELDS[2], person=one, status="scheduled") for one in people]
    return [*met, *(draw(_talk(people)) for _ in range(draw(st.integers(3, 8))))]


@st.composite
def _talk(draw: st.DrawFn, people: list[PersonSaid]) -> Conversation:
    def some(build: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(st.lists(build, max_size=2)))

    field = st.sampled_from((*HELD, *HELD, FIELDS[2]))
    beside = st.fixed_dictionaries(
        {
            "private": st.sampled_from((False, False, False, True)),
            "field": st.sampled_from(("", "", "", "", *FIELDS)),
        }
    )
    number = st.sampled_from((None, 6, 12))
    return Conversation(
        field=draw(field),
        person=draw(st.sampled_from(people)),
        organisation=draw(st.sampled_from(("", "Acme", "Zorb"))),
        status=draw(st.sampled_from(("held",) * 7 + ("scheduled",))),
        held_on=date(2026, 3, draw(st.integers(1, 3))),
        interest_before=draw(st.none() | st.integers(1, 5)),
        interest_after=draw(st.none() | st.integers(1, 5)),
        takeaway=draw(st.sampled_from(("", "Kind."))),
        asked=some(st.sampled_from(("pay", "path", "skills", "training", "whom next"))),
        skills=some(_made(SkillSaid, beside, skill=_of(*SKILLS), necessity=NEED)),
        trainings=some(
            _made(
                *(TrainingSaid, beside),
                name=_of("Course", "evening  course", "Evening Course", "School"),
                months_low=number,
                cost_low=number,
                currency=_of(None, "USD"),
                required=_of("yes", "no", "unstated"),
                alongside_work=_of(None, True, False),
            )
        ),
        salaries=some(st.builds(_figure, number, _of("USD", None), _of("entry", "mid"), beside)),
        aspects=some(
            _made(
                AspectSaid, beside, side=_of("upside", "downside"), theme=_of("Pay", "Odd", "odd ")
            )
        ),
        steps=some(
            _made(
                *(StepSaid, beside),
                title=_of("Aide", "aide", "Boss"),
                position=st.integers(1, 2),
                years_low=number,
            )
        ),
        outlooks=some(_made(OutlookSaid, beside, direction=_of("growing", "shrinking", "steady"))),
    )


def _of(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


NEED = _of("mandatory", "helpful", "not needed", "unstated")


def _made(kind: Any, beside: st.SearchStrategy[Row], **values: Any) -> st.SearchStrategy[Any]:
    more = st.fixed_dictionaries(values)
    return st.builds(lambda said, aside: kind(quote="So.", **said, **aside), more, beside)


def _figure(low: int | None, currency: str | None, level: Any, aside: Row) -> SalarySaid:
    end = None if low is None else low * 9_000
    return a_figure(end, None, currency=currency, level=level, quote="So much.", **aside)


@st.composite
def scopes(draw: st.DrawFn) -> Scope:
    return Scope(**{name: draw(st.booleans()) for name in vars(Scope())})


def a_link_with(
    session: Session,
    me: Explorer,
    scope: Scope,
    threshold: int,
    *,
    spared: int,
    fields: Iterable[str] = HELD,
) -> UUID:
    """Made as on the screen; of what was typed each `spared`-th text waits for its release."""
    held = [field_id(session, me, name) for name in fields]
    chosen: Row = {"label": "Ana", "scope": scope, "days": 9, "threshold": threshold}
    link, _ = make_link(session, me, fields=held, **chosen)
    for number, row in enumerate(texts_to_read(session, me, link).to_dict("records")):
        if spared and number % spared == 0:
            continue
        place = (str(row["table"]), me.real(str(row["row_id"])), str(row["column"]))
        release(session, me, link_id=link, texts=[place], wording=f"{row['text']}, read")
    return link


def of_the_link(session: Session, me: Explorer, link: UUID) -> Share:
    return share_of(session, session.get_one(ShareRow, (me.explorer_id, link)))


def make_one(session: Session, me: Explorer, name: str, other: str) -> None:
    """Two skills are one, where both were named."""
    mine = select(Skill.id).where(Skill.explorer_id == me.explorer_id)
    one, two = (session.scalar(mine.where(Skill.name == each)) for each in (name, other))
    if one and two:
        merge_skills(session, me, skill_id=two, into_id=one)


def a_copy(session: Session, me: Explorer) -> Explorer:
    """Another explorer with the same rows under the same ids."""
    values = {"name": "", "base_currency": "USD"}
    twin = an_explorer(session, **values)
    for name, model in rows.models().items():
        if name == "explorer":
            continue
        table = rows.table(model)
        mine = session.execute(select(table).where(table.c.explorer_id == me.explorer_id))
        copies = [{**row, "explorer_id": twin.explorer_id} for row in mine.mappings()]
        for row in copies:
            if "token_digest" in row:
                row["token_digest"] = row["token_digest"][::-1]
        if copies:
            copies.sort(key=lambda row: row.get("merged_into_id") is not None)
            session.execute(insert(table), copies)
    session.expire_all()
    return twin


@EACH
@given(
    said=talks(),
    scope=scopes(),
    threshold=st.integers(1, 3),
    spared=st.sampled_from((0, 0, 2, 3)),
    chosen=st.sampled_from(((), HELD[:1])),
)
def test_a_coach_reads_the_same_as_if_what_is_withheld_were_a_tick(
    shared_database: Database,
    *,
    said: list[Conversation],
    scope: Scope,
    threshold: int,
    spared: int,
    chosen: tuple[str, ...],
) -> None:
    scope = replace(scope, names=False, pay=False)
    with Session(shared_database.writer) as session:
        me = an_explorer(session)
        for field in FIELDS:
            an_interview(session, me, field, status="scheduled")
        for one in said:
            save_conversation(session, me, one)
        make_one(session, me, *SKILLS[:2])
        link = a_link_with(session, me, scope, threshold, spared=spared)
        twin = a_copy(session, me)
        Withheld(session, twin, link).take_out()
        whole, less = (of_the_link(session, one, link) for one in (me, twin))
        assert whole.fields == less.fields
        looked_at = Filters(fields=tuple(field_id(session, me, name) for name in chosen))
        tried = keys(session, whole)[threshold % 2 :: 2]
        sent: dict[str, list[Any]] = {"key": tried, "filters": [looked_at]}
        got, without = everything(session, whole, sent), everything(session, less, sent)
        wrong = list(differing(texts(got), texts(without)))
        assert not wrong, "\n".join(wrong)
        few = [o for o in openings(got) if not alone(o.key) and o.people < threshold]
        assert few == []
        assert list(counts_under(threshold, texts(got))) == []
        session.rollback()


def counts_under(threshold: int, got: dict[str, str]) -> Iterator[str]:
    """Numbers of people in words, in sentences, captions and labels, that are under it."""
    for name, text in got.items():
        if not alone(name.rpartition(" ")[2]):
            for hit in PEOPLE.finditer(text):
                if 0 < int(hit[1].replace(",", "")) < threshold:
                    yield f"{name}: {hit[0]}"


def alone(key: str) -> bool:
    """A figure is drawn as one line, and a person is one person."""
    return key.partition("/")[0] in {"salary", "person"}


@settings(max_examples=6)
@given(before=st.integers(0, 5), after=st.integers(0, 5), threshold=st.integers(1, 3))
def test_what_changed_moves_in_whole_steps_of_the_threshold(
    shared_database: Database, before: int, after: int, threshold: int
) -> None:
    """Five people and two more under three: from one whole step to two, so at least three more."""
    with Session(shared_database.writer) as session:
        me = an_explorer(session)
        an_interview(session, me, "Nurse", status="scheduled")
        link = a_link_with(session, me, Scope(), threshold, spared=0, fields=["Nurse"])
        for number in range(before + after):
            an_interview(session, me, "Nurse", person=a_person(f"Person {number}"))
            if number == before - 1:
                session.execute(delete(StatusChange))
        share = of_the_link(session, me, link)
        count_visit(session, share, datetime.now(UTC).date() - timedelta(days=1))
        session.flush()
        told = " ".join(at_a_glance(session, share, EVERYTHING).changed)
        steps = (before + after) // threshold - before // threshold
        assert [int(more) for more in re.findall(r"(\d+) more", told)] == (
            [steps * threshold] if steps else []
        )
        session.rollback()
