"""Claims of an OpenID provider: whose they are, how long they hold, and who may come in."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.access.openid import ENDED, NEEDED, STRANGER, UNSURE, identity, may_enter, providers
from lib.errors import SignedOut
from lib.settings import read_settings

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ALL = ("*",)


def claims(**more: Any) -> dict[str, Any]:
    """Of one who signed in half an hour ago, for an hour."""
    told = {
        "is_logged_in": True,
        "iss": "https://provider.example.org",
        "sub": "248289761001",
        "iat": (NOW - HOUR / 2).timestamp(),
        "exp": (NOW + HOUR / 2).timestamp(),
        "email": "ana@example.org",
        "email_verified": True,
    }
    return {name: value for name, value in {**told, **more}.items() if value is not None}


def refusal(allowed: tuple[str, ...] = ALL, **more: Any) -> str:
    with pytest.raises(SignedOut) as refused:
        identity(claims(**more), allowed, NOW)
    return str(refused.value)


def test_the_same_person_is_known_again_whatever_else_the_provider_says() -> None:
    first = identity(claims(), ALL, NOW)
    again = identity(claims(name="Ana", email="new@example.org", iat=NOW.timestamp()), ALL, NOW)
    assert again.subject == first.subject
    assert (first.issued, again.issued) == (NOW - HOUR / 2, NOW)
    assert first.expires == NOW + HOUR / 2


def test_neither_issuer_nor_subject_alone_is_anybody() -> None:
    mine = identity(claims(), ALL, NOW).subject
    assert identity(claims(iss="https://other.example.org"), ALL, NOW).subject != mine
    assert identity(claims(sub="248289761002"), ALL, NOW).subject != mine


TEXT = st.text(min_size=1, max_size=20)


@given(one=st.tuples(TEXT, TEXT), other=st.tuples(TEXT, TEXT))
def test_two_subjects_are_one_only_where_both_parts_are(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    first = identity(claims(iss=one[0], sub=one[1]), ALL, NOW).subject
    second = identity(claims(iss=other[0], sub=other[1]), ALL, NOW).subject
    assert (first == second) == (one == other)


def test_issuer_and_subject_do_not_run_into_one_another() -> None:
    one = identity(claims(iss="https://a", sub="b c"), ALL, NOW)
    assert one.subject != identity(claims(iss="https://a b", sub="c"), ALL, NOW).subject


@pytest.mark.parametrize("said", [None, False, "true", 1])
def test_who_has_not_signed_in_is_nobody(said: Any) -> None:
    assert refusal(is_logged_in=said) == NEEDED


@pytest.mark.parametrize("name", ["iss", "sub", "iat", "exp"])
@pytest.mark.parametrize("value", [None, "", True, ["x"], {"x": 1}, float("nan"), float("inf")])
def test_claims_that_leave_something_open_are_refused(name: str, value: Any) -> None:
    assert refusal(**{name: value}) == UNSURE


@pytest.mark.parametrize("value", [1e300, -1e300, "1795435200"])
def test_a_moment_that_is_none_is_refused(value: Any) -> None:
    assert refusal(exp=value) == UNSURE
    assert refusal(iat=value) == UNSURE


def test_a_token_ends_with_its_last_second() -> None:
    assert refusal(exp=NOW.timestamp()) == ENDED
    assert refusal(exp=(NOW - HOUR).timestamp()) == ENDED
    assert identity(claims(exp=NOW.timestamp() + 1), ALL, NOW).expires > NOW


def test_a_stranger_is_refused_and_nobody_is_allowed_until_it_is_said_who() -> None:
    assert refusal(allowed=("bo@example.org",)) == STRANGER
    assert refusal(allowed=()) == STRANGER


@pytest.mark.parametrize(
    "allowed",
    ["ana@example.org", "Ana@Example.ORG", "@example.org", "example.org", "bo@a.org, example.org"],
)
def test_an_address_or_its_domain_lets_in(allowed: str) -> None:
    listed = read_settings({"FIELDWORK_ALLOWED": allowed}).allowed
    assert may_enter(claims(), listed)
    assert may_enter(claims(email="ANA@example.org"), listed)


@pytest.mark.parametrize(
    "email",
    [
        *("ana@sub.example.org", "ana@notexample.org", "ana@example.org.evil.net", "example.org"),
        *("@example.org", "ana@evil.net@example.com", "", None, 7, ["ana@example.org"]),
        *("ana@example.org ", "ana@example.org\n", "ana@e\u0445ample.org", "bo@\u212aite.org"),
    ],
)
def test_an_address_that_is_merely_like_it_does_not(email: Any) -> None:
    assert not may_enter(claims(email=email), ("ana@example.org", "example.org", "kite.org"))


@pytest.mark.parametrize("said", [None, False, "true", "false", 1])
def test_an_address_that_the_provider_has_not_verified_is_nobodys(said: Any) -> None:
    assert not may_enter(claims(email_verified=said), ("ana@example.org",))
    assert may_enter(claims(email_verified=said), ALL)


def test_nobody_is_listed_where_nothing_is_said() -> None:
    assert read_settings({}).allowed == ()
    assert read_settings({"FIELDWORK_ALLOWED": " , "}).allowed == ()
    assert not may_enter(claims(email="@"), read_settings({"FIELDWORK_ALLOWED": "@"}).allowed)


PROVIDER = {
    "client_id": "fieldwork",
    "client_secret": "s",
    "server_metadata_url": "https://provider.example.org/.well-known/openid-configuration",
}
SHARED = {"redirect_uri": "https://f.example.org/oauth2callback", "cookie_secret": "x" * 32}


def test_the_unnamed_provider_and_named_ones_can_be_asked() -> None:
    assert providers({**SHARED, **PROVIDER}) == ["default"]
    named = {**SHARED, "google": PROVIDER, "school": PROVIDER, "client_kwargs": {"prompt": "login"}}
    assert providers(named) == ["google", "school"]
    assert providers({**named, **PROVIDER}) == ["default", "google", "school"]


@pytest.mark.parametrize("missing", [*PROVIDER, *SHARED])
def test_a_provider_that_lacks_something_cannot(missing: str) -> None:
    whole = {**SHARED, **PROVIDER}
    assert providers({**whole, missing: ""}) == []
    assert providers({name: value for name, value in whole.items() if name != missing}) == []


def test_a_cookie_secret_that_can_be_guessed_opens_nothing() -> None:
    assert providers({**SHARED, **PROVIDER, "cookie_secret": "x" * 31}) == []
    assert providers({}) == []
