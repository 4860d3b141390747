#!/usr/bin/env python3
"""Starts Fieldwork or its tests on any system, in a virtual environment of its own beside the code.

  run       start it; options are Streamlit's own, such as --server.port=8502
  test      run the whole test suite; arguments go to pytest
  python    the environment's Python, for `python -m lib --help`

The standard library alone, in words that Python 3.7 reads: an older Python is told what it lacks.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEAST = (3, 11)
LATER = range(LEAST[1] + 19, LEAST[1] - 1, -1)
"""Minor versions that a Python may be named by, the latest first."""
PORT = 8501
TESTS = ("-m", "pytest", "-n", "2", "--dist", "loadfile", "--max-worker-restart", "0")
WHOLE = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
"""Ends well in an environment that is of a Python new enough and can install."""

TOO_OLD = (
    "Fieldwork needs Python 3.11 or newer, and this is {}. Get one from python.org, or name one "
    "that is there: PYTHON=/path/to/python3 ./fieldwork, or on Windows: py -3.11 fieldwork.py"
)
NO_VENV = (
    "This Python lacks its venv module. On Debian and Ubuntu: apt install python3-venv. Elsewhere: "
    "install Python from python.org."
)
NOT_MADE = "The folder .venv could not be made beside the code. May this folder be written to?"
NOT_OURS = (
    ".venv is a link to an environment that does not work. Take the link away, and start again."
)
NOT_INSTALLED = (
    "What Fieldwork needs could not be installed; what pip says of it stands above. Look whether "
    "this machine reaches the internet, and start again: it goes on where it stopped."
)
IN_USE = (
    "Port {} is in use, perhaps by a Fieldwork that runs already: this one takes the next free one."
)
ONCE = "Installing what Fieldwork needs; this happens once ..."


class Stopped(Exception):
    """What keeps Fieldwork from starting, as the sentence that is printed."""


def main(arguments: Sequence[str], folder: Path = HERE) -> int:
    """Do one task in the folder; returns how it ended."""
    task, rest = (arguments[0], list(arguments[1:])) if arguments else ("run", [])
    if task not in {"run", "test", "python"}:
        tell(str(__doc__))
        return 2
    try:
        python = environment(folder, "test" if task == "test" else "")
    except Stopped as reason:
        tell(str(reason))
        return 1
    except KeyboardInterrupt:
        return 130
    if task == "run" and not named_port(rest, os.environ) and in_use(PORT):
        tell(IN_USE.format(PORT))
    return hand_over([str(python), *command(task), *rest], folder)


def command(task: str) -> Sequence[str]:
    """What the environment's Python is given, before the caller's own words."""
    return {"run": ("-m", "lib.serve"), "test": TESTS, "python": ()}[task]


def environment(folder: Path, extra: str) -> Path:
    """The environment's Python, made and filled where it is not; `extra` is "" or "test".

    Raises Stopped with a sentence for the reader.
    """
    python = interpreter(folder, os.name)
    if not runs(python, WHOLE):
        make(folder, base_python(sys.version_info[:3], sys.executable, shutil.which))
    if not is_installed(folder, extra):
        install(folder, python, extra)
    return python


def interpreter(folder: Path, system: str) -> Path:
    """Where a virtual environment keeps its Python, by `os.name`."""
    place = folder / ".venv"
    return place / "Scripts" / "python.exe" if system == "nt" else place / "bin" / "python"


def base_python(version: tuple[int, ...], running: str, which: Callable[[str], str | None]) -> str:
    """The Python that runs this, or else the newest that is found by its name (python3.13)."""
    if version[:2] >= LEAST:
        return running
    found = (which(f"python3.{minor}") for minor in LATER)
    newer = next((one for one in found if one), None)
    if newer is None:
        raise Stopped(TOO_OLD.format(".".join(map(str, version))))
    return newer


def runs(python: Path | str, words: str) -> bool:
    """Whether this Python is there and ends well with the words."""
    try:
        done = subprocess.run([str(python), "-c", words], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def make(folder: Path, base: str) -> None:
    """The environment anew; of one that was broken off nothing stays."""
    place = folder / ".venv"
    if place.is_symlink():
        raise Stopped(NOT_OURS)
    if not runs(base, "import venv, ensurepip"):
        raise Stopped(NO_VENV)
    shutil.rmtree(str(place), ignore_errors=True)
    if subprocess.run([base, "-m", "venv", str(place)], check=False).returncode != 0:
        shutil.rmtree(str(place), ignore_errors=True)
        raise Stopped(NOT_MADE)


def install(folder: Path, python: Path, extra: str) -> None:
    """What pyproject.toml asks for, and a copy of it, which says what was installed last."""
    tell(ONCE)
    what = f".[{extra}]" if extra else "."
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", what]
    if subprocess.run(pip, cwd=str(folder), check=False).returncode != 0:
        raise Stopped(NOT_INSTALLED)
    shutil.copyfile(str(folder / "pyproject.toml"), str(stamp(folder, extra)))


def is_installed(folder: Path, extra: str) -> bool:
    """Whether the last installation was of the pyproject.toml that is there now."""
    kept = stamp(folder, extra)
    return kept.is_file() and kept.read_bytes() == (folder / "pyproject.toml").read_bytes()


def stamp(folder: Path, extra: str) -> Path:
    """Where the copy lies."""
    return folder / ".venv" / (f"installed-{extra}.toml" if extra else "installed.toml")


def named_port(options: Sequence[str], said: Mapping[str, str]) -> bool:
    """Whether the port was chosen: then Streamlit says itself that it is taken, and ends."""
    names = [option.partition("=")[0] for option in options]
    return "--server.port" in names or "STREAMLIT_SERVER_PORT" in said


def in_use(port: int) -> bool:
    """Whether anything answers there on this machine."""
    try:
        socket.create_connection(("127.0.0.1", port), 0.5).close()
    except OSError:
        return False
    return True


def hand_over(words: Sequence[str], folder: Path) -> int:
    """Become the command; where a program cannot (Windows), wait for it, and let it have Ctrl+C."""
    os.chdir(str(folder))
    if os.name == "posix":
        os.execv(words[0], list(words))
    return wait(subprocess.Popen(list(words)))


def wait(running: subprocess.Popen[bytes]) -> int:
    """How it ended; Ctrl+C reaches it by itself, and it says goodbye in its own time."""
    while True:
        try:
            return running.wait()
        except KeyboardInterrupt:
            continue


def tell(words: str) -> None:
    """Beside the output, which may be a command's own."""
    print(words.strip(), file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
