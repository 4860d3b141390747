"""The sentences that say where another conversation still teaches, and where it levels off."""

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.overview import overview
from lib.filters import EVERYTHING
from tests.factories import an_interview

MANY = [f"Skill {n}" for n in range(20)]


def said(session: Session, me: Explorer) -> str:
    return overview(session, me, EVERYTHING).learning.sentence


def talks(session: Session, me: Explorer, *skills: str | list[str], field: str = "Cook") -> None:
    for named in skills:
        an_interview(session, me, field, skills=list(named))


def test_it_levels_off_where_the_last_two_brought_less_than_a_twentieth(
    session: Session, me: Explorer
) -> None:
    talks(session, me, *[[*MANY, f"Own {n}"] for n in range(4)])
    assert said(session, me) == (
        "**It levels off in Cook:** each of the last two conversations brought less than 5 % of "
        "what was known before it."
    )


def test_what_levels_off_does_not_still_teach_most(session: Session, me: Explorer) -> None:
    talks(session, me, "A", "A", "A", "A")
    assert said(session, me).startswith("**It levels off in Cook:**")
    assert "teach" not in said(session, me)
    talks(session, me, "A", "B", "C", field="Nurse")
    assert said(session, me).startswith(
        "**Nurse still teaches:** the last conversation brought 1.0 new thing on average. **It"
    )


def test_fields_that_teach_as_much_are_both_named_beside_the_one_that_teaches_less(
    session: Session, me: Explorer
) -> None:
    for field in ("Cook", "Nurse"):
        talks(session, me, "AB", "CD", "EF", field=field)
    talks(session, me, "A", "B", "B", field="Smith")
    assert said(session, me) == (
        "**Cook and Nurse still teach most:** the last conversation each brought 2.0 new things on "
        "average. In Smith it was 0.3."
    )


@pytest.mark.parametrize(
    ("skills", "words"),
    [
        (("A", "B"), "Too early to say for Cook."),
        (("A", "A", "A"), "Too early to say for Cook."),
        (("", "", "", ""), "Nothing noted in Cook."),
        (
            ("AB", "AC", "BC", ""),
            "It levels off nowhere yet. The last conversation brought nothing new in Cook.",
        ),
    ],
)
def test_what_can_not_be_said_is_not(
    session: Session, me: Explorer, skills: tuple[str, ...], words: str
) -> None:
    talks(session, me, *skills)
    assert said(session, me) == words
