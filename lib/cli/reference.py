"""Official figures that somebody brings: `reference`."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from lib.cli.files import read_bytes
from lib.cli.output import DONE, Output
from lib.reference.bringing import bring
from lib.settings import Settings


def add_reference(commands: Any, shared: ArgumentParser) -> None:
    """`reference FILE`"""
    command = commands.add_parser(
        "reference",
        parents=[shared],
        help="bring official figures: wages of any country, projections of BLS, O*NET",
        description="A CSV with title, area, currency, p10, p25, p50, p75, p90, year and source; a "
        "survey of salaries as CSV, an answer a row; "
        "BLS's occupation.xlsx; or O*NET's release, its Excel, CSV or text files in one archive.",
    )
    command.add_argument("file", type=Path)
    command.set_defaults(run=run_reference)


def run_reference(settings: Settings, asked: Namespace, output: Output) -> int:
    """Check the file, keep what it holds beside the database, and say so."""
    found = bring(read_bytes(asked.file))
    output.say(found.words, {"kind": found.kind, "rows": found.rows})
    return DONE


COMMANDS = (add_reference,)
