"""Talk in Chromium: the server is killed in the middle, the time runs in the browser."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import select, update

from lib.commands.agenda import put_on_agenda
from lib.commands.explorers import the_explorer
from lib.ids import now
from lib.meeting.agenda import Wanted
from lib.model import Interview, Note
from lib.settings import ROOT, read_settings
from lib.storage.database import Database, open_database
from tests.browser.answered import settled
from tests.browser.conftest import Server, free_port, visit, wait_for
from tests.factories import a_person, an_interview


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[tuple[Database, UUID]]:
    """A database in the test's folder with a planned talk that has two questions."""
    database = open_database(read_settings({"FIELDWORK_DATA_DIR": str(tmp_path)}))
    rest = {"status": "scheduled", "planned_on": date(2026, 12, 2), "held_on": None}
    differ = "Two people differ on the licence: is it required?"
    asked = [Wanted("What is a day like?", "day to day", 4, ""), Wanted(differ, "training", 5, "")]
    with database.write() as session:
        me = the_explorer(session)
        talk = an_interview(session, me, "Nurse", person=a_person("Rosa Ito"), **rest)
        put_on_agenda(session, me, interview_id=talk, questions=asked)
    yield database, talk
    database.dispose()


@contextmanager
def running(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A server of this test's own, which it may kill."""
    log = folder / "server.log"
    with log.open("a") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "lib.serve", f"--server.port={port}", "--server.headless=true"],
            cwd=ROOT,
            env={**os.environ, "FIELDWORK_DATA_DIR": str(folder)},
            stdout=out,
            stderr=out,
        )
    try:
        wait_for(Server(f"http://127.0.0.1:{port}", log))
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
    assert "Traceback" not in log.read_text(), log.read_text()


def entry(page: Page) -> Locator:
    return page.get_by_test_id("stChatInputTextArea")


def write(page: Page, line: str) -> None:
    entry(page).fill(line)
    entry(page).press("Enter")
    expect(entry(page)).to_have_value("")
    expect(page.get_by_text(line)).to_be_visible()
    expect(entry(page)).to_be_focused()


def lines(there: Database) -> list[str]:
    with there.read() as session:
        return list(session.scalars(select(Note.text).order_by(Note.position)))


def address(port: int, talk: UUID) -> str:
    return f"http://127.0.0.1:{port}/conversation?talk={talk}&step=Talk"


def test_a_killed_server_loses_no_saved_line_and_the_half_typed_one_is_there_again(
    page: Page, kept: tuple[Database, UUID], tmp_path: Path
) -> None:
    there, talk = kept
    port = free_port()
    with running(tmp_path, port) as process:
        visit(page, address(port, talk))
        page.get_by_role("button", name="Begin").click()
        expect(page.get_by_text("30 min left")).to_be_visible()
        write(page, "Came over in 2014")
        write(page, "On call one week in five")
        entry(page).press_sequentially("@ Ask Renee Solb")
        process.kill()
        process.wait(timeout=20)
    assert lines(there) == ["Came over in 2014", "On call one week in five"]
    with running(tmp_path, port):
        visit(page, address(port, talk))
        expect(entry(page)).to_have_value("@ Ask Renee Solb")
        expect(page.get_by_text(" min left")).to_be_visible()
        page.reload()
        settled(page)
        expect(entry(page)).to_have_value("@ Ask Renee Solb")
        entry(page).press("End")
        entry(page).press_sequentially("erg")
        entry(page).press("Enter")
        expect(page.get_by_text("3 lines saved")).to_be_visible()
        expect(page.get_by_role("radio", name="person")).to_be_checked()
        page.reload()
        settled(page)
        expect(page.get_by_text("3 lines saved")).to_be_visible()
        expect(entry(page)).to_have_value("")
    told = ["Came over in 2014", "On call one week in five", "Ask Renee Solberg"]
    assert lines(there) == told


