"""Nobody, not asked, and not released are three: each is said where it is so."""

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Share, Viewer
from lib.answers.compare import compare
from lib.answers.day_to_day import day_to_day
from lib.answers.getting_in import getting_in
from lib.answers.ladders import ladders
from lib.answers.skills import skills
from lib.filters import EVERYTHING
from lib.frames import records
from lib.model import ShareQuote
from lib.queries.unreleased import unreleased
from lib.records import AspectSaid, SkillSaid, StepSaid, TrainingSaid
from tests.factories import a_link, an_interview

COOK, NURSE = "Cook", "Nurse"
NOT_RELEASED = "2 people asked; what they named is not released, so that none of it shows here."


def closed(session: Session, me: Explorer, **values: int) -> Share:
    """A link for which nothing was released."""
    link = a_link(session, me, COOK, **values)
    session.execute(update(ShareQuote).values(released_at=None))
    return link


def talks(session: Session, me: Explorer, people: int) -> None:
    for _ in range(people):
        an_interview(
            *(session, me, COOK),
            trainings=(TrainingSaid(name="The long way"),),
            steps=(StepSaid(title="Stirrer"),),
            aspects=(AspectSaid(side="downside", theme="The smoke"),),
            skills=(SkillSaid(skill="Listening to a pan"),),
        )


def words(session: Session, viewer: Viewer) -> set[str]:
    """Why each of four screens has nothing."""
    return {
        answer(session, viewer, EVERYTHING).none
        for answer in (getting_in, ladders, day_to_day, skills)
    }


def test_what_was_named_and_not_released_is_neither_nobody_nor_not_asked(
    session: Session, me: Explorer
) -> None:
    talks(session, me, 2)
    assert words(session, closed(session, me)) == {NOT_RELEASED}
    assert words(session, me) == {""}
    cells = records(compare(session, closed(session, me), EVERYTHING).drawing.table)
    said = {row["Question"]: row["Answer"] for row in cells}
    assert (said["Time to enter"], said["Cost to enter"]) == ("not released", "not released")
    fields = records(getting_in(session, closed(session, me), EVERYTHING).drawing.table)
    assert fields == []


@pytest.mark.parametrize(("people", "words_said"), [(2, "not released"), (1, "Nobody was asked")])
def test_under_the_threshold_it_reads_as_nobody(
    session: Session, me: Explorer, people: int, words_said: str
) -> None:
    talks(session, me, people)
    for _ in range(3):
        an_interview(session, me, COOK)
    link = closed(session, me, threshold=2)
    assert all(words_said in said for said in words(session, link))
    assert unreleased(session, link, EVERYTHING)["kept_back"].sum() == (4 if people == 2 else 0)


def test_nobody_is_said_only_where_somebody_was_asked(session: Session, me: Explorer) -> None:
    an_interview(session, me, COOK)
    asked = "Nobody was asked about it yet, in the fields and days that are looked at."
    assert words(session, me) == {asked}
    an_interview(session, me, COOK, asked=("training", "path", "day to day", "skills"))
    assert words(session, me) == {
        "1 person asked, and nobody named a way in.",
        "1 person asked, and nobody named a step of a career.",
        "1 person asked, and nobody named anything good or hard.",
        "1 person asked, and nobody named a skill.",
    }


def test_beside_a_field_that_shows_some_another_says_that_its_wording_is_not_released(
    session: Session, me: Explorer
) -> None:
    for field in (COOK, NURSE):
        an_interview(session, me, field, trainings=(TrainingSaid(name=f"School of {field}"),))
    link = a_link(session, me, COOK, NURSE)
    nurses = ShareQuote.wording == f"School of {NURSE}"
    session.execute(update(ShareQuote).where(nurses).values(released_at=None))
    marks = records(getting_in(session, link, EVERYTHING).drawing.data["marks"])
    said = {row["words"] for row in marks if row["part"] == "nothing"}
    assert said == {"1 person asked; the wording of a way in is not released"}
    assert not unreleased(session, me, EVERYTHING)["kept_back"].any()
