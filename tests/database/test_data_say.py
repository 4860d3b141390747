"""What the conversations say: nothing that the evidence does not carry."""

import re

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.answers.data_say import data_say
from lib.answers.evidence import behind
from lib.answers.sentence import Sentence
from lib.commands.occupations import hold_against
from lib.commands.samples import load_samples
from lib.filters import EVERYTHING
from lib.records import OutlookSaid, PersonSaid, SkillSaid, TrainingSaid
from lib.reference.occupations import NATION
from tests.factories import a_figure, a_link, an_interview, field_id


def said(session: Session, viewer: Viewer) -> list[Sentence]:
    return list(data_say(session, viewer, EVERYTHING).sentences)


def of_kind(session: Session, me: Viewer, kind: str) -> list[str]:
    return [one.words.replace("\\", "") for one in said(session, me) if one.kind == kind]


def somebody(name: str, organisation: str = "") -> PersonSaid:
    return PersonSaid(name=name, organisation=organisation)


def test_every_sentence_of_the_samples_opens_onto_as_many_people_as_it_says(
    session: Session, me: Explorer
) -> None:
    load_samples(session, me)
    sentences = said(session, me)
    assert len(sentences) == 7
    assert {one.kind for one in sentences} == {"skill", "pay", "way in", "contradiction"}
    for one in sentences:
        rows = behind(session, me, EVERYTHING, one.key)
        assert rows["person_id"].nunique() == one.people, one.words
        assert one.groups >= 2
        assert re.search(r"\d", one.words)


def test_the_same_through_a_link_and_withheld_where_too_few_said_it(
    session: Session, me: Explorer
) -> None:
    load_samples(session, me)
    names = ("Data analyst", "UX researcher", "Instructional designer", "Environmental health")
    sentences = said(session, a_link(session, me, *names))
    assert sentences
    link = a_link(session, me, *names, threshold=3)
    for one in said(session, link):
        rows = behind(session, link, EVERYTHING, one.key)
        assert rows["person_id"].nunique() == one.people >= 3, one.words


