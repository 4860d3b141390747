"""Settings from the environment, and from Streamlit's secrets where it does not name them."""

from pathlib import Path

import pytest

from lib import settings
from lib.errors import Refused
from lib.settings import in_file, read_settings

SAID = """
FIELDWORK_BASE_URL = "https://fieldwork.example.org"
FIELDWORK_DATABASE_URL = "postgresql://ana:secret@db/fieldwork"
FIELDWORK_ALLOWED = 7
other = "x"

[auth]
FIELDWORK_DATA_DIR = "elsewhere"
"""


def test_the_environment_comes_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "secrets.toml"
    file.write_text(SAID)
    monkeypatch.setattr(settings, "SECRETS", file)
    monkeypatch.setenv("FIELDWORK_DATABASE_URL", "sqlite:////tmp/here.db")
    monkeypatch.delenv("FIELDWORK_BASE_URL", raising=False)
    monkeypatch.delenv("FIELDWORK_ALLOWED", raising=False)
    read = read_settings()
    assert read.base_url == "https://fieldwork.example.org"
    assert read.database_url == "sqlite:////tmp/here.db"
    assert read.allowed == ()
    assert read_settings({}).base_url == ""


def test_no_file_is_fine_and_one_that_cannot_be_read_is_said_without_its_words(
    tmp_path: Path,
) -> None:
    assert in_file(tmp_path / "none.toml") == {}
    for number, content in enumerate((b"password = hunter2", b"\xff\xfe")):
        file = tmp_path / f"{number}.toml"
        file.write_bytes(content)
        with pytest.raises(Refused, match="is not TOML") as found:
            in_file(file)
        assert "hunter2" not in str(found.value)
