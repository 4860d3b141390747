"""The oracle's databases hold what makes figures wrong, and are the same for the same seed."""

from collections import Counter
from typing import Any

import pytest

from tests.oracle.book import Book, View, fold
from tests.oracle.generated import generated
from tests.oracle.written import TODAY

SEEDS = range(1, 41)
MADE = {seed: generated(seed).export for seed in SEEDS}
FINDINGS = [
    (export, row)
    for export in MADE.values()
    for name, rows in export.items()
    if name.endswith("_findings")
    for row in rows
]


def talk_of(export: dict[str, Any], finding: dict[str, Any]) -> dict[str, Any]:
    return next(i for i in export["interviews"] if i["id"] == finding["interview_id"])


def test_the_same_seed_is_the_same_database() -> None:
    assert generated(3).export == MADE[3]
    assert generated(4).export != MADE[3]


def test_people_speak_about_two_fields_and_twice_about_one() -> None:
    asides = [
        row for export, row in FINDINGS if talk_of(export, row)["field_id"] != row["field_id"]
    ]
    talks = Counter(
        (seed, i["person_id"], i["field_id"]) for seed in SEEDS for i in MADE[seed]["interviews"]
    )
    assert len(asides) > 100
    assert sum(times > 1 for times in talks.values()) > 50


def test_employers_and_names_come_in_several_spellings() -> None:
    rows = [i["organisation"] for export in MADE.values() for i in export["interviews"]]
    employers = {name for name in rows if name}
    ways = {row["name"] for _, row in FINDINGS if row.get("kind") and row["name"]}
    assert len({fold(name) for name in employers}) < len(employers)
    assert len({fold(name) for name in ways}) < len(ways)
    assert "" in rows


@pytest.mark.parametrize(
    ("what", "column", "value"),
    [
        ("private", "private", True),
        ("unnamed", "quote", "In so many words."),
        ("without a currency", "currency", None),
        ("without a period", "period", "unstated"),
        ("freelance", "employed", "freelance"),
        ("long ago", "year", 1996),
        ("heard", "whose", "heard"),
    ],
)
def test_some_of_what_was_said_is(what: str, column: str, value: Any) -> None:
    assert sum(row.get(column, "") == value for _, row in FINDINGS) > 10, what


def test_some_are_off_the_record_and_some_ends_are_open() -> None:
    people = [p for export in MADE.values() for p in export["people"]]
    pay = [row for _, row in FINDINGS if "basis" in row]
    assert any(p["attribution"] == "off the record" for p in people)
    assert any(row["low"] is None and row["high"] is not None for row in pay)
    assert any(row["high"] is None and row["low"] is not None for row in pay)
    assert len({row["currency"] for row in pay}) > 4


def test_every_seventh_leaves_everything_unstated() -> None:
    for row in MADE[14]["skill_findings"]:
        assert row["necessity"] == "unstated"
    for row in MADE[14]["salary_findings"]:
        assert row["basis"] == row["tax"] == row["employed"] == "unstated"


def test_a_view_through_a_link_never_holds_more() -> None:
    for export in MADE.values():
        mine, coach = (Book(export, View(TODAY, link=link)) for link in (False, True))
        assert coach.voices <= mine.voices
        assert all(people <= mine.asked[where] for where, people in coach.asked.items())
