"""Thresholds stand in `lib.statistics` alone: sentences say them from there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TYPED = re.compile(
    r"\bthree (people|years|or more|were asked)|\blevel 3\b|\bfour people on|less than 5 ?%", re.I
)
SAID = {
    "“3 of 4” means: four people were asked, three of them said so. Nobody was drawn at random; "
    "these are the people who could be met."
}
"""Examples, which are no threshold."""


def sentences(source: str) -> Iterator[str]:
    """Every text of a module but its docstrings and those of its attributes."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_no_sentence_has_a_threshold_of_its_own() -> None:
    files = [*(ROOT / "lib/answers").glob("*.py"), *(ROOT / "lib/ui").rglob("*.py")]
    files += (ROOT / "pages").rglob("*.py")
    wrong = [
        f"{file.relative_to(ROOT)}: {words[:60]}"
        for file in files
        for words in sentences(file.read_text(encoding="utf-8"))
        if TYPED.search(words) and words not in SAID
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "words", ["of three people or more", "at level 3", "older than three years"]
)
def test_a_sentence_with_one_is_found(words: str) -> None:
    assert [bool(TYPED.search(text)) for text in sentences(f'A = "{words}"')] == [True]
