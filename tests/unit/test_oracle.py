"""The second implementation of the definitions: every example worked by hand, over an export."""

import doctest
from datetime import date
from fractions import Fraction
from importlib import import_module
from typing import Any

import pytest

from tests.oracle import agreement, days, independence, learning, links, money, skills, steps, ways
from tests.oracle.book import later
from tests.oracle.written import Written

MODULES = (
    *("agreement", "claims", "days", "independence", "learning", "links", "money", "official"),
    *("payback", "skills", "steps", "superlatives", "ways", "weighing"),
)
YEARLY: dict[str, Any] = {
    **{"level": "entry", "currency": "USD", "period": "year", "basis": "base"},
    **{"tax": "gross", "employed": "employed", "whose": "own"},
}


@pytest.mark.parametrize("module", MODULES)
def test_what_a_docstring_works_by_hand_is_what_comes_out(module: str) -> None:
    result = doctest.testmod(import_module(f"tests.oracle.{module}"))
    assert result.attempted
    assert not result.failed


def test_a_tick_speaks_for_the_talk_and_a_finding_for_its_field() -> None:
    made = Written()
    talk = made.talk("Ada", "Nurse")
    made.tick(talk, "pay")
    made.said(talk, "salary_findings", about="Cook", low=100, **YEARLY)
    alone = made.talk("Ben", "Nurse")
    made.tick(alone, "pay")
    book = made.book()
    nurse, cook = made.field("Nurse"), made.field("Cook")
    assert len(book.asked_of(nurse, "pay")) == 2
    assert book.asked_of(cook, "pay") == {made.person("Ada")}
    assert len(book.voices) == 3
    assert len(book.people()) == 2


def test_a_private_answer_reads_for_others_as_not_said_and_a_tick_keeps_its_person() -> None:
    made = Written()
    for name, private in (("Ada", False), ("Ben", False), ("Cem", True), ("Dua", True)):
        talk = made.talk(name, "Nurse")
        if name == "Cem":
            made.tick(talk, "outlook")
        made.said(talk, "outlook_findings", direction="growing", private=private)
    nurse, link = made.field("Nurse"), made.book(link=True)
    assert len(link.asked_of(nurse, "outlook")) == 3
    assert {d: len(p) for d, p in days.directions(link, nurse).items()} == {"growing": 2}
    assert len(days.directions(made.book(), nurse)["growing"]) == 4


def test_an_answered_question_is_asked_and_answered() -> None:
    made = Written()
    talk = made.talk("Ada", "Nurse")
    for topic in ("outlook", None):
        made.add("agenda_items", interview_id=talk, topic=topic, text="?", answered=True)
    book, nurse = made.book(), made.field("Nurse")
    assert book.asked_of(nurse, "outlook") == book.answered(nurse, "outlook") != set()


def test_the_later_answer_is_found_by_the_folded_name() -> None:
    made = Written()
    name = "Evening course"
    early = made.talk("Ada", "Nurse")
    made.said(early, "training_findings", name=name, required="yes")
    late = made.talk("Ada", "Nurse", day="2026-05-01")
    made.said(late, "training_findings", name="evening  course", required="no")
    made.said(late, "training_findings", quote="something else")
    other = made.talk("Ben", "Nurse")
    made.said(other, "training_findings", name=name, required="yes")
    standing = later(made.book(), "training_findings", made.field("Nurse"))
    assert sorted(said.row["required"] for said in standing.values()) == ["no", "yes"]


def shares(book_of: Written, field: str, yes: set[str]) -> tuple[float, int]:
    book, of = book_of.book(), book_of.field(field)
    asked = {v for v in book.voices if v[1] == of}
    said = {(book_of.person(name), of) for name in yes}
    k, n = independence.sums(said, asked, independence.groups(book, of))
    return float(k), n


def test_four_people_of_three_employers() -> None:
    made = Written()
    for name, at in (("P", "Acme"), ("Q", "ACME "), ("R", "Cobalt"), ("S", "")):
        made.talk(name, "Nurse", at)
    assert shares(made, "Nurse", {"P", "R"}) == (1.5, 3)


def test_who_speaks_from_two_employers_joins_them_over_fields_alone() -> None:
    made = Written()
    made.talk("P", "X", "Acme")
    made.talk("P", "Y", "Cobalt")
    made.talk("Q", "X", "Cobalt")
    book, x, y = made.book(), made.field("X"), made.field("Y")
    assert len(set(independence.groups(book, x).values())) == 2
    over = independence.groups(book)
    assert len(set(over.values())) == 1
    p, q = made.person("P"), made.person("Q")
    assert independence.sums({(p, x), (q, x)}, {(p, x), (p, y), (q, x)}, over) == (
        Fraction(2, 3),
        1,
    )


def test_two_talks_with_one_person_join_their_employers() -> None:
    made = Written()
    for name, at in (("A", "Acme"), ("A", "Cobalt"), ("B", "Acme")):
        made.talk(name, "Nurse", at)
    both = {made.person("A"), made.person("B")}
    parts = independence.groups(made.book(), made.field("Nurse"))
    assert not independence.corroborated(both, parts)


