"""Runs a reader of files as a program of its own: it may hang or end, and the server goes on."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lib.errors import Refused


def lines_of(
    reader: Path, content: bytes, *arguments: str, seconds: float, too_long: str, damaged: str
) -> Iterator[Any]:
    """Each line of JSON that the reader writes of the content; raises Refused in the words given.

    A line that is a word says why nothing can be read: it is for the caller to tell.
    """
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as told:
        given.write(content)
        given.seek(0)
        try:
            done = subprocess.run(
                [sys.executable, "-I", str(reader), *arguments],
                stdin=given,
                stdout=told,
                stderr=subprocess.DEVNULL,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Refused(too_long) from error
        if done.returncode:
            raise Refused(damaged)
        told.seek(0)
        for line in told:
            yield json.loads(line)
