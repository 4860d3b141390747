"""Links: who gets in with which token, what waits to be read, what was released."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from lib.access.links import CLOSED, Scope, open_link, preview_token, until
from lib.access.viewer import Explorer, Share
from lib.access.visits import count_visit
from lib.answers.links import cards, reading_list
from lib.commands.comments import leave_comment
from lib.commands.links import extend_link, make_link, pause_link, release, revoke_link
from lib.errors import NotFound, NotOpen, Refused
from lib.filters import EVERYTHING
from lib.model import Share as ShareRow
from lib.model import Skill
from lib.queries.links import links, texts_to_read, visits
from lib.queries.skills import skills_heard
from lib.queries.voices import trainings
from lib.records import TrainingSaid
from tests.conftest import an_explorer
from tests.factories import a_person, an_interview, field_id, told

Made = tuple[UUID, str]


def a_made_link(session: Session, me: Explorer, *fields: str, **values: Any) -> Made:
    ids = [field_id(session, me, name) for name in fields or ("Nurse",)]
    more: dict[str, Any] = {"label": "Ana", "scope": Scope(), "days": 90, **values}
    return make_link(session, me, fields=ids, **more)


@pytest.fixture
def made(session: Session, me: Explorer) -> Made:
    an_interview(session, me, "Nurse", trainings=(TrainingSaid(name="Nursing school"),))
    return a_made_link(session, me)


def test_a_token_opens_its_link_and_is_nowhere_kept(
    session: Session, me: Explorer, made: Made
) -> None:
    link_id, token = made
    share = open_link(session, token)
    assert (share.share_id, share.explorer_id) == (link_id, me.explorer_id)
    assert share.fields == {field_id(session, me, "Nurse")}
    assert (share.names, share.organisations, share.quotes, share.pay) == (False,) * 4
    assert (share.skills, share.interest) == (True, True)
    row = session.get_one(ShareRow, (me.explorer_id, link_id))
    assert token not in repr(vars(row))
    assert len(token) >= 43


def closed_ways(session: Session, me: Explorer, made: Made) -> list[tuple[str, datetime | None]]:
    """Tokens that open nothing: unknown, expired, paused, revoked."""
    link_id, token = made
    _, paused = a_made_link(session, me)
    _, revoked = a_made_link(session, me)
    found = links(session, me, EVERYTHING)["link_id"]
    others = [UUID(one) for one in found if UUID(one) != link_id]
    for one in others:
        pause_link(session, me, link_id=one, paused=True)
        revoke_link(session, me, link_id=one)
    late = datetime.now(UTC) + timedelta(days=91)
    return [("nonsense", None), ("", None), (token, late), (paused, None), (revoked, None)]


def test_unknown_expired_paused_and_revoked_look_alike(
    session: Session, me: Explorer, made: Made
) -> None:
    for token, moment in closed_ways(session, me, made):
        with pytest.raises(NotOpen, match=CLOSED):
            open_link(session, token, moment)


def test_a_paused_link_opens_again_and_a_revoked_one_never(
    session: Session, me: Explorer, made: Made
) -> None:
    link_id, token = made
    pause_link(session, me, link_id=link_id, paused=True)
    pause_link(session, me, link_id=link_id, paused=False)
    assert open_link(session, token)
    revoke_link(session, me, link_id=link_id)
    with pytest.raises(NotFound):
        pause_link(session, me, link_id=link_id, paused=False)
    with pytest.raises(NotFound):
        extend_link(session, me, link_id=link_id, days=9)
    with pytest.raises(NotOpen):
        open_link(session, token)


def test_a_link_is_extended_from_today(session: Session, me: Explorer, made: Made) -> None:
    link_id, token = made
    extend_link(session, me, link_id=link_id, days=200)
    assert open_link(session, token, until(199))


@pytest.mark.parametrize(
    ("wrong", "where"),
    [({"label": " "}, "label"), ({"threshold": 4}, "threshold"), ({"days": 0}, "days")],
)
def test_what_cannot_be_is_refused(
    session: Session, me: Explorer, made: Made, wrong: dict[str, Any], where: str
) -> None:
    with pytest.raises(Refused) as refused:
        a_made_link(session, me, **wrong)
    assert refused.value.where == where


def test_a_link_holds_ones_own_fields_alone(session: Session, me: Explorer, made: Made) -> None:
    stranger, mine = an_explorer(session), [field_id(session, me, "Nurse")]
    with pytest.raises(Refused):
        make_link(session, stranger, label="x", scope=Scope(), days=9, fields=mine)
    with pytest.raises(Refused):
        make_link(session, me, label="x", scope=Scope(), days=9, fields=[uuid4()])
    with pytest.raises(NotFound):
        revoke_link(session, stranger, link_id=made[0])


def test_a_field_with_too_few_people_is_not_in_it(session: Session, me: Explorer) -> None:
    for name in ("Ann", "Bea"):
        an_interview(session, me, "Nurse", person=a_person(name))
    an_interview(session, me, "Cook", person=a_person("Ann", organisation="Inn"))
    _, token = a_made_link(session, me, "Nurse", "Cook", threshold=2)
    assert open_link(session, token).fields == {field_id(session, me, "Nurse")}


def test_visits_are_counted_by_day(session: Session, me: Explorer, made: Made) -> None:
    share = open_link(session, made[1])
    for day in (1, 1, 2):
        count_visit(session, share, date(2026, 3, day))
        session.flush()
    assert visits(session, me, made[0])["visits"].tolist() == [2, 1]
    assert links(session, me, EVERYTHING)["visits"].tolist() == [3]


def test_what_was_typed_waits_until_it_is_read(session: Session, me: Explorer, made: Made) -> None:
    share = open_link(session, made[1])
    assert trainings(session, share, EVERYTHING).empty
    rows = texts_to_read(session, me, made[0])
    (place,) = told(rows[rows["text"] == "Nursing school"], "table", "row_id", "column")
    texts = [(place[0], UUID(place[1]), place[2])]
    release(session, me, link_id=made[0], texts=texts, wording="A school")
    assert trainings(session, share, EVERYTHING)["name"].tolist() == ["A school"]
    release(session, me, link_id=made[0], texts=texts, wording="")
    assert trainings(session, share, EVERYTHING).empty


def test_nothing_hidden_is_on_the_reading_list(session: Session, me: Explorer, made: Made) -> None:
    private = TrainingSaid(name="Hidden school", private=True)
    an_interview(session, me, "Nurse", person=a_person("Bea", role=""), trainings=(private,))
    hidden = a_person("Cleo", attribution="off the record", role="Spy")
    an_interview(session, me, "Nurse", person=hidden, takeaway="Unseen")
    an_interview(session, me, "Cook", person=a_person("Dora", role="Chef"), takeaway="Elsewhere")
    an_interview(session, me, "Nurse", person=a_person("Ed", role="Boss"), status="declined")
    texts = set(texts_to_read(session, me, made[0])["text"])
    assert texts == {"analyst", "Nursing school"}


def test_the_reading_list_proposes_a_masked_wording_once_for_what_reads_alike(
    session: Session, me: Explorer
) -> None:
    for name in ("Li Wu", "Will Art"):
        said = {"takeaway": "Ask Li about Acme."}
        an_interview(session, me, "Nurse", person=a_person(name, organisation="Acme"), **said)
    link_id, _ = a_made_link(session, me)
    waiting = reading_list(session, me, EVERYTHING, str(link_id))
    (takeaway,) = [one for one in waiting if one.kind == "your takeaway"]
    assert takeaway.wording == "Ask [name] about [organisation]."
    assert len(takeaway.places) == 2


@pytest.mark.parametrize("place", [("note", "text"), ("person", "name"), ("nothing", "x")])
def test_only_what_a_link_may_ever_show_is_released(
    session: Session, me: Explorer, made: Made, place: tuple[str, str]
) -> None:
    texts = [(place[0], uuid4(), place[1])]
    with pytest.raises(Refused):
        release(session, me, link_id=made[0], texts=texts, wording="x")


def test_nobody_releases_what_is_somebody_elses(session: Session, me: Explorer, made: Made) -> None:
    person = texts_to_read(session, me, made[0]).query("table == 'person'").iloc[0]
    texts, stranger = [("person", UUID(person["row_id"]), "role")], an_explorer(session)
    with pytest.raises(NotFound):
        release(session, stranger, link_id=made[0], texts=texts, wording="x")


def test_a_card_says_what_they_see_and_how_much_stays(session: Session, me: Explorer) -> None:
    for name in ("Ann", "Bea"):
        an_interview(session, me, "Nurse", person=a_person(name), skills=["Triage"])
    an_interview(session, me, "Nurse", person=a_person("Cleo"), skills=["Chemistry"])
    a_made_link(session, me, threshold=2, days=5)
    (card,) = cards(session, me, EVERYTHING)
    assert "They see Nurse, with your skills" in card.sentence
    assert "1 of 2 groups of people have at least 2." in card.sentence
    assert "exact" in card.sentence
    assert (card.state, card.soon) == ("open", True)


def test_the_secret_of_two_links_differs(session: Session, me: Explorer, made: Made) -> None:
    _, other = a_made_link(session, me)
    assert len(set(session.scalars(select(ShareRow.secret)).all())) == 2
    shares: list[Share] = [open_link(session, token) for token in (made[1], other)]
    identity = uuid4()
    assert shares[0].shown(identity) != shares[1].shown(identity)


def test_a_skill_of_ones_own_words_waits_though_it_is_tied_to_an_official_name(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, "Nurse", skills=["Excel", "What Bob does"])
    session.execute(update(Skill).where(Skill.name == "What Bob does").values(taxonomy_code="x"))
    link_id, token = a_made_link(session, me)
    shown = skills_heard(session, open_link(session, token), EVERYTHING)["skill"].tolist()
    assert len(shown) == 1
    assert "Bob" not in shown[0]
    assert "What Bob does" in set(texts_to_read(session, me, link_id)["text"])


NOW = datetime(2026, 5, 1, 12, 30, tzinfo=UTC)


def opened(session: Session, token: str, after: timedelta = timedelta()) -> bool:
    try:
        return open_link(session, token, NOW + after).preview
    except NotOpen:
        return False


def test_a_preview_shows_what_the_link_shows_for_an_hour_or_two_and_is_no_visit(
    session: Session, me: Explorer, made: Made
) -> None:
    share = open_link(session, made[1])
    token = preview_token(share, NOW)
    assert replace(open_link(session, token, NOW), preview=False) == share
    assert opened(session, token, timedelta(hours=1, minutes=29))
    assert not opened(session, token, timedelta(hours=1, minutes=30))
    count_visit(session, open_link(session, token, NOW), NOW.date())
    assert visits(session, me, made[0]).empty
    with pytest.raises(Refused, match="preview"):
        leave_comment(session, open_link(session, token, NOW), kind="remark", text="Hello")


def test_a_preview_that_was_changed_or_is_of_another_link_opens_nothing(
    session: Session, me: Explorer, made: Made
) -> None:
    token = preview_token(open_link(session, made[1]), NOW)
    other = preview_token(open_link(session, a_made_link(session, me)[1]), NOW)
    assert opened(session, token)
    assert opened(session, other)
    explorer, link, hour, code = token.split(".")
    stranger = uuid4().hex
    for forged in (
        *(".".join(parts) for parts in product((explorer, stranger), (link, stranger), [hour])),
        f"{explorer}.{link}.{int(hour) + 1}.{code}",
        f"{explorer}.{other.split('.')[1]}.{hour}.{code}",
        f"{explorer}.{link}.{hour}.{'0' * 64}",
        f"{stranger}.{link}.{hour}.{code}",
        token[:-1],
        token + "0",
        token.upper(),
    ):
        assert not opened(session, forged), forged


@pytest.mark.parametrize("close", ["pause", "revoke", "end"])
def test_a_preview_of_a_link_that_is_closed_opens_nothing(
    session: Session, me: Explorer, made: Made, close: str
) -> None:
    link_id, _ = made
    token = preview_token(open_link(session, made[1]), NOW)
    if close == "pause":
        pause_link(session, me, link_id=link_id, paused=True)
    elif close == "revoke":
        revoke_link(session, me, link_id=link_id)
    else:
        session.execute(update(ShareRow).values(expires_at=NOW))
    assert not opened(session, token)
    assert not cards(session, me, EVERYTHING)[0].preview
