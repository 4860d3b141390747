"""What came of the conversations: how many got to each step, after how long, and what opens."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.came_of_it import STEPS, came_of_it, led_to, span
from lib.answers.evidence import behind, opened
from lib.commands import after
from lib.errors import NotFound
from lib.filters import EVERYTHING, Filters
from tests.conftest import an_explorer
from tests.factories import a_link, a_person, an_interview, field_id

DAY = date(2026, 3, 2)


def talk(session: Session, me: Explorer, name: str, field: str = "Nurse", **values: Any) -> UUID:
    return an_interview(session, me, field, person=a_person(name), held_on=DAY, **values)


def came(session: Session, me: Explorer, talk: UUID, kind: str, days: int | None) -> None:
    on = None if days is None else DAY + timedelta(days=days)
    after.led_to(session, me, interview_id=talk, kind=kind, happened_on=on, note="")


def told(session: Session, me: Explorer, filters: Filters = EVERYTHING) -> dict[str, Any]:
    section = came_of_it(session, me, filters)
    assert section is not None
    table = section.drawing.table.itertuples(index=False, name=None)
    return {step.lower(): (talks, took) for step, talks, took in table}


def test_each_conversation_counts_once_a_step_by_the_first_of_its_kind(
    session: Session, me: Explorer
) -> None:
    talks = [talk(session, me, name) for name in ("Ann", "Bea", "Cy", "Di")]
    for place, days in enumerate((1, 2, 9)):
        after.thanked(session, me, interview_id=talks[place], on=DAY + timedelta(days=days))
    for days in (40, 30, 50):
        came(session, me, talks[0], "lead", days)
    came(session, me, talks[1], "introduction", 9)
    came(session, me, talks[2], "introduction", None)
    came(session, me, talks[0], "position", 98)
    assert told(session, me) == {
        **{"conversations": (4, ""), "letters": (3, "after 2 days")},
        **{"introductions": (2, "after 9 days"), "leads": (1, "after 4 weeks")},
        "positions": (1, "after 14 weeks"),
    }
    section = came_of_it(session, me, EVERYTHING)
    assert section is not None
    assert section.sentence == (
        "**4 conversations** led to 2 introductions, 1 lead and 1 position. "
        "3 letters of thanks went out."
    )


def test_somebody_introduced_counts_for_the_first_talk_on_no_day(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    first = an_interview(session, me, "Nurse", person=ann, held_on=DAY)
    an_interview(session, me, "Nurse", person=ann, held_on=DAY + timedelta(days=5))
    led = a_person("Bea", introduced_by_id=ann.id)
    an_interview(session, me, "Nurse", person=led, status="idea", held_on=None)
    assert told(session, me)["introductions"] == (1, "")
    rows = behind(session, me, EVERYTHING, "came/introductions")
    assert rows[["interview_id", "said"]].values.tolist() == [[str(first), "introduced Bea"]]


def test_what_did_not_happen_or_is_a_strangers_counts_nowhere(
    session: Session, me: Explorer
) -> None:
    planned = talk(session, me, "Ann", status="scheduled")
    after.thanked(session, me, interview_id=planned, on=DAY)
    stranger = an_explorer(session)
    came(session, stranger, talk(session, stranger, "Bea"), "lead", 3)
    owed: dict[str, Any] = {"kind": "thank-you", "text": "", "due_on": DAY}
    after.promise(session, me, interview_id=talk(session, me, "Cy"), **owed)
    assert came_of_it(session, me, EVERYTHING) is None
    assert len(behind(session, me, EVERYTHING, "came/conversations")) == 1


def test_filters_narrow_it(session: Session, me: Explorer) -> None:
    for name, field in (("Ann", "Nurse"), ("Bea", "Cook")):
        came(session, me, talk(session, me, name, field), "lead", 3)
    nurse = Filters(fields=(field_id(session, me, "Nurse"),))
    assert told(session, me, nurse)["leads"] == (1, "after 3 days")
    assert told(session, me)["leads"] == (2, "after 3 days and 3 days")


def test_every_opening_opens_as_many_people_as_it_says(session: Session, me: Explorer) -> None:
    one = talk(session, me, "Ann")
    talk(session, me, "Bea")
    after.thanked(session, me, interview_id=one, on=DAY)
    came(session, me, one, "position", 3)
    section = came_of_it(session, me, EVERYTHING)
    assert section is not None
    assert [opening.key for opening in section.drawing.openings] == [
        *("came/conversations", "came/letters", "came/positions")
    ]
    for opening in section.drawing.openings:
        rows = behind(session, me, EVERYTHING, opening.key)
        assert rows["person_id"].nunique() == opening.people


def test_what_a_talk_led_to_stands_in_its_evidence(session: Session, me: Explorer) -> None:
    one = talk(session, me, "Ann", skills=["SQL"])
    after.led_to(session, me, interview_id=one, kind="offer", happened_on=DAY, note="Part-time")
    came(session, me, one, "field ruled out", None)
    assert opened(
        session, me, EVERYTHING, f"topic/{field_id(session, me, 'Nurse')}/skills"
    ).led == {str(one): "an offer on 2 March 2026: Part-time and a field ruled out"}


def test_nothing_of_it_reaches_a_link(session: Session, me: Explorer) -> None:
    one = talk(session, me, "Ann", skills=["SQL"])
    came(session, me, one, "lead", 3)
    link = a_link(session, me, "Nurse", names=True, organisations=True, quotes=True)
    assert came_of_it(session, link, EVERYTHING) is None
    assert led_to(session, link, EVERYTHING) == {}
    for step in STEPS:
        with pytest.raises(NotFound):
            behind(session, link, EVERYTHING, f"came/{step}")


@pytest.mark.parametrize("key", ["came/", "came/offers", "came/leads/x", "came"])
def test_a_step_that_is_none_opens_nothing(session: Session, me: Explorer, key: str) -> None:
    with pytest.raises(NotFound):
        behind(session, me, EVERYTHING, key)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        *[(0, "0 days"), (1, "1 day"), (20, "20 days"), (21, "3 weeks"), (98, "14 weeks")],
        *[(181, "26 weeks"), (182, "6 months"), (365, "12 months")],
    ],
)
def test_how_long_is_said_as_finely_as_it_bears(days: int, words: str) -> None:
    assert span(days) == words
