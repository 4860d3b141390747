"""Several conversations on one page, and the days that stand in notes."""

import time
from datetime import date

import pytest

from lib.notes.days import day_in, latest_day
from lib.notes.talks import talks


def begins(page: str) -> list[str]:
    return [page[talk.start :].splitlines()[0] for talk in talks(page)]


@pytest.mark.parametrize(
    "openers",
    [
        ("Nov 10 - Marta", "Nov 19 - Joyce"),
        ("Who: Marta, clerk", "Who: Joyce, coder"),
        ("Call with Marta", "Zoom with Joyce"),
        ("# Marta", "# Joyce"),
        ("2026-11-10 Marta", "19 November 2026 Joyce"),
    ],
)
def test_a_page_is_split_by_days_calls_headings_and_who(openers: tuple[str, str]) -> None:
    page = "".join(f"{one}\nneed: patience\nlong days\n\n" for one in openers)
    assert begins(page) == list(openers)


def test_the_stretches_are_the_page() -> None:
    page = "Call with Marta\nsaid a lot\nmore\nCall with Joyce\nsaid less\n"
    assert "".join(page[talk.start : talk.end] for talk in talks(page)) == page


@pytest.mark.parametrize(
    "page",
    [
        "Call with Marta\nneed: patience\nlong days\nsaid talk to Renee, the supervisor\nmore",
        "Nov 10\nCall with Marta\nlong days",
        "",
        "just a line",
    ],
)
def test_one_conversation_stays_one(page: str) -> None:
    assert len(talks(page)) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tues Nov 10", (None, 11, 10)),
        ("19 November 2025", (2025, 11, 19)),
        ("2026-03-31, late", (2026, 3, 31)),
        ("Feb 30", None),
        ("may go on", None),
    ],
)
def test_a_day_is_read_as_it_stands(text: str, day: object) -> None:
    assert day_in(text) == day


def test_a_day_without_a_year_is_the_latest_one_not_after_today() -> None:
    assert latest_day((None, 11, 10), date(2026, 11, 30)) == date(2026, 11, 10)
    assert latest_day((None, 12, 2), date(2026, 11, 30)) == date(2025, 12, 2)
    assert latest_day((None, 2, 29), date(2026, 11, 30)) == date(2024, 2, 29)


def test_a_line_of_one_mark_is_looked_at_in_time() -> None:
    began = time.process_time()
    assert len(talks("'" * 1_000_000)) == 1
    assert time.process_time() - began < 2
