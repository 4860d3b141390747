"""What draws the charts of one report, beside the reading of it: a program of its own.

It works without a network, and ends with the `with` that began it, whatever came between.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from lib.report import drawn_apart

SECONDS = 120


class Drawer:
    """Asked for drawings while the next section is read; they come in the order of asking."""

    def __init__(self, process: "subprocess.Popen[str]", told: IO[str]) -> None:
        self._process, self._told = process, told

    def ask(self, what: Any) -> None:
        """A specification, or `drawn_apart.ENGINE`."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()

    def drawn(self) -> list[str]:
        """All that was asked for."""
        self._process.communicate(timeout=SECONDS)
        if self._process.returncode:
            raise subprocess.CalledProcessError(self._process.returncode, self._process.args)
        self._told.seek(0)
        return [json.loads(line) for line in self._told]


@contextmanager
def drawing(fonts: Sequence[Path] = ()) -> Iterator[Drawer]:
    """The program, started at once: it warms up while the first section is read."""
    command = [sys.executable, "-I", str(Path(drawn_apart.__file__)), *map(str, fonts)]
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as told,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=told, text=True) as process,
    ):
        try:
            yield Drawer(process, told)
        finally:
            process.kill()
