"""What Talk costs: a saved line against the same page with nothing stored, and the time left.

./fieldwork python -m tests.benchmarks.talk

Bars: a line is on disk within 200 ms of Enter (median of 200) and costs at most twice the same
page with nothing stored; the time left costs the server at most 2 ms of processor time a second
and session above an idle page.
"""

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from playwright.sync_api import Page, expect, sync_playwright

from lib.commands.explorers import the_explorer
from lib.settings import ROOT, read_settings
from lib.storage.database import open_database
from tests.browser.conftest import Server, free_port, visit, wait_for
from tests.chromium import FLAGS, chromium
from tests.factories import a_person, an_interview

LINES, SECONDS = 200, 60
ENTRY = "[data-testid=stChatInputTextArea]"
NOTHING_STORED = """
import streamlit as st

said = st.session_state.setdefault("said", [])
left, right = st.columns([5, 8], gap="large")
with left:
    st.header("What is a day like?")
    st.button("Next question")
with right:
    with st.container():
        st.chat_input("What they say", key="line", on_submit=lambda: said.append(
            st.session_state["line"]))
    if said:
        st.markdown(said[-1])
        st.pills("About", ["skill", "pay", "way in", "good", "hard", "person"])
        st.markdown("\\n\\n".join(reversed(said[-30:-1])))
    st.caption(f"{len(said)} lines saved.")
"""
"""The same elements, and the lines in the window's memory alone."""


def main() -> None:
    """Print what was measured beside its bar."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        folder = Path(tempfile.mkdtemp())
        talk, idle = planned(folder), planned(folder)
        with running(folder, ["-m", "lib.serve"]) as (server, process):
            here = f"{server.url}/conversation?step=Talk&talk="
            visit(page, f"{here}{idle}")
            still = processor_ms(process, SECONDS)
            visit(page, f"{here}{talk}")
            page.get_by_role("button", name="Begin").click()
            expect(page.get_by_text(" min left")).to_be_visible()
            clock = processor_ms(process, SECONDS)
            stored = [a_line(page, number) for number in range(LINES)]
            disk = [on_disk(page, folder, number) for number in range(LINES, 2 * LINES)]
        script = folder / "nothing.py"
        script.write_text(NOTHING_STORED)
        with running(folder, ["-m", "streamlit", "run", str(script)]) as (server, _):
            visit(page, server.url)
            bare = [a_line(page, number) for number in range(LINES)]
        browser.close()
    print(f"time left: {clock:.1f} ms a second, idle {still:.1f}, above it {clock - still:.1f}")
    ours, plain = statistics.median(stored), statistics.median(bare)
    print(f"a line: {ours:.0f} ms, nothing stored {plain:.0f} ms, {ours / plain:.2f} times")
    print(f"on disk after {statistics.median(disk):.0f} ms")


def planned(folder: Path) -> UUID:
    """A talk of half an hour that was agreed."""
    database = open_database(read_settings({"FIELDWORK_DATA_DIR": str(folder)}))
    rest: dict[str, Any] = {"status": "scheduled", "planned_on": date(2026, 12, 2)}
    rest["held_on"] = None
    with database.write() as session:
        talk = an_interview(session, the_explorer(session), person=a_person("Rosa Ito"), **rest)
    database.dispose()
    return talk


@contextmanager
def running(folder: Path, command: list[str]) -> Iterator[tuple[Server, subprocess.Popen[bytes]]]:
    """A server of this benchmark's own."""
    port, log = free_port(), folder / "server.log"
    options = [f"--server.port={port}", "--server.headless=true", "--server.address=127.0.0.1"]
    with log.open("a") as out:
        process = subprocess.Popen(
            [sys.executable, *command, *options],
            cwd=ROOT,
            env={**os.environ, "FIELDWORK_DATA_DIR": str(folder)},
            stdout=out,
            stderr=out,
        )
    try:
        server = Server(f"http://127.0.0.1:{port}", log)
        wait_for(server)
        yield server, process
    finally:
        process.terminate()
        process.wait(timeout=20)


def processor_ms(process: subprocess.Popen[bytes], seconds: int) -> float:
    """Milliseconds of processor time a second, once the page has come to rest."""
    time.sleep(5)
    before = ticks(process.pid)
    time.sleep(seconds)
    return (ticks(process.pid) - before) * 1000 / os.sysconf("SC_CLK_TCK") / seconds


def ticks(pid: int) -> int:
    """User and system time of one process, from /proc."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def a_line(page: Page, number: int) -> float:
    """Milliseconds from Enter until the page says that the line is saved."""
    page.locator(ENTRY).fill(f"Line {number} of them")
    begun = time.perf_counter()
    page.locator(ENTRY).press("Enter")
    page.get_by_text(f"{number + 1} line", exact=False).first.wait_for()
    return (time.perf_counter() - begun) * 1000


def on_disk(page: Page, folder: Path, number: int) -> float:
    """Milliseconds from Enter until another reader of the file finds the line."""
    line = f"Line {number} of them"
    page.locator(ENTRY).fill(line)
    file = sqlite3.connect(folder / "fieldwork.db")
    begun = time.perf_counter()
    page.locator(ENTRY).press("Enter")
    while not file.execute("SELECT 1 FROM note WHERE text = ?", (line,)).fetchone():
        time.sleep(0.002)
    took = (time.perf_counter() - begun) * 1000
    file.close()
    page.get_by_text(f"{number + 1} lines").first.wait_for()
    return took


if __name__ == "__main__":
    main()