@pytest.mark.parametrize(
    ("said", "worth"),
    [
        ({"low": 30_00, "period": "hour"}, 62_400),
        ({"low": 250_00, "period": "day"}, 65_000),
        ({"low": 500_00, "period": "day", "employed": "freelance", "times": 180}, 90_000),
        ({"low": 3_000_00, "period": "month", "currency": "EUR", "times": 14}, None),
    ],
)
def test_one_unit_for_all_is_a_year(said: dict[str, Any], worth: float | None) -> None:
    made = Written(base_currency=said.get("currency", "USD"))
    made.said(made.talk("Ada", "Nurse"), "salary_findings", **{**YEARLY, **said})
    (figure,) = money.figures(made.book())
    assert figure.low == (worth or 42_000)
    assert figure.pool[3] == "year"


def test_a_freelancers_day_keeps_its_panel_and_an_old_figure_counts_in_no_band() -> None:
    made = Written()
    talk = made.talk("Ada", "Nurse", day="2023-05-01")
    day = {"low": 500_00, "high": 600_00, "period": "day", "employed": "freelance"}
    made.said(talk, "salary_findings", **{**YEARLY, **day})
    made.said(talk, "salary_findings", low=1, high=2, **YEARLY, year=2022)
    of_a_day, old = money.figures(made.book())
    assert (of_a_day.pool[3], of_a_day.counts) == ("day", True)
    assert (old.old, old.counts) == (True, False)


def test_a_cost_is_converted_at_its_own_years_rate_and_old_ones_are_compared_with_none() -> None:
    made = Written()
    talk = made.talk("Ada", "Nurse")
    said: dict[str, Any] = {"cost_low": 10_000_00, "cost_high": 10_000_00, "currency": "CHF"}
    made.said(made.talk("Ben", "Nurse", day="2015-05-01"), "training_findings", name="b", **said)
    made.said(talk, "training_findings", name="a", **{**said, "currency": None})
    of_2015, unstated = (way.cost for way in ways.ways(made.book(), made.field("Nurse")))
    assert of_2015
    assert unstated
    assert of_2015.low == pytest.approx(10_400, rel=0.01)
    assert of_2015.old
    assert not unstated.in_base


def held(*many: tuple[float, float]) -> dict[str, list[tuple[float, float]]]:
    return {str(number): [one] for number, one in enumerate(many)}


def test_three_of_four_in_two_stretches() -> None:
    found = agreement.shared(held((50, 70), (50, 70), (50, 55), (65, 70)))
    assert [(s.low, s.high, len(s.voices)) for s in found] == [(50, 55, 3), (65, 70, 3)]


def test_a_chain_of_ranges_is_no_agreement() -> None:
    chain = held((40, 61), (47, 68), (54, 75), (61, 82), (68, 89), (75, 96))
    assert len(agreement.shared(chain)[0].voices) == 3
    assert agreement.band(chain) == [(54, 82)]
    assert agreement.verdict(chain) == "meet"


@pytest.mark.parametrize(
    ("ranges", "sizes"),
    [
        (held((40, 50), (42, 50), (80, 90), (82, 90)), (2, 2)),
        (held((40, 50), (40, 50), (40, 50), (80, 90), (80, 90)), (3, 2)),
    ],
)
def test_they_split(ranges: dict[str, list[tuple[float, float]]], sizes: tuple[int, int]) -> None:
    found = agreement.split(ranges)
    assert found
    assert tuple(len(one.voices) for one in found) == sizes


def test_gaps_that_people_bridge_are_no_split() -> None:
    bridged = held((40, 52), (42, 54), (50, 62), (51, 63), (60, 72), (61, 73))
    assert agreement.split(bridged) is None
    assert agreement.verdict(bridged) == "pieces"


def test_a_single_figure_is_shared_by_every_range_that_holds_it() -> None:
    found = agreement.shared(held((50, 60), (60, 70), (60, 60)))
    assert [(s.low, s.high, len(s.voices)) for s in found] == [(60, 60, 3)]
    assert agreement.agrees(held((50, 60), (60, 70), (60, 60)))
    assert not agreement.agrees(held((50, 60), (60, 70), (75, 80)))


def test_one_way_in_keeps_a_limit_that_another_misses() -> None:
    made = Written(most_months=6)
    talk = made.talk("Ada", "Nurse")
    made.said(talk, "training_findings", name="a", months_low=6, months_high=30)
    made.said(talk, "training_findings", name="b", months_low=8, months_high=10)
    assert ways.field_misses(made.book(), made.field("Nurse")) == ""
    alone = made.talk("Ben", "Cook")
    made.said(alone, "training_findings", name="a", months_high=9)
    assert ways.field_misses(made.book(), made.field("Cook")) == ""
    made.said(made.talk("Cem", "Tutor"), "training_findings", name="a", months_low=7)
    assert ways.field_misses(made.book(), made.field("Tutor")) == "months"


