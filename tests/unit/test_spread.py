"""From the lowest to the highest figure said, in words."""

from math import nan

import pytest

from lib.answers.spread import in_words, spread


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([], ""),
        ([(nan, nan)], ""),
        ([(3, 8)], "3 to 8"),
        ([(6, 6)], "6"),
        ([(4, nan)], "4 or more"),
        ([(nan, 8)], "up to 8"),
        ([(3, 8), (4, nan)], "3 to 8 or more"),
        ([(3, 8), (9, nan)], "3 to 9 or more"),
        ([(3, 8), (nan, 2)], "up to 8"),
        ([(3, nan), (nan, 9)], "up to 9 or more"),
        ([(3, 8), (nan, nan)], "3 to 8"),
    ],
)
def test_an_open_end_is_said_and_never_closed(said: list[tuple[float, float]], words: str) -> None:
    assert in_words(spread(said), "{:g}".format) == words


def test_what_rounds_to_one_figure_is_said_once() -> None:
    assert in_words(spread([(60_100, 60_300)]), "{:.0e}".format) == "6e+04"
