"""What a whole run writes into its logs: nothing that anybody typed, and nobody's name."""

import logging
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import text
from streamlit.testing.v1 import AppTest

from lib.__main__ import main
from lib.model import Base
from lib.settings import ROOT
from lib.storage import database as opening
from lib.ui.access.session import database
from tests.screens.conftest import Start

PAGES = sorted(str(page.relative_to(ROOT)) for page in ROOT.glob("pages/*/*.py"))
PAGES.remove("pages/sharing/opening.py")  # through a link alone
TYPED = ("name", "text", "quote", "takeaway", "email", "organisation", "answer", "wording")
"""Columns of what somebody typed; of these the samples and the rows below fill most."""
LONG = 8
"""Signs from which on a text is looked for: a shorter one may be a word of anybody's."""
ROWS = "field,person,held_on,takeaway\nWelder,Wilhelmina Quist,2026-03-02,Sparks in winter\n"
REFUSED = "field,person,held_on\nWelder,Wilhelmina Quist,yesterdayish\n"


def typed() -> set[str]:
    """Every text of the database that somebody typed."""
    with database().read() as session:
        return {
            value
            for table in Base.metadata.sorted_tables
            for column in table.columns
            if column.name in TYPED
            for (value,) in session.execute(text(f"SELECT {column.name} FROM {table.name}"))
            if isinstance(value, str) and len(value) >= LONG
        }


def everything_is_looked_at(app: AppTest) -> None:
    for page in PAGES:
        app.switch_page(page)
        app.run()
    app.query_params["share"] = "a-token-that-opens-nothing"
    app.run()


def everything_goes_wrong(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that are refused, a rule that is broken, and a database that another program holds."""
    (folder / "refused.csv").write_text(REFUSED)
    main(["import", str(folder / "refused.csv")])
    with suppress(Exception), database().write() as session:
        insert = text("INSERT INTO field (id, name) VALUES (1, :name)")
        session.execute(insert, {"name": "Wilhelmina Quist"})
    monkeypatch.setattr(opening, "BUSY_MS", 20)
    with closing(sqlite3.connect(folder / "fieldwork.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        main(["import", str(folder / "rows.csv")])


def test_a_whole_run_logs_no_name_and_no_quote(
    start: Start,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.INFO, logger="sqlalchemy.engine")
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(tmp_path))
    (tmp_path / "rows.csv").write_text(ROWS)
    app = start().run()
    app.button(key="load_samples").click().run()
    assert main(["import", str(tmp_path / "rows.csv")]) == 0
    everything_is_looked_at(app)
    everything_goes_wrong(tmp_path, monkeypatch)
    looked_for = typed()
    assert {"Wilhelmina Quist", "Sparks in winter"} <= looked_for
    assert len(looked_for) > 200
    logged = "\n".join(
        f"{record.name} {record.getMessage()} {record.exc_text or ''}" for record in caplog.records
    )
    assert "sqlalchemy" in logged  # it is on: statements are logged, what goes into them is not
    assert sorted(one for one in looked_for if one in logged) == []
