"""Three servers of one Fieldwork behind the guide's nginx; all of them end with the block."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from lib.settings import ROOT
from tests.browser.conftest import Server, free_port, wait_for

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
ESTABLISHED = "01"
FRAME = """{user}
daemon off;
pid {folder}/pid;
error_log {folder}/error.log crit;
events {{ worker_connections 512; }}
http {{
    access_log off;
    {temporary}
    map $http_upgrade $fieldwork_connection {{
        default upgrade;
        ""      close;
    }}
    {replicas}
    server {{
        listen 127.0.0.1:{port};
        location / {{
            {within}
            proxy_http_version 1.1;
            proxy_set_header Host $http_host;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection $fieldwork_connection;
            proxy_buffering off;
            proxy_read_timeout 1h;
        }}
    }}
}}
"""


@dataclass(frozen=True)
class Replica:
    """One of the three: its port and its process."""

    port: int
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """At once, as when its machine is gone."""
        self.process.kill()
        self.process.wait(timeout=20)

    def windows(self) -> int:
        """Connections that stay: nginx keeps none but those of windows."""
        lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
        mine = f":{self.port:04X}"
        return sum(
            local.endswith(mine) and state == ESTABLISHED
            for _, local, _, state, *_ in (line.split() for line in lines)
        )


@dataclass(frozen=True)
class Cluster:
    """The address of all of them, that of their database, and each one."""

    url: str
    database_url: str
    replicas: tuple[Replica, ...]

    def with_the_window(self) -> Replica:
        """The one that the only open window is connected to."""
        for _ in range(100):
            found = [one for one in self.replicas if one.process.poll() is None and one.windows()]
            if len(found) == 1:
                return found[0]
            time.sleep(0.1)
        raise AssertionError([one.windows() for one in self.replicas])


@contextmanager
def three(database_url: str, folder: Path) -> Iterator[Cluster]:
    """Started at once on a database that need have no tables yet."""
    port, ports = free_port(), [free_port() for _ in range(3)]
    url = f"http://127.0.0.1:{port}"
    said = {"FIELDWORK_DATABASE_URL": database_url, "FIELDWORK_BASE_URL": url}
    environment = {**os.environ, "FIELDWORK_DATA_DIR": str(folder), **said}
    with ExitStack() as ended:
        started = [_started(one, environment, folder, ended) for one in ports]
        for one in started:
            wait_for(Server(f"http://127.0.0.1:{one.port}", folder / f"{one.port}.log"))
        _nginx(folder, port, ports, ended)
        wait_for(Server(url, folder / "error.log"))
        yield Cluster(url, database_url, tuple(started))


def _started(port: int, environment: dict[str, str], folder: Path, ended: ExitStack) -> Replica:
    log = ended.enter_context((folder / f"{port}.log").open("w"))
    command = [sys.executable, "-m", "lib.server", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    ended.callback(_end, process)
    return Replica(port, process)


def _nginx(folder: Path, port: int, ports: list[int], ended: ExitStack) -> None:
    """The guide's own lines, with other ports."""
    told = (ROOT / "docs" / "deploy" / "replicas.conf").read_text()
    comments = [line[1:].strip() for line in told.splitlines() if line.startswith("#     ")]
    replicas = told
    for written, used in zip(("8501", "8502", "8503"), ports, strict=True):
        replicas = replicas.replace(f":{written} ", f":{used} ")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    written_conf = FRAME.format(
        user="user root;" if os.geteuid() == 0 else "",
        folder=folder,
        port=port,
        temporary=" ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds),
        replicas=replicas,
        within="\n".join(comments),
    )
    assert len(re.findall("max_fails", written_conf)) == 3
    (folder / "nginx.conf").write_text(written_conf)
    command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    ended.callback(_end, subprocess.Popen(command))


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    process.wait(timeout=20)
