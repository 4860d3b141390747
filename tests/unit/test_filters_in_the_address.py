"""What an address may ask for: fields, days, levels and stages that are known, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from lib.ui.explore.address import KEYS, LISTS, checked

FIELDS = ["Data analyst", "Nurse"]
ANYTHING = st.one_of(
    st.sampled_from([*FIELDS, "entry", "open", "2026-01-31", "2026-13-01", "20260131"]), st.text()
)


def test_what_is_known_is_taken_once_and_what_is_not_is_named() -> None:
    asked = checked(
        {
            **{"fields": ["Nurse", "Baker", "Nurse"], "level": ["director", "entry"]},
            **{"since": ["2026-01-31"], "until": ["31.1.2026"], "stage": ["open"]},
        },
        *(FIELDS, KEYS),
    )
    assert asked.values == {
        **{"fields": ["Nurse"], "level": ["entry"]},
        **{"since": ["2026-01-31"], "stage": ["open"]},
    }
    assert asked.unknown_fields == ["Baker"]
    assert asked.unknown == ["31.1.2026", "director"]


def test_a_link_takes_fields_alone() -> None:
    asked = checked({"fields": ["Nurse"], "since": ["2026-01-31"]}, FIELDS, ("fields",))
    assert asked.values == {"fields": ["Nurse"]}
    assert asked.unknown == []


@given(st.dictionaries(st.sampled_from(KEYS), st.lists(ANYTHING, max_size=4)))
def test_nothing_unknown_comes_through_and_nothing_is_dropped_silently(
    told: dict[str, list[str]],
) -> None:
    asked = checked(told, FIELDS, KEYS)
    assert checked(asked.values, FIELDS, KEYS) == type(asked)(asked.values)
    assert set(asked.values.get("fields", [])) <= set(FIELDS)
    assert all(len(each) == 1 for key, each in asked.values.items() if key not in LISTS)
    named = {*asked.unknown, *asked.unknown_fields}
    for key in LISTS:
        assert set(told.get(key, [])) == {*asked.values.get(key, [])} | (
            {*told.get(key, [])} & named
        )
