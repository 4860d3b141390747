"""Whom to ask next: in which order, for which reason; and who introduced whom."""

from hypothesis import given
from hypothesis import strategies as st

from lib.meeting.whom_next import Branch, FieldNow, Suggested, ToAsk, tree, whom_next


def a_field(name: str, people: int, teaches: float | None = None, **values: object) -> FieldNow:
    rest: dict[str, object] = {"unasked": (), **values}
    return FieldNow(name, name, people, teaches=teaches, **rest)  # type: ignore[arg-type]


def somebody(name: str, field: str = "", *named_by: str) -> ToAsk:
    return ToAsk(name, name, "", named_by, field)


def test_a_thin_field_comes_before_what_teaches_most_and_no_field_last() -> None:
    fields = [a_field("A", 2), a_field("B", 1), a_field("C", 5, 3.0), a_field("D", 5, 0.5)]
    people = [somebody(f"in {name}", name) for name in ("D", "C", "B", "A")]
    found = whom_next([somebody("nowhere"), *people], fields, ())
    assert [one.who for one in found] == ["in B", "in A", "in C", "in D", "nowhere"]


def test_where_as_much_is_to_be_learned_who_was_named_by_most_comes_first() -> None:
    people = [somebody("Ann", "A"), somebody("Bea", "A", "Cy"), somebody("Di", "A", "Cy", "Ed")]
    coach = [Suggested("c", "Ana", "A night nurse", "A")]
    found = whom_next(people, [a_field("A", 4, 1.0)], coach)
    assert [(one.who, one.why) for one in found] == [
        *[("Di", "named"), ("Bea", "named"), ("A night nurse", "coach"), ("Ann", "known")]
    ]


def test_a_field_stands_by_itself_where_nobody_of_it_can_be_asked() -> None:
    full = a_field("Full", 5, 0.2)
    thin, unasked = a_field("Thin", 2), a_field("Unasked", 5, 0.1, unasked=("pay",))
    found = whom_next([somebody("Ann", "Thin")], [full, thin, unasked], ())
    assert [(one.who, one.why, one.field and one.field.field) for one in found] == [
        *[("Ann", "known", "Thin"), ("", "field", "Unasked")]
    ]


def test_a_contradiction_is_worth_a_further_voice_beside_the_people_of_its_field() -> None:
    field = a_field("A", 4, 1.0, differ=("Two named a licence, two did not.", "Another."))
    found = whom_next([somebody("Ann", "A")], [field], ())
    assert [(one.why, one.settles) for one in found] == [
        *[("differ", "Two named a licence, two did not."), ("known", "")]
    ]


def test_introductions_are_a_tree() -> None:
    led = {"Bea": "Ann", "Cy": "Ann", "Di": "Cy", "Ed": "gone"}
    assert tree(["Ann", "Bea", "Cy", "Di", "Ed", "Flo"], led) == (
        Branch("Ann", (Branch("Bea", ()), Branch("Cy", (Branch("Di", ()),)))),
    )


PEOPLE = list("abcdefgh")


@given(st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)))
def test_everybody_who_was_introduced_stands_once_even_in_a_circle(led: dict[str, str]) -> None:
    def names(branches: tuple[Branch, ...]) -> list[str]:
        return [one for b in branches for one in (b.person_id, *names(b.led_to))]

    found = names(tree(PEOPLE, led))
    real = {person: by for person, by in led.items() if by != person}
    assert sorted(found) == sorted({*real, *real.values()})
