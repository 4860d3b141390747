"""What the Skills screen says of small sets of conversations: known answers, on both databases."""

from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.answers.compare import compare
from lib.answers.skills import SkillsAnswer, skills, skills_like
from lib.commands.profile import change_field, rate_skill
from lib.filters import EVERYTHING
from lib.frames import records
from lib.records import SkillSaid, TrainingSaid
from tests.factories import (
    a_link,
    a_person,
    an_interview,
    field_id,
    merge,
    skill_id,
    told,
    what_must_not_count,
)

NEED: Any = "mandatory"


def needed(*names: str, necessity: Any = NEED, **values: Any) -> list[SkillSaid]:
    return [SkillSaid(skill=name, necessity=necessity, **values) for name in names]


def two_who_need(session: Session, me: Explorer, field: str, *names: str) -> None:
    """Two people who call these skills mandatory: the fewest that make them required."""
    for _ in range(2):
        an_interview(session, me, field, skills=needed(*names))


def answer(session: Session, me: Explorer, viewer: Viewer | None = None) -> SkillsAnswer:
    what_must_not_count(session, me)
    return skills(session, viewer or me, EVERYTHING)


def now(session: Session, me: Explorer, name: str) -> None:
    """This is the field I work in."""
    field = field_id(session, me, name)
    change_field(session, me, field_id=field, name=name, kind="current", stage="open")


def workshop(session: Session, me: Explorer) -> None:
    """Fitter requires welding and drawing, smith welding and forging; I have drawing."""
    two_who_need(session, me, "Fitter", "Welding", "Drawing")
    two_who_need(session, me, "Smith", "Welding", "Forging")
    rate_skill(session, me, skill="Drawing", level=3)
    rate_skill(session, me, skill="Welding", level=2)


def test_how_much_a_skill_matters_is_two_of_four_with_the_one_who_did_not_say(
    session: Session, me: Explorer
) -> None:
    for necessity in ("mandatory", "mandatory", "helpful", "helpful", "unstated"):
        an_interview(session, me, skills=needed("SQL", necessity=necessity))
    rows = answer(session, me).worth.drawing.table
    assert told(rows, "Skill", "Mandatory", "Said how much", "Did not say", "From", "To") == [
        ("SQL", 2, 4, 1, 0.15, 0.85)
    ]


