"""The sentences of Day to day: nobody decides alone, and no direction without more than half."""

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.day_to_day import day_to_day
from lib.filters import EVERYTHING
from lib.records import AspectSaid, OutlookSaid
from lib.words import THEMES
from tests.factories import an_interview


def said(session: Session, me: Explorer, field: str, good: int, hard: int) -> None:
    themes = iter(THEMES)
    an_interview(
        *(session, me, field),
        aspects=tuple(
            AspectSaid.model_validate({"side": side, "theme": next(themes)})
            for side, count in (("upside", good), ("downside", hard))
            for _ in range(count)
        ),
    )


def test_one_talkative_person_does_not_decide(session: Session, me: Explorer) -> None:
    for good, hard in ((0, 9), (1, 0), (1, 0)):
        said(session, me, "Cook", good, hard)
    for good, hard in ((1, 1), (1, 1), (1, 1)):
        said(session, me, "Nurse", good, hard)
    # Cook: (0 + 1 + 1)/3 of each ten, though 9 of the 11 things named are hard.
    words = day_to_day(session, me, EVERYTHING).sentence
    assert words.endswith("of ten things named 7 are good in **Cook** and 5 in Nurse.")


def test_under_three_people_nothing_is_weighed(session: Session, me: Explorer) -> None:
    for good, hard in ((0, 9), (1, 0)):
        said(session, me, "Cook", good, hard)
    assert "weighing" not in day_to_day(session, me, EVERYTHING).sentence


def test_a_direction_needs_more_than_half_of_three(session: Session, me: Explorer) -> None:
    told = {"Cook": "ggs", "Nurse": "ggss", "Baker": "gg", "Clerk": ""}
    words = {"g": "growing", "s": "shrinking"}
    for field, letters in told.items():
        for letter in letters:
            outlook = OutlookSaid.model_validate({"direction": words[letter]})
            an_interview(session, me, field, outlooks=(outlook,))
        if not letters:
            an_interview(session, me, field)
    assert day_to_day(session, me, EVERYTHING).outlook_sentence == (
        "More than half of those asked say **growing** in Cook (2 of 3). "
        "No direction was named by more than half of those asked in Nurse. Fewer than three "
        "people were asked in Baker. Nobody was asked in Clerk."
    )
