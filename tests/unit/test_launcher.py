"""The launcher: from nothing but a Python to a running Fieldwork, and a sentence where that fails.

Folders are of the test's own, with a space in their name, and the environment's Python is a script
that writes down what it is given; one environment is really made. Windows and macOS were not
there: of Windows the paths, the waiting and the missing modules are tried here.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import fieldwork
from lib.settings import ROOT

NEVER = "def main() -> match:\n"
"""No Python reads this; an environment in which it stands as an interpreter cannot start."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout of the launcher alone."""
    place = tmp_path / "my field work"
    place.mkdir()
    for name in ("fieldwork", "fieldwork.py", "pyproject.toml"):
        shutil.copy(ROOT / name, place / name)
    return place


def an_environment(folder: Path, *, pip: int = 0, imports: int = 0) -> Path:
    """One whose Python writes down what it is given; returns where."""
    python, told = fieldwork.interpreter(folder, "posix"), folder / "told"
    python.parent.mkdir(parents=True)
    python.write_text(
        f'#!/bin/sh\ncase "$1 $2" in\n"-c "*) exit {imports};;\n"-m pip") echo "$PWD" "$@" '
        f'>>"{told}"; exit {pip};;\n*) echo "$@" >>"{told}"; exit 7;;\nesac\n'
    )
    python.chmod(0o755)
    return told


