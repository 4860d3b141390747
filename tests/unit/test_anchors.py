"""What a remark is on, as text: read back as it was written, and nothing else is one."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.access.anchors import Anchor, parsed
from lib.screens import FIGURES, SCREENS

ID = "b6c6a1de-58a5-4f0e-9a52-6d1c1f6f2a11"
ANCHORS = [
    *("", "message", f"field/{ID}", f"interview/{ID}"),
    *(f"screen/{name}" for name in SCREENS),
    *(f"figure/{name}" for name in FIGURES),
    *(f"figure/{name}/{ID}" for name in FIGURES),
]


@pytest.mark.parametrize("text", ANCHORS)
def test_it_is_read_back_as_it_was_written(text: str) -> None:
    found = parsed(text)
    assert str(found) == text
    assert found.identity == (ID if ID in text else "")


@pytest.mark.parametrize(
    "text",
    [
        *("screen/links", "screen/", "figure/", "figure/nothing", f"figure//{ID}", "figure/pay/"),
        *("figure/pay/x", f"figure/pay/{ID}/x", "field/", "field/x", "interview/x", "person/x"),
        *("message/x", "/", "x" * 300, f"field/{ID.upper()}", f"field/{{{ID}}}", "SCREEN/pay"),
    ],
)
def test_what_leads_nowhere_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"nowhere|hexadecimal"):
        parsed(text)


@given(st.text(max_size=60))
def test_any_text_is_an_anchor_or_a_value_error(text: str) -> None:
    try:
        found = parsed(text)
    except ValueError:
        return
    assert str(found) == text


def test_the_id_alone_is_known_as_something_else() -> None:
    other = str(UUID(int=7))
    assert parsed(f"figure/pay/{ID}").known_as(lambda _: other) == Anchor("figure", "pay", other)
    assert parsed("figure/pay").known_as(lambda _: other) == Anchor("figure", "pay")
