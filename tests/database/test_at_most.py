"""A link's threshold, worked by hand: fractions of at most so many, and what is not given."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Share
from lib.answers.compare import compare
from lib.answers.data_say import contradictions, data_say
from lib.answers.day_to_day import day_to_day
from lib.answers.getting_in import getting_in
from lib.answers.overview import overview
from lib.answers.pay import pay
from lib.answers.report import section, titles
from lib.answers.skills import skills
from lib.answers.skills_told import required_by_field
from lib.answers.weighing import weighed
from lib.commands.samples import load_samples
from lib.commands.skills import merge_skills
from lib.filters import EVERYTHING
from lib.model import Field, Skill
from lib.queries.coverage import topics_asked
from lib.queries.skills import skills_heard
from lib.queries.voices import things_said, trainings
from lib.records import OutlookSaid, SalarySaid, SkillSaid, TrainingSaid
from tests.factories import a_link, a_person, an_interview, told

YEAR = date.today().year
NAMES = ("Ann", "Bea", "Cleo", "Dan", "Eve", "Fay", "Gus", "Hal")


def talks(session: Session, me: Explorer, *said: dict[str, Any]) -> Share:
    """One conversation each about nursing, and a link to them with a threshold of two."""
    for name, more in zip(NAMES, said, strict=False):
        an_interview(session, me, "Nurse", person=a_person(name), **more)
    return a_link(session, me, "Nurse", threshold=2)


def going(direction: Any) -> dict[str, Any]:
    return {"outlooks": (OutlookSaid(direction=direction),)}


def needing(necessity: Any) -> dict[str, Any]:
    return {"skills": [SkillSaid(skill="SQL", necessity=necessity)]}


def test_growing_3_steady_1_shrinking_1_is_growing_3_of_at_most_6_and_no_majority(
    session: Session, me: Explorer
) -> None:
    words = ("growing", "growing", "growing", "steady", "shrinking")
    link = talks(session, me, *map(going, words))
    table = compare(session, link, EVERYTHING).drawing.table
    assert "3 growing of at most 6" in table.to_csv()
    answer = day_to_day(session, link, EVERYTHING)
    assert "No direction was named by more than half of those asked in Nurse" in (
        answer.outlook_sentence
    )
    cells = answer.outlook.data["marks"]
    assert "3/≤6" in set(cells["words"].dropna())
    assert "0/≤6" in set(cells["words"].dropna()), "what few said and what nobody said are one"
    whole = day_to_day(session, replace(link, threshold=1), EVERYTHING)
    assert "**growing** in Nurse (3 of 5)" in whole.outlook_sentence


def test_growing_4_of_at_most_6_is_a_majority(session: Session, me: Explorer) -> None:
    link = talks(session, me, *map(going, ("growing",) * 4), {"asked": ("outlook",)})
    assert "**growing** in Nurse (4 of at most 6)" in (
        day_to_day(session, link, EVERYTHING).outlook_sentence
    )


def test_mandatory_2_helpful_1_not_needed_2_is_not_required(session: Session, me: Explorer) -> None:
    words = ("mandatory", "mandatory", "helpful", "not needed", "not needed")
    link = talks(session, me, *map(needing, words))
    heard = skills_heard(session, link, EVERYTHING)
    columns = ("voices", "mandatory", "helpful", "not_needed", "of")
    assert told(heard, *columns) == [(5, 2, 0, 2, 6)]
    assert required_by_field(heard) == {}
    whole = skills_heard(session, replace(link, threshold=1), EVERYTHING)
    assert told(whole, *columns) == [(5, 2, 1, 2, 5)]
    shown = skills(session, link, EVERYTHING)
    assert "mandatory to 2 of at most 6" in shown.gaps.drawing.table.to_csv()
    assert "at most 6" in shown.worth.drawing.table.to_csv()


def test_mandatory_2_helpful_1_not_needed_1_is_required(session: Session, me: Explorer) -> None:
    """Two of at most four."""
    words = ("mandatory", "mandatory", "helpful", "not needed")
    link = talks(session, me, *map(needing, words))
    assert len(required_by_field(skills_heard(session, link, EVERYTHING))) == 1


@pytest.mark.parametrize(("asked", "most"), [(8, 8), (7, 8), (2, 2)])
def test_a_skill_named_by_two(session: Session, me: Explorer, asked: int, most: int) -> None:
    silent = [{"asked": ("skills",)}] * (asked - 2)
    link = talks(session, me, {"skills": ["SQL"]}, {"skills": ["SQL"]}, *silent)
    answer = skills(session, link, EVERYTHING)
    assert f"2 of at most {most}" in " ".join(one.label for one in answer.drawing.openings)
    rows = topics_asked(session, link, EVERYTHING)
    assert told(rows, "topic", "asked", "answered") == [("skills", most, 2)]


def test_under_the_threshold_asked_reads_as_nobody_asked(session: Session, me: Explorer) -> None:
    link = talks(session, me, {"skills": ["SQL"]}, {})
    assert topics_asked(session, link, EVERYTHING).empty
    assert (
        "Nobody in Nurse was asked about" in overview(session, link, EVERYTHING).coverage.sentence
    )


def test_two_spellings_of_one_way_in_are_one(session: Session, me: Explorer) -> None:
    ways = [{"trainings": (TrainingSaid(name=n),)} for n in ("Evening course", "evening  Course")]
    link = talks(session, me, *ways)
    assert len(trainings(session, link, EVERYTHING)) == 2
    assert "2 of at most 2" in getting_in(session, link, EVERYTHING).drawing.openings[0].label
    assert things_said(session, link, EVERYTHING)["thing"].nunique() == 1


def test_two_names_of_one_skill_are_one(session: Session, me: Explorer) -> None:
    link = talks(session, me, {"skills": ["SQL"]}, {"skills": ["Databases"]})
    assert skills_heard(session, link, EVERYTHING).empty
    mine = select(Skill.id).where(Skill.explorer_id == me.explorer_id)
    one, two = (session.scalar(mine.where(Skill.name == n)) for n in ("SQL", "Databases"))
    assert one
    assert two
    merge_skills(session, me, skill_id=two, into_id=one)
    assert told(skills_heard(session, link, EVERYTHING), "skill", "voices") == [("SQL", 2)]


def test_a_private_answer_leaves_its_tick(session: Session, me: Explorer) -> None:
    """Growing by two, a third ticked and private: 2 of 3."""
    hidden = OutlookSaid(direction="shrinking", private=True)
    said = (going("growing"), going("growing"), {"outlooks": (hidden,), "asked": ("outlook",)})
    link = replace(talks(session, me, *said), threshold=1)
    answer = day_to_day(session, link, EVERYTHING)
    assert "**growing** in Nurse (2 of 3)" in answer.outlook_sentence


def test_pay_is_agreed_on_by_more_than_half_of_at_most_so_many(
    session: Session, me: Explorer
) -> None:
    """Three share a stretch; three of four who named both ends, of at most six asked."""
    ends = ((50, 60), (55, 70), (58, 65), (80, 90))
    figure: dict[str, Any] = {"level": "mid", "currency": "USD", "period": "year", "year": YEAR}
    stated: dict[str, Any] = {
        "whose": "own",
        "basis": "base",
        "tax": "gross",
        "employed": "employed",
    }
    said: list[dict[str, Any]] = [
        {
            "salaries": (
                SalarySaid(**figure, **stated, low=Decimal(low * 1000), high=Decimal(high * 1000)),
            )
        }
        for low, high in ends
    ]
    link = talks(session, me, *said, {"asked": ("pay",)})
    (panel,) = pay(session, link, EVERYTHING).panels
    assert "no more than 3 of at most 6 people's figures share" in panel.sentence
    (whole,) = pay(session, replace(link, threshold=1), EVERYTHING).panels
    assert "3 of 4 people's figures share" in whole.sentence


def test_a_contradiction_says_of_how_many(session: Session, me: Explorer) -> None:
    words = ("mandatory", "mandatory", "not needed", "not needed", "unstated")
    link = talks(session, me, *map(needing, words))
    (found,) = contradictions(session, link, EVERYTHING)
    assert found.words.endswith("2 say mandatory, 2 say not needed, of at most 6.")


@pytest.fixture
def sampled(session: Session, me: Explorer) -> Share:
    """A link with a threshold of two to everything that the samples hold."""
    load_samples(session, me)
    mine = select(Field.name).where(Field.explorer_id == me.explorer_id)
    names = session.scalars(mine.order_by(Field.name)).all()
    return a_link(session, me, *names, threshold=2, quotes=True, pay=True)


NOT_GIVEN = (
    *(
        r"\d+ : \d+",
        "evels? off",
        "evelling off",
        "still teaches",
        "ighest entry",
        "reaches highest",
    ),
    *(
        "[Cc]heapest",
        "most often",
        "most widely",
        "worth showing:",
        "is most worth",
        "clearest gap",
    ),
    *(
        "wants most",
        "over your",
        r"\d employer",
        "if others were asked, it",
        "in 10 of",
    ),
)


def everything_told(session: Session, share: Share) -> str:
    """Every word of the report, of its drawings and tables, and of what opens."""
    words: list[str] = []
    for title in titles(worded=True):
        for part in section(session, share, EVERYTHING, title).parts:
            words += [part.answer, *part.points]
            if part.table is not None:
                words.append(part.table.to_csv())
            if part.drawing is not None:
                words += [part.drawing.table.to_csv(), *(o.label for o in part.drawing.openings)]
    now = weighed(session, share, EVERYTHING)
    words += [
        *now.below,
        *now.remarks,
        now.leads.sentence if hasattr(now.leads, "sentence") else "",
    ]
    words.append(overview(session, share, EVERYTHING).learning.sentence)
    return "\n".join(words)


def test_what_silence_would_make_larger_is_not_given(session: Session, sampled: Share) -> None:
    words = everything_told(session, sampled)
    assert [given for given in NOT_GIVEN if re.findall(given, words)] == []
    bare = re.findall(r"\b\d+/\d+\b|\(\d+ of \d+\)|mandatory to \d+ of \d+", words)
    assert bare == [], "a fraction of those asked, or of those who named a skill"
    whole = everything_told(session, replace(sampled, threshold=1))
    found = [given for given in NOT_GIVEN if re.findall(given, whole)]
    assert len(found) > len(NOT_GIVEN) // 2, "each of these is there to be left out"


def test_no_interval_no_reach_and_no_missed_limit(session: Session, sampled: Share) -> None:
    worth = skills(session, sampled, EVERYTHING).worth.drawing.table
    assert worth["From"].isna().all()
    assert worth["To"].isna().all()
    assert worth["Mean share of those asked"].isna().all()
    sentence = overview(session, sampled, EVERYTHING).learning.sentence
    assert sentence.startswith("This view leaves out what fewer than two people said")
    assert not [
        one for one in data_say(session, sampled, EVERYTHING).sentences if one.kind == "way in"
    ]
