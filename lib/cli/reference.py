"""Official figures that somebody brings: `reference`."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from lib.cli.files import read_bytes
from lib.cli.output import DONE, Output
from lib.money import CURRENCIES
from lib.reference.bringing import bring
from lib.reference.survey_table import SOURCE
from lib.settings import Settings


def add_reference(commands: Any, shared: ArgumentParser) -> None:
    """`reference FILE`"""
    command = commands.add_parser(
        "reference",
        parents=[shared],
        help="bring official figures: wages of any country, projections of BLS, O*NET",
        description="A CSV with title, area, currency, p10, p25, p50, p75, p90, year and source; a "
        "survey of salaries as CSV or a workbook, an answer a row; "
        "BLS's occupation.xlsx; or O*NET's release, its Excel, CSV or text files in one archive.",
    )
    command.add_argument("file", type=Path)
    command.add_argument("--source", default=SOURCE, help="of a survey: whose it is")
    command.add_argument(
        "--year",
        type=int,
        choices=range(1950, 2101),
        metavar="YEAR",
        help="of a survey: the year of answers that do not say theirs; this one",
    )
    command.add_argument(
        "--currency",
        default="",
        type=str.upper,
        choices=sorted(CURRENCIES),
        metavar="CURRENCY",
        help="of a survey: the currency of amounts that do not say theirs",
    )
    command.set_defaults(run=run_reference)


def run_reference(settings: Settings, asked: Namespace, output: Output) -> int:
    """Check the file, keep what it holds beside the database, and say so."""
    found = bring(
        read_bytes(asked.file), source=asked.source, year=asked.year, currency=asked.currency
    )
    output.say(found.words, {"kind": found.kind, "rows": found.rows})
    return DONE


COMMANDS = (add_reference,)
