"""Marks of a list are no part of what is listed, whichever way the list came in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.importing import read_file
from lib.importing.parsed import Sheet
from lib.records import Conversation
from lib.sheet.parts import note_line, note_of, quote, split
from lib.skills.lists import typed_list
from lib.text import lines, unmarked

MARKED = {
    "• Welding\n• Sums": ["Welding", "Sums"],
    "•Welding\n●Sums": ["Welding", "Sums"],
    "- Welding\n– Sums\n* Maths": ["Welding", "Sums", "Maths"],
    "1. Welding\n2) Sums\n(3) Maths": ["Welding", "Sums", "Maths"],
    "Welding<br>Sums<BR />Maths": ["Welding", "Sums", "Maths"],
    "• Welding • Sums": ["Welding", "Sums"],
    "[x] Welding\n[ ] Sums\n✓ Maths": ["Welding", "Sums", "Maths"],
    "- \n•\n-": [],
    "-5 degrees\n3.5 tons\nC++ · C": ["-5 degrees", "3.5 tons", "C++ · C"],
    "2026. It was a year": ["2026. It was a year"],
}


@pytest.mark.parametrize("text", MARKED)
def test_marks_are_dropped_and_separate(text: str) -> None:
    assert unmarked(text) == MARKED[text]
    assert lines(text) == MARKED[text]


@pytest.mark.parametrize(
    "text", ["• Welding\n• Sums", "1. Welding<br>2. Sums", "- Welding\n- Sums"]
)
def test_own_skills_and_sheets_read_them_alike(text: str) -> None:
    assert [one.typed for one in typed_list(text)] == ["Welding", "Sums"]
    talk = said(
        f'field,held_on,skills,upsides,steps,notes\nBaker,2026-02-03,"{text}","{text}","{text}","{text}"\n'
    )
    assert [one.skill for one in talk.skills] == ["Welding", "Sums"]
    assert [one.theme for one in talk.aspects] == ["Welding", "Sums"]
    assert [(one.title, one.position) for one in talk.steps] == [("Welding", 1), ("Sums", 2)]
    assert [one.text for one in talk.notes] == ["Welding", "Sums"]


def said(text: str) -> Conversation:
    parsed = read_file("a.csv", text.encode())
    assert parsed.errors == ()
    assert isinstance(parsed.content, Sheet)
    return parsed.content.rows[0].said


texts = st.text(st.sampled_from('-•1. <br/>\\"\n;:a[]x'), max_size=20)


@given(texts)
def test_a_note_that_looks_like_a_list_comes_back(text: str) -> None:
    if text.strip():
        assert [note_of(line) for line in unmarked(note_line(text.strip()))] == [text.strip()]


@given(texts)
def test_quoted_words_stay_on_their_line(text: str) -> None:
    line = quote(text)
    assert unmarked(line) == [line]
    assert split(line)[0].text == text
