"""What draws the charts of one report, beside the reading of it: programs of their own.

They work without a network, and end with the `with` that began them, whatever came between.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

from lib.report import drawn_apart

SECONDS = 120


class Apart:
    """One program; what it is asked for waits in a line of its own, and nobody waits for that."""

    def __init__(self, process: "subprocess.Popen[str]", told: IO[str], post: ThreadPoolExecutor):
        self.process, self._told, self._post = process, told, post
        self._sent: list[Future[None]] = []
        self.letters = 0
        """How much it was given so far."""

    def ask(self, what: Any) -> tuple["Apart", int]:
        """A specification or `drawn_apart.ENGINE`; who will answer, and at which place."""
        line = json.dumps(what)
        self.letters += len(line)
        self._sent.append(self._post.submit(self._send, line))
        return self, len(self._sent) - 1

    def _send(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def answers(self) -> list[str]:
        """All that it was asked for."""
        for sent in self._sent:
            sent.result(timeout=SECONDS)
        self.process.communicate(timeout=SECONDS)
        if self.process.returncode:
            raise subprocess.CalledProcessError(self.process.returncode, self.process.args)
        self._told.seek(0)
        return [json.loads(line) for line in self._told]


class Drawer:
    """Asked for drawings while the next section is read; they come in the order of asking."""

    def __init__(self, programs: Sequence[Apart]) -> None:
        self._programs = programs
        self._asked: list[tuple[Apart, int]] = []

    def ask(self, what: Any) -> int:
        """A specification, or `drawn_apart.ENGINE`: its place among all that is drawn."""
        least = min(self._programs, key=lambda program: program.letters)
        self._asked.append(least.ask(what))
        return len(self._asked) - 1

    def drawn(self) -> list[str]:
        """All that was asked for."""
        found = {id(program): program.answers() for program in self._programs}
        return [found[id(program)][place] for program, place in self._asked]


@contextmanager
def drawing(fonts: Sequence[Path] = (), *, programs: int = 1) -> Iterator[Drawer]:
    """The programs, started at once: they warm up while the first section is read."""
    with ExitStack() as stack:
        yield Drawer([stack.enter_context(_apart(fonts)) for _ in range(programs)])


@contextmanager
def _apart(fonts: Sequence[Path]) -> Iterator[Apart]:
    command = [sys.executable, "-I", str(Path(drawn_apart.__file__)), *map(str, fonts)]
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as told,
        ThreadPoolExecutor(1) as post,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=told, text=True) as process,
    ):
        try:
            yield Apart(process, told, post)
        finally:
            process.kill()
