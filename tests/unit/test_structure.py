"""The arrows of the design: who may import whom, and what no page does."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

NEVER = {
    "pages": {
        "sqlalchemy",
        "sqlite3",
        "psycopg",
        "lib.queries",
        "lib.model",
        "lib.storage",
    },
    "lib/queries": {"streamlit", "altair", "lib.ui", "lib.answers", "lib.charts", "lib.commands"},
    "lib/charts": {"streamlit", "sqlalchemy", "lib.queries", "lib.model", "lib.storage"},
    "lib/model": {"streamlit", "pandas", "lib"},
    "lib/findings": {
        *{"streamlit", "pandas", "lib.ui", "lib.answers", "lib.queries", "lib.commands"},
        *{"lib.sheet", "lib.storage"},
    },
    "lib/statistics": {
        "streamlit",
        "sqlalchemy",
        "lib.model",
        "lib.queries",
        "lib.storage",
    },
    "lib/notes": {"streamlit", "sqlalchemy", "pandas", "lib.ui", "lib.model", "lib.queries"},
    "lib/money": {"streamlit", "sqlalchemy", "lib.model", "lib.queries", "lib.storage"},
    "lib/reference": {
        *{"streamlit", "sqlalchemy", "lib.model", "lib.queries", "lib.answers"},
        *{"lib.importing"},
    },
    "lib/files": {"streamlit", "sqlalchemy", "lib.model", "lib.importing", "lib.sheet"},
    "lib/skills": {"streamlit", "sqlalchemy", "lib.model", "lib.queries", "lib.answers"},
    "lib/storage": {"streamlit", "lib.ui", "lib.answers", "lib.queries", "lib.commands"},
    "lib/access": {"streamlit", "lib.ui", "lib.answers", "lib.commands"},
    "lib/answers": {"streamlit", "sqlalchemy.sql", "lib.ui", "lib.model", "lib.commands"},
    "lib/commands": {"streamlit", "lib.ui", "lib.answers", "lib.charts"},
}
"""What the files of a folder never import, the sub-modules of these included."""
ALLOWED = {"lib/model": {"lib.words", "lib.model"}}


def files(folder: str) -> list[Path]:
    """The folder's Python files that are, or are about to be, part of the project."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", f"{folder}/*.py"]
    told = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in told.stdout.split() if (ROOT / name).exists()]


def imports(file: Path) -> Iterator[str]:
    """The modules that a file imports anywhere in it, `from a import b` as a and a.b."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(module: str, packages: set[str]) -> bool:
    return any(module == one or module.startswith(f"{one}.") for one in packages)


@pytest.mark.parametrize("folder", NEVER)
def test_imports_follow_the_arrows(folder: str) -> None:
    found = files(folder)
    assert found
    wrong = [
        f"{file.relative_to(ROOT)} imports {module}"
        for file in found
        for module in imports(file)
        if within(module, NEVER[folder])
        and module != "lib"
        and not within(module, ALLOWED.get(folder, set()))
    ]
    assert wrong == []


def test_streamlit_is_known_to_the_screens_alone() -> None:
    knowing = {
        file.relative_to(ROOT).parts[1]
        for file in files("lib")
        if any(within(module, {"streamlit"}) for module in imports(file))
    }
    assert knowing <= {"ui", "serving"}


def test_no_script_lies_directly_in_pages() -> None:
    assert list((ROOT / "pages").glob("*.py")) == []


def test_nothing_is_injected_into_a_page() -> None:
    inside = [ROOT / "app.py", *files("pages"), *files("lib")]
    assert [str(f) for f in inside if "unsafe_allow_html" in f.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("page", files("pages"), ids=lambda page: page.stem)
def test_a_page_asks_for_its_viewer_before_anything_else(page: Path) -> None:
    docstring, *body = ast.parse(page.read_text(encoding="utf-8")).body
    assert isinstance(docstring, ast.Expr)
    running = [node for node in body if not is_inert(node)]
    of_a_link = page.parent.name == "explore" or page.stem == "opening"
    asks = "ui.viewer()" if of_a_link else "ui.explorer()"
    assert asks in ast.unparse(running[0])


def is_inert(node: ast.stmt) -> bool:
    """An import, or a name for words: nothing runs."""
    words = isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    return words or isinstance(node, ast.Import | ast.ImportFrom)


@pytest.mark.parametrize("page", files("pages"), ids=lambda page: page.stem)
def test_a_page_does_no_sql_and_catches_no_error_at_large(page: Path) -> None:
    words = page.read_text(encoding="utf-8")
    assert "session.execute" not in words
    for node in ast.walk(ast.parse(words)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None
            assert ast.unparse(node.type) not in {"Exception", "BaseException"}


def test_the_top_of_lib_holds_what_all_rooms_share_and_no_more() -> None:
    doors = {"__init__", "__main__", "serve", "server"}
    shared = {file.stem for file in files("lib") if file.parent == ROOT / "lib"} - doors
    assert len(shared) <= 15, sorted(shared)


def test_every_room_stands_in_the_architecture() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {f"lib/{file.relative_to(ROOT).parts[1]}/" for file in files("lib")
             if len(file.relative_to(ROOT).parts) > 2}  # fmt: skip
    assert sorted(room for room in rooms if f"`{room}" not in told) == []


def test_no_file_takes_the_place_of_a_name_that_its_room_offers() -> None:
    """A file that is imported later stands in the room under its own name, over what was there."""
    shadowed = []
    for room in (ROOT / "lib").rglob("__init__.py"):
        package = ".".join(room.parent.relative_to(ROOT).parts)
        tree = ast.walk(ast.parse(room.read_text(encoding="utf-8")))
        for node in (node for node in tree if isinstance(node, ast.ImportFrom)):
            for alias in node.names:
                name = alias.asname or alias.name
                is_file = (room.parent / f"{name}.py").exists()
                if is_file and node.module not in (package, f"{package}.{name}"):
                    shadowed.append(f"{package}.{name}")
    assert shadowed == []


SERVED = {"metrics.py", "open_files.py"}
"""Of the server for others, which runs on Linux."""
OF_UNIX = {"fcntl", "resource", "pwd", "grp", "termios"}


def test_what_windows_lacks_is_asked_for_nowhere_without_a_look_at_the_system() -> None:
    """A module of Unix alone, and a day without its zero in a form of strftime."""
    for file in [ROOT / "fieldwork.py", ROOT / "app.py", *files("lib"), *files("pages")]:
        told = file.read_text(encoding="utf-8")
        unix = any(within(module, OF_UNIX) for module in imports(file))
        assert not unix or "win32" in told or file.name in SERVED, file
        assert not {"%-d", "%-H", "%-I", "%-m"} & {told[i : i + 3] for i in range(len(told))}, file
