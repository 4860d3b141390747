"""Moving between databases: `copy --to URL`, one explorer or all of them."""

import sys
import time
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from typing import Any
from uuid import UUID

from lib.cli.files import opened
from lib.cli.output import DONE, LEFT_OUT, Output
from lib.commands.explorers import who_is_the_one
from lib.errors import Refused
from lib.settings import Settings, read_settings
from lib.storage.copying import Copied, Progress, copy_explorers, explorers
from lib.storage.database import Database

LOCAL = "local"
NOBODY = (
    "There is no such explorer. Name the id of a row of the table explorer, or write local for "
    "the one without a sign-in."
)
EVERY = 1.0
"""Seconds between two words on how far it is."""


def add_copy(commands: Any, shared: ArgumentParser) -> None:
    """`copy --to URL`"""
    help_of = "copy everything, or one explorer, into another database"
    command = commands.add_parser("copy", parents=[shared], help=help_of)
    help_of = "the database it goes to, as in FIELDWORK_DATABASE_URL"
    command.add_argument("--to", required=True, metavar="URL", help=help_of)
    help_of = "one explorer alone: an id, or local for the one without a sign-in"
    command.add_argument("--explorer", metavar="ID", help=help_of)
    help_of = "replace explorers that are there already and differ"
    command.add_argument("--replace", action="store_true", help=help_of)
    command.set_defaults(run=run_copy)


def run_copy(settings: Settings, asked: Namespace, output: Output) -> int:
    """Copy, compare, and say what was left as it is there."""
    there = read_settings({"FIELDWORK_DATABASE_URL": asked.to})
    if there.database_url == settings.database_url:
        raise Refused("That is this database itself. Name another with --to.")
    if settings.sqlite_file is not None and not settings.sqlite_file.exists():
        raise Refused(f"There is no database at {settings.sqlite_file} yet.")
    with opened(settings) as source:
        which = _asked_for(source, asked.explorer)
        with opened(there) as target:
            told = copy_explorers(
                source, target, which, replace=asked.replace, progress=_telling(output)
            )
    output.say(_sentence(told), {**asdict(told), "differ": [str(one) for one in told.differ]})
    for one in told.differ:
        output.problem(f"Explorer {one} is there already and differs: left as it is there.")
    if told.differ:
        output.problem("To take them from here all the same, add --replace.")
    return LEFT_OUT if told.differ else DONE


def _asked_for(source: Database, said: str | None) -> list[UUID]:
    with source.read() as session:
        everybody = explorers(session)
        one = who_is_the_one(session) if said == LOCAL else None
    if said is None:
        return everybody
    found = [one.explorer_id] if one else [each for each in everybody if str(each) == said.lower()]
    if not found:
        raise Refused(NOBODY)
    return found


def _sentence(told: Copied) -> str:
    return (
        f"Copied and compared {_counted(told.copied)} with {told.rows:,} rows; "
        f"{_counted(told.same)} there already and the same."
    )


def _counted(number: int) -> str:
    return "1 explorer" if number == 1 else f"{number:,} explorers"


def _telling(output: Output) -> Progress:
    """A line on standard error, at most one a second; a program is told at the end."""
    said_at = time.monotonic()

    def say(done: int, of: int, rows: int) -> None:
        nonlocal said_at
        if output.json or time.monotonic() - said_at < EVERY:
            return
        said_at = time.monotonic()
        print(f"{done:,} of {_counted(of)}, {rows:,} rows written.", file=sys.stderr)

    return say


COMMANDS = (add_copy,)
