"""Files that appear under their name when they are whole and on the disk, and not before."""

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

UNFINISHED = ".part"
"""What the name of a file that is being written ends in."""


def put_whole(target: Path, write: Callable[[Path], None]) -> None:
    """Let `write` write beside the target, and give it its name then; what was there goes.

    Raises OSError, and whatever `write` raises; nothing half-written stays.
    """
    beside = target.with_name(f"{target.name}{UNFINISHED}")
    beside.unlink(missing_ok=True)  # of one that was broken off
    try:
        write(beside)
        to_the_disk(beside)
        beside.replace(target)
        to_the_disk(target.parent)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def to_the_disk(place: Path) -> None:
    """Wait until what was written to a file, or the names in a folder, outlive a power cut."""
    if sys.platform == "win32" and place.is_dir():
        return  # it opens no folders, and writes names down by itself
    opened = os.open(place, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def second_name(file: Path, name: Path) -> None:
    """The same content under a second name, which must be free; a copy where links are unknown."""
    try:
        os.link(file, name)
    except FileExistsError:
        raise
    except OSError:
        put_whole(name, lambda beside: _copy(file, beside))


def _copy(file: Path, beside: Path) -> None:
    shutil.copyfile(file, beside)
