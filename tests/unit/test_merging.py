"""Two edits of one conversation in one: nothing is lost, and what clashes is named."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.merging import Content, merge

TEXTS = st.sampled_from(["", "a", "b", "c"])
ITEMS = st.lists(
    st.fixed_dictionaries({"id": st.sampled_from("123456"), "text": TEXTS}),
    unique_by=lambda one: one["id"],
    max_size=5,
)
PEOPLE = st.fixed_dictionaries({"id": st.sampled_from("pq"), "name": TEXTS, "email": TEXTS})
CONTENTS = st.fixed_dictionaries(
    {
        "id": st.just("one"),
        "version": st.just(3),
        "field": TEXTS,
        "takeaway": TEXTS,
        "person": PEOPLE,
        "asked": st.lists(st.sampled_from(["pay", "skills", "path"]), unique=True),
        "notes": ITEMS,
        "skills": ITEMS,
    }
)


def a_content(**values: Any) -> Content:
    person = {"id": "p", "name": "Ana", "email": ""}
    empty: Content = {"id": "one", "version": 1, "field": "Nurse", "takeaway": "", "person": person}
    return deepcopy({**empty, "asked": [], "notes": [], "skills": [], **values})


def a_skill(identity: str, **values: Any) -> dict[str, Any]:
    return {"id": identity, "skill": "Triage", "necessity": "unstated", **values}


@given(CONTENTS, CONTENTS)
def test_where_one_side_changed_nothing_the_other_is_the_result(base: Content, x: Content) -> None:
    for merged in (merge(base, x, base), merge(base, base, x)):
        assert merged.content == x
        assert merged.clashes == ()


@given(CONTENTS, CONTENTS)
def test_two_equal_edits_do_not_clash(base: Content, x: Content) -> None:
    merged = merge(base, x, x)
    assert (merged.content, merged.clashes) == (x, ())


@given(CONTENTS, CONTENTS, CONTENTS)
def test_nothing_of_either_side_is_lost_without_a_clash(
    base: Content, mine: Content, theirs: Content
) -> None:
    merged = merge(base, mine, theirs)
    clashing = {clash.where for clash in merged.clashes}
    for side in (mine, theirs):
        for where, value in changed(base, side):
            assert where in clashing or where[:1] in clashing or at(merged.content, where) == value


@given(CONTENTS, CONTENTS, CONTENTS)
def test_a_choice_of_one_side_everywhere_keeps_that_side(
    base: Content, mine: Content, theirs: Content
) -> None:
    merged = merge(base, mine, theirs)
    for name, side in (("mine", mine), ("theirs", theirs)):
        content = merged.chosen({clash.where: name for clash in merged.clashes})  # type: ignore[misc]
        for where, value in changed(base, side):
            assert at(content, where) == value


@given(CONTENTS, CONTENTS, CONTENTS)
def test_both_windows_find_the_same_clashes(base: Content, mine: Content, theirs: Content) -> None:
    here, there = merge(base, mine, theirs), merge(base, theirs, mine)
    assert {clash.where for clash in here.clashes} == {clash.where for clash in there.clashes}


def test_different_values_changed_on_the_two_sides_are_both_kept() -> None:
    base = a_content()
    merged = merge(base, a_content(takeaway="Go on"), a_content(field="Midwife"))
    assert (merged.content["takeaway"], merged.content["field"]) == ("Go on", "Midwife")
    assert merged.from_theirs == (("field",),)


def test_one_value_changed_in_two_ways_is_a_clash_with_both_sides() -> None:
    merged = merge(a_content(), a_content(takeaway="Yes"), a_content(takeaway="No"))
    (clash,) = merged.clashes
    assert (clash.where, clash.base, clash.mine, clash.theirs) == (("takeaway",), "", "Yes", "No")
    assert merged.content["takeaway"] == "Yes"
    assert merged.chosen({("takeaway",): "theirs"})["takeaway"] == "No"


def test_a_clash_without_a_choice_is_refused() -> None:
    merged = merge(a_content(), a_content(takeaway="Yes"), a_content(takeaway="No"))
    with pytest.raises(KeyError):
        merged.chosen({})


def test_findings_added_on_both_sides_are_all_there() -> None:
    mine, theirs = a_content(skills=[a_skill("1")]), a_content(skills=[a_skill("2")])
    merged = merge(a_content(), mine, theirs)
    assert {skill["id"] for skill in merged.content["skills"]} == {"1", "2"}
    assert not merged.clashes


def test_a_finding_taken_out_here_and_changed_there_is_a_clash() -> None:
    base = a_content(skills=[a_skill("1")])
    theirs = a_content(skills=[a_skill("1", necessity="mandatory")])
    merged = merge(base, a_content(), theirs)
    (clash,) = merged.clashes
    assert (clash.where, clash.mine) == (("skills", "1"), None)
    assert merged.chosen({clash.where: "theirs"})["skills"] == theirs["skills"]
    assert merged.chosen({clash.where: "mine"})["skills"] == []


def test_a_new_line_stands_behind_the_line_it_was_written_under() -> None:
    lines = [{"id": i, "text": i} for i in "12"]
    mine = a_content(notes=[lines[0], {"id": "3", "text": "mine"}, lines[1]])
    theirs = a_content(notes=[*lines, {"id": "4", "text": "theirs"}])
    merged = merge(a_content(notes=lines), mine, theirs)
    assert [line["id"] for line in merged.content["notes"]] == ["1", "3", "2", "4"]


def test_another_person_chosen_on_one_side_is_one_item() -> None:
    bea = {"id": "q", "name": "Bea", "email": "b@example.org"}
    ana = {"id": "p", "name": "Ana", "email": "a@example.org"}
    merged = merge(a_content(), a_content(person=bea), a_content(person=ana))
    (clash,) = merged.clashes
    assert (clash.where, clash.mine, clash.theirs) == (("person",), bea, ana)
    assert merged.chosen({("person",): "theirs"})["person"] == ana


def changed(base: Content, side: Content) -> list[tuple[tuple[str, ...], Any]]:
    """What one side did, by place; None: taken out."""
    places: dict[tuple[str, ...], None] = {(name,): None for name in ("field", "takeaway")}
    same_person = base["person"]["id"] == side["person"]["id"]
    places |= {("person", n): None for n in ("name", "email")} if same_person else {}
    places |= {} if same_person else {("person",): None}
    for name in ("asked", "notes", "skills"):
        for content in (base, side):
            places |= {
                (name, one if isinstance(one, str) else one["id"]): None for one in content[name]
            }
    return [(where, at(side, where)) for where in places if at(side, where) != at(base, where)]


def at(content: Content, where: tuple[str, ...]) -> Any:
    value = content[where[0]]
    for part in where[1:]:
        if isinstance(value, dict):
            value = value[part]
        else:
            found = [one for one in value if part == (one if isinstance(one, str) else one["id"])]
            value = found[0] if found else None
    return value
