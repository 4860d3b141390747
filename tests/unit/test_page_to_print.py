"""The page of a prepared conversation: all of it, as it was typed, on one page."""

import io
from datetime import date
from typing import Any
from uuid import UUID

import pypdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lib.answers.carrying import Carried
from lib.answers.preparing import Item, Preparing
from lib.markdown import Markdown
from lib.meeting.agenda import HOST, Wanted
from lib.queries.meeting import Meeting
from lib.report.prepared import one_page

SIGNS = "#$*_`@<>[](){}\\/~=-+'\"&%!.,;:^|0a"
"""What Typst's markup, its code and its maths are written with."""
NOBODY = UUID(int=1)
READY = {"dress": "Dressed for their workplace", "telephone": "Telephone off"}


def a_talk(**values: Any) -> Carried:
    facts: dict[str, Any] = {
        **{"interview_id": NOBODY, "field_id": NOBODY, "field": "Nurse", "person_id": NOBODY},
        **{"person": "Rosa Ito", "named": True, "role": "Head nurse", "organisation": "St. Anna"},
        **{"email": "", "how_met": "", "led_by": "", "status": "scheduled", "minutes": 30},
        **{"planned_on": date(2026, 12, 2), "starts_at": "2026-12-02T12:15"},
        **{"zone": "America/Boise", "setting": "office", "place": "Main St 1", "held_on": None},
        **dict.fromkeys(("begun_at", "ended_at", "more_minutes")),
        **{"explorer": "", "about_me": "I taught for ten years.\nNow I look around.", **values},
    }
    steps = ("asked", "prepared", "talked", "written_up", "thanked", "led_on")
    done = dict.fromkeys(steps, False)
    return Carried(Meeting(**facts), "Wed 2 December 2026, 12:15", **done)


def prepared(talk: Carried, *questions: Item, proposed: tuple[Wanted, ...] = ()) -> Preparing:
    known = (Markdown("Introduced by **{}**").format("Ann_*_"),)
    taken = sum(one.minutes for one in questions)
    return Preparing(talk.meeting, questions, 30, taken, known, frozenset({"dress"}), proposed)


def question(text: str, minutes: int = 4, why: str = "Nobody was asked.") -> Item:
    return Item(text, text, why, minutes, "pay", "own")


def read(content: bytes) -> list[str]:
    """The text of each page, without the places where lines end."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def solid(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@pytest.mark.parametrize("slim", [False, True])
def test_all_that_was_prepared_stands_on_one_page(slim: bool) -> None:
    talk = a_talk()
    twelve = [question(f"Question {n}: what does a first year pay?") for n in range(12)]
    (page,) = read(one_page(talk, prepared(talk, *twelve), READY, slim=slim))
    for part in ("Rosa Ito", "Head nurse, St. Anna. Nurse", "Wed 2 December 2026, 12:15",
                 "(America/Boise)", "At the office: Main St 1", "Agenda for 30 minutes", "4 min",
                 "Question 11: what does a first year pay?", "Introduced by Ann_*_",
                 "Dressed for their workplace", "Telephone off", "I taught for ten years.",
                 "Now I look around."):  # fmt: skip
        assert solid(part) in solid(page)
    assert ("Notes" in page) is not slim


def test_where_no_agenda_was_taken_the_proposed_one_stands_there() -> None:
    talk = a_talk(setting="", place="", starts_at=None, about_me="")
    (page,) = read(one_page(talk, prepared(talk, proposed=(HOST,)), READY))
    assert "What would you like to know from me?" in page
    assert "America" not in page
    assert "One minute" not in page


def test_a_long_agenda_goes_on_and_loses_nothing() -> None:
    talk = a_talk()
    sixty = [question(f"Question {n}: {'why? ' * 30}") for n in range(60)]
    whole = solid("".join(read(one_page(talk, prepared(talk, *sixty), READY))))
    assert [n for n in range(60) if f"Question{n}:why?" not in whole] == []


typed = st.text(st.sampled_from(SIGNS), min_size=1, max_size=60)


@settings(max_examples=25, deadline=None)
@given(typed, typed, typed)
@example('#sys.inputs "a"', "$x$ *b* _i_ `raw`", "= #import // /* <label> @ref")
@example("- + / ~ -- --- ...", "\\u{41} \\", "https://a.test/#b")
def test_typed_text_comes_out_as_it_was_typed(text: str, name: str, mine: str) -> None:
    talk = a_talk(person=name, place=text, about_me=mine)
    (page,) = read(one_page(talk, prepared(talk, question(text, why=mine)), READY))
    for part in (name, text, mine):
        assert solid(part) in solid(page)
