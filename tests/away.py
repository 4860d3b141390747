"""A PostgreSQL that does not answer for a while: over its socket, or over TCP through a relay."""

import socket
import threading
from contextlib import suppress
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import uuid4

from tests.conftest import named, run_alone


class OneDatabase:
    """A database of its own on the test's server; `gone()` ends and refuses every connection."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.name = f"away_{uuid4().hex}"
        run_alone(uri, f"CREATE DATABASE {self.name} TEMPLATE fieldwork")
        self.address = named(uri, self.name)

    def gone(self) -> None:
        """From now on nobody is let in, and whoever was in is put out."""
        run_alone(self.uri, f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS false")
        theirs = f"FROM pg_stat_activity WHERE datname = '{self.name}'"
        run_alone(self.uri, f"SELECT pg_terminate_backend(pid) {theirs}")

    def back(self) -> None:
        """It answers again."""
        run_alone(self.uri, f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS true")

    def drop(self) -> None:
        run_alone(self.uri, f"DROP DATABASE {self.name} WITH (FORCE)")


class OverTCP(OneDatabase):
    """The same behind a port of this machine, which is closed while it is gone."""

    def __init__(self, uri: str) -> None:
        super().__init__(uri)
        self.inside = f"{parse_qs(urlsplit(uri).query)['host'][0]}/.s.PGSQL.5432"
        self.port = 0
        self.back()
        user = urlsplit(uri).username or "postgres"
        self.address = f"postgresql://{user}@127.0.0.1:{self.port}/{self.name}"

    def gone(self) -> None:
        self.listening.close()
        for one in self.pairs:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def back(self) -> None:
        self.pairs: list[socket.socket] = []
        self.listening = socket.create_server(("127.0.0.1", self.port))
        self.port = int(self.listening.getsockname()[1])
        threading.Thread(target=self._let_in, args=(self.listening,), daemon=True).start()

    def drop(self) -> None:
        self.gone()
        super().drop()

    def _let_in(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                outer, _ = listening.accept()
                inner = socket.socket(socket.AF_UNIX)
                inner.connect(unquote(self.inside))
                self.pairs += [outer, inner]
                for one, other in ((outer, inner), (inner, outer)):
                    threading.Thread(target=_hand_on, args=(one, other), daemon=True).start()


def _hand_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while said := one.recv(65_536):
            other.sendall(said)
    for each in (one, other):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
    one.close()
