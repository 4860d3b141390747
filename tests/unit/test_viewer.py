from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from lib.access.viewer import Explorer, Share

ids = st.uuids()


def a_share(secret: bytes) -> Share:
    return Share(uuid4(), uuid4(), frozenset(), secret)


@given(ids, st.binary(min_size=16, max_size=32))
def test_an_id_comes_back_from_what_a_link_showed(identity: UUID, secret: bytes) -> None:
    share = a_share(secret)
    assert share.real(share.shown(identity)) == identity
    assert share.shown(identity) != str(identity)


@given(ids, ids)
def test_two_ids_stay_two(one: UUID, other: UUID) -> None:
    share = a_share(b"key")
    assert (share.shown(one) == share.shown(other)) == (one == other)


@given(ids)
def test_two_links_have_no_id_in_common(identity: UUID) -> None:
    assert a_share(b"one").shown(identity) != a_share(b"other").shown(identity)


def test_the_explorer_sees_ids_as_they_are() -> None:
    identity = uuid4()
    assert Explorer(uuid4()).real(Explorer(uuid4()).shown(identity)) == identity
