"""The documents stay true: what they name exists, and screens use it."""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIGURES = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
FUNCTIONS = sorted(set(re.findall(r"`((?:statistics|money)\.[a-z_]+)`", FIGURES)))
FILES = sorted(set(re.findall(r"`([a-z_]+/[a-z_/]+\.py)`", FIGURES)))
DECISIONS = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
NAMED = r"`((?:lib|pages|docs|tests)/[\w/.]+)`"
PLACES = sorted(set(re.findall(NAMED, ARCHITECTURE + DECISIONS)))
CODE = {
    file: file.read_text(encoding="utf-8")
    for folder in ("lib", "pages")
    for file in (ROOT / folder).rglob("*.py")
}


def test_figures_names_functions_and_files() -> None:
    assert len(FUNCTIONS) > 15
    assert len(FILES) > 5


def test_each_figure_and_each_decision_stands_once() -> None:
    figures = re.findall(r"^\| ([^|`]+?) \|", FIGURES, re.M)
    decisions = re.findall(r"^- \*\*(.+?)\*\*", DECISIONS, re.M)
    assert len(figures) > 30
    for heads in (figures, decisions, FIGURES.splitlines()):
        said = [one for one in heads if one.strip()]
        assert [one for one, times in Counter(said).items() if times > 1] == []
    assert FIGURES.count("**How pay is read.**") == 1


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_that_the_figures_name_is_there_and_a_screen_uses_it(name: str) -> None:
    room, function = name.split(".")
    assert callable(getattr(import_module(f"lib.{room}"), function)), name
    used = [
        file
        for file, words in CODE.items()
        if re.search(rf"\b{function}\b", words) and f"def {function}(" not in words
        if file.name != "__init__.py"
    ]
    assert used, f"{name} is defined, and nothing but tests uses it"


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_the_figures_name_is_there(name: str) -> None:
    assert (ROOT / "lib" / name).exists()


@pytest.mark.parametrize("name", PLACES)
def test_a_place_that_architecture_or_decisions_name_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_decisions_stand_under_the_rooms_that_they_are_about() -> None:
    """Libraries first; then every line under a heading that names its folders."""
    _, *rooms = re.split(r"^## ", DECISIONS, flags=re.MULTILINE)[1:]
    assert [room for room in rooms if not re.search(NAMED, room.splitlines()[0])] == []
