"""What the conversations say: nothing that the evidence does not carry."""

import re

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.answers.data_say import data_say
from lib.answers.evidence import behind
from lib.answers.sentence import Sentence
from lib.commands.samples import load_samples
from lib.filters import EVERYTHING
from lib.records import OutlookSaid, PersonSaid, SkillSaid, TrainingSaid
from tests.factories import a_link, an_interview


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


def test_ways_that_cost_and_take_as_much_are_both_named(session: Session, me: Explorer) -> None:
    """Three name the second: the sentence stands on it, whoever was written down first."""
    free = {"cost_low": 0, "cost_high": 0, "currency": "USD", "months_high": 4}
    for name in ("Ann", "Bea", "Cleo"):
        ways = [TrainingSaid.model_validate({"name": "On the job", **free})]
        if name != "Ann":
            ways.append(TrainingSaid.model_validate({"name": "apprentice", **free}))
        an_interview(session, me, "Nurse", person=somebody(name), trainings=tuple(ways[::-1]))
    level = "Nurse** that two or more named: On the job, free, 4 months at most (3 of 3 asked); "
    for viewer in (me, a_link(session, me, "Nurse")):
        assert of_kind(session, viewer, "way in") == [
            f"The cheapest way into **{level}level with it: apprentice."
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
