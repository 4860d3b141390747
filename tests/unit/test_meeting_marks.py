"""A first character marks a line, and nothing that was said is lost by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.meeting.marks import SIGNS, marked


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("* Reads drawings", ("Reads drawings", "skill")),
        (">Evening course first", ("Evening course first", "way in")),
        ("- 5 on call nights", ("5 on call nights", "hard")),
        ("+ The team", ("The team", "good")),
        ("@Renée", ("Renée", "person")),
        ("$ by the hour", ("by the hour", "pay")),
        ("$900 for the course", ("$900 for the course", "pay")),
        ("$ 900 for it", ("$ 900 for it", "pay")),
        ("+41 79 555", ("+41 79 555", "")),
        ("-5 degrees", ("-5 degrees", "")),
        (">50 people", (">50 people", "")),
        ("**bold**", ("**bold**", "")),
        ("*", ("*", "")),
        ("  two   words ", ("two words", "")),
        ("", ("", "")),
    ],
)
def test_a_sign_before_words_is_a_mark(typed: str, said: tuple[str, str]) -> None:
    assert marked(typed) == said


@given(st.text(), st.sampled_from(list(SIGNS)))
def test_nothing_but_the_sign_is_taken_away(text: str, sign: str) -> None:
    said, mark = marked(f"{sign} {text}")
    plain = " ".join(text.split())
    assert said in {plain, f"{sign} {plain}".strip()}
    assert mark in {"", SIGNS[sign]}
