"""Compare to decide by: marks a person, limits in the picture, any six fields drawn."""

from typing import Any

import pandas as pd
import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.compare import MOST_FIELDS, CompareAnswer, compare
from lib.answers.compare_cells import MOST_MARKS
from lib.answers.weighing import weighed
from lib.commands.weighing import set_limits
from lib.filters import EVERYTHING
from lib.records import TrainingSaid
from tests.factories import a_link, a_person, an_interview, field_id

NO_LIMITS: dict[str, Any] = {"least_pay": None, "most_months": None, "most_cost": None}


def way(low: int | None, high: int | None, **more: Any) -> TrainingSaid:
    ends = {"months_low": low, "months_high": high}
    return TrainingSaid.model_validate({"name": f"Course {low}", **ends, **more})


def told(session: Session, me: Explorer, *ways: TrainingSaid, field: str = "Cook") -> None:
    """A way of a person each."""
    for place, one in enumerate(ways):
        person = a_person(f"{field} {place}", organisation=f"Firm {field} {place}")
        an_interview(session, me, field, person=person, trainings=(one,))


def limited(session: Session, me: Explorer, **limits: Any) -> CompareAnswer:
    set_limits(session, me, **{**NO_LIMITS, "deal_breakers": (), **limits})
    return compare(session, me, EVERYTHING)


def marks(answer: CompareAnswer, *names: str) -> pd.DataFrame:
    rows = answer.drawing.data["marks"]
    return rows[rows["part"].isin(names) & (rows["layout"] == "wide")]


def months(answer: CompareAnswer, *names: str) -> list[float]:
    found = marks(answer, *names)
    return sorted(found.loc[found["col"] == 2, "f0"].tolist())


def test_time_is_a_mark_a_person_with_the_middle_one_from_three_on(
    session: Session, me: Explorer
) -> None:
    told(session, me, way(4, 8), way(10, 10, required="yes"))
    assert months(compare(session, me, EVERYTHING), "tick") == []
    told(session, me, way(20, 20), field="Baker")
    an_interview(session, me, "Cook", person=a_person("Third"), trainings=(way(20, 20),))
    answer = compare(session, me, EVERYTHING)
    assert months(answer, "dot") == pytest.approx([0.3, 1.0, 1.0])
    assert months(answer, "ring") == pytest.approx([0.5])
    assert months(answer, "tick") == pytest.approx([0.5])


def test_a_link_that_leaves_few_out_does_not_say_who_calls_a_way_required(
    session: Session, me: Explorer
) -> None:
    told(session, me, way(9, 9, required="yes"), way(9, 9, required="yes"))
    link = a_link(session, me, "Cook", threshold=2)
    answer = compare(session, link, EVERYTHING)
    assert (len(months(answer, "dot")), months(answer, "ring")) == (2, [])


def test_many_people_are_a_bar_of_their_middle_half(session: Session, me: Explorer) -> None:
    told(session, me, *(way(n, n) for n in range(1, MOST_MARKS + 2)))
    answer = compare(session, me, EVERYTHING)
    assert months(answer, "dot", "ring") == []
    assert months(answer, "tick") == pytest.approx([13 / 25])
    assert len(months(answer, "range")) == 2


def test_a_limit_is_drawn_said_and_held_against_every_field(session: Session, me: Explorer) -> None:
    told(session, me, way(3, 20))
    told(session, me, way(9, 24), field="Nurse")
    assert marks(limited(session, me), "limit").empty
    answer = limited(session, me, most_months=6)
    assert set(marks(answer, "limit")["f0"]) == {6 / 24}
    assert len(marks(answer, "limit")) == 2
    captions = marks(answer, "caption")["words"].tolist()
    assert "0 to 24 months; limit 6" in [words.replace("\n", " ") for words in captions]
    assert answer.below == ("**Nurse**: 9 months to enter at least (1 person), over your 6.",)
    assert answer.below == weighed(session, me, EVERYTHING).below
    people = marks(answer, "people")["words"].tolist()
    assert people == ["1 person", "1 person\nbelow the line"]


def test_a_limit_beyond_the_scale_is_said_and_has_no_line(session: Session, me: Explorer) -> None:
    told(session, me, way(3, 20))
    answer = limited(session, me, most_months=48)
    assert marks(answer, "limit").empty
    assert any("limit 48" in words for words in marks(answer, "caption")["words"])


def test_six_fields_are_drawn_any_by_choosing_and_all_stand_in_the_table(
    session: Session, me: Explorer
) -> None:
    names = [f"Field {place}" for place in range(MOST_FIELDS + 2)]
    for name in names:
        told(session, me, way(3, 20), field=name)
    answer = compare(session, me, EVERYTHING)
    assert answer.left_out == 2
    assert answer.every["Field"].tolist() == names
    assert set(answer.every["Time to enter"]) == {"3 to 20 (1 of 1)"}
    last = str(field_id(session, me, names[-1]))
    chosen = compare(session, me, EVERYTHING, (last,))
    assert set(chosen.drawing.table["Field"]) == {names[-1]}
    assert chosen.sentence == answer.sentence
    assert weighed(session, me, EVERYTHING, None, (last,)).leads.drawing.openings == ()
