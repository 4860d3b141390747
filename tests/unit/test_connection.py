"""What counts as this computer alone: everything is tried that stands between it and a window."""

import pytest

from lib.access.connection import is_local

WINDOW = [
    ("host", "localhost:8501"),
    ("connection", "Upgrade"),
    ("upgrade", "websocket"),
    ("origin", "http://localhost:8501"),
    ("user-agent", "Mozilla/5.0"),
    ("accept-encoding", "gzip, deflate, br, zstd"),
    ("accept-language", "en-GB,en;q=0.9"),
    ("cache-control", "no-cache"),
    ("pragma", "no-cache"),
    ("cookie", "_streamlit_xsrf=2|1"),
    ("dnt", "1"),
    ("priority", "u=4"),
    ("sec-fetch-mode", "websocket"),
    ("sec-gpc", "1"),
    ("sec-websocket-extensions", "permessage-deflate"),
    ("sec-websocket-key", "x"),
    ("sec-websocket-protocol", "streamlit, token"),
    ("sec-websocket-version", "13"),
]
"""What browsers send when they open a WebSocket."""

BETWEEN = [
    "Forwarded",
    "Via",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Forwarded-Port",
    "X-Forwarded-Server",
    "X-Forwarded-Prefix",
    "X-Real-IP",
    "X-Client-IP",
    "X-Original-Host",
    "X-Scheme",
    "X-Request-Id",
    "X-Envoy-External-Address",
    "X-Amzn-Trace-Id",
    "X-ARR-SSL",
    "X-ProxyContextPath",
    "Max-Forwards",
    "Remote-User",
    "Client-Cert",
    "True-Client-IP",
    "Front-End-Https",
    "CF-Connecting-IP",
    "CF-Ray",
    "CDN-Loop",
    "Fastly-Client-IP",
    "Akamai-Origin-Hop",
    "Fly-Client-IP",
    "Tailscale-User-Login",
    "Ngrok-Auth-User-Email",
]


def with_header(name: str, value: str) -> list[tuple[str, str]]:
    """A window's headers with this one in place of its own of that name."""
    return [*(one for one in WINDOW if one[0] != name.lower()), (name, value)]


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
@pytest.mark.parametrize(
    "host", ["localhost:8501", "localhost", "LocalHost:80", "127.0.0.1:8501", "[::1]:8501", "[::1]"]
)
def test_a_window_on_this_computer_is_asked_nothing(address: str, host: str) -> None:
    headers = [*with_header("host", host), ("origin", f"http://{host}")]
    headers.remove(("origin", "http://localhost:8501"))
    assert is_local(address, "", headers, address)


@pytest.mark.parametrize(
    "address", [None, "", "0.0.0.0", "::", "localhost", "192.168.1.5", "[::1]"]
)
def test_told_to_listen_elsewhere_nobody_is_local(address: str | None) -> None:
    assert not is_local(address, "", WINDOW, "127.0.0.1")
    assert not is_local(address, "", [], "127.0.0.1")


def test_served_under_an_address_of_its_own_nobody_is_local() -> None:
    assert not is_local("127.0.0.1", "http://localhost:8501", WINDOW, "127.0.0.1")
    assert not is_local("127.0.0.1", "https://fieldwork.example.org", [], "127.0.0.1")


@pytest.mark.parametrize("name", BETWEEN)
@pytest.mark.parametrize("value", ["127.0.0.1", ""])
def test_what_came_through_something_is_not_local(name: str, value: str) -> None:
    assert not is_local("127.0.0.1", "", with_header(name, value), "127.0.0.1")
    assert not is_local("127.0.0.1", "", with_header(name.upper(), value), "127.0.0.1")


@pytest.mark.parametrize(
    "host",
    [
        *("fieldwork.example.org", "localhost.example.org", "127.0.0.1.example.org", "0.0.0.0"),
        *("example.org:localhost", "localhost:8501@example.org", "localhost:8501, example.org"),
        *("127.0.0.2", "::1", "localhost:", "localhost:٣", "localhost\n", "2130706433", ""),
    ],
)
def test_another_host_is_not_local(host: str) -> None:
    same = [one for one in with_header("host", host) if one[0] != "origin"]
    assert not is_local("127.0.0.1", "", [*same, ("origin", f"http://{host}")], "127.0.0.1")
    assert not is_local("127.0.0.1", "", same, "127.0.0.1")


def test_two_hosts_or_none_are_not_local() -> None:
    assert not is_local("127.0.0.1", "", [*WINDOW, ("host", "example.org")], "127.0.0.1")
    assert not is_local("127.0.0.1", "", [*WINDOW, ("host", "127.0.0.1")], "127.0.0.1")
    assert not is_local("127.0.0.1", "", [one for one in WINDOW if one[0] != "host"], "127.0.0.1")


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost:8888", "http://127.0.0.1:8501"]
)
def test_another_page_in_the_same_browser_is_not_local(origin: str) -> None:
    assert not is_local("127.0.0.1", "", with_header("origin", origin), "127.0.0.1")


@pytest.mark.parametrize("peer", ["192.168.1.7", "10.0.0.1", "2001:db8::1", None, ""])
def test_another_computer_is_not_local_whatever_it_says(peer: str | None) -> None:
    """As where another program than Streamlit's own listens, on more than it was told."""
    assert not is_local("127.0.0.1", "", WINDOW, peer)


def test_no_connection_at_all_is_streamlits_own_test() -> None:
    assert is_local("127.0.0.1", "", [], None)
