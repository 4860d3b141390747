"""Whether words name a skill: whole words, signs kept, initials only in their own capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They've added a Python part to it.", "python"),
        ("An Excel  course", "EXCEL"),
        ("You learn C++, then C#.", "C++"),
        ("You learn C++, then C#.", "c#"),
        ("Statistics in R.", "R"),
        ("ein Kurs in Buchführung", "buchfu\u0308hrung"),
        ("(SQL) for beginners", "SQL"),
    ],
)
def test_a_text_names_a_skill(text: str, name: str) -> None:
    assert names(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("JavaScript in a month", "Java"),
        ("You learn C++ and C#.", "C"),
        ("ASP.NET", ".NET"),
        ("Then I had to go.", "Go"),
        ("room r", "R"),
        ("Spreadsheets", "Spreadsheet"),
        ("anything", ""),
    ],
)
def test_and_not_one_that_only_looks_alike(text: str, name: str) -> None:
    assert not names(text, name)


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_words_may_be_compared(text: str, name: str) -> None:
    assert names(text, name) in (True, False)
