"""Growing or a dead end: own search, people, official projections, and what lies close by.

The projections and O*NET rows of these tests are invented; their layouts are the official ones.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.compare import compare
from lib.answers.current_field import CurrentWork, current_work
from lib.answers.day_to_day import day_to_day
from lib.answers.evidence import behind
from lib.commands.occupations import hold_against
from lib.commands.profile import change_field, rate_skill, say_search
from lib.commands.undo import undo
from lib.errors import Refused
from lib.filters import EVERYTHING
from lib.queries.explorer import Search, search_so_far
from lib.records import OutlookSaid
from lib.reference.bringing import bring
from lib.reference.occupations import NATION
from tests.factories import a_link, a_person, an_interview, field_id
from tests.unit.test_reference_files import RELEASE, SHEET, packed
from tests.unit.workbooks_made import xlsx

FIELD, DEVELOPERS = "Data analyst", "15-1252"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing brought yet."""
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(tmp_path / "data"))


def work(session: Session, me: Explorer, *directions: str) -> CurrentWork:
    """Of the current field, in which somebody said each of these."""
    for place, direction in enumerate(directions):
        said = OutlookSaid.model_validate({"direction": direction})
        an_interview(session, me, FIELD, person=a_person(f"P{place}"), outlooks=(said,))
    if not directions:
        an_interview(session, me, FIELD)
    one = field_id(session, me, FIELD)
    change_field(session, me, field_id=one, name=FIELD, kind="current", stage="open")
    return current_work(session, me, EVERYTHING)


def hold(session: Session, me: Explorer) -> None:
    field = field_id(session, me, FIELD)
    hold_against(session, me, field_id=field, occupation=DEVELOPERS, area=NATION)


def test_without_a_current_field_nothing_is_said(session: Session, me: Explorer) -> None:
    an_interview(session, me, FIELD)
    assert current_work(session, me, EVERYTHING).line == ""


def test_what_nobody_knows_is_not_said(session: Session, me: Explorer) -> None:
    assert work(session, me).line == ""


def test_ones_own_search_and_what_people_say(session: Session, me: Explorer) -> None:
    since = date.today() - timedelta(days=100)
    say_search(session, me, looking_since=since, applications=40, answers=3)
    found = work(session, me, "growing", "shrinking")
    assert found.line == (
        "**Data analyst**: looking for 3 months, 3 answers to 40 applications; of 2 people asked "
        "where it goes, 1 growing and 1 shrinking. That is too little to call it growing or "
        "a dead end."
    )
    assert found.search_told
    rows = behind(session, me, EVERYTHING, found.key)
    assert rows["person_id"].nunique() == found.people == 2


@pytest.mark.parametrize(
    ("change", "said", "verdict"),
    [
        (19.8, "growing", "Both point up."),
        (-5.0, "shrinking", "Both point down: that is how a dead end looks."),
        (19.8, "shrinking", "People and the official projection do not agree."),
    ],
)
def test_a_verdict_needs_three_people_and_the_projection(
    session: Session, me: Explorer, change: float, said: str, verdict: str
) -> None:
    developers = [*SHEET[4][:8], change, *SHEET[4][9:]]
    bring(xlsx({"Table 1.2": [*SHEET[:4], developers]}))
    work(session, me, said, said, said)
    assert "too little" in current_work(session, me, EVERYTHING).line
    hold(session, me)
    line = current_work(session, me, EVERYTHING).line
    assert line.endswith(verdict)
    more = "more" if change > 0 else "fewer"
    assert f"{abs(change):g} % {more} jobs from 2024 to 2034 (Software developers)" in line


def test_day_to_day_shows_the_projection_beside_what_people_said(
    session: Session, me: Explorer
) -> None:
    work(session, me, "growing")
    hold(session, me)
    assert day_to_day(session, me, EVERYTHING).projected == ()
    bring(xlsx({"Table 1.2": SHEET}))
    (line,) = day_to_day(session, me, EVERYTHING).projected
    assert line.startswith("**Data analyst**, officially: 19.8 % more jobs from 2024 to 2034")
    assert "Employment Projections" in line


def test_compare_shows_it_in_the_cell_of_the_outlook(session: Session, me: Explorer) -> None:
    work(session, me, "growing")
    hold(session, me)
    an_interview(session, me, "Cook")
    bring(xlsx({"Table 1.2": SHEET}))
    table = compare(session, me, EVERYTHING).drawing.table
    assert "1 growing; officially +19.8 %" in set(table["Answer"])
    assert "not asked" in set(table["Answer"]), "without an occupation nothing is added"


def test_close_by_is_what_shares_my_skills_and_was_not_talked_about(
    session: Session, me: Explorer
) -> None:
    rate_skill(session, me, skill="Programming", level=3)
    rate_skill(session, me, skill="Reading Comprehension", level=2)
    work(session, me, "growing")
    hold(session, me)
    assert current_work(session, me, EVERYTHING).related == ()
    bring(packed(RELEASE))
    (one,) = current_work(session, me, EVERYTHING).related
    assert (one.title, one.near, one.shared) == ("Data Scientists", FIELD, ("Programming",))
    an_interview(session, me, "Data science")
    other = field_id(session, me, "Data science")
    hold_against(session, me, field_id=other, occupation="15-2051", area=NATION)
    assert current_work(session, me, EVERYTHING).related == ()


def test_a_link_never_reads_the_search(session: Session, me: Explorer) -> None:
    say_search(session, me, looking_since=date(2026, 1, 1), applications=40, answers=3)
    work(session, me, "growing")
    link = a_link(session, me, FIELD, pay=True)
    assert search_so_far(session, link) == Search()
    line = current_work(session, link, EVERYTHING).line
    assert "growing" in line
    assert "looking" not in line
    assert "40" not in line


def test_a_search_is_checked_and_taken_back(session: Session, me: Explorer) -> None:
    nothing: dict[str, Any] = {"looking_since": None, "applications": None, "answers": None}
    tried: list[dict[str, Any]] = [
        {"looking_since": date.today() + timedelta(days=2)},
        {"applications": -1},
        {"applications": 2, "answers": 3},
        {"answers": 1},
    ]
    for wrong in tried:
        with pytest.raises(Refused):
            say_search(session, me, **{**nothing, **wrong})
    step = say_search(session, me, looking_since=None, applications=2, answers=None)
    assert search_so_far(session, me) == Search(None, 2, None)
    undo(session, me, step)
    assert not search_so_far(session, me).told
