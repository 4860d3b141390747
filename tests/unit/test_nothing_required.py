"""Where nobody calls a way in required, that is a sentence."""

from lib.answers.ways import nothing_required
from lib.frames import Row

FIELDS = {"a": "Analyst", "n": "Nurse", "c": "Cook"}


def row(field: str, person: str, required: str) -> Row:
    return {"field_id": field, "person_id": person, "required": required}


def test_fields_without_a_required_way_are_named_with_who_said_so() -> None:
    told = [
        row("a", "1", "no"),
        row("a", "2", "no"),
        row("a", "2", "no"),
        row("a", "3", "unstated"),
    ]
    told += [row("n", "4", "no"), row("n", "5", "yes"), row("c", "6", "no")]
    assert nothing_required(told, FIELDS) == (
        "As far as anybody said, nothing is required in **Analyst** (2 people say so of theirs) "
        "and **Cook** (1 person says so of theirs)."
    )


def test_nothing_is_said_where_nobody_said_either() -> None:
    assert nothing_required([row("a", "1", "unstated"), row("n", "2", "yes")], FIELDS) == ""
