"""A fresh Fieldwork for each screen test: an empty database, empty caches, no server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.settings import ROOT

Start = Callable[[], AppTest]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Opens another window on the test's own database."""
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(tmp_path))
    monkeypatch.chdir(ROOT)
    st.cache_data.clear()
    st.cache_resource.clear()

    def window() -> AppTest:
        return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)

    yield window
    from lib.ui.access.session import database

    database().dispose()
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def app(start: Start) -> AppTest:
    """One window, opened, with nothing in the database."""
    return start().run()