def test_people_of_one_employer_weigh_as_one_and_so_does_one_person_in_two_fields(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    for field in ("Nurse", "Cook"):
        an_interview(session, me, field, person=ann, skills=needed("Calm"))
    for _ in range(2):
        person = a_person(organisation="Acme")
        an_interview(session, me, person=person, skills=needed("Calm"))
    (row,) = records(answer(session, me).worth.drawing.table)
    assert (row["Mandatory"], row["Said how much"]) == (4, 4)
    assert (row["From"], row["To"]) == (0.34, 1.0)  # Wilson of 2 in 2


def test_breadth_and_reach_run_over_the_target_fields_that_were_asked(
    session: Session, me: Explorer
) -> None:
    for field, named, silent in (("A", 2, 4), ("B", 3, 0), ("C", 0, 1), ("Mine", 1, 0)):
        for _ in range(named):
            an_interview(session, me, field, skills=["SQL"])
        for _ in range(silent):
            an_interview(session, me, field, asked=("skills",))
    an_interview(session, me, "Never asked")
    now(session, me, "Mine")
    (row,) = records(answer(session, me).worth.drawing.table)
    assert (row["Fields that named it"], row["Fields asked"]) == (2, 3)
    assert row["Mean share of those asked"] == 0.44


def test_what_carries_over_furthest_is_mine_by_breadth_then_reach_with_what_is_level(
    session: Session, me: Explorer
) -> None:
    for field in ("Fitter", "Smith"):
        an_interview(session, me, field, skills=["Forging", "Drawing", "Calm", "Selling", "Zeal"])
    an_interview(session, me, "Smith", skills=["Zeal", "Selling"])
    for skill in ("Drawing", "Calm", "Selling", "Zeal"):
        rate_skill(session, me, skill=skill, level=3)
    found = answer(session, me)
    assert found.in_short[0] == (
        "Carry over furthest: **Selling**, **Zeal**, **Calm** and **Drawing**"
    )
    assert "Of those you do not have, **Forging** (named in 2 of 2 fields)" in found.sentence


def test_what_i_would_take_along_from_where_i_work_now(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Teacher", skills=["Explaining", "Discipline", "Patience"])
    an_interview(session, me, "Writer", skills=["Explaining", "Grammar"])
    for skill in ("Explaining", "Discipline"):
        rate_skill(session, me, skill=skill, level=4)
    now(session, me, "Teacher")
    words = answer(session, me).worth.sentence
    assert "From Teacher you would take along Explaining (1 of 1 fields)." in words
    assert "Nobody elsewhere named Discipline." in words
    assert "Patience" not in words


def test_of_what_a_field_requires_i_have_one_of_two(session: Session, me: Explorer) -> None:
    workshop(session, me)
    found = answer(session, me).gaps
    fields = [row for row in records(found.drawing.data["marks"]) if row["part"] == "words"]
    assert [row["words"] for row in fields if row["layout"] == "wide"] == [
        *("1 of 2 required", "0 of 2 required")
    ]
    assert (
        "**Fitter** wants most of what you have: 1 of the 2 skills it requires." in found.sentence
    )
    assert found.brief == "Wants most of what you have: **Fitter** (1 of 2 required)"


def test_a_field_that_requires_nothing_is_none_of_which_i_have_everything(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, skills=needed("SQL"))
    rate_skill(session, me, skill="SQL", level=5)
    found = skills(session, me, EVERYTHING)
    assert "No field requires a skill yet" in found.gaps.sentence
    assert found.gaps.brief == found.following.brief == ""
    assert found.following.drawing.openings == ()


def test_required_skills_stand_first_and_mine_beside_those_i_lack(
    session: Session, me: Explorer
) -> None:
    workshop(session, me)
    an_interview(session, me, "Fitter", skills=["Algebra"])
    rows = answer(session, me).gaps.drawing.table
    here = rows[rows["Field"] == "Fitter"]
    assert told(here, "Skill", "I have it", "Required", "Named it", "Asked") == [
        ("Drawing", True, True, 2, 3),
        ("Welding", False, True, 2, 3),
        ("Algebra", False, False, 1, 3),
    ]


def test_a_skill_of_mine_that_nobody_brought_up_is_to_be_asked_about(
    session: Session, me: Explorer
) -> None:
    workshop(session, me)
    an_interview(session, me, "Silent")
    marks = records(skills(session, me, EVERYTHING).gaps.drawing.data["marks"])
    silent = [row["words"] for row in marks if row["part"] == "silent" and row["layout"] == "wide"]
    assert silent == ["Not brought up: Drawing"]
    asked = [row["words"] for row in marks if row["part"] == "words" and row["layout"] == "wide"]
    assert asked[-1] == "nobody was asked about skills"


def test_the_one_skill_to_learn_next_opens_a_field_before_it_brings_two_nearer(
    session: Session, me: Explorer
) -> None:
    workshop(session, me)
    two_who_need(session, me, "Turner", "Forging", "Measuring")
    found = answer(session, me).following
    assert told(found.drawing.table, "Skill", "Opens", "Brings nearer") == [
        ("Welding", "Fitter", "Smith"),
        ("Forging", "", "Smith; Turner"),
        ("Measuring", "", "Turner"),
    ]
    assert found.brief == "Learn next: **Welding** (opens Fitter)"
    assert "**Welding** next: it is the only required skill that you lack in **Fitter**" in (
        found.sentence
    )


def test_what_the_current_field_requires_is_nothing_to_learn(
    session: Session, me: Explorer
) -> None:
    workshop(session, me)
    now(session, me, "Smith")
    table = answer(session, me).following.drawing.table
    assert told(table, "Skill", "Opens", "Brings nearer") == [("Welding", "Fitter", "")]


def a_course(name: str, low: int | None, high: int | None, quote: str = "") -> TrainingSaid:
    cost: dict[str, Any] = {"cost_low": low, "cost_high": high, "currency": "USD"}
    return TrainingSaid(name=name, quote=quote, **cost)


COURSES = (
    a_course("Evening course", None, 900, "All welding."),
    a_course("Welding school", 1_000, 2_000),
    a_course("Night school", None, 100, "Weldings, mostly."),
    a_course("Welding by book", None, None),
)


def trainings_named(session: Session, me: Explorer, viewer: Viewer | None = None) -> dict[str, str]:
    rows = skills(session, viewer or me, EVERYTHING).following.drawing.table
    return dict(told(rows, "Skill", "Training named for it"))


def test_the_cheapest_training_that_names_the_skill_stands_beside_it(
    session: Session, me: Explorer
) -> None:
    workshop(session, me)
    an_interview(session, me, "Fitter", trainings=COURSES)
    assert trainings_named(session, me) == {
        "Welding": "Evening course, up to $900",
        "Forging": "nobody named a training for it",
    }


def test_a_training_that_names_a_merged_spelling_counts(session: Session, me: Explorer) -> None:
    workshop(session, me)
    an_interview(
        session,
        me,
        "Smith",
        skills=["Torchwork"],
        trainings=(TrainingSaid(name="Torchwork at night"),),
    )
    merge(session, me, "Torchwork", into="Welding")
    assert trainings_named(session, me)["Welding"] == "Torchwork at night, cost not said"


def test_to_a_link_only_the_name_of_a_training_tells(session: Session, me: Explorer) -> None:
    workshop(session, me)
    an_interview(session, me, "Fitter", trainings=COURSES)
    link = a_link(session, me, "Fitter", "Smith")
    assert trainings_named(session, me, link)["Welding"] == "Welding school, $1,000 to $2,000"


def test_without_skills_of_my_own_nothing_is_said_of_what_i_lack(
    session: Session, me: Explorer
) -> None:
    two_who_need(session, me, "Fitter", "Welding")
    two_who_need(session, me, "Smith", "Welding")
    found = answer(session, me)
    assert not found.rated
    assert found.in_short == ()
    assert "lack" not in found.worth.sentence
    assert "you have" not in found.sentence


@pytest.mark.parametrize("typed", ["weld", "WELDING ", "torch"])
def test_a_typed_skill_is_found_by_part_of_any_of_its_names(
    session: Session, me: Explorer, typed: str
) -> None:
    workshop(session, me)
    an_interview(session, me, "Smith", skills=["Torchwork"])
    merge(session, me, "Torchwork", into="Welding")
    found = skills_like(session, me, EVERYTHING, typed)
    assert set(found.drawing.table["Skill"]) == {"Welding"}
    assert found.worth.drawing.table["Skill"].tolist() == ["Welding"]
    assert (found.found, found.skills) == (1, 3)
    assert found.in_short == skills(session, me, EVERYTHING).in_short


def test_a_typed_alias_finds_the_skill_it_means(session: Session, me: Explorer) -> None:
    an_interview(session, me, skills=["Interpersonal skills", "SQL"])
    found = skills_like(session, me, EVERYTHING, "good with people")
    assert set(found.drawing.table["Skill"]) == {"Interpersonal skills"}
    assert skills_like(session, me, EVERYTHING, "juggling").found == 0


def test_a_private_answer_counts_for_me_and_not_for_a_link(session: Session, me: Explorer) -> None:
    two_who_need(session, me, "Fitter", "Welding")
    an_interview(session, me, "Fitter", skills=needed("Forging", private=True))
    link = a_link(session, me, "Fitter")
    mine, theirs = (skills(session, who, EVERYTHING) for who in (me, link))
    assert mine.worth.drawing.table["Skill"].tolist() == ["Welding", "Forging"]
    assert theirs.worth.drawing.table["Skill"].tolist() == ["Welding"]


def test_many_fields_are_all_counted_and_the_current_one_is_drawn(
    session: Session, me: Explorer
) -> None:
    for place in range(15):
        for _ in range(2 if place else 1):
            an_interview(session, me, f"Field {place}", skills=["SQL"])
    now(session, me, "Field 0")
    two_who_need(session, me, "Last of all", "Zeal")
    rate_skill(session, me, skill="Zeal", level=3)
    found = skills(session, me, EVERYTHING)
    assert (found.fields, found.fields_drawn) == (16, 12)
    assert found.gaps.brief.endswith("**Last of all** (1 of 1 required)")
    assert found.gaps.drawing.table["Field"].tolist()[0] == "Last of all"
    assert found.gaps.drawing.table["Field"].nunique() == 12
    assert "Field 0 (now)" in set(found.drawing.table["Field"])
    assert set(found.worth.drawing.table["Fields asked"]) == {15}
    opened = {opening.key for opening in found.worth.drawing.openings}
    assert f"skill/{skill_id(session, me, 'SQL')}" in opened
    groups = found.worth.drawing.data["marks"].query("part == 'group'")["words"]
    assert "Named in more than half of 15 fields" in set(groups)


def compared(session: Session, me: Explorer) -> tuple[str, dict[str, str]]:
    """What Compare says in words, and its cell of skills by field."""
    found = compare(session, me, EVERYTHING)
    table = found.drawing.table
    skill_cells = table[table["Question"] == "Skills I have"]
    return found.sentence, dict(told(skill_cells, "Field", "Answer"))


def test_compare_has_a_row_of_what_i_have_of_what_each_field_requires(
    session: Session, me: Explorer
) -> None:
    workshop(session, me)
    an_interview(session, me, "Baker", skills=["Patience"])
    an_interview(session, me, "Silent")
    words, cells = compared(session, me)
    assert cells == {
        **{"Fitter": "1 of 2", "Smith": "0 of 2"},
        **{"Baker": "none required yet", "Silent": "not asked"},
    }
    assert "**Fitter** wants most of what you have (1 of 2 required)." in words


def test_compare_does_not_set_the_field_i_work_in_against_the_others(
    session: Session, me: Explorer
) -> None:
    workshop(session, me)
    now(session, me, "Fitter")
    words, cells = compared(session, me)
    assert cells["Fitter"] == "1 of 2"
    assert "wants most" not in words


def test_compare_calls_skills_that_i_have_not_rated_not_rated(
    session: Session, me: Explorer
) -> None:
    two_who_need(session, me, "Fitter", "Welding")
    words, cells = compared(session, me)
    assert cells == {"Fitter": "yours not rated yet"}
    assert "wants most" not in words
