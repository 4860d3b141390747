"""Where official figures lie: those that come with Fieldwork, and those that were brought.

What was brought lies in the folder `reference` beside the database; `release` changes with it.
"""

from pathlib import Path

from lib.settings import DATA, read_settings

WAGES = DATA / "wages.parquet"
OCCUPATIONS = DATA / "occupations.csv"
ALIASES = DATA / "occupation_aliases.csv"
AREAS = DATA / "areas.csv"

Stamp = tuple[str, int, int]
"""A file as it is now: its name, when it was written, and how large it is."""


def brought(name: str) -> Path:
    """The file of this name among those that were brought; it need not be there."""
    return _folder() / name


def _folder() -> Path:
    return read_settings().data_dir / "reference"


def stamp(file: Path) -> Stamp | None:
    """The file as it is now; None where there is none. Caches of its content are keyed by it."""
    try:
        found = file.stat()
    except OSError:
        return None
    return str(file), found.st_mtime_ns, found.st_size


def release() -> tuple[Stamp | None, ...]:
    """What changes when other figures are brought: part of the key of all that is cached."""
    folder = _folder()
    return tuple(stamp(folder / name) for name in BROUGHT)


BROUGHT = (
    "wages.csv",
    "projections.csv",
    "onet_titles.csv",
    "onet_related.csv",
    "onet_skills.csv",
)
