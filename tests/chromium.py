"""The one Chromium of a test run: whatever drives it, in whichever folder, has the same."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def chromium() -> str | None:
    """The Chromium to drive: the one that is named, the system's, or Playwright's own (None)."""
    named = os.environ.get("FIELDWORK_CHROMIUM") or shutil.which("chromium")
    return named or ("/usr/bin/chromium" if Path("/usr/bin/chromium").exists() else None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
        found = chromium()
        if found is None and not own.exists():
            pytest.skip("no Chromium here: set FIELDWORK_CHROMIUM, or install one")
        launched = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield launched
        launched.close()
