"""Account on its screen: everything out, everything gone, and an empty Fieldwork after that."""

from datetime import date, timedelta
from pathlib import Path

from streamlit.testing.v1 import AppTest

from lib.storage.backups import name_for
from lib.storage.daily import HELD
from tests.screens.test_explore import opened, words

ACCOUNT = "pages/settings/account.py"


def test_wrong_words_delete_nothing(app: AppTest) -> None:
    app.button(key="load_samples").click().run()
    opened(app, ACCOUNT)
    app.text_input[0].set_value("yes")
    next(b for b in app.button if b.label.startswith("Delete")).click().run()
    assert [error.value for error in app.error] == [
        "To delete everything, type the words “delete everything”."
    ]
    assert "32 conversations and everything else" in words(app)


def test_the_right_words_leave_an_empty_fieldwork(app: AppTest, tmp_path: Path) -> None:
    app.button(key="load_samples").click().run()
    folder = tmp_path / "backups"
    folder.mkdir(exist_ok=True)
    copy = name_for("fieldwork", "0009", date.today() - timedelta(days=3))
    (folder / copy).write_bytes(b"")
    opened(app, ACCOUNT)
    assert HELD not in words(app)
    (folder / "fieldwork-daily-2026-11-30.db").write_bytes(b"")
    opened(app, ACCOUNT)
    assert HELD in words(app)
    assert f"The copy {copy}" in words(app)
    assert "is removed after" in words(app)
    app.text_input[0].set_value("delete everything")
    next(b for b in app.button if b.label.startswith("Delete")).click().run()
    assert not app.exception
    opened(app, "pages/explore/overview.py")
    assert "Look around" in words(app)