def test_a_skill_needs_two_fields_and_two_employers(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Nurse", person=somebody("Ann", "Acme"), skills=["SQL"])
    an_interview(session, me, "Cook", person=somebody("Bea", "ACME "), skills=["SQL"])
    assert said(session, me) == []
    an_interview(session, me, "Cook", person=somebody("Cleo", "Beta"), skills=["SQL"])
    assert of_kind(session, me, "skill") == [
        "**SQL** crosses fields: it came up in 2 of 2 fields, from 3 of the 3 people asked there."
    ]


def test_the_cheapest_way_in_is_one_that_two_named_and_whose_cost_is_closed(
    session: Session, me: Explorer
) -> None:
    def way(name: str, low: int | None, high: int | None) -> TrainingSaid:
        cost = {"cost_low": low, "cost_high": high, "currency": "USD"}
        return TrainingSaid.model_validate({"name": name, "months_high": 4, **cost})

    for name in ("Ann", "Bea"):
        ways = (way("Course", 500, 900), way("Degree", 9_000, 20_000), way("Fair", 10, None))
        alone = (way("Book", 0, 20),) if name == "Ann" else ()
        an_interview(session, me, "Nurse", person=somebody(name), trainings=(*ways, *alone))
    an_interview(session, me, "Nurse", person=somebody("Cleo"), asked=("training",))
    assert of_kind(session, me, "way in") == [
        "The cheapest way into **Nurse** that two or more named: Course, $900 at most, 4 months "
        "at most (2 of 3 asked)."
    ]


def test_contradictions_name_both_sides(session: Session, me: Explorer) -> None:
    for name, necessity, required, going in (
        ("Ann", "mandatory", "yes", "growing"),
        ("Bea", "not needed", "no", "shrinking"),
        ("Cleo", "mandatory", "no", "growing"),
    ):
        an_interview(
            session,
            me,
            "Nurse",
            person=somebody(name),
            skills=(SkillSaid.model_validate({"skill": "SQL", "necessity": necessity}),),
            trainings=(TrainingSaid.model_validate({"name": "Course", "required": required}),),
            outlooks=(OutlookSaid.model_validate({"direction": going}),),
        )
    found = {one.words for one in said(session, me)}
    assert len(found) == 2, "at most two of a kind"
    assert "**SQL** in Nurse: 2 say mandatory, 1 says not needed." in found
    assert "**Course** as a way into Nurse: 1 says required, 2 say not required." in found


@pytest.mark.parametrize(
    ("ranges", "words"),
    [
        (
            ((50_000, 60_000), (55_000, 70_000), (58_000, 65_000), (80_000, 90_000)),
            "is agreed on: the ranges of 3 of 4 people reach into $55k to $65k.",
        ),
        (
            ((40_000, 50_000), (42_000, 50_000), (80_000, 90_000), (82_000, 90_000)),
            "splits: people meet at $42k to $50k and again at $82k to $90k, 2 of 4 at the lower.",
        ),
        (
            ((60_000, 60_000), (62_000, 62_000), (65_000, 65_000)),
            "differs: no figure lies in half of the 3 people's ranges, $60k to $65k.",
        ),
    ],
)
def test_pay_that_agrees_splits_or_differs(
    session: Session, me: Explorer, ranges: tuple[tuple[int, int], ...], words: str
) -> None:
    for place, (low, high) in enumerate(ranges):
        figure = a_figure(low, high, whose="own")
        an_interview(session, me, "Nurse", person=somebody(f"Ann {place}"), salaries=(figure,))
    (sentence,) = of_kind(session, me, "pay")
    assert sentence == f"**Entry pay in Nurse** {words}"


def test_two_people_s_pay_carries_no_sentence(session: Session, me: Explorer) -> None:
    for name in ("Ann", "Bea"):
        figure = a_figure(50_000, 60_000, whose="own")
        an_interview(session, me, "Nurse", person=somebody(name), salaries=(figure,))
    assert said(session, me) == []


def held_against(session: Session, viewer: Viewer) -> list[str]:
    """The sentences on pay that name an official figure."""
    return [words for words in of_kind(session, viewer, "pay") if "official" in words]


def against_official(session: Session, me: Explorer, *ends: tuple[int | None, int | None]) -> None:
    """Entry pay of a person each, every one of an employer of their own, held against BLS's."""
    for place, (low, high) in enumerate(ends):
        person = somebody(f"P{place}", f"Firm {place}")
        an_interview(session, me, person=person, salaries=(a_figure(low, high),))
    field = field_id(session, me, "Data analyst")
    hold_against(session, me, field_id=field, occupation="15-1252", area=NATION)


def test_pay_outside_the_official_figures_is_said_of_most_people(
    session: Session, me: Explorer
) -> None:
    """The 25th percentile is 105,210, the 10th 82,460."""
    against_official(session, me, (90_000, 95_000), (85_000, 100_000), (100_000, 110_000))
    assert held_against(session, me) == [
        "**Entry pay in Data analyst** lies below the official 25th percentile of all levels "
        "($105k) for 2 of 3 people."
    ]
    link = a_link(session, me, "Data analyst", threshold=2)
    assert len(held_against(session, link)) == 1
    assert held_against(session, a_link(session, me, "Data analyst", threshold=3)) == []


def test_the_farther_percentile_is_named_where_most_lie_beyond_it(
    session: Session, me: Explorer
) -> None:
    against_official(session, me, (60_000, 70_000), (50_000, 60_000))
    assert "below the official 10th percentile" in held_against(session, me)[0]


@pytest.mark.parametrize(
    "ends", [[(60_000, 70_000)], [(60_000, 70_000), (120_000, 130_000)], [(60_000, None)] * 2]
)
def test_one_person_half_of_them_or_open_ends_carry_no_sentence(
    session: Session, me: Explorer, ends: list[tuple[int | None, int | None]]
) -> None:
    against_official(session, me, *ends)
    assert held_against(session, me) == []
