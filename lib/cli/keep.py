"""Keeping data safe: `export`, `backup`, `restore`, `migrate`, `check`."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lib.cli.files import opened, write_bytes
from lib.cli.output import DONE, NOTHING_DONE, Output
from lib.commands.explorers import the_explorer
from lib.errors import Refused
from lib.exporting import ways_out
from lib.exporting.highlights import export_codebook, export_highlights
from lib.settings import Settings
from lib.storage.backups import backup
from lib.storage.database import make_folder
from lib.storage.health import health
from lib.storage.restoring import restore
from lib.storage.upgrade import newest

WRITERS = ways_out.BY_ENDING
BY_POSTGRESQL = (
    "Its own `pg_dump -Fc` copies it whole and `pg_restore --clean` brings it back; "
    "`python -m lib copy --to sqlite:///FILE` writes it into an SQLite file; one explorer's "
    "data leave with `python -m lib export FILE.json` and come back with "
    "`python -m lib import FILE.json`."
)
QUOTES = {"highlights": export_highlights, "codebook": export_codebook}


def add_export(commands: Any, shared: ArgumentParser) -> None:
    """`export FILE`"""
    command = commands.add_parser("export", parents=[shared], help="write everything to a file")
    help_of = (
        ".json is complete; .xlsx, .ods and .csv are for spreadsheets, .vcf for address books, "
        ".ics for calendars, .zip holds a Markdown page a conversation, .qdpx is for programs "
        "for coded interviews"
    )
    command.add_argument("file", type=Path, help=help_of)
    help_of = "quotes with their tags, or the tags, as Taguette's .csv"
    command.add_argument("--quotes", choices=QUOTES, help=help_of)
    command.set_defaults(run=run_export)


def run_export(settings: Settings, asked: Namespace, output: Output) -> int:
    """Write the file that its ending asks for."""
    ending = asked.file.suffix.lower()
    if asked.quotes and ending != ".csv":
        raise Refused("Quotes and their tags are written as .csv. Name such a file.")
    write = QUOTES[asked.quotes] if asked.quotes else WRITERS.get(ending)
    if write is None:
        *most, last = WRITERS
        raise Refused(f"The file's ending says what is written: {', '.join(most)} or {last}.")
    with opened(settings) as database:
        with database.write() as session:
            viewer = the_explorer(session)
        with database.read() as session:
            content = write(session, viewer)
    write_bytes(asked.file, content)
    output.say(f"Wrote {asked.file}.", {"file": str(asked.file), "bytes": len(content)})
    return DONE


def add_backup(commands: Any, shared: ArgumentParser) -> None:
    """`backup FILE`"""
    command = commands.add_parser("backup", parents=[shared], help="copy the database, also in use")
    command.add_argument("file", type=Path)
    command.set_defaults(run=run_backup)


def run_backup(settings: Settings, asked: Namespace, output: Output) -> int:
    """A consistent copy of the SQLite file."""
    source = settings.sqlite_file
    if source is None:
        raise Refused(f"This database is PostgreSQL. {BY_POSTGRESQL}")
    if not source.exists():
        raise Refused(f"There is no database at {source} yet.")
    if asked.file.exists():
        raise Refused(f"{asked.file} is there already. Choose another name.")
    if not asked.file.resolve().parent.is_dir():
        raise Refused(f"There is no folder {asked.file.resolve().parent}.")
    backup(source, asked.file)
    size = asked.file.stat().st_size
    output.say(f"Copied the database to {asked.file}.", {"file": str(asked.file), "bytes": size})
    return DONE


def add_restore(commands: Any, shared: ArgumentParser) -> None:
    """`restore FILE`"""
    help_of = "put a backup in the database's place; what was there is kept"
    command = commands.add_parser("restore", parents=[shared], help=help_of)
    command.add_argument("file", type=Path)
    command.set_defaults(run=run_restore)


def run_restore(settings: Settings, asked: Namespace, output: Output) -> int:
    """The backup in the place of the SQLite file, brought to this version at the next start."""
    target = settings.sqlite_file
    if target is None:
        raise Refused(f"This database is PostgreSQL. {BY_POSTGRESQL}")
    make_folder(target.parent)
    kept = restore(asked.file, target, datetime.now(UTC).date())
    was_there = f" What was there is kept for thirty days as {kept}." if kept else ""
    output.say(
        f"The database is {asked.file} now.{was_there}",
        {"file": str(target), "kept": str(kept) if kept else None},
    )
    return DONE


def add_migrate(commands: Any, shared: ArgumentParser) -> None:
    """`migrate`"""
    command = commands.add_parser(
        "migrate", parents=[shared], help="bring the tables to this version"
    )
    command.set_defaults(run=run_migrate)


def run_migrate(settings: Settings, asked: Namespace, output: Output) -> int:
    """Bring the tables to this version; an SQLite file is copied first."""
    with opened(settings):
        pass
    output.say(f"The tables are at version {newest()}.", {"version": newest()})
    return DONE


def add_check(commands: Any, shared: ArgumentParser) -> None:
    """`check`"""
    command = commands.add_parser("check", parents=[shared], help="whether the database is whole")
    command.set_defaults(run=run_check)


def run_check(settings: Settings, asked: Namespace, output: Output) -> int:
    """Integrity, references and version; changes nothing."""
    found = health(settings)
    version = found.version or "none"
    sentence = f"The database is whole, its tables are at version {version}."
    problems = f"{len(found.problems)} problems were found, its tables are at version {version}."
    output.say(
        problems if found.problems else sentence,
        {"ok": not found.problems, "version": found.version, "problems": found.problems},
    )
    for problem in found.problems:
        output.problem(problem)
    return NOTHING_DONE if found.problems else DONE


COMMANDS = (add_export, add_backup, add_restore, add_migrate, add_check)
