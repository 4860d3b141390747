"""`/metrics`: for this machine alone, in Prometheus's words, and without counts of people."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from lib.serving import server
from lib.settings import read_settings
from tests.conftest import without_tables

BASE = "https://fieldwork.example.org"
LINE = re.compile(r'fieldwork_[a-z_]+(\{[a-z]+="[a-z0-9]+"\})? [0-9.e+-]+')
NAMES = {
    *("database_answers", "database_answer_seconds", "open_files_near_limit"),
    *("http_answers_total", "http_seconds_total", "log_lines_total"),
    *("cpu_seconds_total", "memory_bytes", "latest_copy_timestamp_seconds"),
}


async def broken(_: Request) -> Response:
    raise ZeroDivisionError


@pytest.fixture
def app(tmp_path: Path) -> Starlette:
    said = {"FIELDWORK_DATA_DIR": str(tmp_path), "FIELDWORK_BASE_URL": BASE}
    around = server.surroundings(read_settings(said))
    around["routes"].append(Route("/broken", broken))
    return Starlette(**around)


@pytest.fixture
def prometheus(app: Starlette) -> Iterator[TestClient]:
    here = TestClient(
        app,
        base_url="http://127.0.0.1:8501",
        client=("127.0.0.1", 50000),
        raise_server_exceptions=False,
    )
    with here as opened:
        yield opened


def values(told: str) -> dict[str, float]:
    lines = [line for line in told.splitlines() if not line.startswith("#")]
    assert all(LINE.fullmatch(line) for line in lines), lines
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def test_this_machine_reads_what_it_is_and_no_count_of_people(
    prometheus: TestClient, tmp_path: Path
) -> None:
    (tmp_path / "backups").mkdir(exist_ok=True)
    (tmp_path / "backups" / "fieldwork-daily-2026-11-30.db").touch()
    prometheus.get("/robots.txt")
    answer = prometheus.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    told = values(answer.text)
    assert {name.removeprefix("fieldwork_").partition("{")[0] for name in told} <= NAMES
    assert told["fieldwork_database_answers"] == 1
    assert told['fieldwork_http_answers_total{status="2xx"}'] == 1
    assert told["fieldwork_memory_bytes"] > 1_000_000
    typed = re.findall(r"# TYPE fieldwork_(\w+) (gauge|counter)", answer.text)
    assert {name for name, _ in typed} == NAMES


def test_what_fails_and_is_logged_is_counted_without_its_words(prometheus: TestClient) -> None:
    assert prometheus.get("/broken").status_code == 500
    logging.getLogger("lib.of.a.test").warning("Wilhelmina")
    logging.getLogger("lib.of.a.test").error("Wilhelmina")
    told = prometheus.get("/metrics").text
    assert 'fieldwork_http_answers_total{status="5xx"} 1' in told
    assert 'fieldwork_log_lines_total{level="warning"} 1' in told
    assert "Wilhelmina" not in told


@pytest.mark.parametrize(
    ("base_url", "peer", "headers"),
    [
        (BASE, "127.0.0.1", {}),
        ("http://127.0.0.1:8501", "192.0.2.7", {}),
        ("http://127.0.0.1:8501", "127.0.0.1", {"X-Forwarded-For": "192.0.2.7"}),
        ("http://127.0.0.1:8501", "127.0.0.1", {"Forwarded": "for=192.0.2.7"}),
    ],
)
def test_nobody_else_does(
    app: Starlette, base_url: str, peer: str, headers: dict[str, str]
) -> None:
    with TestClient(app, base_url=base_url, client=(peer, 50000)) as somebody:
        answer = somebody.get("/metrics", headers=headers)
    assert answer.status_code == 404
    assert "fieldwork_" not in answer.text


def test_a_database_that_is_gone_is_a_zero(prometheus: TestClient, tmp_path: Path) -> None:
    without_tables(tmp_path / "fieldwork.db", "alembic_version")
    assert values(prometheus.get("/metrics").text)["fieldwork_database_answers"] == 0
