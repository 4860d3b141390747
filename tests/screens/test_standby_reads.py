"""A coach's screens are read from the standby where it holds what the primary holds."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event
from streamlit.testing.v1 import AppTest

from lib.commands.explorers import the_explorer
from lib.commands.samples import load_samples
from lib.ui.access.session import database
from tests.conftest import run_alone
from tests.pair import Pair, a_pair
from tests.screens.conftest import Start
from tests.screens.test_coach import a_token
from tests.screens.test_links import coach


@pytest.fixture
def pair(postgres: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    with a_pair() as both:
        monkeypatch.setenv("FIELDWORK_DATABASE_URL", both.address)
        yield both


def read_there(window: AppTest, pages: list[str]) -> int:
    """How many statements the standby is sent while a window looks at these pages."""
    engine = database().standby.engine
    assert engine is not None
    sent: list[str] = []

    def heard(*told: object) -> None:
        sent.append(str(told[2]))

    event.listen(engine, "before_cursor_execute", heard)
    for page in pages:
        window.switch_page(page).run()
        assert not window.exception
    event.remove(engine, "before_cursor_execute", heard)
    return len(sent)


def test_a_coach_reads_from_the_standby_and_the_explorer_does_not(pair: Pair, start: Start) -> None:
    app = start().run()
    with database().write() as session:
        load_samples(session, the_explorer(session))
    token = a_token()
    pair.caught_up()
    window = coach(start, token)
    assert read_there(window, ["pages/explore/skills.py", "pages/explore/compare.py"]) > 10
    assert read_there(app, ["pages/explore/skills.py"]) == 0
    pair.standby.kill()
    for statement in ("ALTER SYSTEM SET synchronous_standby_names = ''", "SELECT pg_reload_conf()"):
        run_alone(pair.primary.address, statement)
    read_there(window, ["pages/explore/getting_in.py"])
    assert window.title or window.subheader
