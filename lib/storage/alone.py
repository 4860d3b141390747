"""One process alone at something: a lock on a file that ends with the process, on any system."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def alone(file: Path) -> Iterator[bool]:
    """Whether no other process holds the file at the moment; it is made where it is not there."""
    with file.open("a") as held:
        yield _taken(held.fileno())


def _taken(opened: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