def test_lines_that_follow_each_other_fast_are_kept_once_and_none_comes_back(
    page: Page, kept: tuple[Database, UUID], tmp_path: Path
) -> None:
    there, talk = kept
    port = free_port()
    told = [f"Line {number} of them" for number in range(25)]
    with running(tmp_path, port):
        visit(page, address(port, talk))
        for line in told:
            write(page, line)
        expect(page.get_by_text("25 lines saved")).to_be_visible()
        expect(entry(page)).to_have_value("")
        page.get_by_role("radio", name="Prepare").click()
        expect(page.get_by_role("heading", name="Agenda")).to_be_visible()
        page.get_by_role("radio", name="Talk").click()
        entry(page).press_sequentially("Half a th")
        page.get_by_role("radio", name="Prepare").click()
        expect(page.get_by_role("heading", name="Agenda")).to_be_visible()
        page.get_by_role("radio", name="Talk").click()
        expect(entry(page)).to_have_value("Half a th")
    assert lines(there) == told


@pytest.mark.parametrize(
    ("begun", "said"),
    [(24, "7 min left"), (26, "5 min left"), (31, "Time to thank, and to go")],
)
def test_the_time_left_nudges_at_five_minutes_and_ends(
    page: Page, kept: tuple[Database, UUID], tmp_path: Path, begun: int, said: str
) -> None:
    there, talk = kept
    moment = now() - timedelta(minutes=begun, seconds=-30)
    with there.write() as session:
        session.execute(update(Interview).values(begun_at=moment))
    port = free_port()
    with running(tmp_path, port):
        visit(page, address(port, talk))
        expect(page.get_by_text(said)).to_be_visible()
        nudge = page.get_by_text("Ask whom else to meet.")
        expect(nudge).to_be_visible(visible=said == "5 min left")
        found = Axe().run(page).response["violations"]
        assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []


def test_two_windows_write_in_one_talk_and_none_loses_a_line(
    page: Page, kept: tuple[Database, UUID], tmp_path: Path
) -> None:
    there, talk = kept
    port = free_port()
    with running(tmp_path, port):
        visit(page, address(port, talk))
        other = page.context.new_page()
        visit(other, address(port, talk))
        page.get_by_role("button", name="Begin").click()
        expect(page.get_by_text("30 min left")).to_be_visible()
        for number in range(3):
            write(page, f"One {number}")
            write(other, f"Other {number}")
        expect(other.get_by_text("6 lines saved")).to_be_visible()
        expect(other.get_by_text(" min left")).to_be_visible()
        write(page, "The last one")
        expect(page.get_by_text("7 lines saved")).to_be_visible()
        other.close()
    told = [f"{who} {number}" for number in range(3) for who in ("One", "Other")]
    assert lines(there) == [*told, "The last one"]


def test_a_talk_is_led_by_the_keyboard_alone(
    page: Page, kept: tuple[Database, UUID], tmp_path: Path
) -> None:
    there, talk = kept
    port = free_port()
    with running(tmp_path, port):
        visit(page, address(port, talk))
        press(page, page.get_by_role("button", name="Begin"))
        expect(page.get_by_text("30 min left")).to_be_visible()
        reach(page, entry(page))
        for line, mark in (("* Reads drawings", "skill"), ("- Nights", "hard")):
            page.keyboard.type(line)
            page.keyboard.press("Enter")
            expect(entry(page)).to_have_value("")
            expect(page.get_by_text(line[2:])).to_be_visible()
            expect(page.get_by_role("radio", name=mark)).to_be_checked()
            expect(entry(page)).to_be_focused()
        press(page, page.get_by_role("button", name="Next question"))
        expect(page.get_by_text("Question 2 of 2")).to_be_visible()
        press(page, page.get_by_role("button", name="Skip"))
        expect(page.get_by_text("Everything on the agenda was asked.")).to_be_visible()
        press(page, page.get_by_role("button", name="Thank, and go"))
        expect(page.get_by_role("heading", name="The same day")).to_be_visible()
    assert lines(there) == ["Reads drawings", "Nights"]


def reach(page: Page, where: Locator) -> None:
    """Go there with Tab, from wherever one is."""
    for _ in range(120):
        if where.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab reaches {where}")


def press(page: Page, where: Locator) -> None:
    settled(page)
    reach(page, where)
    page.keyboard.press("Enter")
    settled(page)
