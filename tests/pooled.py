"""PgBouncer in transaction mode before the test's PostgreSQL: the real program, from Debian."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.browser.conftest import free_port

PROGRAM = shutil.which("pgbouncer") or "/usr/sbin/pgbouncer"
CONNECTIONS = 3
"""To PostgreSQL for each database: so few that every one of them changes hands."""


@contextmanager
def pooled(address: str) -> Iterator[str]:
    """The address behind PgBouncer, stopped by its process id."""
    folder = Path(tempfile.mkdtemp(prefix="fw-pool-"))
    folder.chmod(0o755)
    port = free_port()
    (folder / "users").write_text('"postgres" ""\n')
    (folder / "pgbouncer.ini").write_text(_configured(address, port, folder))
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [PROGRAM, str(folder / "pgbouncer.ini")],
            stdout=log,
            stderr=log,
            user=_who_may_see(address),
        )
    try:
        _wait_for(port, folder / "log")
        name = urlsplit(address).path.removeprefix("/")
        yield f"postgresql://postgres@127.0.0.1:{port}/{name}"
    finally:
        process.terminate()
        process.wait(timeout=20)
        shutil.rmtree(folder)


def _configured(address: str, port: int, folder: Path) -> str:
    return f"""[databases]
* = host={_socket(address)} user=postgres

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
auth_file = {folder / "users"}
pool_mode = transaction
default_pool_size = {CONNECTIONS}
max_client_conn = 500
"""


def _socket(address: str) -> str:
    return parse_qs(urlsplit(address).query)["host"][0]


def _who_may_see(address: str) -> int | None:
    """PostgreSQL's own user where the tests run as root, as whom PgBouncer refuses to."""
    return os.stat(_socket(address)).st_uid if os.geteuid() == 0 else None


def _wait_for(port: int, log: Path) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text())
