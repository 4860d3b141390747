"""What tells one explorer's link from thirty others: proposed, checked, drawn as a tab's icon."""

from collections import Counter
from uuid import UUID, uuid4
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.access.badge import COLOURS, LONGEST, MOST_INITIALS, Badge, badge, checked, initials_of
from lib.errors import Refused
from lib.ui.sharing.badges import FILLS, IN_WORDS, headed, icon

ZERO = UUID(int=0)


@pytest.mark.parametrize(
    ("title", "letters"),
    [
        ("Ines Halloran", "IH"),
        ("ines maria halloran", "IH"),
        ("Ann", "A"),
        ("Conversations about work", "CW"),
        ("“Zoë” (2nd)", "Z2"),
        ("— …", ""),
        ("", ""),
        ("ßa", "SS"),
    ],
)
def test_initials_are_the_first_letters_of_the_first_and_the_last_word(
    title: str, letters: str
) -> None:
    assert initials_of(title) == letters


def test_what_was_given_stands_and_the_rest_is_proposed() -> None:
    blue = COLOURS[0]
    assert badge(ZERO, "Ines Halloran") == Badge("Ines Halloran", "IH", blue)
    assert badge(ZERO, "") == Badge("Conversations about work", "CW", blue)
    assert badge(ZERO, "Ines", given=Badge("Nights", "", "red")) == Badge("Nights", "N", "red")
    assert badge(ZERO, "Ines", given=Badge("", "XY", "")) == Badge("Ines", "XY", blue)


def test_thirty_explorers_are_spread_over_the_colours() -> None:
    many = Counter(badge(uuid4(), "Ann").colour for _ in range(600))
    assert set(many) == set(COLOURS)
    assert max(many.values()) < 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": "x" * (LONGEST + 1)},
        {"title": "nul\x00"},
        {"initials": "ABCD"},
        {"initials": "<b"},
        {"initials": "a b"},
        {"colour": "orange"},
        {"colour": "url(x)"},
    ],
)
def test_what_a_widget_would_not_send_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(Refused):
        checked(**{"title": "", "initials": "", "colour": "", **wrong})


def test_a_title_is_one_line() -> None:
    kept = Badge("Nights and days", "\u00d6", "red")
    assert checked(" Nights\nand days ", "O\u0308", "red") == kept


@given(st.text(max_size=8), st.sampled_from(COLOURS))
def test_an_icon_is_a_drawing_whatever_a_file_brought(letters: str, colour: str) -> None:
    """Rows of a file that was brought hold what they like; the drawing holds it as text."""
    shown = badge(ZERO, "", given=Badge(letters, letters, colour))
    drawn = ElementTree.fromstring(icon(shown))
    assert {child.tag.rpartition("}")[2] for child in drawn.iter()} == {"svg", "rect", "text"}
    assert len(shown.initials) <= MOST_INITIALS


def test_every_colour_can_be_drawn() -> None:
    assert set(FILLS) == set(IN_WORDS) == set(COLOURS)


@pytest.mark.parametrize("fill", FILLS.values())
def test_white_letters_are_read_on_every_icon(fill: str) -> None:
    """A contrast of 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    red, green, blue = (int(fill[place : place + 2], 16) / 255 for place in (1, 3, 5))
    light = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)
    ]
    luminance = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
    assert 1.05 / (luminance + 0.05) >= 4.5


def test_what_was_typed_stays_text_in_the_head() -> None:
    typed = Badge("*Ines* [x](y)", "A]b", "red")
    assert headed(typed) == r":red-badge[A\]b] **\*Ines\* \[x\](y)**"
