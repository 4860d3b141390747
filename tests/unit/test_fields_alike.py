"""Which fields are asked about as perhaps one."""

import pytest

from lib.answers.fields_alike import alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UX design", "UX designer"),
        ("Data analyst", "data analysts"),
        ("Analyst, data", "Data analyst"),
        ("WELDER", "Welders"),
    ],
)
def test_names_that_look_alike_are_asked_about(one: str, other: str) -> None:
    assert alike(["Nurse", one, "Cook", other]) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Product manager", "Project manager"),
        ("Data analyst", "Data engineer"),
        ("Nurse", "Nurse practitioner"),
        ("Software developer", "Software tester"),
    ],
)
def test_neighbouring_trades_are_not(one: str, other: str) -> None:
    assert alike([one, other]) == []
