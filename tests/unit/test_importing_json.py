"""Broken and hostile files in our own format: a sentence for each, never anything else."""

import json
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.errors import AppError, Refused
from lib.exporting.format import lists
from lib.importing import Parsed, read_file

ID = "01960000-0000-7000-8000-00000000abcd"
FIELD = {"id": ID, "name": "Nurse", "colour_slot": 1}


def read(**content: Any) -> Parsed:
    return read_file("a.json", json.dumps({"format": "fieldwork/1", **content}).encode())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"{", "cannot be read from line 1"),
        (b'{"format": "fieldwork/1",\n"fields": [{"id": ', "from line 2"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a": ' * 200_000, "nested too deeply"),
        (b"[]", "not an export"),
        (b"{}", "not an export"),
        (b'{"format": 1}', "not an export"),
        (b'{"format": "other/1"}', "not an export"),
        (b'{"format": "fieldwork/2"}', "another version"),
        (b'{"format": "fieldwork/1", "changes": []}', "does not know"),
        (b'{"format": "fieldwork/1", "fields": {}}', "is not what it should be"),
        (b'{"format": "fieldwork/1", "explorer": []}', "is not what it should be"),
        (b'{"format": "fieldwork/1", "fields": [NaN]}', "a number"),
        (b'{"format": "fieldwork/1", "fields": [' + b"1" * 5000 + b"]}", "a number"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not text"),
        (b"PK\x03\x04rest", "cut off, damaged"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(
    content: bytes, message: str
) -> None:
    with pytest.raises(Refused, match=message):
        read_file("broken.json", content)


def test_a_file_over_a_hundred_megabytes_is_refused_unread() -> None:
    with pytest.raises(Refused, match="larger than 100 MB"):
        read_file("large.json", b"{" * (100 * 1024 * 1024 + 1))


@pytest.mark.parametrize(
    ("name", "row", "column", "message"),
    [
        ("fields", 7, "fields", "an object"),
        ("fields", {**FIELD, "name": ""}, "fields.name", "needed"),
        ("fields", {"id": ID, "colour_slot": 1}, "fields.name", "needed"),
        ("fields", {**FIELD, "name": "x" * 201}, "fields.name", "200"),
        ("fields", {**FIELD, "name": "ﷺ" * 200}, "fields.name", "too long"),
        ("fields", {**FIELD, "name": "a\x00"}, "fields.name", "cannot be stored"),
        ("fields", {**FIELD, "id": "1"}, "fields.id", "hexadecimal"),
        ("fields", {**FIELD, "id": None}, "fields.id", "needed"),
        ("fields", {**FIELD, "kind": "old"}, "fields.kind", "Choose one of 'current'"),
        ("fields", {**FIELD, "hours_a_year": 0}, "fields.hours_a_year", "> 0"),
        ("fields", {**FIELD, "hours_a_year": 1.5}, "fields.hours_a_year", "whole number"),
        ("fields", {**FIELD, "hours_a_year": 2**40}, "fields.hours_a_year", "whole number"),
        ("fields", {**FIELD, "decided_on": "soon"}, "fields.decided_on", "2026-03-31"),
        ("fields", {**FIELD, "sample": 1}, "fields.sample", "true or false"),
        ("fields", {**FIELD, "explorer_id": ID}, "fields.explorer_id", "not something"),
        ("people", {"id": ID, "attribution": "named"}, "people", "on which day"),
        ("people", {"id": ID, "name": ["x"]}, "people.name", "Write text"),
        (
            "salary_findings",
            {"id": ID, "interview_id": ID, "field_id": ID, "person_id": ID, "low": 5, "high": 4},
            "salary_findings",
            "the lower figure comes first",
        ),
        (
            "salary_findings",
            {"id": ID, "interview_id": ID, "field_id": ID, "person_id": ID, "low": 5,
             "currency": "XXX"},
            "salary_findings.currency",
            "no currency",
        ),
        (
            "interviews",
            {"id": ID, "field_id": ID, "person_id": ID, "status": "held"},
            "interviews",
            "on which day",
        ),
        (
            "shares",
            {"id": ID, "label": "x", "token_digest": "00", "secret": "zz", "scope": [],
             "made_at": "2026-01-01T00:00:00", "expires_at": "2026-01-01"},
            "shares.token_digest",
            "32 bytes",
        ),
    ],
)  # fmt: skip
def test_a_row_that_breaks_a_rule_is_named(name: str, row: Any, column: str, message: str) -> None:
    read_rows = read(**{name: [row]})
    assert (read_rows.rows, read_rows.refused) == (1, 1)
    errors = [error for error in read_rows.errors if error.column == column]
    assert [error.row for error in errors] == [1]
    assert message in errors[0].message


def test_the_second_of_two_rows_with_one_id_or_one_name_is_refused() -> None:
    again = {**FIELD, "id": str(uuid4()), "name": "NURSE"}
    parsed = read(fields=[FIELD, FIELD, again])
    assert [error.row for error in parsed.errors] == [2, 3]
    assert {error.message for error in parsed.errors} == {"The file has this twice."}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("base_currency", "XXX"),
        ("zone", "../etc/passwd"),
        ("zone", "Mars/Olympus"),
        ("hours_a_year", 0),
        ("current_pay", -1),
        ("subject", "ann@example.org"),
        ("id", ID),
    ],
)
def test_a_profile_that_breaks_a_rule_is_refused(column: str, value: Any) -> None:
    parsed = read(explorer={column: value})
    assert parsed.refused == 1
    assert parsed.errors[0].column == f"explorer.{column}"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(ID),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
columns = st.sampled_from(["id", "name", "kind", "colour_slot", "quote", "text", "at", "scope"])
rows = st.lists(values | st.dictionaries(columns, values), max_size=3)


@given(st.dictionaries(st.sampled_from(["explorer", *lists()]), rows | values, max_size=4))
def test_whatever_a_json_file_holds_it_is_read_or_refused(content: dict[str, Any]) -> None:
    try:
        parsed = read(**content)
    except AppError:
        return
    kept = sum(len(many) for many in getattr(parsed.content, "rows").values())  # noqa: B009
    profile = getattr(parsed.content, "profile") is not None  # noqa: B009
    assert parsed.rows == parsed.refused + kept + profile


@given(st.binary(max_size=300), st.sampled_from([b"", b"{", b'{"format": "fieldwork/1"', b"[1,"]))
def test_whatever_bytes_a_file_holds_it_is_read_or_refused(noise: bytes, before: bytes) -> None:
    try:
        read_file("noise", before + noise)
    except AppError:
        return
