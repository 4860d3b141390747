"""Every screen and every press on it while the database cannot serve: a sentence, and no error."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.commands.explorers import the_explorer
from lib.commands.samples import load_samples
from lib.errors import NotNow
from lib.settings import ROOT
from lib.storage import database as opening
from lib.storage import trouble
from lib.ui.access.session import database
from tests.factories import an_interview
from tests.screens.conftest import Start
from tests.screens.recording import a_filled_form, errors, form, me, run, save, words

PAGES = [str(page.relative_to(ROOT)) for page in sorted(ROOT.glob("pages/*/*.py"))]
OF_OTHERS = {"pages/sharing/opening.py"}
"""A link's first page, and one that is there after a sign-in alone."""
Fault = Callable[[Path], AbstractContextManager[None]]
STAYS = "What you typed stays here, and this window goes on by itself."


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long, and a run that waits for the database ends after its first try."""
    monkeypatch.setattr(opening, "BUSY_MS", 20)
    monkeypatch.setattr("lib.ui.waiting.pause", st.stop)


@pytest.fixture
def samples(start: Start) -> AppTest:
    window = start().run()
    with database().write() as session:
        load_samples(session, the_explorer(session))
    return window


@contextmanager
def another_program_writes(folder: Path) -> Iterator[None]:
    with closing(sqlite3.connect(folder / "fieldwork.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def no_answer(_: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for way in ("read", "write"):
            patch.setattr(opening.Database, way, _away)
        yield


@contextmanager
def _away(_: opening.Database) -> Iterator[Any]:
    raise NotNow(trouble.AWAY)
    yield


@pytest.mark.parametrize("fault", [another_program_writes, no_answer])
@pytest.mark.parametrize("page", [page for page in PAGES if page not in OF_OTHERS])
def test_no_press_on_a_screen_ends_in_an_error_while_the_database_cannot_serve(
    samples: AppTest, tmp_path: Path, page: str, fault: Fault
) -> None:
    samples.switch_page(page)
    if page.endswith("record.py"):
        mine = me(samples)
        with database().write() as session:
            identity = an_interview(session, mine, field="Nurse", skills=["Triage"])
        samples.query_params["interview"] = str(identity)
    run(samples)
    for kind, label in sorted({(one.type, one.label) for one in pressed(samples)}):
        same = [one for one in pressed(samples) if (one.type, one.label) == (kind, label)]
        if same:
            with fault(tmp_path):
                act(same[0])
                samples.run()
            assert not samples.exception, (kind, label, samples.exception[0].value)
            run(samples)


def pressed(window: AppTest) -> list[Any]:
    """What can be pressed, ticked, chosen or typed into, and is not disabled."""
    kinds = (window.button, window.checkbox, window.text_input, window.text_area, window.selectbox)
    return [one for kind in kinds for one in kind if not one.disabled]


def act(one: Any) -> None:
    if one.type == "button":
        one.click()
    elif one.type == "checkbox":
        one.set_value(not one.value)
    elif one.type == "selectbox":
        if one.options:
            one.select_index(0)
    else:
        one.set_value("Something typed")


def test_what_could_not_be_kept_or_saved_is_kept_at_the_next_run(
    app: AppTest, tmp_path: Path
) -> None:
    a_filled_form(app)
    with another_program_writes(tmp_path):
        save(app)
        assert trouble.LOCKED in words(app).replace("\\", "")
    run(app)
    assert "Not saved yet; kept as a draft." in words(app)
    save(app)
    assert "Saved." in words(app)


def test_a_removal_that_could_not_be_taken_back_can_be_later(app: AppTest, tmp_path: Path) -> None:
    a_filled_form(app)
    save(app)
    app.button(key="record_delete").click().run()
    with another_program_writes(tmp_path):
        app.button(key="undo_removal").click()
        run(app)
    app.button(key="undo_removal").click()
    run(app)
    assert form(app).content["field"] == "Nurse"


FAULTS = {
    "no database": (b"no database" * 1000, trouble.NO_DATABASE),
    "damaged": (None, trouble.DAMAGED),
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("fault", FAULTS)
def test_every_screen_says_the_same_of_a_file_that_cannot_be_read(
    start: Start, tmp_path: Path, sqlite_file: Path, page: str, fault: str
) -> None:
    content, sentence = FAULTS[fault]
    whole = sqlite_file.read_bytes()
    there = content or whole[:4096] + b"\xff" * (len(whole) - 4096)
    (tmp_path / "fieldwork.db").write_bytes(there)
    window = start()
    window.switch_page(page)
    run(window)
    assert errors(window) == [sentence]
    assert (tmp_path / "fieldwork.db").read_bytes() == there
    (tmp_path / "fieldwork.db").unlink()  # the fixture closes the database of this test


def test_a_file_that_another_program_holds_is_waited_for(
    app: AppTest, start: Start, tmp_path: Path
) -> None:
    assert me(app)
    database().dispose()
    st.cache_resource.clear()
    with closing(sqlite3.connect(tmp_path / "fieldwork.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM draft")
        window = run(start())
        assert errors(window) == [f"{trouble.LOCKED} {STAYS}"]
    run(window)
    assert not window.error
    assert window.title[0].value == "Overview"
