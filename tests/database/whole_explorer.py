"""An explorer with rows in every table, each text marked with its column and who may read it.

`~person.name~` in a frame tells that this column was read; `off-record`, `private` and
`unshared` tell that the row was one that a link must not know of.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from lib import searching
from lib.access.viewer import Explorer, Share
from lib.commands.drafts import keep_draft
from lib.commands.interviews import save_conversation
from lib.commands.profile import rate_skill
from lib.ids import new_id, now
from lib.model import (
    AgendaItem,
    CalendarEvent,
    CalendarFeed,
    ChecklistTick,
    Comment,
    CriterionWeight,
    DealBreaker,
    Decision,
    FollowUp,
    ImportRow,
    Interview,
    Message,
    Outcome,
    Passphrase,
    Person,
    Question,
    ShareField,
    ShareQuote,
    ShareVisit,
    SignIn,
    search_text,
)
from lib.model import Share as ShareRow
from lib.records import (
    AspectSaid,
    Conversation,
    NoteLine,
    OutlookSaid,
    PersonSaid,
    SalarySaid,
    SkillSaid,
    StepSaid,
    TrainingSaid,
)
from lib.storage import rows
from tests.conftest import an_explorer
from tests.factories import a_figure, a_question_put, field_id, merge, release_all

SHARED, UNSHARED = "~field.name~ shared", "~field.name~ unshared"
FORM = "a form"


@dataclass(frozen=True)
class Whole:
    """The explorer, a coach's link to one of the fields, and ids to ask for."""

    explorer: Explorer
    link: Share
    interview: UUID
    person: UUID
    figure: UUID
    hidden: frozenset[str]
    """Ids that the link must not know of."""


def a_whole_explorer(session: Session) -> Whole:
    """Rows in every table: open to a link, and each in one way not."""
    pay = {"current_pay": 98_765_43, "least_pay": 98_765_43, "most_cost": 98_765_43}
    own = {"name": "~explorer.name~", "about_me": "~explorer.about_me~", **pay}
    own |= {"shapes": "~explorer.shapes~"}
    explorer = an_explorer(session, most_months=12, **own)
    talk = a_talk(explorer, SHARED, "", a_someone("", attribution="named", consent_on=TODAY))
    led = {"introduced_by_id": talk.person.id}
    hidden = [
        a_talk(explorer, SHARED, "private", talk.person, private=True),
        a_talk(explorer, SHARED, "off-record", a_someone("off-record", attribution=OFF, **led)),
        a_talk(explorer, UNSHARED, "unshared", a_someone("unshared")),
        a_talk(explorer, SHARED, "declined", a_someone("declined"), status="declined"),
        a_talk(explorer, SHARED, "planned", a_someone("planned"), status="scheduled"),
    ]
    for one in (talk, a_talk(explorer, SHARED, "", a_someone("described", **led)), *hidden):
        save_conversation(session, explorer, one)
        a_question_put(session, explorer, one.id, "path", answered=True)
        the_interview_itself(session, explorer, one)
    about_each_interview(session, explorer, talk.id)
    link = a_stored_link(session, explorer)
    a_door(session, explorer)
    merge(session, explorer, "~skill.name~ other", into="~skill.name~")
    what_was_added_is_found(session, explorer)
    return Whole(
        *(explorer, link, talk.id, talk.person.id, talk.salaries[0].id),
        hidden=frozenset(what_a_link_must_not_know(hidden)),
    )


def what_was_added_is_found(session: Session, explorer: Explorer) -> None:
    """The words of rows that were added without a command, as a command writes them."""
    found = select(search_text.c.id).where(search_text.c.explorer_id == explorer.explorer_id)
    there = set(session.scalars(found))
    for name in searching.SEARCHED:
        table = rows.table(rows.models()[name])
        query = select(table).where(table.c.explorer_id == explorer.explorer_id)
        each = [dict(row) for row in session.execute(query).mappings() if row["id"] not in there]
        if words := searching.rows(name, explorer.explorer_id, each):
            session.execute(insert(search_text), words)


def a_door(session: Session, explorer: Explorer) -> None:
    """A passphrase and a browser that it let in."""
    key = {"explorer_id": explorer.explorer_id, "id": uuid4()}
    session.add(Passphrase(**key, hash="~passphrase.hash~"))
    digest = uuid4().bytes * 2
    session.add(SignIn(**key, token_digest=digest, expires_at=datetime(2099, 1, 1, tzinfo=UTC)))
    feed = {"token_digest": uuid4().bytes * 2, "made_at": now()}
    session.add(CalendarFeed(**key, **feed))
    session.flush()