def start(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The door of the folder, pressed from somewhere else."""
    return subprocess.run(
        [str(folder / "fieldwork"), *words],
        cwd="/",
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env={"PATH": os.environ["PATH"], "PYTHON": sys.executable, **environment},
    )


@pytest.mark.parametrize(
    ("system", "place"), [("posix", "bin/python"), ("nt", "Scripts/python.exe")]
)
def test_an_environments_python_lies_where_the_system_has_it(system: str, place: str) -> None:
    assert fieldwork.interpreter(Path("/x y"), system) == Path("/x y/.venv") / place


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 4), (4, 0, 0)])
def test_a_python_new_enough_is_taken(version: tuple[int, ...]) -> None:
    assert fieldwork.base_python(version, "/usr/bin/python3", lambda _: None) == "/usr/bin/python3"


def test_for_an_old_python_the_newest_that_has_a_name_is_found() -> None:
    here = {"python3.11": "/opt/11", "python3.13": "/opt/13", "python3.10": "/opt/10"}
    assert fieldwork.base_python((3, 9, 2), "/usr/bin/python3", here.get) == "/opt/13"


def test_an_old_python_alone_is_told_in_one_sentence_which_it_takes() -> None:
    with pytest.raises(
        fieldwork.Stopped, match=r"needs Python 3\.11 or newer, and this is 3\.9\.2"
    ):
        fieldwork.base_python((3, 9, 2), "/usr/bin/python3", {"python3.10": "/opt/10"}.get)


def test_the_version_is_the_one_that_the_project_asks_for() -> None:
    least = ".".join(map(str, fieldwork.LEAST))
    assert f'requires-python = ">={least}"' in (ROOT / "pyproject.toml").read_text()
    assert str(fieldwork.LEAST) in fieldwork.WHOLE
    for name in ("fieldwork.py", "fieldwork", "README.md"):
        assert f"Python {least} or newer" in (ROOT / name).read_text(), name


def test_a_door_without_any_python_says_so(folder: Path) -> None:
    done = start(folder, PYTHON="no-such-python")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Fieldwork needs Python 3.11 or newer, and there is no no-such-")


def test_an_environment_is_made_in_a_folder_with_a_space_and_without_a_network_it_says_so(
    folder: Path,
) -> None:
    """Nothing is said to be installed, and what was made is used by the next try."""
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:1/simple", "PIP_RETRIES": "0"}
    done = start(folder, "python", "-c", "print(1)", **nowhere)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.rstrip().endswith(fieldwork.NOT_INSTALLED)
    assert "Traceback" not in done.stderr
    made = fieldwork.interpreter(folder, os.name)
    assert fieldwork.runs(made, fieldwork.WHOLE)
    assert not fieldwork.is_installed(folder, "")
    shutil.copyfile(folder / "pyproject.toml", fieldwork.stamp(folder, ""))
    again = start(folder, "python", "-c", "import os; print(os.getcwd())", **nowhere)
    assert (again.returncode, again.stdout, again.stderr) == (0, f"{folder}\n", "")


def test_what_pyproject_asks_for_is_installed_once_and_again_when_it_has_changed(
    folder: Path,
) -> None:
    told = an_environment(folder)
    pip = f"{folder} -m pip install --quiet --disable-pip-version-check"
    assert start(folder, "python", "x y").returncode == 7
    assert start(folder, "python").returncode == 7
    assert start(folder, "test", "-k", "one").returncode == 7
    with (folder / "pyproject.toml").open("a") as project:
        project.write("\n# a newer one\n")
    assert start(folder, "run", "--server.port=1").returncode == 7
    runs_tests = " ".join(fieldwork.TESTS)
    lines = [f"{pip} .", "x y", "", f"{pip} .[test]", f"{runs_tests} -k one", f"{pip} ."]
    assert told.read_text().splitlines() == [*lines, "-m lib.serve --server.port=1"]


def test_an_installation_that_was_broken_off_is_done_again(folder: Path) -> None:
    told = an_environment(folder, pip=1)
    for _ in range(2):
        done = start(folder)
        assert done.returncode == 1
        assert done.stderr.splitlines() == [fieldwork.ONCE, fieldwork.NOT_INSTALLED]
    assert len(told.read_text().splitlines()) == 2


def made(words: Sequence[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
    """What a venv module would make."""
    if list(words[1:3]) == ["-m", "venv"]:
        Path(words[3], "new").mkdir(parents=True)
    return subprocess.CompletedProcess(list(words), 0)


@pytest.mark.parametrize("half", ["no interpreter", "does not start", "cannot install"])
def test_a_broken_environment_is_made_anew(
    folder: Path, half: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = fieldwork.interpreter(folder, os.name)
    if half == "cannot install":
        an_environment(folder, imports=1)
    else:
        python.parent.mkdir(parents=True)
    if half == "does not start":
        python.write_text(NEVER)
        python.chmod(0o755)
    assert not fieldwork.runs(python, fieldwork.WHOLE)
    monkeypatch.setattr(subprocess, "run", made)
    fieldwork.make(folder, sys.executable)
    assert [one.name for one in (folder / ".venv").iterdir()] == ["new"]


def test_a_link_to_an_environment_is_never_taken_away(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (folder / ".venv").symlink_to(tmp_path / "shared")
    with pytest.raises(fieldwork.Stopped, match="link"):
        fieldwork.environment(folder, "")
    assert (tmp_path / "shared").is_dir()


def test_a_python_without_its_venv_module_is_told_where_it_is(folder: Path) -> None:
    bare = folder / "bare"
    bare.write_text("#!/bin/sh\nexit 1\n")
    bare.chmod(0o755)
    with pytest.raises(fieldwork.Stopped, match="apt install python3-venv"):
        fieldwork.make(folder, str(bare))
    assert not (folder / ".venv").exists()


def test_an_environment_that_cannot_be_made_leaves_nothing_behind(folder: Path) -> None:
    half = folder / "half"
    half.write_text('#!/bin/sh\n[ "$1" = -c ] && exit 0\nmkdir -p "$3/bin"\nexit 1\n')
    half.chmod(0o755)
    with pytest.raises(fieldwork.Stopped, match="could not be made"):
        fieldwork.make(folder, str(half))
    assert not (folder / ".venv").exists()


def test_a_task_that_is_none_is_answered_with_those_there_are(folder: Path) -> None:
    done = start(folder, "go")
    assert done.returncode == 2
    assert [line.split()[0] for line in done.stderr.splitlines() if line.startswith("  ")] == [
        *("run", "test", "python")
    ]
    assert not (folder / ".venv").exists()


def test_a_port_in_use_is_told_unless_another_was_chosen(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    an_environment(folder)
    shutil.copyfile(folder / "pyproject.toml", fieldwork.stamp(folder, ""))
    monkeypatch.setattr(fieldwork, "hand_over", lambda words, _: len(words))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setattr(fieldwork, "PORT", taken.getsockname()[1])
        fieldwork.main(["run"], folder)
        assert capsys.readouterr().err == f"{fieldwork.IN_USE.format(fieldwork.PORT)}\n"
        fieldwork.main(["run", "--server.port=8600"], folder)
        fieldwork.main(["run", "--server.port", "8600"], folder)
        fieldwork.main(["python"], folder)
    fieldwork.main([], folder)
    assert capsys.readouterr().err == ""


class Impatient:
    """A running command at which Ctrl+C is pressed twice before it ends."""

    def __init__(self) -> None:
        self.pressed = 0

    def wait(self) -> int:
        self.pressed += 1
        if self.pressed < 3:
            raise KeyboardInterrupt
        return 3


def test_where_no_program_becomes_another_ctrl_c_is_left_to_the_command() -> None:
    running: Any = Impatient()
    assert fieldwork.wait(running) == 3


def test_it_opens_the_browser_and_ctrl_c_ends_it_without_a_traceback(
    folder: Path, tmp_path: Path
) -> None:
    """The launcher becomes the server: one process, whose Ctrl+C is the terminal's."""
    opened, port = tmp_path / "opened", a_free_port()
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "xdg-open").write_text(f'#!/bin/sh\necho "$1" >"{opened}.part"\n'
                                       f'mv "{opened}.part" "{opened}"\n')  # fmt: skip
    (programs / "xdg-open").chmod(0o755)
    python = fieldwork.interpreter(folder, os.name)
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\ncd "{ROOT}" && exec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    shutil.copyfile(folder / "pyproject.toml", fieldwork.stamp(folder, ""))
    path = f"{programs}:{os.environ['PATH']}"
    running = subprocess.Popen(
        [str(folder / "fieldwork"), "run", f"--server.port={port}"],
        env={
            **{"PATH": path, "PYTHON": sys.executable, "DISPLAY": ":0"},
            **{"FIELDWORK_DATA_DIR": str(tmp_path)},
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert running.stdout is not None
        said = []
        for line in running.stdout:  # the address is said once it is listened on
            said.append(line)
            if f":{port}" in line:
                break
        assert fieldwork.in_use(port), said
        while not opened.exists():
            assert running.poll() is None
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        rest, _ = running.communicate(timeout=30)
    finally:
        running.kill()
    assert "Traceback" not in rest
    assert running.returncode == 0
    assert opened.read_text().strip() == f"http://127.0.0.1:{port}"


def a_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
