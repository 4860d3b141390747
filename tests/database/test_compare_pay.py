"""Entry pay on Compare: over all fields that the filters leave, open ends open, nothing lost."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.answers.compare import compare
from lib.filters import EVERYTHING, Filters
from lib.records import SalarySaid
from tests.factories import a_figure, a_link, a_person, an_interview, field_id

Ends = tuple[int | None, int | None]


def said(session: Session, me: Explorer, field: str, *ends: Ends, **more: Any) -> None:
    """Entry pay in thousands, of a person each."""
    for place, thousands in enumerate(ends):
        low, high = (None if end is None else 1_000 * end for end in thousands)
        person = a_person(f"{field} {place}", organisation=f"Firm {field} {place}")
        an_interview(session, me, field, person=person, salaries=(a_figure(low, high, **more),))


def sentence(session: Session, viewer: Viewer, filters: Filters = EVERYTHING) -> str:
    return compare(session, viewer, filters).sentence.replace("\\", "").replace("*", "")


def cell(session: Session, me: Explorer, field: str) -> str:
    table = compare(session, me, EVERYTHING).drawing.table
    return str(table.query("Question == 'Entry pay' and Field == @field")["Answer"].iloc[0])


def seven(session: Session, me: Explorer) -> None:
    """Six fields of four people each, and a seventh of three with more than twice as much."""
    for place in range(6):
        said(session, me, f"Field {place}", *[(40 + place, 48 + place)] * 4)
    said(session, me, "Pilot", *[(120, 128)] * 3)


def test_the_highest_entry_pay_is_that_of_all_fields_not_of_those_drawn(
    session: Session, me: Explorer
) -> None:
    seven(session, me)
    answer = compare(session, me, EVERYTHING)
    assert answer.left_out == 1
    assert "Pilot" not in set(answer.drawing.table["Field"])
    assert sentence(session, me).startswith("Pilot has the highest entry pay")
    some = frozenset(field_id(session, me, f"Field {place}") for place in range(6))
    assert sentence(session, me, Filters(fields=tuple(some))).startswith("Field 5 has the highest")


@pytest.mark.parametrize("people", [1, 3])
def test_an_open_end_anywhere_leaves_no_highest(
    session: Session, me: Explorer, people: int
) -> None:
    said(session, me, "Nurse", *[(50, 60)] * 3)
    said(session, me, "Cook", *[(40, 50)] * 3)
    assert "Nurse has the highest entry pay" in sentence(session, me)
    said(session, me, "Baker", *[(120, None)] * people)
    assert "entry pay" not in sentence(session, me)


@pytest.mark.parametrize("kind", [{"whose": "heard"}, {"year": 2010}])
def test_what_was_heard_or_is_old_and_open_speaks_against_nothing(
    session: Session, me: Explorer, kind: dict[str, Any]
) -> None:
    said(session, me, "Nurse", *[(50, 60)] * 3)
    said(session, me, "Cook", *[(40, 50)] * 3)
    said(session, me, "Baker", (200, None), **kind)
    assert "Nurse has the highest entry pay" in sentence(session, me)


def test_a_tie_is_named_and_a_link_that_withholds_says_nothing_of_it(
    session: Session, me: Explorer
) -> None:
    for field in ("Nurse", "Cook"):
        said(session, me, field, *[(50, 60)] * 3)
    for viewer in (me, a_link(session, me, "Nurse", "Cook")):
        assert "Cook and Nurse have the highest entry pay" in sentence(session, viewer)
    link = a_link(session, me, "Nurse", "Cook", threshold=2)
    assert "highest" not in sentence(session, link)


def a_loose_figure(**values: Any) -> SalarySaid:
    return a_figure(130_000, 156_000, **values)


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ((), "no entry figure"),
        ((a_figure(50_000, 60_000, level="mid"),), "no entry figure"),
        ((a_loose_figure(basis="unstated"),), "1 figure said, not counted: with bonus?"),
        ((a_loose_figure(tax="unstated"),), "1 figure said, not counted: is it before tax?"),
        ((a_loose_figure(level="unstated"),), "1 figure said, not counted: at which level?"),
        ((a_loose_figure(tax="net"),), "$130k to $156k, said otherwise: see Pay"),
        ((a_loose_figure(currency=None),), "1 figure said, not counted: in which currency?"),
        ((a_figure(9_000, None),), "from $9,000"),
        ((a_figure(None, 60_000),), "up to $60k"),
        ((a_figure(50_000, 60_000), a_figure(None, 55_000)), "up to $55k; $50k to $60k"),
        ((a_figure(whose="heard"),), "heard only"),
        ((a_figure(year=2010),), "older figures only"),
    ],
)
def test_no_entry_figure_only_where_none_was_said(
    session: Session, me: Explorer, figures: tuple[SalarySaid, ...], words: str
) -> None:
    values = {"salaries": figures, "asked": ("pay",), "held_on": date(2026, 3, 2)}
    others = () if figures else (a_figure(level="senior"),)
    an_interview(session, me, "Nurse", **{**values, "salaries": figures or others})
    assert cell(session, me, "Nurse") == words


def test_a_figure_that_one_answer_would_count_leads_to_its_conversation(
    session: Session, me: Explorer
) -> None:
    loose = a_loose_figure(tax="unstated")
    talk = an_interview(session, me, "Nurse", salaries=(loose,), asked=("pay",))
    said(session, me, "Cook", (40, 50))
    [open_] = compare(session, me, EVERYTHING).open
    words = "Nurse: 1 figure said, not counted: is it before tax?"
    assert (open_.words.replace("\\", ""), open_.interview_id) == (words, str(talk))
    assert open_.finding_id == str(loose.id)
    assert compare(session, a_link(session, me, "Nurse"), EVERYTHING).open == ()


def test_three_old_figures_make_no_band(session: Session, me: Explorer) -> None:
    said(session, me, "Nurse", *[(50, 60)] * 3, year=1996)
    assert cell(session, me, "Nurse") == "older figures only"
    said(session, me, "Cook", *[(50, 60)] * 3, year=2024)
    assert cell(session, me, "Cook") == "$50k to $60k"


def test_a_scale_is_cut_where_one_figure_would_flatten_all_others(
    session: Session, me: Explorer
) -> None:
    for field, pay in (("Nurse", 55), ("Cook", 60), ("Baker", 62), ("Pilot", 6_000)):
        said(session, me, field, (pay, pay))
    marks = compare(session, me, EVERYTHING).drawing.data["marks"]
    assert "$55k to $62k, cut there" in set(marks["words"])
    assert cell(session, me, "Pilot") == "$6M"