OFF = "off the record"
TODAY = date(2026, 3, 2)


def what_a_link_must_not_know(hidden: list[Conversation]) -> list[str]:
    """Every finding, and the conversation and person where they are hidden altogether."""
    private, *others = hidden
    ids = [finding.id for one in hidden for finding in one.findings()]
    ids += [identity for one in others for identity in (one.id, one.person.id)]
    return [str(identity) for identity in (*ids, *(note.id for note in private.notes))]


def a_someone(tag: str, **values: Any) -> PersonSaid:
    columns = ("name", "nicknames", "role", "organisation", "email", "phone", "profile_link")
    said = {c: f"~person.{c}~ {tag}" for c in (*columns, "how_met", "description")}
    return PersonSaid.model_validate({**said, **values})


def a_talk(
    explorer: Explorer,
    field: str,
    tag: str,
    person: PersonSaid,
    *,
    private: bool = False,
    status: Any = "held",
) -> Conversation:
    note = NoteLine(text=f"~note.text~ {tag}")
    said: dict[str, Any] = {"private": private, "note_id": note.id}
    findings = one_of_each_marked(tag, said)
    tag = "" if private else tag  # what was said in it is private, the conversation is not
    return Conversation(
        field=field,
        person=person,
        status=status,
        held_on=TODAY,
        organisation=f"~interview.organisation~ {tag}",
        role=f"~interview.role~ {tag}",
        place=f"~interview.place~ {tag}",
        purpose=f"~interview.purpose~ {tag}",
        takeaway=f"~interview.takeaway~ {tag}",
        interest_before=2,
        interest_after=4,
        asked=("whom next", "skills"),
        notes=(note,),
        **findings,
    )


def one_of_each_marked(tag: str, said: dict[str, Any]) -> dict[str, Any]:
    """One finding of every kind, two of skills, each with its quote."""

    def quote(table: str) -> dict[str, Any]:
        return {**said, "quote": f"~{table}.quote~ {tag}"}

    skills = [f"~skill.name~ {tag}".strip(), "~skill.name~ other"]
    as_said = {"said_as": f"~skill_finding.said_as~ {tag}", **quote("skill_finding")}
    pay = {"place": f"~salary_finding.place~ {tag}", "year": 2025, **quote("salary_finding")}
    pay["benefits"] = f"~salary_finding.benefits~ {tag}"
    course = f"~training_finding.name~ {tag}"
    return {
        "skills": tuple(SkillSaid(skill=name, **as_said) for name in skills),
        "trainings": (TrainingSaid(name=course, months_low=6, **quote("training_finding")),),
        "salaries": (a_figure(**pay), SalarySaid(**quote("salary_finding"))),
        "aspects": (
            AspectSaid(
                side="upside",
                theme=f"~aspect_finding.theme~ {tag}",
                **quote("aspect_finding"),
            ),
        ),
        "steps": (StepSaid(title=f"~step_finding.title~ {tag}", **quote("step_finding")),),
        "outlooks": (OutlookSaid(direction="growing", **quote("outlook_finding")),),
    }


def about_each_interview(session: Session, explorer: Explorer, interview: UUID) -> None:
    """What no form writes yet, or not through a conversation."""
    rate_skill(session, explorer, skill="~skill.name~", level=4, shown="~own_skill.shown~")
    keep_draft(session, explorer, FORM, {"typed": "~draft.content~"})
    here = {"interview_id": interview}
    for model, values in (
        (FollowUp, {"kind": "thank-you", "text": "~follow_up.text~", **here}),
        (Outcome, {"kind": "lead", "note": "~outcome.note~", **here}),
        (ImportRow, {"source": "~import_row.source~", "row_key": "1", "digest": "x", **here}),
        (CriterionWeight, {"criterion": "pay", "points": 5, "scale_low": 98765}),
        (DealBreaker, {"theme": "~deal_breaker.theme~"}),
        (DealBreaker, {"theme": "Physical strain"}),
        (Decision, {"decided_on": TODAY, "why": "~decision.why~"}),
        (Question, {"topic": "pay", "text": "~question.text~"}),
    ):
        add(session, explorer, model, **values)


