"""How names and counts are cut to fit."""

import pytest

from lib.charts.names import counted, short, telling_words, two_lines


@pytest.mark.parametrize(("count", "words"), [(1, "1 person"), (0, "0 people"), (6, "6 people")])
def test_people_are_counted_in_words(count: int, words: str) -> None:
    assert counted(count) == words


@pytest.mark.parametrize(
    ("text", "cut"), [("Nurse", "Nurse"), ("Nurses", "Nu…es"), ("Sea of ice", "Se…ce")]
)
def test_what_is_too_long_is_cut_in_its_middle(text: str, cut: str) -> None:
    assert short(text, 5) == cut


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Nurse", "\nNurse"),
        ("UX designer", "UX\ndesigner"),
        ("Instructional designer", "Instructional\ndesigner"),
        ("Head of a small school", "Head of a\nsmall school"),
        ("", "\n"),
        ("Donaudampfschifffahrtsgesellschaft", "\nDonaudampfs…sellschaft"),
    ],
)
def test_a_name_is_broken_where_its_lines_are_most_alike(name: str, lines: str) -> None:
    assert two_lines(name, alone=8) == lines


def test_a_short_name_of_two_words_stays_on_the_second_line() -> None:
    assert two_lines("Data analyst") == "\nData analyst"


def test_both_lines_of_a_name_of_sixty_letters_are_cut() -> None:
    lines = two_lines("Laboratory quality assurance and regulatory affairs manager").split("\n")
    assert lines == ["Laboratory…assurance", "and regulat…rs manager"]


def test_a_word_tells_a_field_from_the_others() -> None:
    names = ["Data analyst", "Data engineer", "Nurse", "Nurse"]
    assert telling_words(names) == ["analyst", "engineer", "Nurse", "Nurse"]


def test_a_name_without_letters_has_no_word() -> None:
    assert telling_words([" "]) == [""]


def test_names_that_differ_only_at_their_end_are_told_apart() -> None:
    alike = "Clinical nurse specialist in the wards of the county hospital, "
    names = [f"{alike}{end}" for end in ("days", "nights")]
    for most in (16, 22, 28, 36, 42):
        assert len({short(name, most) for name in names}) == 2
        assert len({two_lines(name, most=most) for name in names}) == 2
        assert all(len(short(name, most)) <= most for name in names)
