"""Work that is killed at random moments: what was confirmed is there, and nothing is half-done.

Two hundred kills an engine: `./fieldwork python -m tests.faults --postgresql URL`.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.away import OneDatabase
from tests.faults.killing import Place, Workers, at_random, kill, kill_both, workers
from tests.faults.worker import WORK

KILLS = 2 * len(WORK)


@pytest.fixture(scope="module")
def made() -> Iterator[Workers]:
    with workers() as one:
        yield one


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_file"), tmp_path / "fieldwork.db")
        yield Place(f"sqlite:///{tmp_path / 'fieldwork.db'}", tmp_path).prepared()
        return
    one = OneDatabase(request.getfixturevalue("postgres"))
    yield Place(one.address, tmp_path).prepared()
    one.drop()


def test_nothing_confirmed_is_lost_and_nothing_half_done(made: Workers, place: Place) -> None:
    confirmed = [kill(made, place, *one) for one in at_random(7, KILLS)]
    assert sum(confirmed) > 0


def test_two_servers_on_one_database_lose_nothing(made: Workers, place: Place) -> None:
    with workers() as other:
        for work in ("saves", "imports"):
            assert all(count > 0 for count in kill_both((made, other), place, work, 0.7))
