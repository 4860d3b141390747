"""The report for a coach as a file: `report FILE`, under the same choices as a link."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any
from uuid import UUID

from lib.access.links import INCLUDES, of_a_file
from lib.cli.files import opened, write_bytes
from lib.cli.links import fields_named, scope_of
from lib.cli.output import DONE, Output
from lib.commands.explorers import the_explorer
from lib.errors import Refused
from lib.report import made
from lib.settings import Settings


def add_report(commands: Any, shared: ArgumentParser) -> None:
    """`report FILE`"""
    command = commands.add_parser(
        "report", parents=[shared], help="the .html or .pdf to send to a coach"
    )
    command.add_argument("file", type=Path)
    command.add_argument("--fields", nargs="+", metavar="FIELD", help="default: all there are")
    command.add_argument("--include", default="", help=f"of {', '.join(INCLUDES)}, with commas")
    command.add_argument("--threshold", type=int, default=1, help="least people of a group, 1 to 3")
    command.add_argument(
        "--wording", metavar="ID", help="a link: what was typed is in as released for it"
    )
    command.set_defaults(run=run_report)


def run_report(settings: Settings, asked: Namespace, output: Output) -> int:
    """Write it; nothing is kept of the choices."""
    with opened(settings) as database:
        with database.write() as session:
            viewer = the_explorer(session)
        with database.read() as session:
            share = of_a_file(
                *(session, viewer),
                fields=fields_named(session, viewer, asked.fields),
                scope=scope_of(asked.include),
                threshold=asked.threshold,
                wording=_link(asked.wording),
            )
            ending, worded = asked.file.suffix.lower(), asked.wording is not None
            say = output.aside
            content = made(session, share, worded=worded, endings=[ending], say=say)[ending]
    write_bytes(asked.file, content)
    output.say(f"Wrote {asked.file}.", {"file": str(asked.file), "bytes": len(content)})
    return DONE


def _link(told: str | None) -> UUID | None:
    try:
        return None if told is None else UUID(told)
    except ValueError as error:
        raise Refused("This is no link's id. `share list` shows them.") from error


COMMANDS = (add_report,)