def the_interview_itself(session: Session, explorer: Explorer, talk: Conversation) -> None:
    """What carries through one conversation: letters, calendar file, promises, what came of it."""
    here = {"interview_id": talk.id}
    for kind in ("ask", "second", "thank"):
        words = {"subject": "~message.subject~", "text": "~message.text~"}
        add(session, explorer, Message, kind=kind, **words, **here)
    where = {"uid": "~calendar_event.uid~", "place": "~calendar_event.place~", "minutes": 30}
    when = {"starts_at": "2026-03-02T12:15", "zone": "UTC", "made_at": now()}
    add(session, explorer, CalendarEvent, **where, **when, **here)
    add(session, explorer, ChecklistTick, item="dress", ticked_at=now(), **here)
    add(session, explorer, FollowUp, kind="check in", text="~follow_up.text~", **here)
    letter = {"kind": "thank-you", "text": "~follow_up.text~", "done_on": TODAY}
    if talk.person.attribution == OFF or not talk.person.introduced_by_id:  # one is still to thank
        add(session, explorer, FollowUp, **letter, **here)
    open_still = {"topic": "pay", "text": "~agenda_item.text~", "position": 2}
    add(session, explorer, AgendaItem, **open_still, **here)
    led = {"kind": "introduction", "note": "~outcome.note~", "person_id": talk.person.id}
    add(session, explorer, Outcome, **led, **here)
    key = (explorer.explorer_id, talk.id)
    interview = session.get_one(Interview, key)
    interview.recording, interview.talked = "agreed", 2
    interview.begun_at = datetime(2026, 3, 2, 12, 15, tzinfo=UTC)
    session.get_one(Person, (key[0], talk.person.id)).zone = "Europe/Zurich"
    session.flush()


def a_stored_link(session: Session, explorer: Explorer) -> Share:
    """The link as a viewer, with rows in every table that a link has."""
    field = field_id(session, explorer, SHARED)
    secret = {"token_digest": uuid4().bytes * 2, "secret": b"s" * 32, "scope": {}}
    until = {"made_at": now(), "expires_at": now()}
    share = add(
        session, explorer, ShareRow, label="~share.label~", title="~share.title~", **secret, **until
    )
    add(session, explorer, ShareField, share_id=share, field_id=field)
    where = {"table_name": "note", "row_id": new_id(), "column_name": "text"}
    add(session, explorer, ShareQuote, share_id=share, wording="~share_quote.wording~", **where)
    add(session, explorer, ShareVisit, share_id=share, visited_on=TODAY, visits=1)
    said = {"author": "~comment.author~", "text": "~comment.text~", "kind": "remark"}
    add(session, explorer, Comment, share_id=share, made_at=now(), **said)
    beside = {**secret, "token_digest": uuid4().bytes * 2}
    other = add(session, explorer, ShareRow, label="~share.label~ unshared", **beside, **until)
    unseen = {"author": "~comment.author~ unshared", "text": "~comment.text~ unshared"}
    add(session, explorer, Comment, share_id=other, made_at=now(), kind="remark", **unseen)
    link = Share(explorer.explorer_id, share, frozenset({field}), b"s" * 32)
    release_all(session, link, "read: ")
    return link


def add(session: Session, explorer: Explorer, model: type[Any], **values: Any) -> UUID:
    row = model(id=new_id(), explorer_id=explorer.explorer_id, **values)
    session.add(row)
    session.flush()
    identity: UUID = row.id
    return identity


def a_twin(session: Session, explorer: Explorer) -> Explorer:
    """A stranger with the same rows under the same ids, each text marked `stranger`.

    A join or a condition that forgets the explorer finds the twin's rows beside one's own.
    """
    twin = an_explorer(session, name="stranger", current_pay=11_111_11)
    for name, model in rows.models().items():
        if name == "explorer":
            continue
        table = rows.table(model)
        query = select(table).where(table.c.explorer_id == explorer.explorer_id)
        mine = session.execute(query.order_by(table.c.id)).mappings()
        copies = [the_twins(dict(row), twin) for row in mine]
        assert copies, f"no row in {name}: a query of it would be tried on nothing"
        session.execute(insert(table), copies)
    session.expire_all()
    return twin


def the_twins(row: dict[str, Any], twin: Explorer) -> dict[str, Any]:
    marked: dict[str, Any] = {
        name: f"stranger {value}"
        for name, value in row.items()
        if isinstance(value, str) and value.startswith("~")
    }
    if "token_digest" in row:
        marked["token_digest"] = uuid4().bytes * 2
    return {**row, **marked, "explorer_id": twin.explorer_id}
