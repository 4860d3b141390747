"""Known answers of whole screens: open ends, costs, limits, interest, ties, and who is counted."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.compare import compare
from lib.answers.data_say import data_say
from lib.answers.day_to_day import day_to_day
from lib.answers.getting_in import getting_in
from lib.answers.ladders import ladders
from lib.answers.overview import overview
from lib.answers.skills import skills
from lib.answers.weighing import weighed
from lib.commands.profile import rate_skill
from lib.commands.weighing import set_limits
from lib.criteria import Weight
from lib.filters import EVERYTHING, Filters
from lib.frames import Row, records
from lib.ids import new_id
from lib.records import AspectSaid, OutlookSaid, SkillSaid, StepSaid, TrainingSaid
from lib.words import CRITERIA, TOPICS
from tests.factories import a_person, an_interview, field_id

COOK = "Cook"
Ends = tuple[float | None, float | None]
OPEN = (None, None)


def way(
    name: str = "Course", months: Ends = OPEN, cost: Ends = OPEN, currency: str | None = "USD"
) -> TrainingSaid:
    figures: dict[str, Any] = {"months_low": months[0], "months_high": months[1]}
    figures |= {"cost_low": cost[0], "cost_high": cost[1], "currency": currency}
    return TrainingSaid.model_validate({"name": name, **figures})


def talk(session: Session, me: Explorer, field: str = COOK, **said: Any) -> None:
    an_interview(session, me, field, **said)


def cell(session: Session, me: Explorer, question: str, field: str = COOK) -> str:
    """The answer of Compare in words."""
    rows = records(compare(session, me, EVERYTHING).drawing.table)
    return next(str(r["Answer"]) for r in rows if (r["Field"], r["Question"]) == (field, question))


def below(session: Session, me: Explorer, **limits: Any) -> tuple[str, ...]:
    """The fields that miss a limit, with why."""
    none: dict[str, Any] = {"least_pay": None, "most_months": None, "most_cost": None}
    set_limits(session, me, **{**none, "deal_breakers": (), **limits})
    return weighed(session, me, EVERYTHING).below


def value(session: Session, me: Explorer, criterion: str, field: str = COOK) -> Row:
    """On scales of 48 months and of 60,000, whatever one earns."""
    ends = {"cost": (60_000, 0)}
    weights = tuple(Weight(name, 5, *ends.get(name, (None, None))) for name in CRITERIA)
    rows = records(weighed(session, me, EVERYTHING, weights).values.drawing.table)
    return next(r for r in rows if (r["Field"], r["Criterion"]) == (field, criterion))


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ([(12, None)], "12 or more (1 of 1)"),
        ([(None, 9)], "up to 9 (1 of 1)"),
        ([(6, 30), (8, None)], "6 to 30 or more (2 of 2)"),
        ([(6, 30), (8, 10)], "6 to 30 (2 of 2)"),
    ],
)
def test_an_open_end_stands_open_on_compare(
    session: Session, me: Explorer, months: list[Ends], words: str
) -> None:
    for ends in months:
        talk(session, me, trainings=(way(months=ends),))
    assert cell(session, me, "Time to enter") == words


def test_of_one_persons_ways_what_was_said_in_full_is_the_cheapest(
    session: Session, me: Explorer
) -> None:
    said = (way("Course", cost=(3_140, 11_074)), way("School", cost=(1_559, None)))
    talk(session, me, trainings=said)
    assert cell(session, me, "Cost to enter") == "$3,140 to $11k (1 of 1)"


@pytest.mark.parametrize(
    ("ways", "misses"),
    [
        ([(None, 9)], False),
        ([(6, 30), (8, 10)], False),
        ([(7, 30), (8, None)], True),
        ([(7, 30), OPEN], False),
    ],
)
def test_a_limit_of_months_is_held_against_the_best_of_each_way(
    session: Session, me: Explorer, ways: list[Ends], misses: bool
) -> None:
    said = tuple(way(f"Way {place}", ends) for place, ends in enumerate(ways))
    talk(session, me, trainings=said)
    words = ("**Cook**: 7 months to enter at least (1 person), over your 6.",)
    assert below(session, me, most_months=6) == (words if misses else ())


def test_months_and_cost_are_judged_on_one_way(session: Session, me: Explorer) -> None:
    """Three months for 20,000 and 24 for 500, limits 6 and 1,000: no one way keeps both."""
    fast, cheap = way("Bootcamp", (3, 3), (20_000, 20_000)), way("Nights", (24, 24), (500, 500))
    talk(session, me, trainings=(fast, cheap))
    limits = {"most_months": 6, "most_cost": Decimal(1_000)}
    assert below(session, me, **limits) == (
        r"**Cook**: No one way keeps both 6 months and \$1,000: in that time it costs \$20k at "
        "least, for that money it takes 24 months at least.",
    )
    talk(session, me, trainings=(way("Fair", (6, 6)),))
    assert below(session, me, **limits) == ()


def test_a_figure_and_the_limit_that_it_misses_differ_in_words(
    session: Session, me: Explorer
) -> None:
    talk(session, me, trainings=(way(cost=(10_131, 12_000)),))
    assert below(session, me, most_cost=Decimal(10_000)) == (
        r"**Cook**: \$10,131 to enter at least (1 person), over your \$10,000.",
    )


@pytest.mark.parametrize(
    ("months", "mean"),
    [
        ((12, None), (0.375 + 0.5) / 2),
        ((None, 12), (0.875 + 0.5) / 2),
        ((60, None), (0 + 0.5) / 2),
    ],
)
def test_an_open_end_weighs_to_the_end_of_the_scale(
    session: Session, me: Explorer, months: Ends, mean: float
) -> None:
    """48 months count nothing: 12 or more lies from 0 to 0.75, up to 12 from 0.75 to 1."""
    talk(session, me, trainings=(way(months=months),))
    assert value(session, me, "Time to enter")["Value"] == pytest.approx(100 * mean, abs=0.06)


def test_a_cost_is_money_of_its_own_year_and_an_old_one_enters_nothing(
    session: Session, me: Explorer
) -> None:
    """10,000 francs of 2015 were 10,395 dollars of 2015 (1.1095 dollars, 1.0679 francs a euro)."""
    said = (way(cost=(10_000, 10_000), currency="CHF"),)
    talk(session, me, held_on=date(2015, 5, 1), trainings=said)
    assert cell(session, me, "Cost to enter") == "$10k in 2015"
    (row,) = records(getting_in(session, me, EVERYTHING).drawing.table)
    assert (row["Cost"], row["Cost, older or as it was said"]) == ("not said", "$10k in 2015")
    assert value(session, me, "Cost to enter")["Value"] == 50.0
    assert below(session, me, most_cost=Decimal(5_000)) == ()


def test_a_cost_without_a_currency_stands_as_it_was_said_and_no_sentence_leaves_it_out(
    session: Session, me: Explorer
) -> None:
    for name, cost, currency in (("P", (5_000, 8_000), None), ("Q", (100, 100), "USD")):
        said = (way(cost=cost, currency=currency),)
        talk(session, me, person=a_person(name), trainings=said)
    assert cell(session, me, "Cost to enter") == "$100 (1 of 2); “5,000 to 8,000”"
    assert [
        one for one in data_say(session, me, EVERYTHING).sentences if one.kind == "way in"
    ] == []


def test_steps_from_the_earliest_to_the_latest_with_the_open_ones(
    session: Session, me: Explorer
) -> None:
    for low, high in ((2, 3), (2, 4), (3, 5), (8, None), (9, None)):
        first = StepSaid(position=1, title="Helper", years_low=low, years_high=high)
        talk(session, me, steps=(first, StepSaid(position=2, title="Owner")))
    assert ladders(session, me, EVERYTHING).sentence == (
        "In Cook, **Owner** comes after 2 to 9 or more years in the field, by what 5 people told."
    )


@pytest.mark.parametrize(
    ("noted", "words"),
    [
        ([(1, 2), (2, 3), (3, 5)], "1 to 5"),
        ([(2, None)], "not noted yet"),
        ([(None, 4)], "4"),
    ],
)
def test_interest_is_one_state(
    session: Session, me: Explorer, noted: Sequence[tuple[int | None, int | None]], words: str
) -> None:
    for day, (before, after) in enumerate(noted, 1):
        on = date(2026, 3, day)
        talk(session, me, held_on=on, interest_before=before, interest_after=after)
    assert cell(session, me, "Interest") == words
    latest = noted[-1][1]
    expected = 50.0 if latest is None else (latest - 1) * 25.0
    assert value(session, me, "Interest")["Value"] == expected


def test_fields_in_which_interest_moved_alike_are_both_named(
    session: Session, me: Explorer
) -> None:
    for field, ends in ((COOK, (1, 3)), ("Nurse", (3, 5)), ("Smith", (4, 3))):
        talk(session, me, field, interest_before=ends[0], interest_after=ends[1])
    assert overview(session, me, EVERYTHING).interest.sentence == (
        "Your interest grew most in **Cook** (1 to 3) and **Nurse** (3 to 5). Your interest fell "
        "most in **Smith** (4 to 3)."
    )


def test_what_is_unnamed_or_spelled_twice_tips_no_scale(session: Session, me: Explorer) -> None:
    for _ in range(3):
        unnamed = (AspectSaid(side="downside", quote=quote) for quote in ("One.", "Two."))
        talk(session, me, aspects=(AspectSaid(side="upside", theme="Pay"), *unnamed))
    assert cell(session, me, "Hard : good") == "0 : 10"
    themes = ("Paperwork", "paperwork")
    said = [AspectSaid(side="downside", theme=theme) for theme in themes]
    good = AspectSaid(side="upside", theme="Pay")
    talk(session, me, "Nurse", aspects=(*said, good))
    assert cell(session, me, "Hard : good", "Nurse") == "1 hard, 1 good"


def test_ways_in_that_as_many_named_are_both_the_most_named(session: Session, me: Explorer) -> None:
    for place in range(4):
        said = (way("Course" if place % 2 else "Degree"),)
        talk(session, me, trainings=said)
    sentence = getting_in(session, me, EVERYTHING).sentence
    assert sentence == (
        "**Course** (Cook, of 4 asked) and **Degree** (Cook, of 4 asked) are the ways in most "
        "often named, by 2 people each."
    )
    talk(session, me, trainings=(way("Course"),))
    assert getting_in(session, me, EVERYTHING).sentence == (
        "**Course** is the way in most often named, by 3 of 5 in Cook."
    )


def test_one_person_who_changed_their_word_is_on_one_side(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    for day, name, required in ((1, "Evening course", "yes"), (2, "evening course", "no")):
        said = TrainingSaid.model_validate({"name": name, "required": required})
        talk(session, me, person=ann, held_on=date(2026, 3, day), trainings=(said,))
    other = TrainingSaid(name="Evening course", required="yes")
    talk(session, me, person=a_person("Bea"), trainings=(other,))
    (row,) = records(getting_in(session, me, EVERYTHING).drawing.table)
    assert (row["Required"], row["Named it"]) == ("1 yes, 1 no", 2)


@pytest.mark.parametrize(
    ("directions", "silent", "words"),
    [
        (("growing", "growing"), 1, "growing (2 of 3)"),
        (("growing", "growing", "growing"), 3, "3 growing of 6"),
        (("growing", "growing", "shrinking"), 1, "3 people differ"),
        (("growing", "growing"), 0, "2 growing"),
    ],
)
def test_a_direction_is_held_against_all_who_were_asked(
    session: Session, me: Explorer, directions: tuple[str, ...], silent: int, words: str
) -> None:
    for direction in directions:
        said = OutlookSaid.model_validate({"direction": direction})
        talk(session, me, outlooks=(said,))
    for _ in range(silent):
        talk(session, me, asked=("outlook",))
    assert cell(session, me, "Outlook") == words


def test_people_whom_employers_connect_carry_no_sentence(session: Session, me: Explorer) -> None:
    """Ann speaks from Acme and from Cobalt, Bea from Acme: one group, whatever they say."""
    said = [SkillSaid(skill="SQL", necessity="mandatory")]
    ann = a_person("Ann")
    for field, name, at in ((COOK, ann, "Acme"), ("Nurse", ann, "Cobalt"), (COOK, None, "acme ")):
        person = (name or a_person("Bea")).model_copy(update={"organisation": at})
        anew = [one.model_copy(update={"id": new_id()}) for one in said]
        talk(session, me, field, person=person, organisation=at, skills=anew)
    assert [one.kind for one in data_say(session, me, EVERYTHING).sentences] == []
    talk(session, me, "Nurse", person=a_person("Cleo", organisation="Dune"), skills=["SQL"])
    assert [one.groups for one in data_say(session, me, EVERYTHING).sentences] == [2]


def test_who_speaks_of_a_field_in_an_aside_is_one_of_its_people(
    session: Session, me: Explorer
) -> None:
    for name in ("Ann", "Bea"):
        talk(session, me, person=a_person(name))
    aside = (SkillSaid(skill="Knives", field=COOK),)
    talk(session, me, "Nurse", person=a_person("Cleo"), skills=aside)
    found = overview(session, me, Filters(fields=(field_id(session, me, COOK),)))
    assert (found.people, found.held) == (3, 2)
    assert found.coverage.caption.startswith("3 people, in brackets by field.")
    everything = overview(session, me, EVERYTHING)
    assert everything.people == 3
    assert everything.coverage.caption.startswith(
        "3 people (who spoke about two fields counts in both), in brackets by field."
    )


def test_a_skill_that_few_call_mandatory_is_no_gap(session: Session, me: Explorer) -> None:
    """Named in 3 of 3 fields, mandatory to 1 of the 3 who said: named most widely."""
    for field, necessity in ((COOK, "mandatory"), ("Nurse", "helpful"), ("Smith", "helpful")):
        said = SkillSaid.model_validate({"skill": "Ledgers", "necessity": necessity})
        talk(session, me, field, skills=[said])
    rate_skill(session, me, skill="Knives", level=3)
    assert skills(session, me, EVERYTHING).worth.sentence == (
        "**Ledgers** is named most widely of the skills that you do not have, in 3 of 3 fields."
    )


@pytest.mark.parametrize("others", [(), ("Scales",)])
def test_the_clearest_gap_is_mandatory_to_half_of_two_and_ties_are_named(
    session: Session, me: Explorer, others: tuple[str, ...]
) -> None:
    rate_skill(session, me, skill="Knives", level=3)
    for field in (COOK, "Nurse"):
        said = [SkillSaid(skill=skill, necessity="mandatory") for skill in ("Ledgers", *others)]
        talk(session, me, field, skills=said)
    one = (
        "**Ledgers** is the clearest gap: named in 2 of 2 fields, and 2 of the 2 who said how "
        "much it matters call it mandatory."
    )
    both = (
        "**Ledgers** (2 of 2 fields, mandatory to 2 of 2) and **Scales** (2 of 2 fields, mandatory "
        "to 2 of 2) are the clearest gaps."
    )
    assert skills(session, me, EVERYTHING).worth.sentence == (both if others else one)


def test_themes_that_as_many_call_hard_are_both_named(session: Session, me: Explorer) -> None:
    for theme in ("Job security", "Being listened to"):
        for _ in range(3):
            talk(session, me, aspects=(AspectSaid(side="downside", theme=theme),))
    assert day_to_day(session, me, EVERYTHING).sentence == (
        "Of 6 people asked, **Being listened to** and **Job security** are hard for 3 each. Each "
        "person weighing the same, of ten things named 0 are good in **Cook**."
    )


def test_who_speaks_of_two_fields_is_one_of_those_asked(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    for field in (COOK, "Nurse"):
        good = (AspectSaid(side="upside", theme="Pay"),)
        talk(session, me, field, person=ann, aspects=good)
    found = day_to_day(session, me, EVERYTHING)
    assert found.sentence == "Of 1 person asked, **Pay** is good for 1."
    assert found.caption.startswith("1 person asked about the day to day")


def test_fields_that_want_as_much_of_mine_are_both_named_on_compare(
    session: Session, me: Explorer
) -> None:
    rate_skill(session, me, skill="Knives", level=3)
    for field in (COOK, "Nurse"):
        for _ in range(2):
            said = [SkillSaid(skill="Knives", necessity="mandatory")]
            talk(session, me, field, skills=said, asked=TOPICS)
    assert compare(session, me, EVERYTHING).sentence == (
        "**Cook** and **Nurse** want most of what you have (1 of 1 required). Every field was "
        "asked about all of this."
    )
    assert skills(session, me, EVERYTHING).gaps.sentence.startswith(
        "**Cook** and **Nurse** want most of what you have: 1 of the 1 skill that each requires."
    )


def test_a_seventh_field_that_does_not_fit_was_not_asked_either(
    session: Session, me: Explorer
) -> None:
    for place in range(6):
        for _ in range(2):
            talk(session, me, f"Field {place}", asked=TOPICS)
    talk(session, me, "Left out", asked=("pay",))
    found = compare(session, me, EVERYTHING)
    assert found.left_out == 1
    assert found.sentence == (
        "Nobody in Left out was asked about skills, training, day to day and outlook."
    )


def test_fields_that_are_level_are_all_named(session: Session, me: Explorer) -> None:
    for field in (COOK, "Nurse", "Smith"):
        for _ in range(3):
            talk(session, me, field, interest_after=4)
    weights = tuple(Weight(name, 5 if name == "interest" else 0) for name in CRITERIA)
    sentence = weighed(session, me, EVERYTHING, weights).sentence
    assert "**Cook**, **Nurse** and **Smith** are level." in sentence