def test_unnamed_findings_and_other_spellings_lean_nowhere() -> None:
    made = Written()
    for name in ("Ada", "Ben", "Cem"):
        talk = made.talk(name, "Nurse")
        made.said(talk, "aspect_findings", side="upside", theme="Pay")
        for words in ("It is hard.", "It is late."):
            made.said(talk, "aspect_findings", side="downside", quote=words)
    nurse = made.field("Nurse")
    assert days.leaning(list(days.sides(made.book(), nurse).values())) == 1
    talk = made.talk("Dua", "Cook")
    for theme in ("Paperwork", "paperwork "):
        made.said(talk, "aspect_findings", side="downside", theme=theme)
    assert list(days.sides(made.book(), made.field("Cook")).values()) == [(0, 1)]


def test_interest_runs_from_the_first_before_to_the_latest_after() -> None:
    made = Written()
    for month, (before, after) in enumerate([(1, 2), (2, 3), (3, 5)], start=1):
        noted: dict[str, Any] = {"interest_before": before, "interest_after": after}
        made.talk(f"P{month}", "Nurse", day=f"2026-0{month}-01", **noted)
    made.talk("Q", "Nurse", day="2026-06-01", interest_before=4)
    made.talk("Q", "Cook", interest_before=4)
    assert days.interest(made.book(), made.field("Nurse")) == (1, 5)
    assert days.interest(made.book(), made.field("Cook")) == (4, None)


def test_years_add_up_within_a_person() -> None:
    made = Written()
    for place, (low, high) in enumerate([(2, 3), (2, 4), (3, 5), (8, None), (9, None)]):
        talk = made.talk(f"P{place}", "Nurse")
        first: dict[str, Any] = {
            "position": 1,
            "title": "Helper",
            "years_low": low,
            "years_high": high,
        }
        made.said(talk, "step_findings", **first)
        made.said(talk, "step_findings", position=2, title="Owner")
    owner = steps.years_to(made.book(), made.field("Nurse"))["owner"]
    assert owner == ways.Span(2, 9, False, True, 5)


def test_what_has_no_name_teaches_nothing_and_asides_count() -> None:
    made = Written()
    talk = made.talk("Ada", "Nurse")
    made.names(talk, "Triage", about="Cook")
    made.said(talk, "skill_findings", about="Cook", quote="Something with hands.")
    assert learning.things(made.book(), made.field("Cook")) == [1]


def test_an_older_answer_about_a_merged_skill_gives_way() -> None:
    made = Written()
    made.names(made.talk("Ada", "Nurse"), "T-SQL", "mandatory")
    made.export["skills"][0]["merged_into_id"] = made.skill("SQL")
    made.names(made.talk("Ada", "Nurse", day="2026-04-01"), "SQL", "helpful")
    told = skills.named(made.book(), made.field("Nurse"))
    assert told == {made.skill("SQL"): {made.person("Ada"): "helpful"}}


def through(made: Written, k: int) -> Any:
    return links.withheld(made.book(link=True, threshold=k))


def test_a_withheld_direction_keeps_its_person_among_those_asked() -> None:
    made = Written()
    for place, direction in enumerate(["growing"] * 3 + ["steady", "shrinking"]):
        talk = made.talk(f"P{place}", "Nurse")
        made.said(talk, "outlook_findings", direction=direction)
    book, nurse = through(made, 2), made.field("Nurse")
    counts = {word: len(who) for word, who in days.directions(book, nurse).items()}
    asked = links.at_most(len(book.asked_of(nurse, "outlook")), 2)
    assert (counts, asked) == ({"growing": 3}, 6)
    assert days.majority(counts, asked) is None


def test_two_spellings_of_one_way_are_two_people_who_named_it() -> None:
    made = Written()
    for name, spelled in (("Ada", "Evening course"), ("Ben", "evening course")):
        made.said(made.talk(name, "Nurse"), "training_findings", name=spelled)
    assert len(ways.ways(through(made, 2), made.field("Nurse"))) == 2
    assert ways.ways(through(made, 3), made.field("Nurse")) == []


def test_off_the_record_counts_nowhere_in_a_link_whoever_held_the_talk() -> None:
    made = Written()
    made.person("Off", attribution="off the record")
    talk = made.talk("Ada", "Nurse")
    made.said(talk, "outlook_findings", direction="growing", person_id=made.person("Off"))
    made.talk("Off", "Cook")
    assert days.directions(made.book(link=True), made.field("Nurse")) == {}
    assert len(made.book(link=True).voices) == 1
    assert len(made.book().voices) == 3


def test_days_and_fields_narrow_what_is_counted() -> None:
    made = Written()
    made.talk("Ada", "Nurse", day="2026-01-05")
    made.talk("Ben", "Cook", day="2026-06-05")
    nurse = frozenset({made.field("Nurse")})
    assert len(made.book(since=date(2026, 2, 1)).voices) == 1
    assert len(made.book(fields=nurse).voices) == 1
    assert made.book(fields=nurse, since=date(2026, 2, 1)).voices == set()
