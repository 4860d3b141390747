"""Whether a window is open on this computer alone; refuses where anything stands in between.

What a connection says of itself can be forged: it only ever closes. What opens is the address that
the server was told to listen on.
"""

import re
from collections.abc import Iterable

LISTENING = {"127.0.0.1", "::1"}
HERE = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?", re.ASCII)
BETWEEN = re.compile(
    "x-|forwarded|via|max-forwards|client-|true-client-|remote-|front-end-"  # proxies
    "|cf-|cdn-|fastly-|akamai-|fly-|tailscale-|ngrok-"  # tunnels and networks
)
"""How the headers begin that proxies and tunnels add; a browser's WebSocket has none of them."""


def is_local(
    address: str | None, base_url: str, headers: Iterable[tuple[str, str]], peer: str | None
) -> bool:
    """Told to listen here, served under no address, asked for by a local name, nothing between.

    No header at all is no connection (Streamlit's AppTest); a WebSocket always has some.
    """
    if address not in LISTENING or base_url:
        return False
    said = [(name.lower(), value.lower()) for name, value in headers]
    if not said:
        return True
    if peer not in LISTENING or any(BETWEEN.match(name) for name, _ in said):
        return False
    hosts = {value for name, value in said if name == "host"}
    origins = {value.partition("://")[2] for name, value in said if name == "origin"}
    return len(hosts) == 1 and all(HERE.fullmatch(host) for host in hosts) and origins <= hosts
