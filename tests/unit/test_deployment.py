"""The guides to serve Fieldwork: what they name is there, and what they write down is no secret."""

import re
import tomllib
from pathlib import Path

import pytest

from lib.cli import parser
from lib.settings import ROOT

DEPLOY = ROOT / "docs" / "deploy"
FILES = sorted(file for file in DEPLOY.iterdir() if file.is_file())
GUIDES = [*FILES, ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
READ = "\n".join((ROOT / name).read_text() for name in ("lib/settings.py", "tests/chromium.py"))


def commands() -> set[str]:
    """The names of every command of `python -m lib`."""
    (choices,) = (action.choices for action in parser()._actions if action.choices)
    return set(choices)


@pytest.mark.parametrize("file", GUIDES, ids=lambda file: file.name)
def test_every_setting_that_a_guide_names_is_read(file: Path) -> None:
    named = set(re.findall(r"FIELDWORK_[A-Z_]+", file.read_text()))
    own = {"FIELDWORK_HOST"} if file.parent == DEPLOY else set()  # compose.yaml's own
    assert [name for name in named - own if f'"{name}"' not in READ] == []


@pytest.mark.parametrize("file", GUIDES, ids=lambda file: file.name)
def test_every_command_and_file_that_a_guide_names_is_there(file: Path) -> None:
    told = file.read_text()
    for command in re.findall(r"python -m lib ([a-z]+)", told):
        assert command in commands(), command
    for module in re.findall(r"python[\", -]+-m[\", ]+(lib\.[a-z_]+)", told):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists(), module
    for name in re.findall(r"\]\(([^)#:]+)\)", told):
        assert (file.parent / name).exists(), name


def test_no_query_string_reaches_a_log_of_the_proxy() -> None:
    conf = (DEPLOY / "nginx.conf").read_text()
    (shape,) = re.findall(r"log_format \w+ '([^']*)'", conf)
    assert "$uri" in shape.split()
    query = re.compile(r"\$(request|request_uri|args|query_string|http_referer|arg_\w+|is_args)\b")
    assert not query.search(shape)
    logs = re.findall(r"^\s*(access|error)_log ([^;]+);", conf, re.MULTILINE)
    assert {tuple(what.split()[-1:]) for _, what in logs} == {("off",), ("fieldwork",), ("crit",)}


def test_the_image_is_of_a_python_that_fieldwork_runs_on_and_holds_no_data_of_ours() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    least = tuple(map(int, project["requires-python"].removeprefix(">=").split(".")))
    (used,) = re.findall(r"^FROM python:(\d+)\.(\d+)", (DEPLOY / "Dockerfile").read_text())
    assert tuple(map(int, used)) >= least
    left_out = (ROOT / ".dockerignore").read_text().split()
    kept_back = (".streamlit/secrets.toml", "data/*.db", "data/backups/", "data/reference/")
    ignored = (ROOT / ".gitignore").read_text().split()
    for name in kept_back:
        assert name in ignored
        assert any(name.rstrip("/").startswith(one.rstrip("*")) for one in left_out), name
    assert ".git" in left_out
